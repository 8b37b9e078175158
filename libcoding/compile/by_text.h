/* The items of a vector in the order of their texts: tables that are looked up by text are written so. */
#ifndef CODING_COMPILE_BY_TEXT_H
#define CODING_COMPILE_BY_TEXT_H

#include "compile/weave.h"

typedef struct coding__text_line {
    const char *text;
    size_t      index; /* of the item */
} coding__text_line;

/* Equal texts keep the order of their items. `text_at` answers the word of one. NULL where there is no memory, which is
 * noted; free() it. */
coding__text_line *coding__by_text(coding__weave *weave, const coding__vector *vector,
                                   coding__word (*text_at)(const void *items, size_t index));

#endif
