/* Comma separated values, whose quoted cells may hold commas, doubled quotes and ends of lines. */
#ifndef CODING_COMPILE_CSV_H
#define CODING_COMPILE_CSV_H

#include "compile/lines.h"

enum { CODING__CSV_MOST = 24 };

typedef struct coding__csv {
    const char  *next;
    const char  *past;
    uint32_t     lines;  /* that were read */
    uint32_t     number; /* of the line on which the record begins, counted from 1 */
    coding__cell cells[CODING__CSV_MOST]; /* trimmed, without quotes around; past the last they are empty */
    size_t       count;
} coding__csv;

coding__csv coding__csv_of(const coding__file *file);

/* The next record that is not empty; false behind the last. */
bool coding__csv_next(coding__csv *csv);

#endif
