#include "persons.h"

#include "days.h"
#include "quick.h"
#include "records.h"

enum { COLUMNS_MOST = 10 };

/* A question about columns: those that were handed in, and those that are answered. */
typedef struct question {
    coding__room *room;
    coding_desk  *desk;
    Py_buffer     in[COLUMNS_MOST]; /* obj NULL: not given */
    PyObject     *out[COLUMNS_MOST];
    size_t        out_count;
    coding__days  days;
    coding_status status;
} question;

static size_t count_of(const Py_buffer *column, size_t width) { return column->obj ? (size_t)column->len / width : 0; }

/* A column of so many numbers of a width, or none. False with an exception. */
static bool fits(const Py_buffer *column, size_t count, size_t width)
{
    if (!column->obj || (size_t)column->len == count * width) return true;
    PyErr_Format(PyExc_ValueError, "a column has %zd bytes and not %zu numbers of %zu", column->len, count, width);
    return false;
}

/* Where the codes of each begin, and where the last ones end: from 0 on, ascending, no further than there are codes. */
static bool offsets_fit(const Py_buffer *offsets, size_t count, const Py_buffer *codes)
{
    const uint64_t *at = offsets->buf;
    uint64_t        all = count_of(codes, sizeof(coding_code));
    if (!offsets->obj) return true;
    if (!fits(offsets, count + 1, sizeof *at)) return false;
    bool ascends = !at[0] && at[count] <= all;
    for (size_t i = 0; ascends && i < count; i++) ascends = at[i] <= at[i + 1];
    if (!ascends) PyErr_SetString(PyExc_ValueError, "offsets ascend, from 0 to the number of codes");
    return ascends;
}

static const uint64_t *ends_of(const Py_buffer *offsets)
{
    return offsets->obj ? (const uint64_t *)offsets->buf + 1 : NULL;
}

/* Room for an answer of so many numbers; NULL with an exception. */
static void *answer(question *asks, size_t count, size_t width)
{
    PyObject *made = PyByteArray_FromStringAndSize(NULL, (Py_ssize_t)(count * width));
    if (!made) return NULL;
    asks->out[asks->out_count++] = made;
    return PyByteArray_AS_STRING(made);
}

/* The book, its desk and the days: one for all, or one for each of `count`. */
static bool start(question *asks, PyObject *book, PyObject *on, size_t count)
{
    coding_error error;
    asks->room = coding__py_room(book);
    if (!asks->room || (on && !coding__days_read(&asks->days, on))) return false;
    if (asks->days.each && asks->days.count != count)
        return PyErr_Format(PyExc_ValueError, "%zu are asked, but %zu days", count, asks->days.count), false;
    asks->desk = coding__room_borrow(asks->room, &error);
    if (!asks->desk) coding__py_raise(error.status, error.reason, error.at);
    return asks->desk != NULL;
}

static void give_back(question *asks)
{
    if (asks->desk) coding__room_give_back(asks->room, asks->desk);
    coding__days_free(&asks->days);
    for (size_t i = 0; i < COLUMNS_MOST; i++)
        if (asks->in[i].obj) PyBuffer_Release(&asks->in[i]);
}

/* The answers as a tuple, unless there is an exception, or a status that is one. */
static PyObject *end(question *asks, const char *lacking)
{
    const char *reason = asks->status == CODING_NOT_IN_BOOK ? lacking : coding_status_text(asks->status);
    give_back(asks);
    if (!PyErr_Occurred() && asks->status != CODING_OK) coding__py_raise(asks->status, reason, "");
    PyObject *tuple = PyErr_Occurred() ? NULL : PyTuple_New((Py_ssize_t)asks->out_count);
    for (size_t i = 0; i < asks->out_count; i++)
        if (tuple) PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, asks->out[i]);
        else Py_DECREF(asks->out[i]);
    return tuple;
}

/* --- Crosswalks. */

/* Did any code of the column find the map, or was there none to be asked? */
static bool is_any_mapped(const coding_code *codes, const uint8_t *kinds, size_t count)
{
    bool asked = false;
    for (size_t i = 0; i < count; i++) {
        if (kinds[i]) return true;
        asked = asked || codes[i];
    }
    return !asked;
}

