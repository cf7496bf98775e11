#include "CGumbo.h"
#include "pool.h"
#include "scan.h"
#include "tree.h"

#if HAS_GUMBO
enum { MAX_BYTES = 128 << 20 };

static void parse(cgumbo_tree *tree, const gumbo_library *gumbo, const skeleton *skeleton) {
    pool pool = {0};
    GumboOptions options = gumbo->options;
    options.allocator = pool_take;
    options.deallocator = pool_ignore;
    options.userdata = &pool;
    // An empty page has no bytes to point to.
    const char *bytes = skeleton->bytes == NULL ? "" : (const char *)skeleton->bytes;
    GumboOutput *output = gumbo->parse(&options, bytes, skeleton->count);
    if (output == NULL || output->root == NULL) tree_fail(tree, "there is not enough memory for this page", 0);
    else tree_flatten(tree, gumbo, output->root, skeleton);
    pool_free(&pool);
}

cgumbo_tree cgumbo_parse(const uint8_t *bytes, size_t count) {
    cgumbo_tree tree = {0};
    skeleton skeleton = {0};
    int line = 0;
    const char *refusal = count > MAX_BYTES ? "the page is larger than 128 MB; divide it" : NULL;
    if (refusal == NULL) refusal = scan_page(bytes, count, &skeleton, &line);
    const gumbo_library *gumbo = refusal == NULL ? gumbo_library_load() : NULL;
    if (refusal != NULL) tree_fail(&tree, refusal, line);
    else if (gumbo == NULL) {
        tree_fail(&tree, "web pages cannot be read without gumbo; install the package libgumbo-dev", 0);
    } else parse(&tree, gumbo, &skeleton);
    skeleton_free(&skeleton);
    return tree;
}
#else
cgumbo_tree cgumbo_parse(const uint8_t *bytes, size_t count) {
    (void)bytes, (void)count;
    cgumbo_tree tree = {0};
    tree_fail(&tree, "web pages cannot be read: glosse was built without gumbo; install the package libgumbo-dev and build again", 0);
    return tree;
}
#endif
