/* Codes that are only ever first.
 *
 * Reads   table claim.pairs, rows of this rule.
 * Asks    every listed diagnosis, against the others and their order.
 * Speaks  with the row's severity and words. */
#include "rule/pairs.h"

static void judge(coding__view *view) { coding__judge_pairs(view, CODING_CLAIM_RULE_FIRST_ONLY); }

const coding__rule coding__first_only_rule = {
    .rule = CODING_CLAIM_RULE_FIRST_ONLY,
    .tables = {CODING__TABLE_PAIRS},
    .concerns = coding__has_diagnoses,
    .judge = judge,
    .tell = coding__tell_pair,
};
