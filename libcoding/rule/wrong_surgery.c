/* Wrong procedure, site or patient was reported.
 *
 * Reads   the code editor's list of such events (Y65.51 to Y65.53).
 * Asks    every diagnosis and external cause.
 * Speaks  a denial on a stay; a warning on other claims, whose lines tell the event by modifier PA, PB or PC. */
#include "rule/editor.h"

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        if (!(listed->mce & CODING__MCE_WRONG_SURGERY)) continue;
        coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_WRONG_SURGERY,
                                                              CODING_CLAIM_PART_DIAGNOSIS, listed);
        finding.severity = coding__editor_severity(view);
        finding.cure = CODING_CLAIM_CURE_RECORD;
        coding__speak(view, finding);
    }
}

static bool concerns(const coding__view *view) { return view->diagnosis_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk, (void)finding;
    coding__say(phrase, "a wrong procedure, or one on a wrong site or patient, is not covered");
}

const coding__rule coding__wrong_surgery_rule = {
    .rule = CODING_CLAIM_RULE_WRONG_SURGERY,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
