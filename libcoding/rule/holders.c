#include "rule/holders.h"

enum { ROWS_MOST = 8, BLOCKS_MOST = CODING__HOLDERS_MOST - ROWS_MOST }; /* C15 is in four blocks */

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

static unsigned put(const coding_book *book, coding__holder *holders, unsigned count, uint32_t holder, uint32_t first)
{
    uint32_t past = first, notes = coding__count(book, CODING__NOTES);
    while (past < notes && holder_at(book, past) == holder) past++;
    if (past > first) holders[count] = (coding__holder){first, past, (uint8_t)count};
    return count + (past > first);
}

static unsigned search_rows(const coding_book *book, uint32_t row, uint32_t blocks, coding__holder *holders)
{
    unsigned count = 0;
    uint32_t first = coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, row, 0, blocks), at = row + 1;
    for (unsigned depth = 0; at && depth < ROWS_MOST; depth++) {
        first = first_note(book, at - 1, first);
        count = put(book, holders, count, at - 1, first);
        at = coding__u32(book, CODING__ROWS, at - 1, CODING__ROW_PARENT);
    }
    return count;
}

/* Sections and chapters of a row in a snapshot, in their order; answers how many. */
static unsigned find_blocks(const coding_book *book, uint32_t row, uint32_t snapshot, uint32_t *found)
{
    unsigned count = 0;
    for (uint32_t block = 0; block < coding__count(book, CODING__BLOCKS) && count < BLOCKS_MOST; block++) {
        bool holds = coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_FIRST) <= row
                     && row < coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_PAST);
        if (holds && coding__u32(book, CODING__BLOCKS, block, CODING__BLOCK_SNAPSHOTS) & snapshot)
            found[count++] = block;
    }
    return count;
}

unsigned coding__search_holders(const coding_book *book, uint32_t row, uint32_t snapshot, coding__holder *holders)
{
    uint32_t found[BLOCKS_MOST], notes = coding__count(book, CODING__NOTES);
    uint32_t blocks = coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, CODING__NOTE_BLOCK, 0, notes);
    unsigned count = search_rows(book, row, blocks, holders);
    for (unsigned i = find_blocks(book, row, snapshot, found); i-- > 0;) { /* chapters stand before their sections */
        uint32_t holder = found[i] | CODING__NOTE_BLOCK;
        count = put(book, holders, count, holder,
                    coding__lower_bound(book, CODING__NOTES, CODING__NOTE_HOLDER, holder, blocks, notes));
    }
    return count;
}

/* Of a damaged book a chain may lead in circles: no more steps than a book's own have. */
static unsigned follow(const coding_book *book, uint32_t row, uint32_t kinds, coding__holder *holders)
{
    unsigned count = 0;
    uint32_t at = coding__u32(book, CODING__NOTE_PLACES, row, 0);
    for (uint8_t step = 0; at && step < CODING__HOLDERS_MOST; step++) {
        const unsigned char *record = coding__record(book, CODING__NOTE_CHAINS, at - 1);
        if (!record) break;
        uint32_t first = coding__load32(record + CODING__CHAIN_NOTE);
        uint32_t past = first + coding__load16(record + CODING__CHAIN_COUNT);
        bool     wanted = (coding__load16(record + CODING__CHAIN_KINDS) & kinds) != 0;
        if (wanted) holders[count++] = (coding__holder){first, past, step};
        at = coding__load32(record + CODING__CHAIN_NEXT);
    }
    return count;
}

unsigned coding__holders_of(const coding_book *book, uint32_t row, uint32_t kinds, uint32_t snapshot,
                            coding__holder *holders)
{
    return coding__count(book, CODING__NOTE_CHAINS) ? follow(book, row, kinds, holders)
                                                    : coding__search_holders(book, row, snapshot, holders);
}

void coding__expect_holders(const coding_book *book, uint32_t row)
{
    coding__holder holders[CODING__HOLDERS_MOST];
    unsigned       count = follow(book, row, CODING__NOTES_READ, holders);
    for (unsigned i = 0; i < count; i++) {
        const unsigned char *note = coding__record(book, CODING__NOTES, holders[i].first);
        if (note) __builtin_prefetch(note);
    }
}
