#include "compile/risk.h"

#include <stdlib.h>
#include <string.h>

unsigned coding__risk_place(const coding__risk_weave *risk, unsigned model, unsigned number)
{
    const uint16_t *numbers = risk->numbers[model];
    unsigned        low = 0, high = risk->counts[model];
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (numbers[middle] < number) low = middle + 1;
        else high = middle;
    }
    return low < risk->counts[model] && numbers[low] == number ? low : CODING__RISK_CATEGORIES_MOST;
}

/* Marks every category that any table names; more than a model may have are left out. */
static void note_category(coding__risk_weave *risk, unsigned model, unsigned number)
{
    uint16_t *numbers = risk->numbers[model];
    uint32_t  count = risk->counts[model], at = count;
    if (!number || coding__risk_place(risk, model, number) < CODING__RISK_CATEGORIES_MOST) return;
    if (count == CODING__RISK_CATEGORIES_MOST) return;
    while (at && numbers[at - 1] > number) numbers[at] = numbers[at - 1], at--;
    numbers[at] = (uint16_t)number;
    risk->counts[model]++;
}

static void note_categories(coding__risk_weave *risk)
{
    const coding__risk_facts *facts = &risk->weave->model->risk;
    for (size_t i = 0; i < facts->labels.count; i++) {
        const coding__risk_label *label = (const coding__risk_label *)facts->labels.items + i;
        note_category(risk, label->model, label->category);
    }
    for (size_t i = 0; i < facts->maps.count; i++) {
        const coding__risk_map_row *row = (const coding__risk_map_row *)facts->maps.items + i;
        note_category(risk, row->model, row->category);
        if (row->kind != CODING__RISK_MAP) continue;
        for (unsigned year = row->first; year <= row->last && year < 32; year++) risk->years[row->model] |= 1u << year;
        risk->origins[row->model] = row->origin;
    }
}

static int by_factor(const void *a, const void *b)
{
    const coding__risk_factor *x = a, *y = b;
    int                        order = (x->model > y->model) - (x->model < y->model);
    if (!order) order = (x->first > y->first) - (x->first < y->first);
    if (!order) order = (x->plan > y->plan) - (x->plan < y->plan);
    return order ? order : (x->status > y->status) - (x->status < y->status);
}

static void write_factor(coding__writer *writer, const coding__risk_factor *factor)
{
    unsigned char *at = coding__writer_add(writer, CODING__RISK_FACTORS);
    at[CODING__RISK_FACTOR_MODEL] = factor->model;
    at[CODING__RISK_FACTOR_PLAN] = factor->plan;
    at[CODING__RISK_FACTOR_STATUS] = factor->status;
    coding__store16(at + CODING__RISK_FACTOR_FIRST, factor->first);
    coding__store16(at + CODING__RISK_FACTOR_LAST, factor->last);
    coding__store32(at + CODING__RISK_FACTOR_NORMALIZATION, factor->normalization);
    coding__store32(at + CODING__RISK_FACTOR_INTENSITY, factor->intensity);
    coding__store32(at + CODING__RISK_FACTOR_SHARE, factor->share);
    coding__store32(at + CODING__RISK_FACTOR_MULTIPLIER, factor->multiplier);
    coding__store32(at + CODING__RISK_FACTOR_ORIGIN, factor->origin);
    coding__store32(at + CODING__RISK_FACTOR_LINE, factor->line);
}

static void write_factors(coding__risk_weave *risk)
{
    coding__vector *factors = &risk->weave->model->risk.factors;
    if (factors->count) qsort(factors->items, factors->count, sizeof(coding__risk_factor), by_factor);
    for (size_t i = 0; i < factors->count; i++)
        write_factor(&risk->weave->writer, (const coding__risk_factor *)factors->items + i);
}

static int by_service(const void *a, const void *b)
{
    const coding__risk_service *x = a, *y = b;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

static void write_services(coding__risk_weave *risk)
{
    coding__vector *services = &risk->weave->model->risk.services;
    if (services->count) qsort(services->items, services->count, sizeof(coding__risk_service), by_service);
    for (size_t i = 0; i < services->count; i++) {
        const coding__risk_service *service = (const coding__risk_service *)services->items + i;
        unsigned char              *at = coding__writer_add(&risk->weave->writer, CODING__RISK_SERVICES);
        coding__store64(at + CODING__RISK_SERVICE_CODE, service->code);
        coding__store16(at + CODING__RISK_SERVICE_FIRST, service->first);
        coding__store16(at + CODING__RISK_SERVICE_LAST, service->last);
        coding__store32(at + CODING__RISK_SERVICE_ORIGIN, service->origin);
        coding__store32(at + CODING__RISK_SERVICE_LINE, service->line);
    }
}

static void write_models(coding__risk_weave *risk)
{
    uint32_t category = 0, rule[CODING__RISK_MODEL_TOTAL] = {0}, rules[CODING__RISK_MODEL_TOTAL] = {0};
    coding__write_risk_rules(risk, rule, rules);
    for (unsigned model = 0; model < CODING__RISK_MODEL_TOTAL; model++) {
        unsigned char *at = coding__writer_add(&risk->weave->writer, CODING__RISK_MODELS);
        coding__store32(at + CODING__RISK_MODEL_YEARS, risk->years[model]);
        coding__store32(at + CODING__RISK_MODEL_VARIABLE, risk->first_variable[model]);
        coding__store32(at + CODING__RISK_MODEL_VARIABLES, risk->variable_count[model]);
        coding__store32(at + CODING__RISK_MODEL_CATEGORY, category);
        coding__store32(at + CODING__RISK_MODEL_CATEGORIES, risk->counts[model]);
        coding__store32(at + CODING__RISK_MODEL_RULE, rule[model]);
        coding__store32(at + CODING__RISK_MODEL_RULES, rules[model]);
        coding__store32(at + CODING__RISK_MODEL_ORIGIN, risk->origins[model]);
        category += risk->counts[model];
    }
}

void coding__write_risk(coding__weave *weave)
{
    const coding__risk_facts *facts = &weave->model->risk;
    if (!facts->maps.count && !facts->values.count && !facts->labels.count) return;
    coding__risk_weave *risk = calloc(1, sizeof *risk);
    if (!risk) {
        weave->model->no_memory = true;
        return;
    }
    risk->weave = weave;
    note_categories(risk);
    coding__write_risk_variables(risk);
    coding__write_risk_values(risk);
    coding__write_risk_categories(risk);
    write_models(risk);
    coding__write_risk_maps(risk);
    write_factors(risk);
    write_services(risk);
    free(risk);
}
