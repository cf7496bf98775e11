#include "word_lists.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A section of their own keeps linkers from mixing these bytes with those that the program writes.
#ifdef __ELF__
#define IN_PLACE __attribute__((section("glosse_models"), aligned(64)))
#else
#define IN_PLACE _Alignas(64)
#endif

IN_PLACE static const unsigned char lexicon[] = {
#embed "lexicon.bin"
};

const unsigned char *glosse_lexicon(void) { return lexicon; }

size_t glosse_lexicon_count(void) { return sizeof lexicon; }
