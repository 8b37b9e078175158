/* The rows of a claim's diagnoses, sorted: references and blocks ask by the thousand whether they hold any of them, and
 * nearly none does. */
#ifndef CODING_RULE_HELD_H
#define CODING_RULE_HELD_H

#include "rule/rule.h"

enum { CODING__STRETCHES = 64 };

typedef struct coding__held {
    const coding_book *book;
    uint32_t          *rows;
    size_t             count;
    unsigned           shift; /* of a row above the lowest, to its stretch */
    uint32_t           begin[CODING__STRETCHES]; /* of each stretch: the first of the rows that is in it or behind */
} coding__held;

/* False where there is no memory; the review then says so. */
bool coding__held_make(coding__view *view, coding__held *held);

/* Is one of the rows from `first` to the one before `past`? */
bool coding__holds_within(const coding__held *held, uint32_t first, uint32_t past);

/* Is one of them from `first` to `last`, or below `last`? Where `last` ends is not read: that would be one more record
 * of the book for each reference, far from the others. */
bool coding__holds_below(const coding__held *held, uint32_t first, uint32_t last);

#endif
