/* Near misses, told as a coder would tell them. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entry/suggest.h"

enum { TODAY = 20260101, TOLD = 4096 };

/* "E11.9 dot; L10.0 lookalike": those of one rank parted by commas, ranks by semicolons. */
static const char *told(const coding_suggestions *near, char text[TOLD])
{
    char   code[CODING_CODE_TEXT];
    size_t length = 0;
    text[0] = '\0';
    for (size_t i = 0; i < near->count; i++) {
        const coding_suggestion *item = &near->items[i];
        const char              *mark = i == 0 ? "" : item->rank == near->items[i - 1].rank ? ", " : "; ";
        length += (size_t)snprintf(text + length, TOLD - length, "%s%s %s", mark, coding_code_format(item->code, code),
                                   coding_repair_name(item->repair));
    }
    return text;
}

static void assert_offers_at(coding_desk *desk, coding_system system, const char *text, coding_date on,
                             const char *expected, int line)
{
    char               answer[TOLD];
    coding_suggestions near = coding_suggest(desk, system, text, strlen(text), on);
    assert_int_equal(near.status, CODING_OK);
    if (strcmp(told(&near, answer), expected)) fail_msg("line %d: \"%s\": %s, not %s", line, text, answer, expected);
}
#define assert_offers_in(desk, system, text, on, expected) assert_offers_at(desk, system, text, on, expected, __LINE__)
#define assert_offers(desk, text, expected) assert_offers_at(desk, CODING_ICD10CM, text, TODAY, expected, __LINE__)

static const char diabetes[] =
    "icd10cm  E11     header    20151001  -         Type 2 diabetes mellitus\n"
    "icd10cm  E116    header    20151001  -         Type 2 diabetes mellitus with other specified complications\n"
    "icd10cm  E1165   billable  20151001  -         Type 2 diabetes mellitus with hyperglycemia\n"
    "icd10cm  E1169   billable  20151001  -         Type 2 diabetes mellitus with other specified complication\n"
    "icd10cm  E118    billable  20151001  -         Type 2 diabetes mellitus with unspecified complications\n"
    "icd10cm  E119    billable  20151001  -         Type 2 diabetes mellitus without complications\n"
    "icd10cm  I10     billable  20151001  -         Essential (primary) hypertension\n"
    "icd10cm  Z794    billable  20151001  -         Long term (current) use of insulin\n";

static void a_text_that_stands_has_no_near_misses(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "E11.9", "");
    assert_offers(desk, " e119, ", "");
    assert_offers(desk, "I10.", "");
}

static void dots_commas_and_blanks_are_put_right(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "E1.19", "E11.9 dot");
    assert_offers(desk, "E11,9", "E11.9 dot");
    assert_offers(desk, "E11 9", "E11.9 dot");
    assert_offers(desk, "E11..9", "E11.9 dot");
    assert_offers(desk, "E.1.1.9", "E11.9 dot");
}

static void what_stands_too_much_behind_is_dropped(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "E11.9X", "E11.9 trailing");
    assert_offers(desk, "E11.9-", "E11.9 trailing");
    assert_offers(desk, "E11.90", "E11.9 trailing");
    assert_offers(desk, "E11.9\xE2\x80\x93", "E11.9 trailing"); /* a dash of print */
    assert_offers(desk, "I10.0", "I10 number");
    assert_offers(desk, "E119.00", "E11.9 number");
}

static void a_header_is_answered_with_the_codes_that_say_least(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "E11", "E11.9 child; E11.8 child; E11.69 child; E11.65 child");
    assert_offers(desk, "E11.6-", "E11.69 child; E11.65 child");
    assert_offers(desk, "E11.6X", "E11.69 child; E11.65 child");
}

static void of_a_header_over_many_codes_ten_are_offered(void **state)
{
    char codes[8192] = "icd10cm  Z00  header  20151001  -  Many\n";
    for (int i = 0; i < 100; i++)
        sprintf(codes + strlen(codes), "icd10cm  Z00%02d  billable  20151001  -  Number %d\n", i, i);
    coding_suggestions near = coding_suggest(desk_with(state, codes), CODING_ICD10CM, "Z00", 3, TODAY);
    assert_int_equal(near.count, 10);
    assert_int_equal(near.items[0].code, icd10cm("Z00.09"));
    assert_int_equal(near.items[9].code, icd10cm("Z00.99"));
}

