#include "elements.h"

#include <pthread.h>
#include <string.h>

static const struct {
    const char *name;
    int flags;
} KNOWN[] = {
    {"area", EMPTY}, {"base", EMPTY}, {"basefont", EMPTY}, {"bgsound", EMPTY}, {"br", EMPTY | OUT_OF_DRAWING},
    {"col", EMPTY}, {"command", EMPTY}, {"embed", EMPTY | OUT_OF_DRAWING}, {"frame", EMPTY},
    {"hr", EMPTY | OUT_OF_DRAWING | BLOCK}, {"img", EMPTY | OUT_OF_DRAWING}, {"image", EMPTY | DRAWING},
    {"input", EMPTY}, {"isindex", EMPTY}, {"keygen", EMPTY}, {"link", EMPTY}, {"meta", EMPTY | OUT_OF_DRAWING},
    {"param", EMPTY}, {"source", EMPTY}, {"track", EMPTY}, {"wbr", EMPTY},
    {"p", OPTIONAL_END | BLOCK | OUT_OF_DRAWING}, {"li", OPTIONAL_END | BLOCK | OUT_OF_DRAWING},
    {"dt", OPTIONAL_END | BLOCK | OUT_OF_DRAWING}, {"dd", OPTIONAL_END | BLOCK | OUT_OF_DRAWING},
    {"option", OPTIONAL_END}, {"optgroup", OPTIONAL_END}, {"tr", OPTIONAL_END}, {"td", OPTIONAL_END},
    {"th", OPTIONAL_END}, {"thead", OPTIONAL_END}, {"tbody", OPTIONAL_END}, {"tfoot", OPTIONAL_END},
    {"colgroup", OPTIONAL_END}, {"rt", OPTIONAL_END}, {"rp", OPTIONAL_END},
    {"script", RAW}, {"style", RAW}, {"textarea", RAW}, {"title", RAW | SHELL}, {"xmp", RAW | BLOCK},
    {"iframe", RAW}, {"noembed", RAW}, {"noframes", RAW}, {"desc", SHELL}, {"foreignobject", SHELL},
    {"a", FORMATTING}, {"b", FORMATTING | OUT_OF_DRAWING}, {"big", FORMATTING | OUT_OF_DRAWING},
    {"code", FORMATTING | OUT_OF_DRAWING}, {"em", FORMATTING | OUT_OF_DRAWING}, {"font", FORMATTING},
    {"i", FORMATTING | OUT_OF_DRAWING}, {"nobr", FORMATTING | OUT_OF_DRAWING},
    {"s", FORMATTING | OUT_OF_DRAWING}, {"small", FORMATTING | OUT_OF_DRAWING},
    {"strike", FORMATTING | OUT_OF_DRAWING}, {"strong", FORMATTING | OUT_OF_DRAWING},
    {"tt", FORMATTING | OUT_OF_DRAWING}, {"u", FORMATTING | OUT_OF_DRAWING},
    {"div", BLOCK | OUT_OF_DRAWING | BOX}, {"span", OUT_OF_DRAWING}, {"ul", BLOCK | OUT_OF_DRAWING},
    {"ol", BLOCK | OUT_OF_DRAWING}, {"dl", BLOCK | OUT_OF_DRAWING}, {"table", OUT_OF_DRAWING},
    {"h1", BLOCK | OUT_OF_DRAWING}, {"h2", BLOCK | OUT_OF_DRAWING}, {"h3", BLOCK | OUT_OF_DRAWING},
    {"h4", BLOCK | OUT_OF_DRAWING}, {"h5", BLOCK | OUT_OF_DRAWING}, {"h6", BLOCK | OUT_OF_DRAWING},
    {"blockquote", BLOCK | OUT_OF_DRAWING}, {"center", BLOCK | OUT_OF_DRAWING}, {"pre", BLOCK | OUT_OF_DRAWING},
    {"menu", BLOCK | OUT_OF_DRAWING}, {"listing", BLOCK | OUT_OF_DRAWING}, {"address", BLOCK}, {"article", BLOCK | BOX},
    {"aside", BLOCK}, {"details", BLOCK}, {"dialog", BLOCK}, {"dir", BLOCK}, {"fieldset", BLOCK},
    {"figcaption", BLOCK}, {"figure", BLOCK}, {"footer", BLOCK}, {"header", BLOCK}, {"hgroup", BLOCK},
    {"main", BLOCK | BOX}, {"nav", BLOCK}, {"section", BLOCK | BOX}, {"summary", BLOCK}, {"form", BLOCK},
    {"ruby", OUT_OF_DRAWING}, {"sub", OUT_OF_DRAWING}, {"sup", OUT_OF_DRAWING}, {"var", OUT_OF_DRAWING},
    {"svg", DRAWING_ROOT}, {"math", DRAWING_ROOT},
    {"path", DRAWING}, {"g", DRAWING}, {"use", DRAWING}, {"circle", DRAWING}, {"rect", DRAWING}, {"line", DRAWING},
    {"polygon", DRAWING}, {"polyline", DRAWING}, {"ellipse", DRAWING}, {"stop", DRAWING}, {"animate", DRAWING},
    {"animatetransform", DRAWING}, {"defs", DRAWING}, {"symbol", DRAWING}, {"text", DRAWING}, {"tspan", DRAWING},
    {"mask", DRAWING}, {"filter", DRAWING}, {"clippath", DRAWING}, {"pattern", DRAWING}, {"lineargradient", DRAWING},
    {"radialgradient", DRAWING}, {"marker", DRAWING}, {"metadata", DRAWING},
    {"html", SINGLE}, {"head", SINGLE}, {"body", SINGLE},
};

enum { SLOTS = 512 };
static uint8_t slots[SLOTS];
static pthread_once_t filling = PTHREAD_ONCE_INIT;

static unsigned slot(const char *name) {
    unsigned hash = 5381;
    for (; *name != 0; name++) hash = hash * 33 + (uint8_t)*name;
    return (hash ^ hash >> 9) % SLOTS;
}

static void fill(void) {
    for (size_t index = 0; index < sizeof KNOWN / sizeof *KNOWN; index++) {
        unsigned place = slot(KNOWN[index].name);
        while (slots[place] != 0) place = (place + 1) % SLOTS;
        slots[place] = (uint8_t)(index + 1);
    }
}

static int flags_of(const char *name) {
    for (unsigned place = slot(name); slots[place] != 0; place = (place + 1) % SLOTS) {
        if (strcmp(KNOWN[slots[place] - 1].name, name) == 0) return KNOWN[slots[place] - 1].flags;
    }
    return 0;
}

tag_name tag_name_read(const uint8_t **place, const uint8_t *end) {
    pthread_once(&filling, fill);
    tag_name name = {.start = *place};
    for (; *place < end && !is_space(**place) && **place != '>' && **place != '/'; *place += 1) {
        if (name.count < sizeof name.text - 1) name.text[name.count] = (char)lower(**place);
        name.count += 1;
    }
    name.flags = name.count < sizeof name.text ? flags_of(name.text) : 0;
    return name;
}

bool tag_name_is(const tag_name *name, const char *text) { return strcmp(name->text, text) == 0; }

bool tag_name_equals(const tag_name *one, const tag_name *other) {
    if (one->count != other->count || strcmp(one->text, other->text) != 0) return false;
    if (one->count < sizeof one->text) return true;
    for (size_t index = 0; index < one->count; index++) {
        if ((one->start[index] | 32) != (other->start[index] | 32)) return false;
    }
    return true;
}
