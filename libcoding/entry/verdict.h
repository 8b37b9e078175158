/* Verdicts from the inside. */
#ifndef CODING_ENTRY_VERDICT_H
#define CODING_ENTRY_VERDICT_H

#include <coding/check.h>

#include "entry/trie.h"

/* The code with the placeholders it lacks (S134A: S13.4XXA), if it stands on that day; else 0. */
coding_code coding__placeholders(const coding_book *book, coding_code code, coding_date on);

/* The rule of a code that is no row of the book. */
coding_rule coding__rule_of_missing(const coding_book *book, coding_code code, const coding__walk *walk,
                                    coding_date on);

#endif
