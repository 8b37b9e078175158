/* Excludes1: two conditions that are not coded together.
 *
 * Reads   Excludes1 and Excludes2 notes in force for each diagnosis, its own and inherited ones.
 * Asks    every pair of diagnoses, both ways. Where the same pair stands in an Excludes2 note of a nearer holder, that
 *         one wins: both may be coded.
 * Speaks  always a warning: whether the two conditions are unrelated, which the guidelines allow, is a person's to
 *         say. */
#include "rule/noted.h"

typedef struct asking {
    coding__view      *view;
    coding__notes_view notes;
    coding__notes_view second; /* of Excludes2 */
    uint64_t          *named;  /* by Excludes1: a mask a diagnosis, as in coding__noted */
} asking;

/* Notes stand by their owners: the first of one. */
static size_t first_of(coding__notes_view notes, size_t owner)
{
    size_t first = 0, past = notes.count;
    while (first < past) {
        size_t middle = first + (past - first) / 2;
        if (notes.items[middle].owner < owner) first = middle + 1;
        else past = middle;
    }
    return first;
}

/* The nearest note of a kind by which the owner names the other; NULL. */
static const coding__noted *nearest(const coding__view *view, coding__notes_view notes, size_t owner, size_t other,
                                    coding_note_kind kind)
{
    const coding__noted *found = NULL;
    for (size_t i = first_of(notes, owner); i < notes.count && notes.items[i].owner == owner; i++) {
        const coding__noted *noted = &notes.items[i];
        if (noted->kind != (uint8_t)kind) continue;
        if (found && noted->distance >= found->distance) continue;
        if (coding__note_names(view, noted, &view->diagnoses[other])) found = noted;
    }
    return found;
}

/* The Excludes1 note that holds between two; NULL where none does, or a nearer Excludes2 note. */
static const coding__noted *holding(const asking *of, size_t owner, size_t other)
{
    const coding__noted *first = nearest(of->view, of->notes, owner, other, CODING_NOTE_EXCLUDES1);
    const coding__noted *second = first ? nearest(of->view, of->second, owner, other, CODING_NOTE_EXCLUDES2) : NULL;
    return second && second->distance < first->distance ? NULL : first;
}

static void judge_pair(const asking *of, size_t a, size_t b)
{
    const coding__noted  *noted = holding(of, a, b);
    const coding__listed *other = &of->view->diagnoses[b];
    if (!noted) noted = holding(of, b, a), other = &of->view->diagnoses[a];
    if (!noted) return;
    coding_claim_finding finding = coding__note_finding(of->view, noted, CODING_CLAIM_RULE_EXCLUDES1);
    finding.cure = CODING_CLAIM_CURE_RECORD;
    finding.partner = coding__at_diagnosis(other);
    finding.other = other->code;
    coding__speak(of->view, finding);
}

static bool may_be_pair(const uint64_t *named, size_t a, size_t b)
{
    size_t far_a = a < CODING__NAMED_LAST ? a : CODING__NAMED_LAST;
    size_t far_b = b < CODING__NAMED_LAST ? b : CODING__NAMED_LAST;
    return named[a] >> far_b & 1 || named[b] >> far_a & 1;
}

static void judge_pairs(asking *of)
{
    const coding__view *view = of->view;
    of->second = coding__excludes2_of(of->view);
    for (size_t a = 0; a < view->diagnosis_count; a++)
        for (size_t b = a + 1; b < view->diagnosis_count; b++)
            if (may_be_pair(of->named, a, b) && view->diagnoses[a].code != view->diagnoses[b].code)
                judge_pair(of, a, b);
}

/* Does Excludes1 name any diagnosis? Few claims have one that it does. */
static bool see_named(asking *of)
{
    uint64_t any = 0;
    for (size_t i = 0; i < of->view->diagnosis_count; i++) of->named[i] = 0;
    for (size_t i = 0; i < of->notes.count; i++) {
        const coding__noted *noted = &of->notes.items[i];
        if (noted->kind != CODING_NOTE_EXCLUDES1) continue;
        of->named[noted->owner] |= noted->named;
        any |= noted->named;
    }
    return any != 0;
}

static void judge(coding__view *view)
{
    asking of = {.view = view, .notes = coding__notes_of(view)};
    of.named = coding__arena_take(&view->desk->arena, view->diagnosis_count * sizeof *of.named);
    if (!of.named) view->review->status = CODING_NO_MEMORY;
    else if (see_named(&of)) judge_pairs(&of);
}

static bool concerns(const coding__view *view) { return view->diagnosis_count > 1; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    coding__say(phrase, "not coded together with %s, diagnosis %u (Excludes1: %s), unless the two are unrelated",
                coding_code_format(finding->other, other), (unsigned)finding->partner.number, finding->why);
}

const coding__rule coding__excludes1_rule = {
    .rule = CODING_CLAIM_RULE_EXCLUDES1,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
