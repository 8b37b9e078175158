/* Days of a row: its history, read as periods, and the codes that took its place. */
#include "entry/period.h"

#include "entry/desk.h"
#include "entry/trie.h"

/* A step of a history: from a day on, a rule. */
typedef struct step {
    coding_date day;
    coding_rule rule;
} step;

static uint32_t history_of(coding_entry entry) { return coding__row_history(entry.book, entry.row); }

/* None for an entry that is none, and none that are not there: a damaged book may lead to them. */
static uint32_t step_count(coding_entry entry)
{
    if (!entry.book) return 0;
    uint32_t first = coding__u32(entry.book, CODING__HISTORIES, history_of(entry), CODING__HISTORY_STEP);
    uint32_t count = coding__u16(entry.book, CODING__HISTORIES, history_of(entry), CODING__HISTORY_COUNT);
    uint32_t total = coding__count(entry.book, CODING__STEPS), there = first < total ? total - first : 0;
    return count < there ? count : there;
}

static step step_at(coding_entry entry, uint32_t index)
{
    uint32_t at = coding__u32(entry.book, CODING__HISTORIES, history_of(entry), CODING__HISTORY_STEP) + index;
    return (step){coding__u32(entry.book, CODING__STEPS, at, CODING__STEP_DAY),
                  coding__rule_of(coding__u32(entry.book, CODING__STEPS, at, CODING__STEP_RULE))};
}

/* NO_7TH is a way of being a header: when only the reason changes, the period goes on. */
static bool same_state(coding_rule a, coding_rule b)
{
    return coding__rule_is_there(a) == coding__rule_is_there(b)
           && (a == CODING_RULE_STANDS) == (b == CODING_RULE_STANDS);
}

coding_date coding__state_first(coding_entry entry, coding_date on)
{
    uint32_t    count = step_count(entry);
    coding_date first = 0;
    for (uint32_t i = 0; i < count && step_at(entry, i).day <= on; i++) {
        step s = step_at(entry, i);
        if (!i || !same_state(s.rule, step_at(entry, i - 1).rule)) first = s.day;
    }
    return first;
}

coding_date coding__next_there(coding_entry entry, coding_date on)
{
    for (uint32_t i = 0; i < step_count(entry); i++) {
        step s = step_at(entry, i);
        if (s.day > on && coding__rule_is_there(s.rule)) return s.day;
    }
    return 0;
}

coding_date coding__last_there(coding_entry entry, coding_date on)
{
    coding_date last = 0;
    for (uint32_t i = 0; i + 1 < step_count(entry); i++) {
        step after = step_at(entry, i + 1);
        if (coding__rule_is_there(step_at(entry, i).rule) && after.day <= on) last = coding_date_before(after.day);
    }
    return last;
}

static bool add_period(coding_desk *desk, coding__list *list, coding_entry entry, uint32_t i)
{
    step           s = step_at(entry, i);
    coding_period *before = list->count ? (coding_period *)list->items + list->count - 1 : NULL;
    bool           billable = s.rule == CODING_RULE_STANDS, last = i + 1 == step_count(entry);
    coding_date    until = last ? 99991231 : coding_date_before(step_at(entry, i + 1).day);
    bool           open = last || i + 2 == step_count(entry);
    bool           goes_on = before && before->billable == billable && coding_date_after(before->until) == s.day;
    coding_period *period = goes_on ? before : coding__list_add(&desk->arena, list, sizeof *period);
    if (!period) return false;
    if (!goes_on)
        *period = (coding_period){.first = s.day, .billable = billable, .source = coding_entry_source(entry, s.day)};
    period->until = until;
    period->open = open && (last || step_at(entry, i + 1).rule == CODING_RULE_NO_EDITION);
    return true;
}

coding_periods coding_entry_periods(coding_desk *desk, coding_entry entry)
{
    coding__list list = {0};
    for (uint32_t i = 0; i < step_count(entry); i++) {
        if (coding__rule_is_there(step_at(entry, i).rule) && !add_period(desk, &list, entry, i)) break;
    }
    return (coding_periods){list.failed ? CODING_NO_MEMORY : CODING_OK, list.items, list.count};
}

static bool add_code(coding_desk *desk, coding__list *list, coding_code code)
{
    for (size_t i = 0; i < list->count; i++)
        if (((coding_code *)list->items)[i] == code) return true;
    coding_code *at = coding__list_add(&desk->arena, list, sizeof *at);
    if (at) *at = code;
    return at != NULL;
}

static void add_table(coding_desk *desk, coding__list *list, coding_entry entry)
{
    const coding_book *book = entry.book;
    uint32_t           count = coding__count(book, CODING__SUCCESSORS);
    uint32_t           at = coding__lower_bound(book, CODING__SUCCESSORS, CODING__SUCCESSOR_ROW, entry.row, 0, count);
    for (; at < count && coding__u32(book, CODING__SUCCESSORS, at, CODING__SUCCESSOR_ROW) == entry.row; at++) {
        coding_entry to = coding_book_entry(book, coding__u32(book, CODING__SUCCESSORS, at, CODING__SUCCESSOR_TO));
        if (to.book && !add_code(desk, list, coding_entry_code(to))) return;
    }
}

/* Where no table names successors: codes that began under the nearest ancestor on the very day that this one ended,
 * with its 7th character where it had one. T81.4XXA: T81.40XA, T81.41XA ... of 2018-10-01. */
static void add_heirs(coding_desk *desk, coding__list *list, coding_entry entry, coding_date ended)
{
    coding_code  code = coding_entry_code(entry);
    coding_entry ancestor = coding_entry_parent(entry);
    char         seventh = coding_code_character(code, 6);
    if (!ancestor.book || coding_code_system(code) == CODING_ICD10PCS) return;
    uint32_t past = coding__u32(entry.book, CODING__ROWS, ancestor.row, CODING__ROW_PAST);
    for (uint32_t row = ancestor.row + 1; row < past && row < coding__count(entry.book, CODING__ROWS); row++) {
        coding_entry heir = coding_book_entry(entry.book, row);
        bool         began = coding__row_rule(entry.book, row, ended) == CODING_RULE_STANDS
                     && coding__state_first(heir, ended) == ended;
        bool fits = !seventh || coding_code_character(coding_entry_code(heir), 6) == seventh;
        if (began && fits && !add_code(desk, list, coding_entry_code(heir))) return;
    }
}

static bool stands_on(const coding_book *book, coding_code code, coding_date on)
{
    coding_entry entry = coding_find(book, code);
    return entry.book && coding__row_rule(book, entry.row, on) == CODING_RULE_STANDS;
}

coding_codes coding_entry_successors(coding_desk *desk, coding_entry entry, coding_date on)
{
    coding__list list = {0};
    if (!entry.book) return (coding_codes){0};
    on = coding__day_of(entry.book, coding_code_system(coding_entry_code(entry)), on);
    coding_date last = coding__last_there(entry, on);
    add_table(desk, &list, entry);
    if (!list.count && last) add_heirs(desk, &list, entry, coding_date_after(last));
    size_t       kept = 0;
    coding_code *codes = list.items;
    for (size_t i = 0; i < list.count; i++)
        if (stands_on(entry.book, codes[i], on)) codes[kept++] = codes[i];
    return (coding_codes){list.failed ? CODING_NO_MEMORY : CODING_OK, codes, kept};
}
