#include "document.h"

#include <string.h>

/* A field or member that this package has not is passed over. */
static bool put_doc(PyTypeObject *owner, const coding__doc *doc)
{
    PyObject *member = PyObject_GetAttrString((PyObject *)owner, doc->member);
    PyObject *text = member ? PyUnicode_FromString(doc->text) : NULL;
    bool      put = text && PyObject_SetAttrString(member, "__doc__", text) == 0;
    Py_XDECREF(member);
    Py_XDECREF(text);
    if (!put && PyErr_ExceptionMatches(PyExc_AttributeError)) PyErr_Clear();
    return !PyErr_Occurred();
}

static bool document(PyTypeObject *owner)
{
    for (size_t i = 0; i < coding__doc_count; i++)
        if (!strcmp(coding__docs[i].owner, owner->tp_name) && !put_doc(owner, &coding__docs[i])) return false;
    return true;
}

static bool document_each(PyObject *tuple, PyTypeObject *(*type_of)(PyObject *item))
{
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(tuple); i++) {
        PyTypeObject *owner = type_of(PyTuple_GET_ITEM(tuple, i));
        if (owner && !document(owner)) return false;
    }
    return true;
}

static PyTypeObject *itself(PyObject *item) { return PyType_Check(item) ? (PyTypeObject *)item : NULL; }

static PyTypeObject *of_first(PyObject *item)
{
    bool is_some = PyTuple_Check(item) && PyTuple_GET_SIZE(item) > 0;
    return is_some ? Py_TYPE(PyTuple_GET_ITEM(item, 0)) : NULL;
}

static PyObject *document_all(PyObject *module, PyObject *args)
{
    PyObject *records, *names;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!O!", &PyTuple_Type, &records, &PyTuple_Type, &names)) return NULL;
    if (!document_each(records, itself) || !document_each(names, of_first)) return NULL;
    Py_RETURN_NONE;
}

PyMethodDef coding__document_method = {"_document", document_all, METH_VARARGS, NULL};
