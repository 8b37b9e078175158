/* Risk adjustment from the inside: a view of the tables that one question needs, a person as the models see one, and a
 * sum that keeps its terms where somebody wants them.
 *
 *     risk.c           the question: tables, diagnoses, sum, payment, answer
 *     risk_tables.c    the view
 *     risk_map.c       diagnoses to categories: edits, rules, hierarchies
 *     risk_filter.c    encounters that count
 *     risk_person.c    segment, and what age, sex and circumstances add
 *     risk_exchange.c  the same of the exchanges, and groups of categories
 *     risk_sum.c       terms
 *     risk_answer.c    categories with what they rest on, gaps
 *     risk_many.c      members in columns
 *     risk_explain.c   the trace in words */
#ifndef CODING_GROUP_RISK_H
#define CODING_GROUP_RISK_H

#include <coding/risk.h>

#include "book/book.h"
#include "entry/desk.h"
#include "group/risk_names.h"

/* Categories of a model, by place. */
typedef struct coding__risk_bits {
    uint64_t words[4];
} coding__risk_bits;

static inline void coding__bits_add(coding__risk_bits *bits, unsigned place)
{
    bits->words[place / 64] |= (uint64_t)1 << place % 64;
}
static inline bool coding__bits_has(const coding__risk_bits *bits, unsigned place)
{
    return bits->words[place / 64] >> place % 64 & 1;
}
static inline bool coding__bits_any(const coding__risk_bits *bits)
{
    return (bits->words[0] | bits->words[1] | bits->words[2] | bits->words[3]) != 0;
}
/* Few are set: they are counted one by one. */
static inline unsigned coding__bits_count(const coding__risk_bits *bits)
{
    unsigned count = 0;
    for (int i = 0; i < 4; i++)
        for (uint64_t left = bits->words[i]; left; left &= left - 1) count++;
    return count;
}
/* A set of the book; empty where it is not there. */
static inline coding__risk_bits coding__bits_of(const unsigned char *set)
{
    coding__risk_bits bits = {{0}};
    for (int i = 0; set && i < 4; i++) bits.words[i] = coding__load64(set + i * 8);
    return bits;
}
static inline bool coding__bits_meet(const coding__risk_bits *a, const coding__risk_bits *b)
{
    uint64_t met = 0;
    for (int i = 0; i < 4; i++) met |= a->words[i] & b->words[i];
    return met != 0;
}
static inline void coding__bits_remove(coding__risk_bits *from, const coding__risk_bits *what)
{
    for (int i = 0; i < 4; i++) from->words[i] &= ~what->words[i];
}
/* The next place from `place` on, or CODING__RISK_CATEGORIES_MOST. */
static inline unsigned coding__bits_next(const coding__risk_bits *bits, unsigned place)
{
    for (unsigned word = place / 64; word < 4; word++) {
        uint64_t left = bits->words[word] & (word == place / 64 ? ~(uint64_t)0 << place % 64 : ~(uint64_t)0);
        if (left) return word * 64 + (unsigned)__builtin_ctzll(left);
    }
    return CODING__RISK_CATEGORIES_MOST;
}

typedef struct coding__risk_view {
    const coding_book *book;
    coding_risk_model  model;
    coding_risk_plan   plan;
    uint32_t           year;
    bool               mce; /* ages of the code editor are asked */
    uint32_t           variable, variables, category, categories, rule, rules; /* of the model */
    uint32_t           value;  /* of the set */
    uint32_t           origin; /* of the set */
} coding__risk_view;

/* False where the book lacks a table that the question needs. */
bool coding__risk_view_open(coding__risk_view *view, const coding_book *book, coding_risk_model model,
                            coding_risk_plan plan, uint32_t year);

/* The variable of that hash among the model's; UINT32_MAX where there is none. */
uint32_t coding__risk_find(const coding__risk_view *view, uint32_t hash);

/* A person as the models see one. */
typedef struct coding__risk_person {
    coding_risk_segment segment;
    uint32_t            age, months;
    uint8_t             entitlement;
    coding_esrd         esrd;
    bool female, aged, disabled, originally_disabled, medicaid, full_dual, partial_dual;
    bool new_enrollee, institutional, special_needs, low_income;
    uint8_t enrolled_months, cost_sharing; /* of the exchanges */
} coding__risk_person;

coding__risk_person coding__risk_person_of(const coding_member *member, coding_risk_model model, uint32_t year);

/* The same of the exchanges: from 21 years on adults, before 2 years infants. */
coding_risk_segment coding__risk_exchange_segment(const coding_member *member, uint32_t age);
uint8_t             coding__risk_months(const coding_member *member);
bool                coding__risk_is_adult(coding_risk_segment segment);
bool                coding__risk_is_infant(coding_risk_segment segment);

