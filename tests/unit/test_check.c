/* Checking a code, told as a coder would tell it. */
#include "unit/little_book.h"

#include <string.h>

/* Billable for ten years, until the FY2026 release split it. */
static const char split[] =
    "icd10cm  G35   billable  20151001  20251001  Multiple sclerosis\n"
    "icd10cm  G35   header    20251001  -         Multiple sclerosis\n"
    "icd10cm  G35A  billable  20251001  -         Relapsing-remitting multiple sclerosis\n"
    "icd10cm  G35B  header    20251001  -         Primary progressive multiple sclerosis\n"
    "icd10cm  G35B0  billable  20251001  -         Primary progressive multiple sclerosis, unspecified\n";

static void a_code_split_in_october_stands_until_september_ends(void **state)
{
    coding_desk *desk = desk_with(state, split);
    assert_stands(desk, "G35", 20250930);
    assert_finding(desk, "G35", 20251001, CODING_RULE_HEADER);
    assert_stands(desk, "G35.A", 20251001);
    assert_finding(desk, "G35.A", 20250930, CODING_RULE_NOT_YET);
}

static void a_header_names_its_children_and_the_day_it_became_one(void **state)
{
    coding_desk   *desk = desk_with(state, split);
    coding_verdict verdict = coding_check(desk, icd10cm("G35"), 20260101);
    assert_int_equal(verdict.instead_count, 2);
    assert_int_equal(verdict.instead[0], icd10cm("G35.A"));
    assert_int_equal(verdict.instead[1], icd10cm("G35.B"));
    assert_int_equal(verdict.findings[0].day, 20251001);
    assert_int_equal(verdict.findings[0].cure, CODING_CURE_CHARACTERS);
    assert_string_equal(
        coding_explain(desk, &verdict.findings[0]),
        "G35: not billable since 2025-10-01; G35.A, G35.B carry the detail [codes.tsv, codes.tsv line 2]");
}

static void day_zero_asks_the_newest_edition(void **state)
{
    coding_desk *desk = desk_with(state, split);
    assert_finding(desk, "G35", 0, CODING_RULE_HEADER);
    assert_int_equal(coding_check(desk, icd10cm("G35.A"), 0).on, 20251001);
}

static void before_icd_10_a_code_is_not_yet_in_force(void **state)
{
    coding_desk *desk = desk_with(state, split);
    assert_finding(desk, "G35", 20150930, CODING_RULE_NOT_YET);
    assert_int_equal(coding_check(desk, icd10cm("G35"), 20150930).findings[0].day, 20151001);
}

static const char years[] = "system\tfirst\tuntil\trelease\tfile\tsha256\tlicence\tbecause\n"
                            "icd10cm\t20151001\t20250930\tICD-10-CM before\tmade up\t-\t-\ta test\n"
                            "icd10cm\t20251001\t20260930\tICD-10-CM FY2026\tmade up\t-\t-\ta test\n";

static void past_the_last_edition_nothing_is_guessed(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"made.editions.tsv", years}, {"codes.tsv", split}, {NULL, NULL}});
    assert_stands(desk, "G35.A", 20260930);
    assert_finding(desk, "G35.A", 20261001, CODING_RULE_NO_EDITION);
    assert_finding(desk, "Z99.9", 20261001, CODING_RULE_NO_EDITION);
}

static const char gap[] = "system\tfirst\tuntil\trelease\tfile\tsha256\tlicence\tbecause\n"
                          "icd10cm\t20151001\t20160930\tFY2016\tmade up\t-\t-\ta test\n"
                          "icd10cm\t20171001\t20180930\tFY2018\tmade up\t-\t-\ta test\n";

static void between_two_editions_the_answer_is_no_edition(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"made.editions.tsv", gap},
                               {"codes.tsv", "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n"},
                               {NULL, NULL}});
    assert_stands(desk, "I10", 20160930);
    assert_finding(desk, "I10", 20161001, CODING_RULE_NO_EDITION);
    assert_finding(desk, "I10", 20170930, CODING_RULE_NO_EDITION);
    assert_stands(desk, "I10", 20171001);
    assert_finding(desk, "I10", 20181001, CODING_RULE_NO_EDITION);
}

