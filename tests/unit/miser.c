#include "unit/miser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What breaks the promises of an allocator ends the test at once, whoever asked. */
static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "allocator: %s\n", what);
    abort();
}

static size_t place_of(const miser *own, const void *memory)
{
    size_t at = 0;
    while (at < own->count && own->blocks[at] != memory) at++;
    demand(at < own->count, "a block comes back that was never given");
    return at;
}

static void *give(miser *own, size_t size)
{
    own->asked++;
    if (own->refuse && (own->asked == own->refuse || (own->ever && own->asked > own->refuse))) return NULL;
    demand(own->count < MISER_BLOCKS, "more blocks than the test remembers");
    void *memory = malloc(size);
    demand(memory != NULL, "the machine has no memory");
    memset(memory, 0xA5, size); /* what is not zeroed shows */
    own->blocks[own->count] = memory;
    own->sizes[own->count++] = size;
    own->held += size;
    return memory;
}

static void *resize(void *context, void *memory, size_t old_size, size_t new_size)
{
    miser *own = context;
    if (!memory) return give(own, new_size);
    size_t at = place_of(own, memory);
    demand(own->sizes[at] == old_size, "a block comes back with another size");
    demand(!new_size, "a block is resized");
    own->held -= old_size;
    own->count--;
    own->blocks[at] = own->blocks[own->count];
    own->sizes[at] = own->sizes[own->count];
    free(memory);
    return NULL;
}

coding_allocator miser_allocator(miser *own)
{
    memset(own, 0, sizeof *own);
    return (coding_allocator){resize, own};
}

bool miser_holds(const miser *own, const void *bytes, size_t length)
{
    for (size_t i = 0; i < own->count; i++) {
        const char *block = own->blocks[i];
        for (size_t at = 0; at + length <= own->sizes[i]; at++)
            if (!memcmp(block + at, bytes, length)) return true;
    }
    return false;
}
