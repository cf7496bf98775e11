#define _GNU_SOURCE
#include "CGumbo.h"

#include <pthread.h>
#include <string.h>

// What gumbo is not asked to do. It looks through all open elements at most tags, opens unclosed formatting again in
// every paragraph, and frees its tree by recursion, so that a small hostile page could cost hours or gigabytes. One
// pass over the tags bounds all of that from above: where HTML leaves in doubt whether an element is still open or
// whether characters are tags, the larger bound is taken or the page refused.
enum {
    MAX_DEPTH = 512,
    MAX_ATTRIBUTES = 512,
    MAX_ROOTS = 16,
    MAX_TAGS = 2000000,
    MAX_NODES = 6000000,
};

enum {
    EMPTY = 1,  // has no end tag
    OPTIONAL_END = 2,
    RAW = 4,  // what it holds is text, whatever it looks like
    FORMATTING = 8,
    BLOCK = 16,  // ends an open paragraph
    DRAWING = 32,  // may stand in svg and be closed by its own slash
    OUT_OF_DRAWING = 64,  // ends svg and math
    DRAWING_ROOT = 128,
    SINGLE = 256,  // html, head and body, which are there once
    SHELL = 512,  // title, desc: HTML within svg
};

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
    {"div", BLOCK | OUT_OF_DRAWING}, {"span", OUT_OF_DRAWING}, {"ul", BLOCK | OUT_OF_DRAWING},
    {"ol", BLOCK | OUT_OF_DRAWING}, {"dl", BLOCK | OUT_OF_DRAWING}, {"table", OUT_OF_DRAWING},
    {"h1", BLOCK | OUT_OF_DRAWING}, {"h2", BLOCK | OUT_OF_DRAWING}, {"h3", BLOCK | OUT_OF_DRAWING},
    {"h4", BLOCK | OUT_OF_DRAWING}, {"h5", BLOCK | OUT_OF_DRAWING}, {"h6", BLOCK | OUT_OF_DRAWING},
    {"blockquote", BLOCK | OUT_OF_DRAWING}, {"center", BLOCK | OUT_OF_DRAWING}, {"pre", BLOCK | OUT_OF_DRAWING},
    {"menu", BLOCK | OUT_OF_DRAWING}, {"listing", BLOCK | OUT_OF_DRAWING}, {"address", BLOCK}, {"article", BLOCK},
    {"aside", BLOCK}, {"details", BLOCK}, {"dialog", BLOCK}, {"dir", BLOCK}, {"fieldset", BLOCK},
    {"figcaption", BLOCK}, {"figure", BLOCK}, {"footer", BLOCK}, {"header", BLOCK}, {"hgroup", BLOCK},
    {"main", BLOCK}, {"nav", BLOCK}, {"section", BLOCK}, {"summary", BLOCK}, {"form", BLOCK},
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

typedef struct {
    char text[20];  // lower case, cut when longer
    const uint8_t *start;
    size_t count;
    int flags;
} tag_name;

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