/* The sum. `terms` NULL: nobody wants them. */
typedef struct coding__risk_sum {
    const coding__risk_view *view;
    unsigned                 slot; /* of the segment */
    int64_t                  total;
    coding_risk_term        *terms;
    size_t                   count, room;
    coding_source            source; /* of the coefficients, without a line */
} coding__risk_sum;

/* Adds a variable of the model, if its table has a coefficient in that column; answers it. */
int32_t coding__risk_add(coding__risk_sum *sum, uint32_t variable, unsigned slot, coding_risk_kind kind);

/* The coefficient alone; 0 where there is none. */
static inline int32_t coding__risk_value_of(const coding__risk_view *view, uint32_t variable, unsigned slot)
{
    uint32_t record = view->value + variable * CODING__RISK_SLOTS + slot;
    if (variable >= view->variables) return 0;
    return (int32_t)coding__u32(view->book, CODING__RISK_VALUES, record, CODING__RISK_VALUE_VALUE);
}

/* Adds what age, sex and circumstances are worth; answers by what the sum is to be divided, 0 for nothing. */
uint32_t coding__risk_add_person(coding__risk_sum *sum, const coding__risk_person *person);

/* Adds the variable of the name that up to five parts make, which a NULL ends. */
int32_t coding__risk_add_named(coding__risk_sum *sum, unsigned slot, coding_risk_kind kind,
                               const char *const parts[5]);

/* Adds what the person, the categories, what they are worth together and their number are worth. `count`: that number.
 * Answers as coding__risk_add_person does. */
uint32_t coding__risk_add_up(coding__risk_sum *sum, const coding__risk_person *person,
                             const coding__risk_bits *counting, unsigned *count);

/* A rule of the model; NULL where it does something else, or holds for others than the person. */
const unsigned char *coding__risk_rule_for(const coding__risk_view *view, const coding__risk_person *person,
                                           uint32_t rule, coding__risk_does does);

/* Groups: takes out of `alone` the categories that a group stands for, and adds its coefficient. Answers how many
 * categories and groups count. */
unsigned coding__risk_group(coding__risk_sum *sum, const coding__risk_person *person, coding__risk_bits *alone);

/* The group that stands for a category of that person; NULL where none does. */
const char *coding__risk_group_of(const coding__risk_view *view, const coding__risk_person *person, unsigned place);

/* Adds what a cell of age and sex, and of an infant maturity and severity, are worth on the exchanges. */
void coding__risk_add_exchange(coding__risk_sum *sum, const coding__risk_person *person);
void coding__risk_add_infant(coding__risk_sum *sum, const coding__risk_person *person,
                             const coding__risk_bits *counting);

/* Has the set of coefficients a line for it in that column? */
bool coding__risk_has_value(const coding__risk_view *view, uint32_t variable, unsigned slot);

/* Categories of one diagnosis or treatment; `edited` where age or sex took one away. */
coding__risk_bits coding__risk_map(const coding__risk_view *view, const coding__risk_person *person, coding_code code,
                                   bool *edited);

/* Takes away what the model's rules and then its hierarchies take. `dropped` (may be NULL): what rules took. */
void coding__risk_settle(const coding__risk_view *view, coding__risk_bits *bits, coding__risk_bits *dropped);

/* Does the encounter count in that payment year? */
bool coding__risk_encounter_counts(const coding_book *book, const coding_encounter *encounter, uint32_t year);

/* Are there services of that payment year in the book? */
bool coding__risk_has_services(const coding_book *book, uint32_t year);

/* From raw to payment, by the book's factors and the options. */
void coding__risk_pay(const coding__risk_view *view, const coding__risk_person *person,
                      const coding_risk_options *options, coding_risk_score *score);

/* A diagnosis that reaches a category. */
typedef struct coding__risk_support {
    uint32_t diagnosis;
    uint32_t place;
} coding__risk_support;

/* Fills in the answer's lists. False where there is no memory. */
bool coding__risk_answer(coding_desk *desk, const coding__risk_view *view, const coding__risk_person *person,
                         const coding_member *member, const coding__risk_bits *reached,
                         const coding__risk_bits *dropped, const coding__risk_bits *counting,
                         const coding__risk_support *supports, size_t support_count, coding_risk_score *score);

/* `value` times `by` over `over`, rounded half away from 0. */
static inline int64_t coding__risk_scaled(int64_t value, int64_t by, int64_t over)
{
    int64_t number = value * by * 2, half = number < 0 ? -over : over;
    return over ? (number + half) / (2 * over) : value;
}

#endif
