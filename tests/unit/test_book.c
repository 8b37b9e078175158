#define _POSIX_C_SOURCE 200809L

/* Opening books, and every kind of damage to one. */
#include "unit/little_release.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "battery.h"
#include "compile/writer.h"

static unsigned char *little_bytes(size_t *length) { return book_bytes(little_release, length); }

/* After a change of header or sections the checksum is made to agree again, so that what lies behind it is reached. */
static void seal(unsigned char *bytes)
{
    size_t covered = CODING__HEADER_BYTES
                     + (size_t)coding__load32(bytes + CODING__HEADER_COUNT) * CODING__SECTION_BYTES;
    coding__store32(bytes + CODING__HEADER_CHECKSUM, 0);
    coding__store32(bytes + CODING__HEADER_CHECKSUM, coding__checksum(0, bytes, covered));
}

/* Asks a book whatever can be asked, if it opens. */
static void ask_if_it_opens(const unsigned char *bytes, size_t length, uint32_t seed)
{
    coding_error error;
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    if (!book) {
        assert_int_not_equal(error.status, CODING_OK);
        assert_true(*error.reason);
        return;
    }
    coding_desk *desk = coding_desk_new(book, NULL);
    if (seed % 16) ask_something(desk, seed / 16);
    else ask_everything(desk, seed / 16, NULL);
    coding_book_verify(book, &error);
    coding_desk_free(desk);
    coding_book_close(book);
}

static void assert_refused(const void *bytes, size_t length, coding_status status, const char *word)
{
    coding_error error = {0};
    assert_null(coding_book_open_memory(bytes, length, &error));
    assert_int_equal(error.status, status);
    if (!strstr(error.reason, word)) fail_msg("\"%s\" does not speak of %s", error.reason, word);
}

static void what_is_no_book_is_refused_with_a_reason(void **state)
{
    (void)state;
    assert_refused("", 0, CODING_NOT_A_BOOK, "not a book");
    assert_refused("CODINGBK", 8, CODING_NOT_A_BOOK, "not a book");
    unsigned char zeros[4096] = {0};
    assert_refused(zeros, sizeof zeros, CODING_NOT_A_BOOK, "not a book");
    assert_refused(NULL, 10, CODING_MISUSE, "no bytes");
}

static void a_newer_and_an_older_book_say_which_they_are(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    coding__store32(bytes + CODING__HEADER_READER, CODING__FORMAT + 1);
    assert_refused(bytes, length, CODING_NEWER_BOOK, "update libcoding");
    coding__store32(bytes + CODING__HEADER_READER, 0);
    coding__store32(bytes + CODING__HEADER_FORMAT, 0);
    assert_refused(bytes, length, CODING_OLDER_BOOK, "coding build");
    free(bytes);
}

static void a_book_of_a_later_format_that_we_can_read_opens(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    coding__store32(bytes + CODING__HEADER_FORMAT, CODING__FORMAT + 7);
    seal(bytes);
    coding_book *book = coding_book_open_memory(bytes, length, NULL);
    assert_non_null(book);
    coding_book_close(book);
    free(bytes);
}

static void a_section_that_we_do_not_know_is_passed_over(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    memcpy(bytes + CODING__HEADER_BYTES + CODING__SECTION_BYTES, "of.tomorrow\0\0\0\0", 16);
    seal(bytes);
    ask_if_it_opens(bytes, length, 0);
    free(bytes);
}

static void a_book_that_lacks_a_section_says_not_in_this_book(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    uint32_t       count = coding__load32(bytes + CODING__HEADER_COUNT);
    for (uint32_t i = 0; i < count; i++) {
        unsigned char *record = bytes + CODING__HEADER_BYTES + (size_t)i * CODING__SECTION_BYTES;
        if (!strncmp((char *)record, "notes", 16) || !strncmp((char *)record, "snapshots", 16)) memcpy(record, "x", 1);
    }
    seal(bytes);
    coding_book *book = coding_book_open_memory(bytes, length, NULL);
    assert_non_null(book);
    coding_desk *desk = coding_desk_new(book, NULL);
    assert_int_equal(coding_entry_notes(desk, coding_find(book, icd10cm("E11.9")), 0).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_verdict_of(desk, icd10cm("E11.9"), 0), CODING_RULE_STANDS);
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
}

static void a_book_cut_anywhere_is_refused(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    for (size_t cut = 0; cut < length; cut += cut < 4096 ? 1 : 61) {
        unsigned char *piece = malloc(cut ? cut : 1); /* its own, so that a sanitizer sees the end */
        memcpy(piece, bytes, cut);
        assert_null(coding_book_open_memory(piece, cut, NULL));
        if (cut >= CODING__HEADER_BYTES) { /* even where the header is made to agree */
            coding__store64(piece + CODING__HEADER_SIZE, cut);
            size_t covered = CODING__HEADER_BYTES
                             + (size_t)coding__load32(piece + CODING__HEADER_COUNT) * CODING__SECTION_BYTES;
            if (covered <= cut) seal(piece);
            ask_if_it_opens(piece, cut, (uint32_t)cut);
        }
        free(piece);
    }
    free(bytes);
}

