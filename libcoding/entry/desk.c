#include "entry/desk.h"

#include <string.h>

coding_desk *coding_desk_new(coding_book *book, const coding_allocator *allocator)
{
    coding__arena arena;
    coding__arena_start(&arena, allocator);
    coding_desk *desk = coding__arena_borrow(&arena, sizeof *desk);
    if (!desk) return NULL;
    memset(desk, 0, sizeof *desk);
    desk->arena = arena;
    desk->book = coding_book_keep(book);
    return desk;
}

void coding_desk_clear(coding_desk *desk)
{
    coding__arena_clear(&desk->arena);
    for (size_t i = 0; i < CODING__KEEPERS; i++)
        if (desk->kept[i].memory && desk->kept[i].wipe) desk->kept[i].wipe(desk);
}

void coding_desk_free(coding_desk *desk)
{
    if (!desk) return;
    for (size_t i = 0; i < CODING__KEEPERS; i++)
        if (desk->kept[i].memory) desk->kept[i].end(desk);
    coding_allocator allocator = desk->arena.allocator;
    coding__arena_end(&desk->arena);
    coding_book_close(desk->book);
    memset(desk, 0, sizeof *desk);
    allocator.resize(allocator.context, desk, sizeof *desk, 0);
}

coding_desk_use coding_desk_used(const coding_desk *desk)
{
    return (coding_desk_use){desk->arena.held, desk->arena.used, desk->arena.calls};
}

const coding_book *coding_desk_book(const coding_desk *desk) { return desk->book; }
