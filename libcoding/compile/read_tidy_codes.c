/* Codes of any system, one line a span of days:
 *
 *     system   code   kind      first     past      title                [short]
 *     icd10cm  G35    billable  20151001  20251001  Multiple sclerosis
 *     icd10cm  G35    header    20251001  -         Multiple sclerosis
 *
 * `past` is the first day on which it no longer holds. Little books are written without the head, and with two or more
 * blanks for a tab. */
#include <string.h>

#include "base/text.h"
#include "code/code.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

enum { SYSTEM, CODE, KIND, FIRST, PAST, TITLE, SHORT, CELLS };

static const char *const columns[CELLS] = {"system", "code", "kind", "first", "past", "title", "short"};

typedef struct tidy_reading {
    coding__model      *model;
    const coding__file *file;
    uint32_t            origin;
    uint32_t            line;
    coding__cell        cells[CELLS];
    coding__cell        system_name; /* of the row before, and the system it names */
    coding_system       system;
} tidy_reading;

static bool is_kind(coding__cell cell) { return coding__cell_is(cell, "billable") || coding__cell_is(cell, "header"); }

/* Parts a line of a little book. */
static void part(coding__cell line, coding__cell cells[CELLS])
{
    memset(cells, 0, CELLS * sizeof *cells);
    for (size_t i = 0, at = 0; i < CELLS; i++) {
        while (at < line.length && (line.text[at] == ' ' || line.text[at] == '\t')) at++;
        size_t begin = at;
        while (at < line.length && line.text[at] != '\t'
               && !(line.text[at] == ' ' && at + 1 < line.length && line.text[at + 1] == ' '))
            at++;
        cells[i] = coding__trimmed((coding__cell){line.text + begin, at - begin});
    }
}

static bool is_little_book(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line, cells[CELLS];
    if (!coding__next_row(&lines, &line)) return false;
    part(line, cells);
    return is_kind(cells[KIND]) && coding_date_parse(cells[FIRST].text, cells[FIRST].length);
}

static bool recognises(const coding__file *file)
{
    return coding__is_table(file, "system code kind first past title") || is_little_book(file);
}

static void fault(const tidy_reading *reading, int cell, const char *what)
{
    coding__cell said = reading->cells[cell];
    coding__fault(reading->model, reading->file, reading->line, columns[cell], "\"%.*s\" %s", (int)said.length,
                  said.text, what);
}

static coding_date day_of(const tidy_reading *reading, int cell)
{
    coding__cell text = reading->cells[cell];
    if (!text.length || coding__cell_is(text, "-")) return 0;
    coding_date day = coding_date_parse(text.text, text.length);
    if (!day) fault(reading, cell, "is no day of the calendar");
    return day;
}

/* Tables name the same system a hundred thousand times. */
static coding_system system_of(tidy_reading *reading)
{
    coding__cell name = reading->cells[SYSTEM], last = reading->system_name;
    if (name.length != last.length || !name.length || memcmp(name.text, last.text, name.length) != 0) {
        reading->system = coding__named_system(reading->model, name);
        reading->system_name = name;
    }
    return reading->system;
}

/* The row's places are good; false where it has to be left out. */
static bool read_span(tidy_reading *reading, coding__tidy_row *row)
{
    row->system = system_of(reading);
    row->first = day_of(reading, FIRST);
    row->past = day_of(reading, PAST);
    if (!row->system) return fault(reading, SYSTEM, "is no code system: left out"), false;
    if (coding__holds_number(row->system)) return fault(reading, SYSTEM, "is checked by its form alone: left out"), false;
    row->code = coding__release_code(row->system, reading->cells[CODE]);
    if (!row->code) return fault(reading, CODE, "is no code of that system: left out"), false;
    if (!row->first) return fault(reading, FIRST, "names no first day: left out"), false;
    if (!row->past || row->past > row->first) return true;
    return fault(reading, PAST, "is not after the first day: left out"), false;
}

static void read_cells(tidy_reading *reading)
{
    coding__model   *model = reading->model;
    coding__tidy_row row = {.origin = reading->origin, .line = reading->line};
    if (!read_span(reading, &row) || (model->public_only && row.system == CODING_CPT)) return;
    if (!is_kind(reading->cells[KIND])) fault(reading, KIND, "is neither billable nor header: taken as a header");
    row.billable = coding__cell_is(reading->cells[KIND], "billable");
    row.title = coding__intern_cell(model, reading->cells[TITLE]);
    row.short_title = coding__intern_cell(model, reading->cells[SHORT]);
    *(coding__tidy_row *)coding__push(model, &model->tidy_rows, sizeof row) = row;
}

static void read_little_book(tidy_reading *reading)
{
    coding__lines lines = coding__lines_of(reading->file);
    coding__cell  line;
    while (coding__next_row(&lines, &line)) {
        part(line, reading->cells);
        reading->line = lines.number;
        read_cells(reading);
    }
}

static void read_headed(tidy_reading *reading, coding__tsv *table)
{
    coding__table_knows(table, "system code kind first past title short because");
    while (coding__table_next(table)) {
        for (int i = 0; i < CELLS; i++) reading->cells[i] = coding__table_cell(table, columns[i]);
        reading->line = table->lines.number;
        read_cells(reading);
    }
}

static void read(coding__model *model, const coding__file *file)
{
    tidy_reading reading = {.model = model, .file = file, .origin = coding__add_origin(model, file, NULL, NULL, 0)};
    coding__tsv  table;
    bool         headed = coding__table_start(&table, model, file) && coding__table_has(&table, "system code");
    if (headed) read_headed(&reading, &table);
    else read_little_book(&reading);
}

const coding__reader coding__tidy_codes_reader = {
    .kind = "codes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
