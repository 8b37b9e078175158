/* Where a piece of a sentence is two conditions. */
#ifndef CODING_NOTE_DIVIDE_H
#define CODING_NOTE_DIVIDE_H

#include "note/mention.h"

/* The connector before another side than the first: "occlusion of the left artery with right weakness"; 0 for none. */
size_t coding__divided_by_side(const coding__note_reader *reader, coding__stretch piece);

/* What was met up to its last join, where it took a word of another condition: of "cirrhosis with portal hypertension"
 * the words "cirrhosis with portal". The same stretch where it did not. */
coding__stretch coding__without_half(const coding__note_reader *reader, coding__stretch piece, coding__stretch hull);

#endif
