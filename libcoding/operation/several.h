/* What one name means several times: body parts that are named beside each other (B3.2a, b), places that the body tells
 * of, vertebral joints, sources of a coronary bypass. */
#ifndef CODING_OPERATION_SEVERAL_H
#define CODING_OPERATION_SEVERAL_H

#include "operation/report.h"

enum { CODING__SEVERAL_MOST = 12 };

typedef struct coding__several {
    coding__procedure items[CODING__SEVERAL_MOST];
    size_t            count;
} coding__several;

/* The operations to be settled in place of the procedure: itself, where it means but one. */
void coding__several_of(const coding__report *report, const coding__procedure *procedure, coding__several *made);

/* Vertebral joints that a fusion joins, one item a region of the spine (B3.10a); false where no level is said. */
bool coding__fused(const coding__report *report, const coding__procedure *procedure, coding__several *made);

static inline void coding__add_several(coding__several *made, const coding__procedure *one)
{
    if (made->count < CODING__SEVERAL_MOST) made->items[made->count++] = *one;
}

#endif
