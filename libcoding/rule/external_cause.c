/* External causes are never first.
 *
 * Reads   table claim.pairs, rows of this rule: V00 to Y99.
 * Asks    every listed diagnosis. On a stay whose first one is on the code editor's list, the rule of principal
 *         diagnoses tells.
 * Speaks  a denial of one that is first, whoever pays. */
#include "rule/editor.h"
#include "rule/pairs.h"

static bool editor_tells(const coding__view *view)
{
    const coding__listed *first = coding__first_listed(view);
    return view->kind == CODING_CLAIM_INPATIENT && first && first->mce & CODING__MCE_EXTERNAL_CAUSE;
}

static void judge(coding__view *view)
{
    if (!editor_tells(view)) coding__judge_pairs(view, CODING_CLAIM_RULE_EXTERNAL_CAUSE);
}

const coding__rule coding__external_cause_rule = {
    .rule = CODING_CLAIM_RULE_EXTERNAL_CAUSE,
    .tables = {CODING__TABLE_PAIRS},
    .concerns = coding__has_diagnoses,
    .judge = judge,
    .tell = coding__tell_pair,
};
