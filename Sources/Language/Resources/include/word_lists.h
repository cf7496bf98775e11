#ifndef GLOSSE_WORD_LISTS_H
#define GLOSSE_WORD_LISTS_H
extern const unsigned char glosse_empty_list[];
#endif
