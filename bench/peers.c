#include "peers.h"

#include <stdlib.h>
#include <string.h>

typedef struct node {
    uint64_t mask; /* bit s: a child by symbol s; bit 0: a code ends here */
    uint64_t base; /* the first child */
} node;

struct yardstick {
    yardstick_kind kind;
    coding_code   *codes; /* sorted, or the slots of a table */
    size_t         count;
    node          *nodes;
    size_t         node_count;
    uint16_t      *seeds; /* of the perfect hash, one a bucket */
    unsigned       slot_bits;
    unsigned       bucket_bits;
};

static uint64_t mixed(uint64_t code)
{
    code ^= code >> 32;
    code *= 0x9E3779B97F4A7C15u;
    code ^= code >> 29;
    return code * 0xBF58476D1CE4E5B9u;
}

static int by_number(const void *a, const void *b)
{
    coding_code x = *(const coding_code *)a, y = *(const coding_code *)b;
    return (x > y) - (x < y);
}

/* Symbols of six bits: the system first (official ones have small numbers), then the characters. */
static unsigned symbol_at(coding_code code, unsigned depth)
{
    return depth ? (unsigned)(code >> (54 - 6 * depth)) & 63 : (unsigned)(code >> 56) & 63;
}

/* Fills a node with the sorted codes [first, past), which share `depth` symbols. */
static void fill(yardstick *y, size_t at, size_t first, size_t past, unsigned depth)
{
    size_t next = first, child;
    if (depth > 9 || !symbol_at(y->codes[first], depth)) y->nodes[at].mask = 1, next = ++first;
    for (; next < past && depth <= 9; next++) y->nodes[at].mask |= (uint64_t)1 << symbol_at(y->codes[next], depth);
    child = y->nodes[at].base = y->node_count;
    y->node_count += (size_t)__builtin_popcountll(y->nodes[at].mask >> 1);
    for (; first < past && depth <= 9; first = next, child++) {
        unsigned symbol = symbol_at(y->codes[first], depth);
        for (next = first; next < past && symbol_at(y->codes[next], depth) == symbol;) next++;
        fill(y, child, first, next, depth + 1);
    }
}

static bool make_trie(yardstick *y)
{
    y->nodes = calloc(y->count * 10 + 1, sizeof *y->nodes);
    if (!y->nodes) return false;
    y->node_count = 1;
    if (y->count) fill(y, 0, 0, y->count, 0);
    return true;
}

/* As many slots as a power of two that is at least `times` the codes. */
static coding_code *make_slots(yardstick *y, size_t times)
{
    while (((size_t)1 << y->slot_bits) < y->count * times) y->slot_bits++;
    return calloc((size_t)1 << y->slot_bits, sizeof(coding_code));
}

static size_t slot_of(const yardstick *y, coding_code code) { return (size_t)(mixed(code) >> (64 - y->slot_bits)); }

static bool make_hash(yardstick *y)
{
    coding_code *slots = make_slots(y, 2);
    size_t       last = ((size_t)1 << y->slot_bits) - 1;
    if (!slots) return false;
    for (size_t i = 0; i < y->count; i++) {
        size_t at = slot_of(y, y->codes[i]);
        while (slots[at]) at = (at + 1) & last;
        slots[at] = y->codes[i];
    }
    free(y->codes);
    y->codes = slots;
    return true;
}

static size_t bucket_of(const yardstick *y, coding_code code)
{
    return (size_t)(mixed(code) & (((size_t)1 << y->bucket_bits) - 1));
}

static size_t place_of(const yardstick *y, coding_code code, uint16_t seed)
{
    return (size_t)(mixed(code + (uint64_t)seed * 0xD6E8FEB86659FD93u) >> (64 - y->slot_bits));
}

/* A seed that sends each of the bucket's codes to a slot of its own. */
static bool settle(yardstick *y, coding_code *slots, size_t bucket, const coding_code *codes, size_t count)
{
    for (unsigned seed = 0; seed <= UINT16_MAX; seed++) {
        size_t done = 0;
        while (done < count && !slots[place_of(y, codes[done], (uint16_t)seed)]) {
            slots[place_of(y, codes[done], (uint16_t)seed)] = codes[done];
            done++;
        }
        y->seeds[bucket] = (uint16_t)seed;
        if (done == count) return true;
        while (done-- > 0) slots[place_of(y, codes[done], (uint16_t)seed)] = 0;
    }
    return false;
}

typedef struct bucket {
    size_t number, first, count;
} bucket;

static int by_count(const void *a, const void *b)
{
    size_t x = ((const bucket *)a)->count, y = ((const bucket *)b)->count;
    return (x < y) - (x > y);
}

