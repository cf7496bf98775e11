#ifndef GLOSSE_FORMS_H
#define GLOSSE_FORMS_H

#include <stddef.h>

/// The full-form lexicon of German, as FormLexicon reads it. It lives as long as the program.
const unsigned char *glosse_forms(void);

size_t glosse_forms_count(void);

#endif
