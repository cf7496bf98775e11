#include "scan.h"

#include <string.h>

// What gumbo is not asked to do. It looks through all open elements at most tags, opens unclosed formatting again in
// every paragraph, and frees its tree by recursion, so that a small hostile page could cost hours or gigabytes. One
// pass over the tags bounds all of that from above: where HTML leaves in doubt whether an element is still open or
// whether characters are tags, the larger bound is taken or the page refused.
enum {
    MAX_ROOTS = 16,
    MAX_TAGS = 2000000,
    MAX_NODES = 6000000,
    MAX_COPIED = 64 << 20,
};

static void pop(scan *s) {
    const tag_name *name = &s->open[--s->depth].name;
    if (name->flags & FORMATTING) {
        s->formatting -= 1;
        s->formatting_size -= s->open[s->depth].size;
    }
    if (name->flags & DRAWING_ROOT) s->drawings -= 1;
    if (tag_name_is(name, "select")) s->selects -= 1;
    if (tag_name_is(name, "template")) s->templates -= 1;
    if (s->drawing_floor > s->depth) s->drawing_floor = s->depth;
}

static void push(scan *s, const tag_name *name, bool is_drawing) {
    if (s->depth == MAX_DEPTH) {
        s->refusal = "elements are nested, or left open, more than 512 deep; no page needs that";
        return;
    }
    size_t size = (size_t)(s->place - name->start);
    s->open[s->depth++] = (open_element){*name, is_drawing, size};
    if (name->flags & FORMATTING) {
        s->formatting += 1;
        s->formatting_size += size;
    }
    if (name->flags & DRAWING_ROOT) s->drawings += 1;
    if (tag_name_is(name, "select")) s->selects += 1;
    if (tag_name_is(name, "template")) s->templates += 1;
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
static void close_before(scan *s, const tag_name *name) {
    if (name->flags & BLOCK) pop_while_top_is_one_of(s, " p ");
    if (tag_name_is(name, "li")) pop_while_top_is_one_of(s, " li ");
    else if (tag_name_is(name, "dt") || tag_name_is(name, "dd")) pop_while_top_is_one_of(s, " dt dd ");
    else if (tag_name_is(name, "option")) pop_while_top_is_one_of(s, " option ");
    else if (tag_name_is(name, "optgroup")) pop_while_top_is_one_of(s, " option optgroup ");
    else if (tag_name_is(name, "td") || tag_name_is(name, "th")) pop_while_top_is_one_of(s, " p td th colgroup ");
    else if (tag_name_is(name, "tr")) pop_while_top_is_one_of(s, " p td th tr colgroup ");
    else if (tag_name_is(name, "tbody") || tag_name_is(name, "thead") || tag_name_is(name, "tfoot")) {
        pop_while_top_is_one_of(s, " p td th tr tbody thead tfoot colgroup ");
    }
}

static void count_nodes(scan *s, long nodes) {
    s->nodes += nodes;
    if (s->nodes > MAX_NODES) s->refusal = "too much formatting is left open; no page needs that";
}

void limits_text(scan *s) {
    count_nodes(s, 1 + s->formatting);
    s->copied += s->formatting_size;
    if (s->copied > MAX_COPIED) s->refusal = "too much formatting is left open; no page needs that";
}

bool limits_open(scan *s, const tag_name *name, bool is_closed_by_slash) {
    limits_text(s);
    if (++s->tags > MAX_TAGS) s->refusal = "there are more than two million tags; no page needs that";
    if (name->flags & SINGLE) {
        if (++s->roots > MAX_ROOTS) s->refusal = "html, head and body begin more than 16 times; divide the file";
        return false;
    }
    if (tag_name_is(name, "frameset")) {
        s->refusal = "is a frame set, which has no text of its own; open the frame's file";
    }
    if (top_is_drawing(s) && name->flags & OUT_OF_DRAWING) {
        while (top_is_drawing(s)) pop(s);
    }
    bool in_drawing = top_is_drawing(s);
    bool is_part = name->flags & DRAWING_ROOT || (in_drawing && name->flags & DRAWING);
    if (in_drawing && is_part && is_closed_by_slash) return false;
    if (!is_part && !(in_drawing && (name->flags & (SHELL | RAW)))) s->drawing_floor = s->depth;
    if (name->flags & EMPTY && !in_drawing) {
        if (tag_name_is(name, "col") && s->templates > 0) s->has_column_in_template = true;
        return false;
    }
    close_before(s, name);
    bool is_raw = name->flags & RAW && !in_drawing;
    // Where gumbo may not take the element for what it is, what it holds would be tags.
    if (is_raw
        && (s->drawings > 0 || s->has_column_in_template
            || (s->selects > 0 && !tag_name_is(name, "script") && !tag_name_is(name, "textarea")))) {
        s->refusal = "a script or style stands within a drawing or menu, which cannot be read safely";
    }
    push(s, name, is_part);
    return is_raw;
}

// Whether the end tag of an element around it ends this one too.
static bool can_stay_open(const scan *s, int index) {
    return s->open[index].name.flags & OPTIONAL_END || (index >= s->drawing_floor && s->open[index].is_drawing);
}

void limits_close(scan *s, const tag_name *name) {
    int index = s->depth - 1;
    while (index > 0 && can_stay_open(s, index) && !tag_name_equals(&s->open[index].name, name)) index -= 1;
    if (index >= 0 && tag_name_equals(&s->open[index].name, name)) {
        while (s->depth > index) pop(s);
    } else {
        s->drawing_floor = s->depth;
        count_nodes(s, 1);
    }
}
