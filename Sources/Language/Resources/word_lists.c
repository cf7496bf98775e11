#include "word_lists.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char own[] = {
#embed "own.txt"
};
static const unsigned char countries[] = {
#embed "countries.txt"
};
static const unsigned char cities[] = {
#embed "cities.txt"
};
static const unsigned char german[] = {
#embed "german.txt"
};
static const unsigned char english[] = {
#embed "english.txt"
};
static const unsigned char wikinews[] = {
#embed "wikinews.txt"
};

int glosse_word_list_count(void) { return 6; }

glosse_word_list glosse_word_list_at(int index) {
    switch (index) {
    case 0: return (glosse_word_list){own, sizeof own};
    case 1: return (glosse_word_list){countries, sizeof countries};
    case 2: return (glosse_word_list){cities, sizeof cities};
    case 3: return (glosse_word_list){german, sizeof german};
    case 4: return (glosse_word_list){english, sizeof english};
    case 5: return (glosse_word_list){wikinews, sizeof wikinews};
    default: return (glosse_word_list){0, 0};
    }
}
