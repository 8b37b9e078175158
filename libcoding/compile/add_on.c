#include "compile/add_on.h"

#include "compile/services.h"

static bool contractor_decides(coding__cell primary) { return coding__cell_is(primary, "CCCCC"); }

bool coding__read_add_on(coding__tsv *table, const coding__add_on_columns *columns, coding__add_on *add_on)
{
    coding__cell primary = coding__table_cell(table, columns->primary);
    add_on->type = coding__small_number(coding__table_cell(table, columns->type));
    add_on->line = table->lines.number;
    if (!coding__service_code(coding__table_cell(table, columns->add_on)))
        return coding__table_fault(table, columns->add_on, "no procedure: left out");
    if (!contractor_decides(primary) && !coding__service_code(primary))
        return coding__table_fault(table, columns->primary, "no procedure: left out");
    if (add_on->type < 1 || add_on->type > 3)
        return coding__table_fault(table, columns->type, "neither 1, 2 nor 3: left out");
    return true;
}

bool coding__keep_add_on(coding__tsv *table, const coding__add_on_columns *columns, coding__add_on add_on)
{
    coding__cell primary = coding__table_cell(table, columns->primary);
    bool         decides = contractor_decides(primary);
    add_on.service = coding__service_number(table->model, coding__table_cell(table, columns->add_on));
    uint32_t number = decides ? 0 : coding__service_number(table->model, primary);
    if (add_on.service == CODING__NO_SERVICE_NUMBER || number == CODING__NO_SERVICE_NUMBER) return false;
    add_on.primary = decides ? 0 : number + 1;
    *(coding__add_on *)coding__push(table->model, &table->model->claims.add_ons, sizeof add_on) = add_on;
    return true;
}
