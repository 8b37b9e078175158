/* Axes of a code: what its title leaves open, and what the codes beside it tell apart. */
#ifndef CODING_NOTE_AXIS_H
#define CODING_NOTE_AXIS_H

#include <coding/search.h>

#include "book/book.h"

enum { CODING__AXIS_TITLE = 512, CODING__AXIS_WORDS = 64 };

/* A word in lower case, cut where it is very long. */
typedef struct coding__axis_word {
    char text[20];
    bool parted; /* by a comma from the one before */
} coding__axis_word;

typedef struct coding__axis {
    coding_axis bit;
    const char *nouns; /* what a title calls unspecified */
    const char *told;  /* what tells it in a note, beside the words of titles */
    const char *asks;  /* of the condition, open and not leading */
} coding__axis;

/* All of them, in the order in which they are asked; NULL past the last. */
const coding__axis *coding__axis_at(unsigned index);

/* The axis of which a word of titles is a value: "chronic" tells the acuity. 0: of none. */
uint32_t coding__axis_of_value(const char *word);

/* Is a word among those of a list, parted by blanks and with one at both ends? */
bool coding__axis_has(const char *words, const char *word);

/* The words of a text from `text` on, letters and digits; answers how many. */
size_t coding__axis_words(const char *text, size_t length, coding__axis_word words[CODING__AXIS_WORDS]);

/* The axes that a code leaves open by its title and by those of its neighbours: a mask of coding_axis. What depends on
 * the note alone (encounter, wound, a type that was assumed) is not among them. */
uint32_t coding__axes_open(const coding_book *book, uint32_t row, coding_date on);

#endif
