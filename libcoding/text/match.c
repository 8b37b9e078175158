/* Matching: documents that share telling words with the query. Rare words first; words that very many documents have
 * are only looked at in documents that were met by rarer ones. */
#include <string.h>

#include "text/finder.h"
#include "text/lists.h"

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

/* Documents that have a word, one after another. */
typedef struct postings {
    coding__run run;
    uint32_t    left;
    uint32_t    document;
} postings;

static postings postings_at(const coding_book *book, uint32_t rank)
{
    uint32_t count = coding__u32(book, CODING__WORDS, rank, CODING__WORD_COUNT);
    uint32_t offset = coding__u32(book, CODING__WORDS, rank, CODING__WORD_POSTINGS);
    return (postings){.run = coding__run_at(book, CODING__POSTINGS, offset), .left = count};
}

/* False behind the last one; a damaged count ends with the section. */
static inline bool next_document(postings *list)
{
    if (!list->left || list->run.at == list->run.end) return false;
    list->left--;
    list->document += *list->run.at < 128 ? *list->run.at++ : coding__run_next(&list->run);
    return true;
}

/* Meets the documents of a word. A document that was met before keeps its place; there are no branches here that depend
 * on it, since nobody could foretell them. */
static void meet_all(coding__finder *finder, const range *within, uint32_t rank, uint16_t bit)
{
    postings  list = postings_at(finder->query.book, rank);
    uint32_t  used = finder->used_count;
    uint16_t *met = finder->met;
    while (used < CODING__FINDER_DOCUMENTS && next_document(&list) && list.document < within->past) {
        uint16_t before = met[list.document];
        bool     inside = list.document >= within->first;
        finder->used[used] = list.document;
        used += inside && !before;
        met[list.document] = (uint16_t)(inside ? before | bit : before);
    }
    finder->used_count = used;
}

