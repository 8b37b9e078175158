/* What table claim.pairs says of two diagnoses. Several rules speak by it; each asks for its own rows. */
#ifndef CODING_RULE_PAIRS_H
#define CODING_RULE_PAIRS_H

#include "rule/rule.h"

/* Speaks by every row of a rule that applies to the claim. */
void coding__judge_pairs(coding__view *view, coding_claim_rule rule);

/* Is there a diagnosis to be asked about? */
bool coding__has_diagnoses(const coding__view *view);

/* The sentence of such a finding. */
void coding__tell_pair(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase);

/* A finding whose detail has this bit is of a row of claim.pairs. */
enum { CODING__PAIR_DETAIL = 0x100 };

#endif
