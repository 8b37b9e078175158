/* The days of a batch: one for all, or one a code. */
#ifndef CODING_PYTHON_DAYS_H
#define CODING_PYTHON_DAYS_H

#include "asked.h"

/* A code without a day has no answer. */
#define CODING__NO_DAY UINT32_MAX

typedef struct coding__days {
    coding_date  on;   /* for all; CODING__TODAY */
    coding_date *each; /* NULL: one for all */
    size_t       count;
} coding__days;

/* A day as coding__asked_day reads it, a buffer of uint32 that read as days, or a sequence of days. */
bool coding__days_read(coding__days *days, PyObject *object);
void coding__days_free(coding__days *days);

#endif
