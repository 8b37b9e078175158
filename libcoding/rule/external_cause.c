/* External causes are never first.
 *
 * Reads   table claim.pairs, rows of this rule: V00 to Y99.
 * Asks    every listed diagnosis.
 * Speaks  a denial of one that is first, whoever pays. */
#include "rule/pairs.h"

static void judge(coding__view *view) { coding__judge_pairs(view, CODING_CLAIM_RULE_EXTERNAL_CAUSE); }

const coding__rule coding__external_cause_rule = {
    .rule = CODING_CLAIM_RULE_EXTERNAL_CAUSE,
    .tables = {CODING__TABLE_PAIRS},
    .concerns = coding__has_diagnoses,
    .judge = judge,
    .tell = coding__tell_pair,
};
