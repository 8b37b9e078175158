/* Lists of entries: children, ancestors, billable codes below, completions. */
#include <coding/entry.h>

#include "entry/desk.h"
#include "entry/trie.h"

static bool add(coding_desk *desk, coding__list *list, const coding_book *book, uint32_t row)
{
    coding_entry *entry = coding__list_add(&desk->arena, list, sizeof *entry);
    if (entry) *entry = (coding_entry){.book = book, .row = row};
    return entry != NULL;
}

static coding_entries answer(const coding__list *list)
{
    return (coding_entries){list->failed ? CODING_NO_MEMORY : CODING_OK, list->items, list->count};
}

static uint32_t past_of(const coding_book *book, uint32_t row)
{
    uint32_t past = coding__u32(book, CODING__ROWS, row, CODING__ROW_PAST);
    uint32_t count = coding__count(book, CODING__ROWS);
    return past <= row ? row + 1 : past < count ? past : count; /* a damaged book must not hold us */
}

static bool is_there(const coding_book *book, uint32_t row, coding_date on)
{
    return coding__rule_is_there(coding__row_rule(book, row, on));
}

/* Rows of [first, past) that were there on the day, each without what is below it; below one that was not, go on. */
static coding_entries tops(coding_desk *desk, const coding_book *book, uint32_t first, uint32_t past, coding_date on)
{
    coding__list list = {0};
    for (uint32_t row = first; row < past;) {
        bool there = is_there(book, row, on);
        if (there && !add(desk, &list, book, row)) break;
        row = there ? past_of(book, row) : row + 1;
    }
    return answer(&list);
}

coding_entries coding_entry_children(coding_desk *desk, coding_entry entry, coding_date on)
{
    if (!entry.book) return (coding_entries){0};
    return tops(desk, entry.book, entry.row + 1, past_of(entry.book, entry.row), on);
}

coding_entries coding_book_roots(coding_desk *desk, coding_system system, coding_date on)
{
    uint32_t first, past;
    coding_book_rows(desk->book, system, &first, &past);
    return tops(desk, desk->book, first, past, on);
}

coding_entries coding_entry_billable_below(coding_desk *desk, coding_entry entry, coding_date on)
{
    coding__list list = {0};
    if (!entry.book) return answer(&list);
    for (uint32_t row = entry.row + 1, past = past_of(entry.book, entry.row); row < past; row++) {
        bool stands = coding__row_rule(entry.book, row, on) == CODING_RULE_STANDS;
        if (stands && !add(desk, &list, entry.book, row)) break;
    }
    return answer(&list);
}

coding_entries coding_entry_ancestors(coding_desk *desk, coding_entry entry)
{
    coding__list list = {0};
    for (coding_entry at = coding_entry_parent(entry); at.book; at = coding_entry_parent(at)) {
        if (list.count > CODING__SYMBOLS || !add(desk, &list, at.book, at.row)) break;
    }
    return answer(&list);
}

/* The first row at a node or under it, `depth` characters from the root. Children lie behind their parent and are met
 * once, or the book is damaged: then depth and `steps` end the search. */
static uint32_t first_row_under(const coding_book *book, uint32_t node, unsigned depth, uint32_t *steps)
{
    uint32_t     first = UINT32_MAX;
    coding__node n = coding__node_at(book, node);
    if (n.row) return n.row - 1;
    if (depth > CODING__SYMBOLS || !*steps) return first;
    --*steps;
    for (uint64_t rest = n.mask; rest; rest &= rest - 1) {
        uint32_t child = coding__child(&n, (unsigned)__builtin_ctzll(rest));
        uint32_t row = child > node ? first_row_under(book, child, depth + 1, steps) : UINT32_MAX;
        if (row < first) first = row;
    }
    return first;
}

static bool begins_with(const coding_book *book, uint32_t row, coding_code code, size_t length)
{
    return coding_code_prefix(coding__row_code(book, row), length) == code;
}

/* Every row under a node that was there on the day, in printed order: from the first row under it on. */
static void complete_in(coding_desk *desk, coding_system system, const char *text, size_t length, coding_date on,
                        size_t limit, coding__list *list)
{
    const coding_book *book = desk->book;
    coding_code        code = coding__beginning(system, text, length);
    coding__walk       walk = coding__walk_to(book, code);
    if (!code || !coding__walked_all(&walk, code)) return;
    uint32_t rows = coding__count(book, CODING__ROWS), steps = coding__count(book, CODING__NODES);
    for (uint32_t row = first_row_under(book, walk.node, walk.length, &steps); row < rows && list->count < limit; row++) {
        if (!begins_with(book, row, code, walk.length)) break;
        if (is_there(book, row, on) && !add(desk, list, book, row)) break;
    }
}

coding_entries coding_complete(coding_desk *desk, coding_system system, const char *text, size_t length, coding_date on,
                               size_t limit)
{
    coding__list list = {0};
    if (system != CODING_ANY) complete_in(desk, system, text, length, on, limit, &list);
    for (uint32_t i = 0; system == CODING_ANY && i < coding__count(desk->book, CODING__SYSTEMS); i++) {
        uint32_t each = coding__u32(desk->book, CODING__SYSTEMS, i, CODING__SYSTEM_NUMBER);
        complete_in(desk, (coding_system)each, text, length, on, limit, &list);
    }
    return answer(&list);
}
