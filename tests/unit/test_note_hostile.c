/* Strangers' notes read with a little book. */
#include "unit/little_book.h"

#include "notes/hostile.h"
#include "unit/little_note.h"

static const little_file files[] = {NOTE_FILES, {NULL, NULL}};

static void random_bytes(void **state) { notes_of_random_bytes_are_read(desk_with_files(state, files)); }
static void random_characters(void **state) { notes_of_random_characters_are_read(desk_with_files(state, files)); }
static void shuffled_words(void **state) { notes_of_shuffled_words_are_read(desk_with_files(state, files)); }
static void broken_characters(void **state) { notes_of_broken_characters_are_read(desk_with_files(state, files)); }
static void nul_and_controls(void **state) { notes_with_nul_and_controls_are_read(desk_with_files(state, files)); }
static void sixty_four_mebibytes(void **state)
{
    notes_without_an_end_are_read(desk_with_files(state, files), 1 << 26);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(random_bytes),      little_test(random_characters), little_test(shuffled_words),
        little_test(broken_characters), little_test(nul_and_controls),  little_test(sixty_four_mebibytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
