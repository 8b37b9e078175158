#include <coding/base.h>

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static coding_date parse(const char *text) { return coding_date_parse(text, strlen(text)); }

static void a_day_is_read_with_dashes_or_without(void **state)
{
    (void)state;
    assert_int_equal(parse("2025-10-01"), 20251001);
    assert_int_equal(parse("20251001"), 20251001);
    assert_int_equal(parse("0001-01-01"), 10101);
    assert_int_equal(parse("9999-12-31"), 99991231);
}

static void what_is_no_day_of_the_calendar_is_0(void **state)
{
    (void)state;
    static const char *const none[] = {"",           "2025",       "2025-10",    "2025-10-1",   "2025-13-01",
                                       "2025-00-01", "2025-02-29", "2025-04-31", "2025-10-00",  "2025-10-32",
                                       "0000-01-01", "2025/10/01", "10/01/2025", "2025-1001",   "202510-01",
                                       "2025100101", "2025100a",   "-0251001",   "2025-10-01 ", " 2025-10-01",
                                       "2025--1001", "1900-02-29"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_int_equal(parse(none[i]), 0);
    assert_int_equal(coding_date_parse("2025\0001001", 8), 0);
    assert_int_equal(coding_date_parse(NULL, 0), 0);
}

static void february_has_29_days_in_leap_years(void **state)
{
    (void)state;
    assert_int_equal(parse("2024-02-29"), 20240229);
    assert_int_equal(parse("2000-02-29"), 20000229);
    assert_int_equal(parse("2023-02-29"), 0);
    assert_int_equal(parse("2100-02-29"), 0);
}

static void days_follow_one_another_through_months_and_years(void **state)
{
    (void)state;
    assert_int_equal(coding_date_after(20250930), 20251001);
    assert_int_equal(coding_date_before(20251001), 20250930);
    assert_int_equal(coding_date_after(20231231), 20240101);
    assert_int_equal(coding_date_before(20240101), 20231231);
    assert_int_equal(coding_date_after(20240228), 20240229);
    assert_int_equal(coding_date_before(20240301), 20240229);
    assert_int_equal(coding_date_after(20230228), 20230301);
}

static void the_calendar_ends_where_eight_digits_do(void **state)
{
    (void)state;
    assert_int_equal(coding_date_after(99991231), 0);
    assert_int_equal(coding_date_before(10101), 0);
}

static void a_day_beside_no_day_is_0(void **state)
{
    (void)state;
    static const coding_date none[] = {0, 1, 20251301, 20250229, 20251000, UINT32_MAX, 100000101};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_int_equal(coding_date_after(none[i]), 0);
        assert_int_equal(coding_date_before(none[i]), 0);
    }
}

static void four_hundred_years_have_146097_days_and_each_has_its_neighbours(void **state)
{
    (void)state;
    size_t days = 0;
    for (coding_date on = 20000101; on < 24000101; days++) {
        coding_date next = coding_date_after(on);
        assert_true(next > on);
        assert_int_equal(coding_date_before(next), on);
        on = next;
    }
    assert_int_equal(days, 146097);
}

static void today_is_a_day(void **state)
{
    (void)state;
    coding_date today = coding_date_today();
    assert_true(today > 20250101);
    assert_int_equal(coding_date_before(coding_date_after(today)), today);
}

static void every_status_has_words_of_its_own(void **state)
{
    (void)state;
    for (int i = CODING_OK; i <= CODING_MISUSE; i++) {
        const char *words = coding_status_text((coding_status)i);
        assert_string_not_equal(words, coding_status_text((coding_status)99));
        for (int j = CODING_OK; j < i; j++) assert_string_not_equal(words, coding_status_text((coding_status)j));
    }
    assert_non_null(coding_status_text((coding_status)-1));
}

static void the_version_is_three_numbers(void **state)
{
    (void)state;
    size_t dots = 0;
    for (const char *c = coding_version(); *c; c++) {
        assert_true(coding__is_digit(*c) || *c == '.');
        dots += *c == '.';
    }
    assert_int_equal(dots, 2);
}

static bool is_utf8(const char *text) { return coding__text_is_utf8(text, strlen(text)); }

static void utf8_is_told_from_what_only_looks_like_it(void **state)
{
    (void)state;
    assert_true(is_utf8(""));
    assert_true(is_utf8("M\xC3\xA9ni\xC3\xA8re"));
    assert_true(is_utf8("\xEF\xBB\xBF\xF0\x9F\xA9\xBA\xF4\x8F\xBF\xBF"));
    assert_true(coding__text_is_utf8("\0", 1));
    static const char *const none[] = {"\x80",
                                       "\xC3",
                                       "\xC3(",
                                       "\xC0\xAF",
                                       "\xE0\x80\xAF",
                                       "\xED\xA0\x80",
                                       "\xED\xBF\xBF",
                                       "\xF0\x80\x80\xAF",
                                       "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80",
                                       "\xFF",
                                       "\xE2\x82",
                                       "\xF0\x9F\xA9"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_false(is_utf8(none[i]));
}

static void every_code_point_reads_back_from_its_bytes(void **state)
{
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        char     bytes[4];
        size_t   size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        uint32_t read, rest = point;
        for (size_t i = size - 1; i > 0; i--, rest >>= 6) bytes[i] = (char)(0x80 | (rest & 0x3F));
        static const unsigned first[] = {0, 0, 0xC0, 0xE0, 0xF0};
        bytes[0] = (char)(first[size] | rest);
        bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        assert_int_equal(coding__text_point(bytes, size, &read), surrogate ? 0 : size);
        assert_int_equal(read, surrogate ? 0 : point);
        assert_int_equal(coding__text_point(bytes, size - 1, &read), 0);
    }
}

static void texts_are_equal_but_for_ascii_case(void **state)
{
    (void)state;
    assert_true(coding__text_equal("ICD10CM", 7, "icd10cm", 7));
    assert_true(coding__text_equal("", 0, NULL, 0));
    assert_false(coding__text_equal("icd10cm", 7, "icd10c", 6));
    assert_false(coding__text_equal("\xC3\x89", 2, "\xC3\xA9", 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_read_with_dashes_or_without),
        cmocka_unit_test(what_is_no_day_of_the_calendar_is_0),
        cmocka_unit_test(february_has_29_days_in_leap_years),
        cmocka_unit_test(days_follow_one_another_through_months_and_years),
        cmocka_unit_test(the_calendar_ends_where_eight_digits_do),
        cmocka_unit_test(a_day_beside_no_day_is_0),
        cmocka_unit_test(four_hundred_years_have_146097_days_and_each_has_its_neighbours),
        cmocka_unit_test(today_is_a_day),
        cmocka_unit_test(every_status_has_words_of_its_own),
        cmocka_unit_test(the_version_is_three_numbers),
        cmocka_unit_test(utf8_is_told_from_what_only_looks_like_it),
        cmocka_unit_test(every_code_point_reads_back_from_its_bytes),
        cmocka_unit_test(texts_are_equal_but_for_ascii_case),
    };
    return cmocka_run_group_tests_name("days, statuses and bytes of text", tests, NULL, NULL);
}
