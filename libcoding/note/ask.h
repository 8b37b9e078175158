/* Asking the book what a piece of a sentence says. A sentence asks no more often than it has words. */
#ifndef CODING_NOTE_ASK_H
#define CODING_NOTE_ASK_H

#include "note/stretch.h"
#include "text/cover.h"

/* How much of a piece is answered where all of it is, but for words that weigh little; and where nearly all of it is. */
#define CODING__ALL 0.95f
#define CODING__NEARLY_ALL 0.97f

/* What the book says to a piece: the row of an answer that it does not have is UINT32_MAX. */
bool coding__ask_covers(coding__note_reader *reader, coding__stretch piece, coding__covers *covers);

/* The close one alone; false where it is not good. */
bool coding__ask(coding__note_reader *reader, coding__stretch piece, coding__cover *cover);

/* Has the book most of what was asked, in a text that says hardly more? */
bool coding__is_good(const coding__cover *close);

/* Several words that are all answered, or what a word in capitals stands for, by a text that says a little more. */
bool coding__is_fair(const coding__note_reader *reader, coding__stretch piece, const coding__cover *fair);

#endif
