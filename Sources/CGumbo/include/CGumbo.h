#ifndef CGUMBO_H
#define CGUMBO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The seam to gumbo, without its types: bytes of HTML in UTF-8 go in, a list of what stands in the tree comes out.
//
// The list is in the order of the tree: an element's beginning, its attributes, what it holds, its end. A page that
// would make gumbo slow or large (deep nesting, formatting that is never closed, crowded tags) is refused beforehand.

enum { CGUMBO_OPEN, CGUMBO_ATTRIBUTE, CGUMBO_TEXT, CGUMBO_CLOSE };

// `name` is that of an element or attribute, in lower case, as its number in `names`; `content` an attribute's value or
// the text, a place in `strings`.
typedef struct {
    uint8_t kind;
    uint32_t line;
    uint32_t name;
    uint32_t content_count;
    size_t content;
} cgumbo_event;

typedef struct {
    size_t start, count;
} cgumbo_name;

typedef struct {
    cgumbo_event *events;
    size_t count;
    uint8_t *strings;
    size_t strings_count;
    cgumbo_name *names;
    size_t names_count;
    // Empty when all is well; `line` says where it went wrong, 0 where no line is to blame.
    char message[256];
    int line;
} cgumbo_list;

cgumbo_list cgumbo_parse(const uint8_t *bytes, size_t count);
void cgumbo_free(cgumbo_list list);

// Why gumbo would not be given a page, and the line; NULL when it may have it.
const char *cgumbo_refusal(const uint8_t *bytes, size_t count, int *line);

#endif
