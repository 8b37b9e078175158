/* Categories with their labels, and hierarchies: which category drops which. */
#include <stdlib.h>
#include <string.h>

#include "compile/risk.h"

static const coding__risk_label *label_of(const coding__risk_weave *risk, unsigned model, unsigned number)
{
    const coding__vector *labels = &risk->weave->model->risk.labels;
    for (size_t i = 0; i < labels->count; i++) {
        const coding__risk_label *label = (const coding__risk_label *)labels->items + i;
        if (label->model == model && label->category == number) return label;
    }
    return NULL;
}

static void write_label(coding__risk_weave *risk, unsigned char *at, const coding__risk_label *label)
{
    at[CODING__RISK_CATEGORY_CHRONIC] = label->chronic;
    coding__store32(at + CODING__RISK_CATEGORY_LABEL, coding__writer_text(&risk->weave->writer, label->label));
    coding__store32(at + CODING__RISK_CATEGORY_ORIGIN, label->origin);
    coding__store32(at + CODING__RISK_CATEGORY_LINE, label->line);
}

static void write_drops(const coding__risk_weave *risk, unsigned char *set, unsigned model, unsigned number)
{
    const coding__vector *drops = &risk->weave->model->risk.drops;
    for (size_t i = 0; i < drops->count; i++) {
        const coding__risk_drop *drop = (const coding__risk_drop *)drops->items + i;
        if (drop->model != model || drop->parent != number) continue;
        unsigned place = coding__risk_place(risk, model, drop->child);
        if (place < CODING__RISK_CATEGORIES_MOST) coding__risk_set_bit(set, place);
    }
}

static void write_category(coding__risk_weave *risk, unsigned model, unsigned number)
{
    char                      name[CODING__RISK_NAME];
    unsigned char            *at = coding__writer_add(&risk->weave->writer, CODING__RISK_CATEGORIES);
    const coding__risk_label *label = label_of(risk, model, number);
    coding__risk_category_name((coding_risk_model)model, number, name);
    coding__store16(at + CODING__RISK_CATEGORY_NUMBER, number);
    coding__store32(at + CODING__RISK_CATEGORY_NAME,
                    coding__writer_text(&risk->weave->writer, coding__intern(risk->weave->model, name, strlen(name))));
    coding__store32(at + CODING__RISK_CATEGORY_VARIABLE, coding__risk_variable(risk, model, name));
    if (label) write_label(risk, at, label);
    write_drops(risk, at + CODING__RISK_CATEGORY_DROPS, model, number);
}

static int by_drop(const void *a, const void *b)
{
    const coding__risk_drop *x = a, *y = b;
    int                      order = (x->model > y->model) - (x->model < y->model);
    if (!order) order = (x->child > y->child) - (x->child < y->child);
    return order ? order : (x->parent > y->parent) - (x->parent < y->parent);
}

static void write_drop(coding__risk_weave *risk, const coding__risk_drop *drop)
{
    unsigned parent = coding__risk_place(risk, drop->model, drop->parent);
    unsigned child = coding__risk_place(risk, drop->model, drop->child);
    if (parent == CODING__RISK_CATEGORIES_MOST || child == CODING__RISK_CATEGORIES_MOST) return;
    unsigned char *at = coding__writer_add(&risk->weave->writer, CODING__RISK_HIERARCHY);
    at[CODING__RISK_DROP_MODEL] = drop->model;
    at[CODING__RISK_DROP_PARENT] = (unsigned char)parent;
    at[CODING__RISK_DROP_CHILD] = (unsigned char)child;
    coding__store32(at + CODING__RISK_DROP_ORIGIN, drop->origin);
    coding__store32(at + CODING__RISK_DROP_LINE, drop->line);
}

void coding__write_risk_categories(coding__risk_weave *risk)
{
    coding__vector *drops = &risk->weave->model->risk.drops;
    for (unsigned model = 0; model < CODING__RISK_MODEL_TOTAL; model++)
        for (uint32_t i = 0; i < risk->counts[model]; i++) write_category(risk, model, risk->numbers[model][i]);
    if (drops->count) qsort(drops->items, drops->count, sizeof(coding__risk_drop), by_drop);
    for (size_t i = 0; i < drops->count; i++) {
        const coding__risk_drop *drop = (const coding__risk_drop *)drops->items + i;
        if (!i || by_drop(drop - 1, drop)) write_drop(risk, drop);
    }
}
