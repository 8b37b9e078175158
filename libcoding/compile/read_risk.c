/* Tables of risk adjustment, made tidy by data/fetch.py or kept by hand; docs/risk.md has their columns. Models by
 * coding_risk_model_title, plans "mapd", "pdp", "pace" or "-" for any, years are payment years. */
#include <stdio.h>
#include <string.h>

#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/services.h"
#include "group/risk_names.h"

enum { YEAR_FIRST = 2001, YEAR_LAST = 2250, VALUE_MOST = 100000000 };

static uint8_t model_of(coding__tsv *table)
{
    coding__cell      name = coding__table_cell(table, "model");
    coding_risk_model model = coding_risk_model_named(name.text, name.length);
    if (!model) coding__table_fault(table, "model", "no model of that name: left out");
    return (uint8_t)model;
}

static uint16_t number_at(coding__tsv *table, const char *name)
{
    uint64_t number = coding__cell_number(coding__table_cell(table, name));
    return number && number < UINT16_MAX ? (uint16_t)number : 0;
}

/* A category, by number or as it is named; 0 where it is none. */
static uint16_t category_at(coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    return (uint16_t)coding__risk_category_number(cell.text, cell.length);
}

static bool years_at(coding__tsv *table, uint16_t *first, uint16_t *last)
{
    *first = number_at(table, "first"), *last = number_at(table, "last");
    if (*first >= YEAR_FIRST && *first <= *last && *last <= YEAR_LAST) return true;
    return coding__table_fault(table, "first", "no payment years: left out");
}

static uint8_t plan_of(coding__tsv *table)
{
    static const char *const names[] = {"mapd", "pdp", "pace"};
    coding__cell             cell = coding__table_cell(table, "plan");
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__cell_is(cell, names[i])) return i;
    return CODING__RISK_ANY_PLAN;
}

/* A decimal of at most three places, exactly, as thousandths. */
static bool thousandths(coding__cell cell, int32_t *value)
{
    bool    negative = cell.length && cell.text[0] == '-';
    int64_t number = 0;
    int     places = -1;
    for (size_t i = negative; i < cell.length; i++) {
        char c = cell.text[i];
        if (c == '.' && places < 0) places = 0;
        else if (c < '0' || c > '9' || (places >= 3 && c != '0') || number > VALUE_MOST) return false;
        else if (places < 3) number = number * 10 + (c - '0'), places += places >= 0;
    }
    for (int i = places < 0 ? 0 : places; i < 3; i++) number *= 10;
    *value = (int32_t)(negative ? -number : number);
    return cell.length > negative;
}

static int32_t decimal_at(coding__tsv *table, const char *name)
{
    int32_t value = 0;
    if (!thousandths(coding__table_cell(table, name), &value))
        coding__table_fault(table, name, "no decimal of three places: read as 0");
    return value;
}

static bool read_map(coding__tsv *table, uint32_t origin)
{
    uint16_t             first, last;
    coding__risk_map_row row = {.origin = origin, .line = table->lines.number, .kind = CODING__RISK_MAP, .high = 255};
    row.model = model_of(table);
    row.code = coding__release_code(CODING_ICD10CM, coding__table_cell(table, "code"));
    row.category = category_at(table, "category");
    if (!row.model || !years_at(table, &first, &last)) return false;
    if (!row.code || !row.category) return coding__table_fault(table, "code", "no code or category: left out");
    row.first = (uint8_t)(first - 2000), row.last = (uint8_t)(last - 2000);
    *(coding__risk_map_row *)coding__push(table->model, &table->model->risk.maps, sizeof row) = row;
    return true;
}

/* A drug or a service: 00002-0213-01, J0741. */
static coding_code treatment_of(coding__cell cell)
{
    coding_code code = coding_parse(CODING_NDC, cell.text, cell.length).code;
    return code ? code : coding_parse(CODING_HCPCS, cell.text, cell.length).code;
}

