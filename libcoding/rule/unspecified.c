/* A code without its side where the stay must know it.
 *
 * Reads   the code editor's list of unspecified codes that count as complications, in force since 2022-04-01.
 * Asks    every diagnosis of a stay in its order.
 * Speaks  a denial; a billing note that the side could not be determined overrides it, and no claim here holds one. */
#include "rule/editor.h"

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        if (!(listed->mce & CODING__MCE_UNSPECIFIED) || !coding__is_ordered(listed)) continue;
        coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_UNSPECIFIED,
                                                              CODING_CLAIM_PART_DIAGNOSIS, listed);
        finding.severity = CODING_DENIAL;
        finding.cure = CODING_CLAIM_CURE_CODE;
        coding__speak(view, finding);
    }
}

static bool concerns(const coding__view *view) { return coding__first_listed(view) != NULL; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk, (void)finding;
    coding__say(phrase, "unspecified where a code says more, such as the side; or a billing note says that it could "
                        "not be determined");
}

const coding__rule coding__unspecified_rule = {
    .rule = CODING_CLAIM_RULE_UNSPECIFIED,
    .kinds = 1u << CODING_CLAIM_INPATIENT,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
