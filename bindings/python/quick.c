#include "quick.h"

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

static bool read_question(PyObject *self, PyObject *const *values, Py_ssize_t count, PyObject *names, question *asks)
{
    PyObject *given[PARAMETERS] = {NULL};
    if (!place(values, count, names, given)) return false;
    asks->room = coding__py_own_room(self);
    asks->system = CODING_ANY;
    asks->on = CODING__TODAY;
    if (given[SYSTEM] && !coding__asked_system(given[SYSTEM], asks->room, &asks->system)) return false;
    if (given[ON] && given[ON] != Py_None && !coding__asked_day(given[ON], &asks->on)) return false;
    return coding__asked_text(given[CODE], &asks->asked);
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
    bool built_in = asks->system != CODING_ANY && (asks->system < CODING_OWN_FIRST || asks->system > CODING_OWN_LAST);
    if (!built_in || !asks->room->reader) return false;
    coding_code code = coding_parse(asks->system, asks->asked.text, asks->asked.length).code;
    *rule = coding_verdict_of(asks->room->reader, code, coding__room_day(asks->room, asks->system, asks->on));
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
    coding__asked_free(&asks.asked);
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

PyObject *coding__py_quick(PyTypeObject *book)
{
    for (int i = 0; i < PARAMETERS; i++)
        if (!interned[i] && !(interned[i] = PyUnicode_InternFromString(parameters[i]))) return NULL;
    return Py_BuildValue("NN", PyDescr_NewMethod(book, &methods[0]), PyDescr_NewMethod(book, &methods[1]));
}
