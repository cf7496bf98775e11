#ifndef POOL_H
#define POOL_H

#include <stddef.h>

// Memory that is taken in small pieces and given back as a whole: a tree has millions of pieces, and to give them back
// one by one takes as long as to make it. Nothing is used again before that.
typedef struct pool_block pool_block;

typedef struct {
    pool_block *blocks;
    size_t left;
    // How large the next block is: a page needs thousands of times what a line of HTML needs.
    size_t next;
} pool;

void *pool_take(void *pool, size_t size);
// Does nothing: the piece stays until the pool is freed.
void pool_ignore(void *pool, void *piece);
void pool_free(pool *pool);

#endif
