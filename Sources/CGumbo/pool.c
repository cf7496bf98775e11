#include "pool.h"

#include <stdlib.h>

// gumbo's structures hold nothing that is larger than a pointer.
enum { ALIGNMENT = sizeof(void *), SMALLEST_BLOCK = 1 << 13, LARGEST_BLOCK = 1 << 20 };

struct pool_block {
    pool_block *next;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

void *pool_take(void *context, size_t size) {
    pool *pool = context;
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size > pool->left) {
        if (pool->next == 0) pool->next = SMALLEST_BLOCK;
        size_t room = size > pool->next / 4 ? size : pool->next - sizeof(pool_block);
        pool_block *block = malloc(sizeof *block + room);
        if (block == NULL) return NULL;
        // A large piece has a block of its own, behind the one that is in use.
        if (room == size && pool->blocks != NULL) {
            block->next = pool->blocks->next;
            pool->blocks->next = block;
            return block->bytes;
        }
        if (pool->next < LARGEST_BLOCK) pool->next *= 2;
        block->next = pool->blocks;
        pool->blocks = block;
        pool->left = room;
    }
    pool->left -= size;
    return pool->blocks->bytes + pool->left;
}

void pool_ignore(void *pool, void *piece) { (void)pool, (void)piece; }

void pool_free(pool *pool) {
    while (pool->blocks != NULL) {
        pool_block *next = pool->blocks->next;
        free(pool->blocks);
        pool->blocks = next;
    }
    pool->left = 0;
}
