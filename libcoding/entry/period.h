/* Days that decide, for findings. All are 0 where there is no such day. */
#ifndef CODING_ENTRY_PERIOD_H
#define CODING_ENTRY_PERIOD_H

#include <coding/check.h>

/* The first day of the state (billable, header, absent) that holds on a day. */
coding_date coding__state_first(coding_entry entry, coding_date on);

/* The next day after `on` on which the row is there. */
coding_date coding__next_there(coding_entry entry, coding_date on);

/* The last day before `on` on which the row was there. */
coding_date coding__last_there(coding_entry entry, coding_date on);

#endif
