#include "quick.h"

#include "document.h"
#include "each.h"
#include "job.h"
#include "records.h"

/* Parameters in their order, and what was given for each: borrowed, or NULL. */
enum { CODE, SYSTEM, ON, PARAMETERS };
static const char *const parameters[PARAMETERS] = {"code", "system", "on"};
static PyObject         *interned[PARAMETERS];

typedef struct question {
    coding__room *room;
    coding__asked asked;
    coding_system system;
    coding_date   on;
} question;

static int place_of(PyObject *name)
{
    for (int i = 0; i < PARAMETERS; i++)
        if (name == interned[i]) return i;
    for (int i = 0; i < PARAMETERS; i++)
        if (PyUnicode_CompareWithASCIIString(name, parameters[i]) == 0) return i;
    return PARAMETERS;
}

static bool place_named(PyObject *const *values, PyObject *names, PyObject *given[PARAMETERS])
{
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(names); i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i);
        int       place = place_of(name);
        if (place < PARAMETERS && !given[place]) {
            given[place] = values[i];
            continue;
        }
        PyErr_Format(PyExc_TypeError, "%s argument: %R", place < PARAMETERS ? "repeated" : "unexpected", name);
        return false;
    }
    return true;
}

static bool place(PyObject *const *values, Py_ssize_t count, PyObject *names, PyObject *given[PARAMETERS])
{
    if (count > PARAMETERS) return PyErr_SetString(PyExc_TypeError, "too many arguments: code, system, on"), false;
    for (Py_ssize_t i = 0; i < count; i++) given[i] = values[i];
    if (names && !place_named(values + count, names, given)) return false;
    if (!given[CODE]) PyErr_SetString(PyExc_TypeError, "missing argument: 'code'");
    return given[CODE] != NULL;
}

/* Programs ask again and again with the same objects, and no object that is read here ever changes. */
static bool read_system(PyObject *object, const coding__room *room, coding_system *system)
{
    static PyObject     *last;
    static coding_system meant;
    if (object == last) return *system = meant, true;
    if (!coding__asked_system(object, room, system)) return false;
    if (coding__is_own_system(*system)) return true; /* another book has another name */
    Py_INCREF(object);
    Py_XSETREF(last, object);
    meant = *system;
    return true;
}

static bool read_day(PyObject *object, coding_date *on)
{
    static PyObject   *last;
    static coding_date meant;
    if (object == last) return *on = meant, true;
    if (object == Py_None) return true;
    if (!coding__asked_day(object, on)) return false;
    Py_INCREF(object);
    Py_XSETREF(last, object);
    meant = *on;
    return true;
}

/* A str of ASCII, as codes are, lies open. */
static bool read_code(PyObject *object, coding__asked *asked)
{
    if (!PyUnicode_CheckExact(object) || !PyUnicode_IS_COMPACT_ASCII(object)) return coding__asked_text(object, asked);
    *asked = (coding__asked){(const char *)PyUnicode_1BYTE_DATA(object), (size_t)PyUnicode_GET_LENGTH(object), false,
                             NULL};
    return true;
}

static bool read_given(PyObject *code, PyObject *system, PyObject *on, question *asks)
{
    asks->system = CODING_ANY;
    asks->on = CODING__TODAY;
    if (system && !read_system(system, asks->room, &asks->system)) return false;
    if (on && !read_day(on, &asks->on)) return false;
    return read_code(code, &asks->asked);
}

static bool read_question(PyObject *self, PyObject *const *values, Py_ssize_t count, PyObject *names, question *asks)
{
    PyObject *given[PARAMETERS] = {NULL};
    asks->room = coding__py_own_room(self);
    if (!names && count == PARAMETERS) return read_given(values[CODE], values[SYSTEM], values[ON], asks);
    return place(values, count, names, given) && read_given(given[CODE], given[SYSTEM], given[ON], asks);
}

static coding_desk *borrow(coding__room *room)
{
    coding_error error;
    coding_desk *desk = coding__room_borrow(room, &error);
    if (!desk) coding__py_raise(error.status, error.reason, error.at);
    return desk;
}

