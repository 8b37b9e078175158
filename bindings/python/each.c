/* A block of texts is asked without the GIL, its answers gathering on the desk; then they become records, with it. */
#include "each.h"

#include "asks.h"
#include "job.h"
#include "make.h"
#include "pieces.h"
#include "quick.h"
#include "records.h"

typedef struct each each;

/* What is asked of each text. An answer lies in `size` bytes; `block` answers lie on the desk at once. */
typedef struct question {
    size_t size;
    size_t block;
    bool   of_numbers; /* may be asked of codes that are numbers */
    void (*ask)(each *e, size_t index, void *answer);
    PyObject *(*tell)(each *e, const coding__asked *asked, const void *answer);
} question;

struct each {
    coding__job           job;
    const question       *question;
    const coding__column *column;
    coding__pieces       *pieces;
    char                 *answers;
    PyObject             *list;
    uint32_t              count; /* hits wanted of a search, and where they may lie */
    int                   billable_only;
    coding_code           first, last;
    uint64_t              rules; /* of a review */
    int                   notes, money;
};

/* --- What is asked. */

static void ask_check(each *e, size_t index, void *answer)
{
    coding_verdict *verdict = answer;
    const char     *text = e->pieces->texts[index];
    size_t          at = e->pieces->first + index;
    coding_date     on = coding__job_day(&e->job, at);
    if (e->column->layout != LAYOUT_NUMBERS) {
        *verdict = coding__room_check(e->job.room, e->job.desk, text, e->pieces->lengths[index], e->job.system, on);
        return;
    }
    coding_code code = coding__column_number(e->column, at);
    *verdict = coding_check(e->job.desk, code, coding__room_day(e->job.room, coding_code_system(code), on));
}

static PyObject *tell_check(each *e, const coding__asked *asked, const void *answer)
{
    PyObject *verdict = coding__py_verdict(e->job.desk, asked, answer);
    if (verdict) PyObject_GC_UnTrack(verdict); /* nothing in it leads back: the collector need not walk millions */
    return verdict;
}

static void ask_search(each *e, size_t index, void *answer)
{
    coding_date on = coding__job_day(&e->job, e->pieces->first + index);
    *(coding__dated_hits *)answer = coding__room_search(e->job.room, e->job.desk, e->pieces->texts[index],
                                                        e->pieces->lengths[index], e->job.system, on, e->count, 0,
                                                        e->billable_only, e->first, e->last);
}

static PyObject *tell_search(each *e, const coding__asked *asked, const void *answer)
{
    return coding__py_hits(e->job.desk, asked, *(const coding__dated_hits *)answer);
}

/* Row and score of a hit, one after the other: the caller makes columns of them. */
typedef struct place {
    uint32_t row;
    float    score;
} place;

static PyObject *tell_rows(each *e, const coding__asked *asked, const void *answer)
{
    const coding_hits *hits = &((const coding__dated_hits *)answer)->hits;
    (void)e, (void)asked;
    if (hits->status != CODING_OK) return coding__py_raise(hits->status, coding_status_text(hits->status), ""), NULL;
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(hits->count * sizeof(place)));
    place    *places = bytes ? (place *)(void *)PyBytes_AS_STRING(bytes) : NULL;
    for (size_t i = 0; bytes && i < hits->count; i++)
        places[i] = (place){hits->items[i].entry.row, hits->items[i].score};
    return bytes;
}

/* A claim whose text is no claim has its reason. */
typedef struct reviewed {
    coding_review review;
    coding_error  error;
} reviewed;

static void ask_review(each *e, size_t index, void *answer)
{
    reviewed *said = answer;
    said->error.status = CODING_OK;
    said->review = coding__room_review(e->job.room, e->job.desk, e->pieces->texts[index], e->pieces->lengths[index],
                                       e->rules, e->notes, e->money, &said->error);
}

static PyObject *tell_review(each *e, const coding__asked *asked, const void *answer)
{
    const reviewed *said = answer;
    coding__ask     ask = {.desk = e->job.desk, .text = asked->text, .length = asked->length};
    if (said->error.status == CODING_OK) return coding__py_make(&ask, &coding__shape_review, &said->review);
    return coding__py_raise(said->error.status, said->error.reason, said->error.at), NULL;
}

static const question checks = {sizeof(coding_verdict), 1024, true, ask_check, tell_check};
static const question searches = {sizeof(coding__dated_hits), 64, false, ask_search, tell_search};
static const question searches_for_rows = {sizeof(coding__dated_hits), 64, false, ask_search, tell_rows};
static const question reviews = {sizeof(reviewed), 64, false, ask_review, tell_review};

/* --- Block by block. */

