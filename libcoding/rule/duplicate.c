/* The same twice.
 *
 * Reads   nothing but the claim.
 * Asks    every pair of diagnoses of one role (an admitting diagnosis may well be the principal one), and every pair of
 *         lines of one service, provider and day.
 * Speaks  a denial of the second of two diagnoses, for a code is reported once in an encounter; a warning at a line
 *         that repeats another and has no modifier that tells the two apart: other modifiers than those of visits (24,
 *         25, 57) that the other lacks, or one for a repeat, a distinct service, a staged one or a site. */
#include "rule/editor.h"

enum { DIAGNOSIS, OF_PRINCIPAL, SERVICE };

static void speak_of_diagnosis(coding__view *view, const coding__listed *first, const coding__listed *second)
{
    bool principal = first == coding__first_listed(view);
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_DUPLICATE,
        .severity = CODING_DENIAL,
        .cure = CODING_CLAIM_CURE_REMOVE,
        .place = coding__at_diagnosis(second),
        .partner = coding__at_diagnosis(first),
        .code = second->code,
        .other = first->code,
        .on = view->last,
        .detail = principal ? OF_PRINCIPAL : DIAGNOSIS,
    });
}

/* Against the first of its kind alone: three of a code are two too many. */
static void judge_diagnosis(coding__view *view, size_t index)
{
    const coding__listed *second = &view->diagnoses[index];
    for (size_t i = 0; i < index; i++) {
        const coding__listed *first = &view->diagnoses[i];
        if (first->code != second->code || first->role != second->role) continue;
        speak_of_diagnosis(view, first, second);
        return;
    }
}

static bool is_of_visits(const coding__view *view, coding_code modifier)
{
    uint32_t record = coding__modifier_find(view->book, modifier);
    return record != CODING__NONE
           && coding__u8(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_GROUP) == CODING__MODIFIER_VISIT;
}

static bool has(const coding__billed *line, coding_code modifier)
{
    for (size_t i = 0; i < CODING__MODIFIERS_MOST; i++)
        if (line->line->modifiers[i] == modifier) return true;
    return false;
}

/* Has one a modifier that tells it from the other? */
static bool is_told(const coding__view *view, const coding__billed *one, const coding__billed *other)
{
    for (size_t i = 0; i < CODING__MODIFIERS_MOST && one->line->modifiers[i]; i++)
        if (!has(other, one->line->modifiers[i]) && !is_of_visits(view, one->line->modifiers[i])) return true;
    return false;
}

/* 76 and 77 are of the group of no pair, yet say that it was done again. */
static bool is_again(const coding__billed *line)
{
    const uint32_t parting = 1u << CODING__MODIFIER_ANATOMIC | 1u << CODING__MODIFIER_DISTINCT
                             | 1u << CODING__MODIFIER_STAGED | 1u << CODING__MODIFIER_REPEAT;
    return line->groups & parting || coding__has_modifier(line, "76") || coding__has_modifier(line, "77");
}

static bool is_same_day(const coding__billed *a, const coding__billed *b)
{
    return a->line->first <= b->line->last && b->line->first <= a->line->last;
}

static bool repeats(const coding__view *view, const coding__billed *second, const coding__billed *first)
{
    return second->code == first->code && is_same_day(first, second) && coding__same_provider(first, second)
           && first->line->ndc == second->line->ndc && !is_again(first) && !is_again(second)
           && !is_told(view, first, second) && !is_told(view, second, first);
}

static void judge_line(coding__view *view, size_t index)
{
    const coding__billed *second = &view->lines[index], *first = view->lines;
    while (first < second && !repeats(view, second, first)) first++;
    if (first == second) return;
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_DUPLICATE,
        .severity = CODING_WARNING,
        .cure = CODING_CLAIM_CURE_RECORD,
        .place = coding__at_line(second),
        .partner = coding__at_line(first),
        .code = second->code,
        .other = first->code,
        .detail = SERVICE,
    });
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (view->diagnoses[i].role != CODING_ROLE_ADMITTING) judge_diagnosis(view, i);
    for (size_t i = 0; i < view->line_count; i++) judge_line(view, i);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    if (finding->detail == SERVICE)
        coding__say(phrase, "the service of line %u again, on one day and without a modifier that tells the two apart",
                    (unsigned)finding->partner.number);
    else if (finding->detail == OF_PRINCIPAL)
        coding__say(phrase, "the principal or first-listed diagnosis again: a code is reported once");
    else
        coding__say(phrase, "the same as diagnosis %u: a code is reported once", (unsigned)finding->partner.number);
}

const coding__rule coding__duplicate_rule = {
    .rule = CODING_CLAIM_RULE_DUPLICATE,
    .judge = judge,
    .tell = tell,
};
