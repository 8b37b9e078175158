/* A column of codes, however it lies in memory: each layout answers for the text at an index. Arrow's arrays, buffers
 * of numpy (`S`, `U`, objects, code numbers), sequences. */
#ifndef CODING_PYTHON_COLUMN_H
#define CODING_PYTHON_COLUMN_H

#include "arrow.h"
#include "asked.h"

typedef enum coding__layout {
    LAYOUT_OFFSETS,       /* Arrow strings */
    LAYOUT_LARGE_OFFSETS, /* Arrow large strings */
    LAYOUT_VIEWS,         /* Arrow string views */
    LAYOUT_FIXED,         /* numpy `S`: bytes, filled up with NUL */
    LAYOUT_WIDE,          /* numpy `U`: UCS-4, filled up with NUL */
    LAYOUT_OBJECTS,       /* references to str, bytes or None, each held by the caller */
    LAYOUT_NUMBERS        /* codes as coding_code */
} coding__layout;

typedef struct coding__column {
    coding__layout     layout;
    size_t             count;
    const char        *base;    /* offsets, views, items or objects */
    const char        *data;    /* of offsets */
    const void *const *buffers; /* of views */
    ptrdiff_t          stride;
    size_t             width; /* bytes of an item of FIXED and WIDE */
    const uint8_t     *valid; /* a bit an item, from bit `valid_from`; NULL: none is null */
    size_t             valid_from;
    const void        *indices; /* of a dictionary: the column holds its values, `count` counts indices */
    char               index_format;
    size_t             values; /* of a dictionary */
} coding__column;

enum { CODING__SCRATCH = 256 };

typedef struct coding__piece {
    const char *text;
    size_t      length;
    char        scratch[CODING__SCRATCH];
} coding__piece;

/* From what Python gives. False with an exception. */
bool coding__column_of_array(coding__column *column, const ArrowSchema *schema, const ArrowArray *array);
bool coding__column_of_buffer(coding__column *column, const Py_buffer *buffer);
void coding__column_of_objects(coding__column *column, PyObject *tuple);

/* What follows needs no GIL. */
bool coding__column_is_null(const coding__column *column, size_t index);

/* The text at an index that is not null. False with an exception where an object is no text (OBJECTS alone). */
bool coding__column_text(const coding__column *column, size_t index, coding__piece *piece);

/* Is the text bytes to its owner, so that spans count bytes? */
bool coding__column_in_bytes(const coding__column *column, size_t index);

/* A code of NUMBERS. */
coding_code coding__column_number(const coding__column *column, size_t index);

/* A str of ASCII, as codes are: it lies open, and nobody changes it. */
static inline bool coding__is_plain_str(PyObject *object)
{
    return object && PyUnicode_CheckExact(object) && PyUnicode_IS_COMPACT_ASCII(object);
}

/* Methods of the module: (book, codes, system, on) to a bytearray, a byte, four or eight for each code. */
PyObject *coding__py_verdict_many(PyObject *module, PyObject *args);
PyObject *coding__py_rows_many(PyObject *module, PyObject *args);
PyObject *coding__py_numbers_many(PyObject *module, PyObject *args);

#endif
