/* A code from one year to another, step by step over the conversion tables.
 *
 * Reads   sections successors and successors.more; where no table speaks of a code that ended, the days of its kin.
 *
 * A code may go on standing while a part of it becomes a code of its own (J12.89 when J12.82 came), so a code that
 * stands is an end, and what was taken out of it is followed all the same. */
#include "group/map.h"

#include <coding/check.h>

#include "entry/period.h"
#include "entry/trie.h"

/* A code met on the way, and the day on which it is looked at. */
typedef struct stop {
    coding_code code;
    coding_date on;
} stop;

typedef struct journey {
    coding__mapping *mapping;
    coding__list     stops; /* stop: every code once, so that no ring of conversions holds us */
    coding_date      on;
} journey;

static void visit(journey *way, coding_code code, coding_date on)
{
    const stop *stops = way->stops.items;
    for (size_t i = 0; i < way->stops.count; i++)
        if (stops[i].code == code) return;
    stop *added = coding__list_add(&way->mapping->desk->arena, &way->stops, sizeof *added);
    if (added) *added = (stop){code, on};
}

static uint32_t field_of(const coding_book *book, uint32_t record, unsigned field)
{
    return coding__u32(book, CODING__SUCCESSORS, record, field);
}

static coding_mapping step_of(const coding_book *book, uint32_t record, bool back)
{
    coding_code older = coding__row_code(book, field_of(book, record, CODING__SUCCESSOR_ROW));
    coding_code newer = coding__row_code(book, field_of(book, record, CODING__SUCCESSOR_TO));
    uint32_t    line = coding__u32(book, CODING__SUCCESSORS_MORE, record, CODING__SUCCESSOR_LINE);
    return (coding_mapping){
        .code = back ? newer : older,
        .target = back ? older : newer,
        .kind = CODING_MAP_APPROXIMATE,
        .first = field_of(book, record, CODING__SUCCESSOR_FIRST),
        .source = coding__source(book, field_of(book, record, CODING__SUCCESSOR_ORIGIN), line),
    };
}

/* Follows a conversion if it happened on the way. */
static void follow(journey *way, const stop *at, uint32_t record, bool back)
{
    coding_mapping step = step_of(way->mapping->desk->book, record, back);
    bool passed = back ? step.first <= at->on && step.first > way->on : step.first > at->on && step.first <= way->on;
    if (!passed || !step.target) return;
    coding__mapping_row(way->mapping, &step);
    visit(way, step.target, back ? coding_date_before(step.first) : step.first);
}

/* Answers whether a table speaks of the row at all. */
static bool follow_table(journey *way, const stop *at, uint32_t row)
{
    const coding_book *book = way->mapping->desk->book;
    uint32_t           count = coding__count(book, CODING__SUCCESSORS);
    uint32_t first = coding__lower_bound(book, CODING__SUCCESSORS, CODING__SUCCESSOR_ROW, row, 0, count), i = first;
    for (; i < count && field_of(book, i, CODING__SUCCESSOR_ROW) == row; i++) follow(way, at, i, false);
    return i > first;
}

static uint32_t record_by_to(const coding_book *book, uint32_t place)
{
    return coding__u32(book, CODING__SUCCESSORS_MORE, place, CODING__SUCCESSOR_BY_TO);
}

static void follow_table_back(journey *way, const stop *at, uint32_t row)
{
    const coding_book *book = way->mapping->desk->book;
    uint32_t           count = coding__count(book, CODING__SUCCESSORS_MORE), first = 0, past = count;
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (field_of(book, record_by_to(book, middle), CODING__SUCCESSOR_TO) < row) first = middle + 1;
        else past = middle;
    }
    for (; first < count && field_of(book, record_by_to(book, first), CODING__SUCCESSOR_TO) == row; first++)
        follow(way, at, record_by_to(book, first), true);
}

