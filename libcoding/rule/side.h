/* Sides, read from the words of titles and from modifiers; never from a code's digits, which mean them in most
 * categories and not in all. */
#ifndef CODING_RULE_SIDE_H
#define CODING_RULE_SIDE_H

#include "rule/titles.h"

typedef enum coding__side {
    CODING__SIDE_NONE = 0,
    CODING__SIDE_RIGHT = 1,
    CODING__SIDE_LEFT = 2,
    CODING__SIDE_BOTH = 3,         /* right and left */
    CODING__SIDE_UNSPECIFIED = 4   /* the title says unspecified, of a side or of anything else */
} coding__side;

/* A title's side, and the rest of it: two titles with one rest differ in their sides alone. */
typedef struct coding__sided {
    coding__side side;
    char         rest[CODING__TITLE_ROOM];
} coding__sided;

void coding__side_of_title(const coding_book *book, uint32_t row, coding_date on, coding__sided *sided);

/* The side that a line's modifiers name: RT, LT, 50, E1 to E4, FA to F9, TA to T9. Through `modifier` the first that
 * does. */
coding__side coding__side_of_line(const coding__billed *line, coding_code *modifier);

#endif
