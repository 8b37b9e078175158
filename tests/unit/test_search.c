/* Searching a little book: what a query finds first, and why. */
#include "unit/little_book.h"

#include <stdlib.h>
#include <string.h>

static const char codes[] =
    "icd10cm  I10      billable  20151001  -  Essential (primary) hypertension\n"
    "icd10cm  J40      billable  20151001  -  Bronchitis, not specified as acute or chronic\n"
    "icd10cm  K92      header    20151001  -  Other diseases of digestive system\n"
    "icd10cm  K92.2    billable  20151001  -  Gastrointestinal hemorrhage, unspecified\n"
    "icd10cm  M79      header    20151001  -  Other and unspecified soft tissue disorders\n"
    "icd10cm  M79.7    billable  20151001  -  Fibromyalgia\n"
    "icd10cm  N20      header    20151001  -  Calculus of kidney and ureter\n"
    "icd10cm  N20.0    billable  20151001  -  Calculus of kidney\n"
    "icd10cm  N20.1    billable  20151001  -  Calculus of ureter\n"
    "icd10cm  S82      header    20151001  -  Fracture of lower leg\n"
    "icd10cm  S82.0    header    20151001  -  Fracture of patella\n"
    "icd10cm  S82.00   header    20151001  -  Unspecified fracture of patella\n"
    "icd10cm  S82.001  header    20151001  -  Unspecified fracture of right patella\n"
    "icd10cm  S82.001A  billable  20151001  -  Unspecified fracture of right patella, initial encounter\n"
    "icd10cm  S82.001D  billable  20151001  -  Unspecified fracture of right patella, subsequent encounter\n"
    "icd10cm  S82.009  header    20151001  -  Unspecified fracture of unspecified patella\n"
    "icd10cm  S82.009A  billable  20151001  -  Unspecified fracture of unspecified patella, initial encounter\n"
    "icd10cm  S82.009D  billable  20151001  -  Unspecified fracture of unspecified patella, subsequent encounter\n"
    "icd10cm  X10      billable  20151001  20201001  Contact with boiling soup\n";

static const char words[] =
    "term\tconcept\tkind\trank\tbecause\n"
    "of\tof\tstop\t0\ttest\n"
    "and\tand\tstop\t0\ttest\n"
    "my\tmy\tstop\t0\ttest\n"
    "unspecified\tunspecified\tdefault\t0\ttest\n"
    "unspecified\tunspecified\tweight\t6\ttest\n"
    "initial\tinitial\tdefault\t0\ttest\n"
    "s\t\tending\t3\ttest\n"
    "is\tis\tending\t2\ttest\n"
    "us\tus\tending\t2\ttest\n"
    "kneecap\tpatella\tsame\t1\ttest\n"
    "kidney stone\tcalculus kidney\tlay\t1\ttest\n"
    "HTN\thypertension\tabbreviation\t1\ttest\n";

static const little_file files[] = {{"codes.tsv", codes}, {"words.tsv", words}, {NULL, NULL}};

static coding_hits ask(coding_desk *desk, const char *text) { return coding_search(desk, text, strlen(text), NULL); }

static const char *first(coding_desk *desk, const char *text)
{
    static char formatted[CODING_CODE_TEXT];
    coding_hits hits = ask(desk, text);
    assert_int_equal(hits.status, CODING_OK);
    return coding_code_format(hits.count ? coding_entry_code(hits.items[0].entry) : 0, formatted);
}

static void words_of_a_title_find_its_code_in_any_order(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "hypertension"), "I10");
    assert_string_equal(first(desk, "ureter calculus"), "N20.1");
    assert_string_equal(first(desk, "CALCULUS of URETERS"), "N20.1");
}

static void the_query_chooses_side_and_encounter(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "fracture of right patella, subsequent encounter"), "S82.001D");
    assert_string_equal(first(desk, "right patella fracture"), "S82.001A");
}

static void what_the_query_leaves_open_is_unspecified_and_the_hit_says_so(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "patella fracture"), "S82.009A");
    assert_true(ask(desk, "patella fracture").items[0].open & CODING_AXIS_ENCOUNTER);
}

