#include "compile/table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Parts the line at its tabs; what is past the last column we hold is left. */
static size_t part(coding__cell line, coding__cell cells[CODING__COLUMNS_MOST])
{
    size_t count = 0;
    for (;;) {
        const char *tab = line.length ? memchr(line.text, '\t', line.length) : NULL;
        size_t      length = tab ? (size_t)(tab - line.text) : line.length;
        cells[count++] = coding__trimmed((coding__cell){line.text, length});
        if (!tab || count == CODING__COLUMNS_MOST) return count;
        line = (coding__cell){tab + 1, line.length - length - 1};
    }
}

bool coding__table_start(coding__tsv *table, coding__model *model, const coding__file *file)
{
    coding__cell line;
    memset(table, 0, sizeof *table);
    table->model = model;
    table->file = file;
    table->lines = coding__lines_of(file);
    if (!coding__next_row(&table->lines, &line)) return false;
    table->columns = part(line, table->names);
    return true;
}

/* The next of some names parted by blanks; empty past the last. */
static coding__cell next_name(const char **names)
{
    while (**names == ' ') ++*names;
    coding__cell name = {*names, strcspn(*names, " ")};
    *names += name.length;
    return name;
}

static size_t column_of(const coding__tsv *table, coding__cell name)
{
    size_t column = 0;
    for (; column < table->columns; column++) {
        coding__cell head = table->names[column];
        if (coding__text_equal(head.text, head.length, name.text, name.length)) break;
    }
    return column;
}

bool coding__table_has(const coding__tsv *table, const char *names)
{
    for (coding__cell name; (name = next_name(&names)).length;)
        if (column_of(table, name) == table->columns) return false;
    return true;
}

static bool is_among(const char *names, coding__cell head)
{
    for (coding__cell name; (name = next_name(&names)).length;)
        if (coding__text_equal(head.text, head.length, name.text, name.length)) return true;
    return false;
}

void coding__table_knows(const coding__tsv *table, const char *names)
{
    char   strange[200] = "";
    size_t length = 0;
    for (size_t i = 0; i < table->columns && length < sizeof strange; i++)
        if (!is_among(names, table->names[i]))
            length += (size_t)snprintf(strange + length, sizeof strange - length, " %.*s", (int)table->names[i].length,
                                       table->names[i].text);
    if (length)
        coding__fault(table->model, table->file, table->lines.number, "head", "columns we do not know, left out:%s",
                      strange);
}

bool coding__table_next(coding__tsv *table)
{
    coding__cell line;
    if (!coding__next_row(&table->lines, &line)) return false;
    table->count = part(line, table->cells);
    if (table->count != table->columns && table->model)
        coding__table_fault(table, "", "%zu cells under a head of %zu", table->count, table->columns);
    return true;
}

void coding__table_rows(coding__tsv *table, const char *knows, uint32_t origin, coding__row_reader *read_row)
{
    coding__table_knows(table, knows);
    while (coding__table_next(table)) read_row(table, origin);
}

void coding__read_table(coding__model *model, const coding__file *file, const char *knows, coding__row_reader *read_row)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    coding__table_rows(&table, knows, coding__add_origin(model, file, NULL, NULL, 0), read_row);
}

coding__cell coding__table_cell(const coding__tsv *table, const char *name)
{
    size_t column = column_of(table, coding__cell_of(name));
    return column < table->count && column < table->columns ? table->cells[column] : (coding__cell){"", 0};
}

static bool is_none(coding__cell cell) { return !cell.length || coding__cell_is(cell, "-"); }

coding_date coding__table_day(const coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    if (is_none(cell)) return 0;
    coding_date day = coding_date_parse(cell.text, cell.length);
    if (!day) coding__table_fault(table, name, "\"%.*s\" is no day of the calendar", (int)cell.length, cell.text);
    return day;
}

/* Quotes around, and a reason for them inside: a comma or doubled quotes, never a single one. */
static bool is_quoted(coding__cell cell)
{
    bool reason = false;
    if (cell.length < 2 || cell.text[0] != '"' || cell.text[cell.length - 1] != '"') return false;
    for (size_t i = 1; i + 1 < cell.length; i++) {
        if (cell.text[i] == '"' && (i + 2 >= cell.length || cell.text[++i] != '"')) return false;
        reason |= cell.text[i] == '"' || cell.text[i] == ',';
    }
    return reason;
}

static coding__word intern_unquoted(coding__model *model, coding__cell cell)
{
    char  *plain = malloc(cell.length);
    size_t length = 0;
    if (!plain) return model->no_memory = true, 0;
    for (size_t i = 1; i + 1 < cell.length; i++) {
        plain[length++] = cell.text[i];
        if (cell.text[i] == '"') i++;
    }
    coding__word word = coding__intern(model, plain, length);
    free(plain);
    return word;
}

coding__word coding__table_word(const coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    if (is_none(cell)) return 0;
    return is_quoted(cell) ? intern_unquoted(table->model, cell) : coding__intern_cell(table->model, cell);
}

bool coding__table_fault(const coding__tsv *table, const char *name, const char *what, ...)
{
    char    said[256];
    va_list arguments;
    va_start(arguments, what);
    vsnprintf(said, sizeof said, what, arguments);
    va_end(arguments);
    coding__fault(table->model, table->file, table->lines.number, name, "%s", said);
    return false;
}

bool coding__is_table(const coding__file *file, const char *names)
{
    coding__tsv table;
    return coding__table_start(&table, NULL, file) && coding__table_has(&table, names);
}
