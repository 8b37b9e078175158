/* NCCI medically unlikely edits as a tidy table, one setting and quarter a file:
 *
 *     hcpcs_code  mue_units  mue_mai  mue_rationale  mue_service
 *     99213       2          3        Clinical: Data Practitioner
 *
 * mue_mai is the adjudication indicator: 1 a line, 2 and 3 a day. */
#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "hcpcs_code mue_units mue_mai"); }

static uint8_t setting_of(coding__cell service)
{
    if (coding__cell_has(service, "dme")) return 2;
    return coding__cell_has(service, "outpatient");
}

static bool read_row(coding__tsv *table, coding__unit_edit edit)
{
    uint64_t value = coding__cell_number(coding__table_cell(table, "mue_units"));
    edit.service = coding__service_number(table->model, coding__table_cell(table, "hcpcs_code"));
    edit.indicator = coding__small_number(coding__table_cell(table, "mue_mai"));
    edit.why = coding__table_word(table, "mue_rationale");
    edit.line = table->lines.number;
    if (!coding__service_code(coding__table_cell(table, "hcpcs_code")))
        return coding__table_fault(table, "hcpcs_code", "no procedure: left out");
    if (value > UINT32_MAX) return coding__table_fault(table, "mue_units", "no number of units: left out");
    if (edit.indicator < 1 || edit.indicator > 3)
        return coding__table_fault(table, "mue_mai", "neither 1, 2 nor 3: left out");
    edit.value = (uint32_t)value;
    if (edit.service == CODING__NO_SERVICE_NUMBER) return false;
    *(coding__unit_edit *)coding__push(table->model, &table->model->claims.units, sizeof edit) = edit;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv       table;
    coding__unit_edit edit = {0};
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__quarter_days(model, file, &edit.first, &edit.until)) return;
    for (bool begun = false; coding__table_next(&table); begun = true) {
        if (!begun) edit.setting = setting_of(coding__table_cell(&table, "mue_service"));
        if (!begun) edit.origin = coding__add_units_file(model, file, edit.setting, edit.first, edit.until);
        read_row(&table, edit);
    }
}

const coding__reader coding__mue_reader = {
    .kind = "NCCI medically unlikely edits",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
