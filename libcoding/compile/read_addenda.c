/* Order addenda: what an order file changed against the one before it.
 *
 *     columns 1-12 what   14 flag   16-22 code   24-83 short title   85- long title        ICD-10-CM
 *     Delete:      1 A047    Enterocolitis due to Clostridium difficile                   Enterocolitis ...
 *     columns 1-12 what             14-20 code   22-81 short title   83- long title        ICD-10-PCS: no flag
 *     Revise from: 001     Central Nervous System, Bypass                               Central Nervous ...
 *     Revise to:   001     Central Nervous System and Cranial Nerves, Bypass            Central Nervous ...
 *
 * A code that becomes a header is deleted and added. At the end the file counts itself, headers and codes apart.
 *
 * With both order files at hand addenda add nothing. They are taken where they lead to an edition that no file holds:
 * back, for the October edition before a release of January or April (`before` in tables/editions.tsv), or forward,
 * where a year has come out as addenda only. The addenda of codes, without flags and short titles, add nothing ever. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { WHAT_WIDTH = 13, LINES_TO_LOOK_AT = 64 };

typedef enum line_kind { ADD, DELETE, REVISE_FROM, REVISE_TO, LINE_KINDS } line_kind;

static const char *const line_names[LINE_KINDS] = {"Add:", "Delete:", "Revise from:", "Revise to:"};

static line_kind kind_of(coding__cell line)
{
    for (int i = 0; i < LINE_KINDS; i++)
        if (coding__cell_begins(line, line_names[i])) return (line_kind)i;
    return LINE_KINDS;
}

static bool is_heading(coding__cell line)
{
    coding__cell text = coding__trimmed(line);
    return coding__cell_is(text, "Headers") || coding__cell_is(text, "Codes");
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    if (!coding__next_row(&lines, &line)) return false;
    if (kind_of(line) < LINE_KINDS) return line.length > WHAT_WIDTH + 3;
    return is_heading(line) && coding__next_row(&lines, &line) && coding__cell_has(line, " in icd");
}

static bool has_flag(coding__cell line)
{
    return line.length > WHAT_WIDTH + 2 && (line.text[WHAT_WIDTH] == '0' || line.text[WHAT_WIDTH] == '1')
           && line.text[WHAT_WIDTH + 1] == ' ';
}

/* Is there a long title behind a short one of fixed width? */
static bool has_two_titles(coding__cell line)
{
    size_t gap = has_flag(line) ? 83 : 81;
    return line.length > gap + 1 && line.text[gap] == ' ' && line.text[gap + 1] != ' ' && line.text[gap + 1] != '\t';
}

/* Addenda of codes. Those that change nothing are told by what they count: codes, but no headers. */
static bool are_of_codes(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    bool          headers = false;
    if (coding__cell_has(coding__cell_of(file->name), "codes")) return true;
    for (int i = 0; i < LINES_TO_LOOK_AT && coding__next_row(&lines, &line); i++) {
        if (kind_of(line) < LINE_KINDS) return !has_two_titles(line);
        headers |= coding__cell_is(coding__trimmed(line), "Headers");
    }
    return !headers;
}

/* ICD-10-PCS has no flags. Without any line it is told by the file that is counted. */
static coding_system system_of(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    for (int i = 0; i < LINES_TO_LOOK_AT && coding__next_row(&lines, &line); i++) {
        if (kind_of(line) < LINE_KINDS) return has_flag(line) ? CODING_ICD10CM : CODING_ICD10PCS;
        if (coding__cell_has(line, "pcs")) return CODING_ICD10PCS;
    }
    return CODING_ICD10CM;
}

/* Where the addenda lead. */
static coding__addenda target_of(const coding__model *model, const coding__file *file)
{
    coding__addenda addenda = {.system = system_of(file)};
    coding__days    days = coding__days_of(model, file, addenda.system);
    if (!days.first) return addenda;
    addenda.undo = days.before != 0;
    addenda.first = addenda.undo ? days.before : days.first;
    addenda.base = addenda.undo ? days.first : coding__year_before(days.first);
    addenda.until = addenda.undo ? coding_date_before(days.first) : days.until;
    return addenda;
}

static const char *needless(const coding__model *model, const coding__file *file)
{
    if (are_of_codes(file)) return "addenda of codes: those of the order file say all of it";
    coding__addenda addenda = target_of(model, file);
    if (coding__has_edition(model, addenda.system, addenda.first)) return "addenda to an order file that is here";
    return NULL;
}

/* What the lines hold, or the file says they hold. */
typedef struct counts {
    uint32_t additions;
    uint32_t deletions;
    uint32_t revisions;
} counts;

typedef struct addenda_reading {
    coding__model      *model;
    const coding__file *file;
    coding__addenda     addenda;
    coding__cell        line;
    uint32_t            number;
    coding__change      from;       /* of a pair of revisions whose second half is to come */
    counts              counted[2]; /* headers, codes */
    int                 part;       /* of the counts at the end: 0 headers, 1 codes; -1: before them */
} addenda_reading;

