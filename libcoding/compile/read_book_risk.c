/* The tables of risk adjustment of a book that is extended, read back into the model row by row. What a stranger's book
 * says of models or categories that there are none of is left out. */
#include <string.h>

#include "book/book.h"
#include "compile/read_book.h"
#include "group/risk_names.h"

static bool is_model(uint32_t model) { return model && model < CODING__RISK_MODEL_TOTAL; }

/* The number of a category at a place; 0 where the model has none there. */
static uint16_t number_at(const coding__book_reading *r, uint32_t model, uint32_t place)
{
    uint32_t first = coding__u32(r->book, CODING__RISK_MODELS, model, CODING__RISK_MODEL_CATEGORY);
    if (place >= coding__u32(r->book, CODING__RISK_MODELS, model, CODING__RISK_MODEL_CATEGORIES)) return 0;
    return (uint16_t)coding__u16(r->book, CODING__RISK_CATEGORIES, first + place, CODING__RISK_CATEGORY_NUMBER);
}

static void read_label(const coding__book_reading *r, uint32_t model, uint32_t i)
{
    coding__risk_label label = {
        .model = (uint8_t)model,
        .category = (uint16_t)coding__u16(r->book, CODING__RISK_CATEGORIES, i, CODING__RISK_CATEGORY_NUMBER),
        .label = coding__word_at(r, CODING__RISK_CATEGORIES, i, CODING__RISK_CATEGORY_LABEL),
        .chronic = coding__u8(r->book, CODING__RISK_CATEGORIES, i, CODING__RISK_CATEGORY_CHRONIC) != 0,
        .origin = coding__origin_at(r, CODING__RISK_CATEGORIES, i, CODING__RISK_CATEGORY_ORIGIN),
        .line = coding__u32(r->book, CODING__RISK_CATEGORIES, i, CODING__RISK_CATEGORY_LINE),
    };
    if (label.category) *(coding__risk_label *)coding__push(r->model, &r->model->risk.labels, sizeof label) = label;
}

static void read_rule(const coding__book_reading *r, uint32_t model, uint32_t i)
{
    coding__risk_rule rule = {
        .model = (uint8_t)model,
        .variable = coding__word_at(r, CODING__RISK_RULES, i, CODING__RISK_RULE_NAME),
        .when = coding__word_at(r, CODING__RISK_RULES, i, CODING__RISK_RULE_WHEN),
        .does = (uint8_t)coding__u8(r->book, CODING__RISK_RULES, i, CODING__RISK_RULE_DOES),
        .origin = coding__origin_at(r, CODING__RISK_RULES, i, CODING__RISK_RULE_ORIGIN),
        .line = coding__u32(r->book, CODING__RISK_RULES, i, CODING__RISK_RULE_LINE),
    };
    *(coding__risk_rule *)coding__push(r->model, &r->model->risk.rules, sizeof rule) = rule;
}

static void read_model(const coding__book_reading *r, uint32_t model)
{
    uint32_t category = coding__u32(r->book, CODING__RISK_MODELS, model, CODING__RISK_MODEL_CATEGORY);
    uint32_t categories = coding__u32(r->book, CODING__RISK_MODELS, model, CODING__RISK_MODEL_CATEGORIES);
    uint32_t rule = coding__u32(r->book, CODING__RISK_MODELS, model, CODING__RISK_MODEL_RULE);
    uint32_t rules = coding__u32(r->book, CODING__RISK_MODELS, model, CODING__RISK_MODEL_RULES);
    for (uint32_t i = 0; i < categories && i < CODING__RISK_CATEGORIES_MOST; i++) read_label(r, model, category + i);
    for (uint32_t i = 0; i < rules && rule + i < coding__count(r->book, CODING__RISK_RULES); i++)
        read_rule(r, model, rule + i);
}

