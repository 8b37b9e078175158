/* Notes, 7th characters and blocks of every snapshot of the Tabular List, each written once with the snapshots that
 * print it. Inside a holder they stand in printed order: the newest snapshot's, older ones' behind the note that
 * stood before them, as rows do. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/references.h"
#include "compile/weave.h"

static const uint32_t NONE = UINT32_MAX;

typedef struct merged {
    uint32_t                    holder; /* row, or block with CODING__NOTE_BLOCK */
    const coding__printed_note *note;
    uint32_t                    origin;
    uint32_t                    snapshots;
    uint32_t                    next; /* in the holder's chain */
} merged;

typedef struct chain {
    uint32_t first;
    uint32_t last;
} chain;

typedef struct gathering {
    coding__weave *weave;
    coding__vector notes;   /* merged */
    chain         *rows;    /* a chain a row */
    chain         *blocks;  /* a chain a block */
    coding__vector holders; /* coding__printed_block, merged over snapshots */
    coding__vector masks;   /* uint32_t: the snapshots of each block */
    coding__vector own;     /* coding__printed_note: those that no snapshot prints */
} gathering;

static merged *merged_at(const gathering *g, uint32_t index) { return (merged *)g->notes.items + index; }

/* A block is the same in two snapshots if level and name are. */
static uint32_t block_number(gathering *g, const coding__printed_block *block)
{
    coding__printed_block *blocks = g->holders.items;
    for (size_t i = 0; i < g->holders.count; i++)
        if (blocks[i].level == block->level && blocks[i].name == block->name) return (uint32_t)i;
    *(coding__printed_block *)coding__push(g->weave->model, &g->holders, sizeof *block) = *block;
    coding__push(g->weave->model, &g->masks, sizeof(uint32_t));
    return (uint32_t)g->holders.count - 1;
}

static void gather_blocks(gathering *g)
{
    for (size_t s = g->weave->model->snapshots.count; s-- > 0;) { /* the newest titles stand */
        const coding__vector *blocks = &coding__snapshot_at(g->weave, s)->blocks;
        for (size_t i = 0; i < blocks->count && !g->weave->model->no_memory; i++) {
            uint32_t number = block_number(g, (coding__printed_block *)blocks->items + i);
            if (!g->weave->model->no_memory) ((uint32_t *)g->masks.items)[number] |= (uint32_t)1 << s;
        }
    }
}

/* Where a note hangs, or NONE. */
static uint32_t holder_of(gathering *g, const coding__snapshot *snapshot, const coding__printed_note *note)
{
    if (note->holder) return coding__woven_row(g->weave, note->holder);
    if (note->block >= snapshot->blocks.count) return NONE;
    return block_number(g, (coding__printed_block *)snapshot->blocks.items + note->block) | CODING__NOTE_BLOCK;
}

static chain *chain_of(const gathering *g, uint32_t holder)
{
    return holder & CODING__NOTE_BLOCK ? g->blocks + (holder & ~CODING__NOTE_BLOCK) : g->rows + holder;
}

/* The same note in a newer snapshot, not yet claimed by this one. */
static uint32_t same_note(const gathering *g, const chain *c, const coding__printed_note *note, uint32_t bit)
{
    for (uint32_t at = c->first; at != NONE; at = merged_at(g, at)->next) {
        const merged *m = merged_at(g, at);
        if (m->note->text == note->text && m->note->kind == note->kind && !(m->snapshots & bit)) return at;
    }
    return NONE;
}

static uint32_t insert(gathering *g, chain *c, uint32_t holder, const coding__printed_note *note, uint32_t origin,
                       uint32_t behind)
{
    uint32_t at = (uint32_t)g->notes.count;
    merged  *m = coding__push(g->weave->model, &g->notes, sizeof *m);
    *m = (merged){holder, note, origin, 0, behind == NONE ? c->first : merged_at(g, behind)->next};
    if (behind == NONE) c->first = at;
    else merged_at(g, behind)->next = at;
    if (c->last == behind) c->last = at;
    return at;
}

static void gather_snapshot(gathering *g, size_t s)
{
    const coding__snapshot *snapshot = coding__snapshot_at(g->weave, s);
    uint32_t                bit = (uint32_t)1 << s, last_holder = NONE, behind = NONE;
    for (size_t i = 0; i < snapshot->notes.count && !g->weave->model->no_memory; i++) {
        const coding__printed_note *note = (coding__printed_note *)snapshot->notes.items + i;
        uint32_t                    holder = holder_of(g, snapshot, note);
        if (holder == NONE) continue;
        if (holder != last_holder) behind = NONE;
        chain   *c = chain_of(g, holder);
        uint32_t at = same_note(g, c, note, bit);
        if (at == NONE) at = insert(g, c, holder, note, snapshot->origin, behind);
        if (g->weave->model->no_memory) return;
        merged_at(g, at)->snapshots |= bit;
        last_holder = holder, behind = at;
    }
}

