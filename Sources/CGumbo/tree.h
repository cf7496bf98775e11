#ifndef TREE_H
#define TREE_H

#include "CGumbo.h"
#include "library.h"
#include "skeleton.h"

#if HAS_GUMBO
enum { MAX_PATH = 32 };

// The boxes that are open at the end of a piece of a page, from the outside: their nodes, and their tags in the
// skeleton of that piece.
typedef struct {
    int count;
    int32_t body, nodes[MAX_PATH];
    GumboStringPiece tags[MAX_PATH];
} tree_path;

typedef struct tree_writer tree_writer;

// NULL without memory.
tree_writer *tree_writer_create(cgumbo_tree *tree, const gumbo_library *gumbo, const skeleton *skeleton);

// Writes down the tree that gumbo made of a piece of a page, with the page's own texts. `path` has what was open before
// the piece, which begins with the same tags, and afterwards what is open behind it.
//
// Returns whether the page can go on behind the piece in another one.
bool tree_write(tree_writer *writer, const GumboNode *root, tree_path *path);
#endif

void tree_fail(cgumbo_tree *tree, const char *message, int line);

#endif