static void a_code_in_front_of_its_title_is_taken(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "E11.9 Type 2 diabetes mellitus", "E11.9 title");
    assert_offers(desk, "E11.9 - Type 2 diabetes", "E11.9 title");
    assert_offers(desk, "E11.9Type 2 diabetes", "E11.9 title");
    assert_offers(desk, "Type 2 diabetes (E11.9)", "E11.9 title");
    assert_offers(desk, "E11,9 Type 2 diabetes", "E11.9 title");
    assert_offers(desk, "E11.6 other complications", "E11.69 child; E11.65 child");
}

static void several_codes_in_a_field_are_offered_each(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "I10;E11.9", "I10 split, E11.9 split");
    assert_offers(desk, "I10 E11.9\nZ79.4", "I10 split, E11.9 split, Z79.4 split");
    assert_offers(desk, "I10/E11,9|I10", "I10 split, E11.9 split");
    assert_offers(desk, "I10, E1l.9", "I10 split; E11.9 lookalike");
}

static const char sprains[] =
    "icd10cm  I10      billable  20151001  -         Essential (primary) hypertension\n"
    "icd10cm  S134     header    20151001  -         Sprain of ligaments of cervical spine\n"
    "icd10cm  S134XXA  billable  20151001  -         Sprain of ligaments of cervical spine, initial encounter\n"
    "icd10cm  S134XXD  billable  20151001  -         Sprain of ligaments of cervical spine, subsequent encounter\n"
    "icd10cm  S134XXS  billable  20151001  -         Sprain of ligaments of cervical spine, sequela\n"
    "icd10cm  T360     header    20151001  -         Poisoning by penicillins\n"
    "icd10cm  T360X    header    20151001  -         Poisoning by penicillins\n"
    "icd10cm  T360X1   header    20151001  -         Poisoning by penicillins, accidental\n"
    "icd10cm  T360X1A  billable  20151001  -         Poisoning by penicillins, accidental, initial encounter\n";

static void placeholders_are_put_in_and_left_out(void **state)
{
    coding_desk *desk = desk_with(state, sprains);
    assert_offers(desk, "S134A", "S13.4XXA placeholder");
    assert_offers(desk, "S13.4XA", "S13.4XXA placeholder");
    assert_offers(desk, "S13.4XXXA", "S13.4XXA placeholder");
    assert_offers(desk, "T36.01A", "T36.0X1A placeholder");
}

static void a_7th_character_left_out_or_wrong_is_answered_with_those_that_may_stand(void **state)
{
    coding_desk *desk = desk_with(state, sprains);
    assert_offers(desk, "S13.4", "S13.4XXA 7th, S13.4XXD 7th, S13.4XXS 7th");
    assert_offers(desk, "S13.4X", "S13.4XXA 7th, S13.4XXD 7th, S13.4XXS 7th");
    assert_offers(desk, "S13.4XXF", "S13.4XXD 7th; S13.4XXA 7th, S13.4XXS 7th"); /* F lies beside D */
    assert_offers(desk, "T360X1", "T36.0X1A 7th");
}

static void a_7th_character_that_a_code_does_not_take_is_dropped(void **state)
{
    coding_desk *desk = desk_with(state, sprains);
    assert_offers(desk, "I10.XXA", "I10 dropped");
    assert_offers(desk, "I10.XXXA", "I10 dropped");
    assert_offers(desk, "I10A", "I10 dropped");
}

static const char alike[] =
    "icd10cm  B20    billable  20151001  -  Human immunodeficiency virus [HIV] disease\n"
    "icd10cm  E119   billable  20151001  -  Type 2 diabetes mellitus without complications\n"
    "icd10cm  O09A1  billable  20151001  -  Supervision of pregnancy, first trimester\n"
    "icd10cm  Y93I1  billable  20151001  -  Activity, roller coaster riding\n"
    "icd10cm  Y93L1  billable  20151001  -  Activity, made up\n";

