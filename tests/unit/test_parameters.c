/* What the parts of a search weigh: from a table into a book, and from there into a search. */
#define _POSIX_C_SOURCE 200809L

#include "unit/little_model.h"
#include "unit/little_release.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile.h"
#include "text/parameters.h"

static const coding__synonym *row(const little_model *little, size_t index)
{
    assert_true(index < little->model.synonyms.count);
    return (const coding__synonym *)little->model.synonyms.items + index;
}

static void a_value_is_a_decimal(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "parameters.tsv",
                      "parameter\tvalue\tbecause\n"
                      "fit\t0.5\ta test\n"
                      "rest\t100\ta test\n"
                      "index\t0.123456\ta test\n"
                      "size\t1\ta test\n"
                      "fit\t-1\ta test\n"
                      "fit\t100.000001\ta test\n"
                      "fit\t0.1234567\ta test\n"
                      "fit\t1.2.3\ta test\n"
                      "fit\t99999999999\ta test\n"
                      "fit\t-\ta test\n"));
    assert_int_equal(little->model.synonyms.count, 3);
    assert_int_equal(row(little, 0)->rank, 500000);
    assert_int_equal(row(little, 1)->rank, 100000000);
    assert_int_equal(row(little, 2)->rank, 123456);
    assert_told(little, ":5 parameter: search has none of that name");
    for (int line = 6; line <= 11; line++) {
        char told[32];
        snprintf(told, sizeof told, ":%d value: no number", line);
        assert_told(little, told);
    }
}

static void our_own_table_names_them_all(void **state)
{
    little_model *little = *state;
    assert_true(reads_paths(little, (const char *[]){CODING_TABLES "/parameters.tsv", NULL}));
    assert_string_equal(little->told, "");
    assert_int_equal(little->model.synonyms.count, CODING__PARAMETER_TOTAL);
}

static void a_book_without_any_is_searched_as_the_library_has_it(void **state)
{
    coding_desk       *desk = desk_with_files(state, little_release);
    coding__parameters parameters;
    coding__parameters_read(coding_desk_book(desk), &parameters);
    assert_int_equal(coding__count(coding_desk_book(desk), CODING__NUMBERS), 0);
    assert_true(parameters.fit == 0.5f && parameters.inclusion == 0.995f && parameters.longer == 1.4f);
}

static const little_file files[] = {
    {"codes.tsv", "icd10cm  N20.0  billable  20151001  -  Calculus of kidney\n"},
    {"parameters.tsv", "parameter\tvalue\tbecause\nsee\t0.25\ta test\nsee\t0.75\ta test\nabove\t0\ta test\n"},
    {NULL, NULL},
};

static void of_one_name_the_first_counts_and_what_is_not_named_is_as_the_library_has_it(void **state)
{
    coding_desk       *desk = desk_with_files(state, files);
    coding__parameters parameters;
    coding__parameters_read(coding_desk_book(desk), &parameters);
    assert_int_equal(coding__count(coding_desk_book(desk), CODING__NUMBERS), CODING__PARAMETER_TOTAL);
    assert_true(parameters.see == 0.25f && parameters.above == 0 && parameters.longer == 1.4f);
}

static float score_of(coding_desk *desk, const char *text)
{
    coding_hits hits = coding_search(desk, text, strlen(text), NULL);
    assert_int_equal(hits.count, 1);
    return hits.items[0].score;
}

/* Of "calculus of kidney" half was asked for, or a little less; how much that matters is `fit`. */
static void they_change_how_a_book_is_searched(void **state)
{
    static const char *const tables[] = {"parameter\tvalue\tbecause\nfit\t0\ta test\n",
                                         "parameter\tvalue\tbecause\nfit\t1\ta test\n"};
    little_file              some[] = {files[0], {"parameters.tsv", tables[0]}, {NULL, NULL}};
    float                    lenient = score_of(desk_with_files(state, some), "kidney");
    some[1].text = tables[1];
    teardown_desk(state);
    assert_true(score_of(desk_with_files(state, some), "kidney") < lenient);
}

static void put(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static coding_book *made_of(const char *first, const char *second, void **bytes, size_t *length)
{
    const char             *paths[] = {first, second};
    coding__compile_options options = {.paths = paths, .count = second ? 2 : 1};
    coding_error            error;
    if (!coding__compile_to_memory(&options, bytes, length, &error)) fail_msg("%s %s", error.at, error.reason);
    return coding_book_open_memory(*bytes, *length, NULL);
}

static float see_of(coding_book *book)
{
    coding__parameters parameters;
    coding__parameters_read(book, &parameters);
    coding_book_close(book);
    return parameters.see;
}

/* A folder with a book whose `see` is a quarter, and a table that says a half. */
typedef struct scratch {
    char folder[64], book[96], table[96];
} scratch;

static int make(void **state)
{
    static const char more[] = "parameter\tvalue\tbecause\nsee\t0.5\ta test\n";
    scratch          *made = calloc(1, sizeof *made);
    size_t            length;
    void             *bytes = book_bytes(files, &length);
    assert_non_null(made);
    strcpy(made->folder, "/tmp/parameters-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    snprintf(made->book, sizeof made->book, "%s/us.book", made->folder);
    snprintf(made->table, sizeof made->table, "%s/parameters.tsv", made->folder);
    put(made->book, bytes, length);
    put(made->table, more, strlen(more));
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

static void of_a_book_and_a_table_the_first_path_counts(void **state)
{
    const scratch *made = *state;
    void          *bytes[3];
    size_t         lengths[3];
    assert_true(see_of(made_of(made->book, NULL, &bytes[0], &lengths[0])) == 0.25f);
    assert_true(see_of(made_of(made->book, made->table, &bytes[1], &lengths[1])) == 0.25f);
    assert_true(see_of(made_of(made->table, made->book, &bytes[2], &lengths[2])) == 0.5f);
    for (int i = 0; i < 3; i++) free(bytes[i]);
}

/* The row that lost is not in the book, so it has no room in the next one. (The ranks of origins differ.) */
static void a_book_so_made_keeps_them_when_it_is_extended_by_nothing(void **state)
{
    const scratch *made = *state;
    void          *bytes, *again;
    size_t         length, length_again;
    coding_book_close(made_of(made->table, made->book, &bytes, &length));
    put(made->book, bytes, length);
    assert_true(see_of(made_of(made->book, NULL, &again, &length_again)) == 0.5f);
    assert_int_equal(length_again, length);
    free(bytes), free(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        model_test(a_value_is_a_decimal),
        model_test(our_own_table_names_them_all),
        little_test(a_book_without_any_is_searched_as_the_library_has_it),
        little_test(of_one_name_the_first_counts_and_what_is_not_named_is_as_the_library_has_it),
        little_test(they_change_how_a_book_is_searched),
        cmocka_unit_test_setup_teardown(of_a_book_and_a_table_the_first_path_counts, make, unmake),
        cmocka_unit_test_setup_teardown(a_book_so_made_keeps_them_when_it_is_extended_by_nothing, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
