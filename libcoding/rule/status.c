/* Status in the fee schedule: services that Medicare never pays apart.
 *
 * Reads   fees: status A active, B bundled, C priced by the carrier, E excluded, I another code is used, J anesthesia,
 *         M measurement, N not covered, P bundled or excluded, R restricted, T paid if nothing else is, X by another
 *         schedule.
 * Asks    every line of a professional claim.
 * Speaks  a denial of B, E, I, N and P; a warning of R, and of T beside another service of the day. */
#include <string.h>

#include "rule/fee.h"

static bool stands_alone(const coding__view *view, const coding__billed *line)
{
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *other = &view->lines[i];
        bool paid = coding__fee_says(view, other, CODING__FEE_STATUS) == 'A';
        if (other != line && other->on == line->on && paid && coding__same_provider(other, line)) return false;
    }
    return true;
}

static void judge_line(coding__view *view, const coding__billed *line)
{
    unsigned status = coding__fee_says(view, line, CODING__FEE_STATUS);
    bool     denied = status && strchr("BEINP", (int)status);
    bool     odd = status == 'R' || (status == 'T' && !stands_alone(view, line));
    if (status == CODING__FEE_NOBODY_SAYS || (!denied && !odd)) return;
    coding_claim_finding finding = coding__fee_finding(view, line, CODING__FEE_STATUS);
    finding.rule = CODING_CLAIM_RULE_STATUS;
    finding.severity = denied ? CODING_DENIAL : CODING_WARNING;
    finding.cure = denied ? CODING_CLAIM_CURE_REMOVE : CODING_CLAIM_CURE_RECORD;
    if (status == 'I') finding.cure = CODING_CLAIM_CURE_CODE;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, &view->lines[i]);
}

static const char *words_of(unsigned status)
{
    switch (status) {
    case 'B': return "bundled: always paid as part of other services";
    case 'E': return "excluded from the fee schedule by regulation";
    case 'I': return "not valid for Medicare, which uses another code";
    case 'N': return "not covered by Medicare";
    case 'P': return "bundled or excluded";
    case 'R': return "restricted: the carrier asks for the record";
    default: return "paid only where no other service of the day is";
    }
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    coding__say(phrase, "%s (status %c)", words_of(finding->indicator), (char)finding->indicator);
}

const coding__rule coding__status_rule = {
    .rule = CODING_CLAIM_RULE_STATUS,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_FEES},
    .concerns = coding__fee_concerns,
    .judge = judge,
    .tell = tell,
};
