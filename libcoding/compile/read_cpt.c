/* CPT descriptors from a licence holder's own files, as the AMA delivers them. None is ours to give.
 *
 *     LONGULT.txt           code, tab, text
 *     LONGULF.txt, LONGUF   columns 1-5 code   6-7 sequence   9-80 text, further lines with the same code go on with it
 *     MEDU.txt              columns 1-5 code   7-106 text
 *     SHORTU.txt            columns 1-5 code   7-34 text
 *
 * The copyright notice stands before the first code. Long titles come before medium ones, and those in upper and lower
 * case before those in upper case alone. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { CODE = 5, LINES_TO_LOOK_AT = 200, TITLE_LONGEST = 1 << 14 };

typedef enum width { UNKNOWN, SHORT, MEDIUM, LONG } width;

static width width_of(const coding__file *file)
{
    coding__cell name = coding__cell_of(file->name);
    if (!coding__cell_has(name, ".txt")) return UNKNOWN;
    if (coding__text_equal(name.text, name.length > 5 ? 5 : name.length, "longu", 5)) return LONG;
    if (coding__text_equal(name.text, name.length > 4 ? 4 : name.length, "medu", 4)) return MEDIUM;
    return coding__text_equal(name.text, name.length > 6 ? 6 : name.length, "shortu", 6) ? SHORT : UNKNOWN;
}

static coding_code code_of(coding__cell line)
{
    return line.length > CODE ? coding__release_code(CODING_CPT, (coding__cell){line.text, CODE}) : 0;
}

static bool is_sequence(coding__cell line)
{
    return line.length > CODE + 3 && coding__is_digit(line.text[CODE]) && coding__is_digit(line.text[CODE + 1])
           && line.text[CODE + 2] == ' ';
}

static bool is_row(coding__cell line)
{
    return code_of(line) && (line.text[CODE] == '\t' || line.text[CODE] == ' ' || is_sequence(line));
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    if (width_of(file) == UNKNOWN) return false;
    for (int i = 0; i < LINES_TO_LOOK_AT && coding__next_row(&lines, &line); i++)
        if (is_row(line)) return true;
    return false;
}

static const char *needless(const coding__model *model, const coding__file *file)
{
    (void)file;
    return model->public_only ? "CPT descriptors: a public book has none" : NULL;
}

/* "(c) 2025 American Medical Association" stands over CPT 2026. */
static unsigned year_of(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    while (coding__next_row(&lines, &line) && !is_row(line)) {
        for (size_t i = 0; coding__cell_has(line, "copyright") && i + 4 <= line.length; i++) {
            uint64_t year = coding__cell_number((coding__cell){line.text + i, 4});
            if (year >= 2000 && year < 2100) return (unsigned)year + 1;
        }
    }
    return 0;
}

typedef struct cpt_reading {
    coding__merge  merge;
    width          width;
    coding_code    code; /* whose lines are being read */
    uint32_t       line;
    coding__vector title; /* char */
} cpt_reading;

static bool has_lower_case(const char *text)
{
    for (; *text; text++)
        if (coding__is_lower(*text)) return true;
    return false;
}

static bool is_better(coding__model *model, coding__word title, coding__word than, width of)
{
    if (!than) return true;
    if (of != LONG) return false;
    return has_lower_case(coding__word_text(model, title)) || !has_lower_case(coding__word_text(model, than));
}

static void finish_row(cpt_reading *reading)
{
    coding__model *model = reading->merge.model;
    if (reading->code && reading->title.count) {
        coding__word     title = coding__intern(model, reading->title.items, reading->title.count);
        coding__printed *row = coding__merge_row(&reading->merge, reading->code, reading->line);
        if (reading->width == SHORT) row->short_title = title;
        else if (is_better(model, title, row->title, reading->width)) row->title = title;
    }
    reading->code = 0;
    reading->title.count = 0;
}

static void add_title(cpt_reading *reading, coding__cell text)
{
    coding__model *model = reading->merge.model;
    if (!text.length || reading->title.count > TITLE_LONGEST) return;
    if (reading->title.count) *(char *)coding__push(model, &reading->title, 1) = ' ';
    for (size_t i = 0; i < text.length; i++) *(char *)coding__push(model, &reading->title, 1) = text.text[i];
}

static void read_row(cpt_reading *reading, coding__cell line, uint32_t number)
{
    coding_code code = code_of(line);
    if (code != reading->code) {
        finish_row(reading);
        reading->code = code;
        reading->line = number;
    }
    add_title(reading, coding__columns(line, is_sequence(line) ? CODE + 4 : CODE + 2, SIZE_MAX));
}

static void read_rows(cpt_reading *reading, const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    bool          begun = false;
    while (coding__next_row(&lines, &line)) {
        bool row = is_row(line);
        if (row) read_row(reading, line, lines.number);
        else if (begun) coding__fault(reading->merge.model, file, lines.number, "code", "not a row: left out");
        begun |= row;
    }
    finish_row(reading);
}

static void read(coding__model *model, const coding__file *file)
{
    cpt_reading          reading = {.width = width_of(file)};
    coding__release_kind kind = {.system = CODING_CPT, .year = year_of(file)};
    coding__days         days;
    uint32_t             origin;
    if (model->public_only || !coding__place_release(model, file, &kind, &days, &origin)) return;
    reading.merge = coding__merge_start(model, CODING_CPT, days, origin);
    read_rows(&reading, file);
    coding__merge_end(&reading.merge);
    free(reading.title.items);
}

const coding__reader coding__cpt_reader = {
    .kind = "CPT descriptors",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = needless,
    .read = read,
};
