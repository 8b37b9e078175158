#include "make.h"

#include <string.h>

enum { DEEP = 8 };

/* A record or list that is being filled. */
typedef struct frame {
    PyObject  *container;
    Py_ssize_t place;
    bool       is_list;
} frame;

typedef struct made {
    PyObject *result;
    PyObject *last; /* the last text: the same code often comes again; borrowed */
    frame     frames[DEEP];
    frame    *top; /* NULL: the answer itself comes */
    bool      holds_lists; /* the next list is a field that stays one */
} made;

static made *own(const coding__maker *maker) { return maker->context; }

/* Takes over a new object, NULL with an exception. What is already made hangs together, and goes with the result. */
static bool put(const coding__maker *maker, PyObject *object)
{
    made *into = own(maker);
    if (!object) return false;
    if (!into->top) into->result = object;
    else if (into->top->is_list) PyList_SET_ITEM(into->top->container, into->top->place++, object);
    else PyTuple_SET_ITEM(into->top->container, into->top->place++, object);
    return true;
}

static bool fill(const coding__maker *maker, PyObject *container, bool is_list)
{
    made *into = own(maker);
    if (!put(maker, container)) return false;
    into->top = into->top ? into->top + 1 : into->frames;
    if (into->top == into->frames + DEEP) return PyErr_SetString(PyExc_SystemError, "an answer too deep"), false;
    *into->top = (frame){container, 0, is_list};
    return true;
}

static bool make_record(const coding__maker *maker, const coding__shape *shape)
{
    PyTypeObject *class = coding__py_class(shape);
    own(maker)->holds_lists = shape->number == CODING__SHAPE_VALUES;
    return class && fill(maker, class->tp_alloc(class, shape->count), false);
}

static bool make_list(const coding__maker *maker, size_t count)
{
    bool is_list = !own(maker)->top || own(maker)->holds_lists;
    return fill(maker, is_list ? PyList_New((Py_ssize_t)count) : PyTuple_New((Py_ssize_t)count), is_list);
}

static bool make_end(const coding__maker *maker)
{
    made *into = own(maker);
    into->top = into->top == into->frames ? NULL : into->top - 1;
    return true;
}

static bool make_none(const coding__maker *maker) { return put(maker, coding__py_share(Py_None)); }

static bool is_same(PyObject *text, const char *bytes, size_t length)
{
    return text && PyUnicode_IS_COMPACT_ASCII(text) && (size_t)PyUnicode_GET_LENGTH(text) == length &&
           memcmp(PyUnicode_1BYTE_DATA(text), bytes, length) == 0;
}

static bool make_text(const coding__maker *maker, const char *bytes, size_t length)
{
    PyObject **last = &own(maker)->last;
    if (is_same(*last, bytes, length)) return put(maker, coding__py_share(*last));
    return put(maker, *last = PyUnicode_DecodeUTF8(bytes, (Py_ssize_t)length, "replace"));
}

static bool make_count(const coding__maker *maker, uint64_t count)
{
    return put(maker, PyLong_FromLongLong((int64_t)count));
}

static bool make_number(const coding__maker *maker, uint64_t number)
{
    return put(maker, PyLong_FromUnsignedLongLong(number));
}

static bool make_real(const coding__maker *maker, double real) { return put(maker, PyFloat_FromDouble(real)); }
static bool make_flag(const coding__maker *maker, bool flag) { return put(maker, PyBool_FromLong(flag)); }
static bool make_day(const coding__maker *maker, coding_date day) { return put(maker, coding__py_day(day)); }

static bool make_name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    return put(maker, coding__py_name(names->number, member));
}

static bool make_span(const coding__maker *maker, size_t offset, size_t length)
{
    PyTypeObject *class = coding__py_class(&coding__shape_span);
    if (!class || !fill(maker, class->tp_alloc(class, 2), false)) return false;
    return make_count(maker, offset) && make_count(maker, length) && make_end(maker);
}

PyObject *coding__py_record(const coding__shape *shape, PyObject *const *fields, Py_ssize_t count)
{
    PyTypeObject *class = coding__py_class(shape);
    PyObject     *record = class ? class->tp_alloc(class, count) : NULL;
    bool          is_whole = record != NULL;
    for (Py_ssize_t i = 0; i < count; i++) {
        is_whole = is_whole && fields[i];
        if (record) PyTuple_SET_ITEM(record, i, fields[i]);
        else Py_XDECREF(fields[i]);
    }
    if (!is_whole) Py_CLEAR(record);
    return record;
}

PyObject *coding__py_make(const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    made                into; /* its frames need no beginning */
    coding_error        error;
    const coding__maker maker = {
        .context = &into, .record = make_record, .list = make_list, .end = make_end, .none = make_none,
        .text = make_text, .count = make_count, .number = make_number, .real = make_real, .flag = make_flag,
        .name = make_name, .day = make_day, .span = make_span,
    };
    into.result = into.last = NULL;
    into.top = NULL;
    into.holds_lists = false;
    if (coding__hand_over(ask, shape, answer, &maker, &error)) return into.result;
    Py_CLEAR(into.result);
    if (error.status != CODING_OK) coding__py_raise(error.status, error.reason, error.at);
    return NULL;
}

PyObject *coding__py_make_asked(coding_desk *desk, const coding__asked *asked, const coding__shape *shape,
                                const void *answer)
{
    coding__unit unit = asked->in_bytes ? CODING__BYTES : CODING__CODE_POINTS;
    return coding__py_make(&(coding__ask){desk, asked->text, asked->length, unit, 0}, shape, answer);
}
