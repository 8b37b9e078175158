/* A desk's memory: blocks of the caller's allocator, given out from the front and taken back all at once. What is
 * taken back is wiped, since notes tell of patients; the blocks wait for the next question. */
#ifndef CODING_BASE_ARENA_H
#define CODING_BASE_ARENA_H

#include <coding/base.h>

typedef struct coding__block coding__block;

typedef struct coding__arena {
    coding_allocator allocator;
    coding__block   *first;
    coding__block   *current;
    size_t           held;
    size_t           roomy; /* of that, in blocks */
    size_t           used;
    size_t           calls;
    size_t           refused; /* calls that the allocator answered with no: what is made meanwhile may lack something */
} coding__arena;

/* `allocator` NULL: malloc and free. */
void coding__arena_start(coding__arena *arena, const coding_allocator *allocator);

/* A piece of the allocator's that is counted and lives until it is given back, whatever is cleared. Not zeroed. */
void *coding__arena_borrow(coding__arena *arena, size_t size);
void  coding__arena_give_back(coding__arena *arena, void *memory, size_t size);

/* `size` bytes, zeroed, aligned for anything. NULL where there is no memory. */
void *coding__arena_take(coding__arena *arena, size_t size);

/* Makes the newest piece (`memory`, `old_size` bytes) larger: in place where it is the last one given out, else by a
 * copy. `memory` NULL takes a new one. NULL where there is no memory; the old piece then still stands. */
void *coding__arena_grow(coding__arena *arena, void *memory, size_t old_size, size_t new_size);

/* `length` bytes of text with a NUL. */
char *coding__arena_text(coding__arena *arena, const char *text, size_t length);

/* A list that grows on an arena. NULL where there is no memory: the list keeps what it has, and `failed` is set. */
typedef struct coding__list {
    void  *items;
    size_t count;
    size_t capacity;
    bool   failed;
} coding__list;

/* Room for one more item of `width` bytes, zeroed. */
void *coding__list_add(coding__arena *arena, coding__list *list, size_t width);

/* Takes everything back, wiped. */
void coding__arena_clear(coding__arena *arena);

/* Wipes and frees. */
void coding__arena_end(coding__arena *arena);

#endif
