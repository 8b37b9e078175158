/* Readers of claims on a desk that is refused memory. */
#ifndef CODING_TESTS_CLAIMS_REFUSED_H
#define CODING_TESTS_CLAIMS_REFUSED_H

#include "claims_items.h"

/* What is read, of a book's bytes, and the items of it when no memory is refused. */
typedef struct claims_asked {
    const void *book;
    size_t      size;
    const char *text;
    size_t      length;
    const char *expected;
    size_t      piece; /* bytes that the reader is handed at a time */
} claims_asked;

/* Refuses each call of the allocator once, and all from it on, up to `most` of them: all items come, or one says that
 * memory was short; no part of a claim does; and nothing is left behind. */
void claims_refuse_each(const claims_asked *asked, size_t most);

#endif
