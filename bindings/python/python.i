/* Python's manners: text and days in, NamedTuples and IntEnums out (records.h), the library's words in exceptions. */
%begin %{
#define PY_SSIZE_T_CLEAN
%}
%{
#include "column.h"
#include "quick.h"
#include "records.h"

#define coding__raise(error) do { coding__py_raise((error).status, (error).reason, (error).at); SWIG_fail; } while (0)
%}

%nothread;
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

%typemap(out) coding_parsed coding_parse "$result = coding__py_parsed(&asked2, &$1);"
%typemap(out) coding_parsed "$result = coding__py_parsed(&asked3, &$1);"
%typemap(out) coding_suggestions "$result = coding__py_suggestions($1);"
%typemap(out) coding_candidates "$result = coding__py_candidates(&asked3, $1);"
%typemap(out) coding__dated_hits "$result = coding__py_hits(arg2, &asked3, $1);"
%typemap(out) coding_completions "$result = coding__py_completions($1);"
%typemap(out) coding__dated_entry "$result = coding__py_entry(arg2, $1);"
%typemap(out) coding__dated_entries "$result = coding__py_entries(arg2, $1);"
%typemap(out) coding_periods "$result = coding__py_periods($1);"
%typemap(out) coding_dated_titles "$result = coding__py_titles($1);"
%typemap(out) coding_notes "$result = coding__py_notes($1);"
%typemap(out) coding_sevens "$result = coding__py_sevens($1);"
%typemap(out) coding_values "$result = coding__py_values($1);"
%typemap(out) coding_blocks "$result = coding__py_blocks($1);"
%typemap(out) coding_codes "$result = coding__py_codes($1);"
%typemap(out) coding_source "$result = coding__py_source($1);"
%typemap(out) coding_edition "$result = coding__py_edition($1);"
%typemap(out) coding_origin "$result = coding__py_origin($1);"
%typemap(out) coding_section "$result = coding__py_section($1);"
%typemap(out) coding_term "$result = coding__py_term(&asked3, $1);"
%typemap(out) coding__rows "$result = Py_BuildValue(\"II\", $1.first, $1.past);"