/* Codes bucket by bucket. */
static void gather(yardstick *y, bucket *buckets, coding_code *grouped)
{
    size_t count = (size_t)1 << y->bucket_bits, first = 0;
    for (size_t i = 0; i < count; i++) buckets[i].number = i;
    for (size_t i = 0; i < y->count; i++) buckets[bucket_of(y, y->codes[i])].count++;
    for (size_t i = 0; i < count; first += buckets[i++].count) buckets[i].first = first, y->seeds[i] = 0;
    size_t *fill_at = calloc(count, sizeof *fill_at);
    for (size_t i = 0; fill_at && i < y->count; i++) {
        size_t at = bucket_of(y, y->codes[i]);
        grouped[buckets[at].first + fill_at[at]++] = y->codes[i];
    }
    free(fill_at);
}

static bool make_perfect(yardstick *y)
{
    while (((size_t)4 << y->bucket_bits) < y->count) y->bucket_bits++;
    coding_code *slots = make_slots(y, 2), *grouped = calloc(y->count + 1, sizeof *grouped);
    bucket      *buckets = calloc((size_t)1 << y->bucket_bits, sizeof *buckets);
    y->seeds = calloc((size_t)1 << y->bucket_bits, sizeof *y->seeds);
    bool made = slots && grouped && buckets && y->seeds;
    if (made) {
        gather(y, buckets, grouped);
        qsort(buckets, (size_t)1 << y->bucket_bits, sizeof *buckets, by_count); /* the fullest have the widest choice */
    }
    for (size_t i = 0; made && i < (size_t)1 << y->bucket_bits; i++)
        made = settle(y, slots, buckets[i].number, grouped + buckets[i].first, buckets[i].count);
    free(grouped);
    free(buckets);
    free(y->codes);
    y->codes = slots;
    return made;
}

yardstick *yardstick_new(yardstick_kind kind, const sample *codes)
{
    yardstick *y = calloc(1, sizeof *y);
    if (!y || !(y->codes = malloc((codes->count + 1) * sizeof *y->codes))) return free(y), NULL;
    memcpy(y->codes, codes->codes, codes->count * sizeof *y->codes);
    y->kind = kind;
    y->count = codes->count;
    qsort(y->codes, y->count, sizeof *y->codes, by_number);
    bool made = kind == YARDSTICK_SORTED || (kind == YARDSTICK_TRIE && make_trie(y))
             || (kind == YARDSTICK_HASH && make_hash(y)) || (kind == YARDSTICK_PERFECT && make_perfect(y));
    if (made) return y;
    yardstick_free(y);
    return NULL;
}

void yardstick_free(yardstick *y)
{
    if (!y) return;
    free(y->codes);
    free(y->nodes);
    free(y->seeds);
    free(y);
}

size_t yardstick_size(const yardstick *y)
{
    switch (y->kind) {
    case YARDSTICK_TRIE: return y->node_count * sizeof *y->nodes;
    case YARDSTICK_SORTED: return y->count * sizeof *y->codes;
    case YARDSTICK_HASH: return sizeof *y->codes << y->slot_bits;
    case YARDSTICK_PERFECT: return (sizeof *y->codes << y->slot_bits) + (sizeof *y->seeds << y->bucket_bits);
    }
    return 0;
}

static inline bool trie_has(const yardstick *y, coding_code code)
{
    size_t   at = 0;
    uint64_t rest = code << 10;
    unsigned symbol = (unsigned)(code >> 56) & 63;
    for (;; symbol = (unsigned)(rest >> 58), rest <<= 6) {
        uint64_t mask = y->nodes[at].mask;
        if (!symbol || !(mask >> symbol & 1)) return !symbol && mask & 1;
        at = (size_t)y->nodes[at].base + (size_t)__builtin_popcountll(mask & (((uint64_t)1 << symbol) - 2));
    }
}

static inline bool sorted_has(const yardstick *y, coding_code code)
{
    size_t first = 0;
    for (size_t count = y->count; count > 1; count -= count / 2) /* a branch would be guessed wrong half the time */
        first += y->codes[first + count / 2] <= code ? count / 2 : 0;
    return y->count && y->codes[first] == code;
}

static inline bool hash_has(const yardstick *y, coding_code code)
{
    size_t at = slot_of(y, code), last = ((size_t)1 << y->slot_bits) - 1;
    while (y->codes[at] && y->codes[at] != code) at = (at + 1) & last;
    return y->codes[at] == code;
}

static inline bool perfect_has(const yardstick *y, coding_code code)
{
    return y->codes[place_of(y, code, y->seeds[bucket_of(y, code)])] == code;
}

#if defined(__x86_64__)
__attribute__((target("popcnt")))
#endif
static size_t count_in_trie(const yardstick *y, const coding_code *codes, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) found += trie_has(y, codes[i]);
    return found;
}

size_t yardstick_count(const yardstick *y, const coding_code *codes, size_t count)
{
    size_t found = 0;
    if (y->kind == YARDSTICK_TRIE) return count_in_trie(y, codes, count);
    if (y->kind == YARDSTICK_SORTED) for (size_t i = 0; i < count; i++) found += sorted_has(y, codes[i]);
    if (y->kind == YARDSTICK_HASH) for (size_t i = 0; i < count; i++) found += hash_has(y, codes[i]);
    if (y->kind == YARDSTICK_PERFECT) for (size_t i = 0; i < count; i++) found += perfect_has(y, codes[i]);
    return found;
}
