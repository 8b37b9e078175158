/* What a command works with: its book, a desk, the system and the day that were asked for. */
#ifndef CODING_TOOL_BOOK_H
#define CODING_TOOL_BOOK_H

#include "tool/options.h"

#include <coding.h>

typedef struct session {
    const options *options;
    output        *out;
    coding_book   *book;
    coding_desk   *desk;
    coding_system  system; /* CODING_ANY without -s */
    coding_date    today;  /* or the day of -d: then nobody looks at the calendar */
} session;

/* Opens the book of -b, else of $CODING_BOOK, else the one beside the folder of the executable, else the installed one;
 * and reads -s. False where that cannot be done: the complaint is printed. */
bool coding__session_open(session *asked);
void coding__session_close(session *asked);

/* The day to ask a system on: -d; else today, where an edition of the system reaches it; else 0, its newest edition.
 * CODING_ANY: today, where any edition reaches it. */
coding_date coding__session_day(const session *asked, coding_system system);

/* The day to search on. Without -d and -s the newest editions are asked (0), so that a system whose last one has just
 * ended is not lost; today's where the book already holds one that is to come. */
coding_date coding__session_search_day(const session *asked);

/* The edition of a system that answers for a day (0: the newest); all zero where none does. */
coding_edition coding__session_edition(const coding_book *book, coding_system system, coding_date on);

/* The system after `system` of which the book holds codes; CODING_ANY past the last. */
coding_system coding__session_next_system(const coding_book *book, coding_system system);

/* "ICD-10-CM", or the name that the book gives a user's own system. */
const char *coding__session_title(const coding_book *book, coding_system system);

#endif
