#include "compile/ranges.h"

#include <string.h>

#include <coding/claim.h>

#include "compile/printed.h"

/* The next word of a cell; its length 0 past the last. */
static coding__cell next_word(coding__cell *rest)
{
    while (rest->length && *rest->text == ' ') rest->text++, rest->length--;
    coding__cell word = {rest->text, 0};
    while (word.length < rest->length && word.text[word.length] != ' ') word.length++;
    rest->text += word.length;
    rest->length -= word.length;
    return word;
}

coding_code coding__diagnosis_code(coding__cell cell) { return coding__release_code(CODING_ICD10CM, cell); }

static bool range_of(coding__cell word, coding_code (*code_of)(coding__cell cell), coding__code_range *range)
{
    const char  *dash = memchr(word.text, '-', word.length);
    size_t       length = dash ? (size_t)(dash - word.text) : word.length;
    coding__cell last = {dash ? dash + 1 : word.text, dash ? word.length - length - 1 : word.length};
    range->first = code_of((coding__cell){word.text, length});
    range->last = code_of(last);
    return range->first && range->last && range->first <= range->last;
}

uint32_t coding__read_ranges(coding__tsv *table, const char *name, coding_code (*code_of)(coding__cell cell),
                             uint32_t *count)
{
    coding__vector *ranges = &table->model->claims.ranges;
    coding__cell    rest = coding__table_cell(table, name);
    uint32_t        begin = (uint32_t)ranges->count;
    *count = 0;
    if (coding__cell_is(rest, "-")) return begin;
    for (coding__cell word; (word = next_word(&rest)).length;) {
        coding__code_range range;
        if (!range_of(word, code_of, &range)) {
            coding__table_fault(table, name, "\"%.*s\" is no range of codes: left out", (int)word.length, word.text);
            continue;
        }
        *(coding__code_range *)coding__push(table->model, ranges, sizeof range) = range;
        ++*count;
    }
    return begin;
}

static uint32_t kind_of(coding__cell word)
{
    for (int i = CODING_CLAIM_PROFESSIONAL; i <= CODING_CLAIM_DENTAL; i++)
        if (coding__cell_is(word, coding_claim_kind_name((coding_claim_kind)i))) return 1u << i;
    return 0;
}

uint32_t coding__read_kinds(coding__tsv *table, const char *name)
{
    coding__cell rest = coding__table_cell(table, name);
    uint32_t     kinds = 0;
    if (coding__cell_is(rest, "-")) return 0;
    for (coding__cell word; (word = next_word(&rest)).length;) {
        if (!kind_of(word))
            coding__table_fault(table, name, "\"%.*s\" is no kind of claim: left out", (int)word.length, word.text);
        kinds |= kind_of(word);
    }
    return kinds;
}

uint8_t coding__read_severity(coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    for (int i = CODING_NOTE; i <= CODING_DENIAL; i++)
        if (coding__cell_is(cell, coding_severity_name((coding_severity)i))) return (uint8_t)i;
    coding__table_fault(table, name, "neither note, warning nor denial: taken as a warning");
    return CODING_WARNING;
}
