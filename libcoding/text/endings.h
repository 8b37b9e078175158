/* Word endings and spellings: what makes "fractures" and "fractured" one word with "fracture", and "oedema" one with
 * "edema". The rules are tables of ours (tables/endings.tsv, tables/british.tsv) that lies in the book, applied alike
 * when a book is made and when it is asked. */
#ifndef CODING_TEXT_ENDINGS_H
#define CODING_TEXT_ENDINGS_H

#include "book/book.h"
#include "text/words.h"

typedef enum coding__ending_kind {
    CODING__ENDING_TAIL = 0,   /* an ending is replaced where enough stands before it */
    CODING__ENDING_INSIDE = 1, /* letters anywhere in the word are replaced */
    CODING__ENDING_WORD = 2,   /* a whole word is replaced */
    CODING__ENDING_BEGIN = 3   /* letters at the beginning of the word are replaced */
} coding__ending_kind;

enum { /* search.endings, of one width: inside and begin, then words, then tails; the longest first */
       CODING__ENDING_LETTERS = 0,  /* 20 bytes, padded with NUL */
       CODING__ENDING_INSTEAD = 20, /* 20 bytes */
       CODING__ENDING_KIND = 40,    /* u8: coding__ending_kind */
       CODING__ENDING_BEFORE = 41,  /* u8: letters that must stand before a tail */
       CODING__ENDING_LENGTH = 42,  /* u8: of LETTERS */
       CODING__ENDING_INSTEAD_LENGTH = 43,
       CODING__ENDING_ROOM = 20
};

/* The word in its common form, in place: spellings first, each rule once; then a whole word, or else the longest ending.
 * `table` is section search.endings, or one being made. */
void coding__normalise(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length);

/* Marks of the words that a rule may change: three letters with which a spelling begins, two with which a tail ends,
 * and whole words by a hash. Most words bear none, and whoever reads many need not try the rules on them. */
typedef struct coding__ending_marks {
    uint8_t  begins[4096]; /* a bit for each three letters */
    uint8_t  ends[128];    /* for each two */
    uint8_t  words[1024];
    uint32_t first_tail;
} coding__ending_marks;

void coding__mark_endings(const coding__table *table, coding__ending_marks *marks);

/* coding__normalise, with the marks of its table. */
void coding__normalise_marked(const coding__table *table, const coding__ending_marks *marks,
                              char text[CODING__WORD_ROOM], uint8_t *length);

/* The same for a word that knows where in a text its letters stand: `starts` has the place of each, and of what is past
 * the last one. */
void coding__normalise_from(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length, size_t *starts);

/* Spellings alone: "haematuria" is "hematuria", and plurals stay. `starts` may be NULL. */
void coding__respell(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length, size_t *starts);

#endif
