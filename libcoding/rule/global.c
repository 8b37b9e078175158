/* Global days: a surgeon's payment covers the visits around the surgery.
 *
 * Reads   fees: 000 the day itself, 010 and ten days after, 090 the day before, the day and ninety after.
 * Asks    every visit against every procedure of the same provider on the claim, and modifiers 25 and 57 against the
 *         days of the procedure beside them.
 * Speaks  a denial of a visit inside the global days without 24, 25 or 57; a warning where 57 stands beside a minor
 *         procedure (25 is meant) or 25 beside a major one (57 is meant, unless the visit was unrelated and minor). */
#include "rule/fee.h"

enum { INSIDE, MINOR_NOT_57, MAJOR_NOT_25 };

/* Days from one to another; negative where it is before. At most so many as matter. */
static int days_apart(coding_date from, coding_date to)
{
    int days = 0;
    for (; from < to && days < 100; days++) from = coding_date_after(from);
    for (; to < from && days > -3; days--) to = coding_date_after(to);
    return days;
}

static bool covers(unsigned global, int days)
{
    switch (global) {
    case CODING__GLOBAL_0: return days == 0;
    case CODING__GLOBAL_10: return days >= 0 && days <= 10;
    case CODING__GLOBAL_90: return days >= -1 && days <= 90;
    default: return false;
    }
}

static void speak(coding__view *view, const coding__billed *visit, const coding__billed *surgery,
                  coding_severity severity, uint32_t detail, const char *modifier)
{
    coding_claim_finding finding = coding__fee_finding(view, surgery, CODING__FEE_GLOBAL);
    finding.rule = CODING_CLAIM_RULE_GLOBAL;
    finding.severity = severity;
    finding.cure = CODING_CLAIM_CURE_MODIFIER;
    finding.detail = detail;
    finding.place = coding__at_line(visit);
    finding.partner = coding__at_line(surgery);
    finding.code = visit->code;
    finding.other = surgery->code;
    finding.on = visit->on;
    finding.modifier = coding_parse(CODING_MODIFIER, modifier, 2).code;
    coding__speak(view, finding);
}

static const char *meant(unsigned global, int days)
{
    if (days > 0) return "24";
    return global == CODING__GLOBAL_90 ? "57" : "25";
}

static void judge_pair(coding__view *view, const coding__billed *visit, const coding__billed *surgery)
{
    unsigned global = coding__fee_says(view, surgery, CODING__FEE_GLOBAL);
    int      days = days_apart(surgery->on, visit->on);
    if (!covers(global, days)) return;
    bool decision = coding__has_modifier(visit, "57"), separate = coding__has_modifier(visit, "25");
    if (!decision && !separate && !coding__has_modifier(visit, "24"))
        speak(view, visit, surgery, CODING_DENIAL, INSIDE, meant(global, days));
    else if (decision && global != CODING__GLOBAL_90) speak(view, visit, surgery, CODING_WARNING, MINOR_NOT_57, "25");
    else if (separate && global == CODING__GLOBAL_90 && days <= 0 && !decision)
        speak(view, visit, surgery, CODING_WARNING, MAJOR_NOT_25, "57");
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *visit = &view->lines[i];
        if (!visit->is_visit) continue;
        for (size_t j = 0; j < view->line_count; j++)
            if (i != j && !view->lines[j].is_visit && coding__same_provider(visit, &view->lines[j]))
                judge_pair(view, visit, &view->lines[j]);
    }
}

static bool concerns(const coding__view *view)
{
    bool visit = false, other = false;
    for (size_t i = 0; i < view->line_count; i++) {
        visit |= view->lines[i].is_visit;
        other |= !view->lines[i].is_visit;
    }
    return visit && other;
}

static const char *days_of(uint32_t global)
{
    return global == CODING__GLOBAL_90 ? "90" : global == CODING__GLOBAL_10 ? "10" : "0";
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT], modifier[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->other, other);
    coding_code_format(finding->modifier, modifier);
    switch (finding->detail) {
    case MINOR_NOT_57: coding__say(phrase, "57 is for major surgery; beside %s of line %u", other,
                                   (unsigned)finding->partner.number); break;
    case MAJOR_NOT_25: coding__say(phrase, "25 beside major surgery, %s of line %u; the decision for it", other,
                                   (unsigned)finding->partner.number); break;
    default: coding__say(phrase, "a visit within the global days of %s of line %u; a visit of its own", other,
                         (unsigned)finding->partner.number);
    }
    coding__say(phrase, " takes %s (%s global days)", modifier, days_of(finding->indicator));
}

const coding__rule coding__global_rule = {
    .rule = CODING_CLAIM_RULE_GLOBAL,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_FEES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
