/* What came after a deleted code, from which day on:
 *
 *     system  code  successor  first  because */
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "system code successor first"); }

static bool read_successor(coding__tsv *table, uint32_t origin)
{
    coding__model    *model = table->model;
    coding_system     system = coding__named_system(model, coding__table_cell(table, "system"));
    coding__successor pair = {.origin = origin, .first = coding__table_day(table, "first"), .line = table->lines.number};
    if (!system) return coding__table_fault(table, "system", "no code system of that name: left out");
    pair.code = coding__release_code(system, coding__table_cell(table, "code"));
    pair.to = coding__release_code(system, coding__table_cell(table, "successor"));
    if (!pair.code) return coding__table_fault(table, "code", "no code of that system: left out");
    if (!pair.to) return coding__table_fault(table, "successor", "no code of that system: left out");
    if (!pair.first) return coding__table_fault(table, "first", "no first day: left out");
    if (model->public_only && system == CODING_CPT) return true;
    *(coding__successor *)coding__push(model, &model->successors, sizeof pair) = pair;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_origin(model, file, NULL, NULL, 0);
    coding__table_knows(&table, "system code successor first because");
    while (coding__table_next(&table)) read_successor(&table, origin);
}

const coding__reader coding__tidy_successors_reader = {
    .kind = "successors",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
