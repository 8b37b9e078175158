/* Word endings and spellings: what makes "fractures" and "fractured" one word with "fracture", and "oedema" one with
 * "edema". The rules are a table of ours (tables/endings.tsv, tables/spellings.tsv) that lies in the book, applied alike
 * when a book is made and when it is asked. */
#ifndef CODING_TEXT_ENDINGS_H
#define CODING_TEXT_ENDINGS_H

#include "book/book.h"
#include "text/words.h"

typedef enum coding__ending_kind {
    CODING__ENDING_TAIL = 0,    /* an ending is replaced where enough stands before it */
    CODING__ENDING_INSIDE = 1,  /* letters anywhere in the word are replaced */
    CODING__ENDING_WORD = 2     /* a whole word is replaced */
} coding__ending_kind;

enum { /* search.endings, of one width; inside a kind longest first */
    CODING__ENDING_LETTERS = 0,     /* 14 bytes, padded with NUL */
    CODING__ENDING_INSTEAD = 14,    /* 14 bytes */
    CODING__ENDING_KIND = 28,       /* u8: coding__ending_kind */
    CODING__ENDING_BEFORE = 29,     /* u8: letters that must stand before a tail */
    CODING__ENDING_LENGTH = 30,     /* u8: of LETTERS */
    CODING__ENDING_INSTEAD_LENGTH = 31,
    CODING__ENDING_ROOM = 14
};

/* The word in its common form, in place. `table` is section search.endings, or one being made. */
void coding__normalise(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length);

#endif
