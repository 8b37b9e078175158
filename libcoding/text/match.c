/* Matching: documents that share telling words with the query. Rare words first; words that very many documents have
 * are only looked at in documents that were met by rarer ones. */
#include <string.h>

#include "text/finder.h"
#include "text/lists.h"

static uint32_t cell_of(const coding__finder *finder, uint32_t document)
{
    uint32_t at = (document * 2654435761u) >> 16 & (CODING__FINDER_CELLS - 1);
    while (finder->cells[at].document && finder->cells[at].document != document + 1) at = (at + 1) & (CODING__FINDER_CELLS - 1);
    return at;
}

static void meet(coding__finder *finder, uint32_t document, uint32_t term)
{
    uint32_t         at = cell_of(finder, document);
    coding__meeting *cell = &finder->cells[at];
    if (!cell->document) {
        if (finder->used_count == CODING__FINDER_DOCUMENTS) return;
        finder->used[finder->used_count++] = at;
        cell->document = document + 1;
        cell->terms = 0;
    }
    cell->terms |= (uint64_t)1 << term;
}

typedef struct range {
    uint32_t first, past;   /* documents */
} range;

static uint32_t first_document(const coding_book *book, uint32_t row)
{
    uint32_t first = 0, past = coding__count(book, CODING__DOCUMENTS);
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__document_row(book, middle) < row) first = middle + 1;
        else past = middle;
    }
    return first;
}

static void meet_all(coding__finder *finder, const range *within, uint32_t rank, uint32_t term)
{
    const coding_book *book = finder->query.book;
    uint32_t           count = coding__u32(book, CODING__WORDS, rank, CODING__WORD_COUNT), document = 0;
    coding__run        run = coding__run_at(book, CODING__POSTINGS, coding__u32(book, CODING__WORDS, rank, CODING__WORD_POSTINGS));
    for (uint32_t i = 0; i < count && run.at < run.end; i++) { /* a damaged count ends with the section */
        document += coding__run_next(&run);
        if (document >= within->past) break;
        if (document >= within->first) meet(finder, document, term);
    }
}

/* How many documents the forms of a term have together; UINT32_MAX where one of them keeps no postings. */
static uint32_t postings_of(const coding__query *query, uint32_t term)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < query->form_count; i++) {
        if (query->forms[i].term == term) sum += coding__u32(query->book, CODING__WORDS, query->forms[i].rank, CODING__WORD_COUNT);
    }
    return sum;
}

/* Terms that have postings, the most telling for their length first. */
static uint32_t order_terms(const coding__query *query, uint8_t *order, uint32_t *counts)
{
    uint32_t count = 0;
    for (uint32_t term = 0; term < query->term_count; term++) {
        counts[term] = postings_of(query, term);
        if (!counts[term] || query->terms[term].gain <= 0) continue;
        uint32_t at = count++;
        for (; at > 0 && counts[order[at - 1]] > counts[term]; at--) order[at] = order[at - 1];
        order[at] = (uint8_t)term;
    }
    return count;
}

/* Answers the terms that were not read: any document may have them. */
static uint64_t meet_terms(coding__finder *finder, const range *within)
{
    const coding__query *query = &finder->query;
    uint8_t              order[CODING__QUERY_TERMS];
    uint32_t             counts[CODING__QUERY_TERMS], read = 0, count = order_terms(query, order, counts);
    uint64_t             unread = query->term_count < 64 ? ((uint64_t)1 << query->term_count) - 1 : UINT64_MAX;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t term = order[i];
        if (read && read + counts[term] > CODING__FINDER_POSTINGS) break;
        read += counts[term];
        unread &= ~((uint64_t)1 << term);
        for (uint32_t j = 0; j < query->form_count; j++) {
            const coding__form *form = &query->forms[j];
            if (form->term == term) meet_all(finder, within, form->rank, term);
        }
    }
    return unread;
}

static void sink(coding__candidate *heap, uint32_t count, uint32_t at)
{
    for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && heap[child + 1].promise < heap[child].promise) child++;
        if (heap[at].promise <= heap[child].promise) return;
        coding__candidate kept = heap[at];
        heap[at] = heap[child], heap[child] = kept;
    }
}

