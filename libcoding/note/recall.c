#include "note/recall.h"

#include <string.h>

typedef struct recall {
    coding__recalled pieces[CODING__RECALL_PIECES];
    uint16_t         used[CODING__RECALL_PIECES]; /* places that have a piece */
    uint32_t         used_count;
} recall;

static void wipe(coding_desk *desk)
{
    recall *known = desk->kept[CODING__KEEPS_RECALL].memory;
    for (uint32_t i = 0; i < known->used_count; i++) memset(&known->pieces[known->used[i]], 0, sizeof *known->pieces);
    memset(known->used, 0, known->used_count * sizeof *known->used);
    known->used_count = 0;
}

static void end(coding_desk *desk)
{
    wipe(desk);
    coding__arena_give_back(&desk->arena, desk->kept[CODING__KEEPS_RECALL].memory, sizeof(recall));
    desk->kept[CODING__KEEPS_RECALL].memory = NULL;
}

static recall *recall_of(coding_desk *desk)
{
    if (desk->kept[CODING__KEEPS_RECALL].memory) return desk->kept[CODING__KEEPS_RECALL].memory;
    recall *known = coding__arena_borrow(&desk->arena, sizeof *known);
    if (!known) return NULL;
    memset(known, 0, sizeof *known);
    desk->kept[CODING__KEEPS_RECALL] = (coding__kept){known, wipe, end};
    return known;
}

static uint32_t place_of(const char *text, size_t length)
{
    uint64_t hash = length;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 40) % CODING__RECALL_PIECES;
}

static bool is_it(const coding__recalled *piece, const char *text, size_t length, coding_date on)
{
    return piece->length == length && piece->on == on && memcmp(piece->letters, text, length) == 0;
}

bool coding__recall_covers(coding_desk *desk, const char *text, size_t length, const coding__scope *scope, float most,
                           float least, coding__covers *covers)
{
    recall *known = length && length <= CODING__RECALL_LETTERS ? recall_of(desk) : NULL;
    if (!known) return coding__covers_of(desk, text, length, scope, most, least, covers);
    coding__recalled *piece = &known->pieces[place_of(text, length)];
    if (is_it(piece, text, length, scope->on)) return *covers = piece->covers, piece->found;
    size_t refused = desk->arena.refused;
    bool   found = coding__covers_of(desk, text, length, scope, most, least, covers);
    if (desk->arena.refused != refused) return found;
    if (!piece->length) known->used[known->used_count++] = (uint16_t)(piece - known->pieces);
    *piece = (coding__recalled){.length = (uint8_t)length, .on = scope->on, .found = found, .covers = *covers};
    memcpy(piece->letters, text, length);
    return found;
}
