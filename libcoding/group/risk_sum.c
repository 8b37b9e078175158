/* The sum of coefficients. An interaction counts only if its segment has a coefficient for it. */
#include "group/risk.h"

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

bool coding__risk_has_value(const coding__risk_view *view, uint32_t variable, unsigned slot)
{
    uint32_t record = view->value + variable * CODING__RISK_SLOTS + slot;
    return variable < view->variables
           && coding__u32(view->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_LINE) != 0;
}

int32_t coding__risk_add_named(coding__risk_sum *sum, unsigned slot, coding_risk_kind kind, const char *const parts[5])
{
    char     name[64];
    unsigned length = 0;
    for (int i = 0; i < 5 && parts[i]; i++)
        for (const char *at = parts[i]; *at && length < sizeof name - 1; at++) name[length++] = *at;
    name[length] = 0;
    return coding__risk_add(sum, coding__risk_find(sum->view, coding__risk_hash(name)), slot, kind);
}

static void add_categories(coding__risk_sum *sum, const coding__risk_bits *counting)
{
    const coding__risk_view *view = sum->view;
    for (unsigned place = coding__bits_next(counting, 0); place < view->categories;
         place = coding__bits_next(counting, place + 1)) {
        uint32_t plus = coding__u32(view->book, CODING__RISK_CATEGORIES, view->category + place,
                                    CODING__RISK_CATEGORY_VARIABLE);
        if (plus) coding__risk_add(sum, plus - 1, sum->slot, CODING_TERM_CATEGORY);
    }
}

static bool is_about(const unsigned char *rule, const coding__risk_person *person)
{
    unsigned flags = rule[CODING__RISK_RULE_FLAGS];
    if (!flags) return true;
    if (flags & CODING__RISK_WHEN_DISABLED && !person->disabled) return false;
    if (flags & CODING__RISK_WHEN_NONAGED && person->aged) return false;
    if (flags & CODING__RISK_WHEN_ADULT && !coding__risk_is_adult(person->segment)) return false;
    return !(flags & CODING__RISK_WHEN_CHILD) || !coding__risk_is_adult(person->segment);
}

const unsigned char *coding__risk_rule_for(const coding__risk_view *view, const coding__risk_person *person,
                                           uint32_t rule, coding__risk_does does)
{
    const unsigned char *row = coding__record(view->book, CODING__RISK_RULES, view->rule + rule);
    return row && row[CODING__RISK_RULE_DOES] == does && is_about(row, person) ? row : NULL;
}

/* By how many categories count and how long the person was enrolled, where the rule asks. */
static bool is_met(const unsigned char *rule, const coding__risk_person *person, unsigned count)
{
    unsigned fewest = rule[CODING__RISK_RULE_FEWEST], most = rule[CODING__RISK_RULE_MOST];
    unsigned months = rule[CODING__RISK_RULE_MONTHS];
    if (fewest && (count < fewest || (count > most && most < 255))) return false;
    return !months || months == person->enrolled_months;
}

static bool holds(const unsigned char *rule, const coding__risk_bits *counting, const coding__risk_person *person,
                  unsigned count)
{
    unsigned sets = rule[CODING__RISK_RULE_COUNT];
    if (!is_met(rule, person, count)) return false;
    for (unsigned i = 0; i < sets && i < CODING__RISK_RULE_SETS_MOST; i++) {
        coding__risk_bits set = coding__bits_of(rule + CODING__RISK_RULE_SETS + (size_t)i * 32);
        if (!coding__bits_meet(counting, &set)) return false;
    }
    return sets || rule[CODING__RISK_RULE_FEWEST];
}

static void add_rules(coding__risk_sum *sum, const coding__risk_bits *counting, const coding__risk_person *person,
                      unsigned count)
{
    const coding__risk_view *view = sum->view;
    for (uint32_t i = 0; i < view->rules; i++) {
        const unsigned char *rule = coding__record(view->book, CODING__RISK_RULES, view->rule + i);
        if (!rule || rule[CODING__RISK_RULE_DOES] != CODING__RISK_ADDS || !is_about(rule, person)
            || !holds(rule, counting, person, count))
            continue;
        uint32_t plus = coding__load32(rule + CODING__RISK_RULE_VARIABLE);
        if (plus) coding__risk_add(sum, plus - 1, sum->slot, CODING_TERM_INTERACTION);
    }
}

static void add_count(coding__risk_sum *sum, unsigned count)
{
    static const char *const names[] = {"", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10P"};
    if (!count) return;
    uint32_t variable = coding__risk_find(sum->view, coding__risk_hash(names[count < 10 ? count : 10]));
    coding__risk_add(sum, variable, sum->slot, CODING_TERM_COUNT);
}

uint32_t coding__risk_add_up(coding__risk_sum *sum, const coding__risk_person *person,
                             const coding__risk_bits *counting, unsigned *count)
{
    coding__risk_bits alone = *counting;
    uint32_t          divisor = coding__risk_add_person(sum, person);
    bool              exchange = coding__risk_is_exchange(sum->view->model);
    *count = coding__bits_count(counting);
    if (person->segment == CODING_SEGMENT_TRANSPLANT) return divisor;
    if (exchange) *count = coding__risk_group(sum, person, &alone);
    add_categories(sum, &alone);
    if (exchange) coding__risk_add_infant(sum, person, counting);
    add_rules(sum, counting, person, *count);
    if (!exchange) add_count(sum, *count);
    return divisor;
}
