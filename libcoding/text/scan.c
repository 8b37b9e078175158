/* Scanning: a text is read clause by clause, and the trie of phrases is walked from each word that says something. */
#include <coding/scan.h>

#include "text/clause.h"
#include "text/phrase.h"
#include "text/vocabulary.h"

enum { STOPS_MOST = 5 }; /* words that say nothing, between two of a phrase */

typedef struct scan {
    coding__clauses from;
    coding__table   nodes, roots, places;
} scan;

/* A word that says something. */
typedef struct telling {
    uint32_t rank;
    uint32_t root; /* where the phrases that begin with it do; 0: none does */
    uint16_t word;
    uint16_t passed; /* words before it that say nothing */
} telling;

typedef struct told {
    coding__clause clause;
    telling        words[CODING_SCAN_ROOM + 1]; /* each is written before it is known whether it tells something */
    size_t         count;
} told;

static inline uint32_t field_of(const scan *read, uint32_t node, size_t field)
{
    return coding__load32(read->nodes.bytes + (size_t)node * CODING__PHRASE_BYTES + field);
}

static inline size_t place_of(const scan *read, uint32_t node, uint32_t word)
{
    return (size_t)((uint64_t)coding__phrase_place(node, word) * read->places.count >> 32);
}

/* Among many children, of which this is the first, it is found by its place. */
static uint32_t child_by_place(const scan *read, uint32_t node, uint32_t first, uint32_t word)
{
    uint32_t count = field_of(read, first - 1, CODING__PHRASE_WORD), check = coding__phrase_place(node, word) & 255u;
    size_t   at = place_of(read, node, word);
    for (uint32_t probes = 0; probes <= CODING__PHRASE_PROBES; probes++) {
        uint32_t place = coding__load32(read->places.bytes + at * 4), child = place & 0xFFFFFFu;
        if (!place) break;
        bool there = place >> 24 == check && child - first < count && child < read->nodes.count;
        if (there && (field_of(read, child, CODING__PHRASE_WORD) & CODING__PHRASE_RANK) == word) return child;
        at = at + 1 < read->places.count ? at + 1 : 0;
    }
    return 0;
}

/* The child of a node for a word; 0 where it has none. Children stand behind their parents, so that a walk ends. */
static inline uint32_t child_of(const scan *read, uint32_t node, uint32_t word)
{
    uint32_t own = field_of(read, node, CODING__PHRASE_WORD), first = field_of(read, node, CODING__PHRASE_CHILD);
    if (first <= node || first >= read->nodes.count) return 0;
    if (own & CODING__PHRASE_MANY) return child_by_place(read, node, first, word);
    for (uint32_t i = first; i < read->nodes.count && i - first < CODING__PHRASE_FEW; i++) {
        uint32_t here = field_of(read, i, CODING__PHRASE_WORD);
        if ((here & CODING__PHRASE_RANK) == word) return i;
        if (here & CODING__PHRASE_LAST) break;
    }
    return 0;
}

/* The root's child for a word. */
static inline uint32_t root_of(const scan *read, uint32_t word)
{
    uint32_t denial = read->roots.count - 1, root = 0;
    if (word == CODING__PHRASE_DENIAL) word = denial;
    else if (word >= denial) return 0;
    root = coding__load32(read->roots.bytes + (size_t)word * 4);
    return root < read->nodes.count ? root : 0;
}

/* What child_of will read of a node. */
static inline void fetch_child(const scan *read, uint32_t node, uint32_t word)
{
    uint32_t own = field_of(read, node, CODING__PHRASE_WORD), first = field_of(read, node, CODING__PHRASE_CHILD);
    if (!node || first >= read->nodes.count) return;
    __builtin_prefetch(own & CODING__PHRASE_MANY ? read->places.bytes + place_of(read, node, word) * 4
                                                 : read->nodes.bytes + (size_t)first * CODING__PHRASE_BYTES);
}

static inline bool is_passed(const coding__heard *word)
{
    return word->roles & CODING__ROLE_STOP && word->rank != CODING__PHRASE_DENIAL;
}

static void list_words(told *all)
{
    uint32_t passed = 0;
    all->count = 0;
    for (size_t i = 0; i < all->clause.count; i++) {
        const coding__heard *word = &all->clause.words[i];
        bool                 tells = !is_passed(word);
        all->words[all->count] = (telling){word->rank, 0, (uint16_t)i, (uint16_t)passed};
        all->count += tells;
        passed = tells ? 0 : passed + 1;
    }
}

