#include "tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tree_fail(cgumbo_tree *tree, const char *message, int line) {
    if (tree->message[0] != 0) return;
    snprintf(tree->message, sizeof tree->message, "%s", message);
    tree->line = line;
}

void cgumbo_free(cgumbo_tree tree) {
    free(tree.nodes);
    free(tree.attributes);
    free(tree.strings);
    free(tree.names);
}

#if HAS_GUMBO
enum { MAX_VALUE = 1 << 16, MAX_NAMES = 4096, SLOTS = 4 * MAX_NAMES };

struct tree_writer {
    cgumbo_tree *tree;
    const gumbo_library *gumbo;
    const skeleton *skeleton;
    size_t node_capacity, attribute_capacity, string_capacity, name_capacity;
    // Numbers of names by their hash, plus one.
    uint16_t slots[SLOTS];
};

typedef tree_writer state;

// Room for more elements of an array; NULL, with a message, when there is no memory.
static void *grown(state *s, void *array, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) return array;
    size_t larger = needed * 3 / 2 + 256;
    void *moved = realloc(array, larger * size);
    if (moved == NULL) {
        tree_fail(s->tree, "there is not enough memory for this page", 0);
        return NULL;
    }
    *capacity = larger;
    return moved;
}

static void keep(state *s, const void *bytes, size_t count) {
    cgumbo_tree *tree = s->tree;
    uint8_t *strings = grown(s, tree->strings, &s->string_capacity, tree->strings_count + count, 1);
    if (strings == NULL) return;
    tree->strings = strings;
    if (count > 0) memcpy(strings + tree->strings_count, bytes, count);
    tree->strings_count += count;
}

static uint64_t hash(const uint8_t *bytes, size_t count) {
    uint64_t value = 0xcbf29ce484222325;
    for (size_t index = 0; index < count; index++) value = (value ^ bytes[index]) * 0x100000001b3;
    return value ^ value >> 29;
}

