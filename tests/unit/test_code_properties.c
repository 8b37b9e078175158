/* What holds of all codes, tried on millions of them. */
#define PCRE2_CODE_UNIT_WIDTH 8

#include <coding/code.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <pcre2.h>

#if defined(CODING_SLOW) || defined(__SANITIZE_ADDRESS__)
#define SLOW
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLOW
#endif
#endif

#if defined(SLOW)
enum { ROUNDS = 20000 };
#elif defined(__OPTIMIZE__)
enum { ROUNDS = 1000000 };
#else
enum { ROUNDS = 250000 };
#endif

static coding_parsed parse(coding_system system, const char *text) { return coding_parse(system, text, strlen(text)); }

/* Numbers by chance, the same ones in every run. */
static uint64_t seed = 20251001;

static unsigned chance(unsigned below)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)((seed >> 33) % below);
}

static char one_of(const char *set) { return set[chance((unsigned)strlen(set))]; }

/* A spelling by chance: d a digit, n one of 1 to 9, l a letter, a either, p what ICD-10-PCS has; the character after [
 * may be left out; others are themselves. */
typedef struct mould {
    coding_system system;
    const char   *pattern;
} mould;

static const mould moulds[] = {{CODING_ICD10CM, "laa[a[a[a[a"},
                               {CODING_ICD10PCS, "ppppppp"},
                               {CODING_ICD9CM, "ddd[d[d"},
                               {CODING_ICD9CM, "Vdd[d[d"},
                               {CODING_ICD9CM, "Eddd[d"},
                               {CODING_ICD9PCS, "dd[d[d"},
                               {CODING_HCPCS, "Adddd"},
                               {CODING_HCPCS, "Vdddd"},
                               {CODING_CPT, "ddddd"},
                               {CODING_CPT, "ddddU"},
                               {CODING_CPT, "ddddT"},
                               {CODING_MODIFIER, "la"},
                               {CODING_MODIFIER, "nd"},
                               {CODING_POS, "nd"},
                               {CODING_REVENUE, "dddd"},
                               {CODING_TOB, "0nda"},
                               {CODING_MSDRG, "ndd"},
                               {CODING_MDC, "0d"},
                               {CODING_DISCHARGE, "dd"},
                               {CODING_CVX, "nd[d"},
                               {CODING_MVX, "ll[l"},
                               {CODING_TAXONOMY, "aaaaaaaaaX"},
                               {CODING_CLIA, "ddDddddddd"},
                               {CODING_CCN, "ddaddd"},
                               {CODING_DEA, "llddddddd"},
                               {CODING_NDC, "ddddd-dddd-dd"},
                               {CODING_NPI, "1ddddddddd"},
                               {CODING_RXCUI, "n[d[d[d[d[d[d[d"},
                               {CODING_LOINC, "n[d[d[d[d[d[d-d"},
                               {CODING_LOINC_PART, "LPn[d[d[d[d[d-d"},
                               {CODING_LOINC_PART, "LAn[d[d-d"},
                               {CODING_NDC_PRODUCT, "ddddd-dddd"},
                               {CODING_SCTID, "nddddddddd[d[d[d10d"},
                               {CODING_SCTID, "ndd[d[d[d[d00d"}};

enum { MOULDS = sizeof moulds / sizeof *moulds };

static char character_for(char kind)
{
    switch (kind) {
    case 'd': return one_of("0123456789");
    case 'n': return one_of("123456789");
    case 'l': return one_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    case 'a': return one_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    case 'p': return one_of("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ");
    default: return kind;
    }
}

/* Fills `text` and answers its code, the check digit put right; 0 where chance made what has no code (modifier 11). */
static coding_code code_by_chance(const mould *from, char *text)
{
    size_t length = 0;
    for (const char *kind = from->pattern; *kind; kind++) {
        if (*kind != '[') text[length++] = character_for(*kind);
        else if (chance(3) == 0) kind++;
    }
    text[length] = '\0';
    coding_parsed parsed = coding_parse(from->system, text, length);
    if (parsed.damage != CODING_DAMAGE_CHECK_DIGIT) return parsed.code;
    assert_int_equal(parsed.span.offset, length - 1);
    text[length - 1] = parsed.expected;
    return coding_parse(from->system, text, length).code;
}

