/* Taking what the book said to some words as a mention, and with a combination what belongs to it. */
#ifndef CODING_NOTE_TAKE_H
#define CODING_NOTE_TAKE_H

#include "note/stretch.h"
#include "text/cover.h"

/* Takes the words of a hull inside a piece for what the cover says; false where they are not to be trusted. */
bool coding__take(coding__note_reader *reader, coding__stretch piece, coding__stretch hull, const coding__cover *cover);

/* Takes a word that stands for a code by itself, and is asked of no text. */
bool coding__take_word(coding__note_reader *reader, coding__stretch piece);

#endif
