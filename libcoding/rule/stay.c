/* A procedure that needs a longer stay.
 *
 * Reads   the code editor's list of such procedures: ventilation of more than 96 hours, which four days hold.
 * Asks    the days from admission to discharge.
 * Speaks  a denial where they are fewer than four. */
#include "rule/days.h"
#include "rule/editor.h"

enum { DAYS_LEAST = 4 };

static void judge(coding__view *view)
{
    uint32_t days = coding__days_between(view->on, view->last);
    for (size_t i = 0; i < view->procedure_count; i++) {
        if (days >= DAYS_LEAST || !(view->procedures[i].mce & CODING__MCE_LONG_STAY)) continue;
        coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_STAY, CODING_CLAIM_PART_PROCEDURE,
                                                              &view->procedures[i]);
        finding.severity = CODING_DENIAL;
        finding.cure = CODING_CLAIM_CURE_CODE;
        finding.found = days;
        finding.limit = DAYS_LEAST;
        coding__speak(view, finding);
    }
}

static bool concerns(const coding__view *view) { return view->procedure_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    coding__say(phrase, "takes a stay of at least %.0f days, and this one has %.0f", finding->limit, finding->found);
}

const coding__rule coding__stay_rule = {
    .rule = CODING_CLAIM_RULE_STAY,
    .kinds = 1u << CODING_CLAIM_INPATIENT,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
