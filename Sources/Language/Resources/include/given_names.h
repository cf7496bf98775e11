#ifndef GLOSSE_GIVEN_NAMES_H
#define GLOSSE_GIVEN_NAMES_H

#include <stddef.h>

/// Lines of a first name, a tab, and m or f. They live as long as the program.
const unsigned char *glosse_given_names(void);

size_t glosse_given_names_count(void);

#endif
