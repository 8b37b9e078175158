/* Lists, and signs before their items. */
#ifndef CODING_NOTE_LIST_H
#define CODING_NOTE_LIST_H

#include "note/sentence.h"

/* Does a line say how the items below it are asserted, and nothing else behind that: "Denies:", "Negative for the
 * following:"? Through `opener` the bytes of the cue that says so, unchanged where none does. */
bool coding__find_opener(const coding_book *book, const coding__sentence *sentence, coding_span *opener);

/* The same of bytes of a text, from `begin` to the one before `past`. */
bool coding__opens_list(const coding_book *book, const char *text, size_t begin, size_t past);

/* Has a stretch of a text items with signs: "+cough -SOB", "-fever, -chills"? A dash before the first word alone is a
 * bullet, and one between words is a dash. */
bool coding__has_signs(const char *text, size_t begin, size_t end);

/* Is a token a plus or a minus before a word, and behind none? */
bool coding__is_sign(const coding__sentence *sentence, size_t index);

#endif
