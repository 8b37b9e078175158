/* What a physician is asked about codes of a little book: by what their titles leave open and their neighbours show. */
#include "unit/little_book.h"

#include <string.h>

#include "unit/little_note.h"

static const char codes[] =
    "icd10cm  E10      header    20151001  -  Type 1 diabetes mellitus\n"
    "icd10cm  E10.9    billable  20151001  -  Type 1 diabetes mellitus without complications\n"
    "icd10cm  I50      header    20151001  -  Heart failure\n"
    "icd10cm  I50.1    billable  20151001  -  Left ventricular failure, unspecified\n"
    "icd10cm  I50.2    header    20151001  -  Systolic heart failure\n"
    "icd10cm  I50.21   billable  20151001  -  Acute systolic heart failure\n"
    "icd10cm  I50.22   billable  20151001  -  Chronic systolic heart failure\n"
    "icd10cm  I50.3    billable  20151001  -  Diastolic heart failure\n"
    "icd10cm  I50.81   billable  20151001  -  Right heart failure\n"
    "icd10cm  I50.9    billable  20151001  -  Heart failure, unspecified\n"
    "icd10cm  J18      header    20151001  -  Pneumonia, unspecified organism\n"
    "icd10cm  J18.9    billable  20151001  -  Pneumonia, unspecified organism\n"
    "icd10cm  K35      header    20151001  -  Appendicitis\n"
    "icd10cm  K35.2    billable  20151001  20201001  Appendicitis due to one thing\n"
    "icd10cm  K35.3    billable  20151001  20201001  Appendicitis due to another\n"
    "icd10cm  K35.9    billable  20151001  -  Appendicitis, unspecified\n"
    "icd10cm  M25      header    20151001  -  Pain in joint\n"
    "icd10cm  M25.1    billable  20151001  -  Pain in right knee\n"
    "icd10cm  M25.2    billable  20151001  -  Pain in left knee\n"
    "icd10cm  M25.9    billable  20151001  -  Pain in unspecified knee\n"
    "icd10cm  N18      header    20151001  -  Chronic kidney disease\n"
    "icd10cm  N18.1    billable  20151001  -  Chronic kidney disease, stage 1\n"
    "icd10cm  N18.2    billable  20151001  -  Chronic kidney disease, stage 2 (mild)\n"
    "icd10cm  N18.3    header    20151001  -  Chronic kidney disease, stage 3 (moderate)\n"
    "icd10cm  N18.30   billable  20151001  -  Chronic kidney disease, stage 3 unspecified\n"
    "icd10cm  N18.31   billable  20151001  -  Chronic kidney disease, stage 3a\n"
    "icd10cm  N18.32   billable  20151001  -  Chronic kidney disease, stage 3b\n"
    "icd10cm  N18.9    billable  20151001  -  Chronic kidney disease, unspecified\n"
    "icd10cm  O14      header    20151001  -  Pre-eclampsia\n"
    "icd10cm  O14.90   billable  20151001  -  Unspecified pre-eclampsia, unspecified trimester\n"
    "icd10cm  S52      header    20151001  -  Fracture of forearm\n"
    "icd10cm  S52.501  header    20151001  -  Unspecified fracture of right radius\n"
    "icd10cm  S52.501A  billable  20151001  -  Unspecified fracture of right radius, initial encounter for closed "
    "fracture\n"
    "icd10cm  W19      header    20151001  -  Unspecified fall\n"
    "icd10cm  W19.XXXA  billable  20151001  -  Unspecified fall, initial encounter\n"
    "icd10cm  Z79      header    20151001  -  Long term (current) drug therapy\n"
    "icd10cm  Z79.4    billable  20151001  -  Long term (current) use of unspecified drug\n";

static const char words[] = "word\tuse\tcode\tbecause\n"
                            "disease\tweak\t-\ttest\n"
                            "insulin\tdrug\tZ79.4\ttest\n";

static const char links[] = "link\tof\twith\tcode\tbecause\n";

static const little_file files[] = {{"codes.tsv", codes},
                                    {"words.tsv", note_search},
                                    {"note_cues.tsv", note_cues},
                                    {"note_headings.tsv", note_headings},
                                    {"note_words.tsv", words},
                                    {"note_links.tsv", links},
                                    {NULL, NULL}};

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