static void ask_block(each *e)
{
    for (size_t i = 0; i < e->pieces->count; i++)
        if (!coding__job_is_null(&e->job, e->column, e->pieces->first + i))
            e->question->ask(e, i, e->answers + i * e->question->size);
}

static PyObject *tell_one(each *e, size_t index)
{
    size_t at = e->pieces->first + index;
    if (coding__job_is_null(&e->job, e->column, at)) return coding__py_share(Py_None);
    coding__asked asked = {e->pieces->texts[index], e->pieces->lengths[index], coding__column_in_bytes(e->column, at),
                           NULL};
    return e->question->tell(e, &asked, e->answers + index * e->question->size);
}

static bool tell_block(each *e)
{
    for (size_t i = 0; i < e->pieces->count; i++) {
        PyObject *told = tell_one(e, i);
        bool      kept = told && PyList_Append(e->list, told) == 0;
        Py_XDECREF(told);
        if (!kept) return false;
    }
    return true;
}

static bool answer_block(each *e, size_t first)
{
    bool                   gathered;
    Py_BEGIN_ALLOW_THREADS gathered = coding__pieces_gather(e->pieces, e->column, first, e->question->block);
    if (gathered) ask_block(e);
    Py_END_ALLOW_THREADS bool answered = gathered && tell_block(e);
    coding_desk_clear(e->job.desk);
    return answered;
}

static bool visit(void *context, const coding__column *column)
{
    each *e = context;
    e->column = column;
    if (column->layout == LAYOUT_NUMBERS && !e->question->of_numbers)
        return PyErr_SetString(PyExc_TypeError, "a column of texts is needed, not of numbers"), false;
    if (!coding__job_has_days(&e->job, column->count)) return false;
    for (size_t first = 0; first < column->count; first += e->pieces->count)
        if (!answer_block(e, first)) return false;
    e->job.done += column->count;
    return true;
}

static bool run(each *e, PyObject *texts)
{
    e->pieces = PyMem_Malloc(sizeof *e->pieces);
    e->answers = PyMem_Malloc(e->question->block * e->question->size);
    if (!e->pieces || !e->answers) return PyErr_NoMemory(), false;
    e->list = PyList_New(0);
    return e->list && coding__each_column(texts, visit, e) && coding__job_is_whole(&e->job);
}

static PyObject *answer_each(each *e, PyObject *self, PyObject *texts, PyObject *system, PyObject *on)
{
    if (!coding__job_start(&e->job, coding__py_own_room(self), system, on) || !run(e, texts)) Py_CLEAR(e->list);
    PyMem_Free(e->answers);
    PyMem_Free(e->pieces);
    coding__job_end(&e->job);
    return e->list;
}

/* --- The methods. */

static PyObject *check_many(PyObject *self, PyObject *args)
{
    PyObject *codes, *system, *on;
    each      e = {.question = &checks};
    if (!PyArg_ParseTuple(args, "OOO", &codes, &system, &on)) return NULL;
    return answer_each(&e, self, codes, system, on);
}

static PyObject *search(PyObject *self, PyObject *args, const question *asked)
{
    PyObject          *texts, *system, *on;
    Py_ssize_t         count;
    unsigned long long first, last;
    each               e = {.question = asked};
    if (!PyArg_ParseTuple(args, "OOOnpKK", &texts, &system, &on, &count, &e.billable_only, &first, &last)) return NULL;
    if (count < 0 || (size_t)count > UINT32_MAX) return PyErr_Format(PyExc_OverflowError, "no such count: %zd", count);
    e.count = (uint32_t)count;
    e.first = first;
    e.last = last;
    return answer_each(&e, self, texts, system, on);
}

static PyObject *search_many(PyObject *self, PyObject *args) { return search(self, args, &searches); }

static PyObject *search_rows_many(PyObject *self, PyObject *args) { return search(self, args, &searches_for_rows); }

static PyObject *review_many(PyObject *self, PyObject *args)
{
    PyObject          *claims;
    unsigned long long rules;
    each               e = {.question = &reviews};
    if (!PyArg_ParseTuple(args, "OKpp", &claims, &rules, &e.notes, &e.money)) return NULL;
    PyObject *any = PyLong_FromLong(CODING_ANY);
    e.rules = rules;
    PyObject *answer = any ? answer_each(&e, self, claims, any, Py_None) : NULL;
    Py_XDECREF(any);
    return answer;
}

/* coding/_book.py gives them their defaults and documentation. */
PyMethodDef coding__each_methods[CODING__EACH_METHODS] = {
    {"_check_many", check_many, METH_VARARGS, NULL},
    {"_search_many", search_many, METH_VARARGS, NULL},
    {"_search_rows_many", search_rows_many, METH_VARARGS, NULL},
    {"_review_many", review_many, METH_VARARGS, NULL},
};