PyObject *coding__py_map_many(PyObject *module, PyObject *args)
{
    question      asks = {.status = CODING_OK};
    PyObject     *book, *system, *on;
    coding_system to;
    int           style;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oy*OiO", &book, &asks.in[0], &system, &style, &on)) return end(&asks, NULL);
    size_t             count = count_of(&asks.in[0], sizeof(coding_code));
    const coding_code *codes = asks.in[0].buf;
    bool               going = start(&asks, book, on, count) && coding__asked_system(system, asks.room, &to);
    if (going && asks.days.each) PyErr_SetString(PyExc_TypeError, "on: one day for all is needed");
    coding_code *targets = going && !asks.days.each ? answer(&asks, count, sizeof *targets) : NULL;
    uint8_t     *kinds = targets ? answer(&asks, count, 1) : NULL;
    if (!kinds) return end(&asks, NULL);
    coding_date            day = asks.days.on == CODING__TODAY ? 0 : asks.days.on;
    Py_BEGIN_ALLOW_THREADS asks.status = coding_map_many(asks.desk, codes, count, to, (coding_map_style)style, day,
                                                         targets, kinds);
    if (asks.status == CODING_NOT_IN_BOOK && is_any_mapped(codes, kinds, count)) asks.status = CODING_OK;
    Py_END_ALLOW_THREADS return end(&asks, "the book has no such mapping, or no edition of that day");
}

/* --- Comorbidity. */

PyObject *coding__py_comorbidity_many(PyObject *module, PyObject *args)
{
    enum { CODES, POA, OFFSETS };
    question                   asks = {.status = CODING_OK};
    coding_comorbidity_options options = {.size = sizeof options};
    PyObject                  *book, *on;
    Py_buffer                 *in = asks.in;
    int                        scheme, secondary_only;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oizpy*z*y*O", &book, &scheme, &options.version, &secondary_only, &in[CODES], &in[POA],
                          &in[OFFSETS], &on))
        return end(&asks, NULL);
    size_t count = count_of(&in[OFFSETS], sizeof(uint64_t));
    count -= count > 0;
    bool going = start(&asks, book, on, count) && offsets_fit(&in[OFFSETS], count, &in[CODES])
                 && fits(&in[POA], count_of(&in[CODES], sizeof(coding_code)), 1);
    uint64_t *present = going ? answer(&asks, count, sizeof *present) : NULL;
    uint64_t *unknown = present ? answer(&asks, count, sizeof *unknown) : NULL;
    int32_t  *scores = unknown ? answer(&asks, 2 * count, sizeof *scores) : NULL;
    if (!scores) return end(&asks, NULL);
    options.on = asks.days.on == CODING__TODAY ? 0 : asks.days.on;
    options.secondary_only = secondary_only;
    Py_BEGIN_ALLOW_THREADS asks.status = coding_comorbidity_many(
        asks.desk, (coding_comorbidity_scheme)scheme, in[CODES].buf, in[POA].buf, in[OFFSETS].buf, asks.days.each,
        count, &options, present, unknown, scores);
    Py_END_ALLOW_THREADS return end(&asks, "the book has no such scheme or version");
}

/* --- Risk scores. */

static bool room_for_scores(question *asks, size_t count, coding_risk_scores *scores)
{
    *scores = (coding_risk_scores){.size = sizeof *scores};
    scores->raw = answer(asks, count, sizeof *scores->raw);
    if (scores->raw) scores->payment = answer(asks, count, sizeof *scores->payment);
    if (scores->payment) scores->segment = answer(asks, count, 1);
    if (scores->segment) scores->count = answer(asks, count, 1);
    return scores->count != NULL;
}

PyObject *coding__py_risk_many(PyObject *module, PyObject *args)
{
    enum { CODES, OFFSETS, AGE, SEX, ENTITLEMENT, DUAL, FLAGS, GRAFT };
    question            asks = {.status = CODING_OK};
    coding_risk_options options = {.size = sizeof options};
    coding_risk_scores  scores;
    PyObject           *book;
    Py_buffer          *in = asks.in;
    int                 model, plan;
    unsigned            year;
    (void)module;
    if (!PyArg_ParseTuple(args, "OiIiy*y*z*z*z*z*z*z*", &book, &model, &year, &plan, &in[CODES], &in[OFFSETS],
                          &in[AGE], &in[SEX], &in[ENTITLEMENT], &in[DUAL], &in[FLAGS], &in[GRAFT]))
        return end(&asks, NULL);
    size_t count = count_of(&in[OFFSETS], sizeof(uint64_t));
    count -= count > 0;
    bool going = start(&asks, book, NULL, count) && offsets_fit(&in[OFFSETS], count, &in[CODES]);
    for (int i = AGE; i <= FLAGS; i++) going = going && fits(&in[i], count, 1);
    if (!going || !fits(&in[GRAFT], count, sizeof(uint16_t)) || !room_for_scores(&asks, count, &scores))
        return end(&asks, NULL);
    options.plan = (coding_risk_plan)plan;
    coding_members members = {
        .size = sizeof members, .count = count, .age = in[AGE].buf, .sex = in[SEX].buf,
        .entitlement = in[ENTITLEMENT].buf, .dual = in[DUAL].buf, .flags = in[FLAGS].buf,
        .graft_months = in[GRAFT].buf, .ends = ends_of(&in[OFFSETS]), .codes = in[CODES].buf,
    };
    Py_BEGIN_ALLOW_THREADS asks.status = coding_risk_score_many(asks.desk, &members, (coding_risk_model)model, year,
                                                                &options, &scores);
    Py_END_ALLOW_THREADS return end(&asks, "the book has no tables of that model, plan and payment year");
}

