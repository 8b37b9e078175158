#include <coding/code.h>

#include "code/code.h"
#include "rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINE = 512, CELLS = 5 };

static coding_parsed parse(coding_system system, const char *text) { return coding_parse(system, text, strlen(text)); }

static void assert_prints(coding_code code, const char *expected)
{
    char text[CODING_CODE_TEXT];
    assert_string_equal(coding_code_format(code, text), expected);
}

/* --- The vectors. */

/* Cuts a line at its tabs; false for a comment or the heading. */
static bool cells_of(char *line, char *cells[CELLS])
{
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#' || !strncmp(line, "system\t", 7)) return false;
    for (size_t i = 0; i < CELLS; i++) {
        char *tab = strchr(line, '\t');
        assert_true((tab != NULL) == (i + 1 < CELLS));
        if (tab) *tab = '\0';
        cells[i] = line;
        if (tab) line = tab + 1;
    }
    return true;
}

static coding_system system_of(const char *name)
{
    if (!strncmp(name, "own-", 4)) return (coding_system)atoi(name + 4);
    coding_system system = coding_system_parse(name, strlen(name));
    assert_true(system != CODING_ANY || !strcmp(name, "any"));
    return system;
}

/* E11.9, 64721-RT-59, or a dash. */
static void print_answer(const coding_parsed *parsed, char *out)
{
    char text[CODING_CODE_TEXT];
    strcpy(out, parsed->code ? coding_code_format(parsed->code, text) : "-");
    for (size_t i = 0; i < 4 && parsed->modifiers[i]; i++) {
        strcat(out, "-");
        strcat(out, coding_code_format(parsed->modifiers[i], text));
    }
}

static void print_damage(const coding_parsed *parsed, char *out)
{
    strcpy(out, "-");
    if (parsed->damage) sprintf(out, "%s@%zu", coding_damage_name(parsed->damage), parsed->span.offset);
}

static size_t read_vectors(const char *path, size_t least, void (*row)(char *cells[CELLS]))
{
    char   line[LINE], *cells[CELLS];
    size_t count = 0;
    FILE  *file = fopen(path, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (cells_of(line, cells)) row(cells), count++;
    }
    fclose(file);
    assert_true(count >= least);
    return count;
}

static void assert_row(char *cells[CELLS])
{
    char          answer[64], damage[64];
    size_t        length = rows_undo(cells[1]);
    coding_parsed parsed = coding_parse(system_of(cells[0]), cells[1], length);
    print_answer(&parsed, answer);
    print_damage(&parsed, damage);
    if (strcmp(answer, cells[2]) || strcmp(damage, cells[3]))
        fail_msg("%s \"%s\" (%s): %s %s, not %s %s", cells[0], cells[1], cells[4], answer, damage, cells[2], cells[3]);
    bool differs = strlen(answer) != length || memcmp(answer, cells[1], length) != 0;
    assert_int_equal(parsed.changed, parsed.code && differs);
}

static void every_vector_reads_as_it_says_and_tells_whether_its_spelling_differs(void **state)
{
    (void)state;
    read_vectors(CODING_VECTORS "/parse.tsv", 500, assert_row);
}

static void assert_check_digit(char *cells[CELLS])
{
    char          answer[64];
    coding_parsed parsed = parse(system_of(cells[0]), cells[1]);
    print_answer(&parsed, answer);
    assert_string_equal(answer, cells[2]);
    if (!parsed.code) assert_int_equal(parsed.damage, CODING_DAMAGE_CHECK_DIGIT);
    assert_int_equal(parsed.expected, parsed.code ? '\0' : cells[3][0]);
}

static void every_check_digit_is_the_one_that_others_compute(void **state)
{
    (void)state;
    read_vectors(CODING_VECTORS "/identifiers.tsv", 50, assert_check_digit);
}

/* --- Cases. */

static void long_texts_are_read_to_their_end(void **state)
{
    (void)state;
    enum { LENGTH = 100000 };
    char *text = malloc(LENGTH);
    assert_non_null(text);
    memset(text, ' ', LENGTH);
    assert_int_equal(coding_parse(CODING_ICD10CM, text, LENGTH).damage, CODING_DAMAGE_EMPTY);
    memcpy(text + LENGTH / 2, "E11.9", 5);
    assert_prints(coding_parse(CODING_ICD10CM, text, LENGTH).code, "E11.9");
    memcpy(text + LENGTH - 8, "diabetes", 8);
    coding_parsed parsed = coding_parse(CODING_ICD10CM, text, LENGTH);
    assert_int_equal(parsed.damage, CODING_DAMAGE_TITLE);
    assert_int_equal(parsed.span.offset, LENGTH - 8);
    memset(text, '1', LENGTH);
    for (unsigned system = 0; system < 128; system++)
        assert_int_equal(coding_parse((coding_system)system, text, LENGTH).code, 0);
    free(text);
}

