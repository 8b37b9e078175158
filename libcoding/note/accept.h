/* Accepting a piece: which of its words are one mention. */
#ifndef CODING_NOTE_ACCEPT_H
#define CODING_NOTE_ACCEPT_H

#include "note/stretch.h"

typedef enum coding__outcome {
    CODING__BARREN, /* no text of the book is in it */
    CODING__MISSED, /* some may be in a part of it */
    CODING__TAKEN
} coding__outcome;

/* Takes the words that met a text of the book, the hull, if they meet it by themselves and nearly all of them do. */
coding__outcome coding__accept(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull);

#endif
