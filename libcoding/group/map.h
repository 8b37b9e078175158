/* Crosswalks from the inside: an answer as it grows. */
#ifndef CODING_GROUP_MAP_H
#define CODING_GROUP_MAP_H

#include <coding/map.h>

#include "entry/desk.h"

typedef struct coding__mapping {
    coding_desk  *desk;
    size_t        refused; /* of the arena when it began */
    coding__list  items;   /* coding_mapping */
    coding__list  codes;   /* coding_code: where the rows end */
    coding_status status;
} coding__mapping;

coding__mapping coding__mapping_start(coding_desk *desk);

/* A row that was used. */
void coding__mapping_row(coding__mapping *mapping, const coding_mapping *row);

/* A code in which rows end; once. */
void coding__mapping_end(coding__mapping *mapping, coding_code code);

/* The answer, with the kind that its rows make. */
coding_mapped coding__mapped(const coding__mapping *mapping, coding_map_kind kind);

/* Carries a code from a day to a later or earlier one: rows and ends are added. A code that the book does not have, or
 * whose system has no conversions in it, is its own end. */
void coding__carry(coding__mapping *mapping, coding_code code, coding_date from, coding_date on);

/* Has the book conversions from year to year for that system? */
bool coding__has_conversions(const coding_book *book, coding_system system);

#endif
