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

/* A rule that loses a range says less than its table: whoever makes the book is told. */
static void report(coding__weave *weave, const coding__pair_rule *rule, const coding__code_range *range,
                   const char *field)
{
    coding__model         *model = weave->model;
    const coding__origin  *origin = (const coding__origin *)model->origins.items + rule->origin;
    coding__file           file = {.path = coding__word_text(model, origin->file)};
    char                   first[CODING_CODE_TEXT], last[CODING_CODE_TEXT];
    coding_code_format(range->first, first);
    coding_code_format(range->last, last);
    coding__fault(model, &file, rule->line, field, "%s-%s begins or ends with a code that no edition has: left out",
                  first, last);
}

static uint32_t write_row_ranges(coding__weave *weave, const coding__pair_rule *rule, uint32_t *written)
{
    uint32_t                  begin = coding__writer_count(&weave->writer, CODING__CLAIM_RANGES), first, last;
    const coding__code_range *ranges = weave->model->claims.ranges.items;
    *written = 0;
    for (uint32_t i = rule->others; i < rule->others + rule->other_count; i++) {
        if (!rows_of(weave, &ranges[i], &first, &last)) {
            report(weave, rule, &ranges[i], "others");
            continue;
        }
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
    if (!rows_of(weave, &rule->one, &first, &last)) {
        report(weave, rule, &rule->one, "codes");
        return;
    }
    uint32_t       begin = write_row_ranges(weave, rule, &others);
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

static bool has_diagnoses(const coding__weave *weave)
{
    for (size_t i = 0; i < weave->rows.count; i++)
        if (coding_code_system(coding__woven_at(weave, i)->code) == CODING_ICD10CM) return true;
    return false;
}

void coding__write_pair_rules(coding__weave *weave)
{
    coding__vector *pairs = &weave->model->claims.pairs;
    if (!has_diagnoses(weave)) return; /* a book of other systems: nobody could ask */
    if (pairs->count) qsort(pairs->items, pairs->count, sizeof(coding__pair_rule), by_first_row);
    for (size_t i = 0; i < pairs->count && !weave->model->no_memory; i++)
        write_pair(weave, (const coding__pair_rule *)pairs->items + i);
}
