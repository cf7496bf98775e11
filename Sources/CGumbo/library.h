#ifndef LIBRARY_H
#define LIBRARY_H

#include <stdbool.h>

#if __has_include(<gumbo.h>)
#include <gumbo.h>
#define HAS_GUMBO 1

// gumbo's functions, which are loaded when the first page comes.
typedef struct {
    GumboOutput *(*parse)(const GumboOptions *, const char *, size_t);
    void (*destroy)(const GumboOptions *, GumboOutput *);
    const char *(*tag_name)(GumboTag);
    void (*original_name)(GumboStringPiece *);
    GumboOptions options;
    bool is_loaded;
} gumbo_library;

// NULL where gumbo is not installed.
const gumbo_library *gumbo_library_load(void);

#else
#define HAS_GUMBO 0
#endif

#endif
