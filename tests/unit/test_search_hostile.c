/* Strangers' queries put to a little book. */
#include "unit/little_book.h"

#include "search/hostile.h"

static const char codes[] =
    "icd10cm  I10      billable  20151001  -  Essential (primary) hypertension\n"
    "icd10cm  K92      header    20151001  -  Other diseases of digestive system\n"
    "icd10cm  K92.2    billable  20151001  -  Gastrointestinal hemorrhage, unspecified\n"
    "icd10cm  N20      header    20151001  -  Calculus of kidney and ureter\n"
    "icd10cm  N20.0    billable  20151001  -  Calculus of kidney\n"
    "icd10cm  S82.0    header    20151001  -  Fracture of patella\n"
    "icd10cm  S82.001  header    20151001  -  Unspecified fracture of right patella\n"
    "icd10cm  S82.001A  billable  20151001  -  Unspecified fracture of right patella, initial encounter\n";

static const char words[] = "term\tconcept\tkind\trank\tbecause\n"
                            "of\tof\tstop\t0\ttest\n"
                            "unspecified\tunspecified\tdefault\t0\ttest\n"
                            "s\t\tending\t3\ttest\n"
                            "kneecap\tpatella\tsame\t1\ttest\n"
                            "k\tkidney\tabbreviation\t1\ttest\n"
                            "kidney stone\tcalculus kidney\tlay\t1\ttest\n";

static const little_file files[] = {{"codes.tsv", codes}, {"words.tsv", words}, {NULL, NULL}};

static void bytes_of_any_kind(void **state) { random_bytes_are_answered(desk_with_files(state, files)); }
static void letters_of_any_kind(void **state) { random_letters_are_answered(desk_with_files(state, files)); }
static void queries_of_64_kib(void **state) { queries_of_64_kib_are_answered(desk_with_files(state, files)); }
static void ten_thousand_words(void **state)
{
    queries_of_ten_thousand_words_are_answered(desk_with_files(state, files));
}
static void all_scripts_of_unicode(void **state) { every_character_is_answered(desk_with_files(state, files)); }

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(bytes_of_any_kind),  little_test(letters_of_any_kind),    little_test(queries_of_64_kib),
        little_test(ten_thousand_words), little_test(all_scripts_of_unicode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
