#include "CUchardet.h"

#include <CLoading.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

// uchardet is loaded when the first text comes that is no UTF-8. Its interface is five functions of plain types, the
// same since 0.0.1, so its headers are not needed.
static struct {
    void *(*create)(void);
    int (*take)(void *, const char *, size_t);
    void (*end)(void *);
    const char *(*name)(void *);
    void (*destroy)(void *);
    bool is_loaded;
} uchardet;

static void load(void) {
    const cloading_function functions[] = {
        {&uchardet.create, "uchardet_new"},
        {&uchardet.take, "uchardet_handle_data"},
        {&uchardet.end, "uchardet_data_end"},
        {&uchardet.name, "uchardet_get_charset"},
        {&uchardet.destroy, "uchardet_delete"},
        {NULL, NULL},
    };
    uchardet.is_loaded = cloading_open((const char *[]){"libuchardet.so.0", NULL}, functions) != NULL;
}

static pthread_once_t loading = PTHREAD_ONCE_INIT;

int cuchardet_detect(const uint8_t *bytes, size_t count, char name[CUCHARDET_NAME_SIZE]) {
    name[0] = 0;
    pthread_once(&loading, load);
    if (!uchardet.is_loaded) return CUCHARDET_MISSING;
    void *detector = uchardet.create();
    if (detector == NULL) return CUCHARDET_UNKNOWN;
    if (uchardet.take(detector, (const char *)bytes, count) == 0) {
        uchardet.end(detector);
        snprintf(name, CUCHARDET_NAME_SIZE, "%s", uchardet.name(detector));
    }
    uchardet.destroy(detector);
    return name[0] == 0 ? CUCHARDET_UNKNOWN : CUCHARDET_FOUND;
}
