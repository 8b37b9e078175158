/* What rules ask of the fee schedule. */
#ifndef CODING_RULE_FEE_H
#define CODING_RULE_FEE_H

#include "rule/rule.h"

enum { CODING__FEE_NOBODY_SAYS = 255 };

/* An indicator of a line's service on its day; CODING__FEE_NOBODY_SAYS where the table has none. */
static inline unsigned coding__fee_says(const coding__view *view, const coding__billed *line, unsigned field)
{
    return line->fee == CODING__NONE ? CODING__FEE_NOBODY_SAYS : coding__u8(view->book, CODING__FEES, line->fee, field);
}

/* A finding about a line by its row of the fee schedule: place, code, source and the indicator. */
coding_claim_finding coding__fee_finding(const coding__view *view, const coding__billed *line, unsigned field);

/* Is there any line? */
bool coding__fee_concerns(const coding__view *view);

/* Does any line have one of these modifiers ("80 81 82 AS")? */
bool coding__any_modifier(const coding__view *view, const char *modifiers);

/* The first of these modifiers that the line has; 0: none. */
coding_code coding__one_of_modifiers(const coding__billed *line, const char *modifiers);

#endif
