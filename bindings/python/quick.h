/* `check` and `verdict`, whose arguments are read here and not by SWIG: they are to take nanoseconds. */
#ifndef CODING_PYTHON_QUICK_H
#define CODING_PYTHON_QUICK_H

#include "asked.h"

/* Methods of the class: (check, verdict), then those of each.h; last the function of document.h. */
PyObject *coding__py_quick(PyTypeObject *book);

/* Of coding.i, which knows SWIG's objects. */
coding__room *coding__py_room(PyObject *object);
coding__room *coding__py_own_room(PyObject *self);

#endif