static const char injuries[] =
    "icd10cm  S134     header    20151001  -         Sprain of ligaments of cervical spine\n"
    "icd10cm  S134XXA  billable  20151001  -         Sprain of ligaments of cervical spine, initial encounter\n"
    "icd10cm  S134XXD  billable  20151001  -         Sprain of ligaments of cervical spine, subsequent encounter\n"
    "icd10cm  S52501   header    20151001  -         Unspecified fracture of the lower end of right radius\n"
    "icd10cm  S52501A  billable  20151001  -         Unspecified fracture of the lower end of right radius, initial\n"
    "icd10cm  T814XXA  billable  20151001  20181001  Infection following a procedure, initial encounter\n"
    "icd10cm  T814     header    20151001  -         Infection following a procedure\n"
    "icd10cm  T8140XA  billable  20181001  -         Infection following a procedure, unspecified, initial encounter\n"
    "icd10cm  T8140XD  billable  20181001  -         Infection following a procedure, unspecified, subsequent\n"
    "icd10cm  T8141XA  billable  20181001  -         Infection following a procedure, superficial, initial encounter\n";

static void a_code_complete_but_for_its_7th_character_says_so(void **state)
{
    coding_desk *desk = desk_with(state, injuries);
    assert_finding(desk, "S13.4", 20200101, CODING_RULE_NO_7TH);
    assert_finding(desk, "S52.501", 20200101, CODING_RULE_NO_7TH);
    coding_verdict verdict = coding_check(desk, icd10cm("S13.4"), 20200101);
    assert_int_equal(verdict.instead_count, 2);
    assert_int_equal(verdict.instead[1], icd10cm("S13.4XXD"));
}

static void a_7th_character_that_no_code_has_is_answered_with_those_that_may_stand(void **state)
{
    coding_desk *desk = desk_with(state, injuries);
    assert_finding(desk, "S13.4XXQ", 20200101, CODING_RULE_BAD_7TH);
    coding_verdict verdict = coding_check(desk, icd10cm("S13.4XXQ"), 20200101);
    assert_int_equal(verdict.instead_count, 2);
    assert_int_equal(verdict.instead[0], icd10cm("S13.4XXA"));
}

static void a_missing_placeholder_is_seen_and_filled_in(void **state)
{
    coding_desk *desk = desk_with(state, injuries);
    assert_finding(desk, "S13.4A", 20200101, CODING_RULE_NO_PLACEHOLDER);
    assert_finding(desk, "S13.4XA", 20200101, CODING_RULE_NO_PLACEHOLDER);
    coding_verdict verdict = coding_check(desk, icd10cm("S13.4D"), 20200101);
    assert_int_equal(verdict.instead[0], icd10cm("S13.4XXD"));
    assert_finding(desk, "S13.4Q", 20200101, CODING_RULE_UNKNOWN);
}

static void a_code_that_ended_names_its_last_day_and_the_codes_that_began_in_its_place(void **state)
{
    coding_desk *desk = desk_with(state, injuries);
    assert_stands(desk, "T81.4XXA", 20180930);
    assert_finding(desk, "T81.4XXA", 20181001, CODING_RULE_NO_LONGER);
    coding_verdict verdict = coding_check(desk, icd10cm("T81.4XXA"), 20200101);
    assert_int_equal(verdict.findings[0].day, 20180930);
    assert_int_equal(verdict.instead_count, 2); /* of the same encounter: T81.40XD is another */
    assert_int_equal(verdict.instead[0], icd10cm("T81.40XA"));
    assert_int_equal(verdict.instead[1], icd10cm("T81.41XA"));
}

static void a_code_of_no_edition_is_unknown_and_its_longest_beginning_is_named(void **state)
{
    coding_desk   *desk = desk_with(state, injuries);
    coding_verdict verdict = coding_check(desk, icd10cm("S13.48"), 20200101);
    assert_int_equal(verdict.rule, CODING_RULE_UNKNOWN);
    assert_int_equal(coding_entry_code(verdict.entry), icd10cm("S13.4"));
    assert_string_equal(coding_explain(desk, &verdict.findings[0]),
                        "S13.48: in no edition of ICD-10-CM; S13.4 is the longest beginning that exists [codes.tsv]");
}

