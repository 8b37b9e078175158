/* The sum of coefficients. An interaction counts only if its segment has a coefficient for it. */
#include "group/risk.h"

int32_t coding__risk_value_of(const coding__risk_view *view, uint32_t variable, unsigned slot)
{
    uint32_t record = view->value + variable * CODING__RISK_SLOTS + slot;
    return variable < view->variables
               ? (int32_t)coding__u32(view->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_VALUE)
               : 0;
}

int32_t coding__risk_add(coding__risk_sum *sum, uint32_t variable, unsigned slot, coding_risk_kind kind)
{
    const coding__risk_view *view = sum->view;
    uint32_t                 record = view->value + variable * CODING__RISK_SLOTS + slot;
    if (variable >= view->variables) return 0;
    uint32_t line = coding__u32(view->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_LINE);
    int32_t  value = (int32_t)coding__u32(view->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_VALUE);
    if (!line) return 0;
    sum->total += value;
    if (sum->terms && sum->count < sum->room) {
        coding_risk_term *term = &sum->terms[sum->count++];
        term->kind = kind;
        term->coefficient = value;
        term->variable = coding__text_of(view->book, CODING__RISK_VARIABLES, view->variable + variable,
                                         CODING__RISK_VARIABLE_NAME);
        term->source = sum->source;
        term->source.line = line;
    }
    return value;
}

void coding__risk_add_categories(coding__risk_sum *sum, const coding__risk_bits *counting)
{
    const coding__risk_view *view = sum->view;
    for (unsigned place = coding__bits_next(counting, 0); place < view->categories;
         place = coding__bits_next(counting, place + 1)) {
        uint32_t plus = coding__u32(view->book, CODING__RISK_CATEGORIES, view->category + place,
                                    CODING__RISK_CATEGORY_VARIABLE);
        if (plus) coding__risk_add(sum, plus - 1, sum->slot, CODING_TERM_CATEGORY);
    }
}

static bool holds(const unsigned char *rule, const coding__risk_bits *counting, const coding__risk_person *person)
{
    unsigned flags = rule[CODING__RISK_RULE_FLAGS], sets = rule[CODING__RISK_RULE_COUNT];
    if (flags & CODING__RISK_WHEN_DISABLED && !person->disabled) return false;
    if (flags & CODING__RISK_WHEN_NONAGED && person->aged) return false;
    for (unsigned i = 0; i < sets && i < CODING__RISK_RULE_SETS_MOST; i++) {
        coding__risk_bits set = coding__bits_of(rule + CODING__RISK_RULE_SETS + (size_t)i * 32);
        if (!coding__bits_meet(counting, &set)) return false;
    }
    return sets != 0;
}

void coding__risk_add_rules(coding__risk_sum *sum, const coding__risk_bits *counting, const coding__risk_person *person)
{
    const coding__risk_view *view = sum->view;
    for (uint32_t i = view->rule; i < view->rule + view->rules; i++) {
        const unsigned char *rule = coding__record(view->book, CODING__RISK_RULES, i);
        if (!rule || rule[CODING__RISK_RULE_DOES] != CODING__RISK_ADDS || !holds(rule, counting, person)) continue;
        uint32_t plus = coding__load32(rule + CODING__RISK_RULE_VARIABLE);
        if (plus) coding__risk_add(sum, plus - 1, sum->slot, CODING_TERM_INTERACTION);
    }
}

void coding__risk_add_count(coding__risk_sum *sum, unsigned count)
{
    static const char *const names[] = {"", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10P"};
    if (!count) return;
    uint32_t variable = coding__risk_find(sum->view, coding__risk_hash(names[count < 10 ? count : 10]));
    coding__risk_add(sum, variable, sum->slot, CODING_TERM_COUNT);
}
