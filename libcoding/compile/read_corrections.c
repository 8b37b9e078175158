/* Corrections: what no release holds. The edition that begins on the day `edition` is made out of the one that begins
 * on `base`:
 *
 *     system   edition   base      kind    code   billable  title      short      because
 *     icd10cm  20200401  20191001  add     U07.1  1         COVID-19   COVID-19   ... */
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "system edition base kind code"); }

static bool kind_of(coding__cell cell, coding__change_kind *kind)
{
    static const char *const names[] = {"add", "delete", "revise"};
    for (int i = 0; i < 3; i++) {
        if (!coding__cell_is(cell, names[i])) continue;
        *kind = (coding__change_kind)i;
        return true;
    }
    return false;
}

static bool is_billable(coding__cell cell) { return coding__cell_is(cell, "1") || coding__cell_is(cell, "billable"); }

/* The group of the row: one for each edition that is made, of this table. */
static coding__addenda *group_of(coding__model *model, const coding__addenda *wanted)
{
    coding__addenda *group = model->addenda.items;
    for (size_t i = model->addenda.count; i > 0 && group[i - 1].origin == wanted->origin; i--)
        if (group[i - 1].system == wanted->system && group[i - 1].first == wanted->first
            && group[i - 1].base == wanted->base)
            return &group[i - 1];
    group = coding__push(model, &model->addenda, sizeof *group);
    *group = *wanted;
    return group;
}

static bool read_change(coding__tsv *table, uint32_t origin)
{
    coding__model  *model = table->model;
    coding__addenda group = {.origin = origin, .first = coding__table_day(table, "edition")};
    coding__change  change = {.line = table->lines.number};
    group.system = coding__named_system(model, coding__table_cell(table, "system"));
    group.base = coding__table_day(table, "base");
    if (!group.system) return coding__table_fault(table, "system", "no code system of that name: left out");
    if (!group.first || !group.base) return coding__table_fault(table, "edition", "no day, or no base: left out");
    if (!kind_of(coding__table_cell(table, "kind"), &change.kind))
        return coding__table_fault(table, "kind", "neither add nor delete nor revise: left out");
    change.code = coding__release_code(group.system, coding__table_cell(table, "code"));
    if (!change.code) return coding__table_fault(table, "code", "no code of that system: left out");
    if (model->public_only && group.system == CODING_CPT) return true;
    change.billable = is_billable(coding__table_cell(table, "billable"));
    bool revised = change.kind == CODING__REVISE;
    *(revised ? &change.new_title : &change.title) = coding__table_word(table, "title");
    *(revised ? &change.new_short_title : &change.short_title) = coding__table_word(table, "short");
    group.until = coding__last_day(group.system, group.first);
    coding__addenda *made = group_of(model, &group);
    if (!model->no_memory) *(coding__change *)coding__push(model, &made->changes, sizeof change) = change;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "system edition base kind code billable title short because", read_change);
}

const coding__reader coding__corrections_reader = {
    .kind = "corrections",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
