/* Containing: which documents does a query have nearly whole? Search meets every document that shares a telling word;
 * who reads a note wants only those of which little is lacking, and a document that lacks its heaviest words is none. So
 * a few keys of each word are looked at instead of all its documents, and the words beside it turn most of them down. */
#include "text/finder.h"

/* Is a form the first one of its word? Buckets begin with the last. */
static bool is_first(const coding__query *query, uint32_t form)
{
    for (uint32_t at = query->forms[form].next; at; at = query->forms[at - 1].next)
        if (query->forms[at - 1].rank == query->forms[form].rank) return false;
    return true;
}

/* Of the heaviest words, which a key names, may those be lacking that the query does not have? Where a set may not, none
 * that holds it may. */
static inline bool may_be_whole(const coding__query *query, uint64_t others)
{
    unsigned lacking = 0;
    for (unsigned i = 0; i < CODING__KEY_OTHERS_MOST; i++) {
        uint32_t rank = (uint32_t)(others >> i * CODING__KEY_RANK_BITS) & CODING__KEY_NO_RANK;
        if (rank == CODING__KEY_NO_RANK || coding__query_forms(query, rank)) continue;
        lacking |= 1u << i;
        if (!(others >> (CODING__KEY_LACKING_SHIFT + lacking) & 1)) return false;
    }
    return true;
}

static void meet(coding__finder *finder, uint32_t document)
{
    if (document >= finder->documents || finder->met[document] || finder->used_count == CODING__FINDER_DOCUMENTS) return;
    const coding__table *documents = &finder->query.book->tables[CODING__DOCUMENTS];
    __builtin_prefetch(documents->bytes + (size_t)document * documents->width);
    finder->met[document] = 1;
    finder->used[finder->used_count++] = document;
}

static void meet_keys(coding__finder *finder, uint32_t rank)
{
    const coding_book   *book = finder->query.book;
    const coding__table *keys = &book->tables[CODING__KEYS];
    uint32_t             at = coding__u32(book, CODING__KEY_STARTS, rank, 0);
    uint32_t             past = coding__u32(book, CODING__KEY_STARTS, rank + 1, 0);
    if (past > keys->count) past = keys->count;
    for (; at < past; at++) {
        const unsigned char *key = keys->bytes + (size_t)at * CODING__KEY_BYTES;
        if (may_be_whole(&finder->query, coding__load64(key + CODING__KEY_OTHERS)))
            meet(finder, coding__load32(key + CODING__KEY_DOCUMENT));
    }
}

bool coding__can_contain(const coding_book *book, const coding__scope *scope)
{
    uint32_t first, past;
    if (!coding__count(book, CODING__KEYS)) return false;
    coding_book_rows(book, CODING_ICD10CM, &first, &past);
    return scope->first >= first && scope->past <= past;
}

void coding__contain(coding__finder *finder, float least)
{
    enum { AHEAD = 4 };
    const coding__query *query = &finder->query;
    finder->best_count = 0;
    for (uint32_t i = 0; i < query->form_count; i++)
        if (is_first(query, i)) meet_keys(finder, query->forms[i].rank);
    for (uint32_t i = 0; i < finder->used_count; i++) {
        if (i + AHEAD < finder->used_count) coding__finder_fetch(query->book, finder->used[i + AHEAD]);
        coding__finder_try(finder, finder->used[i], least);
    }
    for (uint32_t i = 0; i < finder->used_count; i++) finder->met[finder->used[i]] = 0, finder->used[i] = 0;
    finder->used_count = 0;
}
