/* Numbers as people write them: "type II", "stage IV". Words that are always numbers ("second", "iii") are rows of
 * tables/spellings.tsv; here are those that are numbers only after a word that asks for one. */
#ifndef CODING_TEXT_NUMBERS_H
#define CODING_TEXT_NUMBERS_H

#include "text/words.h"

/* Reads a lone roman numeral as a number where the word before it counts ("type", "stage", "grade"), in place.
 * `before` is the common form of that word, "" where there is none. */
void coding__read_numeral(const char *before, char text[CODING__WORD_ROOM], uint8_t *length);

#endif