static bool read_treatment(coding__tsv *table, uint32_t origin)
{
    uint16_t             first, last;
    coding__risk_map_row row = {.origin = origin, .line = table->lines.number, .kind = CODING__RISK_MAP, .high = 255};
    row.model = model_of(table);
    row.code = treatment_of(coding__table_cell(table, "treatment"));
    row.category = category_at(table, "category");
    if (!row.model || !years_at(table, &first, &last)) return false;
    if (!row.code || !row.category)
        return coding__table_fault(table, "treatment", "no NDC, HCPCS code or category: left out");
    row.first = (uint8_t)(first - 2000), row.last = (uint8_t)(last - 2000);
    *(coding__risk_map_row *)coding__push(table->model, &table->model->risk.maps, sizeof row) = row;
    return true;
}

static bool take_edit(coding__tsv *table, uint32_t origin, coding_code code)
{
    coding__risk_map_row row = {.origin = origin, .line = table->lines.number, .last = 255, .code = code};
    row.model = model_of(table);
    row.category = category_at(table, "category");
    row.kind = coding__cell_is(coding__table_cell(table, "edit"), "mce") ? CODING__RISK_EDIT_MCE : CODING__RISK_EDIT;
    row.sex = (uint8_t)number_at(table, "sex");
    row.low = coding__small_number(coding__table_cell(table, "low"));
    row.high = coding__small_number(coding__table_cell(table, "high"));
    if (!row.model) return false;
    if (!row.code) return coding__table_fault(table, "code", "no code: left out");
    *(coding__risk_map_row *)coding__push(table->model, &table->model->risk.maps, sizeof row) = row;
    return true;
}

static bool read_edit(coding__tsv *table, uint32_t origin)
{
    return take_edit(table, origin, coding__release_code(CODING_ICD10CM, coding__table_cell(table, "code")));
}

static bool read_treatment_edit(coding__tsv *table, uint32_t origin)
{
    return take_edit(table, origin, treatment_of(coding__table_cell(table, "treatment")));
}

static bool read_drop(coding__tsv *table, uint32_t origin)
{
    coding__risk_drop drop = {.origin = origin, .line = table->lines.number};
    drop.model = model_of(table);
    drop.parent = category_at(table, "category");
    drop.child = category_at(table, "drops");
    if (!drop.model) return false;
    if (!drop.parent || !drop.child) return coding__table_fault(table, "drops", "no category: left out");
    *(coding__risk_drop *)coding__push(table->model, &table->model->risk.drops, sizeof drop) = drop;
    return true;
}

static bool read_label(coding__tsv *table, uint32_t origin)
{
    coding__risk_label label = {.origin = origin, .line = table->lines.number};
    label.model = model_of(table);
    label.category = category_at(table, "category");
    label.label = coding__table_word(table, "label");
    label.chronic = coding__cell_is(coding__table_cell(table, "chronic"), "yes");
    if (!label.model) return false;
    if (!label.category) return coding__table_fault(table, "category", "no number: left out");
    *(coding__risk_label *)coding__push(table->model, &table->model->risk.labels, sizeof label) = label;
    return true;
}

static bool read_value(coding__tsv *table, uint32_t origin)
{
    coding__risk_value  value = {.origin = origin, .line = table->lines.number};
    coding__cell        name = coding__table_cell(table, "segment");
    coding_risk_segment segment = coding__risk_segment_named(name.text, name.length);
    value.model = model_of(table);
    if (!value.model || !years_at(table, &value.first, &value.last)) return false;
    if (!coding__cell_is(name, "-") && !coding__risk_segment_is_of(segment, (coding_risk_model)value.model))
        return coding__table_fault(table, "segment", "no segment of that model: left out");
    value.slot = (uint8_t)coding__risk_slot(segment);
    value.plan = plan_of(table);
    value.variable = coding__table_word(table, "variable");
    value.value = decimal_at(table, "value");
    *(coding__risk_value *)coding__push(table->model, &table->model->risk.values, sizeof value) = value;
    return true;
}

/* By coding__risk_does. */
static uint8_t does_of(coding__tsv *table)
{
    static const char *const names[] = {"adds", "drops", "groups", "uncounted", "maturity", "severity"};
    coding__cell             cell = coding__table_cell(table, "does");
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__cell_is(cell, names[i])) return i;
    return CODING__RISK_ADDS;
}

