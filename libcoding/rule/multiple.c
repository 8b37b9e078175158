/* Multiple procedures: which lines will be paid in part.
 *
 * Reads   fees: multiple procedure indicator (2 surgery 100/50 %, 3 endoscopies less their base, 4 imaging, 5 therapy,
 *         6 cardiovascular and 7 ophthalmic technical parts), endoscopic base, imaging family.
 * Asks    services of one day and provider with the same indicator.
 * Speaks  a note on each line of such a group but its first: what is reduced, which is no fault. */
#include "rule/fee.h"

static bool is_reduced(unsigned indicator) { return indicator >= 2 && indicator <= 7; }

static bool shares_reduction(const coding__view *view, const coding__billed *first, const coding__billed *second)
{
    unsigned indicator = coding__fee_says(view, second, CODING__FEE_MULTIPLE);
    unsigned other = coding__fee_says(view, first, CODING__FEE_MULTIPLE);
    bool     surgery = (indicator == 2 || indicator == 3) && (other == 2 || other == 3);
    return is_reduced(indicator) && (indicator == other || surgery) && first->on == second->on
           && coding__same_provider(first, second);
}

static void speak(coding__view *view, const coding__billed *first, const coding__billed *second)
{
    coding_claim_finding finding = coding__fee_finding(view, second, CODING__FEE_MULTIPLE);
    finding.rule = CODING_CLAIM_RULE_MULTIPLE;
    finding.severity = CODING_NOTE;
    finding.partner = coding__at_line(first);
    finding.other = first->code;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    for (size_t j = 1; j < view->line_count && !view->options->no_money; j++)
        for (size_t i = 0; i < j; i++) {
            if (!shares_reduction(view, &view->lines[i], &view->lines[j])) continue;
            speak(view, &view->lines[i], &view->lines[j]);
            break;
        }
}

static bool concerns(const coding__view *view) { return view->line_count > 1; }

static const char *words_of(uint32_t indicator)
{
    switch (indicator) {
    case 2: return "the dearest is paid in full, the others by half";
    case 3: return "endoscopies of one family are paid less their base";
    case 4: return "the second image's technical part is paid by half";
    case 5: return "the practice expense of further therapy is paid by half";
    case 6: return "the second technical part is paid by three quarters";
    default: return "the second technical part is paid by four fifths";
    }
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    coding__say(phrase, "beside %s of line %u %s (multiple procedure indicator %u)",
                coding_code_format(finding->other, other), (unsigned)finding->partner.number,
                words_of(finding->indicator), (unsigned)finding->indicator);
}

const coding__rule coding__multiple_rule = {
    .rule = CODING_CLAIM_RULE_MULTIPLE,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_FEES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
