#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct slot {
    coding_code code; /* 0: free */
    uint32_t    number;
} slot;

static size_t place(const coding__code_map *map, coding_code code)
{
    size_t      mask = map->slots.capacity - 1;
    size_t      at = (size_t)((code * 0x9E3779B97F4A7C15u) >> 32) & mask;
    const slot *slots = map->slots.items;
    while (slots[at].code && slots[at].code != code) at = (at + 1) & mask;
    return at;
}

static bool make_room(coding__model *model, coding__code_map *map)
{
    if ((map->count + 1) * 2 <= map->slots.capacity) return true;
    coding__code_map larger = {.count = map->count};
    larger.slots.capacity = map->slots.capacity ? map->slots.capacity * 2 : 1024;
    larger.slots.items = calloc(larger.slots.capacity, sizeof(slot));
    if (!larger.slots.items) {
        model->no_memory = true;
        return false;
    }
    for (size_t i = 0; i < map->slots.capacity; i++) {
        slot *from = (slot *)map->slots.items + i;
        if (from->code) ((slot *)larger.slots.items)[place(&larger, from->code)] = *from;
    }
    free(map->slots.items);
    *map = larger;
    return true;
}

void coding__map_put(coding__model *model, coding__code_map *map, coding_code code, uint32_t number)
{
    if (!code || !make_room(model, map)) return;
    slot *at = (slot *)map->slots.items + place(map, code);
    if (!at->code) map->count++;
    *at = (slot){code, number};
}

uint32_t coding__map_get(const coding__code_map *map, coding_code code)
{
    if (!map->count || !code) return UINT32_MAX;
    const slot *at = (const slot *)map->slots.items + place(map, code);
    return at->code ? at->number : UINT32_MAX;
}

void coding__map_end(coding__code_map *map)
{
    free(map->slots.items);
    memset(map, 0, sizeof *map);
}

int coding__by_u32(const void *a, const void *b)
{
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x < y ? -1 : x > y;
}
