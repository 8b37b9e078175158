/* The library's answers as Python's own objects: NamedTuples, members of IntEnums, dates, text. Everything is copied,
 * so that nothing of a desk or a book lives in them. The classes are written in Python and registered at import. */
#ifndef CODING_PYTHON_RECORDS_H
#define CODING_PYTHON_RECORDS_H

#include "asked.h"
#include "shapes.h"

/* Enumerations that our own C asks for by number. */
enum {
    NAME_CPT = CODING__NAMES_CPT_CATEGORY,
    NAME_RULE = CODING__NAMES_RULE,
    NAME_STATUS = CODING__NAMES_STATUS,
    NAME_SYSTEM = CODING__NAMES_SYSTEM,
    NAME_VISIT_FAMILY = CODING__NAMES_VISIT_FAMILY
};

/* `records`: a tuple of classes, each called as its shape; `names`: a tuple of tuples of members, each with the member
 * of a number in its place; `errors`: what raises a status, called with status, reason and at. */
bool coding__py_register(PyObject *records, PyObject *names, PyObject *errors);

/* A member, by its number. */
PyObject *coding__py_name(unsigned names, unsigned number);

PyObject *coding__py_text(const char *text); /* NULL: None */
PyObject *coding__py_day(coding_date day);   /* no day: None */
void      coding__py_raise(coding_status status, const char *reason, const char *at);

PyObject *coding__py_verdict(coding_desk *desk, const coding__asked *asked, const coding_verdict *verdict);
PyObject *coding__py_hits(coding_desk *desk, const coding__asked *asked, coding__dated_hits found);

#endif
