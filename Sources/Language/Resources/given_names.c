#include "given_names.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char given_names[] = {
#embed "given-names.txt"
};

const unsigned char *glosse_given_names(void) { return given_names; }

size_t glosse_given_names_count(void) { return sizeof given_names; }
