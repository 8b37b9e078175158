/* Versions of a scheme that the next one tells, and what they had otherwise, two tables:
 *
 *     scheme           version  next    codes_by  until     because
 *     elixhauser-ahrq  2024.1   2025.1  20231001  20240930  ...
 *
 *     scheme           version  group    first_weight  second_weight  codes                 because
 *     elixhauser-ahrq  2022.1   HF       7             15             -                     ...
 *     elixhauser-ahrq  2022.1   BLDLOSS  -             -              O90.81 O99.02 O99.03  ...
 *
 * What is made of them is comorbidity_told.c's. A row of changes has weights, or codes that the next version lost. */
#include <coding/comorbidity.h>

#include <string.h>

#include "compile/comorbidity.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static const char versions_head[] = "scheme version next codes_by until";
static const char changes_head[] = "scheme version group first_weight second_weight codes";

static bool recognises_versions(const coding__file *file) { return coding__is_table(file, versions_head); }
static bool recognises_changes(const coding__file *file) { return coding__is_table(file, changes_head); }

static uint32_t scheme_of(coding__tsv *table)
{
    coding__cell name = coding__table_cell(table, "scheme");
    return coding_comorbidity_scheme_parse(name.text, name.length);
}

static bool read_version(coding__tsv *table, uint32_t origin)
{
    coding__cmr_told told = {.next = coding__table_word(table, "next"),
                             .codes_by = coding__table_day(table, "codes_by")};
    told.set = (coding__cmr_set){.scheme = scheme_of(table), .origin = origin, .told = true, .first = 20151001};
    told.set.version = coding__table_word(table, "version");
    told.set.until = coding__table_day(table, "until");
    if (told.set.scheme != CODING_ELIXHAUSER_AHRQ || !told.set.version || !told.next || !told.codes_by)
        return coding__table_fault(table, "scheme", "no version of AHRQ's, or nothing that tells it: left out");
    *(coding__cmr_told *)coding__push(table->model, &table->model->comorbidity.told, sizeof told) = told;
    return true;
}

/* Whole numbers of at most three digits, with their sign. */
static bool read_weight(coding__tsv *table, const char *name, int32_t *weight)
{
    coding__cell cell = coding__table_cell(table, name);
    bool         minus = cell.length && *cell.text == '-';
    uint64_t     number = coding__cell_number((coding__cell){cell.text + minus, cell.length - minus});
    if (cell.length == minus || number > 999) return false;
    *weight = minus ? -(int32_t)number : (int32_t)number;
    return true;
}

static void push(coding__tsv *table, const coding__cmr_change *change)
{
    *(coding__cmr_change *)coding__push(table->model, &table->model->comorbidity.changes, sizeof *change) = *change;
}

static void read_codes(coding__tsv *table, coding__cmr_change *change, coding__cell codes)
{
    coding__cell one;
    while (codes.length && !table->model->no_memory) {
        coding__split_first(codes, &one, &codes);
        codes = coding__trimmed(codes);
        change->code = coding__release_code(CODING_ICD10CM, one);
        if (change->code) push(table, change);
        else coding__table_fault(table, "codes", "\"%.*s\" is no code: left out", (int)one.length, one.text);
    }
}

static bool read_change(coding__tsv *table, uint32_t origin)
{
    coding__cell       codes = coding__table_cell(table, "codes");
    coding__cmr_change change = {.scheme = scheme_of(table), .origin = origin, .line = table->lines.number};
    bool               weighs = read_weight(table, "first_weight", &change.weights[0])
                  && read_weight(table, "second_weight", &change.weights[1]);
    bool lost = codes.length && !coding__cell_is(codes, "-");
    change.version = coding__table_word(table, "version");
    change.group = coding__table_word(table, "group");
    if (!change.scheme || !change.version || !change.group || weighs == lost)
        return coding__table_fault(table, "group", "neither two weights nor codes of a group: left out");
    if (weighs) push(table, &change);
    else read_codes(table, &change, codes);
    return true;
}

static void read_versions(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "scheme version next codes_by until because", read_version);
}

static void read_changes(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "scheme version group first_weight second_weight codes because", read_change);
}

const coding__reader coding__comorbidity_versions_reader = {
    .kind = "versions of comorbidity",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_versions,
    .read = read_versions,
};

const coding__reader coding__comorbidity_changes_reader = {
    .kind = "changes of comorbidity",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_changes,
    .read = read_changes,
};
