/* Notes in force for an entry: its own and those of all above it, of the snapshot that answers for the day. */
#include <coding/entry.h>

#include "entry/desk.h"
#include "entry/snapshot.h"
#include "entry/trie.h"

uint32_t coding__snapshot_on(const coding_book *book, coding_system system, coding_date on)
{
    uint32_t mask = 0;
    for (uint32_t i = 0; i < coding__count(book, CODING__SNAPSHOTS) && i < 32; i++) {
        if (coding__u32(book, CODING__SNAPSHOTS, i, CODING__SNAPSHOT_SYSTEM) != (uint32_t)system) continue;
        if (!on || coding__u32(book, CODING__SNAPSHOTS, i, CODING__SNAPSHOT_FIRST) <= on) mask = (uint32_t)1 << i;
    }
    return mask;
}

/* A gathering of notes for one entry. */
typedef struct gathering {
    coding_desk *desk;
    coding__list list;
    coding_entry entry;
    uint32_t     snapshot; /* mask of one bit */
} gathering;

static coding_code code_at(const coding_book *book, uint32_t row) { return coding__row_code(book, row); }

static void read_reference(const coding_book *book, uint32_t at, coding_reference *reference)
{
    *reference = (coding_reference){
        .first = code_at(book, coding__u32(book, CODING__REFERENCES, at, CODING__REFERENCE_FIRST)),
        .last = code_at(book, coding__u32(book, CODING__REFERENCES, at, CODING__REFERENCE_LAST)),
        .characters = coding__u64(book, CODING__REFERENCES, at, CODING__REFERENCE_CHARACTERS),
        .position = (uint8_t)coding__u8(book, CODING__REFERENCES, at, CODING__REFERENCE_POSITION),
        .either = coding__u8(book, CODING__REFERENCES, at, CODING__REFERENCE_EITHER) != 0,
        .incomplete = coding__u8(book, CODING__REFERENCES, at, CODING__REFERENCE_INCOMPLETE) != 0,
    };
}

static bool read_references(gathering *g, uint32_t record, coding_note *note)
{
    const coding_book *book = g->entry.book;
    uint32_t           first = coding__u32(book, CODING__NOTES, record, CODING__NOTE_REFERENCE);
    uint32_t           count = coding__u16(book, CODING__NOTES, record, CODING__NOTE_REFERENCES);
    uint32_t           total = coding__count(book, CODING__REFERENCES), there = first < total ? total - first : 0;
    if (count > there) count = there; /* of a damaged book */
    coding_reference *references = count ? coding__arena_take(&g->desk->arena, count * sizeof *references) : NULL;
    if (count && !references) return false;
    for (uint32_t i = 0; i < count; i++) read_reference(book, first + i, references + i);
    note->references = references;
    note->reference_count = count;
    return true;
}

/* The holder in words: a code as it is printed, or the name of a chapter or section. */
static bool name_holder(gathering *g, uint32_t holder, coding_note *note)
{
    const coding_book *book = g->entry.book;
    if (holder & CODING__NOTE_BLOCK) {
        note->holder = coding__text_of(book, CODING__BLOCKS, holder & ~CODING__NOTE_BLOCK, CODING__BLOCK_NAME);
        return true;
    }
    char *text = coding__arena_take(&g->desk->arena, CODING_CODE_TEXT);
    note->holder_code = code_at(book, holder);
    note->holder = text ? coding_code_format(note->holder_code, text) : "";
    return text != NULL;
}

static void add_note(gathering *g, uint32_t record, uint32_t holder)
{
    const coding_book *book = g->entry.book;
    coding_note       *note = coding__list_add(&g->desk->arena, &g->list, sizeof *note);
    if (!note) return;
    *note = (coding_note){
        .kind = (coding_note_kind)coding__u8(book, CODING__NOTES, record, CODING__NOTE_KIND),
        .text = coding__text_of(book, CODING__NOTES, record, CODING__NOTE_TEXT),
        .inherited = holder != g->entry.row,
        .heading = coding__u8(book, CODING__NOTES, record, CODING__NOTE_HEADING) != 0,
        .source = coding__source(book, coding__u32(book, CODING__NOTES, record, CODING__NOTE_ORIGIN),
                                 coding__u32(book, CODING__NOTES, record, CODING__NOTE_LINE)),
    };
    if (!name_holder(g, holder, note) || !read_references(g, record, note)) g->list.failed = true;
}

/* Inclusion terms name what is coded right there; all other notes hold for everything below. */
static bool is_inherited(uint32_t kind) { return kind != CODING_NOTE_INCLUSION_TERM && kind != CODING_NOTE_PROCESSING; }

