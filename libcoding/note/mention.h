/* Mentions: where a note speaks of something that has a code. A piece of a sentence between marks and cues is asked of
 * the book as a whole; where a text of the book is met nearly wholly, the words that met it are a mention, and what is
 * left to both sides is asked again. A sentence asks no more often than it has words. */
#ifndef CODING_NOTE_MENTION_H
#define CODING_NOTE_MENTION_H

#include "entry/desk.h"
#include "note/cue.h"
#include "text/cover.h"

/* What a proposal needs to know of a mention and a caller does not. */
typedef struct coding__mention_detail {
    uint32_t open;      /* mask of coding_axis */
    bool     written;   /* the code itself */
    bool     drug;      /* a drug whose long-term use has a code */
    bool     ambiguous; /* an abbreviation with several meanings */
    bool     part;      /* said inside another one, which it belongs to */
} coding__mention_detail;

typedef struct coding__note_reader {
    coding_desk    *desk;
    coding__scope   scope;    /* diagnoses */
    coding__sentence sentence;
    coding__cues     cues;
    uint32_t         asks;    /* that the sentence still has */
    coding__list     mentions; /* coding_mention */
    coding__list     details;  /* coding__mention_detail, one for each */
    bool             failed;  /* no memory */
} coding__note_reader;

/* Adds the mentions of the sentence that stands in the reader. */
void coding__find_mentions(coding__note_reader *reader);

/* The use of a word (coding__note_use) by table note.words, and its record; false where the table does not have it. */
bool coding__note_word(const coding_book *book, const char *text, size_t length, uint32_t *record);

#endif
