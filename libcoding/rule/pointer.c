/* Diagnosis pointers: each line of a practitioner's claim says which diagnoses it is for.
 *
 * Reads   nothing: the rule is that of the claim's form (up to four pointers, the first one primary, 1 to 12).
 * Asks    every line of a professional or DME claim.
 * Speaks  a denial of a pointer to no diagnosis, or of more than four; a warning where one stands twice or is none; a
 *         note where a line has none at all, as a paper claim may. */
#include "rule/rule.h"

enum { NO_SUCH, TWICE, TOO_MANY, UNREAD, NONE };

enum { POINTERS_MOST = 4 };

static void speak(coding__view *view, coding_severity severity, uint32_t line, uint32_t detail, double pointer)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_POINTER,
        .severity = severity,
        .cure = CODING_CLAIM_CURE_FIELD,
        .place = {CODING_CLAIM_PART_LINE, line},
        .code = coding__line_at(view->claim, line - 1)->code,
        .detail = detail,
        .found = pointer,
        .limit = (double)view->claim->diagnoses.count,
    });
}

static bool stands_before(const coding__line *line, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (line->pointers[i] == line->pointers[index]) return true;
    return false;
}

static void judge_line(coding__view *view, const coding__line *line, uint32_t number)
{
    size_t count = 0;
    while (count < CODING__POINTERS_MOST && line->pointers[count]) count++;
    for (size_t i = 0; i < count; i++) {
        if (line->pointers[i] > view->claim->diagnoses.count)
            speak(view, CODING_DENIAL, number, NO_SUCH, line->pointers[i]);
        else if (stands_before(line, i)) speak(view, CODING_WARNING, number, TWICE, line->pointers[i]);
    }
    if (count > POINTERS_MOST) speak(view, CODING_DENIAL, number, TOO_MANY, (double)count);
    if (line->pointer_text) speak(view, CODING_DENIAL, number, UNREAD, 0);
    if (!count && !line->pointer_text) speak(view, CODING_NOTE, number, NONE, 0);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->claim->lines.count; i++)
        judge_line(view, coding__line_at(view->claim, i), (uint32_t)i + 1);
}

/* Where no line has a pointer, nobody meant to give any. */
static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->claim->lines.count; i++) {
        const coding__line *line = coding__line_at(view->claim, i);
        if (line->pointers[0] || line->pointer_text) return true;
    }
    return false;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    switch (finding->detail) {
    case NO_SUCH:
        coding__say(phrase, "points to diagnosis %g, and the claim has %g", finding->found, finding->limit);
        break;
    case TWICE: coding__say(phrase, "points to diagnosis %g twice", finding->found); break;
    case TOO_MANY: coding__say(phrase, "points to %g diagnoses; a line may point to four", finding->found); break;
    case UNREAD: coding__say(phrase, "a pointer that is no number from 1 to 12 and no letter from A to L"); break;
    default: coding__say(phrase, "points to no diagnosis");
    }
}

const coding__rule coding__pointer_rule = {
    .rule = CODING_CLAIM_RULE_POINTER,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_DME,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
