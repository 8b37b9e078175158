/* An allocator that remembers every block, counts every byte, and may be told to say no. */
#ifndef TESTS_MISER_H
#define TESTS_MISER_H

#include <coding/base.h>

enum { MISER_BLOCKS = 512 };

typedef struct miser {
    void  *blocks[MISER_BLOCKS];
    size_t sizes[MISER_BLOCKS];
    size_t count;
    size_t held;    /* bytes given and not yet given back */
    size_t asked;   /* calls that ask for memory so far */
    size_t refuse;  /* the call that is refused, counted from 1; 0: none */
    bool   ever;    /* all calls from that one on are refused */
} miser;

/* `own` is zeroed by hand or by this. */
coding_allocator miser_allocator(miser *own);

/* Does any block that is given hold these bytes? */
bool miser_holds(const miser *own, const void *bytes, size_t length);

#endif
