#include "forms.h"
#include "in_place.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

IN_PLACE static const unsigned char forms[] = {
#embed "forms/forms.bin"
};

const unsigned char *glosse_forms(void) { return forms; }

size_t glosse_forms_count(void) { return sizeof forms; }
