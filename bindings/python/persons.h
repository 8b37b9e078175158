/* Patients, members and stays in columns of numbers, which coding/_columns.py has made of whatever came. */
#ifndef CODING_PYTHON_PERSONS_H
#define CODING_PYTHON_PERSONS_H

#include "asked.h"

/* Methods of the module; each answers a tuple of bytearrays. */
PyObject *coding__py_map_many(PyObject *module, PyObject *args);
PyObject *coding__py_comorbidity_many(PyObject *module, PyObject *args);
PyObject *coding__py_risk_many(PyObject *module, PyObject *args);
PyObject *coding__py_group_many(PyObject *module, PyObject *args);

#endif
