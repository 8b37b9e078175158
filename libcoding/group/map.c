/* Crosswalks: the rows of a code in the newest map of two systems, and what they amount to.
 *
 * Reads   sections maps and maps.rows; the conversions between years where a day is asked. */
#include "group/map.h"

enum { NO_MAP = -1 };

coding__mapping coding__mapping_start(coding_desk *desk)
{
    return (coding__mapping){.desk = desk, .refused = desk->arena.refused};
}

void coding__mapping_row(coding__mapping *mapping, const coding_mapping *row)
{
    coding_mapping *added = coding__list_add(&mapping->desk->arena, &mapping->items, sizeof *added);
    if (added) *added = *row;
}

void coding__mapping_end(coding__mapping *mapping, coding_code code)
{
    const coding_code *codes = mapping->codes.items;
    for (size_t i = 0; i < mapping->codes.count; i++)
        if (codes[i] == code) return;
    coding_code *added = coding__list_add(&mapping->desk->arena, &mapping->codes, sizeof *added);
    if (added) *added = code;
}

coding_mapped coding__mapped(const coding__mapping *mapping, coding_map_kind kind)
{
    return (coding_mapped){
        .status = coding__status_since(mapping->desk, mapping->refused, mapping->status),
        .kind = kind,
        .items = mapping->items.items,
        .count = mapping->items.count,
        .codes = mapping->codes.items,
        .code_count = mapping->codes.count,
    };
}

static uint32_t map_field(const coding_book *book, uint32_t map, unsigned field)
{
    return coding__u32(book, CODING__MAPS, map, field);
}

/* The newest map between the systems: they stand by day, so it is the last. */
static int64_t map_of(const coding_book *book, coding_system from, coding_system to, coding_map_style style)
{
    for (uint32_t i = coding__count(book, CODING__MAPS); i-- > 0;) {
        if (map_field(book, i, CODING__MAP_FROM) == (uint32_t)from && map_field(book, i, CODING__MAP_TO) == (uint32_t)to
            && map_field(book, i, CODING__MAP_STYLE) == (uint32_t)style)
            return i;
    }
    return NO_MAP;
}

/* The first record of [first, past) whose source is not below the code. */
static uint32_t first_row(const coding_book *book, coding_code code, uint32_t first, uint32_t past)
{
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__u64(book, CODING__MAP_ROWS, middle, CODING__MAP_ROW_SOURCE) < code) first = middle + 1;
        else past = middle;
    }
    return first;
}

static coding_map_kind kind_of(uint32_t flags)
{
    if (flags & CODING__MAP_IS_NONE) return CODING_MAP_NO_TARGET;
    if (flags & CODING__MAP_IS_PART) return CODING_MAP_COMBINATION;
    return flags & CODING__MAP_IS_NEAR ? CODING_MAP_APPROXIMATE : CODING_MAP_EXACT;
}

static coding_mapping row_at(const coding_book *book, uint32_t map, uint32_t record)
{
    uint32_t line = coding__u32(book, CODING__MAP_ROWS, record, CODING__MAP_ROW_LINE);
    return (coding_mapping){
        .code = coding__u64(book, CODING__MAP_ROWS, record, CODING__MAP_ROW_SOURCE),
        .target = coding__u64(book, CODING__MAP_ROWS, record, CODING__MAP_ROW_TARGET),
        .kind = kind_of(coding__u8(book, CODING__MAP_ROWS, record, CODING__MAP_ROW_FLAGS)),
        .scenario = coding__u8(book, CODING__MAP_ROWS, record, CODING__MAP_ROW_SCENARIO),
        .choice = coding__u8(book, CODING__MAP_ROWS, record, CODING__MAP_ROW_CHOICE),
        .source = coding__source(book, map_field(book, map, CODING__MAP_ORIGIN), line),
    };
}

