#include "bundled.h"
const unsigned char glosse_bundled_empty[] = {0};
