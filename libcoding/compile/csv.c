#include "compile/csv.h"

#include <string.h>

coding__csv coding__csv_of(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    return (coding__csv){.next = lines.next, .past = lines.past};
}

/* Past the quote that closes the one before `at`; a doubled one closes nothing. */
static const char *past_quotes(coding__csv *csv, const char *at)
{
    for (; at < csv->past; at++) {
        csv->lines += *at == '\n';
        if (*at != '"') continue;
        if (at + 1 == csv->past || at[1] != '"') return at + 1;
        at++;
    }
    return at;
}

/* The end of the cell that begins here: a comma, an end of line, or the end of the file. */
static const char *end_of(coding__csv *csv, const char *at)
{
    if (at < csv->past && *at == '"') at = past_quotes(csv, at + 1);
    while (at < csv->past && *at != ',' && *at != '\n') at++;
    return at;
}

static coding__cell cell_of(const char *first, const char *past)
{
    coding__cell cell = coding__trimmed((coding__cell){first, (size_t)(past - first)});
    bool         quoted = cell.length > 1 && cell.text[0] == '"' && cell.text[cell.length - 1] == '"';
    return quoted ? coding__trimmed((coding__cell){cell.text + 1, cell.length - 2}) : cell;
}

static void read_record(coding__csv *csv)
{
    memset(csv->cells, 0, sizeof csv->cells);
    csv->count = 0;
    csv->number = ++csv->lines;
    for (;;) {
        const char *end = end_of(csv, csv->next);
        if (csv->count < CODING__CSV_MOST) csv->cells[csv->count++] = cell_of(csv->next, end);
        csv->next = end < csv->past ? end + 1 : csv->past;
        if (end == csv->past || *end == '\n') return;
    }
}

bool coding__csv_next(coding__csv *csv)
{
    while (csv->next < csv->past) {
        read_record(csv);
        for (size_t i = 0; i < csv->count; i++)
            if (csv->cells[i].length) return true;
    }
    return false;
}
