/* A verdict, field by field. It is what Python asks most, and the walk of shape.c, which asks its table about each
 * field, would make a check that finds nothing two fifths dearer: 4,044 instructions, not 2,901. Findings are walked. */
#include "make.h"

enum { FIELDS = 10 };

static PyObject *code_text(coding_code code)
{
    char text[CODING_CODE_TEXT];
    return code ? PyUnicode_FromString(coding_code_format(code, text)) : coding__py_share(Py_None);
}

static PyObject *codes(const coding_code *items, size_t count)
{
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; tuple && i < count; i++) {
        PyObject *text = code_text(items[i]);
        if (text) PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, text);
        else Py_CLEAR(tuple);
    }
    return tuple;
}

static PyObject *modifiers(const coding_code *items)
{
    size_t count = 0;
    while (count < 4 && items[count]) count++;
    return codes(items, count);
}

static PyObject *findings(coding_desk *desk, const coding__asked *asked, const coding_verdict *verdict)
{
    PyObject *tuple = PyTuple_New((Py_ssize_t)verdict->count);
    for (size_t i = 0; tuple && i < verdict->count; i++) {
        PyObject *finding = coding__py_make_asked(desk, asked, &coding__shape_finding, &verdict->findings[i]);
        if (finding) PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, finding);
        else Py_CLEAR(tuple);
    }
    return tuple;
}

PyObject *coding__py_verdict(coding_desk *desk, const coding__asked *asked, const coding_verdict *verdict)
{
    coding_code nearest = coding_entry_code(verdict->entry);
    if (verdict->status == CODING_NO_MEMORY) return PyErr_NoMemory();
    PyObject *code = code_text(verdict->code);
    return coding__py_record(&coding__shape_verdict, (PyObject *[FIELDS]){
        coding__py_name(NAME_RULE, (unsigned)verdict->rule),
        code,
        coding__py_name(NAME_SYSTEM, (unsigned)coding_code_system(verdict->code)),
        coding__py_day(verdict->on),
        findings(desk, asked, verdict),
        codes(verdict->instead, verdict->instead_count),
        nearest == verdict->code ? coding__py_share(code) : code_text(nearest),
        modifiers(verdict->parsed.modifiers),
        PyBool_FromLong(verdict->parsed.changed),
        coding__py_name(NAME_STATUS, (unsigned)verdict->status),
    }, FIELDS);
}
