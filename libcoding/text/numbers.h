/* Numbers as people write them: "type II", "stage IV". Words that are always numbers ("second", "iii") are rows of
 * tables/endings.tsv; here are those that are numbers only after a word that asks for one. */
#ifndef CODING_TEXT_NUMBERS_H
#define CODING_TEXT_NUMBERS_H

#include "text/words.h"

/* Reads a lone roman numeral as a number where the word before it counts ("type", "stage", "grade"), in place.
 * `before` is the common form of that word, "" where there is none. */
void coding__read_numeral(const char *before, char text[CODING__WORD_ROOM], uint8_t *length);

/* Binds a number to the word that it counts, so that "type 2, first trimester" is not "type 1, second trimester":
 * "type" and "2" become "type" and "2type", "1" before "trimester" becomes "1trimester". */
void coding__bind_number(const char *before, const char *after, char text[CODING__WORD_ROOM], uint8_t *length);

/* Does a word, in its common form, ask for a number behind it ("type", "class")? */
bool coding__word_counts(const char *word);

/* Is a word in its common form a number that may be bound: "2", "10", "3b"? */
bool coding__is_bare_number(const char *text, size_t length);

/* Which word, of coding__binding_word, it is; and whether such a one stands behind its number. UINT32_MAX: none. */
uint32_t coding__binding_of(const char *word);
bool     coding__binds_behind(uint32_t index);

/* The words that bind a number, for a number that stands alone; NULL past the last. */
const char *coding__binding_word(unsigned index);

#endif