static PyObject *check(PyObject *self, PyObject *const *values, Py_ssize_t count, PyObject *names)
{
    question  asks;
    PyObject *result = NULL;
    if (!read_question(self, values, count, names, &asks)) return NULL;
    coding_desk *desk = borrow(asks.room);
    if (desk) {
        coding_verdict verdict = coding__room_check(asks.room, desk, asks.asked.text, asks.asked.length, asks.system,
                                                    asks.on);
        result = coding__py_verdict(desk, &asks.asked, &verdict);
    }
    coding__room_give_back(asks.room, desk);
    coding__asked_free(&asks.asked);
    return result;
}

/* A built-in system needs no list, and so no desk of one's own. */
static bool quick_rule(const question *asks, coding_rule *rule)
{
    coding_date on = asks->on;
    if (asks->system == CODING_ANY || coding__is_own_system(asks->system) || !asks->room->reader) return false;
    if (on == CODING__TODAY) on = coding__room_day(asks->room, asks->system, on);
    *rule = coding_verdict_of_text(asks->room->reader, asks->system, asks->asked.text, asks->asked.length, on);
    return true;
}

static bool borrowed_rule(const question *asks, coding_rule *rule)
{
    coding_desk *desk = borrow(asks->room);
    if (!desk) return false;
    *rule = coding__room_verdict(asks->room, desk, asks->asked.text, asks->asked.length, asks->system, asks->on);
    coding__room_give_back(asks->room, desk);
    return true;
}

static PyObject *verdict(PyObject *self, PyObject *const *values, Py_ssize_t count, PyObject *names)
{
    question    asks;
    coding_rule rule;
    if (!read_question(self, values, count, names, &asks)) return NULL;
    bool answered = quick_rule(&asks, &rule) || borrowed_rule(&asks, &rule);
    if (asks.asked.kept) coding__asked_free(&asks.asked);
    return answered ? coding__py_name(NAME_RULE, (unsigned)rule) : NULL;
}

static PyMethodDef methods[] = {
    {"check", (PyCFunction)(void (*)(void))check, METH_FASTCALL | METH_KEYWORDS,
     "check($self, code, system=0, on=None)\n--\n\n"
     "May the code stand on that day? A Verdict with its findings, loudest first.\n\n"
     "`system` is a System or its name; System.ANY finds it, and says AMBIGUOUS where several fit. `on` is the day of\n"
     "service: a date, 20251001 or '2025-10-01'; 0 the newest edition; None today, or the newest edition where none\n"
     "reaches today. A wrong code is an answer, not an error."},
    {"verdict", (PyCFunction)(void (*)(void))verdict, METH_FASTCALL | METH_KEYWORDS,
     "verdict($self, code, system=0, on=None)\n--\n\n"
     "The bare Rule of `check`: the fast path. With a system named it looks into that one alone, so that a code of\n"
     "another system is Rule.MALFORMED or Rule.UNKNOWN and not Rule.OTHER_SYSTEM."},
};

enum { QUICK = sizeof methods / sizeof *methods };

/* The descriptor of a method; it goes into the tuple. */
static bool put(PyObject *tuple, Py_ssize_t place, PyTypeObject *book, PyMethodDef *method)
{
    PyObject *made = PyDescr_NewMethod(book, method);
    if (made) PyTuple_SET_ITEM(tuple, place, made);
    return made != NULL;
}

PyObject *coding__py_quick(PyTypeObject *book)
{
    PyObject *tuple = PyTuple_New(QUICK + CODING__EACH_METHODS + 1);
    bool      whole = tuple != NULL;
    for (int i = 0; whole && i < PARAMETERS; i++)
        whole = interned[i] || (interned[i] = PyUnicode_InternFromString(parameters[i])) != NULL;
    for (int i = 0; whole && i < QUICK; i++) whole = put(tuple, i, book, &methods[i]);
    for (int i = 0; whole && i < CODING__EACH_METHODS; i++)
        whole = put(tuple, QUICK + i, book, &coding__each_methods[i]);
    PyObject *document = whole ? PyCFunction_New(&coding__document_method, NULL) : NULL;
    if (document) PyTuple_SET_ITEM(tuple, QUICK + CODING__EACH_METHODS, document);
    else Py_CLEAR(tuple);
    return tuple;
}
