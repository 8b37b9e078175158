/* Whether one word may stand for what it was met as. */
#ifndef CODING_NOTE_TRUST_H
#define CODING_NOTE_TRUST_H

#include "note/mention.h"

/* A note is prose: most of its words are no condition, and none that is misspelt or shortened either. False where a
 * short word, a name or an abbreviation in small letters led to a text of the book by itself. */
bool coding__is_trusted(const coding__note_reader *reader, coding__stretch piece, const coding__cover *cover);

/* Without a measure at its beginning ("6 mm nodule", "3 days of fever"): what is behind it is the condition. */
coding__stretch coding__past_measure(const coding__note_reader *reader, coding__stretch piece);

#endif
