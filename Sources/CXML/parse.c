#include "CXML.h"

#include <CLoading.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Deeper elements, more attributes on one of them or more namespaces at a time are no document but an attack: libxml2
// compares attributes and namespaces with each other, each with each.
enum { MAX_DEPTH = 256, MAX_ATTRIBUTES = 1024, MAX_NAMESPACES = 256 };

// libxml2 is loaded when the first file of XML comes: with what it brings along it would cost every start a millisecond
// and 2 MB. Its name is that of the headers' version, whose structures are used here.
static const char *const LIBRARIES[] = {LIBXML_VERSION >= 21400 ? "libxml2.so.16" : "libxml2.so.2", NULL};

static struct {
    void (*init)(void);
    xmlParserCtxtPtr (*create)(const char *, int);
    int (*use_options)(xmlParserCtxtPtr, int);
    int (*parse)(xmlParserCtxtPtr);
    void (*stop)(xmlParserCtxtPtr);
    void (*free_document)(xmlDocPtr);
    void (*free_parser)(xmlParserCtxtPtr);
    void (*free_enumeration)(xmlEnumerationPtr);
    void (*report_to)(void *, xmlStructuredErrorFunc);
    int (*line)(void *);
    int (*column)(void *);
    bool is_loaded;
} libxml2;

static void load(void) {
    const cloading_function functions[] = {
        {&libxml2.init, "xmlInitParser"},
        {&libxml2.create, "xmlCreateMemoryParserCtxt"},
        {&libxml2.use_options, "xmlCtxtUseOptions"},
        {&libxml2.parse, "xmlParseDocument"},
        {&libxml2.stop, "xmlStopParser"},
        {&libxml2.free_document, "xmlFreeDoc"},
        {&libxml2.free_parser, "xmlFreeParserCtxt"},
        {&libxml2.free_enumeration, "xmlFreeEnumeration"},
        {&libxml2.report_to, "xmlSetStructuredErrorFunc"},
        {&libxml2.line, "xmlSAX2GetLineNumber"},
        {&libxml2.column, "xmlSAX2GetColumnNumber"},
        {NULL, NULL},
    };
    if (cloading_open(LIBRARIES, functions) == NULL) return;
    libxml2.init();
    libxml2.is_loaded = true;
}

static pthread_once_t loading = PTHREAD_ONCE_INIT;

typedef struct {
    cxml_list list;
    size_t event_capacity, string_capacity;
    int depth;
    int namespaces[MAX_DEPTH + 1];
    // The events that began the elements which are open.
    size_t open[MAX_DEPTH + 1];
    // The addresses of namespaces that have occurred, as libxml2 has them once each, and where they are kept: written
    // out for every element, one long address would make a large list of a small file.
    const xmlChar *known[MAX_NAMESPACES];
    uint32_t known_places[MAX_NAMESPACES], known_counts[MAX_NAMESPACES];
    int known_count, last_known;
    bool joins_text;
    xmlParserCtxtPtr parser;
} state;

static void fail(state *s, const char *message, int line, int column) {
    if (s->list.message[0] != 0) return;
    snprintf(s->list.message, sizeof s->list.message, "%s", message);
    for (char *end = s->list.message + strlen(s->list.message); end > s->list.message && end[-1] == '\n';) *--end = 0;
    s->list.line = line;
    s->list.column = column;
}

static void stop(state *s, const char *message) {
    fail(s, message, libxml2.line(s->parser), libxml2.column(s->parser));
    libxml2.stop(s->parser);
}

static uint32_t keep(state *s, const void *bytes, size_t count) {
    if (s->list.strings_count + count > UINT32_MAX) {
        stop(s, "the file holds more than 4 GB of text; divide it");
        return 0;
    }
    if (s->list.strings_count + count > s->string_capacity) {
        size_t capacity = (s->list.strings_count + count) * 2 + 4096;
        uint8_t *larger = realloc(s->list.strings, capacity);
        if (larger == NULL) {
            stop(s, "there is not enough memory for this file");
            return 0;
        }
        s->list.strings = larger;
        s->string_capacity = capacity;
    }
    size_t place = s->list.strings_count;
    if (count > 0) memcpy(s->list.strings + place, bytes, count);
    s->list.strings_count += count;
    return (uint32_t)place;
}

