/* Texts of a column, gathered by the block: where each begins, and its length. */
#ifndef CODING_PYTHON_PIECES_H
#define CODING_PYTHON_PIECES_H

#include "column.h"

enum { CODING__PIECES = 4096, CODING__PIECES_POOL = 1 << 16 };

typedef struct coding__pieces {
    size_t      first; /* of the column */
    size_t      count;
    const char *texts[CODING__PIECES];
    size_t      lengths[CODING__PIECES];
    size_t      pooled;
    char        pool[CODING__PIECES_POOL]; /* texts that lie nowhere as UTF-8 */
} coding__pieces;

/* Texts from `first` on, at most `most` of them and at least one; a null is an empty text. The GIL is not needed. False
 * with an exception where one is no text. */
bool coding__pieces_gather(coding__pieces *pieces, const coding__column *column, size_t first, size_t most);

#endif
