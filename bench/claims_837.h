/* Files of X12 837 that look like real ones, of any size and the same for the same seed: several groups, transaction
 * sets, subscribers, dependents, and claims of practitioners, hospitals and dentists. Patients are nobody. */
#ifndef BENCH_CLAIMS_837_H
#define BENCH_CLAIMS_837_H

#include <stddef.h>

typedef struct claims_837 {
    unsigned long long state;   /* of what is drawn */
    unsigned long long written; /* bytes so far */
    unsigned long long wanted;  /* no transaction set begins past so many */
    unsigned long long claims;  /* so far */
    int                phase;   /* what comes next */
    char               guide;   /* of the group: P, I or D */
    unsigned           groups, sets, segments, level, holder, subscribers;
    char               text[16384]; /* what is written next */
    size_t             length, given;
} claims_837;

/* A file of about so many bytes. `seed` is any number but 0. */
void claims_837_start(claims_837 *file, unsigned long long wanted, unsigned long long seed);

/* The next bytes of it, at most `room`; 0 at its end. */
size_t claims_837_next(claims_837 *file, char *piece, size_t room);

#endif
