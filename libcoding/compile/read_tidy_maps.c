/* Crosswalks in our own layout, GEMs of another source or one-to-one for payment:
 *
 *     style           from     code   to       target   kind         scenario  choice  first     until     because
 *     reimbursement   icd10cm  E119   icd9cm   25000    approximate  0         0       20171001  20180930  ...
 *
 * `style` is gem or reimbursement; `kind` is exact, approximate, combination or none (target `-`); `first` and `until`
 * are the days of the edition that the crosswalk speaks of. Rows of one style, pair of systems and first day make one
 * crosswalk; they need not stand together. */
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file)
{
    return coding__is_table(file, "style from code to target kind first");
}

/* The number of the crosswalk of the row among those from `first` on, which are the file's. */
static uint32_t file_of(coding__tsv *table, size_t first, const coding__map_file *map)
{
    coding__vector         *files = &table->model->maps.files;
    const coding__map_file *all = files->items;
    for (size_t i = first; i < files->count; i++)
        if (all[i].from == map->from && all[i].to == map->to && all[i].style == map->style
            && all[i].first == map->first)
            return (uint32_t)i;
    *(coding__map_file *)coding__push(table->model, files, sizeof *map) = *map;
    return (uint32_t)files->count - 1;
}

static bool read_kind(coding__tsv *table, coding__map_row *row)
{
    coding__cell kind = coding__table_cell(table, "kind");
    if (coding__cell_is(kind, "exact")) row->flags = 0;
    else if (coding__cell_is(kind, "approximate")) row->flags = CODING__MAP_IS_NEAR;
    else if (coding__cell_is(kind, "combination")) row->flags = CODING__MAP_IS_NEAR | CODING__MAP_IS_PART;
    else if (coding__cell_is(kind, "none")) row->flags = CODING__MAP_IS_NEAR | CODING__MAP_IS_NONE;
    else return coding__table_fault(table, "kind", "neither exact, approximate, combination nor none: left out");
    return true;
}

static uint8_t digit_in(coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    uint64_t     number = cell.length ? coding__cell_number(cell) : 0;
    if (number > 255) coding__table_fault(table, name, "no number from 0 to 255: taken as 0");
    return number > 255 ? 0 : (uint8_t)number;
}

static bool read_codes(coding__tsv *table, const coding__map_file *map, coding__map_row *row)
{
    row->source = coding__release_code(map->from, coding__table_cell(table, "code"));
    if (!row->source) return coding__table_fault(table, "code", "no code of that system: left out");
    if (row->flags & CODING__MAP_IS_NONE) return true;
    row->target = coding__release_code(map->to, coding__table_cell(table, "target"));
    return row->target || coding__table_fault(table, "target", "no code of that system: left out");
}

static bool read_row(coding__tsv *table, uint32_t origin, size_t first)
{
    coding__model   *model = table->model;
    coding__map_file map = {.origin = origin};
    coding__map_row  row = {.line = table->lines.number};
    bool             for_payment = coding__cell_is(coding__table_cell(table, "style"), "reimbursement");
    map.style = for_payment ? CODING_MAP_REIMBURSEMENT : CODING_MAP_GEM;
    map.from = coding__named_system(model, coding__table_cell(table, "from"));
    map.to = coding__named_system(model, coding__table_cell(table, "to"));
    map.first = coding__table_day(table, "first");
    map.until = coding__table_day(table, "until");
    if (!for_payment && !coding__cell_is(coding__table_cell(table, "style"), "gem"))
        return coding__table_fault(table, "style", "neither gem nor reimbursement: left out");
    if (!map.from || !map.to) return coding__table_fault(table, "from", "no two code systems: left out");
    if (!map.first) return coding__table_fault(table, "first", "no first day: left out");
    if (model->public_only && (map.from == CODING_CPT || map.to == CODING_CPT)) return true;
    if (!read_kind(table, &row) || !read_codes(table, &map, &row)) return false;
    row.scenario = digit_in(table, "scenario");
    row.choice = digit_in(table, "choice");
    row.file = file_of(table, first, &map);
    *(coding__map_row *)coding__push(model, &model->maps.rows, sizeof row) = row;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    size_t      first = model->maps.files.count;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_origin(model, file, NULL, NULL, 0);
    coding__table_knows(&table, "style from code to target kind scenario choice first until because");
    while (coding__table_next(&table)) read_row(&table, origin, first);
}

const coding__reader coding__tidy_maps_reader = {
    .kind = "crosswalk",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
