/* From a code to its row by a perfect hash: three reads, however long the code is.
 *
 *     group    the hash of the code names a record of `rows.seeds`
 *     place    hash and seed name a record of `rows.places`: the row plus 1; 0: nobody's
 *     row      `rows.codes` has its code, for a code that is in no book leads to somebody's place, too
 *
 * The compiler chooses the seed of each group so that no two codes of the book come to the same place. A book without
 * places answers all the same, by its trie. */
#ifndef CODING_BOOK_PLACES_H
#define CODING_BOOK_PLACES_H

#include "book/book.h"

/* No two codes have the same. */
static inline uint64_t coding__code_hash(coding_code code)
{
    code ^= code >> 29;
    code *= 0x9E3779B97F4A7C15u;
    return code ^ code >> 32;
}

/* A number below `count`, in proportion to a number of 32 bits. */
static inline uint32_t coding__share_of(uint64_t bits, uint32_t count)
{
    return (uint32_t)((bits & UINT32_MAX) * count >> 32);
}

static inline uint32_t coding__group_of(uint64_t hash, uint32_t groups) { return coding__share_of(hash, groups); }

/* Each seed is another factor, so that codes which meet by one seed are parted by the next. */
static inline uint32_t coding__place_of(uint64_t hash, uint32_t seed, uint32_t places)
{
    return coding__share_of(hash * (2 * (uint64_t)seed + 1) >> 32, places);
}

/* The tables that are read on the way, by value: what a caller writes meanwhile cannot be they. */
typedef struct coding__places {
    coding__table seeds;
    coding__table places; /* none: the book has no places */
    coding__table codes;
} coding__places;

static inline coding__places coding__places_of(const coding_book *book)
{
    coding__places p = {book->tables[CODING__SEEDS], book->tables[CODING__PLACES], book->tables[CODING__CODES]};
    if (!p.seeds.count || !p.codes.count) p.places.count = 0;
    return p;
}

/* Where a code stands, if the book has it. There must be places. */
static inline uint32_t coding__place_of_code(const coding__places *p, coding_code code)
{
    uint64_t hash = coding__code_hash(code);
    size_t   seed = (size_t)coding__group_of(hash, p->seeds.count) * CODING__SEED_BYTES;
    return coding__place_of(hash, coding__load16(p->seeds.bytes + seed), p->places.count);
}

/* Who stands at a place: a row plus 1, or 0. There must be places. */
static inline uint32_t coding__row_at(const coding__places *p, uint32_t place)
{
    return coding__load32(p->places.bytes + (size_t)place * CODING__PLACE_BYTES);
}

/* The same row (plus 1) if the code is its own, else 0. */
static inline uint32_t coding__row_if_of(const coding__places *p, uint32_t row, coding_code code)
{
    bool own = row - 1 < p->codes.count
               && coding__load64(p->codes.bytes + (size_t)(row - 1) * CODING__CODE_BYTES + CODING__CODE_CODE) == code;
    return own && code ? row : 0;
}

#endif
