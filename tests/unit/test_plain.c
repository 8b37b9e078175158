/* A column of texts is read by a short way where a text is plainly a code: it must lead where the rules lead. */
#include "unit/little_release.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entry/plain.h"

enum { FIELDS = 3, WIDEST = 40 };

/* As a field of every width that holds it, each its own piece of memory so that a sanitizer sees a byte too many. */
static void assert_fields_read_alike(const coding_desk *desk, coding_system system, const char *text, size_t length,
                                     coding_code parsed, uint8_t rule)
{
    for (size_t width = length; width < WIDEST; width += width < 9 ? 1 : 15) {
        coding_code codes[FIELDS] = {1, 1, 1};
        uint8_t     rules[FIELDS];
        char       *fields = calloc(FIELDS, width + !width);
        for (size_t i = 0; i < FIELDS; i++) memcpy(fields + i * width, text, length);
        coding_verdict_of_fixed_texts(desk, system, fields + (FIELDS - 1) * width, width, -(ptrdiff_t)width, NULL,
                                      20251001, FIELDS, codes, rules, NULL);
        for (size_t i = 0; i < FIELDS; i++)
            if (codes[i] != parsed || rules[i] != rule)
                fail_msg("%s \"%.*s\" of %zu bytes", coding_system_name(system), (int)length, text, width);
        free(fields);
    }
}

static void assert_read_alike_elsewhere(const coding_desk *desk, coding_system system, const char *text, size_t length,
                                        coding_code parsed, uint8_t rule)
{
    const char *const texts[] = {"", text};
    const size_t      lengths[] = {0, length};
    coding_code       codes[2];
    uint8_t           rules[2];
    coding_verdict_of_scattered_texts(desk, system, texts, lengths, NULL, 20251001, 2, codes, rules, NULL);
    if (codes[1] != parsed || rules[1] != rule || coding_verdict_of_text(desk, system, text, length, 20251001) != rule)
        fail_msg("%s \"%.*s\" is read in two ways", coding_system_name(system), (int)length, text);
    if (!length || text[length - 1]) assert_fields_read_alike(desk, system, text, length, parsed, rule);
}

static void assert_read_alike(const coding_desk *desk, coding_system system, const char *text, size_t length)
{
    int32_t     offsets[2] = {0, (int32_t)length};
    int64_t     large[2] = {0, (int64_t)length};
    coding_code code = 1, again = 1, parsed = coding_parse(system, text, length).code;
    uint8_t     rule, rule_again;
    uint32_t    row;
    coding_verdict_of_texts(desk, system, text, offsets, NULL, 20251001, 1, &code, &rule, &row);
    coding_verdict_of_large_texts(desk, system, text, large, NULL, 20251001, 1, &again, &rule_again, NULL);
    if (code != parsed || again != parsed || rule != coding_verdict_of(desk, parsed, 20251001) || rule_again != rule)
        fail_msg("%s \"%.*s\" is read in two ways", coding_system_name(system), (int)length, text);
    coding_entry entry = coding_find(coding_desk_book(desk), parsed);
    assert_int_equal(row, entry.book ? entry.row : UINT32_MAX);
    assert_read_alike_elsewhere(desk, system, text, length, parsed, rule);
}

/* The text as it is, and with each of its bytes another, left out, or twice. */
static void assert_variants_read_alike(const coding_desk *desk, coding_system system, const char *text)
{
    static const char others[] = "0OxX.,- \x81";
    size_t            length = strlen(text);
    char              other[CODING_CODE_TEXT + 1];
    assert_read_alike(desk, system, text, length);
    for (size_t i = 0; i < length; i++) {
        for (const char *c = others; *c; c++) {
            memcpy(other, text, length);
            other[i] = *c;
            assert_read_alike(desk, system, other, length);
        }
        memcpy(other, text, i);
        memcpy(other + i, text + i + 1, length - i - 1);
        assert_read_alike(desk, system, other, length - 1);
        memcpy(other, text, i + 1);
        memcpy(other + i + 1, text + i, length - i);
        assert_read_alike(desk, system, other, length + 1);
    }
}

static void each_row_printed_bare_and_in_small_letters_is_read_as_the_rules_read_it(void **state)
{
    coding_desk       *desk = desk_with_files(state, little_release);
    const coding_book *book = coding_desk_book(desk);
    for (uint32_t row = 0; coding_book_entry(book, row).book; row++) {
        coding_code   code = coding_entry_code(coding_book_entry(book, row));
        coding_system system = coding_code_system(code);
        char          text[CODING_CODE_TEXT];
        if (system >= CODING_OWN_FIRST) continue;
        assert_variants_read_alike(desk, system, coding_code_format(code, text));
        assert_variants_read_alike(desk, system, coding_code_format_bare(code, text));
        for (char *c = text; *c; c++) *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
        assert_variants_read_alike(desk, system, text);
    }
}

static void texts_of_any_bytes_are_read_as_the_rules_read_them(void **state)
{
    static const char letters[] = "0123456789AEGXZaexz.. -,\x01\x7F\xC3\xA9@[`{/:";
    coding_desk      *desk = desk_with_files(state, little_release);
    uint32_t          random = 20251001;
    for (int round = 0; round < 40000; round++) {
        char   text[12];
        size_t length = (random = random * 1664525 + 1013904223) >> 28;
        if (length > sizeof text) continue;
        for (size_t i = 0; i < length; i++)
            text[i] = letters[((random = random * 1664525 + 1013904223) >> 16) % (sizeof letters - 1)];
        for (int system = CODING_ICD10CM; system <= CODING_POS; system++)
            assert_read_alike(desk, (coding_system)system, text, length);
    }
}

static void eight_letters_keep_their_order(void **state)
{
    (void)state;
    static const char *const texts[] = {"A", "z9", "0DT", "A010", "G35A0", "S13402", "0DTJ4ZZ", "S93402AB"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t length = strlen(texts[i]);
        assert_true(coding__plain_code(CODING_ICD10PCS, texts[i], length)
                    == coding__code_of(CODING_ICD10PCS, texts[i], length));
    }
    assert_true(coding__plain_code(CODING_ICD10CM, "S13.4XXA", 8) == coding__code_of(CODING_ICD10CM, "S134XXA", 7));
    assert_true(coding__plain_code(CODING_ICD10PCS, "S13.4XXA", 8) == 0);
    assert_true(coding__plain_code(CODING_ICD10CM, "S13402ABC", 9) == 0);
    assert_true(coding__plain_code(CODING_ICD10CM, "E11.", 4) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(each_row_printed_bare_and_in_small_letters_is_read_as_the_rules_read_it),
        little_test(texts_of_any_bytes_are_read_as_the_rules_read_them),
        cmocka_unit_test(eight_letters_keep_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
