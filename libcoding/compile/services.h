/* Services: the procedures that tables of claims speak of, numbered as they are met; and what their readers share. */
#ifndef CODING_COMPILE_SERVICES_H
#define CODING_COMPILE_SERVICES_H

#include "compile/table.h"

/* The number of a procedure (CPT or HCPCS); CODING__NO_SERVICE_NUMBER where the cell is none, or the book takes no CPT
 * numbers. A model that holds too many of them is marked unreadable. */
#define CODING__NO_SERVICE_NUMBER UINT32_MAX
uint32_t coding__service_number(coding__model *model, coding__cell cell);

/* The same of a code. */
uint32_t coding__number_of_service(coding__model *model, coding_code code);

/* The procedure itself; 0 where the cell is none. */
coding_code coding__service_code(coding__cell cell);

/* Days that a file of claims' tables speaks for: of tables/editions.tsv, else of a quarter (2024q3, v302r0,
 * Eff_07-01-2024) or a year (2024) in its path. False where nobody says. */
bool coding__claim_days(const coding__model *model, const coding__file *file, coding_date *first, coding_date *until);

/* The same of a quarter's file, which is reported where nobody says. */
bool coding__quarter_days(coding__model *model, const coding__file *file, coding_date *first, coding_date *until);

/* Notes a file that brought a table, and answers its origin. `back` 0: ended rows are not in it. */
uint32_t coding__add_claim_file(coding__model *model, const coding__file *file, coding__claim_table kind,
                                const char *release, coding_date first, coding_date until, coding_date back);

/* The same of units edits in a setting (0 practitioner, 1 outpatient hospital, 2 DME) and of add-on codes. */
uint32_t coding__add_units_file(coding__model *model, const coding__file *file, uint8_t setting, coding_date first,
                                coding_date until);
uint32_t coding__add_add_ons_file(coding__model *model, const coding__file *file, coding_date first, coding_date until);

/* Why a table kept by hand is left: a path before this one brought the same file, as a book that is extended has it.
 * NULL where it is not. */
const char *coding__is_there(const coding__model *model, const coding__file *file);

/* The same of a table that is keyed by CPT numbers, which a book that is given to everyone leaves out. */
const char *coding__not_public(const coding__model *model, const coding__file *file);

/* A whole number with or without ".0", at most 255; 255 where the cell is none. */
uint8_t coding__small_number(coding__cell cell);

#endif
