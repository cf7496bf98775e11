#define _GNU_SOURCE
#include "CGumbo.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(cgumbo_list *list, const char *message, int line) {
    if (list->message[0] != 0) return;
    snprintf(list->message, sizeof list->message, "%s", message);
    list->line = line;
}

#if __has_include(<gumbo.h>)
#include <gumbo.h>

enum { MAX_BYTES = 128 << 20, MAX_VALUE = 1 << 16, MAX_NAMES = 4096, SLOTS = 4 * MAX_NAMES };

// gumbo is loaded when the first page comes. Its structures are the same in 0.10 to 0.13, which Debian calls
// libgumbo1 to libgumbo3; the numbers of tags differ, so names are asked of the library.
static const char *const LIBRARIES[] = {"libgumbo.so.3", "libgumbo.so.2", "libgumbo.so.1"};

static struct {
    GumboOutput *(*parse)(const GumboOptions *, const char *, size_t);
    void (*destroy)(const GumboOptions *, GumboOutput *);
    const char *(*tag_name)(GumboTag);
    void (*original_name)(GumboStringPiece *);
    GumboOptions options;
    bool is_loaded;
} gumbo;

static bool load_from(void *library) {
    const struct {
        void *function;
        const char *name;
    } functions[] = {
        {&gumbo.parse, "gumbo_parse_with_options"},
        {&gumbo.destroy, "gumbo_destroy_output"},
        {&gumbo.tag_name, "gumbo_normalized_tagname"},
        {&gumbo.original_name, "gumbo_tag_from_original_text"},
    };
    for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
        void *function = dlsym(library, functions[index].name);
        if (function == NULL) return false;
        memcpy(functions[index].function, &function, sizeof function);
    }
    const GumboOptions *options = dlsym(library, "kGumboDefaultOptions");
    if (options == NULL) return false;
    gumbo.options = *options;
    gumbo.options.max_errors = 0;
    return true;
}

static void load(void) {
    for (size_t index = 0; index < sizeof LIBRARIES / sizeof *LIBRARIES && !gumbo.is_loaded; index++) {
        void *library = dlopen(LIBRARIES[index], RTLD_NOW | RTLD_LOCAL);
        gumbo.is_loaded = library != NULL && load_from(library);
    }
}

static pthread_once_t loading = PTHREAD_ONCE_INIT;

typedef struct {
    cgumbo_list list;
    size_t event_capacity, string_capacity, name_capacity;
    // Numbers of names by their hash, plus one.
    uint16_t slots[SLOTS];
} state;

// Room for one more element of an array; NULL, with a message, when there is no memory.
static void *grown(state *s, void *array, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) return array;
    size_t larger = needed * 2 + 256;
    void *moved = realloc(array, larger * size);
    if (moved == NULL) {
        fail(&s->list, "there is not enough memory for this page", 0);
        return NULL;
    }
    *capacity = larger;
    return moved;
}

static size_t keep(state *s, const char *bytes, size_t count) {
    uint8_t *strings = grown(s, s->list.strings, &s->string_capacity, s->list.strings_count + count, 1);
    if (strings == NULL) return 0;
    s->list.strings = strings;
    size_t place = s->list.strings_count;
    if (count > 0) memcpy(strings + place, bytes, count);
    s->list.strings_count += count;
    return place;
}

static cgumbo_event *add(state *s, uint8_t kind, unsigned line) {
    cgumbo_event *events = grown(s, s->list.events, &s->event_capacity, s->list.count + 1, sizeof *events);
    if (events == NULL) return NULL;
    s->list.events = events;
    cgumbo_event *event = &events[s->list.count++];
    memset(event, 0, sizeof *event);
    event->kind = kind;
    event->line = line;
    return event;
}

static uint64_t hash(const uint8_t *bytes, size_t count) {
    uint64_t value = 0xcbf29ce484222325;
    for (size_t index = 0; index < count; index++) value = (value ^ bytes[index]) * 0x100000001b3;
    return value ^ value >> 29;
}

