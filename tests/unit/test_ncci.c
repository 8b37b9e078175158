/* The quarterly files of NCCI as CMS publishes them. */
#include "unit/little_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "compile/weave.h"

/* The fixtures of two quarters as a book, with a code, for a book of none is none. */
static coding_book *book_of(little_model *little, void **bytes)
{
    size_t                   length;
    coding_error             error;
    static const char *const paths[] = {"ncci", NULL};
    assert_true(reads(little, "codes.tsv", "icd10cm  I10  billable  20151001  -  Essential hypertension\n"));
    assert_true(reads_paths(little, paths));
    assert_string_equal(little->told, "");
    if (!coding__compile_model(&little->model, bytes, &length, &error)) fail_msg("%s", error.reason);
    coding_book *book = coding_book_open_memory(*bytes, length, NULL);
    assert_non_null(book);
    if (!coding_book_verify(book, &error)) fail_msg("%s: %s", error.at, error.reason);
    return book;
}

/* What the rule says of a claim in the short form: "-", or the severity, indicator, limit and line of its finding. */
static void said(coding_desk *desk, coding_claim_rule rule, const char *claim, char text[64])
{
    coding_review_options with = {.size = sizeof with, .rules = UINT64_C(1) << rule};
    coding_error          error;
    coding_claim         *read = coding_claim_parse(desk, claim, strlen(claim), &error);
    if (!read) fail_msg("%s: %s", claim, error.reason);
    coding_review review = coding_claim_review(desk, read, &with);
    strcpy(text, "-");
    if (!review.count) return;
    const coding_claim_finding *found = &review.findings[0];
    if (found->verdict == CODING_RULE_NOT_CHECKED) strcpy(text, "unchecked");
    else
        snprintf(text, 64, "%s %u limit %g line %u", coding_severity_name(found->severity), (unsigned)found->indicator,
                 found->limit, (unsigned)found->source.line);
}

#define assert_says(desk, rule, claim, wanted)                                                                        \
    do {                                                                                                              \
        char heard[64];                                                                                               \
        said(desk, rule, claim, heard);                                                                               \
        if (strcmp(heard, wanted)) fail_msg("%s: said %s, wanted %s", claim, heard, wanted);                          \
    } while (0)

static void parts_of_a_setting_join_and_a_pair_that_begins_later_is_not_found_before(void **state)
{
    void        *bytes;
    coding_book *book = book_of(*state, &bytes);
    coding_desk *desk = coding_desk_new(book, NULL);
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-07-01 | 45385 | 45378", "denial 0 limit 0 line 8");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-07-01 | 45385 | 45380", "denial 1 limit 0 line 7");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-06-30 | 45385 | 45380", "-");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-08-15 | 99213 | 36415", "denial 1 limit 0 line 8");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-08-16 | 99213 | 36415", "-");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "outpatient 2024-07-01 | 45385 | 45378", "denial 1 limit 0 line 7");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-10-01 | 45385 | 45378", "unchecked");
    coding_desk_free(desk), coding_book_close(book), free(bytes);
}

static void each_quarter_speaks_for_its_own_days(void **state)
{
    void        *bytes;
    coding_book *book = book_of(*state, &bytes);
    coding_desk *desk = coding_desk_new(book, NULL);
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-06-30 | 11042 | 97597", "denial 0 limit 0 line 7");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-07-01 | 11042 | 97597", "denial 1 limit 0 line 7");
    assert_says(desk, CODING_CLAIM_RULE_MUE, "professional 2024-06-30 | 97597 x3", "denial 3 limit 2 line 5");
    assert_says(desk, CODING_CLAIM_RULE_MUE, "professional 2024-07-01 | 97597 x3", "-");
    assert_says(desk, CODING_CLAIM_RULE_MUE, "professional 2024-07-01 | 97597 x4", "denial 3 limit 3 line 5");
    assert_says(desk, CODING_CLAIM_RULE_MUE, "professional 2024-03-31 | 97597 x4", "unchecked");
    coding_desk_free(desk), coding_book_close(book), free(bytes);
}

