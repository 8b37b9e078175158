/* Two surgeons (62) and teams (66) against their indicators.
 *
 * Reads   fees: co-surgeon and team indicators, each 0 not paid, 1 with documents, 2 paid, 9 no concept.
 * Asks    lines with 62 or 66.
 * Speaks  a denial where it is 0 or 9, a warning that documents are needed where it is 1. */
#include "rule/fee.h"

enum { NOT_TWO, TWO_WITH_RECORD, NO_TEAM, TEAM_WITH_RECORD };

static void judge_line(coding__view *view, const coding__billed *line)
{
    coding_code modifier = coding__one_of_modifiers(line, "62 66");
    bool        team = coding__has_modifier(line, "66");
    unsigned    field = team ? CODING__FEE_TEAM : CODING__FEE_CO_SURGERY;
    unsigned    indicator = coding__fee_says(view, line, field);
    if (!modifier || indicator == 2 || indicator == CODING__FEE_NOBODY_SAYS) return;
    coding_claim_finding finding = coding__fee_finding(view, line, field);
    finding.rule = CODING_CLAIM_RULE_CO_SURGERY;
    finding.severity = indicator == 1 ? CODING_WARNING : CODING_DENIAL;
    finding.cure = indicator == 1 ? CODING_CLAIM_CURE_RECORD : CODING_CLAIM_CURE_NO_MODIFIER;
    finding.detail = (uint32_t)(team ? NO_TEAM : NOT_TWO) + (indicator == 1);
    finding.modifier = modifier;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, &view->lines[i]);
}

static bool concerns(const coding__view *view) { return coding__any_modifier(view, "62 66"); }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const sentences[] = {
        [NOT_TWO] = "not paid to two surgeons (co-surgeon indicator %u)",
        [TWO_WITH_RECORD] = "paid to two surgeons only where the record shows the need (co-surgeon indicator %u)",
        [NO_TEAM] = "not paid to a team (team indicator %u)",
        [TEAM_WITH_RECORD] = "paid to a team only where the record shows the need (team indicator %u)",
    };
    (void)desk;
    if (finding->detail <= TEAM_WITH_RECORD)
        coding__say(phrase, sentences[finding->detail], (unsigned)finding->indicator);
}

const coding__rule coding__co_surgery_rule = {
    .rule = CODING_CLAIM_RULE_CO_SURGERY,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_FEES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
