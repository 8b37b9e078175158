/* The trie of phrases. A node's children lie together, and what lies below the first of them right behind: most nodes
 * have one child, and a walk down such a chain reads on where it is. */
#include "compile/phrase_trie.h"

#include <stdlib.h>
#include <string.h>

#include "text/phrase.h"

typedef struct node {
    uint32_t word;  /* before children that are many: their number */
    uint32_t child; /* the first */
    uint32_t target;
    uint32_t first, past; /* phrases that go through it: they share its words */
    uint32_t children;
} node;

typedef struct trie {
    const coding__said *phrases;
    const uint32_t     *words;
    node               *nodes;
    size_t              count;
    size_t              room;
    uint32_t            ranks;
    bool                no_memory;
    coding__writer     *writer;
} trie;

static void add_node(trie *all, node made)
{
    if (all->count == all->room) {
        size_t room = all->room * 2 + 1024;
        node  *nodes = realloc(all->nodes, room * sizeof *nodes);
        all->no_memory |= !nodes;
        if (!nodes) return;
        all->nodes = nodes;
        all->room = room;
    }
    all->nodes[all->count++] = made;
}

static uint32_t word_of(const trie *all, uint32_t phrase, uint32_t depth)
{
    return all->words[all->phrases[phrase].first + depth];
}

/* Past the last phrase, from one on, that goes on with the same word. */
static uint32_t past_of(const trie *all, uint32_t first, uint32_t past, uint32_t depth)
{
    uint32_t at = first;
    while (at < past && word_of(all, at, depth) == word_of(all, first, depth)) at++;
    return at;
}

static uint32_t count_children(const trie *all, uint32_t first, uint32_t past, uint32_t depth)
{
    uint32_t count = 0;
    for (uint32_t at = first; at < past; at = past_of(all, at, past, depth)) count++;
    return count;
}

/* Of equal words there is one phrase: it ends here, and the others go on. */
static uint32_t end_phrase(const trie *all, node *at, uint32_t depth)
{
    if (!depth || at->first == at->past) return at->first;
    const coding__said *one = &all->phrases[at->first];
    if (one->count != depth) return at->first;
    at->target = one->row | (uint32_t)one->field << 24;
    return at->first + 1;
}

/* The children of a node, in the order of their words, and then what lies below each. A phrase has not many words. */
static void add_below(trie *all, uint32_t parent, uint32_t depth)
{
    uint32_t first = end_phrase(all, &all->nodes[parent], depth), past = all->nodes[parent].past;
    uint32_t children = count_children(all, first, past, depth);
    if (children > CODING__PHRASE_FEW) add_node(all, (node){.word = children});
    uint32_t child = (uint32_t)all->count;
    all->nodes[parent].child = children ? child : 0;
    all->nodes[parent].children = children;
    for (uint32_t at = first, next; at < past; at = next) {
        next = past_of(all, at, past, depth);
        add_node(all, (node){.word = word_of(all, at, depth), .first = at, .past = next});
    }
    for (uint32_t i = 0; i < children && !all->no_memory; i++) add_below(all, child + i, depth + 1);
}

static uint32_t flags_of(const node *one) { return one->children > CODING__PHRASE_FEW ? CODING__PHRASE_MANY : 0; }

static void flag_last(trie *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const node *one = &all->nodes[i];
        if (one->children) all->nodes[one->child + one->children - 1].word |= CODING__PHRASE_LAST;
    }
}

static void write_nodes(trie *all)
{
    for (size_t i = 0; i < all->count; i++) {
        unsigned char *at = coding__writer_add(all->writer, CODING__PHRASES);
        coding__store32(at + CODING__PHRASE_WORD, all->nodes[i].word | flags_of(&all->nodes[i]));
        coding__store32(at + CODING__PHRASE_CHILD, all->nodes[i].child);
        coding__store32(at + CODING__PHRASE_TARGET, all->nodes[i].target);
    }
}

static void write_roots(trie *all)
{
    const node *root = all->nodes;
    uint32_t   *roots = calloc((size_t)all->ranks + 1, sizeof *roots);
    all->no_memory |= !roots;
    for (uint32_t i = root->child; roots && i < root->child + root->children; i++) {
        uint32_t word = all->nodes[i].word & CODING__PHRASE_RANK;
        roots[word < all->ranks ? word : all->ranks] = i;
    }
    for (uint32_t rank = 0; roots && rank <= all->ranks; rank++)
        coding__store32(coding__writer_add(all->writer, CODING__PHRASE_ROOTS), roots[rank]);
    free(roots);
}

/* Puts a child where its hash says or behind it; false where that is too far. */
static bool put_place(uint32_t *places, uint32_t count, uint32_t hash, uint32_t child)
{
    uint32_t at = (uint32_t)((uint64_t)hash * count >> 32), probes = 0;
    for (; places[at]; at = at + 1 < count ? at + 1 : 0)
        if (++probes > CODING__PHRASE_PROBES) return false;
    places[at] = child | (hash & 255u) << 24;
    return true;
}

/* The root's children are found by phrases.roots. */
static bool has_places(const trie *all, uint32_t at) { return at && flags_of(&all->nodes[at]); }

static bool put_places(const trie *all, uint32_t *places, uint32_t count)
{
    memset(places, 0, count * sizeof *places);
    for (uint32_t i = 0; i < all->count; i++) {
        const node *one = &all->nodes[i];
        for (uint32_t child = one->child; has_places(all, i) && child < one->child + one->children; child++) {
            uint32_t word = all->nodes[child].word & CODING__PHRASE_RANK;
            if (!put_place(places, count, coding__phrase_place(i, word), child)) return false;
        }
    }
    return true;
}

/* Twice as many places as children, or more where some child would have to go too far. */
static void write_places(trie *all)
{
    uint32_t count = 1, *places = NULL;
    for (uint32_t i = 0; i < all->count; i++)
        if (has_places(all, i)) count += 2 * all->nodes[i].children;
    do {
        uint32_t *more = realloc(places, count * sizeof *places);
        all->no_memory |= !more;
        if (more) places = more;
    } while (!all->no_memory && !put_places(all, places, count) && (count += count / 2 + 1));
    for (uint32_t i = 0; !all->no_memory && i < count; i++)
        coding__store32(coding__writer_add(all->writer, CODING__PHRASE_PLACES), places[i]);
    free(places);
}

bool coding__write_phrases(coding__writer *writer, const coding__vector *phrases, const coding__vector *words,
                           uint32_t ranks)
{
    static void (*const steps[])(trie *) = {flag_last, write_nodes, write_roots, write_places};
    trie all = {.phrases = phrases->items, .words = words->items, .ranks = ranks, .writer = writer};
    add_node(&all, (node){.past = (uint32_t)phrases->count});
    if (!all.no_memory) add_below(&all, 0, 0);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !all.no_memory; i++) steps[i](&all);
    free(all.nodes);
    return !all.no_memory;
}
