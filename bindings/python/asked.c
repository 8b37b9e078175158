#include "asked.h"

#include <datetime.h>
#include <math.h>
#include <string.h>

bool coding__asked_start(void)
{
    PyDateTime_IMPORT;
    return PyDateTimeAPI != NULL;
}

/* A str with half a surrogate pair has no UTF-8. Its bytes go in as they are: the library says what is wrong. */
static bool take_surrogates(PyObject *object, coding__asked *asked)
{
    if (!PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) return false;
    PyErr_Clear();
    asked->kept = PyUnicode_AsEncodedString(object, "utf-8", "surrogatepass");
    if (!asked->kept) return false;
    asked->text = PyBytes_AS_STRING(asked->kept);
    asked->length = (size_t)PyBytes_GET_SIZE(asked->kept);
    return true;
}

bool coding__asked_text(PyObject *object, coding__asked *asked)
{
    Py_ssize_t length = 0;
    *asked = (coding__asked){.in_bytes = PyBytes_Check(object)};
    if (PyUnicode_Check(object)) {
        asked->text = PyUnicode_AsUTF8AndSize(object, &length);
        asked->length = (size_t)length;
        return asked->text || take_surrogates(object, asked);
    }
    if (asked->in_bytes) {
        asked->text = PyBytes_AS_STRING(object);
        asked->length = (size_t)PyBytes_GET_SIZE(object);
        return true;
    }
    PyErr_Format(PyExc_TypeError, "text is needed (str or bytes), not %s", Py_TYPE(object)->tp_name);
    return false;
}

void coding__asked_free(coding__asked *asked) { Py_CLEAR(asked->kept); }

static coding_system named_system(const char *text, size_t length, const coding__room *room)
{
    coding_system system = coding_system_parse(text, length);
    if (system == CODING_ANY && room && room->book) system = coding_book_system(room->book, text, length);
    return system;
}

/* Programs say the same name again and again, and it is then the same object. */
static bool read_system_name(PyObject *object, const coding__room *room, coding_system *system)
{
    static PyObject     *last;
    static coding_system meant;
    coding__asked        asked;
    if (object == last) return *system = meant, true;
    if (!coding__asked_text(object, &asked)) return false;
    *system = named_system(asked.text, asked.length, room);
    bool is_any = asked.length == 3 && memcmp(asked.text, "any", 3) == 0;
    coding__asked_free(&asked);
    if (*system == CODING_ANY && !is_any) return PyErr_Format(PyExc_ValueError, "no such system: %R", object), false;
    if (*system >= CODING_OWN_FIRST && *system <= CODING_OWN_LAST) return true; /* another book has another name */
    Py_INCREF(object);
    Py_XSETREF(last, object);
    meant = *system;
    return true;
}

bool coding__asked_system(PyObject *object, const coding__room *room, coding_system *system)
{
    if (PyUnicode_Check(object)) return read_system_name(object, room, system);
    if (!PyLong_Check(object)) {
        PyErr_Format(PyExc_TypeError, "a System or its name is needed, not %s", Py_TYPE(object)->tp_name);
        return false;
    }
    long number = PyLong_AsLong(object);
    if (number == -1 && PyErr_Occurred()) return false;
    bool there = number >= 0 && number < CODING__SYSTEM_NUMBERS;
    *system = there ? (coding_system)number : CODING_ANY;
    if (!there) PyErr_Format(PyExc_ValueError, "no such system: %ld", number);
    return there;
}

static bool read_day_text(PyObject *object, coding_date *on)
{
    coding__asked asked;
    if (!coding__asked_text(object, &asked)) return false;
    *on = coding_date_parse(asked.text, asked.length);
    coding__asked_free(&asked);
    if (!*on) PyErr_Format(PyExc_ValueError, "no day of the calendar: %R", object);
    return *on != 0;
}

static bool read_day_number(PyObject *object, coding_date *on)
{
    long number = PyLong_AsLong(object);
    if (number == -1 && PyErr_Occurred()) return false;
    bool is_day = number == 0 || (number > 0 && number < UINT32_MAX && coding_date_after((coding_date)number));
    if (!is_day) PyErr_Format(PyExc_ValueError, "no day of the calendar: %ld", number);
    *on = (coding_date)number;
    return is_day;
}

bool coding__asked_day(PyObject *object, coding_date *on)
{
    if (object == Py_None) return *on = CODING__TODAY, true;
    if (PyDate_Check(object)) {
        *on = (coding_date)(PyDateTime_GET_YEAR(object) * 10000 + PyDateTime_GET_MONTH(object) * 100
                            + PyDateTime_GET_DAY(object));
        return true;
    }
    if (PyUnicode_Check(object)) return read_day_text(object, on);
    if (PyLong_Check(object)) return read_day_number(object, on);
    PyErr_Format(PyExc_TypeError, "a day is a date, 20251001 or '2025-10-01', not %s", Py_TYPE(object)->tp_name);
    return false;
}

bool coding__is_day(PyObject *object) { return PyDate_Check(object); }

bool coding__is_missing(PyObject *object)
{
    if (object == NULL || object == Py_None) return true;
    if (PyUnicode_Check(object)) return false;
    if (PyFloat_Check(object)) return isnan(PyFloat_AS_DOUBLE(object));
    const char *dot = strrchr(Py_TYPE(object)->tp_name, '.');
    const char *name = dot ? dot + 1 : Py_TYPE(object)->tp_name;
    return !strcmp(name, "NAType") || !strcmp(name, "NaTType");
}