static void fault(const addenda_reading *reading, const char *field, const char *what)
{
    coding__fault(reading->model, reading->file, reading->number, field, "%s", what);
}

/* The row that the line prints, in the places of what it was before. */
static coding__change row_of(const addenda_reading *reading)
{
    bool           cm = reading->addenda.system == CODING_ICD10CM;
    size_t         code = cm ? 16 : 14, short_title = code + 8, title = short_title + 61;
    coding__cell   text = coding__columns(reading->line, code, code + 6);
    coding__change row = {.line = reading->number};
    row.code = coding__release_code(reading->addenda.system, text);
    row.billable = cm ? reading->line.length > WHAT_WIDTH && reading->line.text[WHAT_WIDTH] == '1' : text.length > 3;
    row.short_title = coding__intern_cell(reading->model, coding__columns(reading->line, short_title, title - 2));
    row.title = coding__intern_cell(reading->model, coding__columns(reading->line, title, SIZE_MAX));
    if (!row.title) row.title = row.short_title;
    return row;
}

static void add_change(addenda_reading *reading, const coding__change *change)
{
    *(coding__change *)coding__push(reading->model, &reading->addenda.changes, sizeof *change) = *change;
    counts *counted = &reading->counted[change->billable];
    counted->additions += change->kind == CODING__ADD;
    counted->deletions += change->kind == CODING__DELETE;
    counted->revisions += change->kind == CODING__REVISE;
}

static void add_revision(addenda_reading *reading, const coding__change *to)
{
    coding__change change = reading->from;
    memset(&reading->from, 0, sizeof reading->from);
    if (change.code != to->code) {
        fault(reading, "code", "\"Revise to\" without its \"Revise from\": what stood before is not known");
        change = (coding__change){.code = to->code, .billable = to->billable};
    }
    change.kind = CODING__REVISE;
    change.new_title = to->title;
    change.new_short_title = to->short_title;
    change.line = to->line;
    if (change.billable != to->billable) fault(reading, "flag", "a revision that changes the flag");
    add_change(reading, &change);
}

static void read_change(addenda_reading *reading, line_kind kind)
{
    coding__change row = row_of(reading);
    if (reading->from.code && kind != REVISE_TO)
        fault(reading, "code", "the \"Revise from\" before it has no \"Revise to\"");
    if (!row.code) {
        fault(reading, "code", "no code of that system: left out");
    } else if (kind == REVISE_FROM) {
        reading->from = row;
        return;
    } else if (kind == REVISE_TO) {
        add_revision(reading, &row);
    } else {
        row.kind = kind == ADD ? CODING__ADD : CODING__DELETE;
        add_change(reading, &row);
    }
    memset(&reading->from, 0, sizeof reading->from);
}

/* A number and a word: "15 additions". What it says against what we counted. */
static void check_count(const addenda_reading *reading, coding__cell line, const char *word, uint32_t counted)
{
    size_t digits = 0;
    while (digits < line.length && coding__is_digit(line.text[digits])) digits++;
    coding__cell rest = coding__trimmed((coding__cell){line.text + digits, line.length - digits});
    uint64_t     said = coding__cell_number((coding__cell){line.text, digits});
    if (digits && coding__cell_is(rest, word) && said != counted)
        coding__fault(reading->model, reading->file, reading->number, word, "the file counts %u, and has %u",
                      (unsigned)said, counted);
}

static void read_count(addenda_reading *reading)
{
    coding__cell text = coding__trimmed(reading->line);
    if (coding__cell_is(text, "Headers")) reading->part = 0;
    if (coding__cell_is(text, "Codes")) reading->part = 1;
    if (reading->part < 0) {
        fault(reading, "", "neither a change nor a count");
        return;
    }
    const counts *counted = &reading->counted[reading->part];
    check_count(reading, text, "additions", counted->additions);
    check_count(reading, text, "deletions", counted->deletions);
    check_count(reading, text, "revisions", counted->revisions);
}

static void read(coding__model *model, const coding__file *file)
{
    addenda_reading reading = {.model = model, .file = file, .addenda = target_of(model, file), .part = -1};
    coding__lines   lines = coding__lines_of(file);
    if (!reading.addenda.first) {
        coding__fault(model, file, 0, "name", "neither a table nor the name says from which day on it holds: left out");
        return;
    }
    reading.addenda.origin = coding__origin_of_day(model, file, reading.addenda.system, reading.addenda.first);
    while (coding__next_row(&lines, &reading.line)) {
        reading.number = lines.number;
        line_kind kind = kind_of(reading.line);
        if (kind < LINE_KINDS) read_change(&reading, kind);
        else read_count(&reading);
    }
    if (reading.from.code) fault(&reading, "code", "the last \"Revise from\" has no \"Revise to\"");
    coding__addenda *kept = coding__push(model, &model->addenda, sizeof *kept);
    *kept = reading.addenda;
    coding__let_go(model, kept, &reading.addenda.changes);
}

const coding__reader coding__addenda_reader = {
    .kind = "order addenda",
    .turn = CODING__TURN_LATE,
    .recognises = recognises,
    .needless = needless,
    .read = read,
};
