/* NCCI add-on codes as a tidy table of one quarter:
 *
 *     primary_code  add_on_code  aoc_edit_type
 *     11042         11045        1
 *     CCCCC         0054T        2
 *
 * CCCCC: the contractor decides which primaries count. Type 1 lists all of them, 2 none, 3 some. */
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "primary_code add_on_code"); }

static bool read_row(coding__tsv *table, coding__add_on add_on)
{
    coding__cell primary = coding__table_cell(table, "primary_code"), code = coding__table_cell(table, "add_on_code");
    bool         decides = coding__cell_is(primary, "CCCCC");
    add_on.type = coding__small_number(coding__table_cell(table, "aoc_edit_type"));
    add_on.line = table->lines.number;
    if (!coding__service_code(code)) return coding__table_fault(table, "add_on_code", "no procedure: left out");
    if (!decides && !coding__service_code(primary))
        return coding__table_fault(table, "primary_code", "no procedure: left out");
    if (add_on.type < 1 || add_on.type > 3)
        return coding__table_fault(table, "aoc_edit_type", "neither 1, 2 nor 3: left out");
    add_on.service = coding__service_number(table->model, code);
    uint32_t number = decides ? 0 : coding__service_number(table->model, primary);
    if (add_on.service == CODING__NO_SERVICE_NUMBER || number == CODING__NO_SERVICE_NUMBER) return false;
    add_on.primary = decides ? 0 : number + 1;
    *(coding__add_on *)coding__push(table->model, &table->model->claims.add_ons, sizeof add_on) = add_on;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv    table;
    coding__add_on add_on = {0};
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__claim_days(model, file, &add_on.first, &add_on.until)) {
        coding__fault(model, file, 0, "", "nobody says of which quarter it is: name it so, as in 2024q3; left out");
        return;
    }
    add_on.origin = coding__add_add_ons_file(model, file, add_on.first, add_on.until);
    while (coding__table_next(&table)) read_row(&table, add_on);
}

const coding__reader coding__add_ons_reader = {
    .kind = "NCCI add-on codes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
