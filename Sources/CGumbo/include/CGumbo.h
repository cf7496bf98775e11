#ifndef CGUMBO_H
#define CGUMBO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The seam to gumbo, without its types: bytes of HTML in UTF-8 go in, the nodes of its tree come out.
//
// Nodes are in the order of the page: an element, then what it holds. A page that would make gumbo slow or large (deep
// nesting, formatting that is never closed, crowded tags) is refused beforehand.

enum { CGUMBO_ELEMENT, CGUMBO_TEXT, CGUMBO_PAGE_TEXT };

// `end` is the number of the first node behind it and all that it holds, `parent` that of the element around it, -1 for
// the root. `start` and `count` are an element's attributes, or the bytes of a text: in `strings`, or for
// CGUMBO_PAGE_TEXT in the page itself. `name` is an element's name, in lower case, as its number in `names`.
typedef struct {
    int32_t parent, end;
    uint32_t start, count;
    uint16_t name;
    uint8_t kind;
} cgumbo_node;

// The value is a part of `strings`.
typedef struct {
    uint32_t start, count;
    uint16_t name;
} cgumbo_attribute;

typedef struct {
    size_t start, count;
} cgumbo_name;

typedef struct {
    cgumbo_node *nodes;
    size_t nodes_count;
    cgumbo_attribute *attributes;
    size_t attributes_count;
    uint8_t *strings;
    size_t strings_count;
    cgumbo_name *names;
    size_t names_count;
    // Empty when all is well; `line` says where it went wrong, 0 where no line is to blame.
    char message[256];
    int line;
} cgumbo_tree;

// gumbo's own tree of a page is many times as large as the page, so a large page is parsed in pieces of about so many
// bytes, if it can be cut there.
cgumbo_tree cgumbo_parse(const uint8_t *bytes, size_t count, size_t piece);
void cgumbo_free(cgumbo_tree tree);

#endif
