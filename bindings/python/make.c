#include "make.h"

#include <datetime.h>
#include <stdarg.h>
#include <string.h>

static PyTypeObject *classes[RECORDS_TOTAL];
static PyObject     *members[NAMES_TOTAL]; /* tuples */
static PyObject     *raiser;

static bool take_classes(PyObject *records)
{
    if (!PyTuple_Check(records) || PyTuple_GET_SIZE(records) != RECORDS_TOTAL) return false;
    for (Py_ssize_t i = 0; i < RECORDS_TOTAL; i++) {
        PyObject *class = PyTuple_GET_ITEM(records, i);
        if (!PyType_Check(class) || !PyType_IsSubtype((PyTypeObject *)class, &PyTuple_Type)) return false;
        Py_INCREF(class);
        Py_XSETREF(classes[i], (PyTypeObject *)class);
    }
    return true;
}

static bool take_members(PyObject *names)
{
    if (!PyTuple_Check(names) || PyTuple_GET_SIZE(names) != NAMES_TOTAL) return false;
    for (Py_ssize_t i = 0; i < NAMES_TOTAL; i++) {
        PyObject *tuple = PyTuple_GET_ITEM(names, i);
        if (!PyTuple_Check(tuple)) return false;
        Py_INCREF(tuple);
        Py_XSETREF(members[i], tuple);
    }
    return true;
}

bool coding__py_register(PyObject *records, PyObject *names, PyObject *errors)
{
    PyDateTime_IMPORT;
    if (!PyDateTimeAPI || !coding__asked_start()) return false;
    if (!take_classes(records) || !take_members(names)) {
        PyErr_SetString(PyExc_TypeError, "records or names do not fit this extension");
        return false;
    }
    Py_INCREF(errors);
    Py_XSETREF(raiser, errors);
    return true;
}

PyObject *coding__py_name(int kind, unsigned number)
{
    PyObject *tuple = members[kind];
    if (tuple && number < (size_t)PyTuple_GET_SIZE(tuple)) return coding__py_share(PyTuple_GET_ITEM(tuple, number));
    return PyLong_FromUnsignedLong(number);
}

PyObject *coding__py_text(const char *text)
{
    return text ? PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "replace") : coding__py_share(Py_None);
}

PyObject *coding__py_code(coding_code code)
{
    char text[CODING_CODE_TEXT];
    return code ? PyUnicode_FromString(coding_code_format(code, text)) : coding__py_share(Py_None);
}

/* Most days of an answer, and of the next one, are the same. */
PyObject *coding__py_day(coding_date day)
{
    static PyObject   *last;
    static coding_date when;
    if (day == when && last) return coding__py_share(last);
    if (!coding_date_after(day)) return coding__py_share(Py_None);
    PyObject *date = PyDate_FromDate((int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100));
    if (!date) return NULL;
    Py_XSETREF(last, coding__py_share(date));
    when = day;
    return date;
}

void coding__py_raise(coding_status status, const char *reason, const char *at)
{
    if (status == CODING_NO_MEMORY) PyErr_NoMemory();
    if (status == CODING_NO_MEMORY || !raiser) return;
    Py_XDECREF(PyObject_CallFunction(raiser, "iss", (int)status, reason, at));
}

/* A tuple of a subclass, filled in place: half of what a call of its class costs. */
PyObject *coding__py_make(int kind, int count, ...)
{
    PyObject *record = classes[kind]->tp_alloc(classes[kind], count);
    bool      whole = record != NULL;
    va_list   fields;
    va_start(fields, count);
    for (int i = 0; i < count; i++) {
        PyObject *field = va_arg(fields, PyObject *);
        whole = whole && field;
        if (record) PyTuple_SET_ITEM(record, i, field);
        else Py_XDECREF(field);
    }
    va_end(fields);
    if (!whole) Py_CLEAR(record);
    return record;
}

PyObject *coding__py_list(coding_status status, size_t count, coding__py_item *item, const void *context)
{
    if (status != CODING_OK) {
        coding__py_raise(status, coding_status_text(status), "");
        return NULL;
    }
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (size_t i = 0; list && i < count; i++) {
        PyObject *made = item(context, i);
        if (made) PyList_SET_ITEM(list, (Py_ssize_t)i, made);
        else Py_CLEAR(list);
    }
    return list;
}

PyObject *coding__py_tuple(size_t count, coding__py_item *item, const void *context)
{
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; tuple && i < count; i++) {
        PyObject *made = item(context, i);
        if (made) PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, made);
        else Py_CLEAR(tuple);
    }
    return tuple;
}

/* Characters of a str: bytes that do not go on with one. */
static size_t characters(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

PyObject *coding__py_span(const coding__asked *asked, coding_span span)
{
    bool within = span.offset <= asked->length && span.length <= asked->length - span.offset;
    if (!asked->in_bytes && within) {
        span.length = characters(asked->text + span.offset, span.length);
        span.offset = characters(asked->text, span.offset);
    }
    return coding__py_make(RECORD_SPAN, 2, coding__py_count(span.offset), coding__py_count(span.length));
}