static void characters_that_look_alike_are_exchanged_where_the_code_exists(void **state)
{
    coding_desk *desk = desk_with(state, alike);
    assert_offers(desk, "E1l.9", "E11.9 lookalike");
    assert_offers(desk, "EIl.9", "E11.9 lookalike");
    assert_offers(desk, "0O9.A1", "O09.A1 lookalike");
    assert_offers(desk, "82O", "B20 lookalike");
}

static void two_codes_that_fit_equally_are_both_offered(void **state)
{
    coding_desk *desk = desk_with(state, alike);
    assert_offers(desk, "Y93.11", "Y93.I1 lookalike, Y93.L1 lookalike");
    assert_offers(desk, "Y93.I1", "");
    assert_offers(desk, "Y93.Il", "Y93.I1 lookalike; Y93.L1 lookalike");
}

static const char numbers[] =
    "icd9cm    0084   header    20141001  20151001  Intestinal infection due to other specified bacteria\n"
    "icd9cm    00841  billable  20141001  20151001  Staphylococcus\n"
    "icd9cm    0389   billable  20141001  20151001  Unspecified septicemia\n"
    "icd9cm    25000  billable  20141001  20151001  Diabetes mellitus without mention of complication\n"
    "icd9cm    38900  billable  20141001  20151001  Conductive hearing loss, unspecified\n"
    "icd9cm    4019   billable  20141001  20151001  Unspecified essential hypertension\n"
    "icd9cm    V010   billable  20141001  20151001  Contact with or exposure to cholera\n"
    "icd9pcs   0012   billable  20141001  20151001  Made up\n"
    "icd9pcs   031    billable  20141001  20151001  Intraspinal nerve root division\n"
    "icd9pcs   8154   billable  20141001  20151001  Total knee replacement\n"
    "icd10pcs  0016070  billable  20151001  -  Bypass\n"
    "icd10pcs  02700E6  billable  20151001  -  Dilation\n"
    "icd10pcs  02703E6  billable  20151001  -  Dilation\n"
    "icd10pcs  02713E6  billable  20151001  -  Dilation\n"
    "icd10pcs  0DTJ4ZZ  billable  20151001  -  Resection of appendix\n"
    "hcpcs     J0120  billable  20150101  -  Injection, tetracycline\n"
    "hcpcs     J1885  billable  20150101  -  Injection, ketorolac\n"
    "pos       01     billable  20150101  -  Pharmacy\n";

#define assert_icd9(desk, text, expected) assert_offers_in(desk, CODING_ICD9CM, text, 20150601, expected)

static void zeros_that_a_spreadsheet_dropped_come_back(void **state)
{
    coding_desk *desk = desk_with(state, numbers);
    assert_icd9(desk, "38.9", "038.9 leading-zero; 389.00 child");
    assert_icd9(desk, "8.4", "008.41 child");
    assert_icd9(desk, "V1.0", "V01.0 leading-zero");
    assert_icd9(desk, "250", "250.00 trailing");
    assert_icd9(desk, "250.0", "250.00 trailing");
    assert_offers_in(desk, CODING_ICD9PCS, "3.1", 20150601, "03.1 leading-zero");
    assert_offers_in(desk, CODING_ICD9PCS, "12", 20150601, "00.12 leading-zero");
    assert_offers_in(desk, CODING_ICD10PCS, "16070", TODAY, "0016070 leading-zero");
    assert_offers_in(desk, CODING_ICD10PCS, "DTJ4ZZ", TODAY, "0DTJ4ZZ leading-zero");
    assert_offers_in(desk, CODING_HCPCS, "J120", TODAY, "J0120 leading-zero");
    assert_offers_in(desk, CODING_POS, "1", TODAY, "01 leading-zero");
}

static void where_zeros_in_front_and_behind_fit_equally_both_are_offered(void **state)
{
    assert_icd9(desk_with(state, numbers), "389", "389.00 trailing, 038.9 leading-zero");
}