// The number of a name; names beyond some thousands, which only a hostile page has, share one that is empty.
static uint32_t number(state *s, const char *name, size_t count) {
    enum { MAX_NAME = 64 };
    char lower[MAX_NAME];
    if (count > MAX_NAME || s->list.names_count >= MAX_NAMES) count = 0;
    for (size_t index = 0; index < count; index++) {
        char byte = name[index];
        lower[index] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
    size_t place = hash((const uint8_t *)lower, count) % SLOTS;
    for (; s->slots[place] != 0; place = (place + 1) % SLOTS) {
        cgumbo_name known = s->list.names[s->slots[place] - 1];
        if (known.count == count && memcmp(s->list.strings + known.start, lower, count) == 0) {
            return s->slots[place] - 1;
        }
    }
    cgumbo_name *names = grown(s, s->list.names, &s->name_capacity, s->list.names_count + 1, sizeof *names);
    if (names == NULL) return 0;
    s->list.names = names;
    names[s->list.names_count] = (cgumbo_name){keep(s, lower, count), count};
    s->slots[place] = (uint16_t)++s->list.names_count;
    return s->slots[place] - 1;
}

static void open_element(state *s, const GumboElement *element) {
    cgumbo_event *event = add(s, CGUMBO_OPEN, element->start_pos.line);
    if (event == NULL) return;
    size_t place = s->list.count - 1;
    const char *known = gumbo.tag_name(element->tag);
    uint32_t name;
    if (known != NULL && known[0] != 0) {
        name = number(s, known, strlen(known));
    } else {
        GumboStringPiece original = element->original_tag;
        if (original.data != NULL && original.length > 1) gumbo.original_name(&original);
        name = number(s, original.data, original.data == NULL ? 0 : original.length);
    }
    if (s->list.message[0] != 0) return;
    s->list.events[place].name = name;
    for (unsigned index = 0; index < element->attributes.length; index++) {
        const GumboAttribute *attribute = element->attributes.data[index];
        size_t count = strlen(attribute->value);
        // Pictures that lie in an address are of no use for a text.
        if (count > MAX_VALUE) continue;
        event = add(s, CGUMBO_ATTRIBUTE, attribute->name_start.line);
        if (event == NULL) return;
        place = s->list.count - 1;
        size_t content = keep(s, attribute->value, count);
        name = number(s, attribute->name, strlen(attribute->name));
        if (s->list.message[0] != 0) return;
        event = &s->list.events[place];
        event->content = content;
        event->content_count = (uint32_t)count;
        event->name = name;
    }
}

static void text(state *s, const GumboText *text) {
    size_t count = strlen(text->text);
    size_t content = keep(s, text->text, count);
    cgumbo_event *event = add(s, CGUMBO_TEXT, text->start_pos.line);
    if (event == NULL) return;
    event->content = content;
    event->content_count = (uint32_t)count;
}

static const GumboVector *children(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children : NULL;
}

// Follows the tree from node to node, without recursion.
static void flatten(state *s, const GumboNode *root) {
    const GumboNode *node = root;
    unsigned child = 0;
    open_element(s, &root->v.element);
    while (node != NULL && s->list.message[0] == 0) {
        const GumboVector *list = children(node);
        if (child < list->length) {
            const GumboNode *next = list->data[child];
            if (children(next) != NULL) {
                open_element(s, &next->v.element);
                node = next;
                child = 0;
                continue;
            }
            if (next->type != GUMBO_NODE_COMMENT) text(s, &next->v.text);
            child += 1;
        } else {
            add(s, CGUMBO_CLOSE, node->v.element.end_pos.line);
            if (node == root) return;
            child = (unsigned)node->index_within_parent + 1;
            node = node->parent;
        }
    }
}

cgumbo_list cgumbo_parse(const uint8_t *bytes, size_t count) {
    state s = {0};
    int line = 0;
    const char *refusal = count > MAX_BYTES ? "the page is larger than 128 MB; divide it" : NULL;
    if (refusal == NULL) refusal = cgumbo_refusal(bytes, count, &line);
    if (refusal == NULL) {
        pthread_once(&loading, load);
        if (!gumbo.is_loaded) refusal = "web pages cannot be read without gumbo; install the package libgumbo-dev";
    }
    if (refusal != NULL) {
        fail(&s.list, refusal, line);
        return s.list;
    }
    GumboOutput *output = gumbo.parse(&gumbo.options, (const char *)bytes, count);
    if (output == NULL || output->root == NULL) fail(&s.list, "there is not enough memory for this page", 0);
    else flatten(&s, output->root);
    if (output != NULL) gumbo.destroy(&gumbo.options, output);
    return s.list;
}
#else
cgumbo_list cgumbo_parse(const uint8_t *bytes, size_t count) {
    (void)bytes, (void)count;
    cgumbo_list list = {0};
    fail(&list, "web pages cannot be read: glosse was built without gumbo; install the package libgumbo-dev and build again", 0);
    return list;
}
#endif

void cgumbo_free(cgumbo_list list) {
    free(list.events);
    free(list.strings);
    free(list.names);
}
