/* NCCI add-on code edits as CMS publishes them each quarter: tab separated text (AOC_V2024Q3-MCR.txt), whose head names
 * the columns:
 *
 *     AOC_Edit_Type  Add-On_Code  AOC_DelDT  Primary_Code  Primary_Code_DelDT  AOC_Edit_EffDT  AOC_Edit_DelDT  ...Notes
 *     1              11045                   11042                             2013001
 *     2              0054T                   CCCCC                             2013001         2021365
 *
 * Dates are a year and the day of it. An edit ends on the first of its three dates of deletion, which is its last day.
 * CCCCC: the contractor decides which primaries count. The layout is known from what others who read these files say of
 * it, for no such file was at hand: whatever does not look so is reported. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "compile/add_on.h"
#include "compile/readers.h"
#include "compile/services.h"

enum { HEAD_LINES_MOST = 10 };

/* A notice of copyright may stand above the head. */
static bool find_head(coding__tsv *table, coding__model *model, const coding__file *file)
{
    bool more = coding__table_start(table, NULL, file);
    for (int i = 0; more && i < HEAD_LINES_MOST; i++) {
        if (coding__table_has(table, "Add-On_Code Primary_Code AOC_Edit_Type")) {
            table->model = model;
            return true;
        }
        more = coding__table_next(table);
        memcpy(table->names, table->cells, sizeof table->names);
        table->columns = table->count;
    }
    return false;
}

static bool recognises(const coding__file *file)
{
    coding__tsv table;
    return find_head(&table, NULL, file);
}

/* 2024183: the 183rd day of 2024. 0 where the number is none; days of the calendar are read too. */
static coding_date day_of_year(coding__cell cell)
{
    static const unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint64_t              number = coding__cell_number(cell);
    unsigned              year = (unsigned)(number / 1000 % 10000), left = (unsigned)(number % 1000), month = 0;
    bool                  leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (cell.length != 7 || number == UINT64_MAX) return coding_date_parse(cell.text, cell.length);
    if (!left || left > 365 + (unsigned)leap) return 0;
    for (; left > lengths[month] + (month == 1 && leap); month++) left -= lengths[month] + (month == 1 && leap);
    return year * 10000 + (month + 1) * 100 + left;
}

/* 0 where the cell is empty. */
static coding_date day_at(const coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    coding_date  day = cell.length ? day_of_year(cell) : 0;
    if (cell.length && !day)
        coding__table_fault(table, name, "\"%.*s\" is no day of a year: taken as none", (int)cell.length, cell.text);
    return day;
}

static coding_date earliest(coding_date a, coding_date b) { return !a || (b && b < a) ? b : a; }

static bool read_days(const coding__tsv *table, coding__add_on *add_on)
{
    add_on->first = day_at(table, "AOC_Edit_EffDT");
    add_on->until = earliest(earliest(day_at(table, "AOC_Edit_DelDT"), day_at(table, "AOC_DelDT")),
                             day_at(table, "Primary_Code_DelDT"));
    return !add_on->until || add_on->first <= add_on->until;
}

static bool read_row(coding__tsv *table, coding__add_on add_on)
{
    static const coding__add_on_columns columns = {"Primary_Code", "Add-On_Code", "AOC_Edit_Type"};
    if (!coding__read_add_on(table, &columns, &add_on)) return false;
    if (!read_days(table, &add_on)) return false; /* it ended before it began: it never was */
    return coding__keep_add_on(table, &columns, add_on);
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv    table;
    coding__add_on add_on = {0};
    coding_date    first, until;
    if (!find_head(&table, model, file)) return;
    if (!coding__quarter_days(model, file, &first, &until)) return;
    add_on.origin = coding__add_add_ons_file(model, file, first, until);
    while (coding__table_next(&table) && !model->no_memory) read_row(&table, add_on);
}

const coding__reader coding__ncci_add_ons_reader = {
    .kind = "NCCI add-on codes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
