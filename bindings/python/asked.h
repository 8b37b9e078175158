/* What Python hands in, read: text, systems, days. Each answers false with a Python exception set. */
#ifndef CODING_PYTHON_ASKED_H
#define CODING_PYTHON_ASKED_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "room.h"

/* A text that was handed in. Spans are told in the units of what came: characters of a str, bytes of bytes. */
typedef struct coding__asked {
    const char *text;
    size_t      length;
    bool        in_bytes;
    PyObject   *kept; /* NULL: the text lies in the caller's object */
} coding__asked;

bool coding__asked_text(PyObject *object, coding__asked *asked);
bool coding__is_day(PyObject *object); /* a datetime.date */
bool coding__is_missing(PyObject *object); /* None, and what numpy and pandas put in its place; needs no GIL */
void coding__asked_free(coding__asked *asked);

/* A number of `System`, or a name; names of users' own systems are the book's. `room` may be NULL. */
bool coding__asked_system(PyObject *object, const coding__room *room, coding_system *system);

/* None (CODING__TODAY), a date, 20251001, or text as coding_date_parse reads it. */
bool coding__asked_day(PyObject *object, coding_date *on);

/* One more reference; NULL stays NULL. (Py_XNewRef, which 3.9 has not.) */
static inline PyObject *coding__py_share(PyObject *object)
{
    Py_XINCREF(object);
    return object;
}

/* To be called once, before any of these. */
bool coding__asked_start(void);

#endif
