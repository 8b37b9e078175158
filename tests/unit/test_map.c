/* From one code set to another, and from one year to the next. */
#include "unit/little_book.h"
#include "unit/little_model.h"

#include <stdio.h>
#include <string.h>

static const char codes[] =
    "icd9cm   340     billable  20141001  20151001  Multiple sclerosis\n"
    "icd9cm   94233   billable  20141001  20151001  Burn of abdominal wall, deep\n"
    "icd10cm  G35     billable  20151001  20251001  Multiple sclerosis\n"
    "icd10cm  G35     header    20251001  -         Multiple sclerosis\n"
    "icd10cm  G35A    billable  20251001  -         Relapsing-remitting multiple sclerosis\n"
    "icd10cm  G35D    billable  20251001  -         Multiple sclerosis, unspecified\n"
    "icd10cm  J1289   billable  20151001  -         Other viral pneumonia\n"
    "icd10cm  J1282   billable  20210101  -         Pneumonia due to coronavirus disease 2019\n"
    "icd10cm  M54     header    20151001  -         Dorsalgia\n"
    "icd10cm  M545    billable  20151001  20211001  Low back pain\n"
    "icd10cm  M5450   billable  20211001  -         Low back pain, unspecified\n"
    "icd10cm  M5459   billable  20211001  -         Other low back pain\n"
    "icd10cm  N18     header    20151001  -         Chronic kidney disease\n"
    "icd10cm  N183    billable  20151001  20201001  Chronic kidney disease, stage 3\n"
    "icd10cm  N1830   billable  20201001  20231001  Chronic kidney disease, stage 3 unspecified\n"
    "icd10cm  N1839   billable  20231001  -         Chronic kidney disease, stage 3 of some kind\n"
    "icd10cm  R05     billable  20151001  20211001  Cough\n"
    "icd10cm  R051    billable  20211001  -         Acute cough\n"
    "icd10cm  T2132XA  billable  20151001  -         Burn of third degree of abdominal wall\n"
    "icd10cm  T2172XA  billable  20151001  -         Corrosion of third degree of abdominal wall\n";

static const char successors[] = "system\tcode\tsuccessor\tfirst\tbecause\n"
                                 "icd10cm\tG35\tG35A\t20251001\ta test\n"
                                 "icd10cm\tG35\tG35D\t20251001\ta test\n"
                                 "icd10cm\tJ1289\tJ1282\t20210101\ta test\n"
                                 "icd10cm\tN183\tN1830\t20201001\ta test\n"
                                 "icd10cm\tN1830\tN1839\t20231001\ta test\n";

/* A row whose target no edition has; a source of two scenarios; one of both kinds; one without target. */
static const char forward[] = "340    G35     00000\r\n"
                              "34989  G9999   10000\r\n"
                              "80600  S12000A 10112\r\n"
                              "80600  S14101A 10111\r\n"
                              "80600  S12100A 10122\r\n"
                              "80600  S14102A 10121\r\n"
                              "94233  T2132XA 10000\r\n"
                              "94233  T2172XA 10000\r\n"
                              "E8788  G35     10111\r\n"
                              "E8788  J1289   10000\r\n"
                              "V9999  NoDx    11000\r\n";

static const char backward[] = "G35    340     00000\r\n"
                               "J1289  4808    10000\r\n"
                               "N183   5853    00000\r\n";

static const char payment[] = "style\tfrom\tcode\tto\ttarget\tkind\tfirst\tbecause\n"
                              "reimbursement\ticd10cm\tG35\ticd9cm\t340\tapproximate\t20171001\ta test\n";

static const little_file files[] = {
    {"codes.tsv", codes},        {"icd10cm.successors.tsv", successors},
    {"2018_I9gem.txt", forward}, {"2018_I10gem.txt", backward},
    {"payment.tsv", payment},    {NULL, NULL},
};

static coding_code icd9cm(const char *text) { return coding_parse(CODING_ICD9CM, text, strlen(text)).code; }

