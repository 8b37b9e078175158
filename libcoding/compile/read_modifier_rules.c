/* What modifiers may stand with, kept by hand:
 *
 *     modifier  group  codes  not_codes  kinds  places  not_with  needs          order  severity  text  because
 *     50        -      -      99202-...  -      -       LT RT     bilateral=1,3  1      denial    ...   ...
 *
 * `group` says whether it parts pair edits; `needs` asks the fee schedule: `bilateral=1,3 global=2,3`. */
#include "compile/ranges.h"
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file)
{
    return coding__is_table(file, "modifier group codes not_with needs");
}

static uint8_t group_of(coding__tsv *table)
{
    static const char *const names[] = {
        [CODING__MODIFIER_OTHER] = "-",         [CODING__MODIFIER_ANATOMIC] = "anatomic",
        [CODING__MODIFIER_DISTINCT] = "distinct", [CODING__MODIFIER_VISIT] = "visit",
        [CODING__MODIFIER_STAGED] = "staged",   [CODING__MODIFIER_REPEAT] = "repeat",
    };
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__cell_is(coding__table_cell(table, "group"), names[i])) return i;
    coding__table_fault(table, "group", "no group of modifiers: taken as one that parts nothing");
    return CODING__MODIFIER_OTHER;
}

static bool read_row(coding__tsv *table, uint32_t origin)
{
    coding__cell          cell = coding__table_cell(table, "modifier");
    coding__modifier_rule rule = {.origin = origin, .line = table->lines.number};
    rule.code = coding_parse(CODING_MODIFIER, cell.text, cell.length).code;
    if (!rule.code) return coding__table_fault(table, "modifier", "no modifier: left out");
    rule.group = group_of(table);
    rule.fits = coding__read_ranges(table, "codes", coding__service_code, &rule.fit_count);
    rule.never = coding__read_ranges(table, "not_codes", coding__service_code, &rule.never_count);
    rule.kinds = coding__read_kinds(table, "kinds");
    rule.places = coding__table_word(table, "places");
    rule.not_with = coding__table_word(table, "not_with");
    rule.needs = coding__table_word(table, "needs");
    rule.order = coding__small_number(coding__table_cell(table, "order"));
    rule.severity = coding__read_severity(table, "severity");
    rule.text = coding__table_word(table, "text");
    *(coding__modifier_rule *)coding__push(table->model, &table->model->claims.modifiers, sizeof rule) = rule;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_claim_file(model, file, CODING__TABLE_MODIFIERS, "modifiers", 19960101, 99991231, 0);
    coding__table_rows(&table,
                       "modifier group codes not_codes kinds places not_with needs order severity text "
                       "because",
                       origin, read_row);
}

const coding__reader coding__modifier_rules_reader = {
    .kind = "what modifiers stand with",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = coding__not_public,
    .read = read,
};
