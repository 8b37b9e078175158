/* No acceptable principal or first-listed diagnosis.
 *
 * Reads   the code editor's lists of unacceptable principal diagnoses, of those that need a second one, and of external
 *         causes; table claim.pairs, rows of this rule, for what is never first outside of hospitals either.
 * Asks    the principal diagnosis of a stay by the lists, on its last day; the first-listed one of every claim by the
 *         rows.
 * Speaks  denials by the lists, and with the row's severity and words. */
#include "rule/editor.h"
#include "rule/pairs.h"

enum { UNACCEPTABLE, EXTERNAL, ALONE };

static bool is_inpatient(const coding__view *view) { return view->kind == CODING_CLAIM_INPATIENT; }

static bool has_second(const coding__view *view, const coding__listed *first)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (&view->diagnoses[i] != first && coding__is_ordered(&view->diagnoses[i])) return true;
    return false;
}

static void speak(coding__view *view, const coding__listed *first, uint32_t detail, coding_claim_cure cure)
{
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_PRINCIPAL,
                                                          CODING_CLAIM_PART_DIAGNOSIS, first);
    finding.severity = CODING_DENIAL;
    finding.cure = cure;
    finding.detail = detail;
    coding__speak(view, finding);
}

/* What needs a second diagnosis is on both lists, and acceptable once it has one. */
static void judge_by_lists(coding__view *view, const coding__listed *first)
{
    bool              second = has_second(view, first);
    coding_claim_cure cure = second ? CODING_CLAIM_CURE_ORDER : CODING_CLAIM_CURE_CODE;
    if (first->mce & CODING__MCE_EXTERNAL_CAUSE) speak(view, first, EXTERNAL, cure);
    else if (first->mce & CODING__MCE_NEEDS_SECONDARY) {
        if (!second) speak(view, first, ALONE, CODING_CLAIM_CURE_ADD);
    } else if (first->mce & CODING__MCE_UNACCEPTABLE) speak(view, first, UNACCEPTABLE, cure);
}

static void judge(coding__view *view)
{
    const coding__listed *first = coding__first_listed(view);
    if (first && is_inpatient(view)) judge_by_lists(view, first);
    coding__judge_pairs(view, CODING_CLAIM_RULE_PRINCIPAL);
}

static bool needs(const coding__view *view, coding__claim_table table)
{
    return table != CODING__TABLE_MCE || is_inpatient(view);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    if (finding->detail & CODING__PAIR_DETAIL) coding__tell_pair(desk, finding, phrase);
    else if (finding->detail == EXTERNAL)
        coding__say(phrase, "an external cause is no principal diagnosis: the condition that it led to is");
    else if (finding->detail == ALONE) coding__say(phrase, "no principal diagnosis alone: it needs a second one");
    else coding__say(phrase, "no acceptable principal diagnosis: a circumstance, and not the reason for a stay");
}

const coding__rule coding__principal_rule = {
    .rule = CODING_CLAIM_RULE_PRINCIPAL,
    .tables = {CODING__TABLE_MCE, CODING__TABLE_PAIRS},
    .needs = needs,
    .concerns = coding__has_diagnoses,
    .judge = judge,
    .tell = tell,
};
