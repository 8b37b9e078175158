/* Editions that a table declares; their rows are the tidy codes of the same path.
 *
 *     system  first  until  release  file  sha256  licence  because */
#include <string.h>

#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file)
{
    return coding__is_table(file, "system first until release") && !coding__is_table(file, "member");
}

/* The origin is what the row says of itself, and the table only where it says nothing. */
static uint32_t origin_of(coding__tsv *table, coding_date first)
{
    coding__model  *model = table->model;
    uint32_t        number = coding__add_origin(model, table->file, NULL, NULL, first);
    coding__origin  said = {.release = coding__table_word(table, "release"),
                            .file = coding__table_word(table, "file"),
                            .licence = coding__table_word(table, "licence"),
                            .sha256 = coding__table_word(table, "sha256")};
    coding__origin *origin = (coding__origin *)model->origins.items + number;
    if (said.release) origin->release = said.release;
    if (said.file) origin->file = said.file;
    if (said.licence) origin->licence = said.licence;
    if (said.sha256) origin->sha256 = said.sha256;
    return number;
}

static bool read_edition(coding__tsv *table)
{
    coding__tidy_edition edition = {.first = coding__table_day(table, "first")};
    edition.system = coding__named_system(table->model, coding__table_cell(table, "system"));
    edition.until = coding__table_day(table, "until");
    if (!edition.system) return coding__table_fault(table, "system", "no code system of that name: left out");
    if (!edition.first) return coding__table_fault(table, "first", "no first day: left out");
    if (edition.until && edition.until < edition.first)
        return coding__table_fault(table, "until", "before the first day: left out");
    if (table->model->public_only && edition.system == CODING_CPT) return true;
    edition.origin = origin_of(table, edition.first);
    *(coding__tidy_edition *)coding__push(table->model, &table->model->tidy_editions, sizeof edition) = edition;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    coding__table_knows(&table, "system first until release file sha256 licence because");
    while (coding__table_next(&table)) read_edition(&table);
}

const coding__reader coding__tidy_editions_reader = {
    .kind = "editions",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
