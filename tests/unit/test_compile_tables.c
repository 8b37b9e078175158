/* What readers make of our own tidy layouts; docs/tables.md describes them. */
#include "unit/little_model.h"

#include <string.h>

#include "compile/printed.h"

static const coding__tidy_row *tidy_row(const little_model *little, size_t index)
{
    assert_true(index < little->model.tidy_rows.count);
    return (const coding__tidy_row *)little->model.tidy_rows.items + index;
}

static void codes_are_spans_of_days(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "codes.tsv",
                      "system\tcode\tkind\tfirst\tpast\ttitle\tshort\n"
                      "icd10cm\tG35\tbillable\t20151001\t20251001\tMultiple sclerosis\tMS\n"
                      "icd10cm\tG35\theader\t2025-10-01\t-\tMultiple sclerosis\n"));
    const coding__tidy_row *row = tidy_row(little, 0);
    assert_true(row->billable);
    assert_int_equal(row->first, 20151001);
    assert_int_equal(row->past, 20251001);
    assert_string_equal(word(little, row->title), "Multiple sclerosis");
    assert_string_equal(word(little, row->short_title), "MS");
    assert_int_equal(row->line, 2);
    assert_false(tidy_row(little, 1)->billable);
    assert_int_equal(tidy_row(little, 1)->first, 20251001);
    assert_int_equal(tidy_row(little, 1)->past, 0);
    assert_told(little, "codes.tsv:3 : 6 cells under a head of 7"); /* told, and read */
}

static void columns_stand_in_any_order_and_strange_ones_are_told_of_once(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "codes.tsv",
                      "# a comment\n\n"
                      "title\tcolour\tpast\tfirst\tkind\tcode\tsystem\n"
                      "Cholera, unspecified\tblue\t-\t20151001\tbillable\tA00.9\ticd10cm\r\n"));
    assert_int_equal(tidy_row(little, 0)->first, 20151001);
    assert_string_equal(little->told, "codes.tsv:3 head: columns we do not know, left out: colour\n");
}

static void a_little_book_needs_no_head(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "made up",
                      "icd10cm  G35   billable  20151001  20251001  Multiple sclerosis\n"
                      "icd10cm  G35   header    20251001  -         Multiple sclerosis\n"
                      "icd10cm\tG35A\tbillable\t20251001\t-\tRelapsing-remitting multiple sclerosis\n"));
    assert_int_equal(little->model.tidy_rows.count, 3);
    assert_string_equal(word(little, tidy_row(little, 1)->title), "Multiple sclerosis");
    assert_string_equal(word(little, tidy_row(little, 2)->title), "Relapsing-remitting multiple sclerosis");
    assert_string_equal(little->told, "");
}

static void a_row_that_cannot_be_placed_is_left_out_and_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "codes.tsv",
                      "system\tcode\tkind\tfirst\tpast\ttitle\n"
                      "icd11\tA00\tbillable\t20151001\t-\tCholera\n"
                      "icd10cm\tA?0\tbillable\t20151001\t-\tCholera\n"
                      "icd10cm\tA00\tbillable\t20151301\t-\tCholera\n"
                      "icd10cm\tA00\tbillable\t20151001\t20151001\tCholera\n"
                      "icd10cm\tA00\tvalid\t20151001\t-\tCholera\n"));
    assert_told(little, ":2 system: \"icd11\" is no code system: left out");
    assert_told(little, ":3 code: \"A?0\" is no code of that system: left out");
    assert_told(little, ":4 first: \"20151301\" is no day of the calendar");
    assert_told(little, ":5 past: \"20151001\" is not after the first day: left out");
    assert_told(little, ":6 kind: \"valid\" is neither billable nor header: taken as a header");
    assert_int_equal(little->model.tidy_rows.count, 1);
}

static void editions_declare_days_and_where_they_are_from(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "icd10cm.editions.tsv",
                      "system\tfirst\tuntil\trelease\tfile\tsha256\tlicence\tbecause\n"
                      "icd10cm\t20251001\t20260930\tICD-10-CM FY2026\ttool 1.0\tabc\tpublic domain\ta test\n"
                      "icd10cm\t20261001\t20260930\tbackwards\t-\t-\t-\ta test\n"));
    const coding__tidy_edition *edition = little->model.tidy_editions.items;
    assert_int_equal(little->model.tidy_editions.count, 1);
    assert_int_equal(edition->until, 20260930);
    const coding__origin *origin = (const coding__origin *)little->model.origins.items + edition->origin;
    assert_string_equal(word(little, origin->release), "ICD-10-CM FY2026");
    assert_string_equal(word(little, origin->file), "tool 1.0");
    assert_string_equal(word(little, origin->sha256), "abc");
    assert_int_equal(origin->day, 20251001);
    assert_told(little, ":3 until: before the first day: left out");
}

