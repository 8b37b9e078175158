/* Walks of the trie. A node is a number; 0 is none. */
#ifndef CODING_ENTRY_TRIE_H
#define CODING_ENTRY_TRIE_H

#include "book/places.h"
#include "code/code.h"

#include <coding/check.h>

/* A node as it was read: small, by value. */
typedef struct coding__node {
    uint64_t mask; /* a bit a child, by symbol */
    uint32_t base; /* node of the first child */
    uint32_t row;  /* row plus 1; 0: a beginning that is no row */
} coding__node;

static inline unsigned coding__bits_below(uint64_t mask, unsigned symbol)
{
    return (unsigned)__builtin_popcountll(mask & (((uint64_t)1 << symbol) - 1));
}

static inline coding__node coding__node_at(const coding_book *book, uint32_t node)
{
    const unsigned char *at = coding__record(book, CODING__NODES, node);
    if (!at) return (coding__node){0};
    uint64_t mask = coding__load64(at + CODING__NODE_MASK);
    return (coding__node){mask & CODING__NODE_CHILDREN, (uint32_t)(mask >> CODING__NODE_BASE_SHIFT),
                          coding__load32(at + CODING__NODE_ROW)};
}

/* The node under which a system's codes begin. Its children lie behind it, or the book is damaged and it has none. */
static inline uint32_t coding__root(const coding_book *book, unsigned system)
{
    return coding__u32(book, CODING__ROOTS, system, 0);
}

/* The child by a symbol (1 to 63), or 0. */
static inline uint32_t coding__child(const coding__node *node, unsigned symbol)
{
    return node->mask >> symbol & 1 ? node->base + coding__bits_below(node->mask, symbol) : 0;
}

/* How far a code leads: the node of its last character that is there, and how many characters that are. */
typedef struct coding__walk {
    uint32_t node;       /* reached; 0 where not even the system is there */
    unsigned length;     /* characters that led to it */
    uint32_t row;        /* plus 1: of the longest beginning that is a row */
    unsigned row_length; /* its characters */
} coding__walk;

/* The characters of a beginning, dots and blanks left out; 0 where one is no symbol or they are too many. */
coding_code coding__beginning(coding_system system, const char *text, size_t length);

coding__walk coding__walk_to(const coding_book *book, coding_code code);

/* The row of a code plus 1; 0 where the book has no such code. */
uint32_t coding__row_by_walk(const coding_book *book, coding_code code);

/* The same by the book's places; by a walk where it has none. */
static inline uint32_t coding__row_of(const coding_book *book, coding_code code)
{
    coding__places p = coding__places_of(book);
    if (!p.places.count) return coding__row_by_walk(book, code);
    return coding__row_if_of(&p, coding__row_at(&p, coding__place_of_code(&p, code)), code);
}

/* Is every character of the code in the walk? */
static inline bool coding__walked_all(const coding__walk *walk, coding_code code)
{
    return walk->node && !coding__symbol_at(code, walk->length);
}

/* A rule as a book has it: one that we do not know is no pass. */
static inline coding_rule coding__rule_of(uint32_t number)
{
    return number <= CODING_RULE_NOT_CHECKED ? (coding_rule)number : CODING_RULE_NOT_CHECKED;
}

/* The rule of a history on a day; 0: on the first day of the newest edition. */
static inline coding_rule coding__rule_on(const coding_book *book, uint32_t history, coding_date on)
{
    const unsigned char *at = coding__record(book, CODING__HISTORIES, history);
    if (!at) return CODING_RULE_NOT_CHECKED;
    if (!on) return coding__rule_of(coding__load16(at + CODING__HISTORY_NEWEST));
    uint32_t first = coding__load32(at + CODING__HISTORY_STEP);
    uint32_t step = first + coding__load16(at + CODING__HISTORY_COUNT);
    while (step-- > first) { /* the newest days are asked most */
        const unsigned char *record = coding__record(book, CODING__STEPS, step);
        if (!record) step = coding__count(book, CODING__STEPS); /* a damaged count: on with what is there */
        else if (coding__load32(record + CODING__STEP_DAY) <= on)
            return coding__rule_of(coding__load32(record + CODING__STEP_RULE));
    }
    return CODING_RULE_NOT_CHECKED;
}

/* The rule of a row on a day. */
static inline coding_rule coding__row_rule(const coding_book *book, uint32_t row, coding_date on)
{
    return coding__rule_on(book, coding__row_history(book, row), on);
}

/* Did the row stand on the day, as a code or as a header? */
static inline bool coding__rule_is_there(coding_rule rule)
{
    return rule == CODING_RULE_STANDS || rule == CODING_RULE_HEADER || rule == CODING_RULE_NO_7TH;
}

#endif
