/* Modifiers of both levels as a table. Those of CPT stand bare: their descriptors are the AMA's.
 *
 *     modifier  level  category  level2_description
 *     25        CPT    General
 *     LT        HCPCS            Left side ... */
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "modifier level level2_description"); }

static void read_row(coding__tsv *table, coding__vector *rows)
{
    coding__model  *model = table->model;
    coding__cell    text = coding__table_cell(table, "modifier");
    coding__printed row = {.code = coding__release_code(CODING_MODIFIER, text), .line = table->lines.number};
    row.billable = true;
    row.title = coding__table_word(table, "level2_description");
    if (!row.code) coding__table_fault(table, "modifier", "\"%.*s\" is none: left out", (int)text.length, text.text);
    if (!row.code || (model->public_only && coding__cell_is(coding__table_cell(table, "level"), "CPT"))) return;
    *(coding__printed *)coding__push(model, rows, sizeof row) = row;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = CODING_MODIFIER};
    coding__vector       rows = {0};
    coding__days         days;
    coding__tsv          table;
    uint32_t             origin;
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    while (coding__table_next(&table)) read_row(&table, &rows);
    coding__add_edition(model, CODING_MODIFIER, days, origin, rows);
}

const coding__reader coding__modifiers_reader = {
    .kind = "modifiers",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
