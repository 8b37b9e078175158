/* Tables of ICD-10-PCS as walks of the trie: each axis has a mask of symbols that are wanted, and what codes of the
 * day remain has a mask of those that occur. */
#ifndef CODING_OPERATION_TABLE_H
#define CODING_OPERATION_TABLE_H

#include "entry/trie.h"

enum { CODING__PCS_AXES = 7 };

typedef struct coding__choice {
    uint64_t axes[CODING__PCS_AXES]; /* bit s: the symbol s */
} coding__choice;

/* Every symbol on every axis. */
coding__choice coding__choice_of_all(void);

/* Codes that stand on the day and have only wanted symbols: how many, and in `seen` (may be NULL) what they have. */
uint32_t coding__choose(const coding_book *book, coding_date on, const coding__choice *wanted, coding__choice *seen);

/* The first of them in the order of numbers; 0 where there is none. */
coding_code coding__first_chosen(const coding_book *book, coding_date on, const coding__choice *wanted);

/* Symbols that our tables spell by their characters, "=34", where the book has no label that tells; else 0. */
uint64_t coding__symbols_spelt(const char *text);

static inline uint64_t coding__symbol_bit(char character) { return (uint64_t)1 << coding__symbol_of(character); }

static inline bool coding__is_single(uint64_t mask) { return mask && !(mask & (mask - 1)); }

static inline char coding__single_of(uint64_t mask)
{
    return coding__is_single(mask) ? coding__character_of((unsigned)__builtin_ctzll(mask)) : '\0';
}

#endif
