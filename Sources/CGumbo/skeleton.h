#ifndef SKELETON_H
#define SKELETON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What gumbo gets of a page. It reads sign by sign and copies all that it reads, so texts are short marks, and of what a
// tag says only the attributes are there that somebody asks for or that decide where an element goes:
//
//     <p data-x=1 class=a>Ein langer Satz.     <p class=a>*@@@@C
//
// The mark is no white space, as the text that it stands for is not, so that the tree is the same. White space at the
// beginning of a text stays, and so do references, which gumbo resolves. What begins a mark is a code point that means
// nothing: gumbo exchanges control characters.
#define SKELETON_MARK "\xCD\xB8"
enum { SKELETON_MARK_SIZE = 7 };

typedef struct {
    size_t start;
    size_t count;
} skeleton_run;

typedef struct {
    const uint8_t *page;
    uint8_t *bytes;
    size_t count, capacity;
    // The texts of the page that marks stand for.
    skeleton_run *runs;
    size_t runs_count, runs_capacity;
    bool is_out_of_memory;
} skeleton;

// Adds a tag, or a part of one, as it is.
void skeleton_copy(skeleton *skeleton, const uint8_t *start, const uint8_t *end);
void skeleton_add(skeleton *skeleton, const char *text);
// Adds what an element holds that holds text only.
void skeleton_raw(skeleton *skeleton, const uint8_t *start, const uint8_t *end);
// Adds a text between two tags.
void skeleton_text(skeleton *skeleton, const uint8_t *start, const uint8_t *end);
// Whether an attribute is kept.
bool skeleton_wants(const uint8_t *name, size_t count);
// The text that a mark stands for; the mark has to be whole.
skeleton_run skeleton_run_of(const skeleton *skeleton, const char *mark);
// Forgets all texts and tags, and keeps the memory for the next piece of the page.
void skeleton_clear(skeleton *skeleton);
void skeleton_free(skeleton *skeleton);

#endif