static void what_we_print_we_can_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOULDS; i++) {
        size_t good = 0;
        for (size_t round = 0; round < ROUNDS; round++) {
            char        text[64], printed[CODING_CODE_TEXT], bare[CODING_CODE_TEXT];
            coding_code code = code_by_chance(&moulds[i], text);
            if (!code) continue;
            good++;
            coding_parsed whole = parse(moulds[i].system, coding_code_format(code, printed));
            coding_parsed short_ = parse(moulds[i].system, coding_code_format_bare(code, bare));
            assert_true(whole.code == code && !whole.changed && short_.code == code);
            assert_true(coding_code_system(code) == moulds[i].system && code >> 63 == 0);
            bool same = !strcmp(text, printed) || !strcmp(text, bare);
            if (!same) fail_msg("%s prints as %s", text, printed);
        }
        assert_true(good > ROUNDS / 2);
    }
}

static void numbers_sort_as_codes_do(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        char         a[64], b[64], a_text[CODING_CODE_TEXT], b_text[CODING_CODE_TEXT];
        const mould *from = &moulds[chance(25)]; /* those that hold characters, and CLIA */
        coding_code  a_code = code_by_chance(from, a), b_code = code_by_chance(from, b);
        if (!a_code || !b_code) continue;
        int order = strcmp(coding_code_format_bare(a_code, a_text), coding_code_format_bare(b_code, b_text));
        assert_int_equal((a_code > b_code) - (a_code < b_code), (order > 0) - (order < 0));
    }
}

/* Puts every other digit in every place. */
static void assert_one_digit_is_caught(const mould *from)
{
    char text[64];
    if (!code_by_chance(from, text)) return;
    for (size_t at = 0; text[at]; at++) {
        char right = text[at];
        for (char wrong = '0'; wrong <= '9'; wrong++) {
            text[at] = right == '-' || wrong == right ? right : wrong;
            coding_parsed parsed = parse(from->system, text);
            assert_true((text[at] == right) == (parsed.damage == CODING_DAMAGE_NONE));
        }
        text[at] = right;
    }
}

static void every_single_wrong_digit_of_npi_loinc_and_sctid_is_caught(void **state)
{
    (void)state;
    static const mould checked[] = {{CODING_NPI, "1ddddddddd"},
                                    {CODING_NPI, "2ddddddddd"},
                                    {CODING_LOINC, "n[d[d[d[d[d[d-d"},
                                    {CODING_SCTID, "ndddddddddddddd10d"},
                                    {CODING_SCTID, "ndd[d[d[d[d00d"}};
    for (size_t round = 0; round < ROUNDS / 100; round++) {
        for (size_t i = 0; i < sizeof checked / sizeof *checked; i++) assert_one_digit_is_caught(&checked[i]);
    }
}

static void two_neighbours_of_an_sctid_that_change_places_are_caught(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS / 10; round++) {
        char text[64];
        if (!code_by_chance(&moulds[MOULDS - 1 - chance(2)], text)) continue;
        size_t at = chance((unsigned)strlen(text) - 1);
        char   first = text[at];
        if (first == text[at + 1]) continue;
        text[at] = text[at + 1];
        text[at + 1] = first;
        assert_int_equal(parse(CODING_SCTID, text).code, 0);
    }
}

