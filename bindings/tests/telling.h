/* Answers as one line of text, told twice: by a walk over the answer, and by reading the parcel of it. */
#ifndef BINDINGS_TESTS_TELLING_H
#define BINDINGS_TESTS_TELLING_H

#include "parcel.h"

enum { TOLD_ROOM = 1 << 16 };

typedef struct told {
    char   text[TOLD_ROOM]; /* "Source{release=\"...\";table=-;line=7;}": none is -, a span 3+4, a list [...] */
    size_t length;
} told;

/* False where the answer has a status of its own: then that is in `error`. */
bool tell_answer(told *into, const coding__ask *ask, const coding__shape *shape, const void *answer,
                 coding_error *error);

/* The same of the bytes of a parcel. How many bytes were read. */
size_t tell_parcel(told *into, const coding__shape *shape, const uint8_t *bytes, size_t length);

#endif
