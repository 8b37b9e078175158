/* Yardsticks: small honest ways to hold the same codes and answer a bare yes or no. They know no day, no row, no reason
 * and trust their memory, so they show what the machine can do, and what the rest of an answer costs.
 *
 *     trie      a bitmap trie, a node a character: 64-bit mask, base of the children
 *     sorted    binary search in a sorted array
 *     hash      open addressing, linear probing, half full
 *     perfect   two levels of hashing without a collision: one read for the seed, one for the code */
#ifndef BENCH_PEERS_H
#define BENCH_PEERS_H

#include "sample.h"

typedef struct yardstick yardstick;

typedef enum yardstick_kind { YARDSTICK_TRIE, YARDSTICK_SORTED, YARDSTICK_HASH, YARDSTICK_PERFECT } yardstick_kind;

/* NULL where there is no memory. The codes of a sample, in any order, each once. */
yardstick *yardstick_new(yardstick_kind kind, const sample *codes);
void       yardstick_free(yardstick *y);

/* How many of the codes does it hold? The loop is inside, so that each kind is compiled with it. */
size_t yardstick_count(const yardstick *y, const coding_code *codes, size_t count);

/* Bytes that it holds. */
size_t yardstick_size(const yardstick *y);

#endif
