/* Place of service codes as a table. Numbers that are not assigned are printed too, and are no codes.
 *
 *     pos_code  pos_type      pos_name  pos_description
 *     01        Non-Facility  Pharmacy  A facility or location where drugs ... */
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "pos_code pos_name"); }

static void read_row(coding__tsv *table, coding__vector *rows)
{
    coding__cell    text = coding__table_cell(table, "pos_code");
    coding__printed row = {.code = coding__release_code(CODING_POS, text), .line = table->lines.number};
    row.billable = true;
    row.title = coding__table_word(table, "pos_name");
    if (coding__cell_has(coding__table_cell(table, "pos_name"), "unassigned")) return;
    if (!row.code) coding__table_fault(table, "pos_code", "\"%.*s\" is none: left out", (int)text.length, text.text);
    else *(coding__printed *)coding__push(table->model, rows, sizeof row) = row;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = CODING_POS};
    coding__vector       rows = {0};
    coding__days         days;
    coding__tsv          table;
    uint32_t             origin;
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    while (coding__table_next(&table)) read_row(&table, &rows);
    coding__add_edition(model, CODING_POS, days, origin, rows);
}

const coding__reader coding__pos_reader = {
    .kind = "place of service codes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
