/* Levels of visits by the table that every book has: each threshold of minutes, each rule of counting. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static coding_desk *desk;

static int make(void **state)
{
    FILE *file = fopen(CODING_TABLES "/claim_visits.tsv", "rb");
    if (!file || fseek(file, 0, SEEK_END)) fail_msg("claim_visits.tsv cannot be read");
    size_t length = (size_t)ftell(file);
    char  *text = calloc(1, length + 1);
    assert_non_null(text);
    rewind(file);
    assert_int_equal(fread(text, 1, length, file), length);
    fclose(file);
    static const char codes[] = "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n";
    desk = desk_with_files(state, (little_file[]){{"codes.tsv", codes}, {"claim_visits.tsv", text}, {NULL, NULL}});
    free(text);
    return 0;
}

static const char *spelled(coding_code code)
{
    static char texts[4][CODING_CODE_TEXT];
    static int  next;
    return code ? coding_code_format(code, texts[next = (next + 1) % 4]) : "-";
}

static coding_visit_level judged(const char *line, coding_date on)
{
    coding_visit visit;
    coding_error error;
    if (!coding_visit_parse(line, strlen(line), &visit, &error)) fail_msg("%s: %s: %s", line, error.at, error.reason);
    return coding_visit_judge(desk, &visit, on);
}

/* Of one family in its order: the minutes from which each code is reached. `first` is supported without minutes. */
typedef struct threshold {
    const char *family;
    coding_date on;
    const char *codes[4];
    unsigned    minutes[4];
} threshold;

static const threshold thresholds[] = {
    {"office-new", 20240715, {"99202", "99203", "99204", "99205"}, {15, 30, 45, 60}},
    {"office-new", 20230715, {"99202", "99203", "99204", "99205"}, {15, 30, 45, 60}},
    {"office-new", 20210101, {"99202", "99203", "99204", "99205"}, {15, 30, 45, 60}},
    {"office-established", 20240715, {"99212", "99213", "99214", "99215"}, {10, 20, 30, 40}},
    {"office-established", 20231231, {"99212", "99213", "99214", "99215"}, {10, 20, 30, 40}},
    {"hospital-initial", 20240715, {"99221", "99222", "99223"}, {40, 55, 75}},
    {"hospital-subsequent", 20240715, {"99231", "99232", "99233"}, {25, 35, 50}},
    {"hospital-same-day", 20240715, {"99234", "99235", "99236"}, {45, 70, 85}},
    {"consult-outpatient", 20240715, {"99242", "99243", "99244", "99245"}, {20, 30, 40, 55}},
    {"consult-inpatient", 20240715, {"99252", "99253", "99254", "99255"}, {35, 45, 60, 80}},
    {"nursing-initial", 20240101, {"99304", "99305", "99306"}, {25, 35, 50}},
    {"nursing-initial", 20231231, {"99304", "99305", "99306"}, {25, 35, 45}},
    {"nursing-subsequent", 20240101, {"99307", "99308", "99309", "99310"}, {10, 20, 30, 45}},
    {"nursing-subsequent", 20231231, {"99307", "99308", "99309", "99310"}, {10, 15, 30, 45}},
    {"home-new", 20240715, {"99341", "99342", "99344", "99345"}, {15, 30, 60, 75}},
    {"home-established", 20240715, {"99347", "99348", "99349", "99350"}, {20, 30, 40, 60}},
};

static void assert_by_time(const threshold *of, unsigned minutes, const char *expected)
{
    char line[80];
    snprintf(line, sizeof line, "%s minutes=%u", of->family, minutes);
    coding_visit_level level = judged(line, of->on);
    if (strcmp(spelled(level.by_time), expected) != 0)
        fail_msg("%s on %u: %s, not %s", line, of->on, spelled(level.by_time), expected);
}

static void minutes_are_met_or_exceeded(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof thresholds / sizeof *thresholds; i++) {
        const threshold *of = &thresholds[i];
        for (size_t j = 0; j < 4 && of->codes[j]; j++) {
            assert_by_time(of, of->minutes[j], of->codes[j]);
            assert_by_time(of, of->minutes[j] - 1, j ? of->codes[j - 1] : "-");
        }
    }
}

