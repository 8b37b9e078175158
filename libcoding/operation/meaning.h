/* Words that say something of an operation, one meaning after the other. */
#ifndef CODING_OPERATION_MEANING_H
#define CODING_OPERATION_MEANING_H

#include "operation/report.h"

typedef struct coding__step {
    const coding__pieces *pieces;
    coding_ground         ground;
    size_t                piece;
    uint32_t              record; /* of the meaning; UINT32_MAX before the first */
    coding_span           span;
} coding__step;

static inline coding__step coding__meanings(const coding__pieces *pieces, coding_ground ground)
{
    return (coding__step){.pieces = pieces, .ground = ground, .record = UINT32_MAX};
}

/* Goes on to the next one; false behind the last. */
bool coding__next_meaning(const coding__report *report, coding__step *at);

#endif
