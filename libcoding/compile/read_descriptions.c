/* Code descriptions: the billable codes of ICD-10-CM or ICD-10-PCS of a year with their long titles.
 *
 *     A000    Cholera due to Vibrio cholerae 01, biovar cholerae
 *
 * They lie beside the order files in the same zips, which say all of this and the headers and short titles besides. So
 * they are taken only where no order file holds the edition, and the edition then has no headers. */
#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"

/* The files have one kind of line only; the name tells of what. */
static coding_system system_of(const coding__file *file)
{
    return coding__cell_has(coding__cell_of(file->name), "pcs") ? CODING_ICD10PCS : CODING_ICD10CM;
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  name = coding__cell_of(file->name), line, code, title;
    if (!coding__cell_has(name, "codes") || !coding__cell_has(name, "icd10")) return false;
    if (!coding__next_row(&lines, &line)) return false;
    coding__split_first(line, &code, &title);
    return title.length && coding__release_code(system_of(file), code);
}

static const char *needless(const coding__model *model, const coding__file *file)
{
    coding_system system = system_of(file);
    coding_date   first = coding__days_of(model, file, system).first;
    return coding__has_edition(model, system, first) ? "the order file of that edition is here and says more" : NULL;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = system_of(file)};
    coding__vector       rows = {0};
    coding__days         days;
    coding__lines        lines = coding__lines_of(file);
    coding__cell         line, code, title;
    uint32_t             origin;
    if (!coding__place_release(model, file, &kind, &days, &origin)) return;
    while (coding__next_row(&lines, &line)) {
        coding__split_first(line, &code, &title);
        coding__printed row = {.code = coding__release_code(kind.system, code), .line = lines.number, .billable = true};
        row.title = coding__intern_cell(model, title);
        if (row.code) *(coding__printed *)coding__push(model, &rows, sizeof row) = row;
        else coding__fault(model, file, lines.number, "code", "\"%.*s\": left out", (int)code.length, code.text);
    }
    coding__add_edition(model, kind.system, days, origin, rows);
}

const coding__reader coding__descriptions_reader = {
    .kind = "code descriptions",
    .turn = CODING__TURN_LATE,
    .recognises = recognises,
    .needless = needless,
    .read = read,
};
