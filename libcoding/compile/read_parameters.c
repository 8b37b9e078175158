/* What the parts of a search weigh:
 *
 *     parameter  value  because
 *     fit        0.5    set on the tuned part of tests/search/development.tsv
 *
 * Read in the same turn as books that are extended, so that of several paths the first one wins. */
#include <string.h>

#include "base/text.h"
#include "compile/readers.h"
#include "compile/table.h"
#include "text/parameters.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "parameter value"); }

static bool is_known(coding__cell name)
{
    for (size_t i = 0; i < CODING__PARAMETER_TOTAL; i++) {
        if (coding__cell_is(name, coding__parameter_forms[i].name)) return true;
    }
    return false;
}

/* "0.995" in millionths: digits, and after a dot up to six. UINT32_MAX where it is no such number, or too large. */
static uint32_t millionths_of(coding__cell cell)
{
    uint32_t number = 0, unit = 0;
    if (!cell.length || !coding__is_digit(cell.text[0])) return UINT32_MAX;
    for (size_t i = 0; i < cell.length; i++) {
        bool dot = cell.text[i] == '.' && !unit;
        bool good = dot || coding__is_digit(cell.text[i]);
        if (!good || unit == 1 || number > CODING__PARAMETER_MOST / 10) return UINT32_MAX;
        if (dot) unit = CODING__PARAMETER_UNIT;
        else number = number * 10 + (uint32_t)(cell.text[i] - '0'), unit /= 10;
    }
    uint64_t whole = (uint64_t)number * (unit ? unit : CODING__PARAMETER_UNIT);
    return whole <= CODING__PARAMETER_MOST ? (uint32_t)whole : UINT32_MAX;
}

static bool read_parameter(coding__tsv *table, uint32_t origin)
{
    coding__cell name = coding__table_cell(table, "parameter"), value = coding__table_cell(table, "value");
    uint32_t     number = millionths_of(value);
    if (!is_known(name)) return coding__table_fault(table, "parameter", "search has none of that name: left out");
    if (number == UINT32_MAX)
        return coding__table_fault(table, "value", "no number from 0 to 100 with six decimals: left out");
    coding__synonym row = {.rank = number, .origin = origin};
    row.term = coding__intern_cell(table->model, name);
    row.concept = coding__intern_cell(table->model, value);
    row.kind = coding__intern(table->model, "parameter", strlen("parameter"));
    *(coding__synonym *)coding__push(table->model, &table->model->synonyms, sizeof row) = row;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "parameter value because", read_parameter);
}

const coding__reader coding__parameters_reader = {
    .kind = "parameters of search",
    .turn = CODING__TURN_TABLES,
    .recognises = recognises,
    .read = read,
};