/* Rows of a code; with a day, each of their targets is carried on to it. */
static void take_rows(coding__mapping *mapping, uint32_t map, coding_code code, coding_date from, coding_date on)
{
    const coding_book *book = mapping->desk->book;
    uint32_t           first = map_field(book, map, CODING__MAP_ROW), count = coding__count(book, CODING__MAP_ROWS);
    uint32_t           rows = map_field(book, map, CODING__MAP_COUNT);
    uint32_t           past = rows < count - first ? first + rows : count;
    for (uint32_t i = first_row(book, code, first, past); i < past; i++) {
        coding_mapping row = row_at(book, map, i);
        if (row.code != code) return;
        coding__mapping_row(mapping, &row);
        if (row.target && on) coding__carry(mapping, row.target, from, on);
        else if (row.target) coding__mapping_end(mapping, row.target);
    }
}

/* What rows of the map itself amount to, from `first` on. */
static coding_map_kind kind_of_rows(const coding__mapping *mapping)
{
    const coding_mapping *rows = mapping->items.items;
    size_t                alone = 0, parts = 0, none = 0;
    for (size_t i = 0; i < mapping->items.count; i++) {
        if (rows[i].first) continue; /* a conversion between years */
        if (rows[i].kind == CODING_MAP_COMBINATION) parts++;
        else if (rows[i].kind == CODING_MAP_NO_TARGET) none++;
        else alone++;
    }
    if (!alone && !parts) return none ? CODING_MAP_NO_TARGET : CODING_MAP_UNKNOWN;
    if (!alone) return CODING_MAP_COMBINATION;
    if (alone + parts > 1 || mapping->codes.count > 1) return CODING_MAP_SEVERAL;
    bool exact = mapping->items.count == 1 && rows[0].kind == CODING_MAP_EXACT;
    return exact ? CODING_MAP_EXACT : CODING_MAP_APPROXIMATE;
}

/* All targets are gone on the day: that is an answer, too. */
static coding_mapped answer(const coding__mapping *mapping)
{
    coding_map_kind kind = kind_of_rows(mapping);
    return coding__mapped(mapping, kind != CODING_MAP_UNKNOWN && !mapping->codes.count ? CODING_MAP_NO_TARGET : kind);
}

static bool is_old(coding_system system) { return system == CODING_ICD9CM || system == CODING_ICD9PCS; }

/* Backwards: what the code was when the map was made, and the rows of each of those. */
static void take_older(coding__mapping *mapping, uint32_t map, coding_code code, coding_date made, coding_date on)
{
    coding__mapping older = coding__mapping_start(mapping->desk);
    coding__carry(&older, code, on, made);
    const coding_mapping *steps = older.items.items;
    const coding_code    *codes = older.codes.items;
    for (size_t i = 0; i < older.items.count; i++) coding__mapping_row(mapping, &steps[i]);
    for (size_t i = 0; i < older.codes.count; i++) take_rows(mapping, map, codes[i], 0, 0);
}

coding_mapped coding_map(coding_desk *desk, coding_code code, coding_system to, coding_map_style style, coding_date on)
{
    coding__mapping mapping = coding__mapping_start(desk);
    coding_system   from = coding_code_system(code);
    int64_t         found = map_of(desk->book, from, to, style);
    if (found == NO_MAP) {
        mapping.status = CODING_NOT_IN_BOOK;
        return coding__mapped(&mapping, CODING_MAP_UNKNOWN);
    }
    uint32_t    map = (uint32_t)found;
    coding_date made = map_field(desk->book, map, CODING__MAP_FIRST);
    if (on && !is_old(from)) take_older(&mapping, map, code, made, on);
    else take_rows(&mapping, map, code, made, on);
    return answer(&mapping);
}

coding_status coding_map_many(coding_desk *desk, const coding_code *codes, size_t count, coding_system to,
                              coding_map_style style, coding_date on, coding_code *targets, uint8_t *kinds)
{
    coding_status worst = CODING_OK;
    for (size_t i = 0; i < count; i++) {
        coding_mapped one = coding_map(desk, codes[i], to, style, on);
        bool          alone = one.code_count == 1 && one.kind != CODING_MAP_COMBINATION;
        targets[i] = alone ? one.codes[0] : 0;
        kinds[i] = (uint8_t)one.kind;
        if (one.status != CODING_OK) worst = one.status;
        coding_desk_clear(desk);
    }
    return worst;
}
