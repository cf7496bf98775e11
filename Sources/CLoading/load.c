#include "CLoading.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static bool find(void *library, const cloading_function *functions) {
    for (; functions->name != NULL; functions++) {
        void *function = dlsym(library, functions->name);
        if (function == NULL) return false;
        // ISO C has no conversion from a pointer to data to one to a function.
        memcpy(functions->function, &function, sizeof function);
    }
    return true;
}

void *cloading_open(const char *const *libraries, const cloading_function *functions) {
    for (; *libraries != NULL; libraries++) {
        void *library = dlopen(*libraries, RTLD_NOW | RTLD_LOCAL);
        if (library == NULL) continue;
        if (find(library, functions)) return library;
        dlclose(library);
    }
    return NULL;
}
