/* Variables by model, and their coefficients: a matrix for each model, plan and span of payment years. */
#include <stdlib.h>
#include <string.h>

#include "compile/risk.h"

typedef struct named {
    uint32_t     hash;
    coding__word name;
    uint32_t     model;
} named;

static int by_variable(const void *a, const void *b)
{
    const named *x = a, *y = b;
    if (x->model != y->model) return x->model < y->model ? -1 : 1;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->name > y->name) - (x->name < y->name);
}

static named variable_of(const coding__risk_weave *risk, size_t index)
{
    const coding__risk_value *value = (const coding__risk_value *)risk->weave->model->risk.values.items + index;
    return (named){coding__risk_hash(coding__word_text(risk->weave->model, value->variable)), value->variable,
                   value->model};
}

static void write_variable(coding__risk_weave *risk, const named *one)
{
    uint32_t       number = coding__writer_count(&risk->weave->writer, CODING__RISK_VARIABLES);
    unsigned char *at = coding__writer_add(&risk->weave->writer, CODING__RISK_VARIABLES);
    coding__store32(at + CODING__RISK_VARIABLE_HASH, one->hash);
    coding__store32(at + CODING__RISK_VARIABLE_NAME, coding__writer_text(&risk->weave->writer, one->name));
    if (!risk->variable_count[one->model]++) risk->first_variable[one->model] = number;
}

/* Names that differ in small and large letters alone are one variable: so are names of one hash, of which there are
 * none among a model's few hundred. */
void coding__write_risk_variables(coding__risk_weave *risk)
{
    size_t count = risk->weave->model->risk.values.count;
    named *all = malloc((count + 1) * sizeof *all);
    if (!all) risk->weave->model->no_memory = true;
    for (size_t i = 0; all && i < count; i++) all[i] = variable_of(risk, i);
    if (all && count) qsort(all, count, sizeof *all, by_variable);
    for (size_t i = 0; all && i < count; i++)
        if (!i || all[i].model != all[i - 1].model || all[i].hash != all[i - 1].hash) write_variable(risk, &all[i]);
    free(all);
}

static uint32_t load32(const unsigned char *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static unsigned char *record(const coding__risk_weave *risk, coding__section section, uint32_t index)
{
    return (unsigned char *)risk->weave->writer.sections[section].items
           + (size_t)index * coding__section_forms[section].width;
}

uint32_t coding__risk_variable(const coding__risk_weave *risk, unsigned model, const char *name)
{
    uint32_t hash = coding__risk_hash(name), first = risk->first_variable[model];
    uint32_t low = first, high = first + risk->variable_count[model];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (load32(record(risk, CODING__RISK_VARIABLES, middle) + CODING__RISK_VARIABLE_HASH) < hash) low = middle + 1;
        else high = middle;
    }
    if (low == first + risk->variable_count[model]) return 0;
    return load32(record(risk, CODING__RISK_VARIABLES, low) + CODING__RISK_VARIABLE_HASH) == hash ? low - first + 1 : 0;
}

static bool is_same_set(const coding__risk_value *a, const coding__risk_value *b)
{
    return a->model == b->model && a->plan == b->plan && a->first == b->first && a->last == b->last;
}

/* By set; inside in the order of reading, so that what was named first to the compiler stays. */
static int by_set(const void *a, const void *b)
{
    const coding__risk_value *x = a, *y = b;
    int                       order = (x->model > y->model) - (x->model < y->model);
    if (!order) order = (x->first > y->first) - (x->first < y->first);
    if (!order) order = (x->last > y->last) - (x->last < y->last);
    if (!order) order = (x->plan > y->plan) - (x->plan < y->plan);
    if (!order) order = (x->origin > y->origin) - (x->origin < y->origin);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static uint32_t begin_set(coding__risk_weave *risk, const coding__risk_value *value)
{
    coding__writer *writer = &risk->weave->writer;
    uint32_t        base = coding__writer_count(writer, CODING__RISK_VALUES);
    unsigned char  *at = coding__writer_add(writer, CODING__RISK_SETS);
    at[CODING__RISK_SET_MODEL] = value->model;
    at[CODING__RISK_SET_PLAN] = value->plan;
    coding__store16(at + CODING__RISK_SET_FIRST, value->first);
    coding__store16(at + CODING__RISK_SET_LAST, value->last);
    coding__store32(at + CODING__RISK_SET_VALUE, base);
    coding__store32(at + CODING__RISK_SET_ORIGIN, value->origin);
    for (uint32_t i = 0; i < risk->variable_count[value->model] * CODING__RISK_SLOTS; i++)
        coding__writer_add(writer, CODING__RISK_VALUES);
    return base;
}

static void write_value(coding__risk_weave *risk, uint32_t base, const coding__risk_value *value)
{
    const char *name = coding__word_text(risk->weave->model, value->variable);
    uint32_t    variable = coding__risk_variable(risk, value->model, name);
    if (!variable || risk->weave->model->no_memory) return;
    unsigned char *at = record(risk, CODING__RISK_VALUES, base + (variable - 1) * CODING__RISK_SLOTS + value->slot);
    if (load32(at + CODING__RISK_VALUE_LINE)) return;
    coding__store32(at + CODING__RISK_VALUE_VALUE, (uint32_t)value->value);
    coding__store32(at + CODING__RISK_VALUE_LINE, value->line);
}

void coding__write_risk_values(coding__risk_weave *risk)
{
    coding__vector *values = &risk->weave->model->risk.values;
    uint32_t        base = 0;
    if (values->count) qsort(values->items, values->count, sizeof(coding__risk_value), by_set);
    for (size_t i = 0; i < values->count && !risk->weave->model->no_memory; i++) {
        const coding__risk_value *value = (const coding__risk_value *)values->items + i;
        if (!i || !is_same_set(value - 1, value)) base = begin_set(risk, value);
        write_value(risk, base, value);
    }
}