/* An answer as one line: "several: 942.33>T21.32XA approximate 7; ... = T21.32XA T21.72XA". */
static const char *in_a_line(coding_mapped answer)
{
    static char line[2048];
    char        from[CODING_CODE_TEXT], to[CODING_CODE_TEXT];
    assert_int_equal(answer.status, CODING_OK);
    size_t length = (size_t)snprintf(line, sizeof line, "%s:", coding_map_kind_name(answer.kind));
    for (size_t i = 0; i < answer.count; i++) {
        const coding_mapping *row = &answer.items[i];
        coding_code_format(row->code, from), coding_code_format(row->target, to);
        length += (size_t)snprintf(line + length, sizeof line - length, " %s>%s %s", from, to,
                                   row->guessed ? "guessed" : coding_map_kind_name(row->kind));
        if (row->scenario)
            length += (size_t)snprintf(line + length, sizeof line - length, " %u.%u", row->scenario, row->choice);
        if (!row->guessed) length += (size_t)snprintf(line + length, sizeof line - length, " @%u", row->source.line);
    }
    length += (size_t)snprintf(line + length, sizeof line - length, " =");
    for (size_t i = 0; i < answer.code_count; i++)
        length += (size_t)snprintf(line + length, sizeof line - length, " %s", coding_code_format(answer.codes[i], to));
    return line;
}

#define assert_mapped(answer, expected) assert_string_equal(in_a_line(answer), expected)

static coding_mapped forwards(coding_desk *desk, const char *text, coding_date on)
{
    return coding_map(desk, icd9cm(text), CODING_ICD10CM, CODING_MAP_GEM, on);
}

static coding_mapped backwards(coding_desk *desk, const char *text, coding_date on)
{
    return coding_map(desk, icd10cm(text), CODING_ICD9CM, CODING_MAP_GEM, on);
}

static void a_row_is_answered_as_the_file_says_with_its_line(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(forwards(desk, "340", 0), "exact: 340>G35 exact @1 = G35");
    assert_mapped(forwards(desk, "94233", 0), "several: 942.33>T21.32XA approximate @7 942.33>T21.72XA approximate @8"
                                              " = T21.32XA T21.72XA");
    assert_mapped(backwards(desk, "G35", 0), "exact: G35>340 exact @1 = 340");
    assert_string_equal(forwards(desk, "340", 0).items[0].source.table, "2018_I9gem.txt");
}

static void scenarios_and_choice_lists_are_told_apart(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(forwards(desk, "80600", 0),
                  "combination: 806.00>S12.000A combination 1.2 @3 806.00>S14.101A combination 1.1 @4"
                  " 806.00>S12.100A combination 2.2 @5 806.00>S14.102A combination 2.1 @6"
                  " = S12.000A S14.101A S12.100A S14.102A");
    assert_int_equal(forwards(desk, "E8788", 0).kind, CODING_MAP_SEVERAL);
}

static void no_target_and_no_row_are_two_answers(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(forwards(desk, "V9999", 0), "none: V99.99> none @11 =");
    assert_mapped(forwards(desk, "V9998", 0), "unknown: =");
    assert_mapped(forwards(desk, "25000", 0), "unknown: =");
    assert_int_equal(coding_map(desk, 0, CODING_ICD10CM, CODING_MAP_GEM, 0).status, CODING_NOT_IN_BOOK);
}

static void a_target_that_no_edition_has_stays_a_code(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(forwards(desk, "34989", 0), "approximate: 349.89>G99.99 approximate @2 = G99.99");
    assert_mapped(forwards(desk, "34989", 20251001), "approximate: 349.89>G99.99 approximate @2 = G99.99");
}

static void a_chain_carries_targets_on_to_the_day(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(forwards(desk, "340", 20240101), "exact: 340>G35 exact @1 = G35");
    assert_mapped(forwards(desk, "340", 20251001), "several: 340>G35 exact @1 G35>G35.A approximate @2"
                                                   " G35>G35.D approximate @3 = G35.A G35.D");
}

static void a_chain_leads_back_to_the_year_of_the_map(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(backwards(desk, "G35A", 20251001), "approximate: G35.A>G35 approximate @2 G35>340 exact @1 = 340");
    assert_mapped(backwards(desk, "N1839", 20231001), "approximate: N18.39>N18.30 approximate @6"
                                                      " N18.30>N18.3 approximate @5 N18.3>585.3 exact @3 = 585.3");
    assert_mapped(backwards(desk, "G35A", 0), "unknown: =");
}

