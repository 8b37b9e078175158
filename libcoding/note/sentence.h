/* A note, sentence by sentence. Each knows the passage it stands in; none is longer than a fixed number of tokens, so
 * that a text without an end costs no memory. */
#ifndef CODING_NOTE_SENTENCE_H
#define CODING_NOTE_SENTENCE_H

#include <coding/annotate.h>

#include "book/book.h"
#include "note/token.h"

enum { CODING__SENTENCE_TOKENS = 320 };

typedef struct coding__sentence {
    const char    *text;   /* the note */
    size_t         offset; /* of the sentence in it; tokens count from here */
    size_t         length;
    coding_passage passage;
    uint32_t       number;
    coding__note_token  tokens[CODING__SENTENCE_TOKENS];
    size_t         count;
} coding__sentence;

typedef struct coding__note_walk {
    const coding_book *book;
    const char        *text;
    size_t             length;
    size_t             at;
    size_t             end; /* of the sentence that `at` lies in, where it had more tokens than one may have */
    coding_passage     passage;
    uint32_t           sentences;
    coding_span        opener; /* the cue of a line that opened a list: "Denies:"; empty where none is open */
    size_t             item;   /* end of the item of that list that `at` lies in; 0 before the first */
} coding__note_walk;

coding__note_walk coding__note_begin(const coding_book *book, const char *text, size_t length);

/* The next sentence that has a token; false at the end of the note. */
bool coding__note_next(coding__note_walk *walk, coding__sentence *sentence);

/* The passage that a heading opens, by table note.headings; false where it is none. `length` without the colon. */
bool coding__heading_passage(const coding_book *book, const char *text, size_t length, coding_passage *passage);

#endif
