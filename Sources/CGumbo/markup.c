#define _GNU_SOURCE
#include "scan.h"

#include <string.h>

// Which bytes of a page are tags, text and comments, as the standard has it.
enum { MAX_ATTRIBUTES = 512 };

static void pass_value(scan *s) {
    while (s->place < s->end && is_space(*s->place)) s->place += 1;
    if (s->place == s->end) return;
    if (*s->place == '"' || *s->place == '\'') {
        const uint8_t *close = memchr(s->place + 1, *s->place, (size_t)(s->end - s->place - 1));
        s->place = close == NULL ? s->end : close + 1;
    } else {
        while (s->place < s->end && !is_space(*s->place) && *s->place != '>') s->place += 1;
    }
}

// Passes an attribute; a quote opens a value behind an equals sign only.
static void pass_attribute(scan *s, bool is_kept) {
    const uint8_t *name = s->place;
    s->place += 1;
    while (s->place < s->end && !is_space(*s->place) && *s->place != '>' && *s->place != '/' && *s->place != '=') {
        s->place += 1;
    }
    const uint8_t *name_end = s->place, *value = name_end;
    while (value < s->end && is_space(*value)) value += 1;
    if (value < s->end && *value == '=') {
        s->place = value + 1;
        pass_value(s);
    }
    if (!is_kept && !skeleton_wants(name, (size_t)(name_end - name))) return;
    skeleton_add(s->skeleton, " ");
    skeleton_copy(s->skeleton, name, s->place);
}

typedef enum { UNFINISHED, OPEN, CLOSED_BY_SLASH } tag_ending;

static tag_ending pass_attributes(scan *s, bool are_kept) {
    int attributes = 0;
    bool is_closed_by_slash = false;
    while (s->place < s->end) {
        uint8_t byte = *s->place;
        if (byte == '>') {
            s->place += 1;
            return is_closed_by_slash ? CLOSED_BY_SLASH : OPEN;
        }
        if (is_space(byte) || byte == '/') {
            is_closed_by_slash = byte == '/';
            s->place += 1;
            continue;
        }
        is_closed_by_slash = false;
        if (++attributes > MAX_ATTRIBUTES) {
            s->refusal = "a tag has more than 512 attributes; no page needs that";
            return UNFINISHED;
        }
        pass_attribute(s, are_kept);
    }
    return UNFINISHED;
}

static const uint8_t *find_tag(const uint8_t *place, const uint8_t *end, const char *start, const tag_name *name) {
    size_t prefix = strlen(start);
    while ((place = memchr(place, '<', (size_t)(end - place))) != NULL) {
        size_t rest = (size_t)(end - place);
        if (rest < prefix + name->count) return NULL;
        bool matches = memcmp(place, start, prefix) == 0;
        for (size_t index = 0; matches && index < name->count; index++) {
            matches = (place[prefix + index] | 32) == (uint8_t)name->text[index];
        }
        if (matches) {
            uint8_t next = rest > prefix + name->count ? place[prefix + name->count] : '>';
            if (is_space(next) || next == '/' || next == '>') return place;
        }
        place += 1;
    }
    return NULL;
}

// Whether a page says in a script's tag that it is one of data.
static bool is_data(const uint8_t *tag, const uint8_t *end) {
    static const char name[] = "ld+json";
    for (; end - tag >= (ptrdiff_t)sizeof name - 1; tag++) {
        size_t place = 0;
        while (place < sizeof name - 1 && lower(tag[place]) == (uint8_t)name[place]) place += 1;
        if (place == sizeof name - 1) return true;
    }
    return false;
}

// Goes to the end tag of an element that holds text only. Styles and programs are nothing to read.
static void pass_raw(scan *s, const tag_name *name, const uint8_t *tag) {
    const uint8_t *content = s->place;
    const uint8_t *close = find_tag(content, s->end, "</", name);
    s->place = close == NULL ? s->end : close;
    bool is_script = tag_name_is(name, "script");
    if (is_script && memmem(content, (size_t)(s->place - content), "<!--", 4) != NULL) {
        // Within a comment in a script, a script's start tag hides the next end tag.
        const uint8_t *inner = find_tag(content, s->place, "<", name);
        if (inner != NULL && memmem(inner, (size_t)(s->place - inner), "-->", 3) == NULL) {
            s->refusal = "a script holds a comment with a script in it, which cannot be read safely";
        }
    }
    bool is_silent = tag_name_is(name, "style") || (is_script && !is_data(tag, content));
    if (!is_silent) skeleton_raw(s->skeleton, content, s->place);
}