// The number of a name; names beyond some thousands, which only a hostile page has, share one that is empty.
static uint16_t number(state *s, const char *name, size_t count) {
    enum { MAX_NAME = 64 };
    cgumbo_tree *tree = s->tree;
    char lower[MAX_NAME];
    if (count > MAX_NAME || tree->names_count >= MAX_NAMES) count = 0;
    for (size_t index = 0; index < count; index++) {
        char byte = name[index];
        lower[index] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
    size_t place = hash((const uint8_t *)lower, count) % SLOTS;
    for (; s->slots[place] != 0; place = (place + 1) % SLOTS) {
        cgumbo_name known = tree->names[s->slots[place] - 1];
        if (known.count == count && memcmp(tree->strings + known.start, lower, count) == 0) {
            return s->slots[place] - 1;
        }
    }
    cgumbo_name *names = grown(s, tree->names, &s->name_capacity, tree->names_count + 1, sizeof *names);
    if (names == NULL) return 0;
    tree->names = names;
    names[tree->names_count] = (cgumbo_name){tree->strings_count, count};
    keep(s, lower, count);
    s->slots[place] = (uint16_t)++tree->names_count;
    return s->slots[place] - 1;
}

static void add(state *s, cgumbo_node node) {
    cgumbo_tree *tree = s->tree;
    cgumbo_node *nodes = grown(s, tree->nodes, &s->node_capacity, tree->nodes_count + 1, sizeof *nodes);
    if (nodes == NULL) return;
    tree->nodes = nodes;
    node.end = (int32_t)tree->nodes_count + 1;
    nodes[tree->nodes_count++] = node;
}

static void add_attribute(state *s, const GumboAttribute *attribute) {
    cgumbo_tree *tree = s->tree;
    size_t count = strlen(attribute->value);
    // Pictures that lie in an address are of no use for a text.
    if (count > MAX_VALUE || !skeleton_wants((const uint8_t *)attribute->name, strlen(attribute->name))) return;
    size_t needed = tree->attributes_count + 1;
    cgumbo_attribute *attributes = grown(s, tree->attributes, &s->attribute_capacity, needed, sizeof *attributes);
    if (attributes == NULL) return;
    tree->attributes = attributes;
    uint16_t name = number(s, attribute->name, strlen(attribute->name));
    attributes[tree->attributes_count++] =
        (cgumbo_attribute){(uint32_t)tree->strings_count, (uint32_t)count, name};
    keep(s, attribute->value, count);
}

static void open_element(state *s, const GumboElement *element, int32_t parent) {
    const char *known = s->gumbo->tag_name(element->tag);
    uint16_t name;
    if (known != NULL && known[0] != 0) {
        name = number(s, known, strlen(known));
    } else {
        GumboStringPiece original = element->original_tag;
        if (original.data != NULL && original.length > 1) s->gumbo->original_name(&original);
        name = number(s, original.data, original.data == NULL ? 0 : original.length);
    }
    size_t start = s->tree->attributes_count;
    for (unsigned index = 0; index < element->attributes.length; index++) {
        add_attribute(s, element->attributes.data[index]);
    }
    uint32_t count = (uint32_t)(s->tree->attributes_count - start);
    add(s, (cgumbo_node){.kind = CGUMBO_ELEMENT, .name = name, .parent = parent, .start = (uint32_t)start, .count = count});
}

// Keeps a text of the page with its line breaks as the standard has them.
static void keep_run(state *s, skeleton_run run) {
    const uint8_t *place = s->skeleton->page + run.start, *end = place + run.count;
    while (place < end) {
        const uint8_t *carriage = memchr(place, '\r', (size_t)(end - place));
        keep(s, place, (size_t)((carriage == NULL ? end : carriage) - place));
        if (carriage == NULL) return;
        keep(s, "\n", 1);
        place = carriage + 1 + (carriage + 1 < end && carriage[1] == '\n');
    }
}

// Adds a text with what its marks stand for. Most are white space and one mark, which is a part of the page.
static void add_text(state *s, const char *text, int32_t parent) {
    const uint8_t *page = s->skeleton->page;
    const char *mark = strstr(text, SKELETON_MARK);
    if (mark != NULL && strlen(mark) == SKELETON_MARK_SIZE) {
        skeleton_run run = skeleton_run_of(s->skeleton, mark);
        size_t before = (size_t)(mark - text);
        if (run.count > 0 && before <= run.start && memcmp(page + run.start - before, text, before) == 0
            && memchr(page + run.start, '\r', run.count) == NULL) {
            add(s, (cgumbo_node){.kind = CGUMBO_PAGE_TEXT, .parent = parent, .start = (uint32_t)(run.start - before),
                                 .count = (uint32_t)(run.count + before)});
            return;
        }
    }
    size_t start = s->tree->strings_count;
    for (; mark != NULL; mark = strstr(text, SKELETON_MARK)) {
        keep(s, text, (size_t)(mark - text));
        if (strnlen(mark, SKELETON_MARK_SIZE) < SKELETON_MARK_SIZE) break;
        keep_run(s, skeleton_run_of(s->skeleton, mark));
        text = mark + SKELETON_MARK_SIZE;
    }
    keep(s, text, strlen(text));
    add(s, (cgumbo_node){.kind = CGUMBO_TEXT, .parent = parent, .start = (uint32_t)start,
                         .count = (uint32_t)(s->tree->strings_count - start)});
}

static const GumboVector *children(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children : NULL;
}

// Follows a part of the tree from node to node, without recursion; the first elements of the path are written already.
static void flatten(state *s, const GumboNode *root, int32_t number, const tree_path *path) {
    const GumboNode *node = root;
    unsigned child = 0;
    int depth = 0;
    bool is_on_path = true;
    while (s->tree->message[0] == 0) {
        const GumboVector *list = children(node);
        if (child < list->length) {
            const GumboNode *next = list->data[child];
            if (children(next) != NULL) {
                is_on_path = is_on_path && child == 0 && depth < path->count;
                if (is_on_path) {
                    number = path->nodes[depth++];
                } else {
                    open_element(s, &next->v.element, number);
                    number = (int32_t)s->tree->nodes_count - 1;
                }
                node = next;
                child = 0;
                continue;
            }
            is_on_path = false;
            if (next->type != GUMBO_NODE_COMMENT) add_text(s, next->v.text.text, number);
            child += 1;
        } else {
            is_on_path = false;
            s->tree->nodes[number].end = (int32_t)s->tree->nodes_count;
            if (node == root) return;
            number = s->tree->nodes[number].parent;
            child = (unsigned)node->index_within_parent + 1;
            node = node->parent;
        }
    }
}

static const GumboNode *last_element(const GumboNode *node) {
    const GumboVector *list = children(node);
    return list->length > 0 && children(list->data[list->length - 1]) != NULL ? list->data[list->length - 1] : NULL;
}

static bool is_box(const state *s, const GumboNode *node) {
    static const char *const NAMES[] = {"div", "article", "main", "section"};
    const char *name = s->gumbo->tag_name(node->v.element.tag);
    for (size_t index = 0; name != NULL && index < sizeof NAMES / sizeof *NAMES; index++) {
        if (strcmp(name, NAMES[index]) == 0) return true;
    }
    return false;
}

// The boxes that only the end of the piece has ended; false where something else is open.
static bool find_path(state *s, const GumboNode *body, tree_path *path) {
    const cgumbo_tree *tree = s->tree;
    path->count = 0;
    int32_t number = path->body;
    const GumboNode *node = body;
    while ((node = last_element(node)) != NULL && node->v.element.end_pos.offset >= s->skeleton->count) {
        if (path->count == MAX_PATH || !is_box(s, node) || node->v.element.original_tag.length == 0) return false;
        // The last element within another begins where nothing behind it is left.
        int32_t child = number + 1;
        while (tree->nodes[child].end < tree->nodes[number].end) child = tree->nodes[child].end;
        number = child;
        path->nodes[path->count] = number;
        path->tags[path->count++] = node->v.element.original_tag;
    }
    return true;
}

static const GumboNode *body_of(const state *s, const GumboNode *root) {
    const GumboVector *list = children(root);
    for (unsigned index = 0; index < list->length; index++) {
        const GumboNode *node = list->data[index];
        if (children(node) == NULL) continue;
        const char *name = s->gumbo->tag_name(node->v.element.tag);
        if (name != NULL && strcmp(name, "body") == 0) return node;
    }
    return NULL;
}

tree_writer *tree_writer_create(cgumbo_tree *tree, const gumbo_library *gumbo, const skeleton *skeleton) {
    state *s = calloc(1, sizeof *s);
    if (s != NULL) *s = (state){.tree = tree, .gumbo = gumbo, .skeleton = skeleton};
    return s;
}

bool tree_write(tree_writer *s, const GumboNode *root, tree_path *path) {
    const GumboNode *body = body_of(s, root);
    cgumbo_tree *tree = s->tree;
    if (tree->nodes_count == 0) {
        open_element(s, &root->v.element, -1);
        flatten(s, root, 0, &(tree_path){0});
        // The body is the last child of the root, if there is one.
        path->body = 0;
        for (int32_t child = 1; body != NULL && child < tree->nodes[0].end; child = tree->nodes[child].end) {
            path->body = child;
        }
    } else if (body == NULL) {
        return false;
    } else {
        flatten(s, body, path->body, path);
        tree->nodes[0].end = (int32_t)tree->nodes_count;
    }
    bool is_last = body != NULL && body->index_within_parent + 1 == children(root)->length;
    return tree->message[0] == 0 && is_last && find_path(s, body, path);
}
#endif