static void each_byte_of_header_and_sections_may_be_flipped(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    size_t         covered = CODING__HEADER_BYTES
                     + (size_t)coding__load32(bytes + CODING__HEADER_COUNT) * CODING__SECTION_BYTES;
    unsigned char *copy = malloc(length);
    for (size_t at = 0; at < covered; at++) {
        for (unsigned flip = 1; flip < 256; flip *= 4) {
            memcpy(copy, bytes, length);
            copy[at] ^= (unsigned char)flip;
            ask_if_it_opens(copy, length, (uint32_t)at);
            if (coding__load32(copy + CODING__HEADER_COUNT) <= (length - CODING__HEADER_BYTES) / CODING__SECTION_BYTES)
                seal(copy);
            ask_if_it_opens(copy, length, (uint32_t)at);
        }
    }
    free(copy);
    free(bytes);
}

static void random_bytes_of_the_sections_may_be_anything(void **state)
{
    (void)state;
    size_t         length;
    uint32_t       random = 20251001;
    unsigned char *bytes = little_bytes(&length), *copy = malloc(length);
    size_t         covered = CODING__HEADER_BYTES
                     + (size_t)coding__load32(bytes + CODING__HEADER_COUNT) * CODING__SECTION_BYTES;
    for (uint32_t round = 0; round < 3000; round++) {
        memcpy(copy, bytes, length);
        for (unsigned i = 0; i < 1 + round % 40; i++) {
            random = random * 1664525u + 1013904223u;
            copy[covered + (random >> 8) % (length - covered)] ^= (unsigned char)(1u << (random >> 5 & 7));
        }
        ask_if_it_opens(copy, length, round);
    }
    free(copy);
    free(bytes);
}

static void verifying_finds_a_flipped_byte_in_any_section(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    uint32_t       count = coding__load32(bytes + CODING__HEADER_COUNT);
    for (uint32_t i = 0; i < count; i++) {
        const unsigned char *record = bytes + CODING__HEADER_BYTES + (size_t)i * CODING__SECTION_BYTES;
        size_t               at = (size_t)coding__load64(record + CODING__SECTION_OFFSET)
                    + (size_t)coding__load64(record + CODING__SECTION_SIZE) / 2;
        bytes[at] ^= 16;
        coding_error error;
        coding_book *book = coding_book_open_memory(bytes, length, NULL);
        if (book) {
            assert_false(coding_book_verify(book, &error));
            assert_true(strstr(error.at, (const char *)record) != NULL);
        }
        coding_book_close(book);
        bytes[at] ^= 16;
    }
    free(bytes);
}

static void verifying_finds_a_flipped_byte_wherever_it_is(void **state)
{
    (void)state;
    size_t         length;
    unsigned char *bytes = little_bytes(&length);
    for (size_t at = 0; at < length; at += 7) {
        bytes[at] ^= 1;
        coding_book *book = coding_book_open_memory(bytes, length, NULL);
        if (book && coding_book_verify(book, NULL)) fail_msg("byte %zu is nobody's", at);
        coding_book_close(book);
        bytes[at] ^= 1;
    }
    free(bytes);
}

static void the_same_inputs_make_the_same_bytes(void **state)
{
    (void)state;
    size_t a_length, b_length;
    void  *a = little_bytes(&a_length), *b = little_bytes(&b_length);
    assert_int_equal(a_length, b_length);
    assert_memory_equal(a, b, a_length);
    free(a), free(b);
}

static void a_book_opens_from_a_path_and_outlives_its_closing_while_a_desk_works(void **state)
{
    (void)state;
    size_t         length;
    char           path[] = "/tmp/little-book-XXXXXX";
    unsigned char *bytes = little_bytes(&length);
    int            file = mkstemp(path);
    assert_true(file >= 0 && write(file, bytes, length) == (ssize_t)length && !close(file));
    coding_book *book = coding_book_open(path, NULL);
    assert_non_null(book);
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_book_close(book);
    unlink(path);
    assert_int_equal(coding_verdict_of(desk, icd10cm("G35"), 20250930), CODING_RULE_STANDS);
    coding_desk_free(desk);
    free(bytes);
}

static void a_path_that_leads_nowhere_is_named_in_the_error(void **state)
{
    (void)state;
    coding_error error;
    assert_null(coding_book_open("/nowhere/us.book", &error));
    assert_int_equal(error.status, CODING_NO_FILE);
    assert_string_equal(error.at, "/nowhere/us.book");
    assert_null(coding_book_open("/tmp", &error));
    assert_int_equal(error.status, CODING_NO_FILE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_book_is_refused_with_a_reason),
        cmocka_unit_test(a_newer_and_an_older_book_say_which_they_are),
        cmocka_unit_test(a_book_of_a_later_format_that_we_can_read_opens),
        cmocka_unit_test(a_section_that_we_do_not_know_is_passed_over),
        cmocka_unit_test(a_book_that_lacks_a_section_says_not_in_this_book),
        cmocka_unit_test(a_book_cut_anywhere_is_refused),
        cmocka_unit_test(each_byte_of_header_and_sections_may_be_flipped),
        cmocka_unit_test(random_bytes_of_the_sections_may_be_anything),
        cmocka_unit_test(verifying_finds_a_flipped_byte_in_any_section),
        cmocka_unit_test(verifying_finds_a_flipped_byte_wherever_it_is),
        cmocka_unit_test(the_same_inputs_make_the_same_bytes),
        cmocka_unit_test(a_book_opens_from_a_path_and_outlives_its_closing_while_a_desk_works),
        cmocka_unit_test(a_path_that_leads_nowhere_is_named_in_the_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