static bool is_space(uint8_t byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static bool is_letter(uint8_t byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }

typedef struct {
    tag_name name;
    bool is_drawing;
} open_element;

typedef struct {
    const uint8_t *place, *end;
    open_element open[MAX_DEPTH + 1];
    int depth;
    // Elements below are not taken for parts of a drawing any more.
    int drawing_floor;
    int formatting, drawings, selects, templates, roots;
    bool has_column_in_template;
    long tags, nodes;
    const char *refusal;
} scan;

static tag_name read_name(scan *s) {
    tag_name name = {.start = s->place};
    while (s->place < s->end && !is_space(*s->place) && *s->place != '>' && *s->place != '/') {
        if (name.count < sizeof name.text - 1) {
            uint8_t byte = *s->place;
            name.text[name.count] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        }
        name.count += 1;
        s->place += 1;
    }
    name.flags = name.count < sizeof name.text ? flags_of(name.text) : 0;
    return name;
}

static bool is(tag_name name, const char *text) { return strcmp(name.text, text) == 0; }

static bool is_same(const tag_name *one, const tag_name *other) {
    if (one->count != other->count || strcmp(one->text, other->text) != 0) return false;
    if (one->count < sizeof one->text) return true;
    for (size_t index = 0; index < one->count; index++) {
        if ((one->start[index] | 32) != (other->start[index] | 32)) return false;
    }
    return true;
}

// Passes a tag's attributes as the standard reads them: a quote opens a value behind an equals sign only.
static bool pass_attributes(scan *s) {
    int attributes = 0;
    bool is_closed_by_slash = false;
    while (s->place < s->end) {
        uint8_t byte = *s->place;
        if (byte == '>') {
            s->place += 1;
            return is_closed_by_slash;
        }
        if (is_space(byte) || byte == '/') {
            is_closed_by_slash = byte == '/';
            s->place += 1;
            continue;
        }
        is_closed_by_slash = false;
        if (++attributes > MAX_ATTRIBUTES) {
            s->refusal = "a tag has more than 512 attributes; no page needs that";
            return false;
        }
        s->place += 1;
        while (s->place < s->end && !is_space(*s->place) && *s->place != '>' && *s->place != '/' && *s->place != '=') {
            s->place += 1;
        }
        const uint8_t *value = s->place;
        while (value < s->end && is_space(*value)) value += 1;
        if (value == s->end || *value != '=') continue;
        s->place = value + 1;
        while (s->place < s->end && is_space(*s->place)) s->place += 1;
        if (s->place == s->end) break;
        if (*s->place == '"' || *s->place == '\'') {
            const uint8_t *close = memchr(s->place + 1, *s->place, (size_t)(s->end - s->place - 1));
            s->place = close == NULL ? s->end : close + 1;
        } else {
            while (s->place < s->end && !is_space(*s->place) && *s->place != '>') s->place += 1;
        }
    }
    return false;
}

static const uint8_t *find_tag(const uint8_t *place, const uint8_t *end, const char *start, const tag_name *name) {
    size_t prefix = strlen(start);
    while ((place = memchr(place, '<', (size_t)(end - place))) != NULL) {
        size_t rest = (size_t)(end - place);
        if (rest < prefix + name->count) return NULL;
        bool matches = memcmp(place, start, prefix) == 0;
        for (size_t index = 0; matches && index < name->count; index++) {
            matches = (place[prefix + index] | 32) == (uint8_t)name->text[index];
        }
        if (matches) {
            uint8_t next = rest > prefix + name->count ? place[prefix + name->count] : '>';
            if (is_space(next) || next == '/' || next == '>') return place;
        }
        place += 1;
    }
    return NULL;
}

// Goes to the end tag of an element that holds text only.
static void pass_raw(scan *s, const tag_name *name) {
    const uint8_t *close = find_tag(s->place, s->end, "</", name);
    const uint8_t *end = close == NULL ? s->end : close;
    if (is(*name, "script") && memmem(s->place, (size_t)(end - s->place), "<!--", 4) != NULL) {
        // Within a comment in a script, a script's start tag hides the next end tag.
        const uint8_t *inner = find_tag(s->place, end, "<", name);
        if (inner != NULL && memmem(inner, (size_t)(end - inner), "-->", 3) == NULL) {
            s->refusal = "a script holds a comment with a script in it, which cannot be read safely";
        }
    }
    s->place = end;
}

static void pop(scan *s) {
    const tag_name *name = &s->open[--s->depth].name;
    if (name->flags & FORMATTING) s->formatting -= 1;
    if (name->flags & DRAWING_ROOT) s->drawings -= 1;
    if (is(*name, "select")) s->selects -= 1;
    if (is(*name, "template")) s->templates -= 1;
    if (s->drawing_floor > s->depth) s->drawing_floor = s->depth;
}

static void push(scan *s, tag_name name, bool is_drawing) {
    if (s->depth == MAX_DEPTH) {
        s->refusal = "elements are nested, or left open, more than 512 deep; no page needs that";
        return;
    }
    s->open[s->depth++] = (open_element){name, is_drawing};
    if (name.flags & FORMATTING) s->formatting += 1;
    if (name.flags & DRAWING_ROOT) s->drawings += 1;
    if (is(name, "select")) s->selects += 1;
    if (is(name, "template")) s->templates += 1;
}

static bool top_is_drawing(const scan *s) {
    return s->depth > s->drawing_floor && s->open[s->depth - 1].is_drawing;
}

static void pop_while_top_is_one_of(scan *s, const char *names) {
    while (s->depth > 0) {
        const tag_name *top = &s->open[s->depth - 1].name;
        const char *found = top->count < sizeof top->text ? strstr(names, top->text) : NULL;
        if (found == NULL || found[-1] != ' ' || found[top->count] != ' ') return;
        pop(s);
    }
}

// The elements that a start tag ends, where their end tags may be left out.
static void close_before(scan *s, tag_name name) {
    if (name.flags & BLOCK) pop_while_top_is_one_of(s, " p ");
    if (is(name, "li")) pop_while_top_is_one_of(s, " li ");
    else if (is(name, "dt") || is(name, "dd")) pop_while_top_is_one_of(s, " dt dd ");
    else if (is(name, "option")) pop_while_top_is_one_of(s, " option ");
    else if (is(name, "optgroup")) pop_while_top_is_one_of(s, " option optgroup ");
    else if (is(name, "td") || is(name, "th")) pop_while_top_is_one_of(s, " p td th colgroup ");
    else if (is(name, "tr")) pop_while_top_is_one_of(s, " p td th tr colgroup ");
    else if (is(name, "tbody") || is(name, "thead") || is(name, "tfoot")) {
        pop_while_top_is_one_of(s, " p td th tr tbody thead tfoot colgroup ");
    }
}

static void start_tag(scan *s) {
    tag_name name = read_name(s);
    bool is_closed_by_slash = pass_attributes(s);
    s->nodes += 1 + s->formatting;
    if (++s->tags > MAX_TAGS) s->refusal = "there are more than two million tags; no page needs that";
    if (name.flags & SINGLE) {
        if (++s->roots > MAX_ROOTS) s->refusal = "html, head and body begin more than 16 times; divide the file";
        return;
    }
    if (is(name, "frameset")) s->refusal = "is a frame set, which has no text of its own; open the frame's file";
    if (is(name, "plaintext")) {
        s->place = s->end;
        return;
    }
    if (top_is_drawing(s) && name.flags & OUT_OF_DRAWING) {
        while (top_is_drawing(s)) pop(s);
    }
    bool in_drawing = top_is_drawing(s);
    bool is_part = name.flags & DRAWING_ROOT || (in_drawing && name.flags & DRAWING);
    if (in_drawing && is_part && is_closed_by_slash) return;
    if (!is_part && !(in_drawing && (name.flags & (SHELL | RAW)))) s->drawing_floor = s->depth;
    if (name.flags & EMPTY && !in_drawing) {
        if (is(name, "col") && s->templates > 0) s->has_column_in_template = true;
        return;
    }
    close_before(s, name);
    if (name.flags & RAW && !in_drawing) {
        // Where gumbo may not take the element for what it is, what it holds would be tags.
        if (s->drawings > 0 || s->has_column_in_template
            || (s->selects > 0 && !is(name, "script") && !is(name, "textarea"))) {
            s->refusal = "a script or style stands within a drawing or menu, which cannot be read safely";
            return;
        }
        pass_raw(s, &name);
    }
    push(s, name, is_part);
}

// Whether the end tag of an element around it ends this one too.
static bool can_stay_open(const scan *s, int index) {
    return s->open[index].name.flags & OPTIONAL_END || (index >= s->drawing_floor && s->open[index].is_drawing);
}

static void end_tag(scan *s) {
    tag_name name = read_name(s);
    pass_attributes(s);
    int index = s->depth - 1;
    while (index > 0 && can_stay_open(s, index) && !is_same(&s->open[index].name, &name)) index -= 1;
    if (index >= 0 && is_same(&s->open[index].name, &name)) {
        while (s->depth > index) pop(s);
    } else {
        s->drawing_floor = s->depth;
        s->nodes += 1;
    }
}

static void pass_until(scan *s, const char *text) {
    size_t count = strlen(text);
    const uint8_t *found = memmem(s->place, (size_t)(s->end - s->place), text, count);
    s->place = found == NULL ? s->end : found + count;
}

static void pass_comment(scan *s) {
    s->place += 4;
    if (s->place < s->end && *s->place == '>') return;
    if (s->end - s->place >= 2 && s->place[0] == '-' && s->place[1] == '>') return;
    while ((s->place = memmem(s->place, (size_t)(s->end - s->place), "--", 2)) != NULL) {
        const uint8_t *after = s->place + 2;
        if (after < s->end && *after == '!') after += 1;
        if (after < s->end && *after == '>') {
            s->place = after + 1;
            return;
        }
        s->place += 1;
    }
    s->place = s->end;
}

static void pass_markup(scan *s) {
    size_t rest = (size_t)(s->end - s->place);
    if (rest < 2) {
        s->place = s->end;
    } else if (is_letter(s->place[1])) {
        s->place += 1;
        start_tag(s);
    } else if (s->place[1] == '/' && rest > 2 && is_letter(s->place[2])) {
        s->place += 2;
        end_tag(s);
    } else if (rest >= 4 && memcmp(s->place, "<!--", 4) == 0) {
        pass_comment(s);
    } else if (rest >= 9 && memcmp(s->place, "<![CDATA[", 9) == 0 && s->drawings > 0) {
        s->refusal = "a drawing holds a CDATA section, which cannot be read safely";
    } else if (s->place[1] == '!' || s->place[1] == '?' || s->place[1] == '/') {
        pass_until(s, ">");
    } else {
        s->place += 1;
    }
}

const char *cgumbo_refusal(const uint8_t *bytes, size_t count, int *line) {
    pthread_once(&filling, fill);
    scan s = {.place = bytes, .end = bytes + count};
    while (s.refusal == NULL && s.place < s.end) {
        const uint8_t *next = memchr(s.place, '<', (size_t)(s.end - s.place));
        if (next == NULL) break;
        if (next > s.place) s.nodes += 1 + s.formatting;
        s.place = next;
        pass_markup(&s);
        if (s.nodes > MAX_NODES) s.refusal = "too much formatting is left open; no page needs that";
    }
    if (s.refusal == NULL) return NULL;
    *line = 1;
    const uint8_t *end = s.place < s.end ? s.place : s.end;
    for (const uint8_t *place = bytes; (place = memchr(place, '\n', (size_t)(end - place))) != NULL; place++) *line += 1;
    return s.refusal;
}