static void an_empty_code_has_one_fault_and_nothing_else_follows_from_it(void **state)
{
    coding_desk   *desk = desk_with(state, split);
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, "", 0, 20200101);
    assert_int_equal(verdict.rule, CODING_RULE_MALFORMED);
    assert_int_equal(verdict.count, 1);
    assert_int_equal(verdict.findings[0].damage, CODING_DAMAGE_EMPTY);
    assert_int_equal(verdict.instead_count, 0);
    assert_int_equal(coding_check(desk, 0, 20200101).rule, CODING_RULE_MALFORMED);
}

static void a_comma_for_the_dot_is_damage_with_its_place(void **state)
{
    coding_desk   *desk = desk_with(state, split);
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, "G35,A", 5, 20260101);
    assert_int_equal(verdict.rule, CODING_RULE_MALFORMED);
    assert_int_equal(verdict.findings[0].damage, CODING_DAMAGE_COMMA);
    assert_int_equal(verdict.findings[0].span.offset, 3);
    assert_int_equal(verdict.findings[0].span.length, 1);
}

static const char taxi_editions[] = "system\tfirst\tuntil\trelease\tfile\tsha256\tlicence\tbecause\n"
                                    "hcpcs\t20240701\t20240930\tmade-up HCPCS\tmade up\t-\t-\ta test\n";

static const char two_systems[] =
    "icd10cm  A0100  billable  20151001  -         Typhoid fever, unspecified\n"
    "icd10cm  A0109  billable  20151001  -         Typhoid fever with other complications\n"
    "hcpcs    A0100  billable  20240701  -         A ride in a made-up taxi\n"
    "hcpcs    A0110  billable  20240701  -         A ride in a made-up bus\n";

static void a_code_of_two_systems_is_ambiguous_and_both_are_named(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"made.editions.tsv", taxi_editions}, {"codes.tsv", two_systems}, {NULL, NULL}});
    coding_verdict verdict = coding_check_text(desk, CODING_ANY, "A0100", 5, 20240801);
    assert_int_equal(verdict.rule, CODING_RULE_AMBIGUOUS);
    assert_int_equal(verdict.instead_count, 2);
    assert_int_equal(coding_code_system(verdict.instead[0]), CODING_ICD10CM);
    assert_int_equal(coding_code_system(verdict.instead[1]), CODING_HCPCS);
}

static void a_dot_or_a_system_settles_it(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"made.editions.tsv", taxi_editions}, {"codes.tsv", two_systems}, {NULL, NULL}});
    assert_int_equal(coding_check_text(desk, CODING_ANY, "A01.00", 6, 20240801).rule, CODING_RULE_STANDS);
    coding_verdict hcpcs = coding_check_text(desk, CODING_HCPCS, "a0100", 5, 20240801);
    assert_int_equal(hcpcs.rule, CODING_RULE_STANDS);
    assert_int_equal(coding_code_system(hcpcs.code), CODING_HCPCS);
}

static void where_the_book_does_not_reach_the_day_a_second_reading_stays_possible(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"made.editions.tsv", taxi_editions}, {"codes.tsv", two_systems}, {NULL, NULL}});
    assert_int_equal(coding_check_text(desk, CODING_ANY, "A0100", 5, 20200801).rule, CODING_RULE_AMBIGUOUS);
    assert_int_equal(coding_check_text(desk, CODING_ANY, "A0109", 5, 20200801).rule, CODING_RULE_STANDS);
}

static void a_code_of_another_system_is_named_as_such(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"made.editions.tsv", taxi_editions}, {"codes.tsv", two_systems}, {NULL, NULL}});
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, "A0110", 5, 20240801);
    assert_int_equal(verdict.rule, CODING_RULE_OTHER_SYSTEM);
    assert_int_equal(coding_code_system(verdict.findings[0].other), CODING_HCPCS);
}

static void what_the_book_lacks_is_not_checked_and_never_a_pass(void **state)
{
    coding_desk   *desk = desk_with(state, split);
    coding_verdict verdict = coding_check_text(desk, CODING_NPI, "1234567893", 10, 20200101);
    assert_int_equal(verdict.rule, CODING_RULE_NOT_CHECKED);
    assert_int_equal(verdict.status, CODING_NOT_IN_BOOK);
    assert_int_equal(verdict.findings[0].severity, CODING_DENIAL);
    assert_int_equal(coding_check_text(desk, CODING_CPT, "99213", 5, 20200101).rule, CODING_RULE_NOT_CHECKED);
}

