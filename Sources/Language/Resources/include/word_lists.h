#ifndef GLOSSE_WORD_LISTS_H
#define GLOSSE_WORD_LISTS_H

#include <stddef.h>

/// One embedded list: lines of a word, a tab and its letters. It lives as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} glosse_word_list;

int glosse_word_list_count(void);

/// An index out of range gives an empty list.
glosse_word_list glosse_word_list_at(int index);

#endif