/* All roots, and what is read from them next, are fetched before the first is gone on from: the trie is larger than what
 * lies near the processor. */
static void find_roots(const scan *read, told *all)
{
    for (size_t i = 0; i < all->count; i++) {
        all->words[i].root = root_of(read, all->words[i].rank);
        __builtin_prefetch(read->nodes.bytes + (size_t)all->words[i].root * CODING__PHRASE_BYTES);
    }
    for (size_t i = 0; i + 1 < all->count; i++) fetch_child(read, all->words[i].root, all->words[i + 1].rank);
}

/* The longest phrase that begins at a word: its last word and its node; 0 where none begins. */
static uint32_t longest_at(const scan *read, const told *all, size_t at, size_t *end)
{
    uint32_t node = all->words[at].root, found = 0;
    while (node) {
        if (field_of(read, node, CODING__PHRASE_TARGET)) found = node, *end = at;
        if (++at == all->count || all->words[at].passed > STOPS_MOST) break;
        node = child_of(read, node, all->words[at].rank);
    }
    return found;
}

static coding_phrase phrase_of(const scan *read, const told *all, size_t first, size_t last, uint32_t node)
{
    const coding__heard *begin = &all->clause.words[all->words[first].word];
    const coding__heard *end = &all->clause.words[all->words[last].word];
    uint32_t             target = field_of(read, node, CODING__PHRASE_TARGET), row = target & CODING__PHRASE_NO_CODE;
    coding_phrase        made = {.words = (uint32_t)(last - first + 1)};
    made.span = (coding_span){begin->offset, end->offset + end->length - begin->offset};
    made.kind = (coding_phrase_kind)(target >> 24 <= CODING_PHRASE_INDEX ? target >> 24 : 0);
    if (row && row != CODING__PHRASE_NO_CODE) made.entry = coding_book_entry(read->from.book, row - 1);
    return made;
}

static size_t find_all(const scan *read, const told *all, coding_phrase *found)
{
    size_t count = 0;
    for (size_t at = 0, end = 0; at < all->count; at = end + 1) {
        uint32_t node = longest_at(read, all, at, &end);
        if (!node) end = at;
        else found[count++] = phrase_of(read, all, at, end, node);
    }
    return count;
}

static coding_status start(scan *read, coding_desk *desk, const char *text, size_t length, bool last)
{
    const coding_book *book = desk->book;
    *read = (scan){.from = {.book = book, .text = text, .length = length, .last = last}};
    read->nodes = book->tables[CODING__PHRASES];
    read->roots = book->tables[CODING__PHRASE_ROOTS];
    read->places = book->tables[CODING__PHRASE_PLACES];
    if (!read->nodes.count || !read->roots.count || !read->places.count) return CODING_NOT_IN_BOOK;
    return (read->from.lexicon = coding__lexicon_of(desk)) ? CODING_OK : CODING_NO_MEMORY;
}

static __attribute__((noinline)) void scan_clauses(const scan *read, coding_phrase *found, size_t room,
                                                   coding_scanned *done)
{
    told here;
    while (done->settled < read->from.length && room - done->count >= CODING_SCAN_ROOM) {
        coding__clause_read(&read->from, done->settled, &here.clause);
        if (!here.clause.whole) break;
        list_words(&here);
        find_roots(read, &here);
        done->count += find_all(read, &here, found + done->count);
        done->settled = here.clause.end;
    }
}

enum { STACK_DEPTH = 16 << 10 };

/* Wipes what the scan left on the stack, where words of the text were copied to. It does not reach half as deep. */
static __attribute__((noinline)) void wipe_stack(void)
{
    volatile uint64_t dead[STACK_DEPTH / sizeof(uint64_t)];
    for (size_t i = 0; i < sizeof dead / sizeof *dead; i++) dead[i] = 0;
}

coding_scanned coding_scan(coding_desk *desk, const char *text, size_t length, bool last, coding_phrase *found,
                           size_t room)
{
    scan           read;
    coding_scanned done = {.status = start(&read, desk, text, length, last)};
    if (room < CODING_SCAN_ROOM) done.status = CODING_MISUSE;
    if (!done.status) scan_clauses(&read, found, room, &done);
    wipe_stack();
    return done;
}

const char *coding_phrase_kind_name(coding_phrase_kind kind)
{
    switch (kind) {
    case CODING_PHRASE_SYNONYM: return "synonym";
    case CODING_PHRASE_TITLE: return "title";
    case CODING_PHRASE_INCLUSION: return "inclusion";
    case CODING_PHRASE_INDEX: return "index";
    }
    return "unknown";
}