static void years_are_crossed_step_by_step(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(coding_map_years(desk, icd10cm("N183"), 20151001, 20251001),
                  "approximate: N18.3>N18.30 approximate @5 N18.30>N18.39 approximate @6 = N18.39");
    assert_mapped(coding_map_years(desk, icd10cm("N183"), 20151001, 20210101),
                  "approximate: N18.3>N18.30 approximate @5 = N18.30");
    assert_mapped(coding_map_years(desk, icd10cm("N1839"), 20251001, 20160101),
                  "approximate: N18.39>N18.30 approximate @6 N18.30>N18.3 approximate @5 = N18.3");
    assert_mapped(coding_map_years(desk, icd10cm("N183"), 0, 20251001),
                  "approximate: N18.3>N18.30 approximate @5 N18.30>N18.39 approximate @6 = N18.39");
}

static void a_code_that_stands_on_both_days_is_exact_unless_something_was_taken_out_of_it(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(coding_map_years(desk, icd10cm("T2132XA"), 20151001, 20251001), "exact: = T21.32XA");
    assert_mapped(coding_map_years(desk, icd10cm("J1289"), 20201001, 20251001),
                  "several: J12.89>J12.82 approximate @4 = J12.89 J12.82");
    assert_mapped(coding_map_years(desk, icd10cm("J1289"), 20210101, 20251001), "exact: = J12.89");
}

static void what_no_table_speaks_of_is_guessed_and_says_so(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(coding_map_years(desk, icd10cm("M545"), 20151001, 20251001),
                  "several: M54.5>M54.50 guessed M54.5>M54.59 guessed = M54.50 M54.59");
    coding_mapped cough = coding_map_years(desk, icd10cm("R05"), 20151001, 20251001);
    assert_int_equal(cough.kind, CODING_MAP_NO_TARGET); /* R05 and R05.1 have no heading in this little book */
    assert_mapped(coding_map_years(desk, icd10cm("G35A"), 20151001, 20251001), "unknown: =");
    assert_int_equal(coding_map_years(desk, icd10cm("G35"), 19990101, 20251001).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_map_years(desk, icd9cm("340"), 20141001, 20150101).status, CODING_NOT_IN_BOOK);
}

static void payment_has_a_table_of_its_own_or_is_not_in_the_book(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_mapped(coding_map(desk, icd10cm("G35"), CODING_ICD9CM, CODING_MAP_REIMBURSEMENT, 0),
                  "approximate: G35>340 approximate @2 = 340");
    assert_int_equal(coding_map(desk, icd9cm("340"), CODING_ICD10CM, CODING_MAP_REIMBURSEMENT, 0).status,
                     CODING_NOT_IN_BOOK);
}

static void files_are_known_by_name_and_content_and_crooked_rows_left_out(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "2018_I9gem.txt", "340    G35     00000\nV9998  G35     00\nV9998  G3      00000\n"));
    assert_int_equal(little->model.maps.rows.count, 1);
    assert_told(little, "2018_I9gem.txt:2");
    assert_told(little, "2018_I9gem.txt:3");
    assert_true(reads(little, "2018 GEM of procedures/gem_i9pcs.txt", "0001  6A750Z4 10000\n0040  NoPCS   11000\n"));
    assert_true(reads(little, "2018 GEM of procedures/gem_pcsi9.txt", "6A750Z4 0001  10000\n"));
    assert_int_equal(little->model.maps.rows.count, 4);
    const coding__map_file *procedures = (const coding__map_file *)little->model.maps.files.items + 1;
    assert_int_equal(procedures->from, CODING_ICD9PCS);
    assert_int_equal(procedures->first, 20171001);
    assert_true(reads(little, "payment.tsv",
                      "style\tfrom\tcode\tto\ttarget\tkind\tfirst\n"
                      "reimbursement\ticd10cm\tG35\ticd9cm\t340\tsomehow\t20171001\n"
                      "gem\ticd10cm\tG35\ticd9cm\t-\tnone\t20171001\n"
                      "gem\ticd10cm\tG35\ticd11\t340\texact\t20171001\n"));
    assert_int_equal(little->model.maps.rows.count, 5);
    assert_told(little, "payment.tsv:2 kind");
    assert_told(little, "payment.tsv:4 from");
}

