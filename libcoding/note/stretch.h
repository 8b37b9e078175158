/* Tokens of a sentence, one behind the other: which words may stand among them, and whether they say anything. */
#ifndef CODING_NOTE_STRETCH_H
#define CODING_NOTE_STRETCH_H

#include "note/mention.h"

/* Is a token one of these words (lower case, NULL behind the last)? */
bool coding__is_one_of(const coding__note_reader *reader, size_t index, const char *const *words);

/* A word that a condition goes on behind, with another one or with what tells more. */
bool coding__is_connector(const coding__note_reader *reader, size_t index);

/* Do words in it join two conditions to one: "with", "due to"? */
bool coding__has_join(const coding__note_reader *reader, coding__stretch piece);

/* May a token stand in what is asked? Marks may not, but for those inside a word: "E. coli", "s/p". */
bool coding__may_stand(const coding__note_reader *reader, size_t index);

/* Does any word of it say what could have a code? */
bool coding__is_worth_asking(const coding__note_reader *reader, coding__stretch piece);

/* Without connectors and marks at both ends. */
coding__stretch coding__stretch_trimmed(const coding__note_reader *reader, coding__stretch piece);

/* Those of its tokens that a span of the note's bytes touches; none, at its end, where none is. */
coding__stretch coding__stretch_touched(const coding__note_reader *reader, coding__stretch within, coding_span span);

/* Its bytes in the note. */
coding_span coding__stretch_span(const coding__note_reader *reader, coding__stretch piece);

#endif
