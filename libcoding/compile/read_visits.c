/* Levels of visits, kept by hand: numbers alone, no words of the codes.
 *
 *     code   first     until  family              rank  level     minutes  most  prolonged  from  each  ...
 *     99214  20240101  -      office-established  4     moderate  30       -     -          -     - */
#include <string.h>

#include <coding/visit.h>

#include "compile/readers.h"
#include "compile/services.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "code family rank level minutes"); }

static uint8_t family_of(coding__cell cell)
{
    for (int i = CODING_VISIT_OFFICE_NEW; i <= CODING_VISIT_HOME_ESTABLISHED; i++)
        if (coding__cell_is(cell, coding_visit_family_name((coding_visit_family)i))) return (uint8_t)i;
    return CODING_VISIT_NONE;
}

static uint8_t level_of(coding__cell cell)
{
    for (int i = CODING_MDM_STRAIGHTFORWARD; i <= CODING_MDM_HIGH; i++)
        if (coding__cell_is(cell, coding_mdm_name((coding_mdm)i))) return (uint8_t)i;
    return CODING_MDM_NONE;
}

static uint16_t minutes_at(const coding__tsv *table, const char *name)
{
    uint64_t number = coding__cell_number(coding__table_cell(table, name));
    return number < UINT16_MAX ? (uint16_t)number : 0;
}

static uint32_t service_plus(coding__tsv *table, const char *name)
{
    uint32_t number = coding__service_number(table->model, coding__table_cell(table, name));
    return number == CODING__NO_SERVICE_NUMBER ? 0 : number + 1;
}

static void read_more_time(coding__tsv *table, coding__visit_row *row)
{
    row->prolonged = service_plus(table, "prolonged");
    row->prolonged_from = minutes_at(table, "from");
    row->prolonged_each = minutes_at(table, "each");
    row->medicare = service_plus(table, "medicare");
    row->medicare_from = minutes_at(table, "medicare_from");
    row->medicare_each = minutes_at(table, "medicare_each");
}

static bool read_row(coding__tsv *table, uint32_t origin)
{
    coding__visit_row row = {.origin = origin, .line = table->lines.number};
    row.family = family_of(coding__table_cell(table, "family"));
    row.service = coding__service_number(table->model, coding__table_cell(table, "code"));
    if (!row.family) return coding__table_fault(table, "family", "no family of visits: left out");
    if (row.service == CODING__NO_SERVICE_NUMBER) return false;
    row.first = coding__table_day(table, "first");
    row.until = coding__table_day(table, "until");
    row.rank = coding__small_number(coding__table_cell(table, "rank"));
    row.level = level_of(coding__table_cell(table, "level"));
    row.minutes = minutes_at(table, "minutes");
    row.minutes_most = minutes_at(table, "most");
    read_more_time(table, &row);
    *(coding__visit_row *)coding__push(table->model, &table->model->claims.visits, sizeof row) = row;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_claim_file(model, file, CODING__TABLE_VISITS, "levels of visits", 20210101, 99991231,
                                             0);
    coding__table_knows(&table, "code first until family rank level minutes most prolonged from each medicare "
                                "medicare_from medicare_each because");
    while (coding__table_next(&table)) read_row(&table, origin);
}

const coding__reader coding__visits_reader = {
    .kind = "levels of visits",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = coding__not_public,
    .read = read,
};
