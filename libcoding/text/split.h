/* Splitting: the letters of a word as prefixes, roots, joining vowels and suffixes, cheapest first. */
#ifndef CODING_TEXT_SPLIT_H
#define CODING_TEXT_SPLIT_H

#include "text/letters.h"
#include "text/parts.h"

enum { CODING__SPLIT_PIECES = CODING__WORD_ROOM, CODING__SPLITS = 6 };

typedef struct coding__piece {
    uint8_t          first, past; /* letters */
    coding_part_kind kind;
    uint32_t         record; /* of terms.parts; of vowels and unknown pieces UINT32_MAX */
} coding__piece;

typedef struct coding__split {
    coding__piece pieces[CODING__SPLIT_PIECES];
    uint32_t      count;
    uint32_t      cost;
    uint32_t      irregular; /* of the cost what is not for its parts: short ones, joints seldom made */
    bool          whole;     /* no piece is unknown */
} coding__split;

typedef struct coding__splits {
    coding__split items[CODING__SPLITS];
    uint32_t      count;
} coding__splits;

/* The best split, and where it is whole others that are nearly as good. Letters are small, and not cut. */
void coding__take_apart(const coding_book *book, const coding__letters *letters, coding__splits *splits);

#endif
