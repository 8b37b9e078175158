/* Where services are given, kept by hand:
 *
 *     codes        places    not_places  severity  text                          because
 *     99281-99285  23        -           warning   an emergency visit            code text
 *     99202-99215  -         21 23 31    warning   an office visit               ...
 *
 * `places` are those that fit; where it is '-', `not_places` are those that do not. */
#include "compile/ranges.h"
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "codes places not_places severity"); }

static bool read_row(coding__tsv *table, uint32_t origin)
{
    uint32_t count, first = coding__read_ranges(table, "codes", coding__service_code, &count);
    for (uint32_t i = first; i < first + count && !table->model->no_memory; i++) {
        coding__place_rule rule = {
            .codes = ((const coding__code_range *)table->model->claims.ranges.items)[i],
            .fit = coding__table_word(table, "places"),
            .not_fit = coding__table_word(table, "not_places"),
            .why = coding__table_word(table, "text"),
            .severity = coding__read_severity(table, "severity"),
            .origin = origin,
            .line = table->lines.number,
        };
        *(coding__place_rule *)coding__push(table->model, &table->model->claims.places, sizeof rule) = rule;
    }
    return count > 0;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_claim_file(model, file, CODING__TABLE_PLACES, "places of service", 19960101,
                                             99991231, 0);
    coding__table_rows(&table, "codes places not_places severity text because", origin, read_row);
}

const coding__reader coding__place_rules_reader = {
    .kind = "where services are given",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = coding__not_public,
    .read = read,
};
