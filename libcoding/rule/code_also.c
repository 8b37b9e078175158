/* Code also: two codes may be needed, in either order.
 *
 * Reads   code also notes in force; the notes of one holder are a group.
 * Asks    every listed diagnosis that has such notes.
 * Speaks  a note where none of those named is on the claim. */
#include "rule/noted.h"

static void judge_group(coding__view *view, const coding__listed *owner, const coding__group *group)
{
    (void)owner;
    if (group->before || group->after) return;
    coding_claim_finding finding = coding__note_finding(view, group->first, CODING_CLAIM_RULE_CODE_ALSO);
    finding.severity = CODING_NOTE;
    finding.cure = CODING_CLAIM_CURE_RECORD;
    finding.other = group->named;
    coding__speak(view, finding);
}

static void judge(coding__view *view) { coding__each_group(view, CODING_NOTE_CODE_ALSO, judge_group); }

static bool concerns(const coding__view *view) { return view->diagnosis_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    coding__say(phrase, "a second code may be needed");
    coding__say_note(phrase, "Code also", finding->why);
}

const coding__rule coding__code_also_rule = {
    .rule = CODING_CLAIM_RULE_CODE_ALSO,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