static void other_words_for_it_are_understood_and_named(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "my kidney stones"), "N20.0");
    assert_string_equal(first(desk, "HTN"), "I10");
    assert_string_equal(first(desk, "right kneecap fracture"), "S82.001A");
    coding_hits hits = ask(desk, "HTN");
    assert_int_equal(hits.items[0].evidence_count, 1);
    assert_int_equal(hits.items[0].evidence[0].link, CODING_LINK_ABBREVIATION);
    assert_string_equal(hits.items[0].evidence[0].found, "hypertension");
}

static void misspellings_are_corrected(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "hipertension"), "I10");
    assert_string_equal(first(desk, "calculas of ureter"), "N20.1");
    assert_int_equal(ask(desk, "hipertension").items[0].evidence[0].link, CODING_LINK_SPELLING);
}

static void words_written_apart_are_joined(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "fibro myalgia"), "M79.7");
}

static void a_code_that_is_typed_comes_first(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(first(desk, "k922"), "K92.2");
    assert_string_equal(first(desk, "K92.2"), "K92.2");
}

static void a_code_that_ended_is_found_on_its_days_only(void **state)
{
    coding_desk          *desk = desk_with_files(state, files);
    coding_search_options then = {.size = sizeof then, .on = 20191001};
    assert_int_equal(ask(desk, "boiling soup").count, 0);
    assert_int_equal(coding_search(desk, "boiling soup", 12, &then).count, 1);
}

static void a_range_and_a_page_narrow_the_answer(void **state)
{
    coding_desk          *desk = desk_with_files(state, files);
    coding_search_options chapter = {.size = sizeof chapter, .first = icd10cm("S82"), .last = icd10cm("S82")};
    assert_int_equal(coding_search(desk, "hypertension", 12, &chapter).count, 0);
    coding_search_options page = {.size = sizeof page, .skip = 1};
    coding_hits           all = ask(desk, "calculus"), rest = coding_search(desk, "calculus", 8, &page);
    assert_int_equal(rest.count + 1, all.count);
    assert_int_equal(rest.items[0].entry.row, all.items[1].entry.row);
}

static void nothing_is_found_for_nothing(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_int_equal(ask(desk, "").count, 0);
    assert_int_equal(ask(desk, "?!").count, 0);
    assert_int_equal(ask(desk, "zzzzqq").count, 0);
    assert_int_equal(coding_search(desk, "\xFF", 1, NULL).status, CODING_NOT_UTF8);
}

static void long_queries_are_answered_in_bounded_room(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    enum { LENGTH = 65536 };
    char *text = malloc(LENGTH);
    assert_non_null(text);
    for (size_t i = 0; i < LENGTH; i++) text[i] = "hypertensio n "[i % 14];
    assert_int_equal(coding_search(desk, text, LENGTH, NULL).status, CODING_OK);
    memset(text, 'a', LENGTH);
    assert_int_equal(coding_search(desk, text, LENGTH, NULL).count, 0);
    free(text);
}

static void no_memory_is_taken_once_it_is_warm(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    for (int i = 0; i < 3; i++) ask(desk, "right patela fracture"), coding_desk_clear(desk);
    size_t calls = coding_desk_used(desk).calls;
    for (int i = 0; i < 50; i++) ask(desk, "right patela fracture"), coding_desk_clear(desk);
    assert_int_equal(coding_desk_used(desk).calls, calls);
}

static void words_are_completed(void **state)
{
    coding_desk       *desk = desk_with_files(state, files);
    coding_completions made = coding_search_complete(desk, "right pat", 9, 5);
    assert_int_equal(made.count, 1);
    assert_string_equal(made.items[0].word, "patella");
    assert_int_equal(coding_search_complete(desk, "right ", 6, 5).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(words_of_a_title_find_its_code_in_any_order),
        little_test(the_query_chooses_side_and_encounter),
        little_test(what_the_query_leaves_open_is_unspecified_and_the_hit_says_so),
        little_test(other_words_for_it_are_understood_and_named),
        little_test(misspellings_are_corrected),
        little_test(words_written_apart_are_joined),
        little_test(a_code_that_is_typed_comes_first),
        little_test(a_code_that_ended_is_found_on_its_days_only),
        little_test(a_range_and_a_page_narrow_the_answer),
        little_test(nothing_is_found_for_nothing),
        little_test(long_queries_are_answered_in_bounded_room),
        little_test(no_memory_is_taken_once_it_is_warm),
        little_test(words_are_completed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
