/* Code first: the underlying condition stands before.
 *
 * Reads   code first notes in force; the notes of one holder are alternatives.
 * Asks    every listed diagnosis that has such notes.
 * Speaks  a warning where a condition that is named stands behind, or where none of those named is on the claim and the
 *         diagnosis is first; a note where the words leave it open (if applicable, such as). */
#include "rule/noted.h"

enum { BEHIND, MISSING, UNNAMED };

static bool is_first(const coding__view *view, const coding__listed *owner)
{
    for (const coding__listed *listed = view->diagnoses; listed < owner; listed++)
        if (listed->role == CODING_ROLE_LISTED) return false;
    return true;
}

static void judge_group(coding__view *view, const coding__listed *owner, const coding__group *group)
{
    const coding__noted *noted = group->after ? group->naming_after : group->first;
    if (group->before || (!group->after && !is_first(view, owner))) return;
    coding_claim_finding finding = coding__note_finding(view, noted, CODING_CLAIM_RULE_CODE_FIRST);
    if (group->after) {
        finding.partner = coding__at_diagnosis(group->after);
        finding.other = group->after->code;
    } else finding.other = group->named;
    finding.cure = group->after ? CODING_CLAIM_CURE_ORDER : CODING_CLAIM_CURE_ADD;
    finding.detail = group->after ? BEHIND : group->names ? MISSING : UNNAMED;
    if (!group->after && coding__group_is_optional(view, group)) finding.severity = CODING_NOTE;
    coding__speak(view, finding);
}

static void judge(coding__view *view) { coding__each_group(view, CODING_NOTE_CODE_FIRST, judge_group); }

static bool concerns(const coding__view *view) { return view->diagnosis_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->other, other);
    if (finding->detail == BEHIND)
        coding__say(phrase, "%s, diagnosis %u, comes first", other, (unsigned)finding->partner.number);
    else if (finding->detail == MISSING) coding__say(phrase, "its underlying condition comes first, such as %s", other);
    else coding__say(phrase, "its underlying condition comes first");
    coding__say_note(phrase, "Code first", finding->why);
}

const coding__rule coding__code_first_rule = {
    .rule = CODING_CLAIM_RULE_CODE_FIRST,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