static void assert_span(coding_system system, const char *text, size_t offset, size_t length)
{
    coding_parsed parsed = parse(system, text);
    assert_int_equal(parsed.span.offset, offset);
    assert_int_equal(parsed.span.length, length);
}

static void a_span_covers_the_damage_and_no_more(void **state)
{
    (void)state;
    assert_span(CODING_ICD10CM, "G35,A", 3, 1);
    assert_span(CODING_ICD10CM, "E11.9", 0, 0);
    assert_span(CODING_ICD10CM, "E11.--", 4, 2);
    assert_span(CODING_ICD10CM, "S13.4XX", 5, 2);
    assert_span(CODING_ICD10CM, "S52.501AA", 8, 1);
    assert_span(CODING_ICD10CM, "E11   .9", 3, 3);
    assert_span(CODING_ICD10CM,
                "E08\xE2\x80\x93"
                "E13",
                3, 3);
    assert_span(CODING_ICD10CM,
                "\xC3\x89"
                "11.9",
                0, 2);
    assert_span(CODING_ICD10CM, " I10; E11.9, ", 6, 5);
    assert_span(CODING_ICD10CM, "E11.9 Type 2 diabetes ", 6, 15);
    assert_span(CODING_ICD10CM, " 3-Mar ", 1, 5);
    assert_span(CODING_ICD10PCS, "0DTJ4", 5, 0);
    assert_span(CODING_CPT, "99213.0", 5, 2);
    assert_span(CODING_NDC, " 0002759701", 1, 10);
    assert_span(CODING_MBI, "\"1EG4-TE5-MK73\"", 1, 13);
}

static void ten_bare_digits_of_an_ndc_have_three_readings(void **state)
{
    (void)state;
    coding_parsed parsed = parse(CODING_NDC, "0002759701");
    assert_int_equal(parsed.damage, CODING_DAMAGE_AMBIGUOUS_FORM);
    assert_prints(parsed.alternatives[0], "00002-7597-01");
    assert_prints(parsed.alternatives[1], "00027-0597-01");
    assert_prints(parsed.alternatives[2], "00027-5970-01");
    parsed = parse(CODING_NDC, "0000000000");
    assert_int_equal(parsed.alternatives[1], 0);
    parsed = parse(CODING_NDC_PRODUCT, "00027597");
    assert_prints(parsed.alternatives[0], "00002-7597");
    assert_prints(parsed.alternatives[1], "00027-0597");
    assert_int_equal(parsed.alternatives[2], 0);
}

static void an_ndc_is_printed_in_ten_digits_only_where_a_zero_can_be_dropped(void **state)
{
    (void)state;
    char        text[CODING_CODE_TEXT];
    coding_code code = parse(CODING_NDC, "00002-0759-01").code;
    assert_string_equal(coding_ndc_format(code, CODING_NDC_442, text), "0002-0759-01");
    assert_string_equal(coding_ndc_format(code, CODING_NDC_532, text), "00002-759-01");
    assert_string_equal(coding_ndc_format(code, CODING_NDC_541, text), "00002-0759-1");
    assert_string_equal(coding_ndc_format(code, CODING_NDC_642, text), "000002-0759-01");
    code = parse(CODING_NDC, "60575-4112-01").code;
    assert_string_equal(coding_ndc_format(code, CODING_NDC_442, text), "");
    assert_string_equal(coding_ndc_format(code, CODING_NDC_532, text), "");
    assert_string_equal(coding_ndc_format(code, CODING_NDC_541, text), "60575-4112-1");
    assert_string_equal(coding_ndc_format(parse(CODING_CPT, "99213").code, CODING_NDC_541, text), "");
    assert_string_equal(coding_ndc_format(0, CODING_NDC_442, text), "");
}

static void the_bits_of_a_code_are_those_of_the_header(void **state)
{
    (void)state;
    assert_true(parse(CODING_ICD10CM, "A00").code
                == (UINT64_C(1) << 56 | UINT64_C(11) << 48 | UINT64_C(1) << 42 | UINT64_C(1) << 36));
    assert_true(parse(CODING_NPI, "1234567893").code == (UINT64_C(22) << 56 | UINT64_C(1234567893)));
    assert_true(parse(CODING_NDC, "0002-7597-01").code == (UINT64_C(21) << 56 | UINT64_C(2759701)));
    assert_true(parse(CODING_SCTID, "900000000000207008").code == (UINT64_C(7) << 60 | UINT64_C(900000000000207008)));
    assert_int_equal(coding_code_system(parse(CODING_SCTID, "900000000000207008").code), CODING_SCTID);
}

