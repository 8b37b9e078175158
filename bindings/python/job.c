#include "job.h"

#include "records.h"

bool coding__is_own_system(coding_system system) { return system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST; }

bool coding__job_start(coding__job *job, coding__room *room, PyObject *system, PyObject *on)
{
    coding_error error;
    *job = (coding__job){.room = room};
    if (!room || !coding__asked_system(system, room, &job->system) || !coding__days_read(&job->days, on)) return false;
    job->desk = coding__room_borrow(room, &error);
    if (!job->desk) coding__py_raise(error.status, error.reason, error.at);
    return job->desk != NULL;
}

void coding__job_end(coding__job *job)
{
    if (job->desk) coding__room_give_back(job->room, job->desk);
    coding__days_free(&job->days);
}

bool coding__job_has_days(const coding__job *job, size_t count)
{
    if (!job->days.each || job->days.count >= job->done + count) return true;
    PyErr_Format(PyExc_ValueError, "more codes than days: %zu days", job->days.count);
    return false;
}

bool coding__job_is_whole(const coding__job *job)
{
    if (!job->days.each || job->days.count == job->done) return true;
    PyErr_Format(PyExc_ValueError, "%zu codes, but %zu days", job->done, job->days.count);
    return false;
}
