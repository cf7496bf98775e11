#ifndef GLOSSE_WORD_LISTS_H
#define GLOSSE_WORD_LISTS_H

#include <stddef.h>

/// The table of all word lists, a ModelFile as Lexicon reads it. It lives as long as the program.
const unsigned char *glosse_lexicon(void);

size_t glosse_lexicon_count(void);

#endif
