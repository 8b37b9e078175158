#include "days.h"

#include <string.h>

static bool take_buffer(coding__days *days, const Py_buffer *buffer)
{
    bool fits = buffer->ndim == 1 && buffer->itemsize == sizeof(coding_date) && buffer->format
                && (!strcmp(buffer->format, "I") || !strcmp(buffer->format, "L"));
    if (!fits) PyErr_SetString(PyExc_TypeError, "an array of days is of uint32 (20251001) or datetime64");
    if (!fits) return false;
    days->count = (size_t)buffer->shape[0];
    days->each = PyMem_Malloc(days->count * sizeof *days->each + 1);
    if (!days->each) return PyErr_NoMemory(), false;
    for (size_t i = 0; i < days->count; i++)
        memcpy(&days->each[i], (const char *)buffer->buf + (ptrdiff_t)i * buffer->strides[0], sizeof *days->each);
    return true;
}

static bool read_items(coding__days *days, PyObject *sequence)
{
    days->count = (size_t)PySequence_Fast_GET_SIZE(sequence);
    days->each = PyMem_Malloc(days->count * sizeof *days->each + 1);
    if (!days->each) return PyErr_NoMemory(), false;
    for (size_t i = 0; i < days->count; i++) {
        PyObject *item = PySequence_Fast_GET_ITEM(sequence, (Py_ssize_t)i);
        if (coding__is_missing(item)) days->each[i] = CODING__NO_DAY;
        else if (!coding__asked_day(item, &days->each[i])) return false;
    }
    return true;
}

static bool read_sequence(coding__days *days, PyObject *object)
{
    PyObject *sequence = PySequence_Fast(object, "on: a day, an array or a sequence of days is needed");
    bool      read = sequence && read_items(days, sequence);
    Py_XDECREF(sequence);
    return read;
}

static bool read_buffer(coding__days *days, PyObject *object)
{
    Py_buffer buffer;
    if (PyObject_GetBuffer(object, &buffer, PyBUF_RECORDS_RO) != 0) return false;
    bool objects = buffer.format && !strcmp(buffer.format, "O");
    bool taken = !objects && take_buffer(days, &buffer);
    PyBuffer_Release(&buffer);
    return objects ? read_sequence(days, object) : taken;
}

bool coding__days_read(coding__days *days, PyObject *object)
{
    *days = (coding__days){.on = CODING__TODAY};
    bool one = object == Py_None || PyUnicode_Check(object) || PyLong_Check(object) || coding__is_day(object);
    if (one) return coding__asked_day(object, &days->on);
    bool read = PyObject_CheckBuffer(object) ? read_buffer(days, object) : read_sequence(days, object);
    if (!read) coding__days_free(days);
    return read;
}

void coding__days_free(coding__days *days)
{
    PyMem_Free(days->each);
    days->each = NULL;
}
