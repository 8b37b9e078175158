/* Coverage policies (LCD, NCD) that a user loads, one line a set of diagnoses:
 *
 *     policy   title                    codes        kind    diagnoses          first     until  because
 *     210.14   Lung cancer screening    71271 G0296  covers  F17.21 Z87.891     20211015  -      NCD 210.14
 *
 * `kind`: covers (such a diagnosis justifies the service), never (it never does), beside (only beside one that covers).
 * Lines of one policy stand together; its codes are single procedures. */
#include <string.h>

#include "compile/ranges.h"
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "policy title codes kind diagnoses"); }

static uint8_t kind_of(coding__tsv *table)
{
    static const char *const names[] = {"covers", "never", "beside"};
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__cell_is(coding__table_cell(table, "kind"), names[i])) return i;
    coding__table_fault(table, "kind", "neither covers, never nor beside: taken as covers");
    return 0;
}

/* The policy of the row: that of the row before where it has the same name and days. */
static uint32_t policy_of(coding__tsv *table, uint32_t origin)
{
    coding__vector *policies = &table->model->claims.policies;
    coding__policy  policy = {.origin = origin, .line = table->lines.number};
    policy.id = coding__table_word(table, "policy");
    policy.title = coding__table_word(table, "title");
    policy.first = coding__table_day(table, "first");
    policy.until = coding__table_day(table, "until");
    const coding__policy *last =
        policies->count ? (const coding__policy *)policies->items + policies->count - 1 : NULL;
    bool same = last && last->id == policy.id && last->first == policy.first && last->until == policy.until
                && last->origin == origin;
    if (!same) *(coding__policy *)coding__push(table->model, policies, sizeof policy) = policy;
    return (uint32_t)policies->count - 1;
}

static void add_rows(coding__tsv *table, const coding__policy_row *row)
{
    uint32_t count, first = coding__read_ranges(table, "diagnoses", coding__diagnosis_code, &count);
    for (uint32_t i = first; i < first + count && !table->model->no_memory; i++) {
        coding__policy_row *added = coding__push(table->model, &table->model->claims.policy_rows, sizeof *added);
        *added = *row;
        added->diagnoses = ((const coding__code_range *)table->model->claims.ranges.items)[i];
    }
}

/* A row for each of its procedures. */
static bool read_row(coding__tsv *table, uint32_t origin)
{
    coding__cell       codes = coding__table_cell(table, "codes");
    coding__policy_row row = {.policy = policy_of(table, origin), .kind = kind_of(table), .line = table->lines.number};
    while (codes.length && !table->model->no_memory) {
        const char  *blank = memchr(codes.text, ' ', codes.length);
        coding__cell code = {codes.text, blank ? (size_t)(blank - codes.text) : codes.length};
        row.service = coding__service_number(table->model, code);
        if (!coding__service_code(code)) coding__table_fault(table, "codes", "a word is no procedure: left out");
        else if (row.service != CODING__NO_SERVICE_NUMBER) add_rows(table, &row);
        size_t gone = code.length + (blank != NULL);
        codes = (coding__cell){codes.text + gone, codes.length - gone};
    }
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_claim_file(model, file, CODING__TABLE_POLICIES, NULL, 20151001, 99991231, 0);
    coding__table_rows(&table, "policy title codes kind diagnoses first until because", origin, read_row);
}

const coding__reader coding__policies_reader = {
    .kind = "coverage policies",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = coding__not_public,
    .read = read,
};