/* Row and text of a place in the trie of rows: the row of a code, or of its longest beginning where notes name a code
 * that no edition has. */
static uint32_t row_for(const coding__weave *weave, coding_code code)
{
    for (size_t length = coding_code_length(code); length >= 3; length--) {
        uint32_t row = coding__woven_row(weave, coding_code_prefix(code, length));
        if (row != NONE) return row;
    }
    return NONE;
}

static void write_reference(coding__weave *weave, uint32_t first, uint32_t last, const coding__printed_reference *from)
{
    unsigned char *at = coding__writer_add(&weave->writer, CODING__REFERENCES);
    bool           position = from->demand == CODING__DEMAND_POSITION;
    coding__store32(at + CODING__REFERENCE_FIRST, first);
    coding__store32(at + CODING__REFERENCE_LAST, last);
    coding__store64(at + CODING__REFERENCE_CHARACTERS, position ? from->characters : 0);
    at[CODING__REFERENCE_POSITION] = position ? from->position : 0;
    at[CODING__REFERENCE_EITHER] = position && from->either;
    at[CODING__REFERENCE_INCOMPLETE] = from->incomplete;
}

/* Does the code, less its category, lie between two suffixes? */
static bool has_suffix_between(coding_code code, const char *from, const char *to)
{
    char   text[CODING_CODE_TEXT];
    size_t length = strlen(from);
    coding_code_format_bare(code, text);
    return strlen(text) == 3 + length && strncmp(text + 3, from, length) >= 0 && strncmp(text + 3, to, length) <= 0;
}

static bool ends_in(coding_code code, const char *tail)
{
    char   text[CODING_CODE_TEXT];
    size_t length = strlen(coding_code_format_bare(code, text)), wanted = strlen(tail);
    return length >= wanted + 3 && !strcmp(text + length - wanted, tail);
}

/* Ranges with a suffix or an ending are written as the rows that meet the demand. */
static void write_demanded(coding__weave *weave, uint32_t first, uint32_t past, const coding__printed_reference *from)
{
    for (uint32_t row = first; row < past; row++) {
        coding_code code = coding__woven_at(weave, row)->code;
        bool        meets = from->demand == CODING__DEMAND_SUFFIX ? has_suffix_between(code, from->from, from->to)
                                                                  : ends_in(code, from->from);
        if (meets) write_reference(weave, row, row, from);
    }
}

static void resolve(coding__weave *weave, const coding__printed_reference *from)
{
    if (!from->first) return;
    uint32_t first = row_for(weave, from->first), last = row_for(weave, from->last);
    if (first == NONE || last == NONE) return;
    if (last < first) last = first;
    if (from->demand == CODING__DEMAND_SUFFIX || from->demand == CODING__DEMAND_FINAL)
        write_demanded(weave, first, coding__woven_at(weave, last)->past, from);
    else write_reference(weave, first, last, from);
}

/* The references of a text; a copy of the text, since interning may move it. */
static void write_references(coding__weave *weave, const merged *m, unsigned char *record)
{
    coding__vector references = {0};
    const char    *odd = NULL;
    uint32_t       first = coding__writer_count(&weave->writer, CODING__REFERENCES);
    coding__read_references(weave->model, coding__word_text(weave->model, m->note->text), &references, &odd);
    for (size_t i = 0; i < references.count && !weave->model->no_memory; i++)
        resolve(weave, (coding__printed_reference *)references.items + i);
    uint32_t count = coding__writer_count(&weave->writer, CODING__REFERENCES) - first;
    coding__store32(record + CODING__NOTE_REFERENCE, first);
    coding__store16(record + CODING__NOTE_REFERENCES, count < UINT16_MAX ? count : UINT16_MAX);
    free(references.items);
}

static void write_chain(const gathering *g, const chain *c)
{
    coding__weave *weave = g->weave;
    for (uint32_t at = c->first; at != NONE && !weave->model->no_memory; at = merged_at(g, at)->next) {
        const merged *m = merged_at(g, at);
        unsigned char record[32] = {0};
        coding__store32(record + CODING__NOTE_HOLDER, m->holder);
        coding__store32(record + CODING__NOTE_SNAPSHOTS, m->snapshots);
        coding__store32(record + CODING__NOTE_TEXT, coding__writer_text(&weave->writer, m->note->text));
        record[CODING__NOTE_KIND] = (unsigned char)m->note->kind;
        record[CODING__NOTE_HEADING] = m->note->heading;
        coding__store32(record + CODING__NOTE_LINE, m->note->line);
        coding__store32(record + CODING__NOTE_ORIGIN, m->origin);
        write_references(weave, m, record);
        coding__writer_put(&weave->writer, CODING__NOTES, record, sizeof record);
    }
}

/* The first row from `row` on whose category is behind that of a code: chapters name their ends by categories that need
 * not be rows. */
static uint32_t row_behind(const coding__weave *weave, uint32_t row, coding_code code)
{
    coding_code category = coding_code_prefix(code, 3);
    while (row < weave->rows.count && coding_code_prefix(coding__woven_at(weave, row)->code, 3) <= category) row++;
    return row;
}

