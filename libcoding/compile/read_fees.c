/* The indicators of the physician fee schedule as a tidy table of one year; numbers may be written as floats:
 *
 *     hcpcs_code  mod  status  pctc  glob  ...  mult_proc  bilat_surg  asst_surg  co_surg  team_surg  endo_base
 *     45380            A       0.0   000        3.0        0.0         1.0        0.0      0.0        45378 */
#include <stdio.h>

#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "hcpcs_code mod status glob pctc"); }

static uint8_t global_of(coding__cell cell)
{
    static const char *const names[] = {
        [CODING__GLOBAL_NONE] = "XXX",      [CODING__GLOBAL_0] = "000",       [CODING__GLOBAL_10] = "010",
        [CODING__GLOBAL_90] = "090",        [CODING__GLOBAL_MATERNITY] = "MMM", [CODING__GLOBAL_CARRIER] = "YYY",
        [CODING__GLOBAL_ADD_ON] = "ZZZ",
    };
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__cell_is(cell, names[i])) return i;
    return CODING__GLOBAL_NONE;
}

static char modifier_of(coding__cell cell) { return cell.length ? cell.text[0] : '\0'; }

static uint8_t number_at(const coding__tsv *table, const char *name)
{
    uint8_t number = coding__small_number(coding__table_cell(table, name));
    return number == UINT8_MAX ? 9 : number; /* 9: the concept does not apply */
}

static void read_numbers(const coding__tsv *table, coding__fee *fee)
{
    fee->component = number_at(table, "pctc");
    fee->multiple = number_at(table, "mult_proc");
    fee->bilateral = number_at(table, "bilat_surg");
    fee->assistant = number_at(table, "asst_surg");
    fee->co_surgery = number_at(table, "co_surg");
    fee->team = number_at(table, "team_surg");
    fee->family = coding__small_number(coding__table_cell(table, "diag_img_fam"));
    fee->not_office = coding__cell_is(coding__table_cell(table, "non_na"), "NA");
    fee->not_facility = coding__cell_is(coding__table_cell(table, "fac_na"), "NA");
}

static bool read_row(coding__tsv *table, coding__fee fee)
{
    coding__cell code = coding__table_cell(table, "hcpcs_code"), status = coding__table_cell(table, "status");
    uint32_t     base = coding__service_number(table->model, coding__table_cell(table, "endo_base"));
    if (!coding__service_code(code)) return coding__table_fault(table, "hcpcs_code", "no procedure: left out");
    if (status.length != 1) return coding__table_fault(table, "status", "not one letter: left out");
    fee.service = coding__service_number(table->model, code);
    if (fee.service == CODING__NO_SERVICE_NUMBER) return false;
    fee.base = base == CODING__NO_SERVICE_NUMBER ? 0 : base + 1;
    fee.modifier = modifier_of(coding__table_cell(table, "mod"));
    fee.status = status.text[0];
    fee.global = global_of(coding__table_cell(table, "glob"));
    fee.line = table->lines.number;
    read_numbers(table, &fee);
    *(coding__fee *)coding__push(table->model, &table->model->claims.fees, sizeof fee) = fee;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    coding__fee fee = {0};
    char        release[64];
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__claim_days(model, file, &fee.first, &fee.until)) {
        coding__fault(model, file, 0, "", "nobody says of which year it is: put it in a folder named so; left out");
        return;
    }
    snprintf(release, sizeof release, "Physician Fee Schedule %u", (unsigned)(fee.first / 10000));
    fee.origin = coding__add_claim_file(model, file, CODING__TABLE_FEES, release, fee.first, fee.until, 0);
    while (coding__table_next(&table)) read_row(&table, fee);
}

const coding__reader coding__fees_reader = {
    .kind = "fee schedule indicators",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
