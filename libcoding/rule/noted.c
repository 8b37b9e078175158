#include "rule/noted.h"

#include <string.h>

#include "base/text.h"
#include "entry/snapshot.h"
#include "rule/held.h"
#include "rule/holders.h"

typedef struct gathering {
    coding__view *view;
    coding__list  list;
    uint32_t      kinds;    /* mask */
    uint32_t      snapshot; /* mask of one bit */
    coding__held  held;
} gathering;

enum {
    READ = 1 << CODING_NOTE_EXCLUDES1 | 1 << CODING_NOTE_CODE_FIRST | 1 << CODING_NOTE_USE_ADDITIONAL
           | 1 << CODING_NOTE_CODE_ALSO,
    READ_LATER = 1 << CODING_NOTE_EXCLUDES2
};

/* It is read when all notes are gathered: by then it is there. */
static void expect_reference(const coding_book *book, const unsigned char *note)
{
    uint32_t             first = coding__load32(note + CODING__NOTE_REFERENCE);
    const unsigned char *reference = coding__record(book, CODING__REFERENCES, first);
    if (reference) __builtin_prefetch(reference);
}

static void add_note(gathering *g, uint32_t note, size_t owner, unsigned distance)
{
    const unsigned char *record = coding__record(g->view->book, CODING__NOTES, note);
    if (!record || !(g->kinds >> (record[CODING__NOTE_KIND] & 31) & 1)) return;
    if (!(coding__load32(record + CODING__NOTE_SNAPSHOTS) & g->snapshot)) return;
    expect_reference(g->view->book, record);
    coding__noted *noted = coding__list_add(&g->view->desk->arena, &g->list, sizeof *noted);
    if (noted)
        *noted = (coding__noted){.note = note, .holder = coding__load32(record + CODING__NOTE_HOLDER),
                                 .owner = (uint16_t)owner, .kind = record[CODING__NOTE_KIND],
                                 .distance = (uint8_t)distance};
}

static void add_notes(gathering *g, size_t owner)
{
    coding__holder holders[CODING__HOLDERS_MOST];
    unsigned count = coding__holders_of(g->view->book, g->view->diagnoses[owner].row, g->kinds, g->snapshot, holders);
    for (unsigned i = 0; i < count; i++)
        for (uint32_t note = holders[i].first; note < holders[i].past; note++)
            add_note(g, note, owner, holders[i].distance);
}

/* The notes of all diagnoses are far from each other in the book: all are asked for before the first is read. */
static void gather(gathering *g)
{
    const coding__view *view = g->view;
    if (!coding__held_make(g->view, &g->held)) return;
    for (size_t i = 0; i < view->diagnosis_count; i++) coding__expect_holders(view->book, view->diagnoses[i].row);
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (view->diagnoses[i].row != CODING__NO_ROW) add_notes(g, i);
}

/* Is the character that the reference restricts among those it allows? */
static bool has_character(const coding_book *book, uint32_t reference, coding_code code)
{
    uint64_t allowed = coding__u64(book, CODING__REFERENCES, reference, CODING__REFERENCE_CHARACTERS);
    unsigned position = coding__u8(book, CODING__REFERENCES, reference, CODING__REFERENCE_POSITION);
    unsigned last = position + (coding__u8(book, CODING__REFERENCES, reference, CODING__REFERENCE_EITHER) != 0);
    if (!position || !allowed) return true;
    for (; position <= last; position++) {
        char     c = coding_code_character(code, position - 1);
        unsigned symbol = coding__is_digit(c) ? (unsigned)(c - '0') : (unsigned)(c - 'A') + 10;
        if (c && allowed >> (symbol & 63) & 1) return true;
    }
    return false;
}

/* Rows of a reference: from *first to the one before the answer. */
static uint32_t past_of(const coding_book *book, uint32_t reference, uint32_t *first)
{
    *first = coding__u32(book, CODING__REFERENCES, reference, CODING__REFERENCE_FIRST);
    uint32_t last = coding__u32(book, CODING__REFERENCES, reference, CODING__REFERENCE_LAST);
    return coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
}

static uint32_t reference_count(const coding_book *book, uint32_t note, uint32_t *first)
{
    uint32_t count = coding__u16(book, CODING__NOTES, note, CODING__NOTE_REFERENCES);
    uint32_t total = coding__count(book, CODING__REFERENCES);
    *first = coding__u32(book, CODING__NOTES, note, CODING__NOTE_REFERENCE);
    return *first < total && count <= total - *first ? count : 0;
}

static uint64_t bit_of(size_t index)
{
    return UINT64_C(1) << (index < CODING__NAMED_LAST ? index : CODING__NAMED_LAST);
}

/* The diagnoses that a reference names; none where it covers the owner as well. */
static uint64_t named_by(const gathering *g, uint32_t reference, const coding__listed *owner)
{
    const coding__view *view = g->view;
    uint32_t            first = coding__u32(view->book, CODING__REFERENCES, reference, CODING__REFERENCE_FIRST);
    uint32_t            last = coding__u32(view->book, CODING__REFERENCES, reference, CODING__REFERENCE_LAST);
    uint64_t            named = 0;
    if (!coding__holds_below(&g->held, first, last)) return 0;
    uint32_t past = past_of(view->book, reference, &first);
    if (first <= owner->row && owner->row < past) return 0;
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        if (first <= listed->row && listed->row < past && has_character(view->book, reference, listed->code))
            named |= bit_of(i);
    }
    return named;
}

