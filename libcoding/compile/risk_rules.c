/* Rules of a model as they are written in their table:
 *
 *     adds   DISABLED_CANCER_V28   disabled & 17-23              a coefficient, where all of it holds
 *     drops  -                     223 without 221 222 224-226   categories, where none of the others is there
 *     groups G01                   adult & 19 20 21              one coefficient in place of theirs
 *     adds   SEVERE_HCC_COUNT6_7   2-4 41 & count=6-7            by how many categories count: 6-7, 8+
 *     adds   HCC_ED3               count=1+ & months=3           by months of enrolment
 *
 * Numbers and ranges of numbers make a set, of which one category is enough; 35_1 and RXC_06 are such numbers too. */
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

/* "count=4", "count=6-7", "count=8+". */
static void take_count(reading *r, const char *word)
{
    char         *rest;
    unsigned long fewest = strtoul(word, &rest, 10);
    unsigned long most = *rest == '+' ? 255 : *rest == '-' ? strtoul(rest + 1, NULL, 10) : fewest;
    r->at[CODING__RISK_RULE_FEWEST] = (unsigned char)(fewest < 255 ? fewest : 255);
    r->at[CODING__RISK_RULE_MOST] = (unsigned char)(most < 255 ? most : 255);
}

static bool is(const char *word, size_t length, const char *name)
{
    return length == strlen(name) && !memcmp(word, name, length);
}

/* Whom a rule is about; 0 where the word says nothing of it. */
static unsigned flag_of(const char *word, size_t length)
{
    if (is(word, length, "disabled")) return CODING__RISK_WHEN_DISABLED;
    if (is(word, length, "nonaged")) return CODING__RISK_WHEN_NONAGED;
    if (is(word, length, "adult")) return CODING__RISK_WHEN_ADULT;
    return is(word, length, "child") ? CODING__RISK_WHEN_CHILD : 0;
}

static void take_numbers(reading *r, const char *word, size_t length)
{
    const char *dash = memchr(word, '-', length);
    size_t      first_length = dash ? (size_t)(dash - word) : length;
    unsigned    first = coding__risk_category_number(word, first_length);
    unsigned    last = dash ? coding__risk_category_number(dash + 1, length - first_length - 1) : first;
    if (first) add_range(r, first, last);
}

static void take_word(reading *r, const char *word, size_t length)
{
    unsigned flag = flag_of(word, length);
    if (*word == '&' || is(word, length, "without")) r->open = false;
    else if (length > 6 && !memcmp(word, "count=", 6)) take_count(r, word + 6);
    else if (length > 7 && !memcmp(word, "months=", 7))
        r->at[CODING__RISK_RULE_MONTHS] = (unsigned char)strtoul(word + 7, NULL, 10);
    else if (flag) r->at[CODING__RISK_RULE_FLAGS] = (unsigned char)(r->at[CODING__RISK_RULE_FLAGS] | flag);
    else take_numbers(r, word, length);
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
    coding__store32(at + CODING__RISK_RULE_NAME, coding__writer_text(writer, rule->variable));
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

static void write_rules(coding__risk_weave *risk, unsigned model, bool drops, uint32_t *count)
{
    const coding__vector *rules = &risk->weave->model->risk.rules;
    for (size_t i = 0; i < rules->count; i++) {
        const coding__risk_rule *rule = (const coding__risk_rule *)rules->items + i;
        if (rule->model != model || (rule->does == CODING__RISK_DROPS) != drops || is_repeated(rules, i)) continue;
        write_rule(risk, rule);
        ++*count;
    }
}

void coding__write_risk_rules(coding__risk_weave *risk, uint32_t first[CODING__RISK_MODEL_TOTAL],
                              uint32_t count[CODING__RISK_MODEL_TOTAL])
{
    for (unsigned model = 0; model < CODING__RISK_MODEL_TOTAL; model++) {
        first[model] = coding__writer_count(&risk->weave->writer, CODING__RISK_RULES);
        write_rules(risk, model, true, &count[model]);
        write_rules(risk, model, false, &count[model]);
    }
}