static void decimals_of_a_spreadsheet_are_cut(void **state)
{
    coding_desk *desk = desk_with(state, numbers);
    assert_icd9(desk, "4019.0", "401.9 number");
    assert_icd9(desk, "389.0", "389.00 trailing; 038.9 number");
    assert_offers_in(desk, CODING_ICD9PCS, "8154.0", 20150601, "81.54 number");
    assert_offers_in(desk, CODING_HCPCS, "J1885.0", TODAY, "J1885 number");
}

static void of_a_number_in_e_notation_every_code_that_prints_so_is_offered(void **state)
{
    coding_desk *desk = desk_with(state, numbers);
    assert_offers_in(desk, CODING_ICD10PCS, "2.70E+09", TODAY, "02700E6 number, 02703E6 number");
    assert_offers_in(desk, CODING_ICD10PCS, "2.703E+09", TODAY, "02703E6 number");
    assert_offers_in(desk, CODING_ICD10PCS, "2703000000", TODAY, "02703E6 number");
    assert_offers_in(desk, CODING_ICD10PCS, "2713000000.0", TODAY, "02713E6 number");
    assert_offers_in(desk, CODING_ICD10PCS, "2.70E+08", TODAY, "");
}

static void a_date_that_a_spreadsheet_made_is_not_guessed_at(void **state)
{
    coding_desk *desk = desk_with(state, numbers);
    assert_icd9(desk, "3-Mar", "");
    assert_offers_in(desk, CODING_ANY, "Jan-00", TODAY, "");
}

static void a_short_text_is_completed(void **state)
{
    coding_desk *desk = desk_with(state, numbers);
    assert_offers_in(desk, CODING_ICD10PCS, "0dtj4z", TODAY, "0DTJ4ZZ child");
    assert_offers_in(desk, CODING_ICD10PCS, "0DT", TODAY, "0DTJ4ZZ child");
}

static const char divided[] =
    "icd10cm  M545     billable  20151001  20211001  Low back pain\n"
    "icd10cm  M545     header    20211001  -         Low back pain\n"
    "icd10cm  M5450    billable  20211001  -         Low back pain, unspecified\n"
    "icd10cm  M5451    billable  20211001  -         Vertebrogenic low back pain\n"
    "icd10cm  M5459    billable  20211001  -         Other low back pain\n"
    "icd10cm  T814     header    20151001  -         Infection following a procedure\n"
    "icd10cm  T814XXA  billable  20151001  20181001  Infection following a procedure, initial encounter\n"
    "icd10cm  T8140XA  billable  20181001  -         Infection following a procedure, unspecified, initial encounter\n"
    "icd10cm  T8141XA  billable  20181001  -         Infection following a procedure, superficial, initial encounter\n"
    "icd10cm  R11      header    20151001  -         Nausea\n"
    "icd10cm  R1190    billable  20151001  20201001  Made up\n"
    "icd10cm  R119     header    20151001  20201001  Made up\n"
    "icd10cm  R119     billable  20201001  -         Made up\n";

static void a_retired_code_is_answered_with_what_took_its_place(void **state)
{
    coding_desk *desk = desk_with(state, divided);
    assert_offers(desk, "M54.5", "M54.50 successor; M54.59 successor; M54.51 successor");
    assert_offers(desk, "T81.4XXA", "T81.40XA successor, T81.41XA successor");
    assert_offers(desk, "R11.90", "R11.9 successor");
}

static void nothing_is_offered_that_does_not_stand_on_the_day(void **state)
{
    coding_desk *desk = desk_with(state, divided);
    assert_offers_in(desk, CODING_ICD10CM, "M54,5", 20200101, "M54.5 dot");
    assert_offers_in(desk, CODING_ICD10CM, "M54.51", 20200101, "M54.5 dropped");
    assert_offers_in(desk, CODING_ICD10CM, "T81.4XXA", 20180930, "");
    assert_offers_in(desk, CODING_ICD10CM, "M54,5", 20100101, "");
    assert_offers_in(desk, CODING_ICD10CM, "T81,40XA", 0, "T81.40XA dot");
}

