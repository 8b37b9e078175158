#include <stdlib.h>
#include <string.h>

#include "compile/model.h"

enum { SMALLEST = 8 };

static bool grow(coding__vector *vector, size_t width)
{
    /* By half, and by some at least: a copy of one item has room for one. */
    size_t more = vector->capacity / 2 > SMALLEST ? vector->capacity / 2 : SMALLEST;
    size_t capacity = vector->capacity + more;
    void  *items = capacity < SIZE_MAX / width ? realloc(vector->items, capacity * width) : NULL;
    if (!items) return false;
    vector->items = items;
    vector->capacity = capacity;
    return true;
}

void *coding__push(coding__model *model, coding__vector *vector, size_t width)
{
    if (vector->count == vector->capacity && !grow(vector, width)) {
        model->no_memory = true;
        return memset(model->nowhere, 0, sizeof model->nowhere);
    }
    return memset((char *)vector->items + vector->count++ * width, 0, width);
}

void coding__let_go(const coding__model *model, const void *item, coding__vector *vector)
{
    if (item == (const void *)model->nowhere) free(vector->items);
}
