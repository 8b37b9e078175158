/* Tables that say what other files are.
 *
 * Editions of files, by base name or by the end of the path (2024q3/modifiers.tsv): our own tables/editions.tsv, and
 * those that stand beside releases, whose columns are called `file member effective`:
 *
 *     system   member                         first     until     before    release                      licence
 *     icd10cm  icd10cm_order_addenda_2022.txt 20220401  20220930  20211001  ICD-10-CM FY2022 (April)     ...
 *
 * Sources of the files beside the table:
 *
 *     file   release   day   licence   sha256   package */
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static const char editions_by_member[] = "system member first until";
static const char editions_by_effect[] = "system file member effective until";
static const char sources[] = "file release day sha256";

static bool recognises_editions(const coding__file *file)
{
    return coding__is_table(file, editions_by_member) || coding__is_table(file, editions_by_effect);
}

static coding__cell base_name(coding__cell path)
{
    for (size_t i = path.length; i > 0; i--)
        if (path.text[i - 1] == '/') return (coding__cell){path.text + i, path.length - i};
    return path;
}

/* A file that is not inside a zip has no member: then it is the file itself. */
static coding__word member_of(coding__tsv *table)
{
    coding__cell member = coding__table_cell(table, "member");
    if (!member.length) member = base_name(coding__table_cell(table, "file"));
    return coding__intern_cell(table->model, member);
}

static bool read_edition(coding__tsv *table, bool by_effect)
{
    coding__known_file known = {.member = member_of(table)};
    known.system = coding__named_system(table->model, coding__table_cell(table, "system"));
    known.first = coding__table_day(table, by_effect ? "effective" : "first");
    known.until = coding__table_day(table, "until");
    known.before = coding__table_day(table, "before");
    known.release = coding__table_word(table, "release");
    known.licence = coding__table_word(table, "licence");
    if (!known.system) return coding__table_fault(table, "system", "no code system of that name: left out");
    if (!known.member || !known.first) return coding__table_fault(table, "member", "no file or no first day: left out");
    *(coding__known_file *)coding__push(table->model, &table->model->known_files, sizeof known) = known;
    return true;
}

static void read_editions(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    bool by_effect = !coding__table_has(&table, editions_by_member);
    while (coding__table_next(&table)) read_edition(&table, by_effect);
}

static bool recognises_sources(const coding__file *file)
{
    return coding__is_table(file, sources) && !coding__is_table(file, "system");
}

static coding__word folder_of(coding__model *model, const coding__file *file)
{
    const char *slash = strrchr(file->path, '/');
    return slash ? coding__intern(model, file->path, (size_t)(slash - file->path)) : 0;
}

static void read_sources(coding__model *model, const coding__file *file)
{
    coding__tsv  table;
    coding__word folder = folder_of(model, file);
    if (!coding__table_start(&table, model, file)) return;
    while (coding__table_next(&table)) {
        coding__known_file *known = coding__push(model, &model->known_files, sizeof *known);
        known->folder = folder;
        known->member = coding__table_word(&table, "file");
        known->first = coding__table_day(&table, "day");
        known->release = coding__table_word(&table, "release");
        known->licence = coding__table_word(&table, "licence");
        known->sha256 = coding__table_word(&table, "sha256");
    }
}

const coding__reader coding__known_files_reader = {
    .kind = "table of files and their days",
    .turn = CODING__TURN_TABLES,
    .recognises = recognises_editions,
    .read = read_editions,
};

const coding__reader coding__sources_reader = {
    .kind = "table of sources",
    .turn = CODING__TURN_TABLES,
    .recognises = recognises_sources,
    .read = read_sources,
};
