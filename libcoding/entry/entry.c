/* An entry is a row number: what stands in its record, and where it stands among the others. */
#include <coding/entry.h>

#include <string.h>

#include "book/spelling.h"
#include "entry/desk.h"
#include "entry/title.h"
#include "entry/trie.h"

static coding_entry entry_of(const coding_book *book, uint32_t row) { return (coding_entry){.book = book, .row = row}; }

coding_entry coding_find(const coding_book *book, coding_code code)
{
    uint32_t row = coding__row_of(book, code);
    return row ? coding_book_entry(book, row - 1) : (coding_entry){0};
}

coding_entry coding_find_longest(const coding_book *book, coding_code code)
{
    coding__walk walk = coding__walk_to(book, code);
    return walk.row ? coding_book_entry(book, walk.row - 1) : (coding_entry){0};
}

coding_entry coding_book_entry(const coding_book *book, uint32_t row)
{
    return row < coding__count(book, CODING__ROWS) ? entry_of(book, row) : (coding_entry){0};
}

coding_code coding_entry_code(coding_entry entry) { return entry.book ? coding__row_code(entry.book, entry.row) : 0; }

coding_entry coding_entry_parent(coding_entry entry)
{
    uint32_t parent = entry.book ? coding__u32(entry.book, CODING__ROWS, entry.row, CODING__ROW_PARENT) : 0;
    return parent ? coding_book_entry(entry.book, parent - 1) : (coding_entry){0};
}

static uint32_t past_of(coding_entry entry)
{
    return coding__u32(entry.book, CODING__ROWS, entry.row, CODING__ROW_PAST);
}

/* Two orders live in a book, and mixing them up is a quiet way to be wrong.
 *
 * As numbers, codes sort by character, digits first: C43 C44 C45 ... C49 C4A. The printed book, and every rule that
 * says "C43-C44", puts C4A between C43 and C44. So rows keep the printed order, the trie leads from a code to its row,
 * and each row knows the first row past everything below it. "Below C43?" and "within C43-C44?" are then two
 * comparisons of row numbers. Ranges of code numbers would need no table, and would lose C4A. */
bool coding_entry_is_below(coding_entry entry, coding_entry ancestor)
{
    return entry.book && entry.book == ancestor.book && ancestor.row < entry.row && entry.row < past_of(ancestor);
}

bool coding_entry_is_within(coding_entry entry, coding_entry first, coding_entry last)
{
    if (!entry.book || entry.book != first.book || entry.book != last.book) return false;
    return first.row <= entry.row && entry.row < past_of(last);
}

/* Titles of a row that had more than one, [first, past) in section `titles`. */
static void titles_of(coding_entry entry, uint32_t *first, uint32_t *past)
{
    uint32_t count = coding__count(entry.book, CODING__TITLES);
    *first = coding__lower_bound(entry.book, CODING__TITLES, CODING__TITLE_ROW, entry.row, 0, count);
    *past = coding__lower_bound(entry.book, CODING__TITLES, CODING__TITLE_ROW, entry.row + 1, *first, count);
}

/* A spelled title on the desk: most fit the room on the stack, and only their own length is taken. */
static const char *title_at(coding_desk *desk, const coding_book *book, uint32_t offset)
{
    char   room[256];
    size_t length = offset ? coding__spelled(book, offset, room, sizeof room) : 0;
    if (!length) return "";
    char *text = coding__arena_take(&desk->arena, length + 1);
    if (!text) return "";
    if (length < sizeof room) return memcpy(text, room, length + 1);
    coding__spelled(book, offset, text, length + 1);
    return text;
}

uint32_t coding__title_of(coding_entry entry, coding_date on)
{
    uint32_t first = 0, past = 0;
    if (!entry.book) return 0;
    if (on) titles_of(entry, &first, &past);
    if (first == past) return coding__u32(entry.book, CODING__ROWS, entry.row, CODING__ROW_TITLE);
    while (past - 1 > first && coding__u32(entry.book, CODING__TITLES, past - 1, CODING__TITLE_FIRST) > on) past--;
    return coding__u32(entry.book, CODING__TITLES, past - 1, CODING__TITLE_TEXT);
}

const char *coding_entry_title(coding_desk *desk, coding_entry entry, coding_date on)
{
    return entry.book ? title_at(desk, entry.book, coding__title_of(entry, on)) : "";
}

