/* Clinical categories, from a release written by hand in AHRQ's layout. */
#include "unit/little_book.h"
#include "unit/little_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/read_book.h"
#include "compile/weave.h"
#include "rows.h"

static const char codes[] = "icd10cm  E119  billable  20151001  -  Type 2 diabetes without complications\n";

#define HEAD                                                                                                          \
    "'ICD-10-CM CODE','ICD-10-CM CODE DESCRIPTION','Default CCSR CATEGORY IP','Default CCSR CATEGORY DESCRIPTION IP'," \
    "'Default CCSR CATEGORY OP','Default CCSR CATEGORY DESCRIPTION OP','CCSR CATEGORY 1',"                            \
    "'CCSR CATEGORY 1 DESCRIPTION','CCSR CATEGORY 2','CCSR CATEGORY 2 DESCRIPTION','CCSR CATEGORY 3',"                \
    "'CCSR CATEGORY 3 DESCRIPTION','CCSR CATEGORY 4','CCSR CATEGORY 4 DESCRIPTION','CCSR CATEGORY 5',"                \
    "'CCSR CATEGORY 5 DESCRIPTION','CCSR CATEGORY 6','CCSR CATEGORY 6 DESCRIPTION','Rationale for Default Assignment'\r\n"

/* One category; two, of which the second is a default; one that may not stand first. */
static const char release[] =
    HEAD
    "'E119',\"Type 2 diabetes, without complications\",'ABC002',Sugar,'ABC002',Sugar,'ABC002',Sugar,"
    "' ',,' ',,' ',,' ',,' ',,06 A reason\r\n"
    "'E1122',\"Type 2 diabetes, with kidney disease\",'KID001',\"Kidneys, failing\",'ABC003',\"Sugar, with more\","
    "'ABC003',\"Sugar, with more\",'KID001',\"Kidneys, failing\",' ',,' ',,' ',,' ',,08 Another\r\n"
    "'B9620',A germ,'XXX000',Unacceptable principal diagnosis,'XXX111',Unacceptable first-listed diagnosis,"
    "'INF003',Germs,' ',,' ',,' ',,' ',,' ',,05 A third\r\n";
static const char before[] = HEAD "'E119',Diabetes,'OLD001',Old sugar,'OLD001',Old sugar,'OLD001',Old sugar,"
                                  "' ',,' ',,' ',,' ',,' ',,\r\n";

static const little_file files[] = {
    {"codes.tsv", codes}, {"DXCCSR_v2025-1.csv", release}, {"DXCCSR_v2023-1.csv", before}, {NULL, NULL},
};

static coding_ccsr asked(const coding_desk *desk, const char *code, const char *version)
{
    return coding_ccsr_of(coding_desk_book(desk), icd10cm(code), version);
}

static void a_code_has_one_to_six_categories_and_two_defaults(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    coding_ccsr  all = asked(desk, "E1122", NULL);
    assert_int_equal(all.status, CODING_OK);
    assert_string_equal(all.version, "2025.1");
    assert_int_equal(all.count, 2);
    assert_string_equal(all.categories[0].name, "ABC003");
    assert_string_equal(all.categories[0].title, "Sugar, with more");
    assert_string_equal(all.categories[1].name, "KID001");
    assert_string_equal(all.categories[2].name, "");
    assert_string_equal(all.inpatient.name, "KID001");
    assert_string_equal(all.outpatient.name, "ABC003");
    assert_string_equal(all.source.table, "DXCCSR_v2025-1.csv");
    assert_int_equal(all.source.line, 3);
}

static void a_code_that_may_not_stand_first_has_no_default(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    coding_ccsr  germ = asked(desk, "B9620", NULL);
    assert_int_equal(germ.count, 1);
    assert_string_equal(germ.categories[0].name, "INF003");
    assert_string_equal(germ.inpatient.name, "");
    assert_string_equal(germ.outpatient.name, "");
}

static void versions_stand_beside_each_other(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(asked(desk, "E119", NULL).inpatient.name, "ABC002");
    assert_string_equal(asked(desk, "E119", "2023.1").inpatient.name, "OLD001");
    assert_int_equal(asked(desk, "E1122", "2023.1").status, CODING_OK);
    assert_int_equal(asked(desk, "E1122", "2023.1").count, 0);
    assert_int_equal(asked(desk, "E119", "2024.1").status, CODING_NOT_IN_BOOK);
}

static void a_code_that_the_release_lacks_has_no_category(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_int_equal(asked(desk, "A000", NULL).count, 0);
    assert_int_equal(coding_ccsr_of(coding_desk_book(desk), 0, NULL).count, 0);
}

static void a_book_without_a_release_says_so(void **state)
{
    static const little_file none[] = {{"codes.tsv", codes}, {NULL, NULL}};
    coding_desk             *desk = desk_with_files(state, none);
    assert_int_equal(asked(desk, "E119", NULL).status, CODING_NOT_IN_BOOK);
    assert_string_equal(asked(desk, "E119", NULL).categories[0].name, "");
}

/* The book of these bytes read back into a model and made anew. */
static void *made_anew(const void *bytes, size_t length, size_t *new_length)
{
    coding__model           model;
    coding__compile_options options = {.count = 0};
    void                   *anew = NULL;
    coding_book            *book = coding_book_open_memory(bytes, length, NULL);
    coding__model_start(&model, &options);
    coding__take_book(&model, book);
    assert_true(coding__compile_model(&model, &anew, new_length, NULL));
    coding__model_end(&model);
    coding_book_close(book);
    return anew;
}

