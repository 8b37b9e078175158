/* The chains of a whole book lead each row to the notes that a search finds for it, in the same order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule/holders.h"
#include "whole/whole.h"

enum { NOTES_MOST = 512 };

/* Notes of the kinds that rules read, of one snapshot, the nearest first. */
typedef struct list {
    uint32_t notes[NOTES_MOST];
    size_t   count;
} list;

static void add(const coding_book *book, list *to, const coding__holder *holder, uint32_t snapshot)
{
    for (uint32_t note = holder->first; note < holder->past; note++) {
        uint32_t kind = coding__u8(book, CODING__NOTES, note, CODING__NOTE_KIND);
        if (!(CODING__NOTES_READ >> kind & 1)) continue;
        if (!(coding__u32(book, CODING__NOTES, note, CODING__NOTE_SNAPSHOTS) & snapshot)) continue;
        assert_true(to->count < NOTES_MOST);
        to->notes[to->count++] = note;
    }
}

static list list_of(const coding_book *book, const coding__holder *holders, unsigned count, uint32_t snapshot)
{
    list all = {.count = 0};
    for (unsigned i = 0; i < count; i++) {
        assert_true(!i || holders[i - 1].distance < holders[i].distance);
        add(book, &all, &holders[i], snapshot);
    }
    return all;
}

static size_t compare_row(const coding_book *book, uint32_t row, uint32_t snapshot)
{
    coding__holder by_chain[CODING__HOLDERS_MOST], by_search[CODING__HOLDERS_MOST];
    unsigned       chained = coding__holders_of(book, row, CODING__NOTES_READ, snapshot, by_chain);
    unsigned       searched = coding__search_holders(book, row, snapshot, by_search);
    list           one = list_of(book, by_chain, chained, snapshot), two = list_of(book, by_search, searched, snapshot);
    if (one.count != two.count) fail_msg("row %u: %zu notes, and %zu by search", (unsigned)row, one.count, two.count);
    for (size_t i = 0; i < one.count; i++) assert_int_equal(one.notes[i], two.notes[i]);
    return one.count;
}

static void chains_lead_to_the_notes_that_a_search_finds(void **state)
{
    const coding_book *book = *state;
    uint32_t           snapshots = coding__count(book, CODING__SNAPSHOTS), count = coding__count(book, CODING__ROWS);
    size_t             notes = 0;
    assert_true(!snapshots || coding__count(book, CODING__NOTE_CHAINS));
    for (uint32_t snapshot = 0; snapshot < snapshots; snapshot++)
        for (uint32_t row = 0; row < count; row += 1 + (row + snapshot) % 3)
            notes += compare_row(book, row, (uint32_t)1 << snapshot);
    assert_true(!snapshots || notes > count / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(chains_lead_to_the_notes_that_a_search_finds)};
    return cmocka_run_group_tests(tests, whole_open, whole_close);
}
