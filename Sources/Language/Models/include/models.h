#ifndef GLOSSE_MODELS_H
#define GLOSSE_MODELS_H

#include <stddef.h>

/// An embedded model file, aligned to 16 bytes. It lives as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} glosse_model;

/// What is known of words: clusters and classes.
glosse_model glosse_model_words(void);

/// The tagger of names.
glosse_model glosse_model_names(void);

#endif
