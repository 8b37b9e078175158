/* What a physician is asked about codes of a little book: by what their titles leave open and their neighbours show. */
#include "unit/little_book.h"

#include <string.h>

#include "unit/little_query.h"

static const little_file files[] = {QUERY_FILES, {NULL, NULL}};

typedef struct asked {
    const char *query; /* "" where none is */
    uint32_t    lacks;
} asked;

static asked ask(coding_desk *desk, const char *note, const char *code)
{
    coding_annotation read = coding_annotate(desk, note, strlen(note), NULL);
    assert_int_equal(read.status, CODING_OK);
    for (size_t i = 0; i < read.code_count; i++)
        if (coding_entry_code(read.codes[i].entry) == icd10cm(code))
            return (asked){read.codes[i].query ? read.codes[i].query : "", read.codes[i].lacks};
    fail_msg("%s gives no %s", note, code);
    return (asked){"", 0};
}

#define assert_asked(note, code, wanted) assert_string_equal(ask(desk, note, code).query, wanted)

static void codes_beside_it_show_what_is_lacking(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("A/P: chronic kidney disease.", "N18.9", "Chronic kidney disease: which stage has it reached?");
    assert_asked("A/P: heart failure.", "I50.9",
                 "Heart failure: which type or form is it? What are its onset and course?");
    assert_int_equal(ask(desk, "A/P: heart failure.", "I50.9").lacks, CODING_AXIS_TYPE | CODING_AXIS_ACUITY);
    assert_asked("A/P: pain in knee.", "M25.9", "Pain in knee: which side is concerned?");
}

static void a_title_says_what_it_does_not_know(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("Dx J18.9 as written", "J18.9", "Pneumonia: what is its cause, as far as is known?");
    assert_asked("Dx O14.90 today", "O14.90",
                 "Pre-eclampsia: which type or form is it? How far has the pregnancy gone?");
}

static void a_stage_may_be_told_and_not_wholly(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("A/P: chronic kidney disease stage 3.", "N18.30",
                 "Chronic kidney disease: which stage has it reached?");
    assert_asked("A/P: chronic kidney disease stage 3b.", "N18.32", "");
}

static void what_stands_beside_it_is_not_asked(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("A/P: heart failure, decompensated.", "I50.9", "Heart failure: which type or form is it?");
    assert_asked("A/P: decompensated shock; heart failure.", "I50.9",
                 "Heart failure: which type or form is it? What are its onset and course?");
}

static void codes_that_no_longer_stand_show_nothing(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("A/P: appendicitis.", "K35.9", "Appendicitis: which type or form is it?");
}

static void a_written_code_has_its_encounter(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("Dx S52.501A today", "S52.501A", "Fracture of right radius: which type or form is it?");
    assert_int_equal(ask(desk, "Unspecified fracture of right radius", "S52.501A").lacks,
                     CODING_AXIS_TYPE | CODING_AXIS_ENCOUNTER | CODING_AXIS_WOUND);
    assert_int_equal(ask(desk, "Closed fracture of right radius, initial", "S52.501A").lacks, CODING_AXIS_TYPE);
}

static void causes_of_injuries_and_drugs_are_not_asked_about(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_asked("Dx W19.XXXA as written", "W19.XXXA", "");
    assert_asked("on insulin", "Z79.4", "");
}

static void a_side_is_none_where_no_twin_is(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_false(ask(desk, "A/P: heart failure.", "I50.9").lacks & CODING_AXIS_SIDE);
}

/* A query names the condition, and none of the values that codes beside it have. */
static void no_query_offers_an_answer(void **state)
{
    static const char *const notes[][2] = {{"Dx N18.9 as written", "N18.9"},
                                           {"Dx I50.9 as written", "I50.9"},
                                           {"Dx M25.9 as written", "M25.9"},
                                           {"Dx O14.90 as written", "O14.90"}};
    static const char *const values[] = {"stage 1", "stage 3", "ystolic", "iastolic", "cute", "right", "left", "first"};
    coding_desk             *desk = desk_with_files(state, files);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        const char *query = ask(desk, notes[i][0], notes[i][1]).query;
        assert_true(strlen(query) && query[strlen(query) - 1] == '?');
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) assert_null(strstr(query, values[v]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(codes_beside_it_show_what_is_lacking),
        little_test(a_title_says_what_it_does_not_know),
        little_test(a_stage_may_be_told_and_not_wholly),
        little_test(what_stands_beside_it_is_not_asked),
        little_test(codes_that_no_longer_stand_show_nothing),
        little_test(a_written_code_has_its_encounter),
        little_test(causes_of_injuries_and_drugs_are_not_asked_about),
        little_test(a_side_is_none_where_no_twin_is),
        little_test(no_query_offers_an_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
