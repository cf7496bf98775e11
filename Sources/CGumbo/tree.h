#ifndef TREE_H
#define TREE_H

#include "CGumbo.h"
#include "library.h"
#include "skeleton.h"

#if HAS_GUMBO
// Writes down the tree that gumbo made of a skeleton, with the page's own texts.
void tree_flatten(cgumbo_tree *tree, const gumbo_library *gumbo, const GumboNode *root, const skeleton *skeleton);
#endif

void tree_fail(cgumbo_tree *tree, const char *message, int line);

#endif
