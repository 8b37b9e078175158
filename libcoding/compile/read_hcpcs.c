/* The quarterly HCPCS Level II file, fixed width, modifiers first:
 *
 *     columns 1-5 code (a modifier stands in 4-5)   6-10 sequence   11 kind: 3 code, 7 modifier; 4 and 8 go on with
 *     12-91 long title   92-119 short title   253-256 number of a processing note
 *     269-276 day added   285-292 last day
 *
 *     A0080001003Non-emergency transportation, per mile - vehicle provided by volunteer   Noninterest escort ...
 *     A0080002004(individual or organization), with no vested interest
 *
 * Disclaimers stand before the first row. Codes whose last day is past, or that come later, are in no edition of the
 * file's quarter. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { KIND = 11, ROWS_TO_LOOK_AT = 400, TITLE_LONGEST = 1 << 14 };

static bool is_row(coding__cell line)
{
    if (line.length < KIND || !coding__is_digit(line.text[5]) || !coding__is_digit(line.text[9])) return false;
    return coding__cell_number(coding__columns(line, 6, 10)) != UINT64_MAX && line.text[KIND - 1]
           && strchr("3478", line.text[KIND - 1]) && coding__columns(line, 1, 5).length >= 2;
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    for (int row = 0; row < ROWS_TO_LOOK_AT && coding__next_line(&lines, &line); row++)
        if (is_row(line) && (line.text[KIND - 1] == '3' || line.text[KIND - 1] == '7')) return line.length > 91;
    return false;
}

typedef struct hcpcs_reading {
    coding__model      *model;
    const coding__file *file;
    coding__days        days;
    uint32_t            origin;
    coding__vector      rows[2]; /* coding__printed: codes, modifiers */
    coding__printed     row;     /* whose lines are being read; code 0: none */
    bool                modifier;
    coding__vector      title; /* char */
} hcpcs_reading;

static coding_date day_at(hcpcs_reading *reading, coding__cell line, uint32_t number, size_t column)
{
    coding__cell text = coding__columns(line, column, column + 7);
    coding_date  day = text.length ? coding_date_parse(text.text, text.length) : 0;
    if (text.length && !day)
        coding__fault(reading->model, reading->file, number, column == 269 ? "day added" : "last day",
                      "\"%.*s\" is no day of the calendar", (int)text.length, text.text);
    return day;
}

static void add_title(hcpcs_reading *reading, coding__cell text)
{
    coding__vector *title = &reading->title;
    if (title->count > TITLE_LONGEST) return;
    if (title->count && text.length) *(char *)coding__push(reading->model, title, 1) = ' ';
    for (size_t i = 0; i < text.length; i++) *(char *)coding__push(reading->model, title, 1) = text.text[i];
}

static void finish_row(hcpcs_reading *reading)
{
    if (reading->row.code) {
        reading->row.title = coding__intern(reading->model, reading->title.items, reading->title.count);
        *(coding__printed *)coding__push(reading->model, &reading->rows[reading->modifier],
                                         sizeof reading->row) = reading->row;
    }
    reading->row.code = 0;
    reading->title.count = 0;
}

static void note_number(hcpcs_reading *reading, coding__cell line, uint32_t number)
{
    coding__cell text = coding__columns(line, 253, 256);
    if (!text.length) return;
    coding__numbered_note *note = coding__push(reading->model, &reading->model->numbered_notes, sizeof *note);
    note->code = reading->row.code;
    note->number = coding__intern_cell(reading->model, text);
    note->day = reading->days.first;
    note->line = number;
    note->origin = reading->origin;
}

static void begin_row(hcpcs_reading *reading, coding__cell line, uint32_t number)
{
    reading->modifier = line.text[KIND - 1] == '7';
    coding__cell text = coding__columns(line, 1, 5);
    coding_date  added = day_at(reading, line, number, 269), last = day_at(reading, line, number, 285);
    coding_code  code = coding__release_code(reading->modifier ? CODING_MODIFIER : CODING_HCPCS, text);
    if (!code)
        coding__fault(reading->model, reading->file, number, "code", "\"%.*s\" is no code: left out", (int)text.length,
                      text.text);
    if (!code || added > reading->days.first || (last && last < reading->days.first)) return;
    reading->row = (coding__printed){.code = code, .line = number, .billable = true};
    reading->row.short_title = coding__intern_cell(reading->model, coding__columns(line, 92, 119));
    note_number(reading, line, number);
}

static void read_line(hcpcs_reading *reading, coding__cell line, uint32_t number)
{
    bool begins = line.text[KIND - 1] == '3' || line.text[KIND - 1] == '7';
    if (begins) {
        finish_row(reading);
        begin_row(reading, line, number);
    }
    add_title(reading, coding__columns(line, 12, 91));
}

static void add_editions(hcpcs_reading *reading)
{
    static const coding_system systems[2] = {CODING_HCPCS, CODING_MODIFIER};
    for (int i = 0; i < 2; i++)
        if (reading->rows[i].count)
            coding__add_edition(reading->model, systems[i], reading->days, reading->origin, reading->rows[i]);
}

static void read(coding__model *model, const coding__file *file)
{
    hcpcs_reading        reading = {.model = model, .file = file};
    coding__release_kind kind = {.system = CODING_HCPCS};
    coding__lines        lines = coding__lines_of(file);
    coding__cell         line;
    bool                 begun = false;
    if (!coding__place_release(model, file, &kind, &reading.days, &reading.origin)) return;
    while (coding__next_line(&lines, &line)) {
        bool row = is_row(line);
        if (row) read_line(&reading, line, lines.number);
        else if (begun && coding__trimmed(line).length) coding__fault(model, file, lines.number, "", "no row");
        begun |= row;
    }
    finish_row(&reading);
    add_editions(&reading);
    free(reading.title.items);
}

const coding__reader coding__hcpcs_reader = {
    .kind = "HCPCS file",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
