#include "rule/noted.h"

#include <string.h>

#include "base/text.h"
#include "entry/snapshot.h"
#include "rule/held.h"

enum { DEPTH_MOST = 12 };

typedef struct gathering {
    coding__view *view;
    coding__list  list;
    uint32_t      kinds;    /* mask */
    uint32_t      snapshot; /* mask of one bit */
    uint32_t      blocks;   /* where notes of sections and chapters begin, behind those of rows */
    coding__held  held;
} gathering;

enum {
    READ = 1 << CODING_NOTE_EXCLUDES1 | 1 << CODING_NOTE_CODE_FIRST | 1 << CODING_NOTE_USE_ADDITIONAL
           | 1 << CODING_NOTE_CODE_ALSO,
    READ_LATER = 1 << CODING_NOTE_EXCLUDES2
};

static uint32_t holder_at(const coding_book *book, uint32_t note)
{
    return coding__u32(book, CODING__NOTES, note, CODING__NOTE_HOLDER);
}

/* The first note of a holder, no further than `past`. Ancestors stand shortly before what is below them: the search
 * goes back from there in growing steps. */
static uint32_t first_note(const coding_book *book, uint32_t holder, uint32_t past)
{
    uint32_t from = past;
    for (uint32_t step = 8; from && holder_at(book, from - 1) >= holder; step *= 4) {
        past = from;
        from -= from > step ? step : from;
    }
    return coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, holder, from, past);
}

static void add_note(gathering *g, uint32_t note, size_t owner, unsigned distance)
{
    const coding_book *book = g->view->book;
    uint32_t           kind = coding__u8(book, CODING__NOTES, note, CODING__NOTE_KIND);
    if (!(g->kinds >> kind & 1)) return;
    if (!(coding__u32(book, CODING__NOTES, note, CODING__NOTE_SNAPSHOTS) & g->snapshot)) return;
    coding__noted *noted = coding__list_add(&g->view->desk->arena, &g->list, sizeof *noted);
    if (noted)
        *noted = (coding__noted){.note = note, .holder = holder_at(book, note), .owner = (uint16_t)owner,
                                 .kind = (uint8_t)kind, .distance = (uint8_t)distance};
}

static void add_notes(gathering *g, uint32_t at, uint32_t holder, size_t owner, unsigned distance)
{
    uint32_t count = coding__count(g->view->book, CODING__NOTES);
    for (; at < count && holder_at(g->view->book, at) == holder; at++) add_note(g, at, owner, distance);
}

static unsigned add_rows(gathering *g, size_t owner, uint32_t row)
{
    const coding_book *book = g->view->book;
    unsigned           distance = 0;
    uint32_t           first = coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, row, 0, g->blocks);
    for (uint32_t at = row + 1; at && distance < DEPTH_MOST; distance++) {
        first = first_note(book, at - 1, first);
        add_notes(g, first, at - 1, owner, distance);
        at = coding__u32(book, CODING__ROWS, at - 1, CODING__ROW_PARENT);
    }
    return distance;
}

static void add_block(gathering *g, size_t owner, uint32_t block, unsigned distance)
{
    const coding_book *book = g->view->book;
    uint32_t           count = coding__count(book, CODING__NOTES), holder = block | CODING__NOTE_BLOCK;
    uint32_t first = coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, holder, g->blocks, count);
    add_notes(g, first, holder, owner, distance);
}

/* Sections and chapters of all diagnoses in one pass over the blocks: up to three a diagnosis. */
enum { BLOCKS_MOST = 3 };

typedef struct blocks {
    uint32_t block[BLOCKS_MOST];
    unsigned count;
} blocks;

static void find_blocks(const gathering *g, blocks *of)
{
    const coding__view *view = g->view;
    for (uint32_t block = 0; block < coding__count(view->book, CODING__BLOCKS); block++) {
        uint32_t first = coding__u32(view->book, CODING__BLOCKS, block, CODING__BLOCK_FIRST);
        uint32_t past = coding__u32(view->book, CODING__BLOCKS, block, CODING__BLOCK_PAST);
        if (!coding__holds_within(&g->held, first, past)) continue;
        if (!(coding__u32(view->book, CODING__BLOCKS, block, CODING__BLOCK_SNAPSHOTS) & g->snapshot)) continue;
        for (size_t i = 0; i < view->diagnosis_count; i++) {
            uint32_t row = view->diagnoses[i].row;
            if (first <= row && row < past && of[i].count < BLOCKS_MOST) of[i].block[of[i].count++] = block;
        }
    }
}

static void gather(gathering *g)
{
    coding__view *view = g->view;
    blocks       *of = coding__arena_take(&view->desk->arena, (view->diagnosis_count + 1) * sizeof *of);
    if (!of) view->review->status = CODING_NO_MEMORY;
    if (!of || !coding__held_make(view, &g->held)) return;
    g->blocks = coding__lower_bound(view->book, CODING__NOTES, CODING__NOTE_HOLDER, CODING__NOTE_BLOCK, 0,
                                    coding__count(view->book, CODING__NOTES));
    find_blocks(g, of);
    for (size_t i = 0; i < view->diagnosis_count && i <= UINT16_MAX; i++) { /* an owner's number has 16 bits */
        if (view->diagnoses[i].row == CODING__NO_ROW) continue;
        unsigned distance = add_rows(g, i, view->diagnoses[i].row);
        for (unsigned b = of[i].count; b-- > 0;) /* chapters stand before their sections: the nearest is the last */
            add_block(g, i, of[i].block[b], distance++);
    }
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
