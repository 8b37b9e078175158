#include "compile/by_text.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    const coding__text_line *x = a, *y = b;
    int                      order = strcmp(x->text, y->text);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

coding__text_line *coding__by_text(coding__weave *weave, const coding__vector *vector,
                                   coding__word (*text_at)(const void *items, size_t index))
{
    coding__text_line *lines = malloc((vector->count + 1) * sizeof *lines);
    if (!lines) weave->model->no_memory = true;
    for (size_t i = 0; lines && i < vector->count; i++)
        lines[i] = (coding__text_line){coding__word_text(weave->model, text_at(vector->items, i)), i};
    if (lines && vector->count) qsort(lines, vector->count, sizeof *lines, compare);
    return lines;
}
