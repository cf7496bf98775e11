#ifndef GLOSSE_BUNDLED_H
#define GLOSSE_BUNDLED_H
extern const unsigned char glosse_bundled_empty[];
#endif
