#include "rule/noted.h"

#include <string.h>

#include "base/text.h"
#include "entry/snapshot.h"

enum { DEPTH_MOST = 12 };

typedef struct gathering {
    coding__view *view;
    coding__list  list;
    uint32_t      snapshot; /* mask of one bit */
} gathering;

static bool is_read(uint32_t kind)
{
    return kind == CODING_NOTE_EXCLUDES1 || kind == CODING_NOTE_EXCLUDES2 || kind == CODING_NOTE_CODE_FIRST
           || kind == CODING_NOTE_USE_ADDITIONAL || kind == CODING_NOTE_CODE_ALSO;
}

static void add_holder(gathering *g, size_t owner, uint32_t holder, unsigned distance)
{
    const coding_book *book = g->view->book;
    uint32_t           count = coding__count(book, CODING__NOTES);
    uint32_t           at = coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, holder, 0, count);
    for (; at < count && coding__u32(book, CODING__NOTES, at, CODING__NOTE_HOLDER) == holder; at++) {
        uint32_t kind = coding__u8(book, CODING__NOTES, at, CODING__NOTE_KIND);
        bool     in_force = coding__u32(book, CODING__NOTES, at, CODING__NOTE_SNAPSHOTS) & g->snapshot;
        coding__noted *noted = in_force && is_read(kind)
                                   ? coding__list_add(&g->view->desk->arena, &g->list, sizeof *noted)
                                   : NULL;
        if (noted) *noted = (coding__noted){at, holder, (uint16_t)owner, (uint8_t)kind, (uint8_t)distance};
    }
}

static unsigned add_rows(gathering *g, size_t owner, uint32_t row)
{
    unsigned distance = 0;
    for (uint32_t at = row + 1; at && distance < DEPTH_MOST; distance++) {
        add_holder(g, owner, at - 1, distance);
        at = coding__u32(g->view->book, CODING__ROWS, at - 1, CODING__ROW_PARENT);
    }
    return distance;
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
        if (!(coding__u32(view->book, CODING__BLOCKS, block, CODING__BLOCK_SNAPSHOTS) & g->snapshot)) continue;
        uint32_t first = coding__u32(view->book, CODING__BLOCKS, block, CODING__BLOCK_FIRST);
        uint32_t past = coding__u32(view->book, CODING__BLOCKS, block, CODING__BLOCK_PAST);
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
    if (!of) {
        view->review->status = CODING_NO_MEMORY;
        return;
    }
    find_blocks(g, of);
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        if (view->diagnoses[i].row == CODING__NO_ROW) continue;
        unsigned distance = add_rows(g, i, view->diagnoses[i].row);
        for (unsigned b = of[i].count; b-- > 0;) /* chapters stand before their sections: the nearest is the last */
            add_holder(g, i, of[i].block[b] | CODING__NOTE_BLOCK, distance++);
    }
}

coding__notes_view coding__notes_of(coding__view *view)
{
    if (view->noted) return *view->noted;
    gathering           g = {.view = view, .snapshot = coding__snapshot_on(view->book, CODING_ICD10CM, view->last)};
    coding__notes_view *noted = coding__arena_take(&view->desk->arena, sizeof *noted);
    if (g.snapshot) gather(&g);
    if (g.list.failed || !noted) view->review->status = CODING_NO_MEMORY;
    coding__notes_view made = {g.list.items, g.list.count, g.snapshot != 0};
    if (noted) *noted = made;
    view->noted = noted;
    return made;
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

static bool covers(const coding_book *book, uint32_t reference, uint32_t row)
{
    uint32_t last = coding__u32(book, CODING__REFERENCES, reference, CODING__REFERENCE_LAST);
    return coding__u32(book, CODING__REFERENCES, reference, CODING__REFERENCE_FIRST) <= row
           && row < coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
}

static uint32_t reference_count(const coding_book *book, uint32_t note, uint32_t *first)
{
    uint32_t count = coding__u16(book, CODING__NOTES, note, CODING__NOTE_REFERENCES);
    uint32_t total = coding__count(book, CODING__REFERENCES);
    *first = coding__u32(book, CODING__NOTES, note, CODING__NOTE_REFERENCE);
    return *first < total && count <= total - *first ? count : 0;
}

bool coding__note_names(const coding__view *view, const coding__noted *noted, const coding__listed *listed)
{
    uint32_t              first, count = reference_count(view->book, noted->note, &first);
    const coding__listed *owner = &view->diagnoses[noted->owner];
    for (uint32_t i = first; i < first + count && listed->row != CODING__NO_ROW; i++)
        if (covers(view->book, i, listed->row) && !covers(view->book, i, owner->row)
            && has_character(view->book, i, listed->code))
            return true;
    return false;
}

bool coding__note_names_any(const coding__view *view, const coding__noted *noted)
{
    uint32_t first;
    return reference_count(view->book, noted->note, &first) != 0;
}

static coding_code first_named(const coding__view *view, const coding__noted *noted)
{
    uint32_t first;
    if (!reference_count(view->book, noted->note, &first)) return 0;
    return coding__row_code(view->book, coding__u32(view->book, CODING__REFERENCES, first, CODING__REFERENCE_FIRST));
}

bool coding__note_is_optional(const coding__view *view, const coding__noted *noted)
{
    static const char *const words[] = {"if applicable", "if known", "any associated", "such as", "if present"};
    const char              *text = coding__text_of(view->book, CODING__NOTES, noted->note, CODING__NOTE_TEXT);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i])) return true;
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

static void meet(const coding__view *view, coding__group *group, const coding__noted *noted)
{
    group->count++;
    group->names |= coding__note_names_any(view, noted);
    group->optional |= coding__note_is_optional(view, noted);
    if (!group->named) group->named = first_named(view, noted);
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *other = &view->diagnoses[i];
        if (i == noted->owner || !coding__note_names(view, noted, other)) continue;
        if (i < noted->owner && !group->before) group->before = other;
        if (i > noted->owner && !group->after) group->after = other;
    }
}

void coding__each_group(coding__view *view, coding_note_kind kind,
                        void (*judge)(coding__view *view, const coding__listed *owner, const coding__group *group))
{
    coding__notes_view notes = coding__notes_of(view);
    for (size_t i = 0; i < notes.count;) {
        const coding__noted *first = &notes.items[i];
        coding__group        group = {.first = first};
        for (; i < notes.count && notes.items[i].owner == first->owner && notes.items[i].holder == first->holder; i++)
            if (notes.items[i].kind == (uint8_t)kind) {
                if (!group.count) group.first = &notes.items[i];
                meet(view, &group, &notes.items[i]);
            }
        const coding__listed *owner = &view->diagnoses[first->owner];
        if (group.count && owner->role == CODING_ROLE_LISTED) judge(view, owner, &group);
    }
}
