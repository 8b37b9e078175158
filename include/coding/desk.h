/**
 * @file
 * # Desks
 *
 * A desk is where one thread works: lists that answers point to lie on it until it is cleared. A desk keeps its book
 * open, takes memory only from its own allocator, and wipes what it forgets, since notes tell of patients.
 *
 *     coding_desk   *desk    = coding_desk_new(book, NULL);      // NULL: malloc and free
 *     coding_verdict verdict = coding_check(desk, code, 20251001);
 *     ...
 *     coding_desk_clear(desk);                                   // verdict.findings is gone; the memory waits
 *     coding_desk_free(desk);
 */
#ifndef CODING_DESK_H
#define CODING_DESK_H

#include <coding/book.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One thread's place to work. Opaque. */
typedef struct coding_desk coding_desk;

/** How much a desk holds, for callers who count. */
typedef struct coding_desk_use {
    size_t held;        /**< Bytes taken from the allocator. */
    size_t used;        /**< Bytes in use since the last clear. */
    size_t calls;       /**< Calls of the allocator so far. */
} coding_desk_use;

/**
 * A desk on a book, which it keeps open. `allocator` is copied; NULL: malloc and free. NULL where there is no memory.
 * Free it with coding_desk_free. One thread at a time may use it; functions that take it as `const` change nothing.
 */
CODING_API coding_desk *coding_desk_new(coding_book *book, const coding_allocator *allocator);

/** Wipes everything that lies on the desk: lists and texts of earlier answers are gone. Its memory stays. */
CODING_API void coding_desk_clear(coding_desk *desk);

/** Wipes and frees the desk and gives its book back. NULL is allowed. */
CODING_API void coding_desk_free(coding_desk *desk);

/** What the desk holds at the moment. */
CODING_API coding_desk_use coding_desk_used(const coding_desk *desk);

/** The book it works with; lent until the desk is freed. */
CODING_API const coding_book *coding_desk_book(const coding_desk *desk);

#ifdef __cplusplus
}
#endif

#endif
