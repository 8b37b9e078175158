/* Folding: one word for all the ways to write it. */
#include "unit/little_book.h"

#include <string.h>

#include "text/fold.h"

/* A character folded, as a text. */
static const char *folded(uint32_t point)
{
    static char out[CODING__FOLD_ROOM + 1];
    out[coding__fold_point(point, out)] = '\0';
    return out;
}

static void letters_become_small_and_lose_their_accents(void **state)
{
    (void)state;
    assert_string_equal(folded('A'), "a");
    assert_string_equal(folded(0xE9), "e");      /* é */
    assert_string_equal(folded(0xD6), "o");      /* Ö */
    assert_string_equal(folded(0xDF), "ss");     /* ß */
    assert_string_equal(folded(0x142), "l");     /* ł */
    assert_string_equal(folded(0xE6), "ae");     /* æ */
}

static void full_width_characters_are_their_ascii_twins(void **state)
{
    (void)state;
    assert_string_equal(folded(0xFF25), "e");
    assert_string_equal(folded(0xFF11), "1");
    assert_string_equal(folded(0xFB01), "fi");   /* a ligature */
}

static void marks_and_what_is_not_seen_leave_nothing(void **state)
{
    (void)state;
    assert_string_equal(folded(0x301), "");      /* a combining acute */
    assert_string_equal(folded(0x200B), "");     /* a zero-width space */
}

static void every_code_point_folds_within_its_room(void **state)
{
    (void)state;
    char out[CODING__FOLD_ROOM];
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        assert_true(coding__fold_point(point, out) <= CODING__FOLD_ROOM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_become_small_and_lose_their_accents),
        cmocka_unit_test(full_width_characters_are_their_ascii_twins),
        cmocka_unit_test(marks_and_what_is_not_seen_leave_nothing),
        cmocka_unit_test(every_code_point_folds_within_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
