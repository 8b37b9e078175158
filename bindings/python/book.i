/* What Python does by hand: the calls of nanoseconds, which SWIG's reading of arguments would double (quick.h), and
 * columns (column.h). */
%typemap(in) coding_system system { if (!coding__asked_system($input, arg1, &$1)) SWIG_fail; }

%ignore coding__room::check;
%ignore coding__room::verdict;

/* coding/_book.py gives them their names, defaults and documentation. */
%rename("_%s", %$isfunction, %$ismember) "";

%native(_register) PyObject *coding__py_native_register(PyObject *module, PyObject *args);
%native(_verdict_many) PyObject *coding__py_verdict_many(PyObject *module, PyObject *args);
%native(_rows_many) PyObject *coding__py_rows_many(PyObject *module, PyObject *args);
%native(_numbers_many) PyObject *coding__py_numbers_many(PyObject *module, PyObject *args);
%native(_map_many) PyObject *coding__py_map_many(PyObject *module, PyObject *args);
%native(_comorbidity_many) PyObject *coding__py_comorbidity_many(PyObject *module, PyObject *args);
%native(_risk_many) PyObject *coding__py_risk_many(PyObject *module, PyObject *args);
%native(_group_many) PyObject *coding__py_group_many(PyObject *module, PyObject *args);

%{
/* For our own C: the room of a Book. NULL with an exception where it is none. */
coding__room *coding__py_room(PyObject *object)
{
    void *room = NULL;
    if (SWIG_IsOK(SWIG_ConvertPtr(object, &room, SWIGTYPE_p_coding__room, 0)) && room) return room;
    PyErr_Format(PyExc_TypeError, "a Book is needed, not %s", Py_TYPE(object)->tp_name);
    return NULL;
}

/* The same where Python has seen to it that it is a Book. */
coding__room *coding__py_own_room(PyObject *self) { return ((SwigPyObject *)self)->ptr; }

static PyObject *coding__py_native_register(PyObject *module, PyObject *args)
{
    PyObject *records, *names, *errors;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOO", &records, &names, &errors)) return NULL;
    if (!coding__py_register(records, names, errors)) return NULL;
    return coding__py_quick(((SwigPyClientData *)SWIGTYPE_p_coding__room->clientdata)->pytype);
}
%}
