#define _GNU_SOURCE
#include "skeleton.h"

#include "elements.h"

#include <stdlib.h>
#include <string.h>

// A shorter text is as short as its mark.
enum { SHORTEST_RUN = SKELETON_MARK_SIZE + 2, SIGN = 2, DIGITS = SKELETON_MARK_SIZE - SIGN, MAX_RUNS = 1 << (5 * DIGITS) };

static bool reserve(skeleton *skeleton, size_t count) {
    if (skeleton->count + count <= skeleton->capacity) return true;
    size_t capacity = (skeleton->count + count) * 3 / 2 + 1024;
    uint8_t *bytes = realloc(skeleton->bytes, capacity);
    if (bytes == NULL) {
        skeleton->is_out_of_memory = true;
        return false;
    }
    skeleton->bytes = bytes;
    skeleton->capacity = capacity;
    return true;
}

void skeleton_copy(skeleton *skeleton, const uint8_t *start, const uint8_t *end) {
    size_t count = (size_t)(end - start);
    if (count == 0 || !reserve(skeleton, count)) return;
    memcpy(skeleton->bytes + skeleton->count, start, count);
    skeleton->count += count;
}

void skeleton_add(skeleton *skeleton, const char *text) {
    size_t count = strlen(text);
    if (!reserve(skeleton, count)) return;
    memcpy(skeleton->bytes + skeleton->count, text, count);
    skeleton->count += count;
}

static bool add_mark(skeleton *skeleton, const uint8_t *start, const uint8_t *end) {
    if (skeleton->runs_count == MAX_RUNS) return false;
    if (skeleton->runs_count == skeleton->runs_capacity) {
        size_t capacity = skeleton->runs_capacity * 3 / 2 + 64;
        skeleton_run *runs = realloc(skeleton->runs, capacity * sizeof *runs);
        if (runs == NULL) {
            skeleton->is_out_of_memory = true;
            return false;
        }
        skeleton->runs = runs;
        skeleton->runs_capacity = capacity;
    }
    char mark[SKELETON_MARK_SIZE + 1] = SKELETON_MARK;
    for (int index = 0; index < DIGITS; index++) {
        mark[SIGN + index] = (char)('@' + (skeleton->runs_count >> (5 * (DIGITS - 1 - index)) & 31));
    }
    skeleton->runs[skeleton->runs_count++] =
        (skeleton_run){(size_t)(start - skeleton->page), (size_t)(end - start)};
    skeleton_add(skeleton, mark);
    return true;
}

skeleton_run skeleton_run_of(const skeleton *skeleton, const char *mark) {
    size_t number = 0;
    for (int index = SIGN; index < SKELETON_MARK_SIZE; index++) {
        if ((mark[index] & ~31) != '@') return (skeleton_run){0, 0};
        number = number << 5 | (mark[index] & 31);
    }
    return number < skeleton->runs_count ? skeleton->runs[number] : (skeleton_run){0, 0};
}

// A text that holds what begins a mark is marked in that place.
void skeleton_raw(skeleton *skeleton, const uint8_t *start, const uint8_t *end) {
    while (start < end) {
        const uint8_t *sign = memmem(start, (size_t)(end - start), SKELETON_MARK, SIGN);
        skeleton_copy(skeleton, start, sign == NULL ? end : sign);
        if (sign == NULL || !add_mark(skeleton, sign, sign + SIGN)) return;
        start = sign + SIGN;
    }
}

// Where a reference ends, such as `&auml;` or `&#228;`: behind all that can be part of it.
static const uint8_t *reference_end(const uint8_t *place, const uint8_t *end) {
    if (place == end) return end;
    place += 1;
    if (place < end && *place == '#') place += 1;
    while (place < end && (is_letter(*place) || (*place >= '0' && *place <= '9'))) place += 1;
    return place < end && *place == ';' ? place + 1 : place;
}

void skeleton_text(skeleton *skeleton, const uint8_t *start, const uint8_t *end) {
    while (start < end) {
        const uint8_t *word = start;
        while (word < end && is_space(*word)) word += 1;
        skeleton_copy(skeleton, start, word);
        const uint8_t *reference = memchr(word, '&', (size_t)(end - word));
        if (reference == NULL) reference = end;
        bool is_marked = reference - word >= SHORTEST_RUN && add_mark(skeleton, word, reference);
        if (!is_marked) skeleton_raw(skeleton, word, reference);
        start = reference_end(reference, end);
        skeleton_copy(skeleton, reference, start);
    }
}

bool skeleton_wants(const uint8_t *name, size_t count) {
    // The last two decide how a tree is built.
    static const char *const WANTED[] = {
        "class", "id", "role", "style", "hidden", "aria-hidden", "itemprop", "href", "rel", "lang", "xml:lang",
        "content", "property", "name", "http-equiv", "datetime", "title", "pubdate", "start", "open", "epub:type",
        "type", "encoding",
    };
    for (size_t index = 0; index < sizeof WANTED / sizeof *WANTED; index++) {
        const char *wanted = WANTED[index];
        size_t place = 0;
        while (place < count && wanted[place] != 0 && lower(name[place]) == (uint8_t)wanted[place]) place += 1;
        if (place == count && wanted[place] == 0) return true;
    }
    return false;
}

void skeleton_clear(skeleton *skeleton) {
    skeleton->count = 0;
    skeleton->runs_count = 0;
}

void skeleton_free(skeleton *skeleton) {
    free(skeleton->bytes);
    free(skeleton->runs);
}
