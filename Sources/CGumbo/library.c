#include "library.h"

#if HAS_GUMBO
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// Its structures are the same in 0.10 to 0.13, which Debian calls libgumbo1 to libgumbo3; the numbers of tags differ, so
// names are asked of the library.
static const char *const LIBRARIES[] = {"libgumbo.so.3", "libgumbo.so.2", "libgumbo.so.1"};

static gumbo_library gumbo;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static bool load_from(void *library) {
    const struct {
        void *function;
        const char *name;
    } functions[] = {
        {&gumbo.parse, "gumbo_parse_with_options"},
        {&gumbo.destroy, "gumbo_destroy_output"},
        {&gumbo.tag_name, "gumbo_normalized_tagname"},
        {&gumbo.original_name, "gumbo_tag_from_original_text"},
    };
    for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
        void *function = dlsym(library, functions[index].name);
        if (function == NULL) return false;
        memcpy(functions[index].function, &function, sizeof function);
    }
    const GumboOptions *options = dlsym(library, "kGumboDefaultOptions");
    if (options == NULL) return false;
    gumbo.options = *options;
    gumbo.options.max_errors = 0;
    return true;
}

static void load(void) {
    for (size_t index = 0; index < sizeof LIBRARIES / sizeof *LIBRARIES && !gumbo.is_loaded; index++) {
        void *library = dlopen(LIBRARIES[index], RTLD_NOW | RTLD_LOCAL);
        gumbo.is_loaded = library != NULL && load_from(library);
    }
}

const gumbo_library *gumbo_library_load(void) {
    pthread_once(&loading, load);
    return gumbo.is_loaded ? &gumbo : NULL;
}
#endif
