/* Many codes at once. A block of texts is parsed, then walked together; nothing of Python is touched meanwhile but
 * where the column holds objects, so that other threads go on. */
#include "column.h"
#include "days.h"
#include "quick.h"
#include "records.h"

#include <string.h>

enum { BLOCK = 1024, NULL_RULE = 255 };

typedef struct job {
    coding__room *room;
    coding_desk  *desk;
    coding_system system;
    coding__days  days;
    bool          rows;   /* rows are asked, not rules */
    PyObject     *answer; /* bytearray */
    size_t        done;
} job;

static bool is_own(coding_system system) { return system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST; }

static coding_code code_of(const job *j, const coding__column *column, size_t index)
{
    coding__piece piece;
    coding_code   code = 0;
    if (column->layout == LAYOUT_NUMBERS) memcpy(&code, column->base + (ptrdiff_t)index * column->stride, sizeof code);
    if (column->layout == LAYOUT_NUMBERS || !coding__column_text(column, index, &piece)) return code;
    return is_own(j->system) ? coding_read(j->desk, j->system, piece.text, piece.length).code
                             : coding_parse(j->system, piece.text, piece.length).code;
}

static void answer_codes(const job *j, const coding_code *codes, size_t at, size_t count, uint8_t *rules,
                         uint32_t *rows)
{
    const coding_date *days = j->days.each ? j->days.each + at : NULL;
    coding_verdict_of_many(j->desk, codes, days, j->days.on, count, rules, rows);
}

/* Where no system is named each text is checked by itself. */
static void answer_any(const job *j, const coding__column *column, size_t first, size_t at, size_t count,
                       uint8_t *rules, uint32_t *rows)
{
    for (size_t i = 0; i < count; i++) {
        coding__piece piece;
        coding_date   on = j->days.each ? j->days.each[at + i] : j->days.on;
        bool          null = coding__column_is_null(column, first + i) || (j->days.each && on == CODING__NO_DAY);
        if (null || !coding__column_text(column, first + i, &piece)) continue;
        coding_verdict verdict = coding__room_check(j->room, j->desk, piece.text, piece.length, CODING_ANY, on);
        bool           exact = verdict.code && coding_entry_code(verdict.entry) == verdict.code;
        if (rules) rules[i] = (uint8_t)verdict.rule;
        if (rows) rows[i] = exact ? verdict.entry.row : UINT32_MAX;
        coding_desk_clear(j->desk);
    }
}

static void answer_block(const job *j, const coding__column *column, size_t first, size_t at, size_t count,
                         uint8_t *rules, uint32_t *rows)
{
    coding_code codes[BLOCK];
    if (j->system == CODING_ANY && column->layout != LAYOUT_NUMBERS) {
        answer_any(j, column, first, at, count, rules, rows);
        return;
    }
    for (size_t i = 0; i < count; i++)
        codes[i] = coding__column_is_null(column, first + i) ? 0 : code_of(j, column, first + i);
    answer_codes(j, codes, at, count, rules, rows);
    if (is_own(j->system)) coding_desk_clear(j->desk);
}

static void mark_nulls(const job *j, const coding__column *column, size_t at, uint8_t *rules, uint32_t *rows)
{
    if (!column->valid && column->layout != LAYOUT_OBJECTS && !j->days.each) return;
    for (size_t i = 0; i < column->count; i++) {
        bool null = coding__column_is_null(column, i) || (j->days.each && j->days.each[at + i] == CODING__NO_DAY);
        if (null && rules) rules[i] = NULL_RULE;
        if (null && rows) rows[i] = UINT32_MAX;
    }
}

/* Arrow's strings without nulls or a dictionary go to the library as they lie. */
static bool answer_whole(const job *j, const coding__column *column, size_t at, uint8_t *rules, uint32_t *rows)
{
    const coding_date *days = j->days.each ? j->days.each + at : NULL;
    bool               plain = !column->indices && j->system != CODING_ANY && !is_own(j->system) && column->count;
    if (!plain) return false;
    if (column->layout == LAYOUT_OFFSETS)
        coding_verdict_of_texts(j->desk, j->system, column->data, (const int32_t *)(const void *)column->base, days,
                                j->days.on, column->count, NULL, rules, rows);
    else if (column->layout == LAYOUT_LARGE_OFFSETS)
        coding_verdict_of_large_texts(j->desk, j->system, column->data, (const int64_t *)(const void *)column->base,
                                      days, j->days.on, column->count, NULL, rules, rows);
    else return false;
    return true;
}

static void answer_column(const job *j, const coding__column *column, uint8_t *rules, uint32_t *rows)
{
    if (!answer_whole(j, column, j->done, rules, rows)) {
        for (size_t first = 0; first < column->count; first += BLOCK) {
            size_t count = column->count - first < BLOCK ? column->count - first : BLOCK;
            answer_block(j, column, first, j->done + first, count, rules ? rules + first : NULL,
                         rows ? rows + first : NULL);
            if (column->layout == LAYOUT_OBJECTS && PyErr_Occurred()) return;
        }
    }
    mark_nulls(j, column, j->done, rules, rows);
}

static bool make_room(job *j, size_t count)
{
    if (j->days.each && j->days.count < j->done + count) {
        PyErr_Format(PyExc_ValueError, "more codes than days: %zu days", j->days.count);
        return false;
    }
    return PyByteArray_Resize(j->answer, (Py_ssize_t)((j->done + count) * (j->rows ? sizeof(uint32_t) : 1))) == 0;
}