static void add_notes_of(gathering *g, uint32_t holder)
{
    const coding_book *book = g->entry.book;
    uint32_t           count = coding__count(book, CODING__NOTES);
    uint32_t           at = coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, holder, 0, count);
    for (; at < count && coding__u32(book, CODING__NOTES, at, CODING__NOTE_HOLDER) == holder && !g->list.failed; at++) {
        uint32_t kind = coding__u8(book, CODING__NOTES, at, CODING__NOTE_KIND);
        uint32_t printed = coding__u32(book, CODING__NOTES, at, CODING__NOTE_SNAPSHOTS);
        bool     in_force = (printed & g->snapshot) != 0 || kind == CODING_NOTE_PROCESSING;
        if (in_force && (holder == g->entry.row || is_inherited(kind))) add_note(g, at, holder);
    }
}

/* Blocks that hold a row in a snapshot: the section first, then its chapter. `add` is asked for each. */
static void each_block(const coding_book *book, uint32_t row, uint32_t snapshot, void *context,
                       void (*add)(void *context, uint32_t block))
{
    for (uint32_t level = 2; level-- > 0;) {
        for (uint32_t block = 0; block < coding__count(book, CODING__BLOCKS); block++) {
            if (coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_LEVEL) != level) continue;
            if (!(coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_SNAPSHOTS) & snapshot)) continue;
            uint32_t first = coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_FIRST);
            uint32_t past = coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_PAST);
            if (first <= row && row < past) add(context, block);
        }
    }
}

static void add_notes_of_block(void *context, uint32_t block) { add_notes_of(context, block | CODING__NOTE_BLOCK); }

coding_notes coding_entry_notes(coding_desk *desk, coding_entry entry, coding_date on)
{
    if (!entry.book) return (coding_notes){.status = CODING_NOT_IN_BOOK};
    coding_system system = coding_code_system(coding_entry_code(entry));
    gathering     g = {.desk = desk, .entry = entry, .snapshot = coding__snapshot_on(entry.book, system, on)};
    unsigned      depth = 0;
    for (coding_entry at = entry; at.book && depth <= CODING__SYMBOLS; at = coding_entry_parent(at), depth++)
        add_notes_of(&g, at.row);
    if (g.snapshot) each_block(entry.book, entry.row, g.snapshot, &g, add_notes_of_block);
    if (g.list.failed) return (coding_notes){.status = CODING_NO_MEMORY};
    bool lacking = !g.snapshot && !g.list.count;
    return (coding_notes){lacking ? CODING_NOT_IN_BOOK : CODING_OK, g.list.items, g.list.count};
}

/* Blocks as an answer. */
typedef struct block_list {
    coding_desk       *desk;
    const coding_book *book;
    coding__list       list;
} block_list;

static void add_block(void *context, uint32_t block)
{
    block_list   *b = context;
    uint32_t      first = coding__u32(b->book, CODING__BLOCKS, block, CODING__BLOCK_FIRST);
    uint32_t      past = coding__u32(b->book, CODING__BLOCKS, block, CODING__BLOCK_PAST);
    coding_block *added = coding__list_add(&b->desk->arena, &b->list, sizeof *added);
    if (!added) return;
    *added = (coding_block){
        .name = coding__text_of(b->book, CODING__BLOCKS, block, CODING__BLOCK_NAME),
        .title = coding__text_of(b->book, CODING__BLOCKS, block, CODING__BLOCK_TITLE),
        .first = code_at(b->book, first),
        .last = past > first ? code_at(b->book, past - 1) : 0,
    };
}

static coding_blocks blocks_of(const block_list *b)
{
    if (b->list.failed) return (coding_blocks){.status = CODING_NO_MEMORY};
    bool lacking = !coding__count(b->book, CODING__BLOCKS);
    return (coding_blocks){lacking ? CODING_NOT_IN_BOOK : CODING_OK, b->list.items, b->list.count};
}

coding_blocks coding_entry_blocks(coding_desk *desk, coding_entry entry)
{
    if (!entry.book) return (coding_blocks){.status = CODING_NOT_IN_BOOK};
    block_list b = {.desk = desk, .book = entry.book};
    uint32_t   newest = coding__snapshot_on(entry.book, coding_code_system(coding_entry_code(entry)), 0);
    each_block(entry.book, entry.row, newest, &b, add_block);
    return blocks_of(&b);
}

coding_blocks coding_book_blocks(coding_desk *desk, coding_system system)
{
    block_list b = {.desk = desk, .book = desk->book};
    uint32_t   newest = coding__snapshot_on(b.book, system, 0);
    for (uint32_t block = 0; block < coding__count(b.book, CODING__BLOCKS); block++) {
        bool ours = coding__u32(b.book, CODING__BLOCKS, block, CODING__BLOCK_SYSTEM) == (uint32_t)system;
        if (ours && coding__u32(b.book, CODING__BLOCKS, block, CODING__BLOCK_SNAPSHOTS) & newest) add_block(&b, block);
    }
    return blocks_of(&b);
}
