/* Every question that can be put to a book, for tests that care less for the answers than for what may go wrong on the
 * way to them: a damaged book, an allocator that says no, several threads. */
#ifndef TESTS_BATTERY_H
#define TESTS_BATTERY_H

#include <coding.h>

/* Asks about codes taken from the book's own rows and about a list of texts. Answers a sum of what came back, the same
 * for the same book and `seed`, and counts the answers that ran out of memory in `failures` (NULL: not wanted). */
uint64_t ask_everything(coding_desk *desk, uint32_t seed, uint32_t *failures);

/* A little of it, by the seed: where many books are asked, or a slow instrument watches. */
uint64_t ask_something(coding_desk *desk, uint32_t seed);

#endif
