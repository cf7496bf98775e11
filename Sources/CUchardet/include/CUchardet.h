#ifndef CUCHARDET_H
#define CUCHARDET_H

#include <stddef.h>
#include <stdint.h>

// The seam to uchardet, which guesses in which encoding bytes are text.

enum { CUCHARDET_FOUND, CUCHARDET_UNKNOWN, CUCHARDET_MISSING };

enum { CUCHARDET_NAME_SIZE = 64 };

// Writes the name of the likeliest encoding, as iconv knows it, with a NUL at its end.
//
// CUCHARDET_MISSING where the library is not installed (package libuchardet0).
int cuchardet_detect(const uint8_t *bytes, size_t count, char name[CUCHARDET_NAME_SIZE]);

#endif
