#include "pieces.h"

#include <string.h>

enum { AHEAD = 8 }; /* objects that are fetched while one is read */

static void keep(coding__pieces *pieces, const char *text, size_t length)
{
    pieces->texts[pieces->count] = text;
    pieces->lengths[pieces->count++] = length;
}

/* A text that was made in the scratch of a piece. */
static void keep_copy(coding__pieces *pieces, const coding__piece *piece)
{
    char *copy = pieces->pool + pieces->pooled;
    memcpy(copy, piece->text, piece->length);
    pieces->pooled += piece->length;
    keep(pieces, copy, piece->length);
}

static bool gather_one(coding__pieces *pieces, const coding__column *column, size_t index)
{
    coding__piece piece;
    if (coding__column_is_null(column, index)) return keep(pieces, "", 0), true;
    if (!coding__column_text(column, index, &piece)) return false;
    if (piece.text == piece.scratch) keep_copy(pieces, &piece);
    else keep(pieces, piece.text, piece.length);
    return true;
}

static bool gather_objects(coding__pieces *pieces, const coding__column *column, size_t past)
{
    PyObject *const *items = (PyObject *const *)(const void *)column->base;
    for (size_t i = pieces->first; i < past && pieces->pooled + CODING__SCRATCH <= CODING__PIECES_POOL; i++) {
        if (i + AHEAD < column->count) __builtin_prefetch(items[i + AHEAD]);
        if (coding__is_plain_str(items[i]))
            keep(pieces, (const char *)PyUnicode_1BYTE_DATA(items[i]), (size_t)PyUnicode_GET_LENGTH(items[i]));
        else if (!gather_one(pieces, column, i)) return false;
    }
    return true;
}

bool coding__pieces_gather(coding__pieces *pieces, const coding__column *column, size_t first, size_t most)
{
    size_t room = most < CODING__PIECES ? most : CODING__PIECES;
    size_t past = column->count - first < room ? column->count : first + room;
    pieces->first = first;
    pieces->count = pieces->pooled = 0;
    if (column->layout == LAYOUT_OBJECTS) return gather_objects(pieces, column, past);
    for (size_t i = first; i < past && pieces->pooled + CODING__SCRATCH <= CODING__PIECES_POOL; i++)
        if (!gather_one(pieces, column, i)) return false;
    return true;
}
