#include "word_lists.h"
const unsigned char glosse_empty_list[] = {0};
