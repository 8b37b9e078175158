/* What each word of a sentence is, looked up once: tables of notes, and whether it says anything by itself. */
#ifndef CODING_NOTE_KNOWN_H
#define CODING_NOTE_KNOWN_H

#include "book/book.h"
#include "note/sentence.h"

enum { CODING__KNOWN_LETTERS = 47 }; /* a longer word is in no table, and stands in nothing that is asked */

typedef struct coding__known {
    uint32_t record;    /* in note.words; UINT32_MAX: the table does not have it */
    bool     connector; /* a condition goes on behind it, with another one or with what tells more */
    bool     telling;   /* it says what could have a code */
} coding__known;

/* Fills one for each token of the sentence. */
void coding__know_words(const coding_book *book, const coding__sentence *sentence, coding__known *words);

static inline coding__note_use coding__note_use_of(const coding_book *book, uint32_t record)
{
    return (coding__note_use)coding__u8(book, CODING__NOTE_WORDS, record, CODING__NOTE_WORD_USE);
}

#endif
