/* Order files: ICD-10-CM and ICD-10-PCS of a year.
 *
 *     columns 1-5 order   7-13 code without dot   15 flag: 1 billable, 0 header   17-76 short title   78- long title
 *     00001 A00     0 Cholera                                                      Cholera
 *
 * In ICD-10-PCS the headers are the titles of the tables, three characters long: never codes. */
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { FLAG = 15, SHORTEST = 17, ROWS_TO_LOOK_AT = 64 };

static bool is_row(coding__cell line)
{
    if (line.length < SHORTEST || line.text[5] != ' ' || line.text[13] != ' ' || line.text[15] != ' ') return false;
    for (size_t i = 0; i < 5; i++)
        if (!coding__is_digit(line.text[i])) return false;
    return coding__columns(line, 7, 13).length >= 3 && (line.text[FLAG - 1] == '0' || line.text[FLAG - 1] == '1');
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    return coding__next_row(&lines, &line) && is_row(line);
}

/* Only codes of ICD-10-PCS begin with a digit, and its files do. The name is asked where a piece begins later. */
static coding_system system_of(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line, name = coding__cell_of(file->name);
    for (int row = 0; row < ROWS_TO_LOOK_AT && coding__next_row(&lines, &line); row++)
        if (is_row(line) && coding__is_digit(line.text[6])) return CODING_ICD10PCS;
    return coding__cell_has(name, "pcs") ? CODING_ICD10PCS : CODING_ICD10CM;
}

typedef struct order_reading {
    coding__model      *model;
    const coding__file *file;
    coding_system       system;
    coding__vector      rows; /* coding__printed */
    uint64_t            order;
} order_reading;

static void check_order(order_reading *reading, coding__cell line, uint32_t number)
{
    uint64_t order = coding__cell_number(coding__columns(line, 1, 5));
    if (order == UINT64_MAX) coding__fault(reading->model, reading->file, number, "order", "not a number");
    else if (order <= reading->order)
        coding__fault(reading->model, reading->file, number, "order", "%u does not follow %u", (unsigned)order,
                      (unsigned)reading->order);
    if (order != UINT64_MAX) reading->order = order;
}

static void check_flag(order_reading *reading, char flag, uint32_t number)
{
    if (flag != '0' && flag != '1')
        coding__fault(reading->model, reading->file, number, "flag", "neither 0 nor 1: taken as a header");
}

static void read_row(order_reading *reading, coding__cell line, uint32_t number)
{
    coding__model *model = reading->model;
    coding__cell   text = coding__columns(line, 7, 13), title = coding__columns(line, 78, SIZE_MAX);
    coding_code    code = coding__release_code(reading->system, text);
    check_order(reading, line, number);
    if (line.length < SHORTEST || !code) {
        coding__fault(model, reading->file, number, "code", "\"%.*s\" is no code of %s: left out", (int)text.length,
                      text.text, coding_system_title(reading->system));
        return;
    }
    check_flag(reading, line.text[FLAG - 1], number);
    if (!title.length) {
        title = coding__columns(line, 17, 76);
        coding__fault(model, reading->file, number, "long title", "none: the short one is taken");
    }
    coding__printed *row = coding__push(model, &reading->rows, sizeof *row);
    row->code = code;
    row->line = number;
    row->billable = line.text[FLAG - 1] == '1';
    row->short_title = coding__intern_cell(model, coding__columns(line, 17, 76));
    row->title = coding__intern_cell(model, title);
}

static void read(coding__model *model, const coding__file *file)
{
    order_reading        reading = {.model = model, .file = file, .system = system_of(file)};
    coding__days         days;
    coding__lines        lines = coding__lines_of(file);
    coding__cell         line;
    uint32_t             origin;
    coding__release_kind kind = {.system = reading.system};
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    while (coding__next_line(&lines, &line))
        if (coding__trimmed(line).length) read_row(&reading, line, lines.number);
    coding__add_edition(model, reading.system, days, origin, reading.rows);
}

const coding__reader coding__order_reader = {
    .kind = "order file",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