/* The row of the smallest code that is not before another: chapter 22 begins with U00, which is no row, and U codes are
 * printed behind Z, so that no walk in printed order finds them. */
static uint32_t nearest_row(const coding__weave *weave, coding_code code)
{
    uint32_t found = (uint32_t)weave->rows.count;
    for (uint32_t row = 0; row < weave->rows.count; row++) {
        coding_code at = coding__woven_at(weave, row)->code;
        bool        later = found < weave->rows.count && at >= coding__woven_at(weave, found)->code;
        if (coding_code_system(at) == coding_code_system(code) && at >= code && !later) found = row;
    }
    return found;
}

static uint32_t block_first(const coding__weave *weave, const coding__printed_block *block)
{
    uint32_t row = coding__woven_row(weave, block->first);
    return row == NONE ? nearest_row(weave, block->first) : row;
}

static uint32_t block_past(const coding__weave *weave, const coding__printed_block *block, uint32_t first)
{
    uint32_t row = coding__woven_row(weave, block->last);
    return row == NONE ? row_behind(weave, first, block->last) : coding__woven_at(weave, row)->past;
}

static void write_blocks(const gathering *g)
{
    const coding__printed_block *blocks = g->holders.items;
    for (size_t i = 0; i < g->holders.count; i++) {
        unsigned char record[28] = {0};
        uint32_t      first = block_first(g->weave, blocks + i), past = block_past(g->weave, blocks + i, first);
        coding__store32(record + CODING__BLOCK_SYSTEM, CODING_ICD10CM);
        coding__store32(record + CODING__BLOCK_NAME, coding__writer_text(&g->weave->writer, blocks[i].name));
        coding__store32(record + CODING__BLOCK_TITLE, coding__writer_text(&g->weave->writer, blocks[i].title));
        coding__store32(record + CODING__BLOCK_FIRST, first);
        coding__store32(record + CODING__BLOCK_PAST, past);
        coding__store32(record + CODING__BLOCK_LEVEL, blocks[i].level);
        coding__store32(record + CODING__BLOCK_SNAPSHOTS, ((uint32_t *)g->masks.items)[i]);
        coding__writer_put(&g->weave->writer, CODING__BLOCKS, record, sizeof record);
    }
}

static bool make_chains(gathering *g)
{
    size_t rows = g->weave->rows.count + 1, blocks = g->holders.count + 1;
    g->rows = malloc(rows * sizeof *g->rows);
    g->blocks = malloc(blocks * sizeof *g->blocks);
    if (!g->rows || !g->blocks) return false;
    for (size_t i = 0; i < rows; i++) g->rows[i] = (chain){NONE, NONE};
    for (size_t i = 0; i < blocks; i++) g->blocks[i] = (chain){NONE, NONE};
    return true;
}

/* HCPCS processing notes hang on their codes and on no snapshot of a list: their mask is full. */
static void gather_code_notes(gathering *g)
{
    const coding__vector *notes = &g->weave->model->code_notes;
    for (size_t i = 0; i < notes->count; i++) {
        const coding__code_note *from = (coding__code_note *)notes->items + i;
        *(coding__printed_note *)coding__push(g->weave->model, &g->own,
                                              sizeof(coding__printed_note)) = (coding__printed_note){
            .holder = from->code, .kind = CODING_NOTE_PROCESSING, .text = from->text, .line = from->line};
    }
    for (size_t i = 0; i < notes->count && !g->weave->model->no_memory; i++) { /* `own` no longer moves */
        const coding__printed_note *note = (coding__printed_note *)g->own.items + i;
        uint32_t                    row = coding__woven_row(g->weave, note->holder);
        if (row == NONE) continue;
        uint32_t origin = ((coding__code_note *)notes->items)[i].origin;
        uint32_t at = insert(g, g->rows + row, row, note, origin, g->rows[row].last);
        if (!g->weave->model->no_memory) merged_at(g, at)->snapshots = UINT32_MAX;
    }
}

void coding__write_notes(coding__weave *weave)
{
    gathering g = {.weave = weave};
    coding__settle_snapshots(weave->model);
    gather_blocks(&g);
    if (!make_chains(&g)) weave->model->no_memory = true;
    for (size_t s = weave->model->snapshots.count; s-- > 0 && !weave->model->no_memory;) gather_snapshot(&g, s);
    if (!weave->model->no_memory) gather_code_notes(&g);
    for (size_t i = 0; i < weave->rows.count && !weave->model->no_memory; i++) write_chain(&g, g.rows + i);
    for (size_t i = 0; i < g.holders.count && !weave->model->no_memory; i++) write_chain(&g, g.blocks + i);
    if (!weave->model->no_memory) {
        write_blocks(&g);
        coding__write_snapshots(weave);
        coding__write_note_chains(weave);
    }
    free(g.notes.items), free(g.holders.items), free(g.masks.items), free(g.rows), free(g.blocks), free(g.own.items);
}
