/* Misspellings: words of the book that a word may have been meant to be. Found by an automaton that walks the alphabet
 * (letters missing, added, changed, swapped), and by sound; weighed by what fingers and ears get wrong. */
#ifndef CODING_TEXT_SPELL_H
#define CODING_TEXT_SPELL_H

#include "text/vocabulary.h"

enum { CODING__SPELL_MOST = 4 };

typedef struct coding__correction {
    uint32_t rank;
    uint32_t cost;      /* 10 for one plain slip; less for likely ones */
} coding__correction;

typedef struct coding__corrections {
    coding__correction items[CODING__SPELL_MOST];
    uint32_t           count;
} coding__corrections;

/* The likeliest corrections of a word that the book does not have, cheapest first. Where its first letter stands, another
 * one is only looked for that sounds alike: what begins otherwise is nearly all of the alphabet. */
void coding__spell(const coding_book *book, const char *text, size_t length, bool first_stands,
                   coding__corrections *found);

/* What it costs to have written `wrong` for `right`, in tenths of a slip. */
uint32_t coding__slip_cost(const char *wrong, size_t wrong_length, const char *right, size_t right_length);

#endif