static void a_code_has_characters_a_prefix_and_room_for_more(void **state)
{
    (void)state;
    coding_code code = parse(CODING_ICD10CM, "S52.501A").code;
    assert_int_equal(coding_code_length(code), 7);
    assert_int_equal(coding_code_character(code, 0), 'S');
    assert_int_equal(coding_code_character(code, 6), 'A');
    assert_int_equal(coding_code_character(code, 7), '\0');
    assert_int_equal(coding_code_character(code, SIZE_MAX), '\0');
    assert_prints(coding_code_prefix(code, 3), "S52");
    assert_prints(coding_code_prefix(code, 4), "S52.5");
    assert_true(coding_code_prefix(code, 7) == code && coding_code_prefix(code, 99) == code);
    assert_true(coding_code_prefix(code, 0) == 0);
    assert_true(coding_code_append(coding_code_prefix(code, 6), 'a') == code);
    assert_true(coding_code_append(code, '.') == 0);
    assert_true(coding_code_append(coding_code_append(coding_code_append(code, '1'), '2'), '3') == 0);
}

static void a_number_has_no_characters(void **state)
{
    (void)state;
    static const struct {
        coding_system system;
        const char   *text;
    } numbers[] = {{CODING_NPI, "1234567893"},
                   {CODING_SCTID, "900000000000207008"},
                   {CODING_LOINC, "4548-4"},
                   {CODING_CLIA, "05D2054321"},
                   {CODING_NDC, "00002-7597-01"}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        coding_code code = parse(numbers[i].system, numbers[i].text).code;
        assert_true(coding__holds_number(coding_code_system(code)));
        assert_int_equal(coding_code_length(code), 0);
        assert_int_equal(coding_code_character(code, 0), '\0');
        assert_true(coding_code_prefix(code, 3) == code && coding_code_append(code, '1') == 0);
    }
}

static void the_x_of_a_taxonomy_is_its_tenth_character(void **state)
{
    (void)state;
    coding_code code = parse(CODING_TAXONOMY, "207Q00000X").code;
    assert_int_equal(coding_code_length(code), 10);
    assert_int_equal(coding_code_character(code, 9), 'X');
    assert_prints(coding_code_prefix(code, 4), "207Q");
}

static void codes_of_users_own_systems_are_printed_bare(void **state)
{
    (void)state;
    coding_code code = coding__code_of(CODING_OWN_FIRST, "ab.1-2/3", 8);
    assert_prints(code, "AB.1-2/3");
    assert_int_equal(coding_code_system(code), CODING_OWN_FIRST);
    assert_true(coding__code_of(CODING_OWN_FIRST, "0123456789", 10) == 0);
    assert_true(coding__code_of(CODING_OWN_FIRST, "a b", 3) == 0 && coding__code_of(CODING_OWN_FIRST, "", 0) == 0);
    assert_prints(0, "");
}

static void systems_are_known_by_name_in_any_case(void **state)
{
    (void)state;
    for (unsigned i = 1; i <= CODING_SCTID; i++) {
        const char   *name = coding_system_name((coding_system)i);
        coding_system system = coding_system_parse(name, strlen(name));
        assert_true(system == (coding_system)i || system == CODING_ANY);
        assert_true(strlen(coding_system_title((coding_system)i)) > 0);
    }
    assert_int_equal(coding_system_parse("ICD10CM", 7), CODING_ICD10CM);
    assert_int_equal(coding_system_parse("icd10", 5), CODING_ANY);
    assert_int_equal(coding_system_parse(NULL, 0), CODING_ANY);
    assert_string_equal(coding_system_name(CODING_OWN_LAST), "own-111");
    assert_string_equal(coding_system_name(CODING_ANY), "any");
    assert_string_equal(coding_system_name((coding_system)63), "unknown");
    assert_string_equal(coding_system_title(CODING_ICD10CM), "ICD-10-CM");
}

static void every_damage_has_a_name_and_words_of_its_own(void **state)
{
    (void)state;
    for (int i = CODING_DAMAGE_NONE; i <= CODING_DAMAGE_RESERVED; i++) {
        assert_string_not_equal(coding_damage_name((coding_damage)i), coding_damage_name((coding_damage)99));
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(coding_damage_name((coding_damage)i), coding_damage_name((coding_damage)j));
            assert_string_not_equal(coding_damage_text((coding_damage)i), coding_damage_text((coding_damage)j));
        }
    }
}

