/* A book that extends a book. */
#define _POSIX_C_SOURCE 200809L

#include "unit/little_release.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "battery.h"
#include "book/book.h"
#include "compile/compile.h"

/* The little release as a book on disk, and a table beside it. */
typedef struct scratch {
    char folder[64];
    char book[96];
    char table[96];
} scratch;

static void put(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static int make(void **state)
{
    scratch *made = calloc(1, sizeof *made);
    size_t   length;
    assert_non_null(made);
    strcpy(made->folder, "/tmp/extended-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    snprintf(made->book, sizeof made->book, "%s/us.book", made->folder);
    snprintf(made->table, sizeof made->table, "%s/more.codes.tsv", made->folder);
    void *bytes = book_bytes(little_release, &length);
    put(made->book, bytes, length);
    free(bytes);
    *state = made;
    return 0;
}

static int unmake(void **state)
{
    scratch *made = *state;
    unlink(made->book), unlink(made->table), rmdir(made->folder);
    free(made);
    return 0;
}

/* The little release with its tables of claims. */
static void *claims_bytes(size_t *length)
{
    little_file files[32];
    size_t      count = 0;
    for (const little_file *at = little_release; at->name; at++) files[count++] = *at;
    for (const little_file *at = little_claims; at->name; at++) files[count++] = *at;
    files[count] = (little_file){NULL, NULL};
    return book_bytes(files, length);
}

static coding_book *extended(const char *const *paths, size_t count, void **bytes, size_t *length)
{
    coding_error            error;
    coding__compile_options options = {.paths = paths, .count = count};
    if (!coding__compile_to_memory(&options, bytes, length, &error)) fail_msg("%s %s", error.at, error.reason);
    return coding_book_open_memory(*bytes, *length, NULL);
}

static void a_book_extended_by_nothing_is_the_same_book(void **state)
{
    const scratch *made = *state;
    const char    *paths[] = {made->book};
    void          *bytes;
    size_t         length, original_length;
    coding_book   *book = extended(paths, 1, &bytes, &length);
    void          *original = book_bytes(little_release, &original_length);
    assert_int_equal(length, original_length);
    assert_memory_equal(bytes, original, length);
    coding_book_close(book);
    free(bytes), free(original);
}

static void a_table_beside_a_book_adds_to_it_and_takes_nothing_away(void **state)
{
    const scratch    *made = *state;
    const char       *paths[] = {made->book, made->table};
    static const char more[] = "system\tcode\tkind\tfirst\tpast\ttitle\n"
                               "cpt\t99999\tbillable\t20200101\t-\tA made-up service\n"
                               "icd10cm\tI10\tbillable\t20151001\t-\tA title that the book already has better\n";
    void             *bytes;
    size_t            length;
    put(made->table, more, strlen(more));
    coding_book *book = extended(paths, 2, &bytes, &length), *before = coding_book_open(made->book, NULL);
    coding_desk *desk = coding_desk_new(book, NULL), *old = coding_desk_new(before, NULL);
    assert_int_equal(coding_check_text(desk, CODING_CPT, "99999", 5, 20210101).rule, CODING_RULE_STANDS);
    assert_string_equal(coding_entry_title(desk, coding_find(book, icd10cm("I10")), 0), "Essential hypertension");
    for (uint32_t row = 0; coding_book_entry(before, row).book; row++) {
        coding_code code = coding_entry_code(coding_book_entry(before, row));
        assert_int_equal(coding_verdict_of(desk, code, 20200101), coding_verdict_of(old, code, 20200101));
    }
    coding_desk_free(desk), coding_desk_free(old);
    coding_book_close(book), coding_book_close(before);
    free(bytes);
}

static void a_book_keeps_its_tables_of_claims(void **state)
{
    const scratch *made = *state;
    const char    *paths[] = {made->book};
    void          *bytes;
    size_t         length, original_length;
    void          *original = claims_bytes(&original_length);
    put(made->book, original, original_length);
    coding_book *book = extended(paths, 1, &bytes, &length);
    assert_int_equal(length, original_length);
    assert_memory_equal(bytes, original, length);
    coding_book_close(book);
    free(bytes), free(original);
}

static void a_public_book_of_one_that_is_not_keeps_no_number_of_cpt(void **state)
{
    const scratch          *made = *state;
    const char             *paths[] = {made->book};
    coding__compile_options options = {.paths = paths, .count = 1, .public_only = true};
    void                   *bytes;
    size_t                  length;
    void                   *original = claims_bytes(&length);
    put(made->book, original, length);
    assert_true(coding__compile_to_memory(&options, &bytes, &length, NULL));
    coding_book *book = coding_book_open_memory(bytes, length, NULL);
    assert_int_equal(coding__count(book, CODING__SERVICES), 4); /* A0100, G0105, G2212, and their end */
    coding_book_close(book);
    free(bytes), free(original);
}

/* Else its rules would speak twice. */
static void a_table_that_the_book_was_made_with_is_not_read_again(void **state)
{
    const scratch    *made = *state;
    static const char rules[] = "rule\tcodes\thow\tothers\tseverity\tkinds\tsince\tuntil\ttext\tbecause\n"
                                "conflict\tI10\tnot-with\tG35\twarning\t-\t-\t-\tone of both\ta test\n";
    void             *bytes;
    size_t            length;
    put(made->table, rules, strlen(rules));
    coding_book *book = extended((const char *[]){made->book, made->table}, 2, &bytes, &length);
    assert_int_equal(coding__count(book, CODING__CLAIM_PAIRS), 1);
    put(made->book, bytes, length);
    coding_book_close(book), free(bytes);
    book = extended((const char *[]){made->book, made->table}, 2, &bytes, &length);
    assert_int_equal(coding__count(book, CODING__CLAIM_PAIRS), 1);
    coding_book_close(book), free(bytes);
}

static void a_damaged_book_is_not_extended(void **state)
{
    const scratch          *made = *state;
    const char             *paths[] = {made->table};
    char                    path[96];
    void                   *bytes = NULL;
    size_t                  length;
    coding_error            error;
    coding__compile_options options = {.paths = paths, .count = 1};
    snprintf(path, sizeof path, "%s/bad.book", made->folder);
    paths[0] = path;
    put(path, "CODINGBK and nothing else", 25);
    assert_false(coding__compile_to_memory(&options, &bytes, &length, &error));
    assert_int_equal(error.status, CODING_NOT_A_BOOK);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_book_extended_by_nothing_is_the_same_book, make, unmake),
        cmocka_unit_test_setup_teardown(a_table_beside_a_book_adds_to_it_and_takes_nothing_away, make, unmake),
        cmocka_unit_test_setup_teardown(a_book_keeps_its_tables_of_claims, make, unmake),
        cmocka_unit_test_setup_teardown(a_public_book_of_one_that_is_not_keeps_no_number_of_cpt, make, unmake),
        cmocka_unit_test_setup_teardown(a_table_that_the_book_was_made_with_is_not_read_again, make, unmake),
        cmocka_unit_test_setup_teardown(a_damaged_book_is_not_extended, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
