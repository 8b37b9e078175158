/* HCPCS Level II as two tables, titles and fields:
 *
 *     hcpcs_code  hcpcs_desc_type  hcpcs_description      A0021  Long  Ambulance service, ...
 *     hcpcs_code  ... proc ... date_term  date_added ...  A0021        ...
 *
 * The fields say which of the codes are past their last day, and carry the numbers of processing notes. */
#include <string.h>

#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static coding_code code_of(coding__tsv *table)
{
    coding__cell text = coding__table_cell(table, "hcpcs_code");
    coding_code  code = coding__release_code(CODING_HCPCS, text);
    if (!code) coding__table_fault(table, "hcpcs_code", "\"%.*s\" is no code: left out", (int)text.length, text.text);
    return code;
}

static bool recognises_titles(const coding__file *file)
{
    return coding__is_table(file, "hcpcs_code hcpcs_desc_type hcpcs_description");
}

static bool read_title(coding__tsv *table, coding__merge *merge)
{
    coding__cell type = coding__table_cell(table, "hcpcs_desc_type");
    coding__word title = coding__table_word(table, "hcpcs_description");
    coding_code  code = code_of(table);
    bool         is_long = coding__cell_is(type, "Long");
    if (!code) return false;
    if (!is_long && !coding__cell_is(type, "Short"))
        return coding__table_fault(table, "hcpcs_desc_type", "neither Long nor Short: left out");
    coding__printed *row = coding__merge_row(merge, code, table->lines.number);
    *(is_long ? &row->title : &row->short_title) = title;
    return true;
}

static void read_titles(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = CODING_HCPCS};
    coding__days         days;
    coding__tsv          table;
    uint32_t             origin;
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    coding__merge merge = coding__merge_start(model, CODING_HCPCS, days, origin);
    while (coding__table_next(&table)) read_title(&table, &merge);
    coding__merge_end(&merge);
}

static bool recognises_fields(const coding__file *file)
{
    return coding__is_table(file, "hcpcs_code proc date_term date_added");
}

static const char *needless(const coding__model *model, const coding__file *file)
{
    coding_date first = coding__days_of(model, file, CODING_HCPCS).first;
    return coding__has_edition(model, CODING_HCPCS, first) ? NULL : "fields of codes whose titles are not here";
}

static void note_number(coding__tsv *table, coding_code code, coding_date day, uint32_t origin)
{
    coding__word number = coding__table_word(table, "proc");
    if (!number) return;
    coding__numbered_note *note = coding__push(table->model, &table->model->numbered_notes, sizeof *note);
    *note = (coding__numbered_note){.code = code, .number = number, .day = day, .origin = origin};
    note->line = table->lines.number;
}

/* A row that is not in force on the first day is marked by losing its code. */
static void read_field(coding__tsv *table, coding__merge *merge, coding_date first, uint32_t origin)
{
    coding_date added = coding__table_day(table, "date_added"), last = coding__table_day(table, "date_term");
    coding_code code = code_of(table);
    if (!code) return;
    if (added > first || (last && last < first)) coding__merge_row(merge, code, table->lines.number)->code = 0;
    else note_number(table, code, first, origin);
}

static void drop_marked(coding__vector *rows)
{
    coding__printed *row = rows->items;
    size_t           kept = 0;
    for (size_t i = 0; i < rows->count; i++)
        if (row[i].code) row[kept++] = row[i];
    rows->count = kept;
}

static void read_fields(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = CODING_HCPCS};
    coding__days         days;
    coding__tsv          table;
    uint32_t             origin;
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    coding__merge merge = coding__merge_start(model, CODING_HCPCS, days, origin);
    while (coding__table_next(&table)) read_field(&table, &merge, days.first, origin);
    if (merge.edition < model->editions.count)
        drop_marked(&((coding__edition *)model->editions.items)[merge.edition].rows);
    coding__merge_end(&merge);
}

const coding__reader coding__hcpcs_titles_reader = {
    .kind = "HCPCS titles",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_titles,
    .read = read_titles,
};

const coding__reader coding__hcpcs_fields_reader = {
    .kind = "HCPCS fields",
    .turn = CODING__TURN_LATE,
    .recognises = recognises_fields,
    .needless = needless,
    .read = read_fields,
};
