/* Lists of words in texts of the book: "02 10", "bilateral=1,3 global=2". */
#ifndef CODING_RULE_WORDS_H
#define CODING_RULE_WORDS_H

#include <coding/base.h>

/* Is the word among those of a list parted by blanks? */
bool coding__has_word(const char *list, const char *word);

/* The values of `key=values` in a list, "1,3"; NULL where the list has no such key. They end at a blank. */
const char *coding__values_of(const char *list, const char *key);

/* Is the digit among the values? */
bool coding__has_value(const char *values, unsigned digit);

#endif
