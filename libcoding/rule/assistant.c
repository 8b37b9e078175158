/* Assistant at surgery: modifiers 80, 81, 82 and AS against the assistant indicator.
 *
 * Reads   fees: 0 paid with documents, 1 never paid, 2 paid, 9 no concept.
 * Asks    lines with one of the modifiers.
 * Speaks  a denial where it is 1 or 9, a warning that documents are needed where it is 0. */
#include "rule/fee.h"

static const char assistants[] = "80 81 82 AS";

enum { NEVER, WITH_RECORD };

static void judge_line(coding__view *view, const coding__billed *line)
{
    coding_code modifier = coding__one_of_modifiers(line, assistants);
    unsigned    indicator = coding__fee_says(view, line, CODING__FEE_ASSISTANT);
    if (!modifier || indicator == 2 || indicator == CODING__FEE_NOBODY_SAYS) return;
    coding_claim_finding finding = coding__fee_finding(view, line, CODING__FEE_ASSISTANT);
    finding.rule = CODING_CLAIM_RULE_ASSISTANT;
    finding.severity = indicator ? CODING_DENIAL : CODING_WARNING;
    finding.cure = indicator ? CODING_CLAIM_CURE_REMOVE : CODING_CLAIM_CURE_RECORD;
    finding.detail = indicator ? NEVER : WITH_RECORD;
    finding.modifier = modifier;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, &view->lines[i]);
}

static bool concerns(const coding__view *view) { return coding__any_modifier(view, assistants); }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    if (finding->detail == NEVER) coding__say(phrase, "no assistant at surgery is paid for this service");
    else coding__say(phrase, "an assistant at surgery is paid only where the record shows the need");
    coding__say(phrase, " (assistant indicator %u)", (unsigned)finding->indicator);
}

const coding__rule coding__assistant_rule = {
    .rule = CODING_CLAIM_RULE_ASSISTANT,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_FEES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