/* Bytes that a field may well hold, and any others. */
static size_t field_by_chance(char *text, size_t room)
{
    static const char *const pieces[] = {"E11.9",    "99213",        "-25",          " ",  ",",         ";",   ".0",
                                         "\xC2\xA0", "\xEF\xBC\xA5", "\xE3\x80\x82", "\"", "0002-7597", "-01", "X",
                                         "E+09",     "Mar",          "\xE2\x80\x93"};
    size_t                   length = 0;
    for (unsigned count = chance(8); count > 0; count--) {
        const char *piece = pieces[chance(sizeof pieces / sizeof *pieces)];
        if (length + 10 > room) break;
        if (chance(2)) text[length++] = (char)chance(256);
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return length;
}

static void any_bytes_get_either_a_code_or_a_damage_inside_them(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        char          text[96];
        size_t        length = field_by_chance(text, sizeof text);
        coding_system system = (coding_system)chance(130);
        coding_parsed parsed = coding_parse(system, text, length);
        assert_true((parsed.code == 0) == (parsed.damage != CODING_DAMAGE_NONE));
        assert_true(parsed.span.offset <= length && parsed.span.length <= length - parsed.span.offset);
        assert_true((parsed.expected != '\0') == (parsed.damage == CODING_DAMAGE_CHECK_DIGIT));
        assert_true((parsed.alternatives[0] != 0) == (parsed.damage == CODING_DAMAGE_AMBIGUOUS_FORM));
        assert_true(parsed.code || (!parsed.changed && !parsed.modifiers[0]));
    }
}

/* The published grammar as a pattern: a second opinion, which agrees on what is a code and on which. */
static void the_grammar_of_icd10cm_is_the_published_one(void **state)
{
    (void)state;
    static const char pattern[] = "^[ \"']*([A-Z][A-Z0-9]{2})(?:\\.|\\.?([A-Z0-9]{1,2}|[A-Z0-9]{2,3}[A-WYZ0-9]))?"
                                  "[ \"',;]*$";
    int               reason;
    size_t            at, good = 0, size, length;
    pcre2_code       *grammar = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                              PCRE2_CASELESS | PCRE2_DOLLAR_ENDONLY, &reason, &at, NULL);
    assert_non_null(grammar);
    pcre2_match_data *match = pcre2_match_data_create_from_pattern(grammar, NULL);
    for (size_t round = 0; round < 2 * (size_t)ROUNDS; round++) {
        char text[16], first[8] = "", rest[8] = "", bare[CODING_CODE_TEXT];
        length = chance(12);
        for (size_t i = 0; i < length; i++) text[i] = one_of(i == 3 ? "....E1x" : "EaX0123456789xS...  ,;-\"");
        coding_parsed parsed = coding_parse(CODING_ICD10CM, text, length);
        bool          fits = pcre2_match(grammar, (PCRE2_SPTR)text, length, 0, 0, match, NULL) > 0;
        if (fits != (parsed.code != 0)) fail_msg("%.*s: %s", (int)length, text, coding_damage_name(parsed.damage));
        if (!fits) continue;
        good++;
        size = sizeof first;
        pcre2_substring_copy_bynumber(match, 1, (PCRE2_UCHAR *)first, &size);
        size = sizeof rest;
        pcre2_substring_copy_bynumber(match, 2, (PCRE2_UCHAR *)rest, &size);
        for (char *c = strcat(first, rest); *c; c++) *c = (char)(*c >= 'a' ? *c - 'a' + 'A' : *c);
        assert_string_equal(coding_code_format_bare(parsed.code, bare), first);
    }
    pcre2_match_data_free(match);
    pcre2_code_free(grammar);
    assert_true(good > ROUNDS / 50);
}

static void any_number_is_printed_inside_its_room(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        char        text[CODING_CODE_TEXT];
        coding_code code = (coding_code)chance(UINT32_MAX) << 33 ^ chance(UINT32_MAX);
        assert_true(strlen(coding_code_format(code, text)) < sizeof text);
        assert_true(strlen(coding_code_format_bare(code, text)) < sizeof text);
        assert_true(strlen(coding_ndc_format(code, (coding_ndc_form)chance(5), text)) < sizeof text);
        coding_cpt_section(code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_we_print_we_can_read),
        cmocka_unit_test(numbers_sort_as_codes_do),
        cmocka_unit_test(every_single_wrong_digit_of_npi_loinc_and_sctid_is_caught),
        cmocka_unit_test(two_neighbours_of_an_sctid_that_change_places_are_caught),
        cmocka_unit_test(any_bytes_get_either_a_code_or_a_damage_inside_them),
        cmocka_unit_test(the_grammar_of_icd10cm_is_the_published_one),
        cmocka_unit_test(any_number_is_printed_inside_its_room),
    };
    return cmocka_run_group_tests_name("what holds of all codes", tests, NULL, NULL);
}
