#include "deep_model.h"
#include "../../Resources/in_place.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

IN_PLACE static const unsigned char deep[] = {
#embed "deep.model"
};

glosse_embedded_model glosse_model_deep(void) { return (glosse_embedded_model){deep, sizeof deep}; }