static bool run(job *j, const coding__column *column)
{
    if (!make_room(j, column->count)) return false;
    char     *out = PyByteArray_AS_STRING(j->answer);
    uint32_t *rows = j->rows ? (uint32_t *)(void *)out + j->done : NULL;
    uint8_t  *rules = j->rows ? NULL : (uint8_t *)out + j->done;
    if (column->layout == LAYOUT_OBJECTS) answer_column(j, column, rules, rows);
    else {
        Py_BEGIN_ALLOW_THREADS answer_column(j, column, rules, rows);
        Py_END_ALLOW_THREADS
    }
    j->done += column->count;
    return !PyErr_Occurred();
}

static bool run_array(job *j, const ArrowSchema *schema, const ArrowArray *array)
{
    coding__column column;
    return coding__column_of_array(&column, schema, array) && run(j, &column);
}

static bool run_chunks(job *j, ArrowArrayStream *stream, const ArrowSchema *schema)
{
    for (bool going = true; going;) {
        ArrowArray array = {0};
        int        failed = stream->get_next(stream, &array);
        if (failed) return PyErr_Format(PyExc_OSError, "the Arrow stream failed: %d", failed), false;
        if (!array.release) return true;
        going = run_array(j, schema, &array);
        array.release(&array);
    }
    return false;
}

static bool run_stream(job *j, PyObject *codes)
{
    PyObject         *capsule = PyObject_CallMethod(codes, "__arrow_c_stream__", NULL);
    ArrowArrayStream *stream = capsule ? PyCapsule_GetPointer(capsule, "arrow_array_stream") : NULL;
    ArrowSchema       schema = {0};
    bool              read = stream && stream->get_schema(stream, &schema) == 0;
    if (stream && !read) PyErr_SetString(PyExc_OSError, "the Arrow stream has no schema");
    bool answered = read && run_chunks(j, stream, &schema);
    if (schema.release) schema.release(&schema);
    Py_XDECREF(capsule);
    return answered;
}

static bool run_arrow_array(job *j, PyObject *codes)
{
    PyObject *pair = PyObject_CallMethod(codes, "__arrow_c_array__", NULL);
    bool      two = pair && PyTuple_Check(pair) && PyTuple_GET_SIZE(pair) == 2;
    if (pair && !two) PyErr_SetString(PyExc_TypeError, "__arrow_c_array__ must answer two capsules");
    ArrowSchema *schema = two ? PyCapsule_GetPointer(PyTuple_GET_ITEM(pair, 0), "arrow_schema") : NULL;
    ArrowArray  *array = schema ? PyCapsule_GetPointer(PyTuple_GET_ITEM(pair, 1), "arrow_array") : NULL;
    bool         answered = array && run_array(j, schema, array);
    Py_XDECREF(pair);
    return answered;
}

static bool run_buffer(job *j, PyObject *codes)
{
    coding__column column = {0};
    Py_buffer      buffer;
    if (PyObject_GetBuffer(codes, &buffer, PyBUF_RECORDS_RO) != 0) return false;
    bool answered = coding__column_of_buffer(&column, &buffer) && run(j, &column);
    PyBuffer_Release(&buffer);
    return answered;
}

static bool run_sequence(job *j, PyObject *codes)
{
    coding__column column;
    PyObject      *sequence = PySequence_Fast(codes, "a column of codes is needed: a sequence, an array, Arrow data");
    if (!sequence) return false;
    coding__column_of_objects(&column, sequence);
    bool answered = run(j, &column);
    Py_DECREF(sequence);
    return answered;
}

static bool run_any(job *j, PyObject *codes)
{
    if (PyUnicode_Check(codes) || PyBytes_Check(codes))
        return PyErr_SetString(PyExc_TypeError, "a column of codes is needed, not one text"), false;
    if (PyObject_HasAttrString(codes, "__arrow_c_stream__")) return run_stream(j, codes);
    if (PyObject_HasAttrString(codes, "__arrow_c_array__")) return run_arrow_array(j, codes);
    if (PyObject_CheckBuffer(codes)) return run_buffer(j, codes);
    return run_sequence(j, codes);
}

static bool start(job *j, PyObject *book, PyObject *system, PyObject *on)
{
    coding_error error;
    j->room = coding__py_room(book);
    if (!j->room || !coding__asked_system(system, j->room, &j->system) || !coding__days_read(&j->days, on))
        return false;
    if (j->system != CODING_ANY) j->days.on = coding__room_day(j->room, j->system, j->days.on);
    j->answer = PyByteArray_FromStringAndSize(NULL, 0);
    j->desk = coding__room_borrow(j->room, &error);
    if (!j->desk) coding__py_raise(error.status, error.reason, error.at);
    return j->desk && j->answer;
}

static PyObject *many(PyObject *args, bool rows)
{
    PyObject *book, *codes, *system, *on;
    job       j = {.rows = rows};
    if (!PyArg_ParseTuple(args, "OOOO", &book, &codes, &system, &on)) return NULL;
    bool answered = start(&j, book, system, on) && run_any(&j, codes);
    if (answered && j.days.each && j.days.count != j.done) {
        answered = false;
        PyErr_Format(PyExc_ValueError, "%zu codes, but %zu days", j.done, j.days.count);
    }
    if (j.desk) coding__room_give_back(j.room, j.desk);
    coding__days_free(&j.days);
    if (!answered) Py_CLEAR(j.answer);
    return j.answer;
}

PyObject *coding__py_verdict_many(PyObject *module, PyObject *args) { return (void)module, many(args, false); }

PyObject *coding__py_rows_many(PyObject *module, PyObject *args) { return (void)module, many(args, true); }
