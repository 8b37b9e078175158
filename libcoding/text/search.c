/* Searching: a query is read, documents are matched and ranked, conditions lead to codes, and each hit says why. */
#include <string.h>

#include "base/text.h"
#include "entry/trie.h"
#include "text/evidence.h"
#include "text/finder.h"
#include "text/lists.h"
#include "text/typed.h"

static size_t size_of(uint32_t documents) { return sizeof(coding__finder) + documents * sizeof(uint16_t); }

static void wipe(coding_desk *desk)
{
    coding__finder *finder = desk->kept[CODING__KEEPS_FINDER].memory;
    coding__listener_forget(&finder->listener);
}

static void end(coding_desk *desk)
{
    coding__finder *finder = desk->kept[CODING__KEEPS_FINDER].memory;
    wipe(desk);
    coding__arena_give_back(&desk->arena, finder, size_of(finder->documents));
    desk->kept[CODING__KEEPS_FINDER].memory = NULL;
}

coding__finder *coding__finder_of(coding_desk *desk)
{
    if (desk->kept[CODING__KEEPS_FINDER].memory) return desk->kept[CODING__KEEPS_FINDER].memory;
    uint32_t        documents = coding__count(desk->book, CODING__DOCUMENTS);
    coding__finder *finder = coding__arena_borrow(&desk->arena, size_of(documents));
    if (!finder) return NULL;
    memset(finder, 0, size_of(documents));
    finder->documents = documents;
    coding__listener_start(&finder->listener, desk->book);
    desk->kept[CODING__KEEPS_FINDER] = (coding__kept){finder, wipe, end};
    return finder;
}

bool coding__scope_has(const coding_book *book, const coding__scope *scope, uint32_t row)
{
    if (row < scope->first || row >= scope->past) return false;
    if (!scope->any_system || scope->on) return true;
    uint32_t system = (uint32_t)(coding__row_code(book, row) >> 56);
    return system != CODING_ICD9CM && system != CODING_ICD9PCS;
}

static void narrow(coding__scope *scope, const coding_book *book, const coding_search_options *wanted)
{
    coding_entry first = coding_find(book, wanted->first), last = coding_find(book, wanted->last);
    scope->first = scope->past = 0;
    if (!first.book || !last.book) return;
    scope->first = first.row;
    scope->past = coding__u32(book, CODING__ROWS, last.row, CODING__ROW_PAST);
}

/* Pages that were passed over are wanted too. */
static uint32_t wanted_of(const coding_search_options *options)
{
    uint64_t wanted = (uint64_t)options->skip + (options->count ? options->count : 10);
    return wanted < CODING__FINDER_CONCEPTS ? (uint32_t)wanted : CODING__FINDER_CONCEPTS;
}

static coding__scope scope_of(const coding_book *book, const coding_search_options *wanted)
{
    coding__scope scope = {.past = coding__count(book, CODING__ROWS), .on = wanted->on, .billable_only = wanted->billable_only,
                           .any_system = wanted->system == CODING_ANY,
                           .wanted = wanted_of(wanted)};
    if (wanted->system != CODING_ANY) coding_book_rows(book, wanted->system, &scope.first, &scope.past);
    if (wanted->first || wanted->last) narrow(&scope, book, wanted);
    return scope;
}

/* Keeps the best first, and one hit a code. */
static void keep(coding__finder *finder, const coding__found *made)
{
    uint32_t at = 0;
    for (; at < finder->found_count && finder->found[at].row != made->row; at++) continue;
    if (at < finder->found_count && finder->found[at].score >= made->score) return;
    if (at == finder->found_count && finder->found_count == CODING__FINDER_HITS) return;
    if (at == finder->found_count) finder->found_count++;
    for (; at > 0 && finder->found[at - 1].score < made->score; at--) finder->found[at] = finder->found[at - 1];
    finder->found[at] = *made;
}

static uint32_t list_of(const coding_book *book, uint32_t document)
{
    return coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_LIST);
}

static uint32_t field_of(const coding_book *book, uint32_t document)
{
    return coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_SOURCE) >> 24;
}

void coding__finder_fetch(const coding_book *book, uint32_t document)
{
    coding__run run = coding__run_at(book, CODING__LISTS, list_of(book, document));
    __builtin_prefetch(run.at);
}

/* A closer look at a document: its words as they stand. One that says too much is no answer. */
static bool weigh(const coding__query *query, uint32_t document, float least, coding__best *made)
{
    coding__marks marks;
    uint32_t      row = coding__document_row(query->book, document);
    coding__marks_start(query, &marks);
    coding__rank_words(query, list_of(query->book, document), 1, true, &marks);
    if (least > 0 && coding__rank_fit(&marks, UINT64_MAX) < least) return false;
    float score = coding__rank_score(query, &marks, row, field_of(query->book, document));
    *made = (coding__best){row, document, score};
    return true;
}

