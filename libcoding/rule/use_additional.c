/* Use additional code: a second code follows.
 *
 * Reads   use additional notes in force; the notes of one holder are a group.
 * Asks    every listed diagnosis that has such notes.
 * Speaks  a warning where a code that is named stands before the diagnosis that it adds to; a note where none of those
 *         named is on the claim: the record says whether one is needed. */
#include "rule/noted.h"

enum { BEFORE, MISSING };

static void judge_group(coding__view *view, const coding__listed *owner, const coding__group *group)
{
    const coding__noted *noted = group->before ? group->naming_before : group->first;
    (void)owner;
    if (group->after || !group->names) return;
    coding_claim_finding finding = coding__note_finding(view, noted, CODING_CLAIM_RULE_USE_ADDITIONAL);
    if (group->before) {
        finding.partner = coding__at_diagnosis(group->before);
        finding.other = group->before->code;
    } else finding.other = group->named;
    finding.severity = group->before ? CODING_WARNING : CODING_NOTE;
    finding.cure = group->before ? CODING_CLAIM_CURE_ORDER : CODING_CLAIM_CURE_RECORD;
    finding.detail = group->before ? BEFORE : MISSING;
    coding__speak(view, finding);
}

static void judge(coding__view *view) { coding__each_group(view, CODING_NOTE_USE_ADDITIONAL, judge_group); }

static bool concerns(const coding__view *view) { return view->diagnosis_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->other, other);
    if (finding->detail == BEFORE)
        coding__say(phrase, "%s, diagnosis %u, adds to it and stands behind", other, (unsigned)finding->partner.number);
    else if (finding->other) coding__say(phrase, "a further code may be needed, such as %s", other);
    else coding__say(phrase, "a further code may be needed");
    coding__say_note(phrase, "Use additional", finding->why);
}

const coding__rule coding__use_additional_rule = {
    .rule = CODING_CLAIM_RULE_USE_ADDITIONAL,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