static const char *section(const char *text) { return coding_cpt_section(parse(CODING_CPT, text).code); }

static void a_cpt_number_falls_in_a_section(void **state)
{
    (void)state;
    assert_string_equal(section("99213"), "Evaluation and management");
    assert_string_equal(section("00100"), "Anesthesia");
    assert_string_equal(section("64721"), "Surgery: nervous system");
    assert_string_equal(section("69990"), "Surgery: operating microscope");
    assert_string_equal(section("96380"), "Medicine: giving of vaccines");
    assert_string_equal(section("99607"), "Medicine: medication therapy management");
    assert_string_equal(section("0008U"), "Laboratory: proprietary analyses");
    assert_null(section("00099"));
    assert_null(section("99999"));
    assert_null(coding_cpt_section(0));
    assert_null(coding_cpt_section(parse(CODING_HCPCS, "G0008").code));
}

static void the_letter_of_a_cpt_code_is_its_category(void **state)
{
    (void)state;
    assert_int_equal(coding_cpt_category_of(parse(CODING_CPT, "99213").code), CODING_CPT_CATEGORY_1);
    assert_int_equal(coding_cpt_category_of(parse(CODING_CPT, "0001F").code), CODING_CPT_CATEGORY_2);
    assert_int_equal(coding_cpt_category_of(parse(CODING_CPT, "0042T").code), CODING_CPT_CATEGORY_3);
    assert_int_equal(coding_cpt_category_of(parse(CODING_CPT, "0008U").code), CODING_CPT_PLA);
    assert_int_equal(coding_cpt_category_of(parse(CODING_CPT, "0002M").code), CODING_CPT_MAAA);
    assert_int_equal(coding_cpt_category_of(parse(CODING_CPT, "0001A").code), CODING_CPT_VACCINE);
    assert_int_equal(coding_cpt_category_of(parse(CODING_HCPCS, "U0001").code), CODING_CPT_NONE);
}

static void assert_person(const char *text, coding_system system, size_t offset, size_t length)
{
    coding_span span;
    assert_int_equal(coding__recognise_person(text, strlen(text), &span), system);
    assert_int_equal(span.offset, offset);
    assert_int_equal(span.length, length);
}

static void persons_are_recognised_and_never_coded(void **state)
{
    (void)state;
    assert_person("1EG4-TE5-MK73", CODING_MBI, 0, 13);
    assert_person(" 1eg4te5mk73,", CODING_MBI, 1, 11);
    assert_person("219-09-9999", CODING_SSN, 0, 11);
    assert_person("219 09 9999", CODING_SSN, 0, 11);
    assert_person("219099999A", CODING_HICN, 0, 10);
    assert_person("WCA219099999", CODING_HICN, 0, 12);
    assert_person("219099999", CODING_ANY, 0, 0);
    assert_person("666-09-9999", CODING_ANY, 0, 0);
    assert_person("1EG4TE5MK7O", CODING_ANY, 0, 0);
    assert_person("E11.9", CODING_ANY, 0, 0);
    assert_person("1234567893", CODING_ANY, 0, 0);
    assert_person("", CODING_ANY, 0, 0);
    assert_person("\xFF", CODING_ANY, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_vector_reads_as_it_says_and_tells_whether_its_spelling_differs),
        cmocka_unit_test(every_check_digit_is_the_one_that_others_compute),
        cmocka_unit_test(long_texts_are_read_to_their_end),
        cmocka_unit_test(a_span_covers_the_damage_and_no_more),
        cmocka_unit_test(ten_bare_digits_of_an_ndc_have_three_readings),
        cmocka_unit_test(an_ndc_is_printed_in_ten_digits_only_where_a_zero_can_be_dropped),
        cmocka_unit_test(the_bits_of_a_code_are_those_of_the_header),
        cmocka_unit_test(a_code_has_characters_a_prefix_and_room_for_more),
        cmocka_unit_test(a_number_has_no_characters),
        cmocka_unit_test(the_x_of_a_taxonomy_is_its_tenth_character),
        cmocka_unit_test(codes_of_users_own_systems_are_printed_bare),
        cmocka_unit_test(systems_are_known_by_name_in_any_case),
        cmocka_unit_test(every_damage_has_a_name_and_words_of_its_own),
        cmocka_unit_test(a_cpt_number_falls_in_a_section),
        cmocka_unit_test(the_letter_of_a_cpt_code_is_its_category),
        cmocka_unit_test(persons_are_recognised_and_never_coded),
    };
    return cmocka_run_group_tests_name("codes", tests, NULL, NULL);
}
