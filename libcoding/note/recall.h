/* What the book said to pieces of a note, so that a piece that comes again is not asked again: notes repeat themselves,
 * and each other. A desk has one, of a fixed size; a piece that meets another one in its place takes it. Its texts are the
 * note's, so that it is wiped when the desk is cleared. */
#ifndef CODING_NOTE_RECALL_H
#define CODING_NOTE_RECALL_H

#include "entry/desk.h"
#include "text/cover.h"

enum { CODING__RECALL_LETTERS = 63, CODING__RECALL_PIECES = 512 };

typedef struct coding__recalled {
    char           letters[CODING__RECALL_LETTERS];
    uint8_t        length; /* 0: nothing is here */
    coding_date    on;
    bool           found;
    coding__covers covers;
} coding__recalled;

/* coding__covers_of for a scope of diagnoses, with two shares that are always the same. */
bool coding__recall_covers(coding_desk *desk, const char *text, size_t length, const coding__scope *scope, float most,
                           float least, coding__covers *covers);

#endif
