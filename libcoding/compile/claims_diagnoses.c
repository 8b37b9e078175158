/* What the guidelines say of two diagnoses: sorted by the first row, ranges as rows of the book. */
#include <stdlib.h>

#include "compile/claims.h"

static int by_first_row(const void *a, const void *b)
{
    const coding__pair_rule *x = a, *y = b;
    if (x->one.first != y->one.first) return x->one.first < y->one.first ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

/* Rows of a range that is in the book; false where it is not. A range of headers that an edition renamed is not lost:
 * its ends count, whatever stands between. */
static bool rows_of(const coding__weave *weave, const coding__code_range *range, uint32_t *first, uint32_t *last)
{
    *first = coding__woven_row(weave, range->first);
    *last = coding__woven_row(weave, range->last);
    return *first != UINT32_MAX && *last != UINT32_MAX && *first <= *last;
}

static uint32_t write_row_ranges(coding__weave *weave, uint32_t from, uint32_t count, uint32_t *written)
{
    uint32_t                  begin = coding__writer_count(&weave->writer, CODING__CLAIM_RANGES), first, last;
    const coding__code_range *ranges = weave->model->claims.ranges.items;
    *written = 0;
    for (uint32_t i = from; i < from + count; i++) {
        if (!rows_of(weave, &ranges[i], &first, &last)) continue;
        unsigned char *at = coding__writer_add(&weave->writer, CODING__CLAIM_RANGES);
        coding__store32(at, first);
        coding__store32(at + 4, last);
        ++*written;
    }
    return begin;
}

static void write_pair(coding__weave *weave, const coding__pair_rule *rule)
{
    coding__writer *writer = &weave->writer;
    uint32_t        first, last, others;
    if (!rows_of(weave, &rule->one, &first, &last)) return;
    uint32_t       begin = write_row_ranges(weave, rule->others, rule->other_count, &others);
    uint32_t       text = coding__writer_text(writer, rule->text), why = coding__writer_text(writer, rule->because);
    unsigned char *at = coding__writer_add(writer, CODING__CLAIM_PAIRS);
    coding__store32(at + CODING__PAIR_RULE, rule->rule);
    coding__store32(at + CODING__PAIR_FIRST, first);
    coding__store32(at + CODING__PAIR_LAST, last);
    coding__store32(at + CODING__PAIR_OTHER, begin);
    coding__store16(at + CODING__PAIR_OTHERS, others);
    at[CODING__PAIR_HOW] = rule->how;
    at[CODING__PAIR_SEVERITY] = rule->severity;
    coding__store32(at + CODING__PAIR_KINDS, rule->kinds);
    coding__store32(at + CODING__PAIR_SINCE, rule->since);
    coding__store32(at + CODING__PAIR_UNTIL, rule->until);
    coding__store32(at + CODING__PAIR_TEXT, text);
    coding__store32(at + CODING__PAIR_BECAUSE, why);
    coding__store32(at + CODING__PAIR_ORIGIN, rule->origin);
    coding__store32(at + CODING__PAIR_LINE, rule->line);
}

void coding__write_pair_rules(coding__weave *weave)
{
    coding__vector *pairs = &weave->model->claims.pairs;
    if (pairs->count) qsort(pairs->items, pairs->count, sizeof(coding__pair_rule), by_first_row);
    for (size_t i = 0; i < pairs->count && !weave->model->no_memory; i++)
        write_pair(weave, (const coding__pair_rule *)pairs->items + i);
}