static const char own_system[] = "number\tname\ttitle\tpattern\tdot\tbecause\n"
                                 "64\tlocal\tOur order codes\t[A-Z]{2}[0-9]{2,4}\t2\tours\n";

static void a_users_own_system_has_a_number_for_good(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "systems.tsv", own_system));
    assert_true(reads(little, "local.tsv",
                      "system\tcode\tkind\tfirst\tpast\ttitle\n"
                      "local\tAB12\tbillable\t20200101\t-\tA thing of ours\n"
                      "local\tAB1234567X\tbillable\t20200101\t-\tToo long\n"
                      "local\tAB*1\tbillable\t20200101\t-\tA star\n"));
    assert_int_equal(coding_code_system(tidy_row(little, 0)->code), 64);
    assert_int_equal(((coding__own_system *)little->model.own_systems.items)->dot, 2);
    assert_told(little, ":3 code: \"AB1234567X\" is no code of that system: left out");
    assert_told(little, ":4 code: \"AB*1\" is no code of that system: left out");
    assert_int_equal(little->model.tidy_rows.count, 1);
}

static void numbers_and_names_of_systems_are_not_given_twice(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "systems.tsv", own_system));
    assert_true(reads(little, "more.tsv",
                      "number\tname\ttitle\tpattern\tdot\n"
                      "64\tother\tThe same number\t.*\t0\n"
                      "65\tlocal\tThe same name\t.*\t0\n"
                      "66\ticd10cm\tA name of ours\t.*\t0\n"
                      "67\tUpper\tA name in upper case\t.*\t0\n"
                      "12\tlow\tA number of ours\t.*\t0\n"));
    assert_int_equal(little->model.own_systems.count, 1);
    assert_told(little, ":2 number: named twice");
    assert_told(little, ":3 name: is taken");
    assert_told(little, ":4 name: is taken");
    assert_told(little, ":5 name: not of a-z");
    assert_told(little, ":6 number: not from 64 to 111");
}

static void successors_lead_from_a_code_to_a_code(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "successors.tsv",
                      "system\tcode\tsuccessor\tfirst\tbecause\n"
                      "icd10cm\tM54.5\tM54.50\t20211001\ta test\n"
                      "icd10cm\tM54.5\tM5?\t20211001\ta test\n"
                      "icd10cm\tM54.5\tM54.51\t-\ta test\n"));
    assert_int_equal(little->model.successors.count, 1);
    assert_int_equal(((coding__successor *)little->model.successors.items)->first, 20211001);
    assert_told(little, ":3 successor: no code of that system");
    assert_told(little, ":4 first: no first day");
}

static const coding__synonym *synonym(const little_model *little, size_t index)
{
    assert_true(index < little->model.synonyms.count);
    return (const coding__synonym *)little->model.synonyms.items + index;
}

static void words_for_search_come_in_three_layouts(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "synonyms.tsv",
                      "term\tconcept\tregister\tbecause\n"
                      "heart attack\tMyocardial Infarction\tmesh\ta test\n"));
    assert_true(reads(little, "lay.tsv",
                      "lay_term\tclinical_term\tregister\tbecause\n"
                      "sugar\tdiabetes\tdated\ta test\n"));
    assert_true(reads(little, "abbreviations.tsv",
                      "abbreviation\texpansion\trank\tcontext\tsenses\tbecause\n"
                      "MS\tmitral stenosis\t2\tcardiac\t2\ta test\n"
                      "MS\t\t3\tnone\t3\ta test\n"));
    assert_string_equal(word(little, synonym(little, 0)->term), "heart attack");
    assert_string_equal(word(little, synonym(little, 0)->concept), "Myocardial Infarction");
    assert_string_equal(word(little, synonym(little, 0)->kind), "mesh");
    assert_string_equal(word(little, synonym(little, 1)->kind), "dated");
    assert_string_equal(word(little, synonym(little, 2)->kind), "abbreviation");
    assert_int_equal(synonym(little, 2)->rank, 2);
    assert_told(little, "abbreviations.tsv:3 expansion: empty: left out");
}

