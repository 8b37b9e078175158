/* The days that a release speaks of: from a table of files, else by its name. */
#ifndef CODING_COMPILE_DAYS_H
#define CODING_COMPILE_DAYS_H

#include "compile/model.h"

typedef struct coding__days {
    coding_date first;  /* 0: nobody says */
    coding_date until;
    coding_date before; /* first day of the edition that its addenda lead back to; 0 none */
} coding__days;

coding__days coding__days_of(const coding__model *model, const coding__file *file, coding_system system);

/* The last day of the release that begins on `first`. */
coding_date coding__last_day(coding_system system, coding_date first);

/* The 1 October, or 1 January for systems of calendar years, on which the release before began. */
coding_date coding__year_before(coding_date first);

/* What kind of release a file is. */
typedef struct coding__release_kind {
    coding_system system;
    const char   *title;    /* "ICD-10-CM POA exempt list"; NULL: the system's own */
    unsigned      year;     /* where neither a table nor the name says; 0: nobody does */
} coding__release_kind;

/* The days, and the origin. False, with a fault, where nobody says the days. */
bool coding__place_release(coding__model *model, const coding__file *file, const coding__release_kind *kind,
                           coding__days *days, uint32_t *origin);

/* An origin whose release is named after a day, whatever a table says of the file. */
uint32_t coding__origin_of_day(coding__model *model, const coding__file *file, coding_system system, coding_date first);

#endif