static void one_character_typed_wrong_is_sought_last_and_neighbours_on_the_keyboard_come_first(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers(desk, "E12.9", "E11.9 typed"); /* 2 lies beside 1 */
    assert_offers(desk, "1E1.9", "E11.9 typed");
    assert_offers(desk, "E111.9", "E11.9 typed; E11.69 typed");
    assert_offers(desk, "E11.95", "E11.65 typed; E11.9 typed");
    assert_offers(desk, "Z97.4", "Z79.4 typed");
    assert_offers(desk, "W97.4", "");
}

static const char elsewhere[] =
    "icd10cm   A0100    billable  20151001  -  Typhoid fever, unspecified\n"
    "icd10pcs  0DTJ4ZZ  billable  20151001  -  Resection of appendix\n"
    "hcpcs     A0100    billable  20150101  -  Nonemergency transportation; taxi\n"
    "hcpcs     A0120    billable  20150101  -  Nonemergency transportation; mini-bus\n";

static void what_is_near_in_other_systems_comes_after_the_system_asked(void **state)
{
    coding_desk *desk = desk_with(state, elsewhere);
    assert_offers(desk, "0DTJ4ZZ", "0DTJ4ZZ none");
    assert_offers(desk, "A01O0", "A01.00 lookalike; A0100 lookalike");
    assert_offers_in(desk, CODING_HCPCS, "A01O0", TODAY, "A0100 lookalike; A01.00 lookalike");
}

static void without_a_system_all_of_the_book_are_tried(void **state)
{
    coding_desk *desk = desk_with(state, elsewhere);
    assert_offers_in(desk, CODING_ANY, "ODTJ4ZZ", TODAY, "0DTJ4ZZ lookalike");
    assert_offers_in(desk, CODING_ANY, "A01O0", TODAY, "A01.00 lookalike, A0100 lookalike");
    assert_offers_in(desk, CODING_ANY, "A0120", TODAY, "");
}

static void a_text_that_stands_in_several_systems_is_a_choice(void **state)
{
    assert_offers_in(desk_with(state, elsewhere), CODING_ANY, "A0100", TODAY, "A01.00 none, A0100 none");
}

static void check_digits_are_put_right(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers_in(desk, CODING_NPI, "1234567890", TODAY, "1234567893 check-digit");
    assert_offers_in(desk, CODING_NPI, "1234567893", TODAY, "");
    assert_offers_in(desk, CODING_NPI, "l23456789E", TODAY, "");
    assert_offers_in(desk, CODING_NPI, "l234567893", TODAY, "1234567893 lookalike");
    assert_offers_in(desk, CODING_LOINC, "2345-8", TODAY, "2345-7 check-digit, 3245-8 typed");
    assert_offers_in(desk, CODING_SCTID, "22928006", TODAY, "22928005 check-digit, 22298006 typed");
    assert_offers_in(desk, CODING_ANY, "1234567890", TODAY, "1234567893 check-digit");
}

static void codes_that_the_book_lacks_are_repaired_by_their_form(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_offers_in(desk, CODING_CPT, "99213.0", TODAY, "99213 number");
    assert_offers_in(desk, CODING_CPT, "213", TODAY, ""); /* 00213 is no code, and who could tell? */
    assert_offers_in(desk, CODING_CPT, "99213 office visit", TODAY, "99213 title");
    assert_offers_in(desk, CODING_REVENUE, "450", TODAY, "0450 leading-zero");
    assert_offers_in(desk, CODING_MSDRG, "65", TODAY, "065 leading-zero");
    assert_offers_in(desk, CODING_NDC, "0002759701", TODAY,
                     "00002-7597-01 leading-zero, 00027-0597-01 leading-zero, 00027-5970-01 leading-zero");
    assert_offers_in(desk, CODING_NDC, "2759701", TODAY, "00002-7597-01 leading-zero");
    assert_offers_in(desk, CODING_NDC, "0002-7597-O1", TODAY, "00002-7597-01 lookalike");
}

static const char own_systems[] =
    "number\tname\ttitle\tpattern\tdot\tbecause\n"
    "64\tlocal\tOur order codes\t[A-Z]{2}[0-9]+\t2\ta test\n"
    "65\tdashed\tOur forms\t[A-Z]-[0-9]+\t0\ta test\n";