static cxml_event *add(state *s, uint8_t kind) {
    if (s->list.count == s->event_capacity) {
        size_t capacity = s->event_capacity * 2 + 256;
        cxml_event *larger = realloc(s->list.events, capacity * sizeof *larger);
        if (larger == NULL) {
            stop(s, "there is not enough memory for this file");
            return NULL;
        }
        s->list.events = larger;
        s->event_capacity = capacity;
    }
    cxml_event *event = &s->list.events[s->list.count++];
    memset(event, 0, sizeof *event);
    event->kind = kind;
    event->line = (uint32_t)libxml2.line(s->parser);
    s->joins_text = false;
    return event;
}

static void name(state *s, cxml_event *event, const xmlChar *local, const xmlChar *space) {
    event->name_count = local == NULL ? 0 : (uint32_t)strlen((const char *)local);
    event->name = keep(s, local, event->name_count);
    if (space == NULL) return;
    int known = s->last_known;
    if (known >= s->known_count || s->known[known] != space) {
        for (known = 0; known < s->known_count && s->known[known] != space;) known++;
    }
    if (known == MAX_NAMESPACES) return stop(s, "more than 256 namespaces; no document needs that");
    if (known == s->known_count) {
        s->known[known] = space;
        s->known_counts[known] = (uint32_t)strlen((const char *)space);
        s->known_places[known] = keep(s, space, s->known_counts[known]);
        s->known_count++;
    }
    s->last_known = known;
    event->space = s->known_places[known];
    event->space_count = s->known_counts[known];
}

static void open_element(
    void *parser, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes
) {
    (void)prefix, (void)namespaces, (void)default_count;
    state *s = ((xmlParserCtxtPtr)parser)->_private;
    if (s->depth >= MAX_DEPTH) return stop(s, "elements are nested more than 256 deep; no document needs that");
    s->namespaces[s->depth + 1] = s->namespaces[s->depth] + namespace_count;
    s->depth += 1;
    if (s->namespaces[s->depth] > MAX_NAMESPACES) return stop(s, "more than 256 namespaces; no document needs that");
    cxml_event *event = add(s, CXML_OPEN);
    if (event == NULL) return;
    s->open[s->depth] = s->list.count - 1;
    name(s, event, local, space);
    for (int index = 0; index < attribute_count; index++) {
        const xmlChar **attribute = attributes + 5 * index;
        event = add(s, CXML_ATTRIBUTE);
        if (event == NULL) return;
        name(s, event, attribute[0], attribute[2]);
        event->content_count = (uint32_t)(attribute[4] - attribute[3]);
        event->content = keep(s, attribute[3], event->content_count);
    }
}

static void close_element(void *parser, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    (void)local, (void)prefix, (void)space;
    state *s = ((xmlParserCtxtPtr)parser)->_private;
    s->list.events[s->open[s->depth]].end = (uint32_t)s->list.count;
    s->depth -= 1;
    add(s, CXML_CLOSE);
}

static void text(void *parser, const xmlChar *characters, int count) {
    state *s = ((xmlParserCtxtPtr)parser)->_private;
    if (s->depth == 0) return;
    // libxml2 gives long texts, and those with references, in pieces.
    bool joins = s->joins_text && s->list.count > 0;
    cxml_event *event = joins ? &s->list.events[s->list.count - 1] : add(s, CXML_TEXT);
    if (event == NULL) return;
    uint32_t place = keep(s, characters, (size_t)count);
    if (!joins) event->content = place;
    event->content_count += (uint32_t)count;
    s->joins_text = true;
}

static void entity(
    void *parser, const xmlChar *entity_name, int type, const xmlChar *public_id, const xmlChar *system_id,
    xmlChar *content
) {
    (void)entity_name, (void)type, (void)public_id, (void)system_id, (void)content;
    stop(((xmlParserCtxtPtr)parser)->_private, "the file declares entities of its own, which are not read");
}

static void unparsed_entity(
    void *parser, const xmlChar *entity_name, const xmlChar *public_id, const xmlChar *system_id,
    const xmlChar *notation
) {
    (void)notation;
    entity(parser, entity_name, 0, public_id, system_id, NULL);
}