static void read_drop(const coding__book_reading *r, uint32_t i)
{
    const unsigned char *row = coding__record(r->book, CODING__RISK_HIERARCHY, i);
    coding__risk_drop    drop = {
           .model = row[CODING__RISK_DROP_MODEL],
           .parent = number_at(r, row[CODING__RISK_DROP_MODEL], row[CODING__RISK_DROP_PARENT]),
           .child = number_at(r, row[CODING__RISK_DROP_MODEL], row[CODING__RISK_DROP_CHILD]),
           .origin = coding__origin_of(r, coding__load32(row + CODING__RISK_DROP_ORIGIN)),
           .line = coding__load32(row + CODING__RISK_DROP_LINE),
    };
    if (is_model(drop.model) && drop.parent && drop.child)
        *(coding__risk_drop *)coding__push(r->model, &r->model->risk.drops, sizeof drop) = drop;
}

static void read_value(const coding__book_reading *r, coding__risk_value value, uint32_t variable, uint32_t record)
{
    uint32_t first = coding__u32(r->book, CODING__RISK_MODELS, value.model, CODING__RISK_MODEL_VARIABLE);
    value.line = coding__u32(r->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_LINE);
    value.value = (int32_t)coding__u32(r->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_VALUE);
    if (!value.line) return;
    value.variable = coding__word_at(r, CODING__RISK_VARIABLES, first + variable, CODING__RISK_VARIABLE_NAME);
    *(coding__risk_value *)coding__push(r->model, &r->model->risk.values, sizeof value) = value;
}

static void read_set(const coding__book_reading *r, uint32_t i)
{
    coding__risk_value value = {
        .model = (uint8_t)coding__u8(r->book, CODING__RISK_SETS, i, CODING__RISK_SET_MODEL),
        .plan = (uint8_t)coding__u8(r->book, CODING__RISK_SETS, i, CODING__RISK_SET_PLAN),
        .first = (uint16_t)coding__u16(r->book, CODING__RISK_SETS, i, CODING__RISK_SET_FIRST),
        .last = (uint16_t)coding__u16(r->book, CODING__RISK_SETS, i, CODING__RISK_SET_LAST),
        .origin = coding__origin_at(r, CODING__RISK_SETS, i, CODING__RISK_SET_ORIGIN),
    };
    uint32_t base = coding__u32(r->book, CODING__RISK_SETS, i, CODING__RISK_SET_VALUE);
    uint32_t variables = coding__u32(r->book, CODING__RISK_MODELS, value.model, CODING__RISK_MODEL_VARIABLES);
    if (!is_model(value.model) || variables > coding__count(r->book, CODING__RISK_VARIABLES)) return;
    for (uint32_t at = 0; at < variables * CODING__RISK_SLOTS && !r->model->no_memory; at++) {
        value.slot = (uint8_t)(at % CODING__RISK_SLOTS);
        read_value(r, value, at / CODING__RISK_SLOTS, base + at);
    }
}

static void read_map(const coding__book_reading *r, coding_code code, uint32_t i)
{
    const unsigned char *row = coding__record(r->book, CODING__RISK_MAPS, i);
    if (!row || !is_model(row[CODING__RISK_MAP_MODEL])) return;
    bool                 nowhere = row[CODING__RISK_MAP_KIND] & CODING__RISK_MAP_NOWHERE;
    coding__risk_map_row map = {
        .code = code,
        .model = row[CODING__RISK_MAP_MODEL],
        .kind = row[CODING__RISK_MAP_KIND] & 3,
        .category = nowhere ? 0 : number_at(r, row[CODING__RISK_MAP_MODEL], row[CODING__RISK_MAP_CATEGORY]),
        .sex = row[CODING__RISK_MAP_SEX],
        .first = row[CODING__RISK_MAP_FIRST],
        .last = row[CODING__RISK_MAP_LAST],
        .low = row[CODING__RISK_MAP_LOW],
        .high = row[CODING__RISK_MAP_HIGH],
        .origin = coding__origin_at(r, CODING__RISK_MAP_ROWS, i, CODING__RISK_MAP_ORIGIN),
        .line = coding__u32(r->book, CODING__RISK_MAP_ROWS, i, CODING__RISK_MAP_LINE),
    };
    *(coding__risk_map_row *)coding__push(r->model, &r->model->risk.maps, sizeof map) = map;
}