const char *coding_entry_short_title(coding_desk *desk, coding_entry entry)
{
    if (!entry.book) return "";
    uint32_t offset = coding__u32(entry.book, CODING__ROWS, entry.row, CODING__ROW_SHORT);
    return offset ? title_at(desk, entry.book, offset) : coding_entry_title(desk, entry, 0);
}

coding_dated_titles coding_entry_titles(coding_desk *desk, coding_entry entry)
{
    size_t       refused = desk->arena.refused;
    coding__list list = {0};
    uint32_t     first = 0, past = 0;
    if (entry.book) titles_of(entry, &first, &past);
    for (uint32_t at = first; at < past; at++) {
        coding_dated_title *title = coding__list_add(&desk->arena, &list, sizeof *title);
        if (!title) return (coding_dated_titles){.status = CODING_NO_MEMORY};
        title->text = title_at(desk, entry.book, coding__u32(entry.book, CODING__TITLES, at, CODING__TITLE_TEXT));
        title->first = coding__u32(entry.book, CODING__TITLES, at, CODING__TITLE_FIRST);
        if (at + 1 < past)
            title->until = coding_date_before(coding__u32(entry.book, CODING__TITLES, at + 1, CODING__TITLE_FIRST));
    }
    if (desk->arena.refused != refused) return (coding_dated_titles){.status = CODING_NO_MEMORY};
    return (coding_dated_titles){CODING_OK, list.items, list.count};
}

/* The line of a row in the file of an edition, and which file that is. */
static coding_source source_in(coding_entry entry, uint32_t edition)
{
    const coding_book *book = entry.book;
    uint32_t           first = coding__u32(book, CODING__EDITIONS, edition, CODING__EDITION_LINE);
    uint32_t           count = coding__u32(book, CODING__EDITIONS, edition, CODING__EDITION_LINES);
    uint32_t           total = coding__count(book, CODING__LINES);
    if (first > total || count > total - first) return (coding_source){0};
    uint32_t past = coding__lower_bound(book, CODING__LINES, 0, entry.row + 1, first, first + count);
    if (past == first) return (coding_source){0};
    uint32_t line = coding__u32(book, CODING__LINES, past - 1, 4) + entry.row
                    - coding__u32(book, CODING__LINES, past - 1, 0);
    bool     changed = line & CODING__LINE_CHANGED;
    uint32_t origin = coding__u32(book, CODING__EDITIONS, edition,
                                  changed ? CODING__EDITION_ORIGIN : CODING__EDITION_BASE);
    return coding__source(book, origin, line & ~CODING__LINE_CHANGED);
}

coding_source coding_entry_source(coding_entry entry, coding_date on)
{
    if (!entry.book) return (coding_source){0};
    uint32_t edition = coding__edition_on(entry.book, coding_code_system(coding_entry_code(entry)), on);
    if (edition == UINT32_MAX) return (coding_source){0};
    if (!on || coding__rule_is_there(coding__row_rule(entry.book, entry.row, on))) return source_in(entry, edition);
    uint32_t origin = coding__u32(entry.book, CODING__EDITIONS, edition, CODING__EDITION_ORIGIN);
    return coding__source(entry.book, origin, 0);
}

/* The list that answers for a day: the newest that does not begin after it, if it still does. */
static uint32_t poa_list_on(const coding_book *book, coding_date on)
{
    for (uint32_t list = coding__count(book, CODING__POA_LISTS); list-- > 0;) {
        if (on && on < coding__u32(book, CODING__POA_LISTS, list, CODING__POA_LIST_FIRST)) continue;
        return on <= coding__u32(book, CODING__POA_LISTS, list, CODING__POA_LIST_UNTIL) ? list : UINT32_MAX;
    }
    return UINT32_MAX;
}

coding_status coding_entry_poa_exempt(coding_entry entry, coding_date on, bool *exempt)
{
    uint32_t first, past;
    *exempt = false;
    if (!entry.book) return CODING_NOT_IN_BOOK;
    coding_book_rows(entry.book, CODING_ICD10CM, &first, &past);
    uint32_t list = poa_list_on(entry.book, on), at = entry.row - first;
    if (list == UINT32_MAX || entry.row < first || entry.row >= past) return CODING_NOT_IN_BOOK;
    uint32_t bits = coding__u32(entry.book, CODING__POA_LISTS, list, CODING__POA_LIST_BITS);
    *exempt = coding__u8(entry.book, CODING__POA_BITS, bits + at / 8, 0) >> at % 8 & 1;
    return CODING_OK;
}
