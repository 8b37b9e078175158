/* What stands in a sentence at a token. */
#ifndef CODING_NOTE_PHRASE_H
#define CODING_NOTE_PHRASE_H

#include "note/sentence.h"

/* Is the token one of these words (lower case, NULL behind the last)? None is past the last token. */
bool coding__is_word_of(const coding__sentence *sentence, size_t at, const char *const *words);

/* Is the token one of these marks? */
bool coding__is_mark(const coding__sentence *sentence, size_t at, const char *marks);

/* Is one of the tokens from `from` to the one before `to` one of these words, or one of these marks? */
bool coding__has_word_of(const coding__sentence *sentence, size_t from, size_t to, const char *const *words);
bool coding__has_mark(const coding__sentence *sentence, size_t from, size_t to, const char *marks);

#endif
