/* A reason that rarely needs a stay.
 *
 * Reads   the code editor's list of questionable admissions.
 * Asks    the principal diagnosis of a stay.
 * Speaks  a warning: whether the stay was needed is for the record to say. */
#include "rule/editor.h"

static bool concerns(const coding__view *view) { return coding__first_listed(view) != NULL; }

static void judge(coding__view *view)
{
    const coding__listed *first = coding__first_listed(view);
    if (!(first->mce & CODING__MCE_QUESTIONABLE)) return;
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_ADMISSION,
                                                          CODING_CLAIM_PART_DIAGNOSIS, first);
    finding.severity = CODING_WARNING;
    finding.cure = CODING_CLAIM_CURE_RECORD;
    coding__speak(view, finding);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk, (void)finding;
    coding__say(phrase, "rarely the reason for a stay: the record says why it was needed");
}

const coding__rule coding__admission_rule = {
    .rule = CODING_CLAIM_RULE_ADMISSION,
    .kinds = 1u << CODING_CLAIM_INPATIENT,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