static void a_book_that_is_extended_keeps_its_categories(void **state)
{
    size_t       length, new_length;
    void        *bytes = book_bytes(files, &length), *anew = made_anew(bytes, length, &new_length);
    coding_book *book = coding_book_open_memory(anew, new_length, NULL);
    (void)state;
    assert_true(coding_book_verify(book, NULL));
    coding_ccsr all = coding_ccsr_of(book, icd10cm("E1122"), NULL);
    assert_int_equal(all.count, 2);
    assert_string_equal(all.inpatient.title, "Kidneys, failing");
    assert_int_equal(all.source.line, 3);
    assert_string_equal(coding_ccsr_of(book, icd10cm("E119"), "2023.1").inpatient.title, "Old sugar");
    coding_book_close(book);
    free(bytes), free(anew);
}

/* Whatever byte is wrong: a book may know less, and nobody is led outside of it. */
static void a_damaged_book_answers_something(void **state)
{
    size_t         length, opened = 0;
    unsigned char *bytes = book_bytes(files, &length);
    (void)state;
    for (size_t i = 0; i < length; i++) {
        bytes[i] ^= (unsigned char)(1u << i % 8 | 0x80);
        coding_book *book = coding_book_open_memory(bytes, length, NULL);
        if (book) {
            coding_ccsr all = coding_ccsr_of(book, icd10cm("E1122"), NULL);
            opened += strlen(all.inpatient.name) + strlen(all.categories[0].title) < length;
            coding_book_close(book);
        }
        bytes[i] ^= (unsigned char)(1u << i % 8 | 0x80);
    }
    assert_true(opened > 0);
    free(bytes);
}

static void crooked_rows_are_told_of_and_left_out(void **state)
{
    static const char crooked[] = HEAD "'?',Nothing,'ABC002',Sugar,'ABC002',Sugar,'ABC002',Sugar\r\n"
                                       "'A000',Nothing,' ',,' ',,' ',,' ',\r\n"
                                       "'A001',Something,'ABC002',Sugar,'ABC002',Sugar,'ABC002',Sugar\r\n";
    little_model     *little = *state;
    assert_true(reads(little, "DXCCSR_v2025-1.csv", crooked));
    assert_int_equal(little->model.ccsr.codes.count, 1);
    assert_told(little, "DXCCSR_v2025-1.csv:2 ICD-10-CM CODE");
    assert_told(little, "DXCCSR_v2025-1.csv:3 CCSR CATEGORY 1");
    assert_true(reads(little, "categories.csv", crooked)); /* nobody says which version */
    assert_int_equal(little->model.ccsr.sets.count, 1);
    assert_told(little, "categories.csv:1 ");
}

/* --- Rows that every language runs, in the book of fixtures/ccsr. */

static char *fixture(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, CODING_VECTORS "/../fixtures/ccsr/%s", name);
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) fail_msg("%s cannot be read", path);
    size_t length = (size_t)ftell(file);
    char  *bytes = calloc(1, length + 1);
    assert_non_null(bytes);
    rewind(file);
    assert_int_equal(fread(bytes, 1, length, file), length);
    fclose(file);
    return bytes;
}

static void write_categories(char *to, size_t room, const coding_ccsr *all)
{
    size_t put = 0;
    snprintf(to, room, all->status == CODING_NOT_IN_BOOK ? "not-in-book" : "-");
    for (size_t i = 0; i < all->count; i++)
        put += (size_t)snprintf(to + put, room - put, "%s%s", i ? " " : "", all->categories[i].name);
}

static void check_row(coding_desk *desk, char *cells[ROW_CELLS])
{
    char        said[128];
    coding_code code = coding_parse(CODING_ICD10CM, cells[0], strlen(cells[0])).code;
    coding_ccsr all = coding_ccsr_of(coding_desk_book(desk), code, strcmp(cells[1], "-") ? cells[1] : NULL);
    write_categories(said, sizeof said, &all);
    assert_string_equal(said, cells[2]);
    assert_string_equal(*all.inpatient.name ? all.inpatient.name : "-", cells[3]);
    assert_string_equal(*all.outpatient.name ? all.outpatient.name : "-", cells[4]);
}

static void diagnoses_have_the_categories_of_their_rows(void **state)
{
    char            *texts[] = {fixture("codes.tsv"), fixture("DXCCSR_v2025-1.csv"), fixture("DXCCSR_v2023-1.csv")};
    const little_file all[] = {{"codes.tsv", texts[0]}, {"DXCCSR_v2025-1.csv", texts[1]},
                               {"DXCCSR_v2023-1.csv", texts[2]}, {NULL, NULL}};
    coding_desk     *desk = desk_with_files(state, all);
    unsigned         count = 0;
    rows             vectors = rows_open(CODING_VECTORS "/ccsr.tsv");
    for (; rows_next(&vectors); count++) check_row(desk, vectors.cells);
    rows_close(&vectors);
    assert_int_equal(count, 14);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) free(texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_code_has_one_to_six_categories_and_two_defaults),
        little_test(a_code_that_may_not_stand_first_has_no_default),
        little_test(versions_stand_beside_each_other),
        little_test(a_code_that_the_release_lacks_has_no_category),
        little_test(a_book_without_a_release_says_so),
        little_test(a_book_that_is_extended_keeps_its_categories),
        little_test(a_damaged_book_answers_something),
        little_test(diagnoses_have_the_categories_of_their_rows),
        model_test(crooked_rows_are_told_of_and_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
