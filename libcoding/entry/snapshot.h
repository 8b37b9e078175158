/* Snapshots of the Tabular List. */
#ifndef CODING_ENTRY_SNAPSHOT_H
#define CODING_ENTRY_SNAPSHOT_H

#include "book/book.h"

/* The snapshot that answers for a day (0: the newest), as its bit in the masks of notes; 0 where none reaches it. */
uint32_t coding__snapshot_on(const coding_book *book, coding_system system, coding_date on);

#endif