static void units_and_add_ons_are_of_their_settings_and_days(void **state)
{
    void        *bytes;
    coding_book *book = book_of(*state, &bytes);
    coding_desk *desk = coding_desk_new(book, NULL);
    assert_says(desk, CODING_CLAIM_RULE_MUE, "professional 2024-07-01 | A0425 x251", "denial 1 limit 250 line 6");
    assert_says(desk, CODING_CLAIM_RULE_MUE, "dme 2024-07-01 | E0110 x2", "denial 2 limit 1 line 5");
    assert_says(desk, CODING_CLAIM_RULE_ADD_ON, "professional 2024-07-31 | 11045 | 97597", "-"); /* the 213th day */
    assert_says(desk, CODING_CLAIM_RULE_ADD_ON, "professional 2024-08-01 | 11045 | 97597", "denial 1 limit 0 line 3");
    assert_says(desk, CODING_CLAIM_RULE_ADD_ON, "professional 2024-08-01 | 11045 | 11042", "-");
    assert_says(desk, CODING_CLAIM_RULE_ADD_ON, "professional 2024-08-01 | 0054T", "denial 2 limit 0 line 5");
    coding_desk_free(desk), coding_book_close(book), free(bytes);
}

static const char pairs_head[] =
    "Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date\tModifier\tWhy\n";

/* Seventy thousand ended pairs, each with a reason of its own, and one that goes on. */
static void more_kinds_of_pairs_than_a_book_can_number_lose_those_that_ended(void **state)
{
    enum { MANY = 70000, WIDTH = 64 };
    little_model *little = *state;
    char         *text = malloc((MANY + 8) * WIDTH), *at = text;
    void         *bytes;
    size_t        length;
    assert_non_null(text);
    at += sprintf(at, "%s45385\t45378\t\t20000605\t*\t0\tgoes on\n", pairs_head);
    for (unsigned i = 0; i < MANY; i++) at += sprintf(at, "45385\t45380\t\t20000605\t20240630\t0\t%u\n", i);
    assert_true(reads(little, "codes.tsv", "icd10cm  I10  billable  20151001  -  Essential hypertension\n"));
    assert_true(reads(little, "ccipra-v302r0-f1.txt", text));
    assert_true(coding__compile_model(&little->model, &bytes, &length, NULL));
    assert_told(little, "more kinds of them than a book can number: those that ended before 20240701 are left out");
    coding_book *book = coding_book_open_memory(bytes, length, NULL);
    coding_desk *desk = coding_desk_new(book, NULL);
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-07-01 | 45385 | 45378", "denial 0 limit 0 line 2");
    assert_says(desk, CODING_CLAIM_RULE_PTP, "professional 2024-06-30 | 45385 | 45380", "unchecked");
    coding_desk_free(desk), coding_book_close(book), free(bytes), free(text);
}

static void broken_pairs_are_told_with_line_and_field(void **state)
{
    little_model *little = *state;
    char          text[1024];
    snprintf(text, sizeof text, "%s%s", pairs_head,
             "4538\t45378\t\t20000605\t*\t0\tx\n"
             "45385\tnone\t\t20000605\t*\t0\tx\n"
             "45385\t45378\t\t20001305\t*\t0\tx\n"
             "45385\t45378\t\t20000605\tnever\t0\tx\n"
             "45385\t45378\t\t20000605\t*\t7\tx\n"
             "45385\t45378\n"
             "45385\t45380\t\t20000605\t99991231\t1\tx\n");
    assert_true(reads(little, "ccipra-v302r0-f1.txt", text));
    assert_told(little, "ccipra-v302r0-f1.txt:2 Column 1: no procedure: left out");
    assert_told(little, ":3 Column 2: no procedure: left out");
    assert_told(little, ":4 Effective Date: no day: left out");
    assert_told(little, ":5 Deletion Date: no day: left out");
    assert_told(little, ":6 Modifier: neither 0, 1 nor 9: left out");
    assert_told(little, ":7 Modifier: neither 0, 1 nor 9: left out");
    assert_int_equal(little->model.claims.edits.count, 1);
}

