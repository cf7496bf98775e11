#include "word_lists.h"
#include "in_place.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

IN_PLACE static const unsigned char lexicon[] = {
#embed "lexicon.bin"
};

const unsigned char *glosse_lexicon(void) { return lexicon; }

size_t glosse_lexicon_count(void) { return sizeof lexicon; }
