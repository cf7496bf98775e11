#ifndef CXML_H
#define CXML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The seam to libxml2, without its types: bytes of XML go in, a list of what stands in them comes out.
//
// Nothing is fetched, no external entity is read and a file that declares entities is refused, so that the list is never
// larger than the file allows: its strings together are at most as long as the file in UTF-8.

enum { CXML_OPEN, CXML_ATTRIBUTE, CXML_TEXT, CXML_CLOSE };

// An element's beginning, one of its attributes, text within it, or its end. `name` is that of an element or attribute
// without its prefix, `space` the address of its namespace, `content` an attribute's value or the text; all are places
// in `strings`. Of an element's beginning, `end` is the number of the event that ends it.
typedef struct {
    uint32_t kind;
    uint32_t line;
    uint32_t name, name_count;
    uint32_t space, space_count;
    uint32_t content, content_count;
    uint32_t end;
} cxml_event;

typedef struct {
    cxml_event *events;
    size_t count;
    uint8_t *strings;
    size_t strings_count;
    // Empty when all is well; `line` and `column` say where it went wrong.
    char message[256];
    int line, column;
} cxml_list;

// Parses a whole file of at most 2 GB. What was read before an error stays in the list; free it in any case.
cxml_list cxml_parse(const uint8_t *bytes, size_t count);
void cxml_free(cxml_list list);

#endif