/* --- Stays. */

/* A day for each stay; NULL with an exception. */
static coding_date *days_of(question *asks, size_t count)
{
    if (asks->days.each) return asks->days.each;
    coding_date on = asks->days.on == CODING__TODAY ? coding_date_today() : asks->days.on;
    asks->days.each = PyMem_Malloc(count * sizeof on + 1);
    if (!asks->days.each) PyErr_NoMemory();
    for (size_t i = 0; asks->days.each && i < count; i++) asks->days.each[i] = on;
    return asks->days.each;
}

static bool room_for_drgs(question *asks, size_t count, coding_drgs *drgs)
{
    *drgs = (coding_drgs){.size = sizeof *drgs};
    drgs->first = answer(asks, count, sizeof *drgs->first);
    if (drgs->first) drgs->last = answer(asks, count, sizeof *drgs->last);
    if (drgs->last) drgs->mdc = answer(asks, count, 1);
    if (drgs->mdc) drgs->type = answer(asks, count, 1);
    if (drgs->type) drgs->reason = answer(asks, count, 1);
    if (drgs->reason) drgs->severity = answer(asks, count, 1);
    return drgs->severity != NULL;
}

static bool is_any_grouped(const uint16_t *last, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (last[i]) return true;
    return !count;
}

PyObject *coding__py_group_many(PyObject *module, PyObject *args)
{
    enum { DIAGNOSES, POA, OFFSETS, PROCEDURES, PROCEDURE_OFFSETS, SEX, DISCHARGE, HOSPITAL };
    question    asks = {.status = CODING_OK};
    coding_drgs drgs;
    PyObject   *book, *on;
    Py_buffer  *in = asks.in;
    unsigned    version;
    (void)module;
    if (!PyArg_ParseTuple(args, "OIy*z*y*z*z*z*z*z*O", &book, &version, &in[DIAGNOSES], &in[POA], &in[OFFSETS],
                          &in[PROCEDURES], &in[PROCEDURE_OFFSETS], &in[SEX], &in[DISCHARGE], &in[HOSPITAL], &on))
        return end(&asks, NULL);
    size_t count = count_of(&in[OFFSETS], sizeof(uint64_t));
    count -= count > 0;
    bool going = start(&asks, book, on, count) && offsets_fit(&in[OFFSETS], count, &in[DIAGNOSES])
                 && offsets_fit(&in[PROCEDURE_OFFSETS], count, &in[PROCEDURES])
                 && fits(&in[POA], count_of(&in[DIAGNOSES], sizeof(coding_code)), 1);
    for (int i = SEX; i <= HOSPITAL; i++) going = going && fits(&in[i], count, 1);
    const coding_date *days = going ? days_of(&asks, count) : NULL;
    if (!days || !room_for_drgs(&asks, count, &drgs)) return end(&asks, NULL);
    coding_stays stays = {
        .size = sizeof stays, .count = count, .discharged = days, .discharge = in[DISCHARGE].buf, .sex = in[SEX].buf,
        .hospital = in[HOSPITAL].buf, .diagnosis_ends = ends_of(&in[OFFSETS]), .diagnoses = in[DIAGNOSES].buf,
        .poa = in[POA].buf, .procedure_ends = ends_of(&in[PROCEDURE_OFFSETS]), .procedures = in[PROCEDURES].buf,
        .version = version,
    };
    Py_BEGIN_ALLOW_THREADS asks.status = coding_group_many(asks.desk, &stays, &drgs);
    if (asks.status == CODING_NOT_IN_BOOK && is_any_grouped(drgs.last, count)) asks.status = CODING_OK;
    Py_END_ALLOW_THREADS return end(&asks, "the book has no MS-DRG of any such day or version");
}
