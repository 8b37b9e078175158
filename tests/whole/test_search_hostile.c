/* Strangers' queries put to the whole book: $CODING_BOOK, or the one that script/setup made. */
#include <stdio.h>
#include <stdlib.h>

#include "search/hostile.h"

static void bytes_of_any_kind(void **state) { random_bytes_are_answered(*state); }
static void letters_of_any_kind(void **state) { random_letters_are_answered(*state); }
static void queries_of_64_kib(void **state) { queries_of_64_kib_are_answered(*state); }
static void ten_thousand_words(void **state) { queries_of_ten_thousand_words_are_answered(*state); }
static void all_scripts_of_unicode(void **state) { every_character_is_answered(*state); }

static int open_desk(void **state)
{
    const char  *named = getenv("CODING_BOOK");
    coding_book *book = coding_book_open(named ? named : CODING_WHOLE_BOOK, NULL);
    *state = book ? coding_desk_new(book, NULL) : NULL;
    coding_book_close(book);
    return *state ? 0 : -1;
}

static int close_desk(void **state)
{
    coding_desk_free(*state);
    printf("the slowest answer took %.2f ms\n", slowest_answer());
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_of_any_kind),      cmocka_unit_test(letters_of_any_kind),
        cmocka_unit_test(queries_of_64_kib),      cmocka_unit_test(ten_thousand_words),
        cmocka_unit_test(all_scripts_of_unicode),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
