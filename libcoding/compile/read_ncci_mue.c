/* NCCI medically unlikely edits as CMS publishes them each quarter, a setting a file
 * (MCR_MUE_PractitionerServices_Eff_07-01-2024.csv):
 *
 *     "a notice of copyright over several lines",,,
 *     "HCPCS/
 *     CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
 *     99213,2,3 Date of Service Edit: Clinical,Clinical: Data
 *
 * The head names the setting, the file's name the quarter. The indicator is the first character of its cell. The layout
 * is known from what others who read these files say of it, for no such file was at hand: whatever does not look so is
 * reported. The spreadsheet beside it in the same zip says the same, and is not read. */
#include <stdio.h>

#include "base/text.h"
#include "compile/csv.h"
#include "compile/readers.h"
#include "compile/services.h"

enum { HEAD_RECORDS_MOST = 20 };

/* Where the columns stand, for their order is not relied on. */
typedef struct head {
    size_t       code, value, indicator, why; /* CODING__CSV_MOST: there is none */
    coding__cell setting;
} head;

static size_t column_with(const coding__csv *csv, const char *words)
{
    size_t column = 0;
    while (column < csv->count && !coding__cell_has(csv->cells[column], words)) column++;
    return column < csv->count ? column : CODING__CSV_MOST;
}

static bool find_head(coding__csv *csv, head *of)
{
    for (int i = 0; i < HEAD_RECORDS_MOST && coding__csv_next(csv); i++) {
        *of = (head){.code = column_with(csv, "CPT Code"),
                     .value = column_with(csv, "MUE Values"),
                     .indicator = column_with(csv, "Adjudication Indicator"),
                     .why = column_with(csv, "Rationale")};
        if (of->code == CODING__CSV_MOST || of->value == CODING__CSV_MOST || of->value == of->code) continue;
        of->setting = csv->cells[of->value];
        return true;
    }
    return false;
}

static bool recognises(const coding__file *file)
{
    coding__csv csv = coding__csv_of(file);
    head        of;
    return find_head(&csv, &of);
}

static coding__cell cell_at(const coding__csv *csv, size_t column)
{
    return column < csv->count ? csv->cells[column] : (coding__cell){"", 0};
}

static bool fault(coding__model *model, const coding__file *file, const coding__csv *csv, const char *field,
                  const char *what)
{
    coding__fault(model, file, csv->number, field, "%s: left out", what);
    return false;
}

static bool read_row(coding__model *model, const coding__file *file, const coding__csv *csv, const head *of,
                     coding__unit_edit edit)
{
    coding__cell code = cell_at(csv, of->code), indicator = cell_at(csv, of->indicator);
    uint64_t     value = coding__cell_number(cell_at(csv, of->value));
    if (!coding__service_code(code)) return fault(model, file, csv, "HCPCS/CPT Code", "no procedure");
    if (value > UINT32_MAX) return fault(model, file, csv, "MUE Values", "no number of units");
    if (!indicator.length || indicator.text[0] < '1' || indicator.text[0] > '3')
        return fault(model, file, csv, "MUE Adjudication Indicator", "neither 1, 2 nor 3");
    edit.service = coding__service_number(model, code);
    edit.value = (uint32_t)value;
    edit.indicator = (uint8_t)(indicator.text[0] - '0');
    edit.why = coding__intern_cell(model, cell_at(csv, of->why));
    edit.line = csv->number;
    if (edit.service == CODING__NO_SERVICE_NUMBER) return false; /* not for this book */
    *(coding__unit_edit *)coding__push(model, &model->claims.units, sizeof edit) = edit;
    return true;
}

static uint8_t setting_of(coding__cell title)
{
    if (coding__cell_has(title, "dme")) return 2;
    return coding__cell_has(title, "outpatient") || coding__cell_has(title, "hospital");
}

static void read(coding__model *model, const coding__file *file)
{
    coding__csv       csv = coding__csv_of(file);
    coding__unit_edit edit = {0};
    head              of;
    if (!find_head(&csv, &of)) return;
    if (!coding__quarter_days(model, file, &edit.first, &edit.until)) return;
    edit.setting = setting_of(of.setting);
    edit.origin = coding__add_units_file(model, file, edit.setting, edit.first, edit.until);
    while (coding__csv_next(&csv) && !model->no_memory) read_row(model, file, &csv, &of, edit);
}

const coding__reader coding__ncci_mue_reader = {
    .kind = "NCCI medically unlikely edits",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
