/* Strangers' notes read with the whole book. */
#include <stdio.h>

#include "notes/hostile.h"
#include "whole/whole.h"

static coding_desk *desk_of(void **state)
{
    if (!*state) skip();
    return *state;
}

static void random_bytes(void **state) { notes_of_random_bytes_are_read(desk_of(state)); }
static void random_characters(void **state) { notes_of_random_characters_are_read(desk_of(state)); }
static void shuffled_words(void **state) { notes_of_shuffled_words_are_read(desk_of(state)); }
static void broken_characters(void **state) { notes_of_broken_characters_are_read(desk_of(state)); }
static void nul_and_controls(void **state) { notes_with_nul_and_controls_are_read(desk_of(state)); }
static void four_mebibytes(void **state) { notes_without_an_end_are_read(desk_of(state), 1 << 22); }

static int open_desk(void **state)
{
    coding_book *book = whole_book();
    *state = book ? coding_desk_new(book, NULL) : NULL;
    coding_book_close(book);
    return 0;
}

static int close_desk(void **state)
{
    coding_desk_free(*state);
    printf("the slowest note took %.2f ms\n", slowest_note());
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_bytes),      cmocka_unit_test(random_characters), cmocka_unit_test(shuffled_words),
        cmocka_unit_test(broken_characters), cmocka_unit_test(nul_and_controls),  cmocka_unit_test(four_mebibytes),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
