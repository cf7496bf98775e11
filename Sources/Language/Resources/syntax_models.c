#include "syntax_models.h"
#include "in_place.h"

// #embed is C23; clang 19 and later take it in every mode and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

IN_PLACE static const unsigned char pos_de[] = {
#embed "syntax/pos-de.model"
};
IN_PLACE static const unsigned char pos_en[] = {
#embed "syntax/pos-en.model"
};
IN_PLACE static const unsigned char dep_de[] = {
#embed "syntax/dep-de.model"
};
IN_PLACE static const unsigned char dep_en[] = {
#embed "syntax/dep-en.model"
};

glosse_syntax_model glosse_syntax_model_at(int index) {
    switch (index) {
    case 0: return (glosse_syntax_model){pos_de, sizeof pos_de};
    case 1: return (glosse_syntax_model){pos_en, sizeof pos_en};
    case 2: return (glosse_syntax_model){dep_de, sizeof dep_de};
    case 3: return (glosse_syntax_model){dep_en, sizeof dep_en};
    default: return (glosse_syntax_model){0, 0};
    }
}
