#include "CGumbo.h"
#include "pool.h"
#include "scan.h"
#include "tree.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#if HAS_GUMBO
enum { MAX_BYTES = 128 << 20 };

// Begins the next piece in the same mode and with the same boxes open. Their tags lie in the skeleton, which is written
// anew, so they are copied first.
static bool begin_piece(skeleton *skeleton, const tree_path *path, bool is_quirky) {
    size_t size = 1;
    for (int index = 0; index < path->count; index++) size += path->tags[index].length;
    char *tags = malloc(size), *place = tags;
    if (tags == NULL) return false;
    for (int index = 0; index < path->count; index++) {
        memcpy(place, path->tags[index].data, path->tags[index].length);
        place += path->tags[index].length;
    }
    *place = 0;
    skeleton_clear(skeleton);
    if (!is_quirky) skeleton_add(skeleton, "<!doctype html>");
    skeleton_add(skeleton, "<body>");
    skeleton_add(skeleton, tags);
    free(tags);
    return true;
}

typedef enum { DONE, GOES_ON, CANNOT_GO_ON } outcome;

static outcome parse_piece(cgumbo_tree *tree, const gumbo_library *gumbo, tree_writer *writer, scan *s, tree_path *path) {
    pool pool = {0};
    GumboOptions options = gumbo->options;
    options.allocator = pool_take;
    options.deallocator = pool_ignore;
    options.userdata = &pool;
    skeleton *skeleton = s->skeleton;
    // An empty page has no bytes to point to.
    const char *bytes = skeleton->bytes == NULL ? "" : (const char *)skeleton->bytes;
    GumboOutput *output = gumbo->parse(&options, bytes, skeleton->count);
    outcome outcome = s->place == s->end ? DONE : GOES_ON;
    if (output == NULL || output->root == NULL) {
        tree_fail(tree, "there is not enough memory for this page", 0);
        outcome = DONE;
    } else if (!tree_write(writer, output->root, path) && outcome == GOES_ON) {
        outcome = CANNOT_GO_ON;
    } else if (outcome == GOES_ON) {
        bool is_quirky = output->document->v.document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS;
        if (!begin_piece(skeleton, path, is_quirky)) outcome = CANNOT_GO_ON;
    }
    pool_free(&pool);
    return outcome;
}

// Returns whether the page was read, or refused for good; false where it cannot be cut as it was.
static bool parse(cgumbo_tree *tree, const gumbo_library *gumbo, const uint8_t *bytes, size_t count, size_t piece) {
    skeleton skeleton = {.page = bytes};
    scan s = {.start = bytes, .place = bytes, .end = bytes + count, .skeleton = &skeleton};
    tree_path path = {0};
    tree_writer *writer = tree_writer_create(tree, gumbo, &skeleton);
    outcome outcome = GOES_ON;
    // What html and body say behind the first piece belongs to that.
    int roots = INT_MAX;
    if (writer == NULL) tree_fail(tree, "there is not enough memory for this page", 0);
    while (outcome == GOES_ON && tree->message[0] == 0) {
        scan_piece(&s, piece);
        if (s.refusal != NULL) tree_fail(tree, s.refusal, scan_line(&s));
        else if (s.roots > roots) outcome = CANNOT_GO_ON;
        else outcome = parse_piece(tree, gumbo, writer, &s, &path);
        roots = s.roots;
    }
    free(writer);
    skeleton_free(&skeleton);
    return outcome != CANNOT_GO_ON;
}

cgumbo_tree cgumbo_parse(const uint8_t *bytes, size_t count, size_t piece) {
    cgumbo_tree tree = {0};
    if (count > MAX_BYTES) {
        tree_fail(&tree, "the page is larger than 128 MB; divide it", 0);
        return tree;
    }
    const gumbo_library *gumbo = gumbo_library_load();
    if (gumbo == NULL) {
        tree_fail(&tree, "web pages cannot be read without gumbo; install the package libgumbo-dev", 0);
        return tree;
    }
    if (!parse(&tree, gumbo, bytes, count, piece)) {
        cgumbo_free(tree);
        tree = (cgumbo_tree){0};
        parse(&tree, gumbo, bytes, count, count);
    }
    return tree;
}
#else
cgumbo_tree cgumbo_parse(const uint8_t *bytes, size_t count, size_t piece) {
    (void)bytes, (void)count, (void)piece;
    cgumbo_tree tree = {0};
    tree_fail(&tree, "web pages cannot be read: glosse was built without gumbo; install the package libgumbo-dev and build again", 0);
    return tree;
}
#endif
