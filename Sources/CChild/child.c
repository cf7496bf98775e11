#define _GNU_SOURCE
#include "CChild.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int cchild_memory_file(void) { return memfd_create("glosse", MFD_CLOEXEC); }

int cchild_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

void cchild_limit(pid_t child, size_t memory_bytes, size_t seconds) {
    prlimit(child, RLIMIT_AS, &(struct rlimit){memory_bytes, memory_bytes}, NULL);
    prlimit(child, RLIMIT_CPU, &(struct rlimit){seconds, seconds}, NULL);
    prlimit(child, RLIMIT_CORE, &(struct rlimit){0, 0}, NULL);
}
