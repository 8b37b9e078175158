/* What a fuzzer found when it wrote releases and spoilt books, told as what must hold. */
#include <stdlib.h>
#include <string.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "unit/little_release.h"

enum { DAY = 20301001 };

/* A book of files that may have faults. */
static coding_book *open_book(void **state, const little_file *files)
{
    coding__model model;
    size_t        length;
    coding_error  error;
    coding__model_start(&model, NULL);
    for (; files->name; files++) {
        coding__file file = {files->name, files->name, (const unsigned char *)files->text, strlen(files->text), ""};
        coding__read_bytes(&model, &file);
    }
    if (!coding__compile_model(&model, state, &length, &error)) fail_msg("%s", error.reason);
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(*state, length, NULL);
    assert_non_null(book);
    if (!coding_book_verify(book, &error)) fail_msg("%s: %s", error.at, error.reason);
    return book;
}

static const char one_row[] =
    "00001 A00     1 Cholera                                                      Cholera\r\n";

static const char two_more[] =
    "Add:         1 A01     Typhoid fever                                                Typhoid fever\r\n"
    "Add:         1 A02     Other salmonella infections                                  Other salmonella infections\r\n";

static void an_edition_of_one_row_grows_by_its_addenda(void **state)
{
    coding_book *book = open_book(state, (little_file[]){{"icd10cm_order_2030.txt", one_row},
                                                         {"icd10cm_order_addenda_2031.txt", two_more},
                                                         {NULL, NULL}});
    assert_int_equal(coding_book_edition(book, 1).rows, 3);
    assert_non_null(coding_find(book, icd10cm("A02")).book);
    coding_book_close(book);
}

static const char numbers[] =
    "icd10cm  A00          billable  20291001  -  Cholera\n"
    "ndc      99999999999  billable  20291001  -  A drug, whose number is no row of characters\n"
    "loinc    2345-7       billable  20291001  -  Glucose\n"
    "sctid    22298006     billable  20291001  -  Infarction\n";

static void identifiers_that_are_numbers_are_no_rows_of_a_table_of_codes(void **state)
{
    coding_book *book = open_book(state, (little_file[]){{"codes.tsv", numbers}, {NULL, NULL}});
    assert_int_equal(coding_book_edition_count(book), 1);
    assert_false(coding_book_has_system(book, CODING_NDC));
    coding_book_close(book);
}

static const char untitled_tables[] =
    "icd10pcs  0DTJ0ZZ  billable  20291001  -  -\n"
    "icd10pcs  0DTJ4ZZ  billable  20291001  -  -\n";

static void procedures_without_titles_have_no_labels_and_do_no_harm(void **state)
{
    coding_book *book = open_book(state, (little_file[]){{"codes.tsv", untitled_tables}, {NULL, NULL}});
    assert_int_equal(coding_book_edition(book, 0).rows, 2);
    coding_book_close(book);
}

static int free_bytes(void **state)
{
    free(*state);
    return 0;
}

#define found_test(name) cmocka_unit_test_teardown(name, free_bytes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        found_test(an_edition_of_one_row_grows_by_its_addenda),
        found_test(identifiers_that_are_numbers_are_no_rows_of_a_table_of_codes),
        found_test(procedures_without_titles_have_no_labels_and_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
