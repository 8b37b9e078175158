/* Laying out crosswalks. Where two paths hold the same one, the earlier path wins. */
#include <stdlib.h>

#include "compile/weave.h"

static const coding__map_file *file_at(const coding__weave *weave, uint32_t number)
{
    return (const coding__map_file *)weave->model->maps.files.items + number;
}

static int by_map(const coding__map_file *x, const coding__map_file *y)
{
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    if (x->style != y->style) return x->style < y->style ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static int by_file_source_and_line(const void *a, const void *b)
{
    const coding__map_row *x = a, *y = b;
    if (x->file != y->file) return x->file < y->file ? -1 : 1;
    if (x->source != y->source) return x->source < y->source ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static uint32_t rank_of(const coding__weave *weave, const coding__map_file *map)
{
    return ((const coding__origin *)weave->model->origins.items)[map->origin].rank;
}

/* Does `map` come before `other`, or is it the same crosswalk by an earlier path? */
static bool is_before(const coding__weave *weave, const coding__map_file *map, const coding__map_file *other)
{
    int order = by_map(map, other);
    return order < 0 || (!order && rank_of(weave, map) < rank_of(weave, other));
}

/* The next map in order after `last` (NULL: the first of all); of equal ones that of the earliest path. */
static uint32_t next_file(const coding__weave *weave, const coding__map_file *last)
{
    uint32_t best = UINT32_MAX, count = (uint32_t)weave->model->maps.files.count;
    for (uint32_t i = 0; i < count; i++) {
        if (last && by_map(file_at(weave, i), last) <= 0) continue;
        if (best == UINT32_MAX || is_before(weave, file_at(weave, i), file_at(weave, best))) best = i;
    }
    return best;
}

static void write_row(coding__writer *writer, const coding__map_row *row)
{
    unsigned char *at = coding__writer_add(writer, CODING__MAP_ROWS);
    coding__store64(at + CODING__MAP_ROW_SOURCE, row->source);
    coding__store64(at + CODING__MAP_ROW_TARGET, row->target);
    coding__store32(at + CODING__MAP_ROW_LINE, row->line);
    at[CODING__MAP_ROW_FLAGS] = row->flags;
    at[CODING__MAP_ROW_SCENARIO] = row->scenario;
    at[CODING__MAP_ROW_CHOICE] = row->choice;
}

/* The rows of a map, which stand together; answers how many. */
static uint32_t write_rows(coding__weave *weave, uint32_t number)
{
    const coding__vector  *rows = &weave->model->maps.rows;
    const coding__map_row *all = rows->items;
    uint32_t               count = 0;
    for (size_t i = 0; i < rows->count && !weave->model->no_memory; i++)
        if (all[i].file == number) write_row(&weave->writer, &all[i]), count++;
    return count;
}

static void write_map(coding__weave *weave, uint32_t number)
{
    const coding__map_file *map = file_at(weave, number);
    uint32_t                first = coding__writer_count(&weave->writer, CODING__MAP_ROWS);
    uint32_t                count = write_rows(weave, number);
    unsigned char          *at = coding__writer_add(&weave->writer, CODING__MAPS);
    coding__store32(at + CODING__MAP_FROM, map->from);
    coding__store32(at + CODING__MAP_TO, map->to);
    coding__store32(at + CODING__MAP_STYLE, map->style);
    coding__store32(at + CODING__MAP_FIRST, map->first);
    coding__store32(at + CODING__MAP_UNTIL, map->until);
    coding__store32(at + CODING__MAP_ORIGIN, map->origin);
    coding__store32(at + CODING__MAP_ROW, first);
    coding__store32(at + CODING__MAP_COUNT, count);
}

void coding__write_maps(coding__weave *weave)
{
    coding__vector *rows = &weave->model->maps.rows;
    if (rows->count) qsort(rows->items, rows->count, sizeof(coding__map_row), by_file_source_and_line);
    uint32_t number = next_file(weave, NULL);
    while (number != UINT32_MAX && !weave->model->no_memory) {
        write_map(weave, number);
        number = next_file(weave, file_at(weave, number));
    }
}