/* Where no table speaks of a code that ended: codes that began under its nearest heading on that day. */
static void follow_kin(journey *way, coding_entry entry)
{
    coding_date  last = coding__last_there(entry, way->on);
    coding_codes heirs = coding_entry_successors(way->mapping->desk, entry, way->on);
    for (size_t i = 0; i < heirs.count && last; i++) {
        coding_mapping step = {
            .code = coding_entry_code(entry),
            .target = heirs.items[i],
            .kind = CODING_MAP_APPROXIMATE,
            .first = coding_date_after(last),
            .guessed = true,
        };
        step.source = coding_entry_source(coding_find(entry.book, step.target), step.first);
        coding__mapping_row(way->mapping, &step);
        visit(way, step.target, step.first);
    }
}

static void go_on(journey *way, stop at, bool back)
{
    const coding_book *book = way->mapping->desk->book;
    coding_entry       entry = coding_find(book, at.code);
    if (!entry.book) return;
    bool stands = coding__row_rule(book, entry.row, way->on) == CODING_RULE_STANDS;
    if (stands) coding__mapping_end(way->mapping, at.code);
    if (back) follow_table_back(way, &at, entry.row);
    else if (!follow_table(way, &at, entry.row) && !stands) follow_kin(way, entry);
}

bool coding__has_conversions(const coding_book *book, coding_system system)
{
    uint32_t first, past, count = coding__count(book, CODING__SUCCESSORS);
    coding_book_rows(book, system, &first, &past);
    uint32_t at = coding__lower_bound(book, CODING__SUCCESSORS, CODING__SUCCESSOR_ROW, first, 0, count);
    return first < past && at < count && field_of(book, at, CODING__SUCCESSOR_ROW) < past;
}

void coding__carry(coding__mapping *mapping, coding_code code, coding_date from, coding_date on)
{
    journey            way = {.mapping = mapping, .on = on};
    const coding_book *book = mapping->desk->book;
    if (!coding_find(book, code).book || !coding__has_conversions(book, coding_code_system(code))) {
        coding__mapping_end(mapping, code);
        return;
    }
    visit(&way, code, from);
    for (size_t i = 0; i < way.stops.count; i++) go_on(&way, ((stop *)way.stops.items)[i], on < from);
}

static coding_map_kind kind_of(const coding__mapping *mapping, coding_code code)
{
    const coding_code *codes = mapping->codes.items;
    if (!mapping->codes.count) return CODING_MAP_NO_TARGET;
    if (mapping->codes.count > 1) return CODING_MAP_SEVERAL;
    return codes[0] == code && !mapping->items.count ? CODING_MAP_EXACT : CODING_MAP_APPROXIMATE;
}

/* The last day up to `on` on which the code stood; 0: never, or the book has no such code. */
static coding_date last_day(const coding_book *book, coding_code code, coding_date on)
{
    coding_entry entry = coding_find(book, code);
    if (!entry.book) return 0;
    if (coding__row_rule(book, entry.row, on) == CODING_RULE_STANDS) return on;
    coding_date last = coding__last_there(entry, on);
    if (last && coding__row_rule(book, entry.row, last) == CODING_RULE_STANDS) return last;
    last = coding__state_first(entry, on); /* a header since: it may have stood until then */
    return last ? coding_date_before(last) : 0;
}

coding_mapped coding_map_years(coding_desk *desk, coding_code code, coding_date from, coding_date on)
{
    coding__mapping mapping = coding__mapping_start(desk);
    coding_system   system = coding_code_system(code);
    on = coding__day_of(desk->book, system, on);
    bool reached = coding__edition_on(desk->book, system, on) != UINT32_MAX;
    if (!from) from = last_day(desk->book, code, on);
    else reached = reached && coding__edition_on(desk->book, system, from) != UINT32_MAX;
    if (!reached || !coding__has_conversions(desk->book, system)) {
        mapping.status = CODING_NOT_IN_BOOK;
        return coding__mapped(&mapping, CODING_MAP_UNKNOWN);
    }
    if (!from || coding_verdict_of(desk, code, from) != CODING_RULE_STANDS)
        return coding__mapped(&mapping, CODING_MAP_UNKNOWN);
    coding__carry(&mapping, code, from, on);
    return coding__mapped(&mapping, kind_of(&mapping, code));
}
