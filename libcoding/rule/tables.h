/* The tables of claims, asked in place: nothing is loaded. Every answer is the number of a record, or UINT32_MAX. */
#ifndef CODING_RULE_TABLES_H
#define CODING_RULE_TABLES_H

#include "book/book.h"

#define CODING__NONE UINT32_MAX

/* The service of a procedure code; CODING__NONE where no table names it. */
uint32_t coding__service_of(const coding_book *book, coding_code code);

/* The record of claim.tables of that kind that reaches the day, the newest that does; CODING__NONE. `back`: also those
 * whose ended rows reach back to it. */
uint32_t coding__claim_table_on(const coding_book *book, coding__claim_table kind, coding_date on, bool back);

/* The pairs of a column-1 service in a setting (0 practitioner, 1 outpatient): items of `ptp` from `first` to the one
 * before `past`. */
typedef struct coding__items {
    uint32_t service, setting;
    uint32_t first, past;
} coding__items;
coding__items coding__ptp_items(const coding_book *book, uint32_t setting, uint32_t service);

/* Is there perhaps such a pair? Where this says no, there is none. */
bool coding__may_be_pair(const coding_book *book, const coding__items *of, uint32_t column2);

/* The item for a column-2 service that is in force on a day; CODING__NONE. Items with indicator 9 are never in force.
 * `unsure`: the pair's first day is not in the table, and the day is before the first that the table speaks for. */
uint32_t      coding__ptp_find(const coding_book *book, const coding__items *of, uint32_t column2, coding_date on,
                               bool *unsure);
coding_source coding__ptp_source(const coding_book *book, uint32_t item);

/* The units edit of a service in a setting (0 practitioner, 1 outpatient, 2 DME) on a day. */
uint32_t coding__mue_find(const coding_book *book, uint32_t setting, uint32_t service, coding_date on);

/* Records of a service in a table: `field` is one of CODING__SERVICE_PTP ... ; from *first to the one before *past. */
void coding__service_range(const coding_book *book, uint32_t service, unsigned field, uint32_t *first, uint32_t *past);

/* The fee schedule's record of a service on a day; modifier 0 for the global row, else '2', 'T', '5'. */
uint32_t coding__fee_find(const coding_book *book, uint32_t service, char modifier, coding_date on);

/* The record of claim.mods of a modifier. */
uint32_t coding__modifier_find(const coding_book *book, coding_code modifier);
/* Does the code lie in one of `count` ranges of claim.ranges from `first` on? */
bool coding__in_code_ranges(const coding_book *book, uint32_t first, uint32_t count, coding_code code);
/* Does the row, or what it is below of, lie in one of the ranges of rows? */
bool coding__in_row_ranges(const coding_book *book, uint32_t first, uint32_t count, uint32_t row);

/* The code editor's flags of a row on a day, and through `record` (may be NULL) the record that says so. */
uint32_t coding__mce_flags(const coding_book *book, coding__section section, uint32_t row, coding_date on,
                           uint32_t *record);

/* The same of `count` rows, at most CODING__IN_STEP, searched in step. */
enum { CODING__IN_STEP = 64 };
void coding__mce_flags_of_many(const coding_book *book, coding__section section, const uint32_t *rows, coding_date on,
                               size_t count, uint32_t *flags);

#endif
