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
    // How long the tag is, with its attributes.
    size_t size;
} open_element;

typedef struct {
    const uint8_t *start, *place, *end;
    skeleton *skeleton;
    open_element open[MAX_DEPTH + 1];
    int depth;
    // Elements below are not taken for parts of a drawing any more.
    int drawing_floor;
    int formatting, drawings, selects, templates, roots;
    bool has_column_in_template;
    long tags, nodes;
    // How long the tags of open formatting are, and what copying them costs.
    size_t formatting_size, copied;
    const char *refusal;
} scan;

// Goes on through a page and adds to its skeleton, to the end or to a place behind so many bytes where it can be cut: a
// paragraph or box begins there, and nothing is open but boxes around it.
//
// `refusal` says afterwards why gumbo would not be given the page.
void scan_piece(scan *s, size_t size);
// The line that the scan is on.
int scan_line(const scan *s);

// Counts what tags and text cost, and refuses a page with too much of it.
//
// `limits_open` says whether what the element holds is text, whatever it looks like.
bool limits_open(scan *s, const tag_name *name, bool is_closed_by_slash);
void limits_close(scan *s, const tag_name *name);
void limits_text(scan *s);

#endif
