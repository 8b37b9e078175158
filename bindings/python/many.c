/* Rules, rows and numbers of many codes. Nothing of Python is touched while they are looked up, so that other threads
 * go on. */
#include "job.h"
#include "pieces.h"
#include "quick.h"

#include <string.h>

enum { BLOCK = 1024, NULL_RULE = 255 };

typedef struct many {
    coding__job     job;
    coding__pieces *pieces;
    size_t          width;  /* of an answer: a rule, a row or a code */
    PyObject       *answer; /* bytearray */
} many;

/* Where the answers of a column go: one of the three. */
typedef struct answers {
    coding_code *codes;
    uint8_t     *rules;
    uint32_t    *rows;
} answers;

static answers behind(answers out, size_t count)
{
    return (answers){out.codes ? out.codes + count : NULL, out.rules ? out.rules + count : NULL,
                     out.rows ? out.rows + count : NULL};
}

static const coding_date *days_of(const many *m, size_t first)
{
    return m->job.days.each ? m->job.days.each + m->job.done + first : NULL;
}

/* Arrow's strings and numpy's fields go to the library as they lie. */
static bool answer_whole(const many *m, const coding__column *column, answers out)
{
    const coding__job *job = &m->job;
    const coding_date *days = days_of(m, 0);
    coding_date        on = job->days.on;
    size_t             count = column->count;
    if (column->indices || !count) return false;
    switch (column->layout) {
    case LAYOUT_OFFSETS:
        coding_verdict_of_texts(job->desk, job->system, column->data, (const int32_t *)(const void *)column->base, days,
                                on, count, out.codes, out.rules, out.rows);
        return true;
    case LAYOUT_LARGE_OFFSETS:
        coding_verdict_of_large_texts(job->desk, job->system, column->data, (const int64_t *)(const void *)column->base,
                                      days, on, count, out.codes, out.rules, out.rows);
        return true;
    case LAYOUT_FIXED:
        coding_verdict_of_fixed_texts(job->desk, job->system, column->base, column->width, column->stride, days, on,
                                      count, out.codes, out.rules, out.rows);
        return true;
    default: return false;
    }
}

static void answer_numbers(const many *m, const coding__column *column, answers out)
{
    coding_code codes[BLOCK];
    for (size_t first = 0; first < column->count; first += BLOCK, out = behind(out, BLOCK)) {
        size_t count = column->count - first < BLOCK ? column->count - first : BLOCK;
        for (size_t i = 0; i < count; i++)
            codes[i] = coding__column_is_null(column, first + i) ? 0 : coding__column_number(column, first + i);
        if (out.codes) memcpy(out.codes, codes, count * sizeof *codes);
        else coding_verdict_of_many(m->job.desk, codes, days_of(m, first), m->job.days.on, count, out.rules, out.rows);
    }
}

/* Users' own systems have patterns, which are asked one by one. */
static void answer_own(const many *m, const coding__pieces *pieces, answers out)
{
    const coding__job *job = &m->job;
    coding_code        codes[BLOCK];
    for (size_t i = 0; i < pieces->count; i++)
        codes[i] = coding_read(job->desk, job->system, pieces->texts[i], pieces->lengths[i]).code;
    if (out.codes) memcpy(out.codes, codes, pieces->count * sizeof *codes);
    else
        coding_verdict_of_many(job->desk, codes, days_of(m, pieces->first), job->days.on, pieces->count, out.rules,
                               out.rows);
    coding_desk_clear(job->desk);
}

/* Where no system is named each text is checked by itself. */
static void answer_any(const many *m, const coding__pieces *pieces, answers out)
{
    const coding__job *job = &m->job;
    for (size_t i = 0; i < pieces->count; i++) {
        coding_date    on = coding__job_day(job, pieces->first + i);
        coding_verdict verdict = coding__room_check(job->room, job->desk, pieces->texts[i], pieces->lengths[i],
                                                    CODING_ANY, on);
        bool           exact = verdict.code && coding_entry_code(verdict.entry) == verdict.code;
        if (out.codes) out.codes[i] = verdict.code;
        if (out.rules) out.rules[i] = (uint8_t)verdict.rule;
        if (out.rows) out.rows[i] = exact ? verdict.entry.row : UINT32_MAX;
        coding_desk_clear(job->desk);
    }
}