static void read_maps(const coding__book_reading *r)
{
    for (uint32_t i = 0; i + 1 < coding__count(r->book, CODING__RISK_CODES) && !r->model->no_memory; i++) {
        uint32_t    past = coding__u32(r->book, CODING__RISK_CODES, i + 1, CODING__RISK_CODE_MAP);
        coding_code code = coding__u64(r->book, CODING__RISK_CODES, i, CODING__RISK_CODE_CODE);
        if (code == INT64_MAX) continue;
        uint32_t map = coding__u32(r->book, CODING__RISK_CODES, i, CODING__RISK_CODE_MAP);
        if (past > coding__count(r->book, CODING__RISK_MAPS)) past = coding__count(r->book, CODING__RISK_MAPS);
        for (; map < past; map++) read_map(r, code, map);
    }
}

static void read_factor(const coding__book_reading *r, uint32_t i)
{
    const unsigned char *row = coding__record(r->book, CODING__RISK_FACTORS, i);
    coding__risk_factor  factor = {
         .model = row[CODING__RISK_FACTOR_MODEL],
         .plan = row[CODING__RISK_FACTOR_PLAN],
         .status = row[CODING__RISK_FACTOR_STATUS],
         .first = (uint16_t)coding__load16(row + CODING__RISK_FACTOR_FIRST),
         .last = (uint16_t)coding__load16(row + CODING__RISK_FACTOR_LAST),
         .normalization = coding__load32(row + CODING__RISK_FACTOR_NORMALIZATION),
         .intensity = coding__load32(row + CODING__RISK_FACTOR_INTENSITY),
         .share = coding__load32(row + CODING__RISK_FACTOR_SHARE),
         .multiplier = coding__load32(row + CODING__RISK_FACTOR_MULTIPLIER),
         .origin = coding__origin_of(r, coding__load32(row + CODING__RISK_FACTOR_ORIGIN)),
         .line = coding__load32(row + CODING__RISK_FACTOR_LINE),
    };
    if (is_model(factor.model))
        *(coding__risk_factor *)coding__push(r->model, &r->model->risk.factors, sizeof factor) = factor;
}

static void read_service(const coding__book_reading *r, uint32_t i)
{
    const unsigned char *row = coding__record(r->book, CODING__RISK_SERVICES, i);
    coding__risk_service service = {
        .code = coding__load64(row + CODING__RISK_SERVICE_CODE),
        .first = (uint16_t)coding__load16(row + CODING__RISK_SERVICE_FIRST),
        .last = (uint16_t)coding__load16(row + CODING__RISK_SERVICE_LAST),
        .origin = coding__origin_of(r, coding__load32(row + CODING__RISK_SERVICE_ORIGIN)),
        .line = coding__load32(row + CODING__RISK_SERVICE_LINE),
    };
    *(coding__risk_service *)coding__push(r->model, &r->model->risk.services, sizeof service) = service;
}

void coding__take_risk(const coding__book_reading *r)
{
    for (uint32_t i = 1; i < CODING__RISK_MODEL_TOTAL; i++) read_model(r, i);
    for (uint32_t i = 0; i < coding__count(r->book, CODING__RISK_HIERARCHY); i++) read_drop(r, i);
    for (uint32_t i = 0; i < coding__count(r->book, CODING__RISK_SETS); i++) read_set(r, i);
    read_maps(r);
    for (uint32_t i = 0; i < coding__count(r->book, CODING__RISK_FACTORS); i++) read_factor(r, i);
    if (r->model->public_only) return;
    for (uint32_t i = 0; i < coding__count(r->book, CODING__RISK_SERVICES); i++) read_service(r, i);
}
