#include "make.h"

#include <datetime.h>
#include <string.h>

static PyTypeObject *classes[CODING__SHAPES_TOTAL];
static PyObject     *members[CODING__NAMES_TOTAL]; /* tuples */
static PyObject     *raiser;

static bool refuse(const char *what)
{
    if (!PyErr_Occurred()) PyErr_Format(PyExc_TypeError, "%s do not fit this extension", what);
    return false;
}

static PyTypeObject **class_called(const char *name)
{
    for (size_t i = 0; i < coding__shape_count; i++)
        if (strcmp(coding__shapes[i]->name, name) == 0) return &classes[i];
    return NULL;
}

static PyObject **members_called(const char *name)
{
    for (size_t i = 0; i < coding__enumeration_count; i++)
        if (strcmp(coding__enumerations[i]->name, name) == 0) return &members[i];
    return NULL;
}

static bool take_class(PyObject *class)
{
    bool           is_record = PyType_Check(class) && PyType_IsSubtype((PyTypeObject *)class, &PyTuple_Type);
    PyTypeObject **place = is_record ? class_called(((PyTypeObject *)class)->tp_name) : NULL;
    if (!place) return false;
    Py_INCREF(class);
    Py_XSETREF(*place, (PyTypeObject *)class);
    return true;
}

static bool take_members(PyObject *tuple)
{
    bool       is_some = PyTuple_Check(tuple) && PyTuple_GET_SIZE(tuple) > 0;
    PyObject **place = is_some ? members_called(Py_TYPE(PyTuple_GET_ITEM(tuple, 0))->tp_name) : NULL;
    if (!place) return false;
    Py_INCREF(tuple);
    Py_XSETREF(*place, tuple);
    return true;
}

static bool take_each(PyObject *tuple, bool (*take)(PyObject *item))
{
    bool taken = PyTuple_Check(tuple);
    for (Py_ssize_t i = 0; taken && i < PyTuple_GET_SIZE(tuple); i++) taken = take(PyTuple_GET_ITEM(tuple, i));
    return taken;
}

bool coding__py_register(PyObject *records, PyObject *names, PyObject *errors)
{
    PyDateTime_IMPORT;
    if (!PyDateTimeAPI || !coding__asked_start()) return false;
    if (!take_each(records, take_class)) return refuse("records");
    if (!take_each(names, take_members)) return refuse("names");
    Py_INCREF(errors);
    Py_XSETREF(raiser, errors);
    return true;
}

PyTypeObject *coding__py_class(const coding__shape *shape)
{
    PyTypeObject *class = classes[shape->number];
    if (!class) PyErr_Format(PyExc_TypeError, "no class %s is registered", shape->name);
    return class;
}

PyObject *coding__py_name(unsigned names, unsigned number)
{
    PyObject *tuple = members[names];
    if (tuple && number < (size_t)PyTuple_GET_SIZE(tuple)) return coding__py_share(PyTuple_GET_ITEM(tuple, number));
    return PyLong_FromUnsignedLong(number);
}

PyObject *coding__py_text(const char *text)
{
    return text ? PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "replace") : coding__py_share(Py_None);
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
