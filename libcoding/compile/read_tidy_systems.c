/* Users' own code systems. Numbers are part of codes in their databases, so the table fixes them for good:
 *
 *     number  name   title            pattern         dot  because
 *     64      local  Our order codes  [A-Z]{2}[0-9]+  2    ...
 *
 * `dot`: characters before the printed dot; 0: none. */
#include "base/text.h"
#include "code/code.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

enum { NAME_MOST = 24 };

static bool recognises(const coding__file *file) { return coding__is_table(file, "number name title pattern"); }

static bool is_name(coding__cell name)
{
    if (!name.length || name.length > NAME_MOST || !coding__is_lower(name.text[0])) return false;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.text[i];
        if (!coding__is_lower(c) && !coding__is_digit(c) && c != '-' && c != '_') return false;
    }
    return true;
}

static bool is_taken(const coding__model *model, coding_system number)
{
    const coding__own_system *own = model->own_systems.items;
    for (size_t i = 0; i < model->own_systems.count; i++)
        if (own[i].number == number) return true;
    return false;
}

static bool read_system(coding__tsv *table, uint32_t origin)
{
    coding__model *model = table->model;
    coding__cell   name = coding__table_cell(table, "name"), pattern = coding__table_cell(table, "pattern");
    uint64_t       number = coding__cell_number(coding__table_cell(table, "number"));
    uint64_t       dot = coding__cell_number(coding__table_cell(table, "dot"));
    if (number < CODING_OWN_FIRST || number > CODING_OWN_LAST)
        return coding__table_fault(table, "number", "not from %d to %d: left out", CODING_OWN_FIRST, CODING_OWN_LAST);
    if (is_taken(model, (coding_system)number)) return coding__table_fault(table, "number", "named twice: left out");
    if (!is_name(name))
        return coding__table_fault(table, "name", "not of a-z, 0-9, - and _, beginning with a letter: left out");
    if (coding__named_system(model, name)) return coding__table_fault(table, "name", "is taken: left out");
    coding__own_system own = {.number = (coding_system)number, .origin = origin};
    own.dot = dot < CODING__SYMBOLS ? (uint32_t)dot : 0;
    own.name = coding__intern_cell(model, name);
    own.title = coding__table_word(table, "title");
    own.pattern = coding__intern_cell(model, pattern);
    *(coding__own_system *)coding__push(model, &model->own_systems, sizeof own) = own;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_origin(model, file, NULL, NULL, 0);
    coding__table_knows(&table, "number name title pattern dot because");
    while (coding__table_next(&table)) read_system(&table, origin);
}

const coding__reader coding__tidy_systems_reader = {
    .kind = "code systems",
    .turn = CODING__TURN_TABLES,
    .recognises = recognises,
    .read = read,
};
