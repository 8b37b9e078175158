/* ICD-9-CM: four files, diagnoses and procedures each with long and with short titles, without dots, in Latin-1.
 *
 *     CMS32_DESC_LONG_DX.txt   0010  Cholera due to vibrio cholerae
 *     CMS32_DESC_SHORT_SG.txt  0001 Ther ult head & neck ves
 *
 * Every row is billable: the categories of three digits are not in the files. */
#include "compile/printed.h"
#include "compile/readers.h"

static bool has(const coding__file *file, const char *text)
{
    return coding__cell_has(coding__cell_of(file->name), text);
}

static coding_system system_of(const coding__file *file) { return has(file, "_dx") ? CODING_ICD9CM : CODING_ICD9PCS; }

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line, code, title;
    if (!has(file, "desc_long_") && !has(file, "desc_short_")) return false;
    if ((!has(file, "_dx") && !has(file, "_sg")) || !coding__next_row(&lines, &line)) return false;
    coding__split_first(line, &code, &title);
    return title.length && coding__release_code(system_of(file), code);
}

static void read_rows(coding__merge *merge, const coding__file *file, coding_system system)
{
    coding__model *model = merge->model;
    bool           is_long = has(file, "desc_long_");
    coding__lines  lines = coding__lines_of(file);
    coding__cell   line, text, title;
    while (coding__next_row(&lines, &line)) {
        coding__split_first(line, &text, &title);
        coding_code code = coding__release_code(system, text);
        if (!code || !title.length) {
            coding__fault(model, file, lines.number, code ? "title" : "code", "\"%.*s\" %s: left out", (int)text.length,
                          text.text, code ? "has no title" : "is no code");
            continue;
        }
        coding__word     word = coding__intern_cell(model, title);
        coding__printed *row = coding__merge_row(merge, code, lines.number);
        if (!is_long) row->short_title = word;
        if (is_long || !row->title) row->title = word;
    }
}

static void read(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = system_of(file)};
    coding__days         days;
    uint32_t             origin;
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    coding__merge merge = coding__merge_start(model, kind.system, days, origin);
    read_rows(&merge, file, kind.system);
    coding__merge_end(&merge);
}

const coding__reader coding__icd9_reader = {
    .kind = "ICD-9-CM titles",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
