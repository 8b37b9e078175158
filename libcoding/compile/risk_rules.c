/* Rules of a model as they are written in their table:
 *
 *     adds   DISABLED_CANCER_V28   disabled & 17-23              a coefficient, where all of it holds
 *     drops  -                     223 without 221 222 224-226   categories, where none of the others is there
 *
 * Numbers and ranges of numbers make a set, of which one category is enough. */
#include <stdlib.h>
#include <string.h>

#include "compile/risk.h"

typedef struct reading {
    const coding__risk_weave *risk;
    const coding__risk_rule  *rule;
    unsigned char            *at;   /* the record */
    bool                      open; /* a set has begun */
} reading;

static void add_range(reading *r, unsigned first, unsigned last)
{
    unsigned set = r->at[CODING__RISK_RULE_COUNT];
    if (!r->open && set == CODING__RISK_RULE_SETS_MOST) return;
    if (!r->open) r->at[CODING__RISK_RULE_COUNT] = (unsigned char)++set, r->open = true;
    for (unsigned number = first; number <= last && number <= UINT16_MAX; number++) {
        unsigned place = coding__risk_place(r->risk, r->rule->model, number);
        if (place == CODING__RISK_CATEGORIES_MOST) continue;
        coding__risk_set_bit(r->at + CODING__RISK_RULE_SETS + (size_t)(set - 1) * 32, place);
    }
}

static void take_word(reading *r, const char *word, size_t length)
{
    char *rest;
    if (*word == '&' || (length == 7 && !memcmp(word, "without", 7))) r->open = false;
    else if (length == 8 && !memcmp(word, "disabled", 8)) r->at[CODING__RISK_RULE_FLAGS] |= CODING__RISK_WHEN_DISABLED;
    else if (length == 7 && !memcmp(word, "nonaged", 7)) r->at[CODING__RISK_RULE_FLAGS] |= CODING__RISK_WHEN_NONAGED;
    else {
        unsigned first = (unsigned)strtoul(word, &rest, 10);
        unsigned last = *rest == '-' ? (unsigned)strtoul(rest + 1, NULL, 10) : first;
        if (first) add_range(r, first, last);
    }
}

static void take_words(reading *r, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, " ");
        if (length) take_word(r, text, length);
        text += length + (text[length] == ' ');
    }
}

static void write_rule(coding__risk_weave *risk, const coding__risk_rule *rule)
{
    coding__writer *writer = &risk->weave->writer;
    unsigned char  *at = coding__writer_add(writer, CODING__RISK_RULES);
    reading         r = {risk, rule, at, false};
    at[CODING__RISK_RULE_DOES] = rule->does;
    coding__store32(at + CODING__RISK_RULE_ORIGIN, rule->origin);
    coding__store32(at + CODING__RISK_RULE_LINE, rule->line);
    coding__store32(at + CODING__RISK_RULE_WHEN, coding__writer_text(writer, rule->when));
    const char *name = coding__word_text(risk->weave->model, rule->variable);
    coding__store32(at + CODING__RISK_RULE_VARIABLE, coding__risk_variable(risk, rule->model, name));
    take_words(&r, coding__word_text(risk->weave->model, rule->when));
}

static bool is_repeated(const coding__vector *rules, size_t index)
{
    const coding__risk_rule *all = rules->items;
    for (size_t i = 0; i < index; i++) {
        if (all[i].model == all[index].model && all[i].does == all[index].does && all[i].variable == all[index].variable
            && all[i].when == all[index].when)
            return true;
    }
    return false;
}

void coding__write_risk_rules(coding__risk_weave *risk, uint32_t first[CODING__RISK_MODEL_TOTAL],
                              uint32_t count[CODING__RISK_MODEL_TOTAL])
{
    const coding__vector *rules = &risk->weave->model->risk.rules;
    for (unsigned model = 0; model < CODING__RISK_MODEL_TOTAL; model++) {
        first[model] = coding__writer_count(&risk->weave->writer, CODING__RISK_RULES);
        for (size_t i = 0; i < rules->count; i++) {
            const coding__risk_rule *rule = (const coding__risk_rule *)rules->items + i;
            if (rule->model == model && !is_repeated(rules, i)) write_rule(risk, rule), count[model]++;
        }
    }
}
