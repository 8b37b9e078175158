/* The library's answers as Python's own objects: NamedTuples, members of IntEnums, dates, text. Everything is copied,
 * so that nothing of a desk or a book lives in them. The classes are written in Python and registered at import. */
#ifndef CODING_PYTHON_RECORDS_H
#define CODING_PYTHON_RECORDS_H

#include "asked.h"

/* Kinds of records, in the order of `RECORDS` in coding/_records.py; enumerations as in `NAMES` of coding/_names.py. */
enum {
    RECORD_BLOCK,
    RECORD_CANDIDATE,
    RECORD_COMPLETION,
    RECORD_EDITION,
    RECORD_ENTRY,
    RECORD_EVIDENCE,
    RECORD_FINDING,
    RECORD_HIT,
    RECORD_NOTE,
    RECORD_ORIGIN,
    RECORD_PARSED,
    RECORD_PART,
    RECORD_PERIOD,
    RECORD_REFERENCE,
    RECORD_SECTION,
    RECORD_SEVEN,
    RECORD_SOURCE,
    RECORD_SPAN,
    RECORD_SPLIT,
    RECORD_SUGGESTION,
    RECORD_TITLE,
    RECORD_VALUE,
    RECORD_VALUES,
    RECORD_VERDICT,
    RECORDS_TOTAL
};
enum {
    NAME_CPT,
    NAME_CURE,
    NAME_DAMAGE,
    NAME_FIELD,
    NAME_LINK,
    NAME_NOTE,
    NAME_PART,
    NAME_REPAIR,
    NAME_RULE,
    NAME_SEVERITY,
    NAME_STATUS,
    NAME_SYSTEM,
    NAMES_TOTAL
};

/* `records`: a tuple of classes; `names`: a tuple of tuples, each with the member of a number in its place; `errors`:
 * what raises a status, called with status, reason and at. */
bool coding__py_register(PyObject *records, PyObject *names, PyObject *errors);

/* A member, by its number. */
PyObject *coding__py_name(int kind, unsigned number);

PyObject *coding__py_text(const char *text); /* NULL: None */
PyObject *coding__py_code(coding_code code); /* in its own spelling; 0: None */
PyObject *coding__py_day(coding_date day);   /* no day: None */
void      coding__py_raise(coding_status status, const char *reason, const char *at);

PyObject *coding__py_parsed(const coding__asked *asked, const coding_parsed *parsed);
PyObject *coding__py_verdict(coding_desk *desk, const coding__asked *asked, const coding_verdict *verdict);
PyObject *coding__py_suggestions(coding_suggestions near);
PyObject *coding__py_candidates(const coding__asked *asked, coding_candidates candidates);
PyObject *coding__py_hits(coding_desk *desk, const coding__asked *asked, coding__dated_hits found);
PyObject *coding__py_completions(coding_completions words);
PyObject *coding__py_term(const coding__asked *asked, coding_term term);
PyObject *coding__py_entry(coding_desk *desk, coding__dated_entry dated);
PyObject *coding__py_entries(coding_desk *desk, coding__dated_entries dated);
PyObject *coding__py_periods(coding_periods periods);
PyObject *coding__py_titles(coding_dated_titles titles);
PyObject *coding__py_notes(coding_notes notes);
PyObject *coding__py_sevens(coding_sevens sevens);
PyObject *coding__py_values(coding_values values);
PyObject *coding__py_blocks(coding_blocks blocks);
PyObject *coding__py_codes(coding_codes codes);
PyObject *coding__py_source(coding_source source); /* None where nobody says so */
PyObject *coding__py_edition(coding_edition edition);
PyObject *coding__py_origin(coding_origin origin);
PyObject *coding__py_section(coding_section section);

#endif
