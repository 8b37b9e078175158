/* "Diabetes mellitus (E08-E13)": a title with a range of codes at its end. */
#ifndef CODING_COMPILE_TITLE_RANGE_H
#define CODING_COMPILE_TITLE_RANGE_H

#include "compile/lines.h"

typedef struct coding__title_range {
    coding__cell title; /* without the range */
    coding__cell range; /* "E08-E13" */
    coding_code  first; /* 0: there is no range */
    coding_code  last;
} coding__title_range;

/* "E08-E13" or "C50". False where it is no range of ICD-10-CM codes. */
bool coding__range_of(coding__cell text, coding_code *first, coding_code *last);

coding__title_range coding__title_range_of(coding__cell title);

/* Does a note open a group ("Code to identify:")? It ends in a colon and names no code in brackets. */
bool coding__is_heading(coding__cell note);

#endif