static void corrections_are_changes_in_groups_of_an_edition(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "corrections.tsv",
                      "system\tedition\tbase\tkind\tcode\tbillable\ttitle\tshort\tbecause\n"
                      "icd10cm\t20200401\t20191001\tadd\tU07.1\t1\tCOVID-19\tCOVID-19\ta test\n"
                      "icd10cm\t20201001\t20210101\tdelete\tM35.8\t0\t-\t-\ta test\n"
                      "icd10cm\t20201001\t20210101\tadd\tM35.8\tbillable\tOther\tOther\ta test\n"
                      "icd10cm\t20201001\t20210101\trevise\tA00\t0\tNew title\tNew\ta test\n"
                      "icd10cm\t20201001\t20210101\tmove\tA00\t0\t-\t-\ta test\n"));
    const coding__addenda *addenda = little->model.addenda.items;
    assert_int_equal(little->model.addenda.count, 2);
    assert_int_equal(addenda[1].first, 20201001);
    assert_int_equal(addenda[1].base, 20210101);
    assert_int_equal(addenda[1].until, 20210930);
    assert_false(addenda[1].undo);
    assert_int_equal(addenda[1].changes.count, 3);
    const coding__change *change = addenda[1].changes.items;
    assert_true(change[1].billable);
    assert_string_equal(word(little, change[2].new_title), "New title");
    assert_string_equal(word(little, change[2].title), "");
    assert_told(little, ":6 kind: neither add nor delete nor revise: left out");
}

static void a_table_of_files_wins_over_their_names(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "editions.tsv",
                      "system\tmember\tfirst\tuntil\tbefore\trelease\tlicence\tbecause\n"
                      "icd10cm\ticd10cm_order_2030.txt\t20300101\t20300930\t-\tThe January release\tours\ta test\n"));
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", "Some.zip/Folder/ICD10CM_order_2030.TXT"));
    const coding__edition *edition = edition_of(little, CODING_ICD10CM);
    const coding__origin  *origin = (const coding__origin *)little->model.origins.items + edition->origin;
    assert_int_equal(edition->first, 20300101);
    assert_string_equal(word(little, origin->release), "The January release");
    assert_string_equal(word(little, origin->licence), "ours");
}

static void a_table_may_name_the_folder_too(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "editions.tsv",
                      "system\tmember\tfirst\tuntil\tbefore\trelease\tlicence\tbecause\n"
                      "pos\t2030q3/place_of_service.tsv\t20300801\t-\t-\t-\t-\ta test\n"));
    assert_true(reads_fixture(little, "hcpcs/2030q3/place_of_service.tsv", "2030q3/place_of_service.tsv.gz"));
    assert_int_equal(edition_of(little, CODING_POS)->first, 20300701); /* its name is not the table's */
    assert_true(reads_fixture(little, "hcpcs/2030q3/place_of_service.tsv", "a/2030q3/place_of_service.tsv"));
    assert_int_equal(edition_of(little, CODING_POS)->first, 20300801);
}

static void sources_speak_of_the_files_beside_them_alone(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "facts/sources.tsv",
                      "file\trelease\tday\tlicence\tsha256\tpackage\tbecause\n"
                      "order.txt\tThe order file\t20290401\tpublic domain\tfeed\tpackage 1\ta test\n"));
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", "facts/order.txt"));
    const coding__edition *edition = edition_of(little, CODING_ICD10CM);
    const coding__origin  *origin = (const coding__origin *)little->model.origins.items + edition->origin;
    assert_int_equal(edition->first, 20290401);
    assert_string_equal(word(little, origin->sha256), "feed");
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", "elsewhere/order.txt"));
    assert_int_equal(little->model.editions.count, 1);
}

static void rows_of_cpt_are_in_no_public_book(void **state)
{
    little_model *little = *state;
    little->model.public_only = true;
    assert_true(reads(little, "codes.tsv",
                      "system\tcode\tkind\tfirst\tpast\ttitle\n"
                      "cpt\t00001\tbillable\t20200101\t-\tA made-up service\n"
                      "hcpcs\tA0021\tbillable\t20200101\t-\tAmbulance service, made up\n"));
    assert_int_equal(little->model.tidy_rows.count, 1);
    assert_int_equal(tidy_row(little, 0)->system, CODING_HCPCS);
}

/* The tables that go into every book. */
static void our_own_tables_have_no_fault(void **state)
{
    little_model *little = *state;
    assert_true(reads_paths(little, (const char *[]){CODING_TABLES, NULL}));
    assert_string_equal(little->told, "");
    assert_true(little->model.known_files.count > 0 && little->model.addenda.count > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        model_test(codes_are_spans_of_days),
        model_test(columns_stand_in_any_order_and_strange_ones_are_told_of_once),
        model_test(a_little_book_needs_no_head),
        model_test(a_row_that_cannot_be_placed_is_left_out_and_told_of),
        model_test(editions_declare_days_and_where_they_are_from),
        model_test(a_users_own_system_has_a_number_for_good),
        model_test(numbers_and_names_of_systems_are_not_given_twice),
        model_test(successors_lead_from_a_code_to_a_code),
        model_test(words_for_search_come_in_three_layouts),
        model_test(corrections_are_changes_in_groups_of_an_edition),
        model_test(a_table_of_files_wins_over_their_names),
        model_test(a_table_may_name_the_folder_too),
        model_test(sources_speak_of_the_files_beside_them_alone),
        model_test(rows_of_cpt_are_in_no_public_book),
        model_test(our_own_tables_have_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