static void lift(coding__candidate *heap, uint32_t at)
{
    for (; at > 0 && heap[at].promise < heap[(at - 1) / 2].promise; at = (at - 1) / 2) {
        coding__candidate kept = heap[at];
        heap[at] = heap[(at - 1) / 2], heap[(at - 1) / 2] = kept;
    }
}

static void consider(coding__finder *finder, uint32_t document, float promise)
{
    coding__candidate *heap = finder->candidates;
    coding__candidate  made = {.document = document, .promise = promise};
    if (finder->candidate_count < finder->candidate_most) {
        heap[finder->candidate_count] = made;
        lift(heap, finder->candidate_count++);
    } else if (heap[0].promise < promise) {
        heap[0] = made;
        sink(heap, finder->candidate_count, 0);
    }
}

/* What the terms of a meeting are worth. Few sets of terms occur, so what was reckoned is kept. */
typedef struct worth {
    uint64_t terms;
    float    covered;   /* of the query's weight */
    float    weight;    /* of the terms themselves */
} worth;

enum { WORTHS = 64, UNIT = 8 };

static void reckon(const coding__query *query, uint64_t terms, worth *made)
{
    coding__marks marks;
    coding__marks_start(query, &marks);
    *made = (worth){.terms = terms};
    for (uint64_t rest = terms; rest; rest &= rest - 1) {
        unsigned term = (unsigned)__builtin_ctzll(rest);
        marks.got[term] = 1;
        made->weight += query->terms[term].weight;
    }
    uint64_t chosen;
    made->covered = coding__rank_coverage(query, &marks, &chosen);
}

static const worth *worth_of(const coding__query *query, uint64_t terms, worth *known)
{
    worth *slot = &known[(terms * 0x9E3779B97F4A7C15u) >> 58];
    if (slot->terms != terms) reckon(query, terms, slot);
    return slot;
}

/* What a document may score: what it was met with, against what it asks for. */
static float promise_of(const coding_book *book, const coding__meeting *cell, const worth *value)
{
    uint32_t head = coding__u32(book, CODING__DOCUMENTS, cell->document - 1, CODING__DOCUMENT_ROW);
    float    needed = (float)((head >> 24) * UNIT) + 1;
    float    met = value->weight < needed ? value->weight / needed : 1;
    return value->covered * value->covered * (0.5f + 0.5f * met);
}

static void choose(coding__finder *finder, uint64_t unread)
{
    worth known[WORTHS] = {{.terms = 0}};
    float most = 0;
    for (uint32_t i = 0; i < finder->used_count; i++) {
        float covered = worth_of(&finder->query, finder->cells[finder->used[i]].terms | unread, known)->covered;
        if (covered > most) most = covered;
    }
    for (uint32_t i = 0; i < finder->used_count; i++) {
        coding__meeting *cell = &finder->cells[finder->used[i]];
        const worth     *value = worth_of(&finder->query, cell->terms | unread, known);
        if (value->covered >= most * 0.5f) consider(finder, cell->document - 1, promise_of(finder->query.book, cell, value));
        *cell = (coding__meeting){0};
    }
    memset(finder->used, 0, finder->used_count * sizeof *finder->used);
    finder->used_count = 0;
}

/* Do the terms that were not read make up much of the query? */
static bool matters(const coding__query *query, uint64_t unread)
{
    float gain = 0;
    for (uint64_t rest = unread; rest; rest &= rest - 1) gain += query->terms[__builtin_ctzll(rest)].gain;
    return gain > query->weight * 0.1f;
}

void coding__match(coding__finder *finder)
{
    const coding_book *book = finder->query.book;
    range              within = {first_document(book, finder->scope.first), first_document(book, finder->scope.past)};
    finder->candidate_count = 0;
    uint64_t unread = meet_terms(finder, &within);
    finder->candidate_most = matters(&finder->query, unread) ? CODING__FINDER_CANDIDATES : CODING__FINDER_FEW;
    choose(finder, unread);
}