static const char own_system[] = "number\tname\ttitle\tpattern\tdot\tbecause\n"
                                 "64\tward\tWards of our hospital\t[A-Z][0-9]{2}-[0-9]\t0\ta test\n";
static const char own_codes[] = "system\tcode\tkind\tfirst\tpast\ttitle\n"
                                "ward\tB12-3\tbillable\t20200101\t-\tMaternity, third floor\n"
                                "ward\tB14-1\tbillable\t20200101\t20210101\tMaternity, old wing\n";

static void a_users_own_system_is_read_by_its_pattern_and_checked_like_any_other(void **state)
{
    coding_desk *desk = desk_with_files(
        state, (little_file[]){{"ward.systems.tsv", own_system}, {"ward.codes.tsv", own_codes}, {NULL, NULL}});
    coding_system ward = coding_book_system(coding_desk_book(desk), "WARD", 4);
    assert_int_equal(ward, 64);
    assert_int_equal(coding_check_text(desk, ward, "b12-3", 5, 20300101).rule, CODING_RULE_STANDS);
    assert_int_equal(coding_check_text(desk, ward, "B14-1", 5, 20201231).rule, CODING_RULE_STANDS);
    assert_int_equal(coding_check_text(desk, ward, "B14-1", 5, 20210101).rule, CODING_RULE_NO_LONGER);
    assert_int_equal(coding_check_text(desk, ward, "12-B3", 5, 20300101).rule, CODING_RULE_MALFORMED);
    assert_int_equal(coding_check_text(desk, CODING_ANY, " B12-3", 6, 20300101).rule, CODING_RULE_STANDS);
}

static void many_codes_at_once_are_answered_as_each_alone(void **state)
{
    coding_desk *desk = desk_with(state, injuries);
    const char  *texts[] = {"S13.4XXA", "S13.4", "S13.4A", "T81.4XXA", "Z99.9", "S52.501A", "S13.4XXQ"};
    coding_code  codes[100];
    coding_date  days[100];
    uint8_t      rules[100];
    uint32_t     rows[100];
    for (size_t i = 0; i < 100; i++)
        codes[i] = i == 50 ? 0 : icd10cm(texts[i % 7]), days[i] = i % 3 ? 20171231 : 20200101;
    coding_verdict_of_many(desk, codes, days, 0, 100, rules, rows);
    for (size_t i = 0; i < 100; i++) {
        coding_entry entry = coding_find(coding_desk_book(desk), codes[i]);
        assert_int_equal(rules[i], coding_verdict_of(desk, codes[i], days[i]));
        assert_int_equal(rows[i], entry.book ? entry.row : UINT32_MAX);
    }
}

static void a_column_of_texts_is_read_and_checked_in_place(void **state)
{
    coding_desk  *desk = desk_with(state, injuries);
    const char    text[] = "S13.4XXAs134xxd??T81.4XXA";
    const int32_t offsets[] = {0, 8, 15, 17, 17, 25};
    const int64_t large[] = {0, 8, 15, 17, 17, 25};
    const uint8_t expected[] = {CODING_RULE_STANDS, CODING_RULE_STANDS, CODING_RULE_MALFORMED, CODING_RULE_MALFORMED,
                                CODING_RULE_NO_LONGER};
    uint8_t       rules[5];
    coding_code   codes[5];
    coding_verdict_of_texts(desk, CODING_ICD10CM, text, offsets, NULL, 20200101, 5, codes, rules, NULL);
    assert_memory_equal(rules, expected, sizeof rules);
    assert_int_equal(codes[1], icd10cm("S13.4XXD"));
    coding_verdict_of_large_texts(desk, CODING_ICD10CM, text, large, NULL, 20200101, 5, NULL, rules, NULL);
    assert_memory_equal(rules, expected, sizeof rules);
}