/* Straightforward, low, moderate, high. */
static void each_level_of_decisions_has_its_code(void **state)
{
    static const struct {
        const char *family;
        const char *codes[4];
    } families[] = {
        {"office-new", {"99202", "99203", "99204", "99205"}},
        {"office-established", {"99212", "99213", "99214", "99215"}},
        {"hospital-initial", {"99221", "99221", "99222", "99223"}},
        {"hospital-subsequent", {"99231", "99231", "99232", "99233"}},
        {"hospital-same-day", {"99234", "99234", "99235", "99236"}},
        {"consult-outpatient", {"99242", "99243", "99244", "99245"}},
        {"consult-inpatient", {"99252", "99253", "99254", "99255"}},
        {"emergency", {"99282", "99283", "99284", "99285"}},
        {"nursing-initial", {"99304", "99304", "99305", "99306"}},
        {"nursing-subsequent", {"99307", "99308", "99309", "99310"}},
        {"home-new", {"99341", "99342", "99344", "99345"}},
        {"home-established", {"99347", "99348", "99349", "99350"}},
    };
    static const char *const records[] = {"minor risk=minimal", "stable_chronic risk=low",
                                          "stable_chronic=2 risk=moderate", "threat risk=high"};
    (void)state;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        for (size_t j = 0; j < 4; j++) {
            char line[120];
            snprintf(line, sizeof line, "%s %s", families[i].family, records[j]);
            coding_visit_level level = judged(line, 20240715);
            assert_int_equal(level.mdm, j + CODING_MDM_STRAIGHTFORWARD);
            assert_string_equal(spelled(level.by_mdm), families[i].codes[j]);
            assert_string_equal(spelled(level.code), families[i].codes[j]);
        }
    }
}

typedef struct counted {
    const char *record;
    coding_mdm  level;
} counted;

static void problems_are_counted(void **state)
{
    static const counted rows[] = {
        {"", CODING_MDM_NONE},
        {"minor", CODING_MDM_STRAIGHTFORWARD},
        {"minor=2", CODING_MDM_LOW},
        {"stable_chronic", CODING_MDM_LOW},
        {"acute_uncomplicated", CODING_MDM_LOW},
        {"acute_uncomplicated=3", CODING_MDM_LOW},
        {"stable_chronic minor=9", CODING_MDM_LOW},
        {"stable_chronic acute_uncomplicated", CODING_MDM_LOW},
        {"stable_chronic=2", CODING_MDM_MODERATE},
        {"chronic_worse", CODING_MDM_MODERATE},
        {"undiagnosed", CODING_MDM_MODERATE},
        {"acute_systemic", CODING_MDM_MODERATE},
        {"acute_complicated", CODING_MDM_MODERATE},
        {"stable_chronic=9 chronic_worse=9", CODING_MDM_MODERATE},
        {"chronic_severe", CODING_MDM_HIGH},
        {"threat", CODING_MDM_HIGH},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char line[120];
        snprintf(line, sizeof line, "office-established %s", rows[i].record);
        if (judged(line, 20240715).problems != rows[i].level) fail_msg("%s", line);
    }
}

static void data_are_counted(void **state)
{
    static const counted rows[] = {
        {"", CODING_MDM_STRAIGHTFORWARD},
        {"tests_ordered", CODING_MDM_STRAIGHTFORWARD},
        {"tests_ordered=2", CODING_MDM_LOW},
        {"tests_ordered tests_reviewed", CODING_MDM_LOW},
        {"notes_reviewed tests_reviewed", CODING_MDM_LOW},
        {"historian", CODING_MDM_LOW},
        {"historian tests_ordered", CODING_MDM_LOW},
        {"historian tests_ordered=2", CODING_MDM_MODERATE},
        {"tests_ordered=3", CODING_MDM_MODERATE},
        {"notes_reviewed tests_reviewed tests_ordered", CODING_MDM_MODERATE},
        {"interpretation", CODING_MDM_MODERATE},
        {"discussion", CODING_MDM_MODERATE},
        {"discussion historian", CODING_MDM_MODERATE},
        {"interpretation discussion", CODING_MDM_HIGH},
        {"interpretation tests_ordered=2", CODING_MDM_MODERATE},
        {"interpretation tests_ordered=3", CODING_MDM_HIGH},
        {"discussion historian tests_ordered=2", CODING_MDM_HIGH},
        {"historian=1 interpretation=0 discussion=0", CODING_MDM_LOW},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char line[120];
        snprintf(line, sizeof line, "office-established %s", rows[i].record);
        if (judged(line, 20240715).data != rows[i].level) fail_msg("%s", line);
    }
}

