#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The seam to libarchive, without its types: archives that lie in memory are read entry by entry.
//
// Nothing is ever written to disk. Only ZIP, tar and 7z are known, and of compressed files only one layer: how much
// comes out is counted by the caller, who could not count what layers in between hold.

typedef struct carchive carchive;

enum { CARCHIVE_ENTRIES, CARCHIVE_CONTENT };

typedef struct {
    // As it stands in the archive; may be in any encoding, and empty.
    const char *name;
    bool is_file, is_encrypted;
} carchive_entry;

// Opens an archive, or with CARCHIVE_CONTENT a compressed file, which has one entry. The bytes must stay until it is
// closed. NULL with a message when it cannot be read.
carchive *carchive_open(const uint8_t *bytes, size_t count, int kind, char message[256]);

// 1 for the next entry, 0 at the end, -1 when the rest cannot be read.
int carchive_next(carchive *archive, carchive_entry *entry);

// The next bytes of the entry, which stay until the next call: their number, 0 at the end, -1 when they are damaged.
// Holes in sparse files are left out.
ptrdiff_t carchive_read(carchive *archive, const uint8_t **bytes);

// What went wrong last; empty when libarchive does not say.
const char *carchive_message(const carchive *archive);

void carchive_close(carchive *archive);

#endif