static bool read_rule(coding__tsv *table, uint32_t origin)
{
    coding__risk_rule rule = {.origin = origin, .line = table->lines.number};
    rule.model = model_of(table);
    rule.does = does_of(table);
    rule.variable = coding__table_word(table, "variable");
    rule.when = coding__table_word(table, "when");
    if (!rule.model) return false;
    *(coding__risk_rule *)coding__push(table->model, &table->model->risk.rules, sizeof rule) = rule;
    return true;
}

static uint8_t status_of(coding__tsv *table)
{
    coding__cell cell = coding__table_cell(table, "status");
    if (cell.length > 4 && !memcmp(cell.text, "csr-", 4)) {
        coding__cell indicator = {cell.text + 4, cell.length - 4};
        return (uint8_t)(CODING__RISK_COST_SHARING + coding__cell_number(indicator) % 100);
    }
    return coding__cell_is(cell, "dialysis") ? 1 : coding__cell_is(cell, "graft") ? 2 : 0;
}

static bool read_factor(coding__tsv *table, uint32_t origin)
{
    coding__risk_factor factor = {.origin = origin, .line = table->lines.number};
    factor.model = model_of(table);
    if (!factor.model || !years_at(table, &factor.first, &factor.last)) return false;
    factor.plan = plan_of(table);
    factor.status = status_of(table);
    factor.normalization = (uint32_t)decimal_at(table, "normalization");
    factor.intensity = (uint32_t)decimal_at(table, "intensity");
    factor.share = (uint32_t)decimal_at(table, "share");
    if (coding__table_has(table, "multiplier")) factor.multiplier = (uint32_t)decimal_at(table, "multiplier");
    *(coding__risk_factor *)coding__push(table->model, &table->model->risk.factors, sizeof factor) = factor;
    return true;
}

static bool read_service(coding__tsv *table, uint32_t origin)
{
    coding__risk_service service = {.origin = origin, .line = table->lines.number};
    service.code = coding__service_code(coding__table_cell(table, "service"));
    if (!service.code) return coding__table_fault(table, "service", "no procedure: left out");
    if (!years_at(table, &service.first, &service.last)) return false;
    *(coding__risk_service *)coding__push(table->model, &table->model->risk.services, sizeof service) = service;
    return true;
}

/* The kinds of tables, the columns that tell them, and what reads a row. */
static const struct table_kind {
    const char         *name;
    const char         *columns;
    coding__row_reader *read_row;
} kinds[] = {
    {"mapping to categories", "model first last code category", read_map},
    {"drugs and services of categories", "model first last treatment category", read_treatment},
    {"edits of categories", "model code edit sex low high category", read_edit},
    {"edits of drugs and services", "model treatment edit sex low high category", read_treatment_edit},
    {"hierarchies of categories", "model category drops", read_drop},
    {"labels of categories", "model category label chronic", read_label},
    {"coefficients", "model plan first last segment variable value", read_value},
    {"rules of models", "model does variable when", read_rule},
    {"factors of payment years", "model first last plan status normalization intensity share", read_factor},
    {"eligible services", "service first last", read_service},
};

static const struct table_kind *kind_of(const coding__file *file)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (coding__is_table(file, kinds[i].columns)) return kinds + i;
    return NULL;
}

static bool recognises(const coding__file *file) { return kind_of(file) != NULL; }

static const char *needless(const coding__model *model, const coding__file *file)
{
    const struct table_kind *kind = kind_of(file);
    return kind && kind->read_row == read_service ? coding__not_public(model, file) : NULL;
}

static void read(coding__model *model, const coding__file *file)
{
    char                     knows[96], release[64];
    coding__tsv              table;
    const struct table_kind *kind = kind_of(file);
    if (!kind || !coding__table_start(&table, model, file)) return;
    snprintf(release, sizeof release, "risk adjustment: %s", kind->name);
    snprintf(knows, sizeof knows, "%s because%s", kind->columns, kind->read_row == read_factor ? " multiplier" : "");
    uint32_t origin = coding__add_origin(model, file, release, "public domain (CMS)", 0);
    coding__table_rows(&table, knows, origin, kind->read_row);
}

const coding__reader coding__risk_reader = {
    .kind = "table of risk adjustment",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = needless,
    .read = read,
};
