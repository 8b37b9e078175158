/* Titles from the inside. */
#ifndef CODING_ENTRY_TITLE_H
#define CODING_ENTRY_TITLE_H

#include <coding/entry.h>

/* The long title on a day (0: the newest), as coding__spelled takes it (book/spelling.h); 0 where there is none. */
uint32_t coding__title_of(coding_entry entry, coding_date on);

#endif
