#include "library.h"

#if HAS_GUMBO
#include <CLoading.h>
#include <pthread.h>

// Its structures are the same in 0.10 to 0.13, which Debian calls libgumbo1 to libgumbo3; the numbers of tags differ, so
// names are asked of the library.
static const char *const LIBRARIES[] = {"libgumbo.so.3", "libgumbo.so.2", "libgumbo.so.1", NULL};

static gumbo_library gumbo;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static void load(void) {
    const GumboOptions *options = NULL;
    const cloading_function functions[] = {
        {&gumbo.parse, "gumbo_parse_with_options"},
        {&gumbo.destroy, "gumbo_destroy_output"},
        {&gumbo.tag_name, "gumbo_normalized_tagname"},
        {&gumbo.original_name, "gumbo_tag_from_original_text"},
        {&options, "kGumboDefaultOptions"},
        {NULL, NULL},
    };
    if (cloading_open(LIBRARIES, functions) == NULL) return;
    gumbo.options = *options;
    gumbo.options.max_errors = 0;
    gumbo.is_loaded = true;
}

const gumbo_library *gumbo_library_load(void) {
    pthread_once(&loading, load);
    return gumbo.is_loaded ? &gumbo : NULL;
}
#endif
