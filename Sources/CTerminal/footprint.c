#define _GNU_SOURCE
#include "footprint.h"

#include <link.h>
#include <malloc.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

void glosse_footprint_limit(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
    // Fixed: by itself the limit grows with each large block that is freed, up to 32 MB.
    mallopt(M_MMAP_THRESHOLD, 1 << 16);
    mallopt(M_TRIM_THRESHOLD, 1 << 16);
#endif
}

// Segments that were never writable are as their files are, so nothing is lost. The segment of relocated constants is not
// among them, although it is read-only now: in the program header it is a part of one that is writable.
static int drop_pages(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size;
    (void)unused;
    const ElfW(Addr) page = (ElfW(Addr))sysconf(_SC_PAGESIZE);
    for (size_t i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
        ElfW(Addr) start = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
        ElfW(Addr) end = object->dlpi_addr + segment->p_vaddr + segment->p_filesz;
        madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 0;
}

void glosse_footprint_shrink(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    dl_iterate_phdr(drop_pages, NULL);
}