static void broken_units_are_told_with_line_and_field(void **state)
{
    little_model *little = *state;
    assert_true(
        reads(little, "units_2024q3.csv",
              "\"a notice\nof two lines\",,,\n"
              "HCPCS/CPT Code,Outpatient Hospital Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n"
              "?,1,2,x\n"
              "45378,some,2,x\n"
              "45378,1,4,x\n"
              "45378,1\n"
              "45378,1,2 Date of Service Edit,\"a, b\"\n"));
    assert_told(little, "units_2024q3.csv:4 HCPCS/CPT Code: no procedure: left out");
    assert_told(little, ":5 MUE Values: no number of units: left out");
    assert_told(little, ":6 MUE Adjudication Indicator: neither 1, 2 nor 3: left out");
    assert_told(little, ":7 MUE Adjudication Indicator: neither 1, 2 nor 3: left out");
    assert_int_equal(little->model.claims.units.count, 1);
    const coding__unit_edit *edit = little->model.claims.units.items;
    assert_int_equal(edit->setting, 1);
    assert_int_equal(edit->line, 8);
    assert_string_equal(word(little, edit->why), "a, b");
}

static void broken_add_ons_are_told_with_line_and_field(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "AOC_V2024Q3-MCR.txt",
                      "AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\t"
                      "AOC_Edit_DelDT\n"
                      "1\t?\t\t11042\t\t2013001\t\n"
                      "1\t11045\t\t?\t\t2013001\t\n"
                      "4\t11045\t\t11042\t\t2013001\t\n"
                      "1\t11045\t\t11042\t\t2013366\t\n"
                      "1\t11045\t2023366\t11042\t2024366\t2013001\t2024060\n"
                      "1\t11045\t\t11042\t2012001\t2013001\t\n"));
    assert_told(little, "AOC_V2024Q3-MCR.txt:2 Add-On_Code: no procedure: left out");
    assert_told(little, ":3 Primary_Code: no procedure: left out");
    assert_told(little, ":4 AOC_Edit_Type: neither 1, 2 nor 3: left out");
    assert_told(little, ":5 AOC_Edit_EffDT: \"2013366\" is no day of a year: taken as none");
    assert_told(little, ":6 AOC_DelDT: \"2023366\" is no day of a year: taken as none");
    assert_int_equal(little->model.claims.add_ons.count, 2); /* what ended before it began never was */
    const coding__add_on *add_on = little->model.claims.add_ons.items;
    assert_int_equal(add_on[1].first, 20130101);
    assert_int_equal(add_on[1].until, 20240229);
}

static void a_file_that_names_no_quarter_is_left_out_and_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "pairs.txt", pairs_head));
    assert_true(reads(little, "units.csv", "HCPCS/CPT Code,Practitioner Services MUE Values,x,y\n"));
    assert_true(reads(little, "add-ons.txt", "Add-On_Code\tPrimary_Code\tAOC_Edit_Type\n"));
    assert_told(little, "pairs.txt:0 : nobody says of which quarter it is");
    assert_told(little, "units.csv:0 : nobody says of which quarter it is");
    assert_told(little, "add-ons.txt:0 : nobody says of which quarter it is");
    assert_int_equal(little->model.claims.files.count, 0);
}

static void a_quarter_is_named_in_several_ways(void **state)
{
    static const struct {
        const char *path;
        coding_date first, until;
    } rows[] = {
        {"medicare-ncci-2024q3-practitioner-ptp-edits.zip/x.txt", 20240701, 20240930},
        {"ncci-2025-q4/x.txt", 20251001, 20251231},
        {"ccipra-v311r0-f1.zip/x.txt", 20250401, 20250630},
        {"2023q1/ccipra-v311r0-f1.txt", 20250401, 20250630}, /* its own name says more than its folder's */
    };
    little_model *little = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(reads(little, rows[i].path, pairs_head));
        const coding__claim_file *file = (const coding__claim_file *)little->model.claims.files.items + i;
        assert_int_equal(file->first, rows[i].first);
        assert_int_equal(file->until, rows[i].until);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        model_test(parts_of_a_setting_join_and_a_pair_that_begins_later_is_not_found_before),
        model_test(each_quarter_speaks_for_its_own_days),
        model_test(units_and_add_ons_are_of_their_settings_and_days),
        model_test(more_kinds_of_pairs_than_a_book_can_number_lose_those_that_ended),
        model_test(broken_pairs_are_told_with_line_and_field),
        model_test(broken_units_are_told_with_line_and_field),
        model_test(broken_add_ons_are_told_with_line_and_field),
        model_test(a_file_that_names_no_quarter_is_left_out_and_told_of),
        model_test(a_quarter_is_named_in_several_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