/* A release written by hand in CMS's layout: one code, two that are paid together, none. */
static const char paid[] = "G35     1 340  \r\n"
                           "E1152   2 25070 44381\r\n"
                           "Z9989   1 NODX \r\n";

static void a_reimbursement_mapping_is_one_target_or_some_together(void **state)
{
    static const little_file release[] = {
        {"codes.tsv", codes}, {"2018_I10gem.txt", backward}, {"reimb_map_dx_2018.txt", paid}, {NULL, NULL}};
    coding_desk *desk = desk_with_files(state, release);
    assert_mapped(coding_map(desk, icd10cm("G35"), CODING_ICD9CM, CODING_MAP_REIMBURSEMENT, 0),
                  "approximate: G35>340 approximate @1 = 340");
    assert_mapped(coding_map(desk, icd10cm("E1152"), CODING_ICD9CM, CODING_MAP_REIMBURSEMENT, 0),
                  "combination: E11.52>250.70 combination 1.1 @2 E11.52>443.81 combination 1.2 @2 = 250.70 443.81");
    assert_int_equal(coding_map(desk, icd10cm("Z9989"), CODING_ICD9CM, CODING_MAP_REIMBURSEMENT, 0).kind,
                     CODING_MAP_NO_TARGET);
    assert_mapped(backwards(desk, "G35", 0), "exact: G35>340 exact @1 = 340"); /* the other kind stays what it is */
}

static void crooked_rows_of_a_reimbursement_mapping_are_left_out(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "reimb_map_dx_2018.txt", "G35     1 340  \nE1152   2 25070\nE1152   9 25070 44381\n"
                                                       "E1152   2 25070 NODX\n?       1 340\n"));
    assert_int_equal(little->model.maps.rows.count, 1);
    for (unsigned line = 2; line <= 5; line++) {
        char where[40];
        snprintf(where, sizeof where, "reimb_map_dx_2018.txt:%u", line);
        assert_told(little, where);
    }
    assert_true(reads(little, "reimb_map_pr_2018.txt", "0016070 1 0234 \n"));
    const coding__map_file *procedures = (const coding__map_file *)little->model.maps.files.items + 1;
    assert_int_equal(procedures->from, CODING_ICD10PCS);
    assert_int_equal(procedures->to, CODING_ICD9PCS);
    assert_int_equal(little->model.maps.rows.count, 2);
}

static void columns_are_answered_as_single_codes_are(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    coding_code  asked[] = {icd9cm("340"), icd9cm("94233"), icd9cm("80600"), 0, icd9cm("V9999")}, targets[5];
    uint8_t      kinds[5];
    assert_int_equal(coding_map_many(desk, asked, 5, CODING_ICD10CM, CODING_MAP_GEM, 0, targets, kinds),
                     CODING_NOT_IN_BOOK);
    assert_true(targets[0] == icd10cm("G35") && !targets[1] && !targets[2] && !targets[3] && !targets[4]);
    const uint8_t expected[] = {CODING_MAP_EXACT, CODING_MAP_SEVERAL, CODING_MAP_COMBINATION, CODING_MAP_UNKNOWN,
                                CODING_MAP_NO_TARGET};
    assert_memory_equal(kinds, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_row_is_answered_as_the_file_says_with_its_line),
        little_test(scenarios_and_choice_lists_are_told_apart),
        little_test(no_target_and_no_row_are_two_answers),
        little_test(a_target_that_no_edition_has_stays_a_code),
        little_test(a_chain_carries_targets_on_to_the_day),
        little_test(a_chain_leads_back_to_the_year_of_the_map),
        little_test(years_are_crossed_step_by_step),
        little_test(a_code_that_stands_on_both_days_is_exact_unless_something_was_taken_out_of_it),
        little_test(what_no_table_speaks_of_is_guessed_and_says_so),
        little_test(payment_has_a_table_of_its_own_or_is_not_in_the_book),
        little_test(a_reimbursement_mapping_is_one_target_or_some_together),
        model_test(crooked_rows_of_a_reimbursement_mapping_are_left_out),
        model_test(files_are_known_by_name_and_content_and_crooked_rows_left_out),
        little_test(columns_are_answered_as_single_codes_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