/* Records of 12 bytes, the code in the last eight of them; asked from the first to the last, and back. */
static void a_column_of_fields_is_read_in_either_direction(void **state)
{
    coding_desk      *desk = desk_with(state, injuries);
    static const char records[] = "17  S13.4XXA18  s134xxd\0"
                                  "19  ??\0\0\0\0\0\0"
                                  "20  T81.4XXA";
    const uint8_t expected[] = {CODING_RULE_STANDS, CODING_RULE_STANDS, CODING_RULE_MALFORMED, CODING_RULE_NO_LONGER};
    uint8_t       rules[4];
    coding_code   codes[4];
    coding_verdict_of_fixed_texts(desk, CODING_ICD10CM, records + 4, 8, 12, NULL, 20200101, 4, codes, rules, NULL);
    assert_memory_equal(rules, expected, sizeof rules);
    assert_int_equal(codes[1], icd10cm("S13.4XXD"));
    coding_verdict_of_fixed_texts(desk, CODING_ICD10CM, records + 40, 8, -12, NULL, 20200101, 4, NULL, rules, NULL);
    for (size_t i = 0; i < 4; i++) assert_int_equal(rules[i], expected[3 - i]);
    coding_verdict_of_fixed_texts(desk, CODING_ICD10CM, NULL, 8, 8, NULL, 20200101, 0, NULL, rules, NULL);
}

static void texts_that_lie_anywhere_are_answered_each_on_its_day(void **state)
{
    coding_desk      *desk = desk_with(state, injuries);
    const char *const texts[] = {"T81.4XXA", "", "T81.4XXA"};
    const size_t      lengths[] = {8, 0, 8};
    const coding_date days[] = {20171231, 20200101, 20200101};
    const uint8_t     expected[] = {CODING_RULE_STANDS, CODING_RULE_MALFORMED, CODING_RULE_NO_LONGER};
    uint8_t           rules[3];
    uint32_t          rows[3];
    coding_verdict_of_scattered_texts(desk, CODING_ICD10CM, texts, lengths, days, 0, 3, NULL, rules, rows);
    assert_memory_equal(rules, expected, sizeof rules);
    assert_true(rows[0] == rows[2] && rows[1] == UINT32_MAX);
    assert_int_equal(coding_verdict_of_text(desk, CODING_ICD10CM, "T81.4XXA", 8, 20171231), CODING_RULE_STANDS);
    assert_int_equal(coding_verdict_of_text(desk, CODING_ICD10CM, " t814xxa", 8, 20200101), CODING_RULE_NO_LONGER);
    assert_int_equal(coding_verdict_of_text(desk, CODING_ICD10CM, NULL, 0, 20200101), CODING_RULE_MALFORMED);
    assert_int_equal(coding_verdict_of_text(desk, CODING_ANY, "T81.4XXA", 8, 20171231), CODING_RULE_MALFORMED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_code_split_in_october_stands_until_september_ends),
        little_test(a_header_names_its_children_and_the_day_it_became_one),
        little_test(day_zero_asks_the_newest_edition),
        little_test(before_icd_10_a_code_is_not_yet_in_force),
        little_test(past_the_last_edition_nothing_is_guessed),
        little_test(between_two_editions_the_answer_is_no_edition),
        little_test(a_code_complete_but_for_its_7th_character_says_so),
        little_test(a_7th_character_that_no_code_has_is_answered_with_those_that_may_stand),
        little_test(a_missing_placeholder_is_seen_and_filled_in),
        little_test(a_code_that_ended_names_its_last_day_and_the_codes_that_began_in_its_place),
        little_test(a_code_of_no_edition_is_unknown_and_its_longest_beginning_is_named),
        little_test(an_empty_code_has_one_fault_and_nothing_else_follows_from_it),
        little_test(a_comma_for_the_dot_is_damage_with_its_place),
        little_test(a_code_of_two_systems_is_ambiguous_and_both_are_named),
        little_test(a_dot_or_a_system_settles_it),
        little_test(where_the_book_does_not_reach_the_day_a_second_reading_stays_possible),
        little_test(a_code_of_another_system_is_named_as_such),
        little_test(what_the_book_lacks_is_not_checked_and_never_a_pass),
        little_test(a_users_own_system_is_read_by_its_pattern_and_checked_like_any_other),
        little_test(many_codes_at_once_are_answered_as_each_alone),
        little_test(a_column_of_texts_is_read_and_checked_in_place),
        little_test(a_column_of_fields_is_read_in_either_direction),
        little_test(texts_that_lie_anywhere_are_answered_each_on_its_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