/* Keeps the best rows in order, each with the document that answers best. */
static void enter(coding__finder *finder, const coding__best *made)
{
    coding__best *best = finder->best;
    uint32_t      at = 0;
    while (at < finder->best_count && best[at].row != made->row) at++;
    if (at < finder->best_count && best[at].score >= made->score) return;
    if (at == CODING__FINDER_CONCEPTS && best[--at].score >= made->score) return;
    if (at == finder->best_count) finder->best_count++;
    for (; at > 0 && best[at - 1].score < made->score; at--) best[at] = best[at - 1];
    best[at] = *made;
}

void coding__finder_try(coding__finder *finder, uint32_t document, float least)
{
    coding__best made;
    if (!coding__scope_has(finder->query.book, &finder->scope, coding__document_row(finder->query.book, document))) return;
    if (weigh(&finder->query, document, least, &made)) enter(finder, &made);
}

static bool is_beaten(const coding__finder *finder, const coding__candidate *candidate)
{
    bool full = finder->best_count == CODING__FINDER_CONCEPTS;
    return full && candidate->promise < finder->best[CODING__FINDER_CONCEPTS - 1].score;
}

/* Weighs the candidates from the most promising one on, until none that is left can be among the best. */
static void weigh_all(coding__finder *finder)
{
    const coding_book *book = finder->query.book;
    finder->best_count = 0;
    for (uint32_t i = 0; i < finder->candidate_count && !is_beaten(finder, &finder->candidates[i]); i++) {
        if (i + 1 < finder->candidate_count) coding__finder_fetch(book, finder->candidates[i + 1].document);
        coding__finder_try(finder, finder->candidates[i].document, 0);
    }
}

static void judge(coding__finder *finder, const coding__best *candidate)
{
    const coding__query *query = &finder->query;
    coding__found        made = {.document = candidate->document};
    coding__marks        marks;
    coding__marks_start(query, &marks);
    coding__rank_words(query, list_of(query->book, candidate->document), 1, true, &marks);
    made.row = coding__concept_code(query, &finder->scope, candidate->row, &marks, &made.open);
    if (made.row == UINT32_MAX) return;
    made.score = coding__rank_score(query, &marks, made.row, field_of(query->book, candidate->document));
    for (uint32_t i = 0; i < query->term_count; i++) {
        if (marks.got[i] > 0) made.terms |= (uint64_t)1 << i;
    }
    if (made.score > 0) keep(finder, &made);
}

/* Leads the best rows down to their codes. Behind as many as are wanted, those that fall far behind are left. */
static void judge_all(coding__finder *finder)
{
    const coding__best *best = finder->best;
    float               least = best[0].score * finder->query.parameters.far_behind;
    for (uint32_t i = 0; i < finder->best_count; i++) {
        if (i >= finder->scope.wanted && best[i].score < least) break;
        judge(finder, &best[i]);
    }
}

void coding__finder_weigh(coding__finder *finder)
{
    finder->found_count = 0;
    coding__match(finder);
    weigh_all(finder);
}

static coding_hits answer(coding_desk *desk, coding__finder *finder, const coding_search_options *wanted)
{
    coding_hits   hits = {.words = finder->query.token_count};
    uint32_t      count = wanted->count ? wanted->count : 10;
    coding__list  list = {.items = NULL};
    for (uint32_t i = wanted->skip; i < finder->found_count && hits.count < count; i++) {
        coding_hit *hit = coding__list_add(&desk->arena, &list, sizeof *hit);
        if (!hit || !coding__tell(desk, &finder->query, &finder->found[i], hit)) break;
        hits.count++;
    }
    hits.items = list.items;
    return hits;
}

/* What was asked may tell of a patient, and so may what was found. */
void coding__finder_forget(coding__finder *finder)
{
    memset(finder->candidates, 0, finder->candidate_count * sizeof *finder->candidates);
    memset(finder->found, 0, finder->found_count * sizeof *finder->found);
    coding__query_forget(&finder->query);
    memset(&finder->scope, 0, sizeof finder->scope);
    memset(finder->best, 0, finder->best_count * sizeof *finder->best);
    finder->candidate_count = finder->candidate_most = finder->found_count = finder->best_count = 0;
}

coding_hits coding_search(coding_desk *desk, const char *text, size_t length, const coding_search_options *options)
{
    coding_search_options wanted = {.size = sizeof wanted};
    const coding_book    *book = desk->book;
    size_t                refused = desk->arena.refused;
    if (options) memcpy(&wanted, options, options->size < sizeof wanted ? options->size : sizeof wanted);
    if (!coding__count(book, CODING__DOCUMENTS)) return (coding_hits){.status = CODING_NOT_IN_BOOK};
    if (!coding__text_is_utf8(text, length)) return (coding_hits){.status = CODING_NOT_UTF8};
    coding__finder *finder = coding__finder_of(desk);
    if (!finder) return (coding_hits){.status = CODING_NO_MEMORY};

    finder->scope = scope_of(book, &wanted);
    finder->listener.first_stands = false;
    coding__query_read(&finder->query, &finder->listener, text, length);
    coding__finder_weigh(finder);
    judge_all(finder);
    coding__find_typed(finder, text, length);
    coding_hits hits = answer(desk, finder, &wanted);
    coding__finder_forget(finder);
    coding__listener_forget(&finder->listener);
    return desk->arena.refused == refused ? hits : (coding_hits){.status = CODING_NO_MEMORY};
}
