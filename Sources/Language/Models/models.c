#include "models.h"
#include "../Resources/in_place.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

IN_PLACE static const unsigned char words[] = {
#embed "words.bin"
};
IN_PLACE static const unsigned char names[] = {
#embed "names.bin"
};

glosse_model glosse_model_words(void) { return (glosse_model){words, sizeof words}; }

glosse_model glosse_model_names(void) { return (glosse_model){names, sizeof names}; }
