/* Codes and rows as releases print them. */
#ifndef CODING_COMPILE_PRINTED_H
#define CODING_COMPILE_PRINTED_H

#include "compile/days.h"
#include "compile/lines.h"
#include "compile/weave.h"

/* A code as a release prints it; 0 where it is none. Besides what coding_parse takes, these are rows: the table titles
 * of ICD-10-PCS (three characters) and headers of ICD-10-CM whose last character is the placeholder (H54.0X). */
coding_code coding__release_code(coding_system system, coding__cell text);

/* The system of that name, users' own included; CODING_ANY if there is none. */
coding_system coding__named_system(const coding__model *model, coding__cell name);

/* A new edition of the release, with its rows (coding__printed), which are the model's from now on. */
void coding__add_edition(coding__model *model, coding_system system, coding__days days, uint32_t origin,
                         coding__vector rows);

/* Does any path hold the edition that begins on that day? */
bool coding__has_edition(const coding__model *model, coding_system system, coding_date first);

/* One edition told by several files: one has the long titles, another the short ones. Rows stand in the order in which
 * codes were first met. */
typedef struct coding__merge {
    coding__model   *model;
    size_t           edition;
    coding__code_map rows;  /* code to row */
} coding__merge;

/* The edition of system, first day and rank of the path being read, made if it is not there yet. */
coding__merge coding__merge_start(coding__model *model, coding_system system, coding__days days, uint32_t origin);
/* The row of a code, new and empty if it was not met before; the pointer holds until the next one. */
coding__printed *coding__merge_row(coding__merge *merge, coding_code code, uint32_t line);
void coding__merge_end(coding__merge *merge);

#endif
