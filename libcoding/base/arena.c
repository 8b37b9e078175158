#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct coding__block {
    coding__block *next;
    size_t         size; /* of the room behind the block's head */
    size_t         used;
};

enum { ALIGN = 16, SMALLEST = 32768, HEAD = (sizeof(coding__block) + ALIGN - 1) / ALIGN * ALIGN };

static void *resize_by_malloc(void *context, void *memory, size_t old_size, size_t new_size)
{
    (void)context, (void)old_size;
    if (new_size) return realloc(memory, new_size);
    free(memory);
    return NULL;
}

/* Writes through a volatile pointer, so that no compiler takes the wiping of dying memory for useless. */
static void wipe(void *memory, size_t size)
{
    static void *(*const volatile fill)(void *, int, size_t) = memset;
    fill(memory, 0, size);
}

static unsigned char *room_of(coding__block *block) { return (unsigned char *)block + HEAD; }

static size_t rounded(size_t size) { return (size + ALIGN - 1) / ALIGN * ALIGN; }

void coding__arena_start(coding__arena *arena, const coding_allocator *allocator)
{
    memset(arena, 0, sizeof *arena);
    if (allocator) arena->allocator = *allocator;
    else arena->allocator.resize = resize_by_malloc;
}

void *coding__arena_borrow(coding__arena *arena, size_t size)
{
    void *memory = arena->allocator.resize(arena->allocator.context, NULL, 0, size);
    arena->calls++;
    if (memory) arena->held += size;
    else arena->refused++;
    return memory;
}

void coding__arena_give_back(coding__arena *arena, void *memory, size_t size)
{
    arena->held -= size;
    arena->calls++;
    arena->allocator.resize(arena->allocator.context, memory, size, 0);
}

static coding__block *add_block(coding__arena *arena, size_t size)
{
    size_t room = arena->roomy > SMALLEST ? arena->roomy : SMALLEST; /* doubles what blocks hold */
    if (room < size) room = size;
    coding__block *block = coding__arena_borrow(arena, HEAD + room);
    if (!block) return NULL;
    memset(block, 0, HEAD + room);
    block->size = room;
    arena->roomy += room;
    if (arena->current) {
        block->next = arena->current->next;
        arena->current->next = block;
    } else {
        arena->first = block;
    }
    return arena->current = block;
}

/* Blocks past the current one are empty: clearing left them so. */
static coding__block *block_with(coding__arena *arena, size_t size)
{
    for (coding__block *block = arena->current; block; block = block->next) {
        if (block->size - block->used >= size) return arena->current = block;
    }
    return add_block(arena, size);
}

void *coding__arena_take(coding__arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4) return arena->refused++, NULL;
    size = rounded(size ? size : 1);
    coding__block *block = block_with(arena, size);
    if (!block) return NULL;
    void *piece = room_of(block) + block->used;
    block->used += size;
    arena->used += size;
    return piece;
}

void *coding__arena_grow(coding__arena *arena, void *memory, size_t old_size, size_t new_size)
{
    coding__block *block = arena->current;
    size_t         old_room = memory ? rounded(old_size ? old_size : 1) : 0;
    if (new_size <= old_room) return memory;
    if (new_size > SIZE_MAX / 4) return arena->refused++, NULL;
    size_t more = rounded(new_size) - old_room;
    if (memory && (unsigned char *)memory + old_room == room_of(block) + block->used
        && block->size - block->used >= more) {
        block->used += more;
        arena->used += more;
        return memory;
    }
    void *piece = coding__arena_take(arena, new_size);
    if (piece && memory) memcpy(piece, memory, old_size);
    return piece;
}

char *coding__arena_text(coding__arena *arena, const char *text, size_t length)
{
    char *copy = coding__arena_take(arena, length + 1);
    if (copy) memcpy(copy, text, length); /* the NUL is there: pieces come zeroed */
    return copy;
}

void *coding__list_add(coding__arena *arena, coding__list *list, size_t width)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 8;
        void  *items = coding__arena_grow(arena, list->items, list->capacity * width, capacity * width);
        if (!items) {
            list->failed = true;
            return NULL;
        }
        list->items = items;
        list->capacity = capacity;
    }
    return (unsigned char *)list->items + list->count++ * width;
}

void coding__arena_clear(coding__arena *arena)
{
    for (coding__block *block = arena->first; block; block = block->next) {
        wipe(room_of(block), block->used);
        block->used = 0;
    }
    arena->current = arena->first;
    arena->used = 0;
}

void coding__arena_end(coding__arena *arena)
{
    coding__arena_clear(arena);
    for (coding__block *block = arena->first, *next; block; block = next) {
        next = block->next;
        coding__arena_give_back(arena, block, HEAD + block->size);
    }
    arena->first = arena->current = NULL;
}
