#ifndef SCAN_H
#define SCAN_H

#include "elements.h"
#include "skeleton.h"

// One pass over a page before gumbo has it: what stands where (markup.c), what it would cost (limits.c), and what gumbo
// is given of it (skeleton.c).
enum { MAX_DEPTH = 512 };

typedef struct {
    tag_name name;
    bool is_drawing;
} open_element;

typedef struct {
    const uint8_t *place, *end;
    skeleton *skeleton;
    open_element open[MAX_DEPTH + 1];
    int depth;
    // Elements below are not taken for parts of a drawing any more.
    int drawing_floor;
    int formatting, drawings, selects, templates, roots;
    bool has_column_in_template;
    long tags, nodes;
    const char *refusal;
} scan;

// Goes through a page and makes its skeleton.
//
// Returns why gumbo would not be given it, and the line; NULL when it may have it.
const char *scan_page(const uint8_t *bytes, size_t count, skeleton *skeleton, int *line);

// Counts what tags and text cost, and refuses a page with too much of it.
//
// `limits_open` says whether what the element holds is text, whatever it looks like.
bool limits_open(scan *s, const tag_name *name, bool is_closed_by_slash);
void limits_close(scan *s, const tag_name *name);
void limits_text(scan *s);

#endif
