/* NCCI procedure-to-procedure edits as CMS publishes them each quarter: tab separated text, a setting in one or in
 * several parts (ccipra-v302r0-f1.txt to f4.txt, ccioph-v302r0-f1.txt), each a zip of its own:
 *
 *     a notice of copyright, a title, and a head that may go on over several lines
 *     Column 1  Column 2  *=in existence prior to 1996  Effective Date  Deletion Date  Modifier  PTP Edit Rationale
 *     45385     45378                                   20000605        *              0         More extensive ...
 *
 * Dates are YYYYMMDD, ended edits stand among the others, and the order of columns is always this one. The layout is
 * known from what others who read these files say of it, for no such file was at hand: whatever does not look so is
 * reported. Setting and quarter are told by the file's name. A part that is a spreadsheet is not read. */
#include <string.h>

#include "compile/pair_edits.h"
#include "compile/readers.h"
#include "compile/services.h"

enum { FIRST_YEAR = 19960101, HEAD_LINES_MOST = 40 };
enum { COLUMN1, COLUMN2, BEFORE_1996, EFFECTIVE, DELETION, MODIFIER, RATIONALE, COLUMNS };

/* Cells of a line, without quotes around them; what is missing is empty. */
static void part(coding__cell line, coding__cell cells[COLUMNS])
{
    memset(cells, 0, COLUMNS * sizeof *cells);
    for (int i = 0; i < COLUMNS; i++) {
        const char *tab = line.length ? memchr(line.text, '\t', line.length) : NULL;
        size_t      length = tab ? (size_t)(tab - line.text) : line.length;
        cells[i] = coding__trimmed((coding__cell){line.text, length});
        bool quoted = cells[i].length > 1 && cells[i].text[0] == '"' && cells[i].text[cells[i].length - 1] == '"';
        if (quoted) cells[i] = coding__trimmed((coding__cell){cells[i].text + 1, cells[i].length - 2});
        if (!tab) return;
        line = (coding__cell){tab + 1, line.length - length - 1};
    }
}

/* Passes over the lines up to the head. */
static bool find_head(coding__lines *lines)
{
    coding__cell line, cells[COLUMNS];
    while (coding__next_line(lines, &line) && lines->number <= HEAD_LINES_MOST) {
        part(line, cells);
        if (coding__cell_is(cells[COLUMN1], "Column 1") && coding__cell_is(cells[COLUMN2], "Column 2")) return true;
    }
    return false;
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    return find_head(&lines);
}

/* A day of a cell; 0 for '*' and for nothing. False where it is neither. */
static bool read_day(coding__cell cell, coding_date *day)
{
    *day = 0;
    if (!cell.length || coding__cell_is(cell, "*")) return true;
    *day = coding_date_parse(cell.text, cell.length);
    return *day != 0;
}

static bool fault(const coding__pair_edits *edits, const coding__file *file, uint32_t line, const char *field,
                  const char *what)
{
    coding__fault(edits->model, file, line, field, "%s: left out", what);
    return false;
}

static bool read_row(coding__pair_edits *edits, const coding__file *file, coding__cell cells[COLUMNS], uint32_t line)
{
    coding__pair_state state = {0};
    coding__cell       indicator = cells[MODIFIER];
    if (!coding__service_code(cells[COLUMN1])) return fault(edits, file, line, "Column 1", "no procedure");
    if (!coding__service_code(cells[COLUMN2])) return fault(edits, file, line, "Column 2", "no procedure");
    if (!read_day(cells[EFFECTIVE], &state.first)) return fault(edits, file, line, "Effective Date", "no day");
    if (!read_day(cells[DELETION], &state.until)) return fault(edits, file, line, "Deletion Date", "no day");
    if (indicator.length != 1 || !strchr("019", indicator.text[0]))
        return fault(edits, file, line, "Modifier", "neither 0, 1 nor 9");
    if (state.until == 99991231) state.until = 0;
    state.indicator = indicator.text[0];
    state.why = coding__intern_cell(edits->model, cells[RATIONALE]);
    return coding__add_pair_edit(edits, cells[COLUMN1], cells[COLUMN2], state, line);
}

/* The head may go on: its further lines have no code in front. */
static void read_rows(coding__pair_edits *edits, const coding__file *file, coding__lines *lines)
{
    coding__cell line, cells[COLUMNS];
    for (bool in_head = true; coding__next_line(lines, &line) && !edits->model->no_memory;) {
        part(line, cells);
        if (!coding__trimmed(line).length || (in_head && !cells[COLUMN1].length)) continue;
        in_head = false;
        read_row(edits, file, cells, lines->number);
    }
}

static uint8_t setting_of(const coding__file *file)
{
    coding__cell path = coding__cell_of(file->path);
    return coding__cell_has(path, "ccioph") || coding__cell_has(path, "outpatient")
           || coding__cell_has(path, "hospital");
}

static void read(coding__model *model, const coding__file *file)
{
    coding__lines      lines = coding__lines_of(file);
    coding__pair_edits edits;
    coding_date        first, until;
    if (!find_head(&lines)) return;
    if (!coding__quarter_days(model, file, &first, &until)) return;
    coding__pair_edits_start(&edits, model, file, setting_of(file), first, until, FIRST_YEAR);
    read_rows(&edits, file, &lines);
    coding__pair_edits_end(&edits);
}

const coding__reader coding__ncci_ptp_reader = {
    .kind = "NCCI pair edits",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
