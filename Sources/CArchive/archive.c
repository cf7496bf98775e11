#define _GNU_SOURCE
#include "CArchive.h"

#include <stdio.h>
#include <string.h>

#if __has_include(<archive.h>)

#include <CLoading.h>
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>

// Formats may give an empty block now and then, not one after the other.
enum { MAX_EMPTY_BLOCKS = 1000 };

// libarchive is loaded when the first archive comes: with all its decompressors it would cost every start.
static const char *const LIBRARIES[] = {"libarchive.so.13", NULL};

static struct {
    struct archive *(*create)(void);
    int (*zip)(struct archive *), (*tar)(struct archive *), (*seven_zip)(struct archive *), (*raw)(struct archive *);
    int (*gzip)(struct archive *), (*bzip2)(struct archive *), (*xz)(struct archive *), (*zstd)(struct archive *);
    int (*open)(struct archive *, const void *, size_t);
    int (*next)(struct archive *, struct archive_entry **);
    int (*read)(struct archive *, const void **, size_t *, la_int64_t *);
    int (*filter_count)(struct archive *);
    const char *(*message)(struct archive *);
    int (*free)(struct archive *);
    const char *(*name)(struct archive_entry *);
    __LA_MODE_T (*type)(struct archive_entry *);
    int (*is_encrypted)(struct archive_entry *);
    bool is_loaded;
    // Names are UTF-8 whatever the user's locale is: libarchive would replace what that lacks.
    locale_t locale;
} library;

static void load(void) {
    const cloading_function functions[] = {
        {&library.create, "archive_read_new"},
        // The streaming reader of ZIP would have to unpack what is skipped.
        {&library.zip, "archive_read_support_format_zip_seekable"},
        {&library.tar, "archive_read_support_format_tar"},
        {&library.seven_zip, "archive_read_support_format_7zip"},
        {&library.raw, "archive_read_support_format_raw"},
        {&library.gzip, "archive_read_support_filter_gzip"},
        {&library.bzip2, "archive_read_support_filter_bzip2"},
        {&library.xz, "archive_read_support_filter_xz"},
        {&library.zstd, "archive_read_support_filter_zstd"},
        {&library.open, "archive_read_open_memory"},
        {&library.next, "archive_read_next_header"},
        {&library.read, "archive_read_data_block"},
        {&library.filter_count, "archive_filter_count"},
        {&library.message, "archive_error_string"},
        {&library.free, "archive_read_free"},
        {&library.name, "archive_entry_pathname"},
        {&library.type, "archive_entry_filetype"},
        {&library.is_encrypted, "archive_entry_is_encrypted"},
        {NULL, NULL},
    };
    if (cloading_open(LIBRARIES, functions) == NULL) return;
    library.locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
    library.is_loaded = true;
}

static pthread_once_t loading = PTHREAD_ONCE_INIT;

struct carchive {
    struct archive *archive;
};

static locale_t enter(void) { return library.locale == NULL ? NULL : uselocale(library.locale); }
static void leave(locale_t old) {
    if (old != NULL) uselocale(old);
}

static bool support(struct archive *archive, int kind) {
    if (kind == CARCHIVE_ENTRIES) {
        return library.zip(archive) >= ARCHIVE_WARN && library.tar(archive) >= ARCHIVE_WARN
            && library.seven_zip(archive) >= ARCHIVE_WARN;
    }
    return library.raw(archive) == ARCHIVE_OK && library.gzip(archive) >= ARCHIVE_WARN
        && library.bzip2(archive) >= ARCHIVE_WARN && library.xz(archive) >= ARCHIVE_WARN
        && library.zstd(archive) >= ARCHIVE_WARN;
}

carchive *carchive_open(const uint8_t *bytes, size_t count, int kind, char message[256]) {
    pthread_once(&loading, load);
    if (!library.is_loaded) {
        snprintf(message, 256, "archives cannot be read without libarchive; install the package libarchive13");
        return NULL;
    }
    struct archive *archive = library.create();
    carchive *result = malloc(sizeof *result);
    locale_t old = enter();
    bool is_open = archive != NULL && result != NULL && support(archive, kind)
        && library.open(archive, bytes, count) == ARCHIVE_OK;
    leave(old);
    // One filter for the compression, and one that libarchive counts for the bytes themselves.
    bool is_layered = is_open && library.filter_count(archive) > 2;
    if (is_open && !is_layered) {
        result->archive = archive;
        return result;
    }
    const char *reason = archive == NULL ? NULL : library.message(archive);
    if (is_layered) reason = "it is compressed more than once";
    snprintf(message, 256, "%s", reason == NULL ? "there is not enough memory" : reason);
    if (archive != NULL) library.free(archive);
    free(result);
    return NULL;
}

int carchive_next(carchive *archive, carchive_entry *entry) {
    locale_t old = enter();
    struct archive_entry *header = NULL;
    int status = library.next(archive->archive, &header);
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
        const char *name = library.name(header);
        entry->name = name == NULL ? "" : name;
        entry->is_file = library.type(header) == AE_IFREG || library.type(header) == 0;
        entry->is_encrypted = library.is_encrypted(header) > 0;
    }
    leave(old);
    if (status == ARCHIVE_EOF) return 0;
    return status == ARCHIVE_OK || status == ARCHIVE_WARN ? 1 : -1;
}

ptrdiff_t carchive_read(carchive *archive, const uint8_t **bytes) {
    // Not archive_read_data, which keeps what came before damage to itself.
    for (int empty = 0; empty < MAX_EMPTY_BLOCKS; empty++) {
        const void *block = NULL;
        size_t count = 0;
        la_int64_t offset = 0;
        int status = library.read(archive->archive, &block, &count, &offset);
        if (status == ARCHIVE_EOF) return 0;
        if (status != ARCHIVE_OK || count > PTRDIFF_MAX) return -1;
        if (count == 0 || block == NULL) continue;
        *bytes = block;
        return (ptrdiff_t)count;
    }
    return -1;
}

const char *carchive_message(const carchive *archive) {
    const char *message = library.message(archive->archive);
    return message == NULL ? "" : message;
}

void carchive_close(carchive *archive) {
    if (archive == NULL) return;
    library.free(archive->archive);
    free(archive);
}

#else

// Built where libarchive's headers were not: every archive says so.
carchive *carchive_open(const uint8_t *bytes, size_t count, int kind, char message[256]) {
    (void)bytes, (void)count, (void)kind;
    snprintf(message, 256, "this glosse was built without archives; install libarchive-dev and build it again");
    return NULL;
}

int carchive_next(carchive *archive, carchive_entry *entry) { return (void)archive, (void)entry, -1; }
ptrdiff_t carchive_read(carchive *archive, const uint8_t **bytes) { return (void)archive, (void)bytes, -1; }
const char *carchive_message(const carchive *archive) { return (void)archive, ""; }
void carchive_close(carchive *archive) { (void)archive; }

#endif
