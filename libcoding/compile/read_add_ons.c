/* NCCI add-on codes as a tidy table of one quarter:
 *
 *     primary_code  add_on_code  aoc_edit_type
 *     11042         11045        1
 *     CCCCC         0054T        2
 *
 * CCCCC: the contractor decides which primaries count. Type 1 lists all of them, 2 none, 3 some. */
#include "compile/add_on.h"
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "primary_code add_on_code"); }

static bool read_row(coding__tsv *table, coding__add_on add_on)
{
    static const coding__add_on_columns columns = {"primary_code", "add_on_code", "aoc_edit_type"};
    return coding__read_add_on(table, &columns, &add_on) && coding__keep_add_on(table, &columns, add_on);
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv    table;
    coding__add_on add_on = {0};
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__quarter_days(model, file, &add_on.first, &add_on.until)) return;
    add_on.origin = coding__add_add_ons_file(model, file, add_on.first, add_on.until);
    while (coding__table_next(&table)) read_row(&table, add_on);
}

const coding__reader coding__add_ons_reader = {
    .kind = "NCCI add-on codes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
