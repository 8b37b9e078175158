/* The parts of medical words as they lie in section terms.parts, sorted by their letters. */
#ifndef CODING_TEXT_PARTS_H
#define CODING_TEXT_PARTS_H

#include <coding/term.h>

#include "book/book.h"

/* Records [first, past) whose letters begin with those walked so far. */
typedef struct coding__part_walk {
    uint32_t first, past;
    uint32_t depth;
} coding__part_walk;

/* All parts; no letter walked. */
coding__part_walk coding__parts(const coding_book *book);

/* One letter further; false where no part goes on so. */
bool coding__part_step(const coding_book *book, coding__part_walk *walk, char letter);

/* Is the record one whose letters end here? They come first. */
static inline bool coding__part_ends(const coding_book *book, const coding__part_walk *walk, uint32_t record)
{
    return record < walk->past && coding__u8(book, CODING__PARTS, record, CODING__PART_LENGTH) == walk->depth;
}

/* One that no table has is of a damaged book. */
static inline coding_part_kind coding__part_kind(const coding_book *book, uint32_t record)
{
    uint32_t kind = coding__u8(book, CODING__PARTS, record, CODING__PART_KIND);
    return kind <= CODING_PART_SUFFIX ? (coding_part_kind)kind : CODING_PART_UNKNOWN;
}

#endif