static const char own_codes[] =
    "local   AB15   billable  20150101  -  Made up\n"
    "dashed  F-20   billable  20150101  -  Made up\n";

static void users_own_systems_are_walked_by_their_characters(void **state)
{
    coding_desk  *desk = desk_with_files(
        state, (little_file[]){{"own.systems.tsv", own_systems}, {"own.codes.tsv", own_codes}, {NULL, NULL}});
    coding_system local = (coding_system)64, dashed = (coding_system)65;
    assert_offers_in(desk, local, "AB.15", 20150101, "");
    assert_offers_in(desk, local, "ab15", 20150101, "");
    assert_offers_in(desk, local, "A.B15", 20150101, "AB15 dot");
    assert_offers_in(desk, local, "ABl5", 20150101, "AB15 lookalike");
    assert_offers_in(desk, dashed, "F20", 20150101, "F-20 dot");
    assert_offers_in(desk, dashed, "F-2O", 20150101, "F-20 lookalike");
}

static void what_cannot_be_asked_is_a_status(void **state)
{
    coding_desk *desk = desk_with(state, diabetes);
    assert_int_equal(coding_suggest(desk, CODING_ICD10CM, "E11\xFF", 4, TODAY).status, CODING_NOT_UTF8);
    assert_int_equal(coding_suggest(desk, CODING_HCPCS, "J1885", 5, TODAY).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_suggest(desk, CODING_ICD10CM, "", 0, TODAY).status, CODING_OK);
    assert_int_equal(coding_suggest(desk, CODING_ICD10CM, NULL, 0, TODAY).count, 0);
}

static void a_long_text_is_read_in_bounded_memory(void **state)
{
    enum { LENGTH = 1 << 20, BOUND = 64 * 1024 };
    coding_desk *desk = desk_with(state, diabetes);
    char        *text = malloc(LENGTH);
    assert_non_null(text);
    for (size_t i = 0; i < LENGTH; i++) text[i] = "E11.9 \xC3\xA9\nZ79.4;"[i % 15];
    coding_suggestions near = coding_suggest(desk, CODING_ICD10CM, text, LENGTH, TODAY);
    assert_int_equal(near.status, CODING_OK);
    assert_int_equal(near.count, 2);
    assert_true(coding_desk_used(desk).used < BOUND);
    free(text);
}

/* Whatever the text: what is offered stands, in rank order, once, and is not too much. */
static void assert_sound(coding_desk *desk, coding_system system, const char *text, size_t length)
{
    coding_suggestions near = coding_suggest(desk, system, text, length, TODAY);
    assert_true(near.status == CODING_OK || near.status == CODING_NOT_UTF8);
    assert_true(near.count <= CODING__NEAR_MOST);
    for (size_t i = 0; i < near.count; i++) {
        bool in_book = coding_book_has_system(coding_desk_book(desk), coding_code_system(near.items[i].code));
        if (in_book) assert_int_equal(coding_verdict_of(desk, near.items[i].code, TODAY), CODING_RULE_STANDS);
        assert_true(i == 0 ? near.items[i].rank == 0 : near.items[i].rank - near.items[i - 1].rank <= 1);
        for (size_t before = 0; before < i; before++)
            assert_true(near.items[i].code != near.items[before].code);
    }
    coding_desk_clear(desk);
}

static void whatever_the_text_what_is_offered_stands(void **state)
{
    static const char characters[] = "E1190IO0lX.,-; \nSTZ7AaB8\xC3\xA9\xE2\x80\x93+\"";
    coding_desk      *desk = desk_with(state, sprains);
    uint64_t          chance = 2026;
    for (unsigned i = 0; i < 20000; i++) {
        char   text[40];
        size_t length = 0;
        do {
            chance = chance * 6364136223846793005u + 1442695040888963407u;
            text[length++] = characters[(chance >> 33) % (sizeof characters - 1)];
        } while (length < sizeof text && (chance >> 13) % 9);
        assert_sound(desk, i % 2 ? CODING_ICD10CM : CODING_ANY, text, length);
    }
}