static void attribute_declaration(
    void *parser, const xmlChar *element, const xmlChar *full_name, int type, int use, const xmlChar *value,
    xmlEnumerationPtr choices
) {
    (void)element, (void)full_name, (void)type, (void)use, (void)value;
    libxml2.free_enumeration(choices);
    // A default would be added to every element of the file.
    stop(((xmlParserCtxtPtr)parser)->_private, "the file declares attributes of its own, which are not read");
}

static xmlParserInputPtr no_entity(void *parser, const xmlChar *public_id, const xmlChar *system_id) {
    (void)parser, (void)public_id, (void)system_id;
    return NULL;
}

static void no_subset(
    void *parser, const xmlChar *subset, const xmlChar *public_id, const xmlChar *system_id
) {
    (void)parser, (void)subset, (void)public_id, (void)system_id;
}

static void report(void *parser, const xmlError *error) {
    if (error->level != XML_ERR_FATAL && error->code != XML_NS_ERR_UNDEFINED_NAMESPACE) return;
    state *s = ((xmlParserCtxtPtr)parser)->_private;
    if (s != NULL) fail(s, error->message, error->line, error->int2);
}

static void report_any(void *parser, xmlErrorPtr error) { report(parser, error); }

// What libxml2 says without a file in hand, such as of bytes in a wrong encoding, would else go to stderr.
static void ignore(void *context, xmlErrorPtr error) { (void)context, (void)error; }

// Whether a tag has so many attributes that comparing them all would take long.
static bool has_crowded_tag(const uint8_t *bytes, size_t count) {
    const uint8_t *end = bytes + count;
    for (const uint8_t *tag = bytes; (tag = memchr(tag, '<', (size_t)(end - tag))) != NULL;) {
        int attributes = 0;
        uint8_t quote = 0;
        tag += 1;
        for (; tag < end; tag++) {
            if (quote != 0) {
                if (*tag == quote) quote = 0;
            } else if (*tag == '"' || *tag == '\'') {
                quote = *tag;
                attributes += 1;
            } else if (*tag == '>' || *tag == '<') {
                break;
            }
            if (*tag == '<') break;
        }
        if (attributes > MAX_ATTRIBUTES) return true;
    }
    return false;
}

cxml_list cxml_parse(const uint8_t *bytes, size_t count) {
    state s = {0};
    if (count == 0 || count > INT32_MAX) {
        fail(&s, count == 0 ? "the file is empty" : "the file is larger than 2 GB; divide it", 1, 1);
        return s.list;
    }
    if (has_crowded_tag(bytes, count)) {
        fail(&s, "an element has more than 1024 attributes; no document needs that", 1, 1);
        return s.list;
    }
    pthread_once(&loading, load);
    if (!libxml2.is_loaded) {
        fail(&s, "XML cannot be read without libxml2; install the package libxml2", 1, 1);
        return s.list;
    }
    libxml2.report_to(NULL, (xmlStructuredErrorFunc)ignore);
    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = open_element;
    handler.endElementNs = close_element;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    handler.entityDecl = entity;
    handler.unparsedEntityDecl = unparsed_entity;
    handler.attributeDecl = attribute_declaration;
    handler.resolveEntity = no_entity;
    handler.externalSubset = no_subset;
    handler.serror = (xmlStructuredErrorFunc)report_any;
    xmlParserCtxtPtr parser = libxml2.create((const char *)bytes, (int)count);
    if (parser == NULL) {
        fail(&s, "there is not enough memory for this file", 1, 1);
        return s.list;
    }
    // Long texts are allowed, depth is limited here; no entity is ever declared, so replacing them is safe and gives
    // the five that every file has in the same way everywhere.
    libxml2.use_options(parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
    xmlSAXHandlerPtr old = parser->sax;
    parser->sax = &handler;
    parser->_private = &s;
    s.parser = parser;
    libxml2.parse(parser);
    if (!parser->wellFormed) fail(&s, "the file is no well-formed XML", libxml2.line(parser), 1);
    parser->sax = old;
    if (parser->myDoc != NULL) libxml2.free_document(parser->myDoc);
    parser->myDoc = NULL;
    libxml2.free_parser(parser);
    return s.list;
}

void cxml_free(cxml_list list) {
    free(list.events);
    free(list.strings);
}
