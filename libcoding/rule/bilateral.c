/* Bilateral surgery: modifier 50, and RT with LT, against the bilateral indicator.
 *
 * Reads   fees: bilateral indicator (0 no rule, 1 paid at 150 %, 2 already bilateral, 3 each side in full, 9 no
 *         concept).
 * Asks    lines with 50, RT or LT. 50 on a visit, or beside RT or LT, is told by the rule of modifiers.
 * Speaks  a denial of 50 where the indicator is 0, 2 or 9, or where its units are not one; a warning of one side of a
 *         service that is bilateral by itself; a note that a pair of RT and LT may be one line with 50. */
#include "rule/fee.h"

enum { NO_FIFTY, ALREADY_BOTH, ONE_UNIT, ONE_SIDE, TWO_SIDES };

static void speak(coding__view *view, const coding__billed *line, coding_severity severity, uint32_t detail,
                  coding_claim_cure cure, coding_code modifier)
{
    coding_claim_finding finding = coding__fee_finding(view, line, CODING__FEE_BILATERAL);
    finding.rule = CODING_CLAIM_RULE_BILATERAL;
    finding.severity = severity;
    finding.cure = cure;
    finding.detail = detail;
    finding.modifier = modifier;
    finding.found = line->line->units;
    finding.limit = 1;
    coding__speak(view, finding);
}

static void judge_fifty(coding__view *view, const coding__billed *line, coding_code fifty)
{
    unsigned indicator = coding__fee_says(view, line, CODING__FEE_BILATERAL);
    if (indicator == 2) speak(view, line, CODING_DENIAL, ALREADY_BOTH, CODING_CLAIM_CURE_NO_MODIFIER, fifty);
    else if (indicator != 1 && indicator != 3 && !line->is_visit)
        speak(view, line, CODING_DENIAL, NO_FIFTY, CODING_CLAIM_CURE_NO_MODIFIER, fifty);
    if (line->line->units > 1) speak(view, line, CODING_DENIAL, ONE_UNIT, CODING_CLAIM_CURE_UNITS, fifty);
}

static const coding__billed *other_side(const coding__view *view, const coding__billed *line)
{
    for (const coding__billed *other = view->lines; other < view->lines + view->line_count; other++)
        if (other->code == line->code && other->on == line->on && coding__has_modifier(other, "LT")) return other;
    return NULL;
}

static void judge_line(coding__view *view, const coding__billed *line)
{
    unsigned    indicator = coding__fee_says(view, line, CODING__FEE_BILATERAL);
    coding_code fifty = coding__one_of_modifiers(line, "50"), side = coding__one_of_modifiers(line, "RT LT");
    if (indicator == CODING__FEE_NOBODY_SAYS) return;
    if (fifty) judge_fifty(view, line, fifty);
    else if (side && indicator == 2)
        speak(view, line, CODING_WARNING, ONE_SIDE, CODING_CLAIM_CURE_MODIFIER,
              coding_parse(CODING_MODIFIER, "52", 2).code);
    else if (coding__has_modifier(line, "RT") && indicator == 1 && other_side(view, line))
        speak(view, line, CODING_NOTE, TWO_SIDES, CODING_CLAIM_CURE_MODIFIER,
              coding_parse(CODING_MODIFIER, "50", 2).code);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, &view->lines[i]);
}

static bool concerns(const coding__view *view) { return coding__any_modifier(view, "50 RT LT"); }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    switch (finding->detail) {
    case NO_FIFTY: coding__say(phrase, "modifier 50 on a service without a bilateral rule"); break;
    case ALREADY_BOTH: coding__say(phrase, "modifier 50 on a service that is of both sides by itself"); break;
    case ONE_UNIT:
        coding__say(phrase, "%g units with modifier 50, which means one of each side", finding->found);
        break;
    case ONE_SIDE: coding__say(phrase, "one side of a service that is of both: 52 says it was reduced"); break;
    default: coding__say(phrase, "right and left on two lines; many payers ask for one line with modifier 50");
    }
    coding__say(phrase, " (bilateral indicator %u)", (unsigned)finding->indicator);
}

const coding__rule coding__bilateral_rule = {
    .rule = CODING_CLAIM_RULE_BILATERAL,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_OUTPATIENT,
    .tables = {CODING__TABLE_FEES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
