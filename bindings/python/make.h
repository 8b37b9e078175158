/* The maker of Python (shape.h): a record is a tuple of its class, filled in place; a list is one, or a tuple within a
 * record. */
#ifndef CODING_PYTHON_MAKE_H
#define CODING_PYTHON_MAKE_H

#include "records.h"
#include "shapes.h"

/* The class of a record; NULL with an exception where Python has none. */
PyTypeObject *coding__py_class(const coding__shape *shape);

/* A record of the shape, which takes over its `count` fields. NULL where there is no class, or one of them is NULL. */
PyObject *coding__py_record(const coding__shape *shape, PyObject *const *fields, Py_ssize_t count);

/* An answer, or NULL with an exception: the answer's own status, or no memory. */
PyObject *coding__py_make(const coding__ask *ask, const coding__shape *shape, const void *answer);

/* The same of what was asked with a text, whose spans count what it was given in. */
PyObject *coding__py_make_asked(coding_desk *desk, const coding__asked *asked, const coding__shape *shape,
                                const void *answer);

#endif
