/* What is left of a text in the memory of this process: every writable mapping of it, as the kernel lists them, memory
 * that was given back to the allocator included. The stack of the thread that asks is left out, since the search itself
 * has the text there. */
#ifndef TESTS_REMAINS_H
#define TESTS_REMAINS_H

#include <stdbool.h>
#include <stddef.h>

/* Texts to be looked for are veiled, so that the search does not find itself. */
enum { REMAINS_VEIL = 0x5A, REMAINS_MOST = 64 };

/* Can this process be searched? Not where a sanitizer or an instrument maps terabytes of its own. */
bool remains_can_be_seen(void);

/* Does any mapping hold the text, in its case, in the other one, or as characters of 16 or 32 bits? Says where. */
bool remains_are(const char *veiled, size_t length);

/* The same in one piece of memory. */
bool remains_lie_in(const void *memory, size_t size, const char *veiled, size_t length);

/* The text itself; the caller wipes it. */
void remains_unveil(const char *veiled, size_t length, char *text);

#endif