/* All 5 * 4 * 5 tables: the highest level that at least two elements reach. */
static void two_of_three_elements_decide(void **state)
{
    static const char *const problems[] = {"", "minor", "stable_chronic", "chronic_worse", "threat"};
    static const char *const data[] = {"", "", "historian", "discussion", "discussion interpretation"};
    (void)state;
    for (int p = 0; p <= 4; p++) {
        for (int d = 1; d <= 4; d++) {
            for (int r = 0; r <= 4; r++) {
                char line[160];
                int  expected = 4;
                snprintf(line, sizeof line, "emergency %s %s risk=%s", problems[p], data[d],
                         coding_mdm_name((coding_mdm)r));
                while ((p >= expected) + (d >= expected) + (r >= expected) < 2) expected--;
                assert_int_equal(judged(line, 20240715).mdm, expected);
            }
        }
    }
}

static void prolonged_time_is_an_add_on_to_the_highest_code_by_time(void **state)
{
    static const struct {
        const char *line, *code;
        unsigned    units;
    } rows[] = {
        {"office-new minutes=74", "-", 0},
        {"office-new minutes=75", "99417", 1},
        {"office-new minutes=89", "99417", 1},
        {"office-new minutes=90", "99417", 2},
        {"office-new minutes=88 medicare", "-", 0},
        {"office-new minutes=89 medicare", "G2212", 1},
        {"office-new minutes=104 medicare", "G2212", 2},
        {"office-established minutes=54", "-", 0},
        {"office-established minutes=55", "99417", 1},
        {"office-established minutes=70", "99417", 2},
        {"office-established minutes=68 medicare", "-", 0},
        {"office-established minutes=69 medicare", "G2212", 1},
        {"consult-outpatient minutes=69", "-", 0},
        {"consult-outpatient minutes=70", "99417", 1},
        {"consult-outpatient minutes=90 medicare", "-", 0},
        {"consult-inpatient minutes=95", "99418", 1},
        {"home-new minutes=89", "-", 0},
        {"home-new minutes=90", "99417", 1},
        {"home-new minutes=139 medicare", "-", 0},
        {"home-new minutes=140 medicare", "G0318", 1},
        {"home-established minutes=75", "99417", 1},
        {"home-established minutes=110 medicare", "G0318", 1},
        {"hospital-initial minutes=89", "-", 0},
        {"hospital-initial minutes=90", "99418", 1},
        {"hospital-initial minutes=90 medicare", "G0316", 1},
        {"hospital-subsequent minutes=65", "99418", 1},
        {"hospital-subsequent minutes=64 medicare", "-", 0},
        {"hospital-subsequent minutes=65 medicare", "G0316", 1},
        {"hospital-same-day minutes=99", "-", 0},
        {"hospital-same-day minutes=100", "99418", 1},
        {"hospital-same-day minutes=110 medicare", "G0316", 1},
        {"nursing-initial minutes=65", "99418", 1},
        {"nursing-initial minutes=94 medicare", "-", 0},
        {"nursing-initial minutes=95 medicare", "G0317", 1},
        {"nursing-subsequent minutes=60", "99418", 1},
        {"nursing-subsequent minutes=85 medicare", "G0317", 1},
        {"emergency threat risk=high minutes=300", "-", 0},
        {"hospital-discharge minutes=300", "-", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        coding_visit_level level = judged(rows[i].line, 20240715);
        if (strcmp(spelled(level.prolonged), rows[i].code) != 0 || level.prolonged_units != rows[i].units)
            fail_msg("%s: %s x%u", rows[i].line, spelled(level.prolonged), level.prolonged_units);
    }
}

static void the_worked_examples(void **state)
{
    (void)state;
    coding_visit_level level = judged("office-established stable_chronic=2 tests_ordered=2 risk=moderate", 20240715);
    assert_int_equal(level.problems, CODING_MDM_MODERATE);
    assert_int_equal(level.data, CODING_MDM_LOW);
    assert_string_equal(spelled(level.code), "99214");
    level = judged("office-established minutes=38", 20240715);
    assert_string_equal(spelled(level.code), "99214");
    assert_string_equal(spelled(level.by_mdm), "-");
    level = judged("office-established acute_uncomplicated risk=low", 20240715);
    assert_string_equal(spelled(level.code), "99213");
}

static void the_higher_of_decisions_and_time_counts(void **state)
{
    (void)state;
    coding_visit_level level = judged("office-established threat risk=high minutes=20", 20240715);
    assert_string_equal(spelled(level.by_mdm), "99215");
    assert_string_equal(spelled(level.by_time), "99213");
    assert_string_equal(spelled(level.code), "99215");
    level = judged("office-established minor risk=minimal minutes=55", 20240715);
    assert_string_equal(spelled(level.code), "99215");
    assert_string_equal(spelled(level.prolonged), "99417");
}

static void an_emergency_has_no_time_and_a_discharge_nothing_else(void **state)
{
    (void)state;
    coding_visit_level level = judged("emergency minor risk=minimal minutes=90", 20240715);
    assert_string_equal(spelled(level.by_time), "-");
    assert_string_equal(spelled(level.code), "99282");
    assert_string_equal(spelled(judged("hospital-discharge", 20240715).code), "99238");
    assert_string_equal(spelled(judged("hospital-discharge minutes=30", 20240715).code), "99238");
    assert_string_equal(spelled(judged("hospital-discharge minutes=31", 20240715).code), "99239");
    assert_string_equal(spelled(judged("hospital-discharge threat risk=high", 20240715).by_mdm), "-");
}

static void over_and_under_coding_are_told_with_what_lacks(void **state)
{
    (void)state;
    coding_visit_level level = judged("billed=99215 minutes=38 stable_chronic=2 tests_ordered=2 risk=high", 20240715);
    assert_int_equal(level.answer, CODING_VISIT_OVERCODED);
    assert_int_equal(level.needed, CODING_MDM_HIGH);
    assert_int_equal(level.minutes_needed, 40);
    assert_int_equal(level.lacking, 1 | 2 | 8); /* risk is there */
    assert_string_equal(spelled(level.code), "99214");
    assert_string_equal(level.source.table, "claim_visits.tsv");
    assert_int_equal(judged("billed=99213 stable_chronic=2 risk=moderate", 20240715).answer, CODING_VISIT_UNDERCODED);
    assert_int_equal(judged("billed=99214 stable_chronic=2 risk=moderate", 20240715).answer, CODING_VISIT_SUPPORTED);
    assert_int_equal(judged("billed=99215 minutes=40", 20240715).answer, CODING_VISIT_SUPPORTED);
    assert_int_equal(judged("billed=99215 minutes=39", 20240715).answer, CODING_VISIT_OVERCODED);
    assert_int_equal(judged("office-new billed=99213 minutes=30", 20240715).answer, CODING_VISIT_OTHER_FAMILY);
    assert_int_equal(judged("office-new minutes=30", 20240715).answer, CODING_VISIT_UNJUDGED);
}

/* 99211 and 99281 need no physician: no record can fall short of them. */
static void what_asks_for_nothing_is_never_overcoded(void **state)
{
    (void)state;
    assert_int_equal(judged("billed=99211", 20240715).answer, CODING_VISIT_SUPPORTED);
    assert_int_equal(judged("billed=99281", 20240715).answer, CODING_VISIT_SUPPORTED);
    assert_int_equal(judged("billed=99238", 20240715).answer, CODING_VISIT_SUPPORTED);
    assert_int_equal(judged("billed=99211 minor risk=minimal", 20240715).answer, CODING_VISIT_UNDERCODED);
    assert_int_equal(judged("billed=99239", 20240715).answer, CODING_VISIT_OVERCODED);
}

static void a_day_without_levels_is_no_level_none(void **state)
{
    (void)state;
    assert_int_equal(judged("office-new minutes=30", 20201231).status, CODING_NOT_IN_BOOK);
    assert_int_equal(judged("office-new minutes=30", 20210101).status, CODING_OK);
    assert_int_equal(judged("hospital-initial minutes=80", 20221231).status, CODING_NOT_IN_BOOK);
    assert_int_equal(judged("hospital-initial minutes=80", 20230101).status, CODING_OK);
    assert_int_equal(judged("billed=99218 minutes=80", 20220601).answer, CODING_VISIT_UNJUDGED);
    assert_int_equal(coding_visit_judge(desk, &(coding_visit){.size = sizeof(coding_visit)}, 20240715).status,
                     CODING_MISUSE);
}

static void codes_know_their_family(void **state)
{
    (void)state;
    coding_code office = coding_parse(CODING_CPT, "99204", 5).code, none = coding_parse(CODING_CPT, "45378", 5).code;
    assert_int_equal(coding_visit_family_of(desk, office, 20240715), CODING_VISIT_OFFICE_NEW);
    assert_int_equal(coding_visit_family_of(desk, office, 20201231), CODING_VISIT_NONE);
    assert_int_equal(coding_visit_family_of(desk, none, 20240715), CODING_VISIT_NONE);
    assert_int_equal(coding_visit_family_of(desk, 0, 20240715), CODING_VISIT_NONE);
}

static void assert_refused(const char *line, const char *at, const char *reason)
{
    coding_visit visit;
    coding_error error;
    if (coding_visit_parse(line, strlen(line), &visit, &error)) fail_msg("read: %s", line);
    assert_string_equal(error.at, at);
    if (!strstr(error.reason, reason)) fail_msg("%s: %s", line, error.reason);
}

static void a_line_is_read_by_the_names_of_fields(void **state)
{
    static const char line[] = "  Office-Established billed=99215\tminutes=1 minor=2 stable_chronic=3 "
                               "acute_uncomplicated=4 chronic_worse=5 undiagnosed=6 acute_systemic=7 "
                               "acute_complicated=8 chronic_severe=9 threat=10 notes_reviewed=11 tests_reviewed=12 "
                               "tests_ordered=13 historian interpretation discussion=1 medicare risk=minimal\r\n";
    coding_visit      visit;
    coding_error      error;
    (void)state;
    assert_true(coding_visit_parse(line, sizeof line - 1, &visit, &error));
    assert_int_equal(visit.size, sizeof visit);
    assert_int_equal(visit.family, CODING_VISIT_OFFICE_ESTABLISHED);
    assert_string_equal(spelled(visit.billed), "99215");
    const uint32_t *counts = &visit.minutes;
    for (uint32_t i = 0; i < 13; i++) assert_int_equal(counts[i], i + 1);
    assert_true(visit.historian && visit.interpretation && visit.discussion && visit.medicare);
    assert_int_equal(visit.risk, CODING_MDM_STRAIGHTFORWARD);
    assert_true(coding_visit_parse("emergency", 9, &visit, NULL));
}

static void a_word_that_is_none_is_named(void **state)
{
    (void)state;
    assert_refused("", "", "family");
    assert_refused("minutes=30", "", "family");
    assert_refused("office", "office", "neither a family");
    assert_refused("emergency minute=30", "minute=30", "nor a field");
    assert_refused("emergency minutes=", "minutes=", "number");
    assert_refused("emergency minutes=-3", "minutes=-3", "number");
    assert_refused("emergency minutes=99999999999", "minutes=99999999999", "9999");
    assert_refused("emergency historian=2", "historian=2", "0 or 1");
    assert_refused("emergency risk=grave", "risk=grave", "moderate");
    assert_refused("emergency risk", "risk", "moderate");
    assert_refused("billed=I10", "billed=I10", "CPT");
    assert_refused("emergency threat threat=2", "threat=2", "twice");
    assert_refused("emergency office-new", "office-new", "second family");
    assert_refused("emergency risk=low risk=high", "risk=high", "twice");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(minutes_are_met_or_exceeded),
        cmocka_unit_test(each_level_of_decisions_has_its_code),
        cmocka_unit_test(problems_are_counted),
        cmocka_unit_test(data_are_counted),
        cmocka_unit_test(two_of_three_elements_decide),
        cmocka_unit_test(prolonged_time_is_an_add_on_to_the_highest_code_by_time),
        cmocka_unit_test(the_worked_examples),
        cmocka_unit_test(the_higher_of_decisions_and_time_counts),
        cmocka_unit_test(an_emergency_has_no_time_and_a_discharge_nothing_else),
        cmocka_unit_test(over_and_under_coding_are_told_with_what_lacks),
        cmocka_unit_test(what_asks_for_nothing_is_never_overcoded),
        cmocka_unit_test(a_day_without_levels_is_no_level_none),
        cmocka_unit_test(codes_know_their_family),
        cmocka_unit_test(a_line_is_read_by_the_names_of_fields),
        cmocka_unit_test(a_word_that_is_none_is_named),
    };
    return cmocka_run_group_tests(tests, make, teardown_desk);
}
