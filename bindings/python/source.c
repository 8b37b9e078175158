#include "source.h"

typedef struct visitor {
    coding__visit *visit;
    void          *context;
} visitor;

static bool visit_array(const visitor *v, const ArrowSchema *schema, const ArrowArray *array)
{
    coding__column column;
    return coding__column_of_array(&column, schema, array) && v->visit(v->context, &column);
}

static bool visit_chunks(const visitor *v, ArrowArrayStream *stream, const ArrowSchema *schema)
{
    for (bool going = true; going;) {
        ArrowArray array = {0};
        int        failed = stream->get_next(stream, &array);
        if (failed) return PyErr_Format(PyExc_OSError, "the Arrow stream failed: %d", failed), false;
        if (!array.release) return true;
        going = visit_array(v, schema, &array);
        array.release(&array);
    }
    return false;
}

static bool visit_stream(const visitor *v, PyObject *texts)
{
    PyObject         *capsule = PyObject_CallMethod(texts, "__arrow_c_stream__", NULL);
    ArrowArrayStream *stream = capsule ? PyCapsule_GetPointer(capsule, "arrow_array_stream") : NULL;
    ArrowSchema       schema = {0};
    bool              read = stream && stream->get_schema(stream, &schema) == 0;
    if (stream && !read) PyErr_SetString(PyExc_OSError, "the Arrow stream has no schema");
    bool visited = read && visit_chunks(v, stream, &schema);
    if (schema.release) schema.release(&schema);
    Py_XDECREF(capsule);
    return visited;
}

static bool visit_arrow_array(const visitor *v, PyObject *texts)
{
    PyObject *pair = PyObject_CallMethod(texts, "__arrow_c_array__", NULL);
    bool      two = pair && PyTuple_Check(pair) && PyTuple_GET_SIZE(pair) == 2;
    if (pair && !two) PyErr_SetString(PyExc_TypeError, "__arrow_c_array__ must answer two capsules");
    ArrowSchema *schema = two ? PyCapsule_GetPointer(PyTuple_GET_ITEM(pair, 0), "arrow_schema") : NULL;
    ArrowArray  *array = schema ? PyCapsule_GetPointer(PyTuple_GET_ITEM(pair, 1), "arrow_array") : NULL;
    bool         visited = array && visit_array(v, schema, array);
    Py_XDECREF(pair);
    return visited;
}

/* Into a tuple of our own: whatever others do to a list meanwhile, its items stay. */
static bool visit_objects(const visitor *v, PyObject *texts)
{
    coding__column column;
    PyObject      *items = PySequence_Tuple(texts);
    if (!items) {
        if (PyErr_ExceptionMatches(PyExc_TypeError))
            PyErr_Format(PyExc_TypeError, "a column of codes is needed: a sequence, an array, Arrow data, not %s",
                         Py_TYPE(texts)->tp_name);
        return false;
    }
    coding__column_of_objects(&column, items);
    bool visited = v->visit(v->context, &column);
    Py_DECREF(items);
    return visited;
}

static bool visit_buffer(const visitor *v, PyObject *texts)
{
    coding__column column = {0};
    Py_buffer      buffer;
    if (PyObject_GetBuffer(texts, &buffer, PyBUF_RECORDS_RO) != 0) return false;
    bool read = coding__column_of_buffer(&column, &buffer);
    bool objects = read && column.layout == LAYOUT_OBJECTS;
    bool visited = read && !objects && v->visit(v->context, &column);
    PyBuffer_Release(&buffer);
    return objects ? visit_objects(v, texts) : visited;
}

bool coding__each_column(PyObject *texts, coding__visit *visit, void *context)
{
    visitor v = {visit, context};
    if (PyUnicode_Check(texts) || PyBytes_Check(texts))
        return PyErr_SetString(PyExc_TypeError, "a column of codes is needed, not one text"), false;
    if (PyObject_HasAttrString(texts, "__arrow_c_stream__")) return visit_stream(&v, texts);
    if (PyObject_HasAttrString(texts, "__arrow_c_array__")) return visit_arrow_array(&v, texts);
    if (PyObject_CheckBuffer(texts)) return visit_buffer(&v, texts);
    return visit_objects(&v, texts);
}
