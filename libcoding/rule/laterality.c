/* Sides that contradict each other, or a modifier.
 *
 * Reads   titles in force on the last day.
 * Asks    diagnoses of one category whose titles differ in their sides alone; diagnoses that a line with RT, LT, 50 or
 *         the modifier of an eyelid, finger or toe points to (where nothing points, the only diagnosis of the claim).
 * Speaks  warnings: an unspecified side beside a specific one, right beside left where one code means both, one side
 *         beside both, and a line on a side of which none of its diagnoses is. */
#include <string.h>

#include "rule/editor.h"
#include "rule/side.h"

enum { UNSPECIFIED, TWO_FOR_BOTH, ONE_BESIDE_BOTH, LINE, ONE_OF_BOTH };

static bool may_have_side(const coding__listed *listed)
{
    return listed->row != CODING__NO_ROW && listed->role == CODING_ROLE_LISTED;
}

static void speak(coding__view *view, const coding__listed *listed, const coding__listed *other, uint32_t detail,
                  coding_code instead)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_LATERALITY,
        .severity = CODING_WARNING,
        .cure = detail == TWO_FOR_BOTH ? CODING_CLAIM_CURE_CODE : CODING_CLAIM_CURE_REMOVE,
        .place = coding__at_diagnosis(listed),
        .partner = coding__at_diagnosis(other),
        .code = listed->code,
        .other = instead ? instead : other->code,
        .on = view->last,
        .detail = detail,
    });
}

/* A code of both sides with that rest of a title, below `parent`; 0. */
static coding_code both_below(const coding__view *view, coding_entry parent, const char *rest)
{
    coding__sided sided;
    uint32_t      past = coding__u32(view->book, CODING__ROWS, parent.row, CODING__ROW_PAST);
    for (uint32_t row = parent.row + 1; row < past; row++) {
        coding__side_of_title(view->book, row, view->last, &sided);
        coding_code code = coding__row_code(view->book, row);
        if (sided.side == CODING__SIDE_BOTH && !strcmp(sided.rest, rest)
            && coding_verdict_of(view->desk, code, view->last) == CODING_RULE_STANDS)
            return code;
    }
    return 0;
}

/* Beside the code, or beside its parent: M17.0 is of both, M17.11 and M17.12 are of one each. */
static coding_code code_of_both(const coding__view *view, const coding__listed *listed, const char *rest)
{
    coding_entry parent = coding_entry_parent(coding_book_entry(view->book, listed->row));
    coding_code  found = parent.book ? both_below(view, parent, rest) : 0;
    if (found || !parent.book || coding_code_length(coding_entry_code(parent)) <= 3) return found;
    parent = coding_entry_parent(parent);
    return parent.book ? both_below(view, parent, rest) : 0;
}

static bool is_one(coding__side side) { return side == CODING__SIDE_RIGHT || side == CODING__SIDE_LEFT; }

static void judge_sides(coding__view *view, const coding__listed *a, coding__side of_a, const coding__listed *b,
                        coding__side of_b, const char *rest)
{
    bool        opposite = is_one(of_a) && is_one(of_b) && of_a != of_b;
    coding_code both = opposite ? code_of_both(view, a, rest) : 0;
    if (both) speak(view, b, a, TWO_FOR_BOTH, both);
    else if (is_one(of_a) && of_b == CODING__SIDE_BOTH) speak(view, a, b, ONE_BESIDE_BOTH, 0);
    else if (is_one(of_b) && of_a == CODING__SIDE_BOTH) speak(view, b, a, ONE_BESIDE_BOTH, 0);
    else if (of_a == CODING__SIDE_UNSPECIFIED && of_b && of_b < CODING__SIDE_UNSPECIFIED)
        speak(view, a, b, UNSPECIFIED, 0);
    else if (of_b == CODING__SIDE_UNSPECIFIED && of_a && of_a < CODING__SIDE_UNSPECIFIED)
        speak(view, b, a, UNSPECIFIED, 0);
}

