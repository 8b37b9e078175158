/* A question put to each text of a column: book, system and days are read once, and the desk is borrowed for all. */
#ifndef CODING_PYTHON_JOB_H
#define CODING_PYTHON_JOB_H

#include "days.h"
#include "source.h"

typedef struct coding__job {
    coding__room *room;
    coding_desk  *desk;
    coding_system system;
    coding__days  days;
    size_t        done; /* texts of the columns before this one */
} coding__job;

/* False with an exception; coding__job_end in either case. `room` NULL has one set. */
bool coding__job_start(coding__job *job, coding__room *room, PyObject *system, PyObject *on);
void coding__job_end(coding__job *job);

/* Are there days for so many more texts; and, at the end, were there as many days as texts? False with an exception. */
bool coding__job_has_days(const coding__job *job, size_t count);
bool coding__job_is_whole(const coding__job *job);

bool coding__is_own_system(coding_system system);

static inline coding_date coding__job_day(const coding__job *job, size_t index)
{
    return job->days.each ? job->days.each[job->done + index] : job->days.on;
}

/* Has the text no answer, for it or its day is missing? */
static inline bool coding__job_is_null(const coding__job *job, const coding__column *column, size_t index)
{
    return coding__column_is_null(column, index)
           || (job->days.each && job->days.each[job->done + index] == CODING__NO_DAY);
}

#endif
