/* What the MS-DRG grouper decides by, made tidy by data/fetch.py, and the payment table beside it:
 *
 *     version  first     until                                       431  20260401  20260930
 *     version  mdc rank base drg kind reroute condition ignored      431 5 71 280 280 medical 0 "MCC & ANY:ami" ami
 *     hac      from to condition
 *     what     number from to title                                  mdc, drg or hac
 *     drg      first until weight geometric arithmetic post-acute special */
#include "compile/drg.h"
#include "compile/printed.h"
#include "compile/readers.h"

static bool read_version(coding__tsv *table, uint32_t origin)
{
    coding__drg_version row = {
        .number = coding__drg_number(table, "version"),
        .first = coding__table_day(table, "first"),
        .until = coding__table_day(table, "until"),
    };
    (void)origin;
    if (!row.first || !row.until) return coding__table_fault(table, "first", "no days: left out");
    *(coding__drg_version *)coding__push(table->model, &table->model->drg.versions, sizeof row) = row;
    return true;
}

static bool read_kind(const coding__tsv *table, uint8_t *kind)
{
    coding__cell cell = coding__table_cell(table, "kind");
    *kind = coding__cell_is(cell, "surgical") ? 1 : coding__cell_is(cell, "medical") ? 2 : 0;
    return *kind || coding__cell_is(cell, "none");
}

/* Of formulas that lead nowhere only those before the MDCs say something: that the stay cannot be grouped. */
static bool says_nothing(const coding__drg_formula *row) { return !row->drg && !row->on && row->mdc; }

static bool read_formula(coding__tsv *table, uint32_t origin)
{
    uint16_t            mdc = coding__drg_number(table, "mdc"), on = coding__drg_number(table, "reroute");
    coding__drg_formula row = {
        .origin = origin,
        .line = table->lines.number,
        .version = coding__drg_number(table, "version"),
        .rank = coding__drg_number(table, "rank"),
        .base = coding__drg_number(table, "base"),
        .drg = coding__drg_number(table, "drg"),
        .mdc = (uint8_t)mdc,
        .on = (uint8_t)on,
        .condition = coding__table_word(table, "condition"),
        .ignored = coding__table_word(table, "ignored"),
    };
    if (!read_kind(table, &row.kind)) return coding__table_fault(table, "kind", "no such kind: left out");
    if (mdc >= CODING__DRG_MDC_MOST) return true; /* 99: what an answer says of an error, no condition of a stay */
    if (on >= CODING__DRG_MDC_MOST) return coding__table_fault(table, "reroute", "no such MDC: left out");
    if (says_nothing(&row)) return true;
    *(coding__drg_formula *)coding__push(table->model, &table->model->drg.formulas, sizeof row) = row;
    return true;
}

static bool read_hac(coding__tsv *table, uint32_t origin)
{
    coding__drg_hac row = {
        .line = table->lines.number,
        .number = (uint8_t)coding__drg_number(table, "hac"),
        .from = coding__drg_number(table, "from"),
        .to = coding__drg_number(table, "to"),
        .condition = coding__table_word(table, "condition"),
    };
    (void)origin;
    *(coding__drg_hac *)coding__push(table->model, &table->model->drg.hacs, sizeof row) = row;
    return true;
}

static bool read_title(coding__tsv *table, uint32_t origin)
{
    coding__cell      what = coding__table_cell(table, "what");
    coding__drg_title row = {
        .kind = coding__cell_is(what, "mdc") ? 0 : coding__cell_is(what, "drg") ? 1 : 2,
        .number = coding__drg_number(table, "number"),
        .from = coding__drg_number(table, "from"),
        .to = coding__drg_number(table, "to"),
        .title = coding__table_word(table, "title"),
    };
    (void)origin;
    if (row.kind == 2 && !coding__cell_is(what, "hac"))
        return coding__table_fault(table, "what", "neither mdc, drg nor hac: left out");
    *(coding__drg_title *)coding__push(table->model, &table->model->drg.titles, sizeof row) = row;
    return true;
}

/* "28.0239" in units of 10^-places, exactly. UINT32_MAX where it is no such number. */
static uint32_t decimal(coding__cell cell, unsigned places)
{
    uint64_t number = 0;
    int      behind = -1; /* digits behind the point */
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.text[i] == '.' && behind < 0) behind = 0;
        else if (cell.text[i] >= '0' && cell.text[i] <= '9') number = number * 10 + (uint64_t)(cell.text[i] - '0');
        else return UINT32_MAX;
        if (behind >= 0 && cell.text[i] != '.') behind++;
        if (number > UINT32_MAX / 10 || behind > (int)places) return UINT32_MAX;
    }
    for (int i = behind < 0 ? 0 : behind; i < (int)places; i++) number *= 10;
    return cell.length && number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
}

static bool read_weight(coding__tsv *table, uint32_t origin)
{
    uint32_t weight = decimal(coding__table_cell(table, "weight"), 4);
    uint32_t geometric = decimal(coding__table_cell(table, "geometric"), 1);
    uint32_t arithmetic = decimal(coding__table_cell(table, "arithmetic"), 1);
    if (weight == UINT32_MAX || geometric > UINT16_MAX || arithmetic > UINT16_MAX)
        return coding__table_fault(table, "weight", "no weight and lengths of stay: left out");
    coding__drg_weight row = {
        .origin = origin,
        .line = table->lines.number,
        .drg = coding__drg_number(table, "drg"),
        .first = coding__table_day(table, "first"),
        .until = coding__table_day(table, "until"),
        .weight = weight,
        .geometric = (uint16_t)geometric,
        .arithmetic = (uint16_t)arithmetic,
    };
    if (coding__cell_is(coding__table_cell(table, "post-acute"), "yes")) row.flags |= CODING__DRG_POST_ACUTE;
    if (coding__cell_is(coding__table_cell(table, "special"), "yes")) row.flags |= CODING__DRG_SPECIAL_PAY;
    *(coding__drg_weight *)coding__push(table->model, &table->model->drg.weights, sizeof row) = row;
    return true;
}

#define READER(name, what, needs, knows, read_row)                                                                    \
    static bool recognises_##name(const coding__file *file) { return coding__is_table(file, needs); }                 \
    static void read_##name(coding__model *model, const coding__file *file)                                           \
    {                                                                                                                 \
        coding__read_drg_table(model, file, knows, read_row);                                                         \
    }                                                                                                                 \
    const coding__reader coding__drg_##name##_reader = {                                                              \
        .kind = what, .turn = CODING__TURN_RELEASES, .recognises = recognises_##name, .read = read_##name,            \
    }
READER(versions, "versions of MS-DRG", "version first until", "version first until because", read_version);
READER(formulas, "formulas of MS-DRG", "version mdc rank drg condition",
       "version mdc rank base drg kind reroute condition ignored because", read_formula);
READER(hacs, "hospital-acquired conditions", "hac from to condition", "hac from to condition because", read_hac);
READER(titles, "titles of MS-DRG", "what number from to title", "what number from to title because", read_title);
READER(weights, "weights of MS-DRG", "drg first until weight",
       "drg first until weight geometric arithmetic post-acute special because", read_weight);
