/* Python's manners: text and days in, NamedTuples and IntEnums out (records.h), the library's words in exceptions. */
%begin %{
#define PY_SSIZE_T_CLEAN
%}
%{
#include "column.h"
#include "persons.h"
#include "quick.h"
#include "make.h"

#define coding__raise(error) do { coding__py_raise((error).status, (error).reason, (error).at); SWIG_fail; } while (0)
%}

%nothread;
%thread coding__room::annotate;
%thread coding__room::operate;
%thread coding__room::scan;
%thread coding__room::review;
%thread coding__room::review_file;
%thread coding__room::search;
%thread coding__room::term_codes;
%thread coding__room::verify;

%typemap(argout) coding_error *error {
    if ($1->status != CODING_OK) {
        Py_CLEAR($result);
        coding__raise(*$1);
    }
}
%typemap(in) const char *path (PyObject *encoded = NULL) {
    if ($input != Py_None && !PyUnicode_FSConverter($input, &encoded)) SWIG_fail;
    $1 = encoded ? PyBytes_AS_STRING(encoded) : NULL;
}
%typemap(freearg) const char *path "Py_XDECREF(encoded$argnum);"

%typemap(in) (const char *text, size_t length) (coding__asked asked = {0}) {
    if (!coding__asked_text($input, &asked)) SWIG_fail;
    $1 = (char *)asked.text;
    $2 = asked.length;
}
%typemap(freearg) (const char *text, size_t length) "coding__asked_free(&asked$argnum);"
%typemap(in) coding_system system { if (!coding__asked_system($input, NULL, &$1)) SWIG_fail; }
%typemap(in) coding_date on { if (!coding__asked_day($input, &$1)) SWIG_fail; }

%typemap(out) const char * "$result = coding__py_text($1);"
%typemap(out) char "$result = PyUnicode_FromStringAndSize(&$1, $1 != 0);"
%typemap(out) coding_date "$result = coding__py_day($1);"
%typemap(out) coding_system "$result = coding__py_name(NAME_SYSTEM, (unsigned)$1);"
%typemap(out) coding_rule "$result = coding__py_name(NAME_RULE, (unsigned)$1);"
%typemap(out) coding_cpt_category "$result = coding__py_name(NAME_CPT, (unsigned)$1);"
%typemap(out) coding_visit_family "$result = coding__py_name(NAME_VISIT_FAMILY, (unsigned)$1);"

/* Answers are what their shapes say; those that point into a text count it as it came, in characters or in bytes. */
%define coding__answer(TYPE, NAME)
%typemap(out) TYPE {
    coding__ask ask = {coding__asked_##NAME, CODING__BYTES, 0};
    $result = coding__py_make(&ask, &coding__shape_##NAME, &$1);
}
%enddef
%include "../answers.i"

%typemap(out) coding_parsed coding_parse "$result = coding__py_make_asked(NULL, &asked2, &coding__shape_parsed, &$1);"
%typemap(out) coding_parsed "$result = coding__py_make_asked(arg2, &asked3, &coding__shape_parsed, &$1);"
%typemap(out) coding_annotation "$result = coding__py_make_asked(arg2, &asked3, &coding__shape_annotation, &$1);"
%typemap(out) coding__operations "$result = coding__py_make_asked(arg2, &asked3, &coding__shape_operations, &$1);"
%typemap(out) coding__scanned "$result = coding__py_make_asked(arg2, &asked3, &coding__shape_scanned, &$1);"
%typemap(out) coding_candidates "$result = coding__py_make_asked(arg2, &asked3, &coding__shape_candidates, &$1);"
%typemap(out) coding__dated_hits "$result = coding__py_hits(arg2, &asked3, $1);"
%typemap(out) coding_term "$result = coding__py_make_asked(arg2, &asked3, &coding__shape_term, &$1);"
%typemap(out) coding__rows "$result = Py_BuildValue(\"II\", $1.first, $1.past);"
