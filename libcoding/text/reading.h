/* Reading: a text as words in their common form, each with the part it plays. Index and query read alike. */
#ifndef CODING_TEXT_READING_H
#define CODING_TEXT_READING_H

#include "text/endings.h"
#include "text/words.h"

/* The part a word plays in a text of the book. */
typedef enum coding__part {
    CODING__PART_NEEDED = 0,
    CODING__PART_OPTIONAL = 1,  /* in brackets: may be absent from the query without effect */
    CODING__PART_DENIED = 2     /* after "without", "not", "no": up to the next comma */
} coding__part;

typedef struct coding__reading {
    coding__words        words;
    const coding__table *endings;
    const coding__ending_marks *marks; /* of its rules; NULL: nobody made them */
    char                 before[CODING__WORD_ROOM]; /* the word before, in its common form */
    char                 counted[CODING__WORD_ROOM]; /* the last word that may count numbers: of "type 1 or 2", "type" */
    bool                 denied;
} coding__reading;

/* A word after which something is denied: "without", "no". */
bool coding__word_denies(const char *word);

/* `marks` may be NULL: who reads much has them. */
coding__reading coding__reading_of(const coding__table *endings, const coding__ending_marks *marks, const char *text,
                                   size_t length);

/* The next word, its text in the common form. */
bool coding__reading_next(coding__reading *reading, coding__token *token, coding__part *part);

#endif
