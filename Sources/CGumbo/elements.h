#ifndef ELEMENTS_H
#define ELEMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What is known about the elements of HTML without building a tree.
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
    BOX = 1024,  // a block that may hold all others, and that nothing else depends on
};

typedef struct {
    char text[20];  // lower case, cut when longer
    const uint8_t *start;
    size_t count;
    int flags;
} tag_name;

// The name that begins at a place, which is moved behind it.
tag_name tag_name_read(const uint8_t **place, const uint8_t *end);
bool tag_name_is(const tag_name *name, const char *text);
bool tag_name_equals(const tag_name *one, const tag_name *other);

static inline bool is_space(uint8_t byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static inline bool is_letter(uint8_t byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }

static inline uint8_t lower(uint8_t byte) { return byte >= 'A' && byte <= 'Z' ? (uint8_t)(byte + 32) : byte; }

#endif
