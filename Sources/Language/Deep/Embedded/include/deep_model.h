#ifndef GLOSSE_DEEP_MODEL_H
#define GLOSSE_DEEP_MODEL_H

#include <stddef.h>

/// An embedded model file, aligned to 16 bytes. It lives as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} glosse_embedded_model;

/// The transformer of the deep engine.
glosse_embedded_model glosse_model_deep(void);

#endif
