/* Who holds notes for a row: itself, its ancestors, its section and chapter. */
#ifndef CODING_RULE_HOLDERS_H
#define CODING_RULE_HOLDERS_H

#include "book/book.h"

enum { CODING__HOLDERS_MOST = 16 };

/* Notes of one holder, from `first` to the one before `past`; other kinds may be among them. */
typedef struct coding__holder {
    uint32_t first, past;
    uint8_t  distance; /* the greater, the further from the row; of one row no two have the same */
} coding__holder;

/* Holders of notes of these kinds (a mask within CODING__NOTES_READ), the nearest first, at most HOLDERS_MOST; by the
 * chains of the book where it has them. `snapshot` is a mask of one bit; the notes themselves are not asked for it. */
unsigned coding__holders_of(const coding_book *book, uint32_t row, uint32_t kinds, uint32_t snapshot,
                            coding__holder *holders);

/* The same by searches, for books that were made before there were chains: some without a note of these kinds are
 * among them. */
unsigned coding__search_holders(const coding_book *book, uint32_t row, uint32_t snapshot, coding__holder *holders);

/* Asks the memory for the notes that a chain leads to. */
void coding__expect_holders(const coding_book *book, uint32_t row);

#endif
