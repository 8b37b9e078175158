/* Global days: a surgeon's payment covers the visits around the surgery.
 *
 * Reads   fees: 000 the day itself, 010 and ten days after, 090 the day before, the day and ninety after.
 * Asks    every visit against every procedure of the same provider on the claim, and modifiers 25 and 57 against the
 *         days of the procedure beside them.
 * Speaks  a denial of a visit inside the global days without 24, 25 or 57, of which 24 alone helps after the day; a
 *         warning where 57 stands beside a minor procedure (25 is meant) or 25 beside a major one (57 is meant, unless
 *         the visit was unrelated and minor). Each sentence is said once a visit, of the first procedure. */
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

/* What is wrong between a visit and a procedure, and the modifier that is meant; 0 where nothing is. */
typedef struct fault {
    uint32_t    detail;
    coding_code modifier;
} fault;

static void speak(coding__view *view, const coding__billed *visit, const coding__billed *surgery, fault of)
{
    coding_claim_finding finding = coding__fee_finding(view, surgery, CODING__FEE_GLOBAL);
    finding.rule = CODING_CLAIM_RULE_GLOBAL;
    finding.severity = of.detail == INSIDE ? CODING_DENIAL : CODING_WARNING;
    finding.cure = CODING_CLAIM_CURE_MODIFIER;
    finding.detail = of.detail;
    finding.place = coding__at_line(visit);
    finding.partner = coding__at_line(surgery);
    finding.code = visit->code;
    finding.other = surgery->code;
    finding.on = visit->on;
    finding.modifier = of.modifier;
    coding__speak(view, finding);
}

static fault fault_of(uint32_t detail, const char *meant)
{
    return (fault){detail, coding_parse(CODING_MODIFIER, meant, 2).code};
}

static fault judge_pair(const coding__view *view, const coding__billed *visit, const coding__billed *surgery)
{
    unsigned global = coding__fee_says(view, surgery, CODING__FEE_GLOBAL);
    int      days = days_apart(surgery->on, visit->on);
    bool     major = global == CODING__GLOBAL_90, unrelated = coding__has_modifier(visit, "24");
    bool     decision = coding__has_modifier(visit, "57"), separate = coding__has_modifier(visit, "25");
    if (!covers(global, days)) return (fault){0};
    if (days > 0) return unrelated ? (fault){0} : fault_of(INSIDE, "24");
    if (decision) return major ? (fault){0} : fault_of(MINOR_NOT_57, "25");
    if (separate) return major ? fault_of(MAJOR_NOT_25, "57") : (fault){0};
    return unrelated ? (fault){0} : fault_of(INSIDE, major ? "57" : "25");
}

static void judge_visit(coding__view *view, const coding__billed *visit)
{
    coding_code said[4] = {0}; /* 24, 25, 57 */
    for (size_t i = 0, count = 0; i < view->line_count; i++) {
        const coding__billed *surgery = &view->lines[i];
        if (surgery->is_visit || surgery->again || !coding__same_provider(visit, surgery)) continue;
        fault of = judge_pair(view, visit, surgery);
        if (!of.modifier || of.modifier == said[0] || of.modifier == said[1] || of.modifier == said[2]) continue;
        said[count++] = of.modifier;
        speak(view, visit, surgery, of);
    }
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (view->lines[i].is_visit) judge_visit(view, &view->lines[i]);
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
    case MINOR_NOT_57: coding__say(phrase, "57 is for major surgery; a visit beside %s of line %u", other,
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
