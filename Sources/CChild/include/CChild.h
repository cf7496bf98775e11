#ifndef CCHILD_H
#define CCHILD_H

#include <stddef.h>
#include <sys/types.h>

// What Linux knows of files, pipes and children beyond POSIX, which Swift does not see.

// A file without a name that lies in memory; -1 when there is none to be had.
int cchild_memory_file(void);

// A pipe that children inherit only where they are told to.
int cchild_pipe(int ends[2]);

// How much memory and processor time a child may use.
void cchild_limit(pid_t child, size_t memory_bytes, size_t seconds);

#endif
