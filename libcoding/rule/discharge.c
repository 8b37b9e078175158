/* Patient discharge status.
 *
 * Reads   the code editor's discharge statuses.
 * Asks    the status of a stay, on its last day. One that is no code of two digits is told by the rule of form.
 * Speaks  a denial where there is none, and where it is not in force. */
#include "rule/rule.h"

#include <stdlib.h>

enum { MISSING, NOT_IN_FORCE };

static uint32_t status_of(const coding__view *view)
{
    char text[CODING_CODE_TEXT];
    return (uint32_t)strtoul(coding_code_format(view->claim->discharge, text), NULL, 10);
}

/* The record of the status on the day; where it is not in force, the last one that was. */
static uint32_t find(const coding_book *book, uint32_t status, coding_date on, bool *in_force)
{
    uint32_t found = CODING__NONE;
    for (uint32_t i = 0; i < coding__count(book, CODING__MCE_DISCHARGES); i++) {
        if (coding__u32(book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_STATUS) != status) continue;
        found = i;
        *in_force = coding__u32(book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_FIRST) <= on
                    && on <= coding__u32(book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_UNTIL);
        if (*in_force) return found;
    }
    return found;
}

static void speak(coding__view *view, uint32_t detail, uint32_t record)
{
    coding_claim_finding finding = {.rule = CODING_CLAIM_RULE_DISCHARGE, .severity = CODING_DENIAL,
                                    .cure = CODING_CLAIM_CURE_FIELD, .on = view->last, .detail = detail,
                                    .code = view->claim->discharge};
    if (record != CODING__NONE) {
        finding.day = coding__u32(view->book, CODING__MCE_DISCHARGES, record, CODING__MCE_DISCHARGE_UNTIL);
        finding.source = coding__source(
            view->book, coding__u32(view->book, CODING__MCE_DISCHARGES, record, CODING__MCE_DISCHARGE_ORIGIN),
            coding__u32(view->book, CODING__MCE_DISCHARGES, record, CODING__MCE_DISCHARGE_LINE));
    }
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    bool in_force = false;
    if (!*view->claim->whole.discharge) speak(view, MISSING, CODING__NONE);
    if (!view->claim->discharge) return;
    uint32_t record = find(view->book, status_of(view), view->last, &in_force);
    if (!in_force) speak(view, NOT_IN_FORCE, record);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char text[CODING_CODE_TEXT], on[16];
    (void)desk;
    if (finding->detail == MISSING) coding__say(phrase, "a stay has a patient discharge status");
    else
        coding__say(phrase, "patient discharge status %s is not in force on %s",
                    coding_code_format(finding->code, text), coding__date_text(finding->on, on));
    if (finding->detail == NOT_IN_FORCE && finding->day)
        coding__say(phrase, "; it was until %s", coding__date_text(finding->day, on));
}

const coding__rule coding__discharge_rule = {
    .rule = CODING_CLAIM_RULE_DISCHARGE,
    .kinds = 1u << CODING_CLAIM_INPATIENT,
    .tables = {CODING__TABLE_MCE},
    .judge = judge,
    .tell = tell,
};
