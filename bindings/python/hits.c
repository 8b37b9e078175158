/* Hits, field by field, as verdicts are: a search brings ten of them with three words of evidence each, and the words
 * of a query lead to the same words of the book in most. */
#include "make.h"

#include <string.h>

enum { FIELDS = 8, KNOWN = 16 };

/* Evidence that was made, by what it was made of. */
typedef struct known {
    coding_evidence evidence;
    PyObject       *record; /* borrowed: it is in a hit of the answer, or there is no answer */
} known;

typedef struct hits {
    coding_desk         *desk;
    const coding__asked *asked;
    coding_date          on;
    known                known[KNOWN];
    unsigned             known_count;
} hits;

/* Words of the book are the same text where they are the same word. */
static bool is_same(const coding_evidence *one, const coding_evidence *other)
{
    return one->span.offset == other->span.offset && one->span.length == other->span.length && one->link == other->link
           && one->found == other->found;
}

static PyObject *evidence_of(hits *h, const coding_evidence *evidence)
{
    for (unsigned i = 0; i < h->known_count; i++)
        if (is_same(&h->known[i].evidence, evidence)) return coding__py_share(h->known[i].record);
    PyObject *record = coding__py_make_asked(h->desk, h->asked, &coding__shape_evidence, evidence);
    if (record && h->known_count < KNOWN) h->known[h->known_count++] = (known){*evidence, record};
    return record;
}

static PyObject *all_evidence(hits *h, const coding_hit *hit)
{
    PyObject *tuple = PyTuple_New((Py_ssize_t)hit->evidence_count);
    for (size_t i = 0; tuple && i < hit->evidence_count; i++) {
        PyObject *record = evidence_of(h, &hit->evidence[i]);
        if (record) PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, record);
        else Py_CLEAR(tuple);
    }
    return tuple;
}

/* Why a hit was found is its title as often as not. */
static PyObject *why_of(const coding_hit *hit, const char *title, PyObject *made)
{
    bool is_title = hit->why && made && strcmp(hit->why, title) == 0;
    return is_title ? coding__py_share(made) : coding__py_text(hit->why);
}

static PyObject *make_hit(hits *h, const coding_hit *hit)
{
    char        text[CODING_CODE_TEXT];
    coding_code code = coding_entry_code(hit->entry);
    const char *title = coding_entry_title(h->desk, hit->entry, h->on);
    PyObject   *made = coding__py_text(title);
    PyObject   *record = coding__py_record(&coding__shape_hit, (PyObject *[FIELDS]){
        PyUnicode_FromString(coding_code_format(code, text)),
        coding__py_name(NAME_SYSTEM, (unsigned)coding_code_system(code)),
        made,
        PyFloat_FromDouble((double)hit->score),
        coding__py_name(CODING__NAMES_FIELD, (unsigned)hit->field),
        why_of(hit, title, made),
        all_evidence(h, hit),
        PyLong_FromUnsignedLong(hit->open),
    }, FIELDS);
    if (record) PyObject_GC_UnTrack(record); /* nothing in it leads back: why should the collector walk millions? */
    return record;
}

PyObject *coding__py_hits(coding_desk *desk, const coding__asked *asked, coding__dated_hits found)
{
    hits      h = {.desk = desk, .asked = asked, .on = found.on};
    PyObject *list = NULL;
    if (found.hits.status == CODING_OK) list = PyList_New((Py_ssize_t)found.hits.count);
    else coding__py_raise(found.hits.status, coding_status_text(found.hits.status), "");
    for (size_t i = 0; list && i < found.hits.count; i++) {
        PyObject *hit = make_hit(&h, &found.hits.items[i]);
        if (hit) PyList_SET_ITEM(list, (Py_ssize_t)i, hit);
        else Py_CLEAR(list);
    }
    return list;
}
