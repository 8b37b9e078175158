/* An answer as bytes, for languages on the far side of a wall: Java, Go, JavaScript. One crossing an answer, and the
 * reader of each record is generated (describe.py), so that nothing is named on the way. All numbers little-endian:
 *
 *     text, code   uint32 bytes + 1 (0: none), then the bytes, UTF-8
 *     letter       uint32, 0 none       flag   uint8        count   float64 (whole, up to 2^53)
 *     number       uint64               real   float64      name    uint32        day   uint32, 0 none
 *     span         uint32 offset, uint32 length, in the unit of the call
 *     record       its values in order; one that may be none has a uint8 before it: 0 none, 1 it follows
 *     list, codes, counts, names       uint32 count, then the items
 *
 * The answer itself is written as one that may be none. */
#ifndef CODING_BINDINGS_PARCEL_H
#define CODING_BINDINGS_PARCEL_H

#include "shape.h"

typedef struct coding__parcel {
    uint8_t *bytes;  /* malloc; the owner frees it */
    size_t   length;
    size_t   room;
} coding__parcel;

/* Packs an answer at the end of a parcel. False with the reason: the answer's own status, or no memory. */
bool coding__parcel_pack(coding__parcel *parcel, const coding__ask *ask, const coding__shape *shape,
                         const void *answer, coding_error *error);
void coding__parcel_free(coding__parcel *parcel);

#endif
