/* The crosswalks of a book that is extended. Who made the book is a stranger: rows that are no codes are left out. */
#include "book/book.h"
#include "code/code.h"
#include "compile/read_book.h"

static void read_row(coding__model *model, const coding_book *book, uint32_t i, const coding__map_file *map)
{
    coding__map_row row = {
        .source = coding__u64(book, CODING__MAP_ROWS, i, CODING__MAP_ROW_SOURCE),
        .target = coding__u64(book, CODING__MAP_ROWS, i, CODING__MAP_ROW_TARGET),
        .file = (uint32_t)model->maps.files.count - 1,
        .line = coding__u32(book, CODING__MAP_ROWS, i, CODING__MAP_ROW_LINE),
        .flags = (uint8_t)coding__u8(book, CODING__MAP_ROWS, i, CODING__MAP_ROW_FLAGS),
        .scenario = (uint8_t)coding__u8(book, CODING__MAP_ROWS, i, CODING__MAP_ROW_SCENARIO),
        .choice = (uint8_t)coding__u8(book, CODING__MAP_ROWS, i, CODING__MAP_ROW_CHOICE),
    };
    bool ends = !row.target || coding_code_system(row.target) == map->to;
    if (!row.source || coding_code_system(row.source) != map->from || !ends) return;
    *(coding__map_row *)coding__push(model, &model->maps.rows, sizeof row) = row;
}

static void read_map(coding__model *model, const coding_book *book, uint32_t i, uint32_t origins, uint32_t *left)
{
    uint32_t         origin = coding__u32(book, CODING__MAPS, i, CODING__MAP_ORIGIN);
    uint32_t         first = coding__u32(book, CODING__MAPS, i, CODING__MAP_ROW);
    uint32_t         count = coding__u32(book, CODING__MAPS, i, CODING__MAP_COUNT);
    coding__map_file map = {
        .from = (coding_system)coding__u32(book, CODING__MAPS, i, CODING__MAP_FROM),
        .to = (coding_system)coding__u32(book, CODING__MAPS, i, CODING__MAP_TO),
        .style = coding__u32(book, CODING__MAPS, i, CODING__MAP_STYLE),
        .first = coding__u32(book, CODING__MAPS, i, CODING__MAP_FIRST),
        .until = coding__u32(book, CODING__MAPS, i, CODING__MAP_UNTIL),
        .origin = origin && origin < coding__count(book, CODING__ORIGINS) ? origins + origin : 0,
    };
    if (model->public_only && (map.from == CODING_CPT || map.to == CODING_CPT)) return;
    *(coding__map_file *)coding__push(model, &model->maps.files, sizeof map) = map;
    for (; count && *left && !model->no_memory; count--, --*left) read_row(model, book, first++, &map);
}

void coding__take_maps(coding__model *model, const coding_book *book, uint32_t origins)
{
    uint32_t left = coding__count(book, CODING__MAP_ROWS); /* no row is read twice, however often a map points at it */
    for (uint32_t i = 0; i < coding__count(book, CODING__MAPS) && !model->no_memory; i++)
        read_map(model, book, i, origins, &left);
}
