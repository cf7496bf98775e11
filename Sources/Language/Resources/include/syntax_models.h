#ifndef GLOSSE_SYNTAX_MODELS_H
#define GLOSSE_SYNTAX_MODELS_H

#include <stddef.h>

/// One embedded model. It lives as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} glosse_syntax_model;

/// Parts of speech in German (0) and English (1), dependencies in German (2) and English (3); another index is empty.
glosse_syntax_model glosse_syntax_model_at(int index);

#endif
