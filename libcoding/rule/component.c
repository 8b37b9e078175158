/* Professional and technical component: 26 and TC against the PC/TC indicator, and the technical part in a facility.
 *
 * Reads   fees: 0 a physician's service, 1 diagnostic with both parts, 2 professional alone, 3 technical alone, 4 both
 *         in one, 5 incident to, 6 a laboratory's interpretation, 7 therapy, 8 interpretation for an inpatient, 9 no
 *         concept.
 * Asks    lines with 26 or TC, and technical services in a hospital.
 * Speaks  a denial of 26 unless the indicator is 1 or 6, of TC unless it is 1, and of a technical part (TC, or
 *         indicator 3) on a practitioner's claim for places 19 and 21 to 24, where the facility bills it. */
#include "rule/fee.h"

enum { NO_PROFESSIONAL, NO_TECHNICAL, IN_ONE, FACILITY_BILLS };

static void speak(coding__view *view, const coding__billed *line, uint32_t detail, coding_claim_cure cure,
                  coding_code modifier)
{
    coding_claim_finding finding = coding__fee_finding(view, line, CODING__FEE_COMPONENT);
    finding.rule = CODING_CLAIM_RULE_COMPONENT;
    finding.severity = CODING_DENIAL;
    finding.cure = cure;
    finding.detail = detail;
    finding.modifier = modifier;
    coding__speak(view, finding);
}

static bool is_in_hospital(const coding__billed *line)
{
    unsigned place = coding__pos_of(line);
    return place == 19 || (place >= 21 && place <= 24);
}

static void judge_line(coding__view *view, const coding__billed *line)
{
    unsigned    indicator = coding__fee_says(view, line, CODING__FEE_COMPONENT);
    coding_code professional = coding__one_of_modifiers(line, "26"), technical = coding__one_of_modifiers(line, "TC");
    if (indicator == CODING__FEE_NOBODY_SAYS) return;
    if ((professional || technical) && indicator == 4)
        speak(view, line, IN_ONE, CODING_CLAIM_CURE_CODE, professional ? professional : technical);
    else if (professional && indicator != 1 && indicator != 6)
        speak(view, line, NO_PROFESSIONAL, CODING_CLAIM_CURE_NO_MODIFIER, professional);
    else if (technical && indicator != 1)
        speak(view, line, NO_TECHNICAL, CODING_CLAIM_CURE_NO_MODIFIER, technical);
    if (is_in_hospital(line) && ((technical && indicator == 1) || indicator == 3))
        speak(view, line, FACILITY_BILLS, CODING_CLAIM_CURE_REMOVE, technical);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, &view->lines[i]);
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (is_in_hospital(&view->lines[i])) return true;
    return coding__any_modifier(view, "26 TC");
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const sentences[] = {
        [NO_PROFESSIONAL] = "it has no professional component apart",
        [NO_TECHNICAL] = "it has no technical component apart",
        [IN_ONE] = "it is both components in one; each has a code of its own",
        [FACILITY_BILLS] = "the technical part, which the facility bills",
    };
    (void)desk;
    if (finding->detail <= FACILITY_BILLS) coding__say(phrase, "%s", sentences[finding->detail]);
    coding__say(phrase, " (PC/TC indicator %u)", (unsigned)finding->indicator);
}

const coding__rule coding__component_rule = {
    .rule = CODING_CLAIM_RULE_COMPONENT,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_FEES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
