/* How a record is made: a class and its fields, each a new reference. */
#ifndef CODING_PYTHON_MAKE_H
#define CODING_PYTHON_MAKE_H

#include "records.h"

/* A record of `count` fields, which it takes over. NULL where one of them is. */
PyObject *coding__py_make(int kind, int count, ...);

/* A list (or tuple) of `count` items made by `item(context, index)`; an exception where `status` is not CODING_OK. */
typedef PyObject *coding__py_item(const void *context, size_t index);
PyObject         *coding__py_list(coding_status status, size_t count, coding__py_item *item, const void *context);
PyObject         *coding__py_tuple(size_t count, coding__py_item *item, const void *context);

/* Bytes of the text as a span in the units of what was asked. */
PyObject *coding__py_span(const coding__asked *asked, coding_span span);

static inline PyObject *coding__py_flag(bool flag) { return PyBool_FromLong(flag); }
static inline PyObject *coding__py_count(uint64_t count) { return PyLong_FromUnsignedLongLong(count); }
static inline PyObject *coding__py_letter(char character)
{
    return character ? PyUnicode_FromStringAndSize(&character, 1) : coding__py_share(Py_None);
}

#endif