static void pass_start_tag(scan *s) {
    const uint8_t *tag = s->place++;
    size_t written = s->skeleton->count;
    tag_name name = tag_name_read(&s->place, s->end);
    skeleton_copy(s->skeleton, tag, s->place);
    // Formatting is opened again if its attributes are the same, and an index has words among them.
    tag_ending ending = pass_attributes(s, name.flags & FORMATTING || tag_name_is(&name, "isindex"));
    if (ending == UNFINISHED) {
        s->skeleton->count = written;
        skeleton_copy(s->skeleton, tag, s->end);
        s->place = s->end;
        return;
    }
    skeleton_add(s->skeleton, ending == CLOSED_BY_SLASH ? " />" : ">");
    if (tag_name_is(&name, "plaintext")) {
        skeleton_raw(s->skeleton, s->place, s->end);
        s->place = s->end;
    } else if (limits_open(s, &name, ending == CLOSED_BY_SLASH) && s->refusal == NULL) {
        pass_raw(s, &name, tag);
    }
}

static void pass_end_tag(scan *s) {
    const uint8_t *tag = s->place;
    size_t written = s->skeleton->count;
    s->place += 2;
    tag_name name = tag_name_read(&s->place, s->end);
    skeleton_copy(s->skeleton, tag, s->place);
    tag_ending ending = pass_attributes(s, false);
    s->skeleton->count = ending == UNFINISHED ? written : s->skeleton->count;
    if (ending == UNFINISHED) skeleton_copy(s->skeleton, tag, s->end);
    else skeleton_add(s->skeleton, ">");
    limits_close(s, &name);
}

static void pass_until(scan *s, const char *text) {
    const uint8_t *start = s->place;
    size_t count = strlen(text);
    const uint8_t *found = memmem(start, (size_t)(s->end - start), text, count);
    s->place = found == NULL ? s->end : found + count;
    skeleton_copy(s->skeleton, start, s->place);
}

static const uint8_t *comment_end(const uint8_t *place, const uint8_t *end) {
    if (place < end && *place == '>') return place + 1;
    if (end - place >= 2 && place[0] == '-' && place[1] == '>') return place + 2;
    while ((place = memmem(place, (size_t)(end - place), "--", 2)) != NULL) {
        const uint8_t *after = place + 2;
        if (after < end && *after == '!') after += 1;
        if (after < end && *after == '>') return after + 1;
        place += 1;
    }
    return end;
}

// A comment parts texts, even without words.
static void pass_comment(scan *s) {
    s->place = comment_end(s->place + 4, s->end);
    skeleton_add(s->skeleton, "<!---->");
}

static void pass_markup(scan *s) {
    size_t rest = (size_t)(s->end - s->place);
    if (rest >= 2 && is_letter(s->place[1])) {
        pass_start_tag(s);
    } else if (rest > 2 && s->place[1] == '/' && is_letter(s->place[2])) {
        pass_end_tag(s);
    } else if (rest >= 4 && memcmp(s->place, "<!--", 4) == 0) {
        pass_comment(s);
    } else if (rest >= 9 && memcmp(s->place, "<![CDATA[", 9) == 0 && s->drawings > 0) {
        s->refusal = "a drawing holds a CDATA section, which cannot be read safely";
    } else if (rest >= 2 && (s->place[1] == '!' || s->place[1] == '?' || s->place[1] == '/')) {
        pass_until(s, ">");
    } else {
        skeleton_add(s->skeleton, "<");
        s->place += 1;
    }
}

int scan_line(const scan *s) {
    int line = 1;
    const uint8_t *place = s->start;
    while ((place = memchr(place, '\n', (size_t)(s->place - place))) != NULL) {
        place += 1;
        line += 1;
    }
    return line;
}

static bool can_cut(const scan *s) {
    if (s->formatting + s->drawings + s->selects + s->templates > 0) return false;
    const uint8_t *place = s->place + 1;
    if (place >= s->end || !is_letter(*place)) return false;
    tag_name name = tag_name_read(&place, s->end);
    if (!(name.flags & BOX || tag_name_is(&name, "p"))) return false;
    for (int index = 0; index < s->depth; index++) {
        if (!(s->open[index].name.flags & BOX)) return false;
    }
    return true;
}

void scan_piece(scan *s, size_t size) {
    const uint8_t *start = s->place;
    while (s->refusal == NULL && s->place < s->end) {
        const uint8_t *next = memchr(s->place, '<', (size_t)(s->end - s->place));
        if (next == NULL) next = s->end;
        if (next > s->place) {
            limits_text(s);
            skeleton_text(s->skeleton, s->place, next);
        }
        s->place = next;
        if (s->place == s->end || ((size_t)(s->place - start) >= size && can_cut(s))) break;
        pass_markup(s);
    }
    if (s->skeleton->is_out_of_memory) s->refusal = "there is not enough memory for this page";
}
