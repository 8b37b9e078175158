/* The chains of notes that rules read (book/layout.h): what holds for a row lies one step from it, and what holds for
 * its neighbours, too, is the same record. Otherwise a claim would look for the notes of each ancestor of each of its
 * diagnoses by searches through all of them. */
#include <stdlib.h>

#include "compile/weave.h"

/* The notes of one holder that rules read; no kinds: none. */
typedef struct span {
    uint32_t first;
    uint32_t count;
    uint32_t kinds;
} span;

typedef struct chaining {
    coding__weave *weave;
    uint32_t      *places; /* a row */
    uint32_t       at;     /* the note that is read next */
} chaining;

static const unsigned char *note_at(const chaining *c, uint32_t note)
{
    return (const unsigned char *)c->weave->writer.sections[CODING__NOTES].items
           + (size_t)note * coding__section_forms[CODING__NOTES].width;
}

static void put_into(span *s, uint32_t note, uint32_t kind)
{
    if (!(CODING__NOTES_READ >> kind & 1)) return;
    if (!s->kinds) s->first = note;
    s->count = note - s->first + 1;
    s->kinds |= 1u << kind;
}

/* Holders are asked about in the order of their notes. */
static span next_span(chaining *c, uint32_t holder)
{
    span     s = {0, 0, 0};
    uint32_t count = coding__writer_count(&c->weave->writer, CODING__NOTES);
    for (; c->at < count && coding__load32(note_at(c, c->at) + CODING__NOTE_HOLDER) == holder; c->at++)
        put_into(&s, c->at, note_at(c, c->at)[CODING__NOTE_KIND]);
    if (s.count > UINT16_MAX) s.count = UINT16_MAX;
    return s;
}

/* A record plus 1. */
static uint32_t add(const chaining *c, const span *s, uint32_t next)
{
    unsigned char *at = coding__writer_add(&c->weave->writer, CODING__NOTE_CHAINS);
    coding__store32(at + CODING__CHAIN_NOTE, s->first);
    coding__store16(at + CODING__CHAIN_COUNT, s->count);
    coding__store16(at + CODING__CHAIN_KINDS, s->kinds);
    coding__store32(at + CODING__CHAIN_NEXT, next);
    return coding__writer_count(&c->weave->writer, CODING__NOTE_CHAINS);
}

/* The same, once for all categories: a section may be in two chapters where snapshots differ. */
static uint32_t add_once(const chaining *c, const span *s, uint32_t next)
{
    uint32_t count = coding__writer_count(&c->weave->writer, CODING__NOTE_CHAINS);
    size_t   width = coding__section_forms[CODING__NOTE_CHAINS].width;
    for (uint32_t i = count; i-- > 0;) {
        const unsigned char *at =
            (const unsigned char *)c->weave->writer.sections[CODING__NOTE_CHAINS].items + i * width;
        if (coding__load32(at + CODING__CHAIN_NOTE) == s->first && coding__load32(at + CODING__CHAIN_NEXT) == next)
            return i + 1;
    }
    return add(c, s, next);
}

static uint32_t block_field(const chaining *c, uint32_t block, unsigned field)
{
    const unsigned char *blocks = c->weave->writer.sections[CODING__BLOCKS].items;
    return coding__load32(blocks + (size_t)block * coding__section_forms[CODING__BLOCKS].width + field);
}

/* Chapters stand before their sections: a section's record, which comes later, is nearer. */
static void put_block(const chaining *c, uint32_t block, const span *s)
{
    uint32_t past = block_field(c, block, CODING__BLOCK_PAST);
    for (uint32_t row = block_field(c, block, CODING__BLOCK_FIRST); row < past && row < c->weave->rows.count; row++) {
        bool is_category = !coding__woven_at(c->weave, row)->parent;
        if (is_category) c->places[row] = add_once(c, s, c->places[row]);
    }
}

static void put_blocks(chaining *c)
{
    uint32_t notes = coding__writer_count(&c->weave->writer, CODING__NOTES);
    while (c->at < notes && !(coding__load32(note_at(c, c->at) + CODING__NOTE_HOLDER) & CODING__NOTE_BLOCK)) c->at++;
    for (uint32_t i = 0; i < coding__writer_count(&c->weave->writer, CODING__BLOCKS); i++) {
        span s = next_span(c, i | CODING__NOTE_BLOCK);
        if (s.kinds) put_block(c, i, &s);
    }
}

/* Ancestors stand before what is below them. */
static void put_rows(chaining *c)
{
    c->at = 0;
    for (uint32_t row = 0; row < c->weave->rows.count; row++) {
        uint32_t parent = coding__woven_at(c->weave, row)->parent;
        span     s = next_span(c, row);
        if (parent) c->places[row] = c->places[parent - 1];
        if (s.kinds) c->places[row] = add(c, &s, c->places[row]);
    }
}

static void write_places(const chaining *c)
{
    size_t count = c->weave->rows.count;
    while (count && !c->places[count - 1]) count--;
    for (size_t row = 0; row < count && !c->weave->model->no_memory; row++)
        coding__store32(coding__writer_add(&c->weave->writer, CODING__NOTE_PLACES), c->places[row]);
}

void coding__write_note_chains(coding__weave *weave)
{
    chaining c = {.weave = weave, .places = calloc(weave->rows.count + 1, sizeof *c.places)};
    if (!c.places) weave->model->no_memory = true;
    if (!weave->model->no_memory) put_blocks(&c);
    if (!weave->model->no_memory) put_rows(&c);
    if (!weave->model->no_memory) write_places(&c);
    free(c.places);
}
