/* What the guidelines say of two diagnoses on one claim, kept by hand:
 *
 *     rule      codes  how       others   severity  kinds  since     until  text                    because
 *     conflict  I10    not-with  I11-I13  warning   -      20151001  -      hypertension is coded   OG I.C.9.a
 *
 * `how`: not-with, needs, needs-before, not-first, only-first, before. `text` is what a coder is told. */
#include <string.h>

#include <coding/claim.h>

#include "compile/ranges.h"
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "rule codes how others severity"); }

static uint32_t rule_of(coding__cell cell)
{
    uint32_t rule = 0;
    while (rule < CODING_CLAIM_RULE_TOTAL && !coding__cell_is(cell, coding_claim_rule_name((coding_claim_rule)rule)))
        rule++;
    return rule;
}

static uint8_t how_of(coding__cell cell)
{
    static const char *const names[] = {
        [CODING__PAIR_NOT_WITH] = "not-with",         [CODING__PAIR_NEEDS] = "needs",
        [CODING__PAIR_NEEDS_BEFORE] = "needs-before", [CODING__PAIR_NOT_FIRST] = "not-first",
        [CODING__PAIR_ONLY_FIRST] = "only-first",     [CODING__PAIR_BEFORE] = "before",
    };
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__cell_is(cell, names[i])) return i;
    return UINT8_MAX;
}

/* A row for each range of `codes`. */
static void add_rules(coding__tsv *table, coding__pair_rule rule)
{
    uint32_t count, first = coding__read_ranges(table, "codes", coding__diagnosis_code, &count);
    rule.others = coding__read_ranges(table, "others", coding__diagnosis_code, &rule.other_count);
    for (uint32_t i = first; i < first + count && !table->model->no_memory; i++) {
        rule.one = ((const coding__code_range *)table->model->claims.ranges.items)[i];
        *(coding__pair_rule *)coding__push(table->model, &table->model->claims.pairs, sizeof rule) = rule;
    }
}

static bool read_row(coding__tsv *table, uint32_t origin)
{
    coding__pair_rule rule = {.origin = origin, .line = table->lines.number};
    rule.rule = rule_of(coding__table_cell(table, "rule"));
    rule.how = how_of(coding__table_cell(table, "how"));
    if (rule.rule == CODING_CLAIM_RULE_TOTAL)
        return coding__table_fault(table, "rule", "no rule of that name: left out");
    if (rule.how == UINT8_MAX) return coding__table_fault(table, "how", "none of those there are: left out");
    rule.severity = coding__read_severity(table, "severity");
    rule.kinds = coding__read_kinds(table, "kinds");
    rule.since = coding__table_day(table, "since");
    rule.until = coding__table_day(table, "until");
    rule.text = coding__table_word(table, "text");
    rule.because = coding__table_word(table, "because");
    add_rules(table, rule);
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_claim_file(model, file, CODING__TABLE_PAIRS, "pairs of diagnoses", 20151001, 99991231,
                                             0);
    coding__table_rows(&table, "rule codes how others severity kinds since until text because", origin, read_row);
}

const coding__reader coding__pair_rules_reader = {
    .kind = "what two diagnoses say of each other",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = coding__is_there,
    .read = read,
};
