#include "column.h"

#include <string.h>

static bool refuse(const char *what, const char *format)
{
    PyErr_Format(PyExc_TypeError, "a column of codes is of text, not %s %s", what, format);
    return false;
}

static bool layout_of_arrow(const char *format, coding__layout *layout)
{
    if (!strcmp(format, "u") || !strcmp(format, "z")) *layout = LAYOUT_OFFSETS;
    else if (!strcmp(format, "U") || !strcmp(format, "Z")) *layout = LAYOUT_LARGE_OFFSETS;
    else if (!strcmp(format, "vu") || !strcmp(format, "vz")) *layout = LAYOUT_VIEWS;
    else if (!strcmp(format, "L")) *layout = LAYOUT_NUMBERS;
    else return refuse("Arrow format", format);
    return true;
}

static size_t width_of(coding__layout layout)
{
    switch (layout) {
    case LAYOUT_OFFSETS: return 4;
    case LAYOUT_VIEWS: return 16;
    default: return 8;
    }
}

static void take_array(coding__column *column, const ArrowArray *array)
{
    size_t from = (size_t)array->offset;
    column->stride = (ptrdiff_t)width_of(column->layout);
    column->base = array->length ? (const char *)array->buffers[1] + from * (size_t)column->stride : NULL;
    column->buffers = (const void *const *)array->buffers;
    if (column->layout == LAYOUT_OFFSETS || column->layout == LAYOUT_LARGE_OFFSETS) column->data = array->buffers[2];
}

static void take_nulls(coding__column *column, const ArrowArray *array)
{
    column->count = (size_t)array->length;
    column->valid = array->null_count ? array->buffers[0] : NULL;
    column->valid_from = (size_t)array->offset;
}

static bool take_dictionary(coding__column *column, const ArrowSchema *schema, const ArrowArray *array)
{
    if (!array->dictionary || !strchr("cCsSiIlL", schema->format[0]) || schema->format[1])
        return refuse("a dictionary of Arrow format", schema->format);
    if (array->dictionary->null_count) return refuse("a dictionary with nulls among its values,", schema->format);
    column->index_format = schema->format[0];
    column->indices = array->buffers[1];
    column->values = (size_t)array->dictionary->length;
    take_array(column, array->dictionary);
    take_nulls(column, array);
    return true;
}

bool coding__column_of_array(coding__column *column, const ArrowSchema *schema, const ArrowArray *array)
{
    *column = (coding__column){0};
    const char *format = schema->dictionary ? schema->dictionary->format : schema->format;
    if (!strcmp(schema->format, "n")) return refuse("Arrow format", "null");
    if (!layout_of_arrow(format, &column->layout)) return false;
    if (schema->dictionary) return take_dictionary(column, schema, array);
    take_array(column, array);
    take_nulls(column, array);
    return true;
}

bool coding__column_of_buffer(coding__column *column, const Py_buffer *buffer)
{
    const char *format = buffer->format ? buffer->format : "B";
    char        kind = format[strlen(format) - 1];
    if (buffer->ndim != 1) return refuse("an array of several dimensions,", format);
    if (format[0] == '>' || format[0] == '!') return refuse("an array of foreign byte order,", format);
    if (kind == 's') column->layout = LAYOUT_FIXED;
    else if (kind == 'w') column->layout = LAYOUT_WIDE;
    else if (kind == 'O') column->layout = LAYOUT_OBJECTS;
    else if ((kind == 'L' || kind == 'Q') && buffer->itemsize == 8) column->layout = LAYOUT_NUMBERS;
    else return refuse("an array of format", format);
    column->count = (size_t)buffer->shape[0];
    column->base = buffer->buf;
    column->stride = buffer->strides ? buffer->strides[0] : buffer->itemsize;
    column->width = (size_t)buffer->itemsize;
    return true;
}

void coding__column_of_objects(coding__column *column, PyObject *tuple)
{
    *column = (coding__column){.layout = LAYOUT_OBJECTS, .stride = sizeof(PyObject *)};
    column->count = (size_t)PyTuple_GET_SIZE(tuple);
    column->base = (const char *)&PyTuple_GET_ITEM(tuple, 0);
}

static const char *item(const coding__column *column, size_t index)
{
    return column->base + (ptrdiff_t)index * column->stride;
}

static PyObject *object_at(const coding__column *column, size_t index)
{
    PyObject *object;
    memcpy(&object, item(column, index), sizeof object);
    return object;
}

bool coding__column_is_null(const coding__column *column, size_t index)
{
    size_t bit = column->valid_from + index;
    if (column->layout == LAYOUT_OBJECTS) return coding__is_missing(object_at(column, index));
    return column->valid && !(column->valid[bit / 8] >> bit % 8 & 1);
}

static size_t dictionary_index(const coding__column *column, size_t index)
{
    size_t at = column->valid_from + index;
    switch (column->index_format) {
    case 'c': return (size_t)((const int8_t *)column->indices)[at];
    case 'C': return ((const uint8_t *)column->indices)[at];
    case 's': return (size_t)((const int16_t *)column->indices)[at];
    case 'S': return ((const uint16_t *)column->indices)[at];
    case 'i': return (size_t)((const int32_t *)column->indices)[at];
    case 'I': return ((const uint32_t *)column->indices)[at];
    default: return (size_t)((const uint64_t *)column->indices)[at];
    }
}

