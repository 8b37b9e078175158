/* Laying out the tables of risk adjustment: categories and variables of a model are numbered first, and all else names
 * them by number. */
#ifndef CODING_COMPILE_RISK_H
#define CODING_COMPILE_RISK_H

#include "compile/weave.h"
#include "group/risk_names.h"

typedef struct coding__risk_weave {
    coding__weave *weave;
    uint16_t       numbers[CODING__RISK_MODEL_TOTAL][CODING__RISK_CATEGORIES_MOST]; /* of categories, ascending */
    uint32_t       counts[CODING__RISK_MODEL_TOTAL];
    uint32_t       first_variable[CODING__RISK_MODEL_TOTAL], variable_count[CODING__RISK_MODEL_TOTAL];
    uint32_t       years[CODING__RISK_MODEL_TOTAL], origins[CODING__RISK_MODEL_TOTAL];
} coding__risk_weave;

/* The place of a category among its model's; CODING__RISK_CATEGORIES_MOST where the model has none of that number. */
unsigned coding__risk_place(const coding__risk_weave *risk, unsigned model, unsigned number);

/* The variable of that name among its model's, plus 1; 0 where no coefficient names it. */
uint32_t coding__risk_variable(const coding__risk_weave *risk, unsigned model, const char *name);

static inline void coding__risk_set_bit(unsigned char *set, unsigned place)
{
    set[place / 8] = (unsigned char)(set[place / 8] | 1u << place % 8);
}

/* The tables, in this order. */
void coding__write_risk_variables(coding__risk_weave *risk);
void coding__write_risk_values(coding__risk_weave *risk);
void coding__write_risk_categories(coding__risk_weave *risk);
void coding__write_risk_rules(coding__risk_weave *risk, uint32_t first[CODING__RISK_MODEL_TOTAL],
                              uint32_t count[CODING__RISK_MODEL_TOTAL]);
void coding__write_risk_maps(coding__risk_weave *risk);

/* A step of the weaving. */
void coding__write_risk(coding__weave *weave);

#endif
