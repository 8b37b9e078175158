/* Clauses: a text as words that may stand in one phrase, each with its rank and what it is to those beside it. A clause ends
 * at a mark, at a point before a blank, and with a line that the next one does not go on with. */
#ifndef CODING_TEXT_CLAUSE_H
#define CODING_TEXT_CLAUSE_H

#include <coding/scan.h>

#include "text/lexicon.h"

typedef struct coding__heard {
    size_t   offset;
    uint32_t length;
    uint32_t rank;    /* CODING__PHRASE_DENIAL, CODING__NO_WORD */
    uint16_t roles;   /* of coding__word_role */
    uint16_t binding; /* as a lexeme has it */
} coding__heard;

typedef struct coding__clause {
    coding__heard words[CODING_SCAN_ROOM];
    size_t        count;
    size_t        end;   /* of its bytes, with what ends it */
    bool          whole; /* false: the text ends before it does, and its words are not known yet */
} coding__clause;

/* A text that is read clause by clause. */
typedef struct coding__clauses {
    const coding_book *book;
    coding__lexicon   *lexicon;
    const char        *text;
    size_t             length;
    bool               last; /* nothing follows it */
} coding__clauses;

/* Reads the clause that begins at a place. One without an end is cut where a character begins. */
void coding__clause_read(const coding__clauses *from, size_t begin, coding__clause *made);

#endif