static void judge_pair(coding__view *view, const coding__listed *a, const coding__listed *b)
{
    coding__sided of_a, of_b;
    coding__side_of_title(view->book, a->row, view->last, &of_a);
    coding__side_of_title(view->book, b->row, view->last, &of_b);
    if (!strcmp(of_a.rest, of_b.rest)) judge_sides(view, a, of_a.side, b, of_b.side, of_a.rest);
}

static bool may_be_pair(const coding__listed *a, const coding__listed *b)
{
    return a->code != b->code && coding_code_prefix(a->code, 3) == coding_code_prefix(b->code, 3)
           && coding_code_system(a->code) == coding_code_system(b->code);
}

static void judge_diagnoses(coding__view *view)
{
    for (size_t a = 0; a < view->diagnosis_count; a++)
        for (size_t b = a + 1; b < view->diagnosis_count; b++)
            if (may_have_side(&view->diagnoses[a]) && may_have_side(&view->diagnoses[b])
                && may_be_pair(&view->diagnoses[a], &view->diagnoses[b]))
                judge_pair(view, &view->diagnoses[a], &view->diagnoses[b]);
}

static bool points_to(const coding__view *view, const coding__billed *line, const coding__listed *listed)
{
    const uint8_t *pointers = line->line->pointers;
    if (!pointers[0]) return !line->line->pointer_text && view->claim->diagnoses.count == 1;
    for (size_t i = 0; i < CODING__POINTERS_MOST && pointers[i]; i++)
        if (pointers[i] == listed->number) return true;
    return false;
}

/* Sides of the diagnoses that a line points to, and through `one` the first that has any. */
static unsigned sides_pointed_to(const coding__view *view, const coding__billed *line, const coding__listed **one)
{
    unsigned      sides = 0;
    coding__sided sided;
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        if (!may_have_side(listed) || !points_to(view, line, listed)) continue;
        coding__side_of_title(view->book, listed->row, view->last, &sided);
        if (sided.side == CODING__SIDE_UNSPECIFIED) continue;
        if (sided.side && !sides) *one = listed;
        sides |= sided.side;
    }
    return sides;
}

static void judge_line(coding__view *view, const coding__billed *line)
{
    coding_code           modifier = 0;
    const coding__listed *one = NULL;
    unsigned              side = coding__side_of_line(line, &modifier);
    unsigned              pointed = side ? sides_pointed_to(view, line, &one) : 0;
    if (!one || !(side & ~pointed)) return;
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_LATERALITY,
        .severity = CODING_WARNING,
        .cure = CODING_CLAIM_CURE_RECORD,
        .place = coding__at_line(line),
        .partner = coding__at_diagnosis(one),
        .code = line->code,
        .other = one->code,
        .modifier = modifier,
        .detail = side == CODING__SIDE_BOTH ? ONE_OF_BOTH : LINE,
    });
}

static void judge(coding__view *view)
{
    judge_diagnoses(view);
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, &view->lines[i]);
}

static bool concerns(const coding__view *view) { return view->diagnosis_count > 0; }

static void say_line(const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT], modifier[CODING_CODE_TEXT];
    coding__say(phrase, "modifier %s is of a side that none of its diagnoses has: %s, diagnosis %u, is of the other",
                coding_code_format(finding->modifier, modifier), coding_code_format(finding->other, other),
                (unsigned)finding->partner.number);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char     other[CODING_CODE_TEXT];
    unsigned number = finding->partner.number;
    (void)desk;
    coding_code_format(finding->other, other);
    switch (finding->detail) {
    case UNSPECIFIED:
        coding__say(phrase, "an unspecified side beside the same of a known one, diagnosis %u", number);
        break;
    case TWO_FOR_BOTH:
        coding__say(phrase, "one side, and diagnosis %u is the other: %s is of both", number, other);
        break;
    case ONE_BESIDE_BOTH: coding__say(phrase, "one side, and %s, diagnosis %u, is of both", other, number); break;
    case ONE_OF_BOTH:
        coding__say(phrase, "modifier 50 is of both sides, and its diagnoses have one: %s, diagnosis %u", other,
                    number);
        break;
    default: say_line(finding, phrase);
    }
}

const coding__rule coding__laterality_rule = {
    .rule = CODING_CLAIM_RULE_LATERALITY,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
