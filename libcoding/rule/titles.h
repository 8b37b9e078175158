/* Words of a title, as rules ask for them. Titles cost to spell: a rule looks at few. */
#ifndef CODING_RULE_TITLES_H
#define CODING_RULE_TITLES_H

#include "rule/rule.h"

enum { CODING__TITLE_ROOM = 512 }; /* the longest of ICD-10-CM has 228 bytes */

/* The title in force on a day in small letters, its words parted and surrounded by single blanks, so that " left " is
 * found as it stands: " pain in left knee ". Signs between words are left out, but for dashes. */
void coding__title_words(const coding_book *book, uint32_t row, coding_date on, char words[CODING__TITLE_ROOM]);

#endif
