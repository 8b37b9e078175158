/* The trie of all codes. Children of a node lie together, and each child's own children follow at once, so that the
 * last steps of a walk, where a book no longer fits the cache, mostly stay in one line of it. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/weave.h"

typedef struct leaf {
    coding_code code;
    uint32_t    row;
} leaf;

typedef struct builder {
    coding__weave *weave;
    const leaf    *leaves; /* all codes, as numbers sort */
} builder;

static int by_code(const void *a, const void *b)
{
    const leaf *x = a, *y = b;
    return x->code < y->code ? -1 : x->code > y->code;
}

static unsigned char *node_at(const builder *b, uint32_t node)
{
    return (unsigned char *)b->weave->writer.sections[CODING__NODES].items + (size_t)node * CODING__NODE_BYTES;
}

static size_t same_symbol(const builder *b, size_t first, size_t past, unsigned depth)
{
    size_t at = first + 1;
    while (at < past && coding__symbol_at(b->leaves[at].code, depth) == coding__symbol_at(b->leaves[first].code, depth))
        at++;
    return at;
}

/* Fills a node with the codes [first, past), which share their first `depth` characters. */
static void fill(builder *b, uint32_t node, size_t first, size_t past, unsigned depth)
{
    uint64_t mask = 0;
    uint32_t row = 0;
    if (first < past && !coding__symbol_at(b->leaves[first].code, depth)) row = b->leaves[first++].row + 1;
    for (size_t at = first; at < past; at = same_symbol(b, at, past, depth))
        mask |= (uint64_t)1 << coding__symbol_at(b->leaves[at].code, depth);
    uint32_t base = coding__writer_count(&b->weave->writer, CODING__NODES);
    for (uint64_t rest = mask; rest; rest &= rest - 1) coding__writer_add(&b->weave->writer, CODING__NODES);
    if (b->weave->model->no_memory) return;
    uint64_t children = mask ? mask | (uint64_t)base << CODING__NODE_BASE_SHIFT : 0;
    coding__store64(node_at(b, node) + CODING__NODE_MASK, children);
    coding__store32(node_at(b, node) + CODING__NODE_ROW, row);
    for (size_t at = first, next; at < past; at = next, base++) {
        next = same_symbol(b, at, past, depth);
        fill(b, base, at, next, depth + 1);
    }
}

static void write_roots(builder *b, size_t count)
{
    uint32_t roots[128] = {0};
    coding__writer_add(&b->weave->writer, CODING__NODES); /* node 0: nothing */
    for (size_t first = 0, past; first < count && !b->weave->model->no_memory; first = past) {
        coding_system system = coding_code_system(b->leaves[first].code);
        for (past = first; past < count && coding_code_system(b->leaves[past].code) == system;) past++;
        roots[system] = coding__writer_count(&b->weave->writer, CODING__NODES);
        coding__writer_add(&b->weave->writer, CODING__NODES);
        fill(b, roots[system], first, past, 0);
    }
    for (int i = 0; i < 128; i++) coding__store32(coding__writer_add(&b->weave->writer, CODING__ROOTS), roots[i]);
}

void coding__write_trie(coding__weave *weave)
{
    size_t count = weave->rows.count;
    leaf  *leaves = malloc((count + 1) * sizeof *leaves);
    if (!leaves) {
        weave->model->no_memory = true;
        return;
    }
    for (size_t i = 0; i < count; i++) leaves[i] = (leaf){coding__woven_at(weave, i)->code, (uint32_t)i};
    qsort(leaves, count, sizeof *leaves, by_code);
    write_roots(&(builder){weave, leaves}, count);
    free(leaves);
}