static void name(const gathering *g, coding__noted *noted)
{
    uint32_t first, count = reference_count(g->view->book, noted->note, &first);
    for (uint32_t i = first; i < first + count; i++) noted->named |= named_by(g, i, &g->view->diagnoses[noted->owner]);
}

static void name_all(gathering *g)
{
    coding__noted *items = g->list.items;
    for (size_t i = 0; i < g->list.count; i++) name(g, &items[i]);
}

static coding__notes_view notes_of(coding__view *view, uint32_t kinds)
{
    gathering g = {.view = view, .kinds = kinds};
    g.snapshot = coding__snapshot_on(view->book, CODING_ICD10CM, view->last);
    if (g.snapshot) gather(&g);
    name_all(&g);
    if (g.list.failed) view->review->status = CODING_NO_MEMORY;
    return (coding__notes_view){g.list.items, g.list.count, g.snapshot != 0};
}

coding__notes_view coding__notes_of(coding__view *view)
{
    if (view->noted) return *view->noted;
    coding__notes_view  made = notes_of(view, READ);
    coding__notes_view *noted = coding__arena_take(&view->desk->arena, sizeof *noted);
    if (noted) *noted = made;
    else view->review->status = CODING_NO_MEMORY;
    view->noted = noted;
    return made;
}

coding__notes_view coding__excludes2_of(coding__view *view) { return notes_of(view, READ_LATER); }

/* From the last bit on, the references are asked again. */
static bool names_far(const coding__view *view, const coding__noted *noted, const coding__listed *listed)
{
    uint32_t              from, first, count = reference_count(view->book, noted->note, &from);
    const coding__listed *owner = &view->diagnoses[noted->owner];
    for (uint32_t i = from; i < from + count; i++) {
        uint32_t past = past_of(view->book, i, &first);
        if (first <= listed->row && listed->row < past && !(first <= owner->row && owner->row < past)
            && has_character(view->book, i, listed->code))
            return true;
    }
    return false;
}

bool coding__note_names(const coding__view *view, const coding__noted *noted, const coding__listed *listed)
{
    size_t index = (size_t)(listed - view->diagnoses);
    return noted->named & bit_of(index) && (index < CODING__NAMED_LAST || names_far(view, noted, listed));
}

static coding_code first_named(const coding__view *view, const coding__noted *noted)
{
    uint32_t first;
    if (!reference_count(view->book, noted->note, &first)) return 0;
    return coding__row_code(view->book, coding__u32(view->book, CODING__REFERENCES, first, CODING__REFERENCE_FIRST));
}

static bool is_optional(const coding__view *view, const coding__noted *noted)
{
    static const char *const words[] = {"if applicable", "if known", "any associated", "such as", "if present"};
    const char              *text = coding__text_of(view->book, CODING__NOTES, noted->note, CODING__NOTE_TEXT);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i])) return true;
    return false;
}

bool coding__group_is_optional(const coding__view *view, const coding__group *group)
{
    size_t seen = 0;
    for (const coding__noted *noted = group->first; seen < group->count; noted++) {
        if (noted->kind != group->first->kind) continue;
        if (is_optional(view, noted)) return true;
        seen++;
    }
    return false;
}

coding_claim_finding coding__note_finding(const coding__view *view, const coding__noted *noted, coding_claim_rule rule)
{
    const coding__listed *owner = &view->diagnoses[noted->owner];
    return (coding_claim_finding){
        .rule = rule,
        .severity = CODING_WARNING,
        .place = coding__at_diagnosis(owner),
        .code = owner->code,
        .on = view->last,
        .why = coding__text_of(view->book, CODING__NOTES, noted->note, CODING__NOTE_TEXT),
        .source = coding__source(view->book, coding__u32(view->book, CODING__NOTES, noted->note, CODING__NOTE_ORIGIN),
                                 coding__u32(view->book, CODING__NOTES, noted->note, CODING__NOTE_LINE)),
    };
}

/* "Use additional" and "code to identify", "Code first" and ", if applicable". */
void coding__say_note(coding__phrase *phrase, const char *kind, const char *text)
{
    bool goes_on = strncmp(text, "code", 4) == 0 || *text == ',';
    coding__say(phrase, " (%s%s%s)", kind, goes_on ? *text == ',' ? "" : " " : ": ", text);
}

static void meet_named(const coding__view *view, coding__group *group, const coding__noted *noted)
{
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *other = &view->diagnoses[i];
        if (i == noted->owner || !coding__note_names(view, noted, other)) continue;
        if (i < noted->owner && !group->before) group->before = other, group->naming_before = noted;
        if (i > noted->owner && !group->after) group->after = other, group->naming_after = noted;
    }
}

static void meet(const coding__view *view, coding__group *group, const coding__noted *noted)
{
    if (!group->count++) group->first = noted;
    if (!group->named) group->named = first_named(view, noted);
    group->names = group->named != 0;
    if (noted->named) meet_named(view, group, noted);
}

void coding__each_group(coding__view *view, coding_note_kind kind,
                        void (*judge)(coding__view *view, const coding__listed *owner, const coding__group *group))
{
    coding__notes_view notes = coding__notes_of(view);
    for (size_t i = 0; i < notes.count;) {
        const coding__noted *first = &notes.items[i];
        coding__group        group = {.first = first};
        for (; i < notes.count && notes.items[i].owner == first->owner && notes.items[i].holder == first->holder; i++)
            if (notes.items[i].kind == (uint8_t)kind) meet(view, &group, &notes.items[i]);
        const coding__listed *owner = &view->diagnoses[first->owner];
        if (group.count && owner->role == CODING_ROLE_LISTED) judge(view, owner, &group);
    }
}
