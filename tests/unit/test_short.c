/* Claims from one line, as people write them at a prompt: what each word becomes, and which words are refused. */
#include <stdlib.h>
#include <string.h>

#include "claims_items.h"
#include "unit/little_book.h"

static const char codes[] = "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n";

static void assert_claim_of(coding_desk *desk, const char *text, const char *expected, const char *file, int line)
{
    coding_error  error;
    coding_claim *claim = coding_claim_parse(desk, text, strlen(text), &error);
    claims_words  words = {0};
    if (!claim) fail_msg("%s:%d: %s: %s", file, line, error.at, error.reason);
    claims_words_add_claim(&words, claim);
    if (strcmp(words.text, expected)) print_error("%s:%d: the claim is\n%s\n", file, line, words.text);
    assert_string_equal(words.text, expected);
    free(words.text);
}

#define assert_claim(desk, text, expected) assert_claim_of(desk, text, expected, __FILE__, __LINE__)

static void assert_refused_of(coding_desk *desk, const char *text, const char *word, const char *file, int line)
{
    coding_error  error;
    coding_claim *claim = coding_claim_parse(desk, text, strlen(text), &error);
    if (claim) fail_msg("%s:%d: it was read", file, line);
    assert_int_equal(error.status, CODING_MISUSE);
    assert_string_equal(error.at, word);
    assert_true(strlen(error.reason) > 10);
}

#define assert_refused(desk, text, word) assert_refused_of(desk, text, word, __FILE__, __LINE__)

static void a_practitioners_claim_is_one_line(void **state)
{
    assert_claim(desk_with(state, codes),
                 "professional 2024-07-15 F 45 pos=11 id=A1 npi=1234567893 charge=1000 | dx K63.5 E11.9 | "
                 "45385-59-LT x2 >1,2 $850.50 ndc=00409379501 | 45378 @2024-07-16..2024-07-17 pos=22 npi=1346234562",
                 "  professional 20240715..20240715 id=A1 age=45 sex=F pos=11 npi=1234567893 $100000\n"
                 "    dx icd10cm K63.5\n"
                 "    dx icd10cm E11.9\n"
                 "    line \"45385\" -59 -LT x2 $85050 20240715 pos=11 >1 >2 ndc=00409-3795-01\n"
                 "    line \"45378\" x1 $0 20240716..20240717 pos=22 npi=1346234562\n");
}

static void a_stay_is_one_line(void **state)
{
    assert_claim(desk_with(state, codes),
                 "inpatient 2026-01-10..2026-01-14 M born=1956-01-01 status=01 bill=0111 | dx I21.4/Y N17.9/n Z79.4/1 "
                 "A41.9/U B20/W | admit R07.9 | reason R06.02 | cause W19.XXXA/Y | pcs 02703DZ@2026-01-11 B2111ZZ | "
                 "- rev=0120 x4 $4000",
                 "  inpatient 20260110..20260114 born=19560101 sex=M status=01 bill=0111 $400000\n"
                 "    dx icd10cm I21.4/Y\n"
                 "    dx icd10cm N17.9/N\n"
                 "    dx icd10cm Z79.4\n"
                 "    dx icd10cm A41.9/U\n"
                 "    dx icd10cm B20/W\n"
                 "    admit icd10cm R07.9\n"
                 "    reason icd10cm R06.02\n"
                 "    cause icd10cm W19.XXXA/Y\n"
                 "    pcs 02703DZ on 20260111\n"
                 "    pcs B2111ZZ on 20260110\n"
                 "    line \"\" x4 $400000 20260110 rev=0120\n");
}

static void a_newborn_is_0_years_old(void **state)
{
    assert_claim(desk_with(state, codes), "inpatient 20260110 U 0", "  inpatient 20260110..20260110 age=0 $0\n");
}

static void every_kind_is_known_and_case_does_not_count(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    assert_claim(desk, "DME", "  dme 0..0 $0\n");
    assert_claim(desk, "outpatient |", "  outpatient 0..0 $0\n");
    assert_claim(desk, " dental \t", "  dental 0..0 $0\n");
}

static void cents_are_exact(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    assert_claim(desk, "dme | E1390 $0.29 | E1390 $1.1 | E1390 $.5 | E1390 x0.25 $90000000000.01",
                 "  dme 0..0 $9000000000190\n"
                 "    line \"E1390\" x1 $29 0\n"
                 "    line \"E1390\" x1 $110 0\n"
                 "    line \"E1390\" x1 $50 0\n"
                 "    line \"E1390\" x0.25 $9000000000001 0\n");
}

static void codes_are_not_judged_here(void **state)
{
    assert_claim(desk_with(state, codes), "professional | dx nonsense | more_nonsense",
                 "  professional 0..0 $0\n"
                 "    dx no code: nonsense\n"
                 "    line \"more_nonsense\" x1 $0 0\n");
}

static void the_word_that_is_refused_is_named(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    assert_refused(desk, "", "");
    assert_refused(desk, "vet 2026-01-10", "vet");
    assert_refused(desk, "dme 2026-02-30", "2026-02-30");
    assert_refused(desk, "dme colour=red", "colour=red");
    assert_refused(desk, "dme charge=-5", "charge=-5");
    assert_refused(desk, "dme charge=1.999", "charge=1.999");
    assert_refused(desk, "dme | dx I10/Q", "I10/Q");
    assert_refused(desk, "dme | pcs 02703DZ@soon", "02703DZ@soon");
    assert_refused(desk, "dme | E1390 x1.2.3", "x1.2.3");
    assert_refused(desk, "dme | E1390 five", "five");
    assert_refused(desk, "dme | E1390 @2026-01-10..", "@2026-01-10..");
}

static void every_front_and_any_bytes_are_read_or_refused(void **state)
{
    static const char text[] =
        "inpatient 2026-01-10 M 70 | dx I21.4/Y | pcs 02703DZ@2026-01-10 | - rev=0120 x4 $4000 >1 \0|\xE9";
    coding_desk      *desk = desk_with(state, codes);
    for (size_t length = 0; length < sizeof text; length++) {
        char *copy = malloc(length + !length); /* to the byte, so that a sanitizer sees a read past the end */
        assert_non_null(copy);
        memcpy(copy, text, length);
        coding_error  error;
        coding_claim *claim = coding_claim_parse(desk, copy, length, &error);
        assert_true(claim || *error.reason);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_practitioners_claim_is_one_line),
        little_test(a_stay_is_one_line),
        little_test(a_newborn_is_0_years_old),
        little_test(every_kind_is_known_and_case_does_not_count),
        little_test(cents_are_exact),
        little_test(codes_are_not_judged_here),
        little_test(the_word_that_is_refused_is_named),
        little_test(every_front_and_any_bytes_are_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
