/* What rules share that speak by the lists of the Medicare Code Editor. */
#ifndef CODING_RULE_EDITOR_H
#define CODING_RULE_EDITOR_H

#include "rule/rule.h"

/* Is it one of the diagnoses in their order, rather than admitting, reason or cause? */
static inline bool coding__is_ordered(const coding__listed *listed) { return listed->role == CODING_ROLE_LISTED; }

/* The principal or first-listed diagnosis; NULL where there is none. */
const coding__listed *coding__first_listed(const coding__view *view);

/* The first of the ordered diagnoses that is on one of the lists; NULL. */
const coding__listed *coding__diagnosis_on_list(const coding__view *view, uint32_t flags);
/* The same of procedures. */
const coding__listed *coding__procedure_on_list(const coding__view *view, uint32_t flags);

/* The editor is the payer's for stays; of other claims its lists ask a person to look. */
static inline coding_severity coding__editor_severity(const coding__view *view)
{
    return view->kind == CODING_CLAIM_INPATIENT ? CODING_DENIAL : CODING_WARNING;
}

/* A finding by the editor's record of a diagnosis or a procedure: place, code, day and source. */
coding_claim_finding coding__editor_finding(const coding__view *view, coding_claim_rule rule,
                                            coding_claim_part part, const coding__listed *listed);

/* Do the lists reach the day? They are asked on the last one: the day of discharge decides. */
bool coding__editor_reaches(const coding__view *view);

/* The record of mce.ages for a list on a day; CODING__NONE. */
uint32_t coding__editor_age(const coding_book *book, uint32_t flag, coding_date on);

#endif