/* An allocator that refuses one call. */
typedef struct purse {
    size_t calls;
    size_t refused;
} purse;

static void *resize(void *context, void *memory, size_t old_size, size_t new_size)
{
    purse *own = context;
    (void)old_size;
    if (!new_size) free(memory);
    return new_size && own->calls++ != own->refused ? realloc(memory, new_size) : NULL;
}

static bool answers_with(const coding_book *book, purse *own, const char *text)
{
    coding_allocator allocator = {resize, own};
    coding_desk     *desk = coding_desk_new((coding_book *)(uintptr_t)book, &allocator);
    if (!desk) return false;
    coding_suggestions near = coding_suggest(desk, CODING_ICD10CM, text, strlen(text), TODAY);
    assert_true(near.status == CODING_OK ? near.count > 0 : near.status == CODING_NO_MEMORY && !near.count);
    coding_desk_free(desk);
    return near.status == CODING_OK;
}

static void where_memory_fails_the_status_says_so(void **state)
{
    const coding_book *book = coding_desk_book(desk_with(state, divided));
    for (size_t refused = 0;; refused++) {
        purse own = {.refused = refused};
        bool  answered = answers_with(book, &own, "T81.4XXA, M54.5");
        if (own.calls <= refused) {
            assert_true(answered);
            return;
        }
    }
}

static void keys_side_by_side_are_neighbours(void **state)
{
    (void)state;
    static const char *const beside[] = {"QW", "QA", "WA", "WS", "12", "1Q", "2Q", "2W", "90", "14", "58", "LP", "MK"};
    static const char *const apart[] = {"QE", "QZ", "AP", "19", "00", "1W", "QX"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        assert_true(coding__are_neighbours(beside[i][0], beside[i][1]));
        assert_true(coding__are_neighbours(beside[i][1], beside[i][0]));
    }
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        assert_false(coding__are_neighbours(apart[i][0], apart[i][1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_text_that_stands_has_no_near_misses),
        little_test(dots_commas_and_blanks_are_put_right),
        little_test(what_stands_too_much_behind_is_dropped),
        little_test(a_header_is_answered_with_the_codes_that_say_least),
        little_test(of_a_header_over_many_codes_ten_are_offered),
        little_test(a_code_in_front_of_its_title_is_taken),
        little_test(several_codes_in_a_field_are_offered_each),
        little_test(placeholders_are_put_in_and_left_out),
        little_test(a_7th_character_left_out_or_wrong_is_answered_with_those_that_may_stand),
        little_test(a_7th_character_that_a_code_does_not_take_is_dropped),
        little_test(characters_that_look_alike_are_exchanged_where_the_code_exists),
        little_test(two_codes_that_fit_equally_are_both_offered),
        little_test(zeros_that_a_spreadsheet_dropped_come_back),
        little_test(where_zeros_in_front_and_behind_fit_equally_both_are_offered),
        little_test(decimals_of_a_spreadsheet_are_cut),
        little_test(of_a_number_in_e_notation_every_code_that_prints_so_is_offered),
        little_test(a_date_that_a_spreadsheet_made_is_not_guessed_at),
        little_test(a_short_text_is_completed),
        little_test(a_retired_code_is_answered_with_what_took_its_place),
        little_test(nothing_is_offered_that_does_not_stand_on_the_day),
        little_test(one_character_typed_wrong_is_sought_last_and_neighbours_on_the_keyboard_come_first),
        little_test(what_is_near_in_other_systems_comes_after_the_system_asked),
        little_test(without_a_system_all_of_the_book_are_tried),
        little_test(a_text_that_stands_in_several_systems_is_a_choice),
        little_test(check_digits_are_put_right),
        little_test(codes_that_the_book_lacks_are_repaired_by_their_form),
        little_test(users_own_systems_are_walked_by_their_characters),
        little_test(what_cannot_be_asked_is_a_status),
        little_test(a_long_text_is_read_in_bounded_memory),
        little_test(whatever_the_text_what_is_offered_stands),
        little_test(where_memory_fails_the_status_says_so),
        cmocka_unit_test(keys_side_by_side_are_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
