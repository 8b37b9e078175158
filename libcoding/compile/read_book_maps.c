/* The crosswalks of a book that is extended. Who made the book is a stranger: rows that are no codes are left out. */
#include "book/book.h"
#include "code/code.h"
#include "compile/read_book.h"

static void read_row(const coding__book_reading *r, uint32_t i, const coding__map_file *map)
{
    coding__map_row row = {
        .source = coding__u64(r->book, CODING__MAP_ROWS, i, CODING__MAP_ROW_SOURCE),
        .target = coding__u64(r->book, CODING__MAP_ROWS, i, CODING__MAP_ROW_TARGET),
        .file = (uint32_t)r->model->maps.files.count - 1,
        .line = coding__u32(r->book, CODING__MAP_ROWS, i, CODING__MAP_ROW_LINE),
        .flags = (uint8_t)coding__u8(r->book, CODING__MAP_ROWS, i, CODING__MAP_ROW_FLAGS),
        .scenario = (uint8_t)coding__u8(r->book, CODING__MAP_ROWS, i, CODING__MAP_ROW_SCENARIO),
        .choice = (uint8_t)coding__u8(r->book, CODING__MAP_ROWS, i, CODING__MAP_ROW_CHOICE),
    };
    bool ends = !row.target || coding_code_system(row.target) == map->to;
    if (!row.source || coding_code_system(row.source) != map->from || !ends) return;
    *(coding__map_row *)coding__push(r->model, &r->model->maps.rows, sizeof row) = row;
}

static void read_map(const coding__book_reading *r, uint32_t i, uint32_t *left)
{
    uint32_t         first = coding__u32(r->book, CODING__MAPS, i, CODING__MAP_ROW);
    uint32_t         count = coding__u32(r->book, CODING__MAPS, i, CODING__MAP_COUNT);
    coding__map_file map = {
        .from = (coding_system)coding__u32(r->book, CODING__MAPS, i, CODING__MAP_FROM),
        .to = (coding_system)coding__u32(r->book, CODING__MAPS, i, CODING__MAP_TO),
        .style = coding__u32(r->book, CODING__MAPS, i, CODING__MAP_STYLE),
        .first = coding__u32(r->book, CODING__MAPS, i, CODING__MAP_FIRST),
        .until = coding__u32(r->book, CODING__MAPS, i, CODING__MAP_UNTIL),
        .origin = coding__origin_at(r, CODING__MAPS, i, CODING__MAP_ORIGIN),
    };
    if (r->model->public_only && (map.from == CODING_CPT || map.to == CODING_CPT)) return;
    *(coding__map_file *)coding__push(r->model, &r->model->maps.files, sizeof map) = map;
    for (; count && *left && !r->model->no_memory; count--, --*left) read_row(r, first++, &map);
}

void coding__take_maps(const coding__book_reading *r)
{
    uint32_t left = coding__count(r->book,
                                  CODING__MAP_ROWS); /* no row is read twice, however often a map points at it */
    for (uint32_t i = 0; i < coding__count(r->book, CODING__MAPS) && !r->model->no_memory; i++) read_map(r, i, &left);
}
