/* AHRQ's Clinical Classifications Software Refined for diagnoses, as published:
 *
 *     DXCCSR_v2025-1.csv    'ICD-10-CM CODE','ICD-10-CM CODE DESCRIPTION','Default CCSR CATEGORY IP', ...
 *                           'E1122',"Type 2 diabetes ...",'END003',Diabetes mellitus with complication, ...
 *
 * Codes and names of categories stand in single quotes; those of no category are blank. A default XXX000 or XXX111 says
 * that the code may not stand first. Columns are known by their heads. */
#include <stdio.h>
#include <string.h>

#include "compile/csv.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { CATEGORIES = 6 };

/* Where the columns stand; CODING__CSV_MOST: nowhere. */
typedef struct head {
    size_t code, inpatient, outpatient, categories[CATEGORIES];
} head;

static coding__cell bare(coding__cell cell)
{
    if (cell.length > 1 && cell.text[0] == '\'' && cell.text[cell.length - 1] == '\'')
        cell = (coding__cell){cell.text + 1, cell.length - 2};
    return coding__trimmed(cell);
}

static coding__cell cell_at(const coding__csv *csv, size_t column)
{
    return column < csv->count ? bare(csv->cells[column]) : (coding__cell){"", 0};
}

static size_t column_of(const coding__csv *csv, const char *name)
{
    size_t column = 0;
    while (column < csv->count && !coding__cell_is(cell_at(csv, column), name)) column++;
    return column < csv->count ? column : CODING__CSV_MOST;
}

static bool find_head(coding__csv *csv, head *of)
{
    if (!coding__csv_next(csv)) return false;
    *of = (head){.code = column_of(csv, "ICD-10-CM CODE"),
                 .inpatient = column_of(csv, "Default CCSR CATEGORY IP"),
                 .outpatient = column_of(csv, "Default CCSR CATEGORY OP")};
    for (size_t i = 0; i < CATEGORIES; i++) {
        char name[32];
        snprintf(name, sizeof name, "CCSR CATEGORY %u", (unsigned)i + 1);
        of->categories[i] = column_of(csv, name);
    }
    return of->code < CODING__CSV_MOST && of->inpatient < CODING__CSV_MOST && of->categories[0] < CODING__CSV_MOST;
}

static bool recognises(const coding__file *file)
{
    coding__csv csv = coding__csv_of(file);
    head        of;
    return find_head(&csv, &of);
}

/* The version behind `_v`: 2025.1; false where the name has none. */
static bool read_version(const coding__file *file, char text[16])
{
    unsigned    year, number;
    const char *at = strstr(file->name, "_v");
    if (!at || sscanf(at, "_v%4u-%2u", &year, &number) != 2 || year < 2015 || year > 2100) return false;
    snprintf(text, 16, "%u.%u", year, number);
    return true;
}

/* The category of a column, whose title stands in the next one; 0 where it is blank or no category. */
static coding__word take_category(coding__model *model, const coding__csv *csv, size_t column, uint32_t set)
{
    coding__cell name = cell_at(csv, column);
    if (!name.length || coding__cell_begins(name, "XXX")) return 0;
    coding__ccsr_category category = {.name = coding__intern_cell(model, name),
                                      .set = set,
                                      .title = coding__intern_cell(model, cell_at(csv, column + 1))};
    *(coding__ccsr_category *)coding__push(model, &model->ccsr.categories, sizeof category) = category;
    return category.name;
}

static void read_row(coding__model *model, const coding__file *file, const coding__csv *csv, const head *of,
                     uint32_t set)
{
    coding__ccsr_code code = {.set = set, .line = csv->number};
    code.code = coding__release_code(CODING_ICD10CM, cell_at(csv, of->code));
    for (size_t i = 0; i < CATEGORIES; i++) code.categories[i] = take_category(model, csv, of->categories[i], set);
    code.inpatient = take_category(model, csv, of->inpatient, set);
    code.outpatient = take_category(model, csv, of->outpatient, set);
    if (!code.code) coding__fault(model, file, csv->number, "ICD-10-CM CODE", "no code: left out");
    else if (!code.categories[0]) coding__fault(model, file, csv->number, "CCSR CATEGORY 1", "no category: left out");
    else *(coding__ccsr_code *)coding__push(model, &model->ccsr.codes, sizeof code) = code;
}

static void read(coding__model *model, const coding__file *file)
{
    char             version[16], release[32];
    coding__csv      csv = coding__csv_of(file);
    coding__ccsr_set set = {0};
    head             of;
    if (!find_head(&csv, &of)) return;
    if (!read_version(file, version)) {
        coding__fault(model, file, 1, "", "its name has no version: left out");
        return;
    }
    snprintf(release, sizeof release, "CCSR v%s", version);
    set.origin = coding__add_origin(model, file, release, "public domain (AHRQ)", 0);
    set.version = coding__intern(model, version, strlen(version));
    *(coding__ccsr_set *)coding__push(model, &model->ccsr.sets, sizeof set) = set;
    uint32_t number = (uint32_t)model->ccsr.sets.count - 1;
    while (coding__csv_next(&csv) && !model->no_memory) read_row(model, file, &csv, &of, number);
}

const coding__reader coding__ccsr_reader = {
    .kind = "clinical categories (CCSR)",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