static void answer_pieces(const many *m, const coding__pieces *pieces, answers out)
{
    const coding__job *job = &m->job;
    if (job->system == CODING_ANY) answer_any(m, pieces, out);
    else if (coding__is_own_system(job->system)) answer_own(m, pieces, out);
    else
        coding_verdict_of_scattered_texts(job->desk, job->system, pieces->texts, pieces->lengths,
                                          days_of(m, pieces->first), job->days.on, pieces->count, out.codes, out.rules,
                                          out.rows);
}

static bool answer_blocks(const many *m, const coding__column *column, answers out)
{
    for (size_t first = 0; first < column->count; first += m->pieces->count) {
        if (!coding__pieces_gather(m->pieces, column, first, BLOCK)) return false;
        answer_pieces(m, m->pieces, behind(out, first));
    }
    return true;
}

static void mark_nulls(const many *m, const coding__column *column, answers out)
{
    if (!column->valid && column->layout != LAYOUT_OBJECTS && !m->job.days.each) return;
    for (size_t i = 0; i < column->count; i++) {
        bool null = coding__job_is_null(&m->job, column, i);
        if (null && out.codes) out.codes[i] = 0;
        if (null && out.rules) out.rules[i] = NULL_RULE;
        if (null && out.rows) out.rows[i] = UINT32_MAX;
    }
}

static bool answer_column(const many *m, const coding__column *column, answers out)
{
    bool built_in = m->job.system != CODING_ANY && !coding__is_own_system(m->job.system);
    bool answered = true;
    if (column->layout == LAYOUT_NUMBERS) answer_numbers(m, column, out);
    else if (!built_in || !answer_whole(m, column, out)) answered = answer_blocks(m, column, out);
    if (answered) mark_nulls(m, column, out);
    return answered;
}

static bool visit(void *context, const coding__column *column)
{
    many      *m = context;
    size_t     width = m->width, done = m->job.done;
    bool       answered;
    Py_ssize_t size = (Py_ssize_t)((done + column->count) * width);
    if (!coding__job_has_days(&m->job, column->count) || PyByteArray_Resize(m->answer, size) != 0) return false;
    void                  *bytes = PyByteArray_AS_STRING(m->answer);
    answers                out = behind((answers){width == sizeof(coding_code) ? bytes : NULL,
                                                  width == sizeof(uint8_t) ? bytes : NULL,
                                                  width == sizeof(uint32_t) ? bytes : NULL}, done);
    Py_BEGIN_ALLOW_THREADS answered = answer_column(m, column, out);
    Py_END_ALLOW_THREADS   m->job.done += column->count;
    return answered;
}

static bool start(many *m, PyObject *args)
{
    PyObject *book, *codes, *system, *on;
    if (!PyArg_ParseTuple(args, "OOOO", &book, &codes, &system, &on)) return false;
    if (!coding__job_start(&m->job, coding__py_room(book), system, on)) return false;
    if (m->job.system != CODING_ANY) m->job.days.on = coding__room_day(m->job.room, m->job.system, m->job.days.on);
    m->pieces = PyMem_Malloc(sizeof *m->pieces);
    m->answer = PyByteArray_FromStringAndSize(NULL, 0);
    if (!m->pieces) PyErr_NoMemory();
    return m->pieces && m->answer && coding__each_column(codes, visit, m) && coding__job_is_whole(&m->job);
}

static PyObject *answer(PyObject *args, size_t width)
{
    many m = {.width = width};
    if (!start(&m, args)) Py_CLEAR(m.answer);
    PyMem_Free(m.pieces);
    coding__job_end(&m.job);
    return m.answer;
}

PyObject *coding__py_verdict_many(PyObject *module, PyObject *args)
{
    return (void)module, answer(args, sizeof(uint8_t));
}

PyObject *coding__py_rows_many(PyObject *module, PyObject *args)
{
    return (void)module, answer(args, sizeof(uint32_t));
}

PyObject *coding__py_numbers_many(PyObject *module, PyObject *args)
{
    return (void)module, answer(args, sizeof(coding_code));
}