/* Notes a word of documents that were met before. */
static void meet_again(coding__finder *finder, const range *within, uint32_t rank, uint16_t bit)
{
    postings  list = postings_at(finder->query.book, rank);
    uint16_t *met = finder->met;
    while (next_document(&list) && list.document < within->past) {
        uint16_t before = met[list.document];
        met[list.document] = (uint16_t)(before ? before | bit : 0);
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

/* What is read, in this order: bit n of a meeting is order[n]. */
typedef struct plan {
    uint8_t  order[CODING__QUERY_TERMS];
    uint32_t counts[CODING__QUERY_TERMS];   /* by term */
    uint32_t count;                         /* of the order */
    uint64_t unread;                        /* terms that any document may have */
} plan;

static void read_term(coding__finder *finder, const range *within, uint32_t term, uint16_t bit, bool fresh)
{
    const coding__query *query = &finder->query;
    for (uint32_t i = 0; i < query->form_count; i++) {
        const coding__form *form = &query->forms[i];
        if (form->term == term) (fresh ? meet_all : meet_again)(finder, within, form->rank, bit);
    }
}

static float gain_of(const coding__query *query, const plan *made, uint32_t first)
{
    float gain = 0;
    for (uint32_t i = first; i < made->count; i++) gain += query->terms[made->order[i]].gain;
    return gain;
}

/* Documents that have only the last terms, which together make up little of the query, are not worth meeting. */
static void meet_terms(coding__finder *finder, const range *within, plan *made)
{
    const coding__query *query = &finder->query;
    uint32_t             read = 0;
    made->count = order_terms(query, made->order, made->counts);
    made->unread = query->term_count < 64 ? ((uint64_t)1 << query->term_count) - 1 : UINT64_MAX;
    for (uint32_t i = 0; i < made->count && i < CODING__FINDER_READ; i++) {
        uint32_t term = made->order[i];
        if (read && read + made->counts[term] > CODING__FINDER_POSTINGS) break;
        read += made->counts[term];
        made->unread &= ~((uint64_t)1 << term);
        read_term(finder, within, term, (uint16_t)(1u << i), gain_of(query, made, i) > query->weight * query->parameters.little);
    }
}

/* What the terms of a meeting are worth. Few sets of terms occur, so what was reckoned is kept. */
typedef struct worth {
    uint32_t met;       /* 0: not reckoned */
    float    covered;   /* of the query's weight */
    float    weight;    /* of the terms themselves */
} worth;

enum { WORTHS = 256, UNIT = 8, LEVELS = 512 };

static uint64_t terms_of(const plan *made, uint32_t met)
{
    uint64_t terms = made->unread;
    for (; met; met &= met - 1) terms |= (uint64_t)1 << made->order[__builtin_ctz(met)];
    return terms;
}

static void reckon(const coding__query *query, uint64_t terms, worth *made)
{
    coding__marks marks;
    uint64_t      chosen;
    coding__marks_start(query, &marks);
    made->weight = 0;
    for (uint64_t rest = terms; rest; rest &= rest - 1) {
        unsigned term = (unsigned)__builtin_ctzll(rest);
        marks.got[term] = 1;
        made->weight += query->terms[term].weight;
    }
    made->covered = coding__rank_coverage(query, &marks, &chosen);
}

static const worth *worth_of(const coding__query *query, const plan *made, uint32_t met, worth *known)
{
    worth *slot = &known[(met ^ met >> 8) % WORTHS];
    if (slot->met == met) return slot;
    reckon(query, terms_of(made, met), slot);
    slot->met = met;
    return slot;
}

/* What a document may score: what it was met with, against what it asks for. */
static float promise_of(const coding__query *query, uint32_t document, const worth *value)
{
    uint32_t head = coding__u32(query->book, CODING__DOCUMENTS, document, CODING__DOCUMENT_ROW);
    float    needed = (float)((head >> 24) * UNIT) + 1;
    float    met = value->weight < needed ? value->weight / needed : 1, fit = query->parameters.fit;
    return value->covered * value->covered * (1 - fit + fit * met);
}

/* Keeps those that cover at least half of what the best one so far covers, and answers what the best one covers. Which
 * of them do nobody could foretell, so there is no branch that depends on it. */
static float keep_covering(coding__finder *finder, const plan *made, worth *known)
{
    float    most = 0, half = finder->query.parameters.half;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < finder->used_count; i++) {
        uint32_t document = finder->used[i], met = finder->met[document];
        float    covered = worth_of(&finder->query, made, met, known)->covered;
        bool     keeps = covered >= most * half;
        most = covered > most ? covered : most;
        finder->met[document] = keeps ? (uint16_t)met : 0;
        finder->used[kept] = document;
        kept += keeps;
    }
    finder->used_count = kept;
    return most;
}

/* Forgets a document that was met; what it promised, in so many steps. */
static uint32_t level_of(coding__finder *finder, const plan *made, uint32_t document, float least, worth *known)
{
    const worth *value = worth_of(&finder->query, made, finder->met[document], known);
    float        promise = value->covered < least ? 0 : promise_of(&finder->query, document, value);
    finder->met[document] = 0;
    return promise > 0 && promise < 1 ? (uint32_t)(promise * LEVELS) : promise >= 1 ? LEVELS - 1 : 0;
}

/* Where the candidates of each level begin, the most promising first; as many as there is room for. */
static uint32_t lay_out(const coding__finder *finder, uint32_t starts[LEVELS])
{
    uint32_t sum = 0;
    for (uint32_t level = LEVELS; level-- > 1;) {
        uint32_t count = starts[level];
        starts[level] = sum;
        sum += count;
    }
    starts[0] = UINT32_MAX; /* these are not worth a look */
    return sum < finder->candidate_most ? sum : finder->candidate_most;
}

/* The candidates in the order of what they promise: each is put where its level has room, without comparing any two. */
static void choose(coding__finder *finder, const plan *made)
{
    worth    known[WORTHS] = {{.met = 0}};
    uint32_t starts[LEVELS] = {0}, all = finder->used_count;
    float    least = keep_covering(finder, made, known) * finder->query.parameters.half;
    for (uint32_t i = 0; i < finder->used_count; i++) {
        uint32_t level = level_of(finder, made, finder->used[i], least, known);
        finder->levels[i] = (uint16_t)level;
        starts[level]++;
    }
    finder->candidate_count = lay_out(finder, starts);
    for (uint32_t i = 0; i < finder->used_count; i++) {
        uint32_t level = finder->levels[i], at = level ? starts[level]++ : UINT32_MAX;
        float    promise = (float)(level + 1) / LEVELS;
        if (at < finder->candidate_most) finder->candidates[at] = (coding__candidate){finder->used[i], promise};
    }
    memset(finder->levels, 0, finder->used_count * sizeof *finder->levels);
    if (all < CODING__FINDER_DOCUMENTS) all++; /* the place past the last was tried with what did not stay */
    memset(finder->used, 0, all * sizeof *finder->used);
    finder->used_count = 0;
}

/* Do the terms that were not read make up much of the query? */
static bool matters(const coding__query *query, uint64_t unread)
{
    float gain = 0;
    for (uint64_t rest = unread; rest; rest &= rest - 1) gain += query->terms[__builtin_ctzll(rest)].gain;
    return gain > query->weight * query->parameters.unread;
}

/* The documents that lead into the scope. Most searches ask within the rows that the last one asked within. */
static range range_of(coding__finder *finder)
{
    const coding__scope *scope = &finder->scope;
    if (scope->first != finder->rows[0] || scope->past != finder->rows[1]) {
        finder->rows[0] = scope->first;
        finder->rows[1] = scope->past;
        finder->within[0] = first_document(finder->query.book, scope->first);
        finder->within[1] = first_document(finder->query.book, scope->past);
    }
    return (range){finder->within[0], finder->within[1]};
}

void coding__match(coding__finder *finder)
{
    range within = range_of(finder);
    plan  made;
    finder->candidate_count = 0;
    meet_terms(finder, &within, &made);
    finder->candidate_most = matters(&finder->query, made.unread) ? CODING__FINDER_CANDIDATES : CODING__FINDER_FEW;
    choose(finder, &made);
}