static void offsets_text(const coding__column *column, size_t index, coding__piece *piece)
{
    const int32_t *offsets = (const int32_t *)(const void *)item(column, index);
    piece->text = column->data + offsets[0];
    piece->length = (size_t)(offsets[1] - offsets[0]);
}

static void large_offsets_text(const coding__column *column, size_t index, coding__piece *piece)
{
    const int64_t *offsets = (const int64_t *)(const void *)item(column, index);
    piece->text = column->data + offsets[0];
    piece->length = (size_t)(offsets[1] - offsets[0]);
}

/* Up to 12 bytes lie in the view itself, which is all that a code needs; longer texts lie in a buffer. */
static void view_text(const coding__column *column, size_t index, coding__piece *piece)
{
    const char *view = item(column, index);
    int32_t     length, buffer, offset;
    memcpy(&length, view, 4);
    memcpy(&buffer, view + 8, 4);
    memcpy(&offset, view + 12, 4);
    piece->length = (size_t)length;
    piece->text = length <= 12 ? view + 4 : (const char *)column->buffers[2 + buffer] + offset;
}

static void fixed_text(const coding__column *column, size_t index, coding__piece *piece)
{
    piece->text = item(column, index);
    piece->length = column->width;
    while (piece->length && !piece->text[piece->length - 1]) piece->length--;
}

static size_t put_utf8(uint32_t c, char *out)
{
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) return out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 63)), 2;
    size_t length = c < 0x10000 ? 3 : 4;
    out[0] = (char)(length == 3 ? 0xE0 | c >> 12 : 0xF0 | c >> 18);
    for (size_t i = 1; i < length; i++) out[i] = (char)(0x80 | (c >> 6 * (length - 1 - i) & 63));
    return length;
}

/* A text that does not fit is no code whatever its end: it is cut. */
static void wide_text(const coding__column *column, size_t index, coding__piece *piece)
{
    const char *from = item(column, index);
    size_t      count = column->width / 4;
    uint32_t    c = 0;
    while (count && (memcpy(&c, from + (count - 1) * 4, 4), c == 0)) count--;
    piece->length = 0;
    for (size_t i = 0; i < count && piece->length < sizeof piece->scratch - 4; i++) {
        memcpy(&c, from + i * 4, 4);
        piece->length += put_utf8(c, piece->scratch + piece->length);
    }
    piece->text = piece->scratch;
}

static bool read_object(PyObject *object, coding__piece *piece)
{
    coding__asked asked;
    if (!coding__asked_text(object, &asked)) return false;
    piece->text = asked.text;
    piece->length = asked.length;
    if (!asked.kept) return true;
    piece->length = asked.length < sizeof piece->scratch ? asked.length : sizeof piece->scratch;
    memcpy(piece->scratch, asked.text, piece->length);
    piece->text = piece->scratch;
    coding__asked_free(&asked);
    return true;
}

/* Only a str beyond ASCII, and what is no text, are asked of Python, for which the GIL is taken. */
static bool object_text(const coding__column *column, size_t index, coding__piece *piece)
{
    PyObject *object = object_at(column, index);
    if (coding__is_plain_str(object)) {
        piece->text = (const char *)PyUnicode_1BYTE_DATA(object);
        piece->length = (size_t)PyUnicode_GET_LENGTH(object);
        return true;
    }
    PyGILState_STATE state = PyGILState_Ensure();
    bool             read = read_object(object, piece);
    PyGILState_Release(state);
    return read;
}

bool coding__column_in_bytes(const coding__column *column, size_t index)
{
    return column->layout == LAYOUT_FIXED
           || (column->layout == LAYOUT_OBJECTS && PyBytes_Check(object_at(column, index)));
}

coding_code coding__column_number(const coding__column *column, size_t index)
{
    coding_code code = 0;
    size_t      at = column->indices ? dictionary_index(column, index) : index;
    if (!column->indices || at < column->values) memcpy(&code, item(column, at), sizeof code);
    return code;
}

bool coding__column_text(const coding__column *column, size_t index, coding__piece *piece)
{
    if (column->indices) index = dictionary_index(column, index);
    bool outside = column->indices && index >= column->values;
    piece->text = "";
    piece->length = 0;
    if (outside) return true;
    switch (column->layout) {
    case LAYOUT_OFFSETS: offsets_text(column, index, piece); break;
    case LAYOUT_LARGE_OFFSETS: large_offsets_text(column, index, piece); break;
    case LAYOUT_VIEWS: view_text(column, index, piece); break;
    case LAYOUT_FIXED: fixed_text(column, index, piece); break;
    case LAYOUT_WIDE: wide_text(column, index, piece); break;
    case LAYOUT_OBJECTS: return object_text(column, index, piece);
    case LAYOUT_NUMBERS: break;
    }
    return true;
}
