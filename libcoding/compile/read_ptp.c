/* NCCI procedure-to-procedure edits as a tidy table, one setting and quarter a file, ended edits among them:
 *
 *     column1  column2  deletion_date  modifier_indicator  rationale                        [effective_date]
 *     45385    45378    9999-12-31     0                   More extensive procedure
 *
 * The file's name tells setting and quarter: ptp_practitioner_2024q3.tsv, ptp_outpatient_hospital_2024q3.tsv. */
#include <stdio.h>
#include <string.h>

#include "compile/pair_edits.h"
#include "compile/readers.h"
#include "compile/services.h"

enum { FIRST_YEAR = 19960101 }; /* the edits began then, and ended ones stay in the file */

static bool recognises(const coding__file *file)
{
    return coding__is_table(file, "column1 column2 deletion_date modifier_indicator");
}

static bool read_row(coding__tsv *table, coding__pair_edits *edits)
{
    coding__pair_state state = {.until = coding__table_day(table, "deletion_date")};
    coding__cell       indicator = coding__table_cell(table, "modifier_indicator");
    if (state.until == 99991231) state.until = 0;
    state.first = coding__table_day(table, "effective_date");
    state.why = coding__table_word(table, "rationale");
    if (indicator.length != 1 || !strchr("019", indicator.text[0]))
        return coding__table_fault(table, "modifier_indicator", "neither 0, 1 nor 9: left out");
    state.indicator = indicator.text[0];
    coding__cell one = coding__table_cell(table, "column1"), two = coding__table_cell(table, "column2");
    return coding__add_pair_edit(edits, one, two, state, table->lines.number)
           || coding__table_fault(table, "column1", "a column holds no procedure: left out");
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv        table;
    coding__pair_edits edits;
    coding_date        first, until;
    if (!coding__table_start(&table, model, file)) return;
    if (!coding__quarter_days(model, file, &first, &until)) return;
    uint8_t setting = coding__cell_has(coding__cell_of(file->name), "outpatient");
    coding__pair_edits_start(&edits, model, file, setting, first, until, FIRST_YEAR);
    while (coding__table_next(&table)) read_row(&table, &edits);
    coding__pair_edits_end(&edits);
}

const coding__reader coding__ptp_reader = {
    .kind = "NCCI pair edits",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
