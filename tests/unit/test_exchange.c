/* Risk scores of the exchanges from little tables: three models by age, groups, drugs, months. Coefficients are made
 * up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/read_book.h"
#include "compile/weave.h"
#include "unit/little_book.h"

static const char codes[] = "icd10cm  E119   billable  20151001  -  Type 2 diabetes without complications\n";

#define MAP(code, category) "HHS-V08\t2025\t2026\t" code "\t" category "\ta test\n"
static const char maps[] = "model\tfirst\tlast\tcode\tcategory\tbecause\n" MAP("E119", "21") MAP("E1122", "20")
    MAP("E109", "22") MAP("E109", "21") MAP("K7460", "35_1") MAP("K7581", "37_1") MAP("I509", "130") MAP("A419", "2")
    MAP("P0722", "242") MAP("Z3800", "249") MAP("Q203", "138") MAP("Q390", "64") MAP("B20", "1");
static const char treatments[] = "model\tfirst\tlast\ttreatment\tcategory\tbecause\n"
                                 "HHS-V08\t2026\t2026\t00002821501\tRXC_06\ta test\n"
                                 "HHS-V08\t2026\t2026\tJ1817\tRXC_06\ta test\n"
                                 "HHS-V08\t2026\t2026\t00002143301\tRXC_07\ta test\n"
                                 "HHS-V08\t2026\t2026\tJ0739\tACF_PrEP\ta test\n"
                                 "HHS-V08\t2026\t2026\tJ0739\tACF_PrEP_Child\ta test\n";
static const char edits[] = "model\tcode\tedit\tsex\tlow\thigh\tcategory\tbecause\n"
                            "HHS-V08\tQ390\tage\t-\t2\t255\t-\ta test\n";
static const char treatment_edits[] = "model\ttreatment\tedit\tsex\tlow\thigh\tcategory\tbecause\n"
                                      "HHS-V08\tJ0739\tage\t-\t0\t11\t-\ta test\n";
static const char drops[] = "model\tcategory\tdrops\tbecause\n"
                            "HHS-V08\t20\t21\ta test\n"
                            "HHS-V08\t35_1\t37_1\ta test\n"
                            "HHS-V08\tRXC_06\tRXC_07\ta test\n"
                            "HHS-V08\t242\t249\ta test\n"
                            "HHS-V08\t1\tACF_PrEP_Child\ta test\n";
static const char labels[] = "model\tcategory\tlabel\tchronic\tbecause\n"
                             "HHS-V08\t35_1\tLiver, in parts\tno\ta test\n"
                             "HHS-V08\tRXC_06\tInsulin\tno\ta test\n";
#define VALUE(segment, variable, value) "HHS-V08\t-\t2026\t2026\t" segment "\t" variable "\t" value "\ta test\n"
static const char values[] = "model\tplan\tfirst\tlast\tsegment\tvariable\tvalue\tbecause\n"
    VALUE("Adult_Silver", "MAGE_LAST_45_49", "0.1") VALUE("Adult_Silver", "FAGE_LAST_60_GT", "0.2")
    VALUE("Adult_Gold", "MAGE_LAST_45_49", "0.15") VALUE("Adult_Silver", "HHS_HCC020", "0")
    VALUE("Adult_Silver", "HHS_HCC021", "0") VALUE("Adult_Silver", "HHS_HCC022", "0.05")
    VALUE("Adult_Silver", "G01", "0.3") VALUE("Adult_Silver", "HHS_HCC130", "1.5")
    VALUE("Adult_Silver", "HHS_HCC002", "4") VALUE("Adult_Silver", "HHS_HCC035_1", "2.5")
    VALUE("Adult_Silver", "HHS_HCC037_1", "0.7") VALUE("Adult_Silver", "RXC_06", "1")
    VALUE("Adult_Silver", "RXC_07", "0.5") VALUE("Adult_Silver", "RXC_06_x_HCC020_021", "0.25")
    VALUE("Adult_Silver", "HCC_ED3", "0.9") VALUE("Adult_Silver", "SEVERE_HCC_COUNT2", "-1")
    VALUE("Adult_Silver", "ACF_PrEP", "1.1") VALUE("Child_Silver", "MAGE_LAST_10_14", "0.4")
    VALUE("Child_Silver", "MAGE_LAST_5_9", "0.45") VALUE("Child_Silver", "HHS_HCC021", "0.6")
    VALUE("Child_Silver", "HHS_HCC001", "3") VALUE("Child_Silver", "ACF_PrEP_Child", "2")
    VALUE("Infant_Silver", "Age0_Male", "0.5") VALUE("Infant_Silver", "Age1_Male", "0.05")
    VALUE("Infant_Silver", "Extremely_Immature_x_Severity4", "100") VALUE("Infant_Silver", "Term_x_Severity1", "1.2")
    VALUE("Infant_Silver", "Age1_x_Severity1", "0.3") VALUE("Infant_Silver", "Age1_x_Severity4", "11");
static const char rules[] = "model\tdoes\tvariable\twhen\tbecause\n"
                            "HHS-V08\tadds\tHCC_ED3\tcount=1+ & months=3\ta test\n"
                            "HHS-V08\tadds\tRXC_06_x_HCC020_021\tRXC_06 & 20-21\ta test\n"
                            "HHS-V08\tadds\tSEVERE_HCC_COUNT2\t2 3 & count=2\ta test\n"
                            "HHS-V08\tgroups\tG01\tadult & 20 21\ta test\n"
                            "HHS-V08\tmaturity\tExtremely_Immature\t242-244\ta test\n"
                            "HHS-V08\tmaturity\tTerm\t249\ta test\n"
                            "HHS-V08\tseverity\tSeverity2\t21\ta test\n"
                            "HHS-V08\tseverity\tSeverity4\t64 138\ta test\n"
                            "HHS-V08\tuncounted\t-\t22 RXC_06 RXC_07 ACF_PrEP\ta test\n";
static const char factors[] = "model\tfirst\tlast\tplan\tstatus\tnormalization\tintensity\tshare\tmultiplier\tbecause\n"
                              "HHS-V08\t2026\t2026\t-\tcsr-1\t0\t0\t0\t1\ta test\n"
                              "HHS-V08\t2026\t2026\t-\tcsr-4\t0\t0\t0\t1.51\ta test\n";

static const little_file files[] = {
    {"codes.tsv", codes},
    {"maps.tsv", maps},
    {"treatments.tsv", treatments},
    {"edits.tsv", edits},
    {"prevention.tsv", treatment_edits},
    {"drops.tsv", drops},
    {"labels.tsv", labels},
    {"values.tsv", values},
    {"rules.tsv", rules},
    {"factors.tsv", factors},
    {NULL, NULL},
};

enum { MOST = 8 };

static coding_risk_diagnosis ill[MOST];
static coding_code           given[MOST];

/* A man of that age with a silver plan, these diagnoses and treatments. */
static coding_member man(uint32_t age, const char *diagnoses, const char *drugs)
{
    coding_member member = {.size = sizeof member,
                            .age = age,
                            .sex = CODING_SEX_MALE,
                            .metal = CODING_METAL_SILVER,
                            .diagnoses = ill,
                            .treatments = given};
    memset(ill, 0, sizeof ill);
    for (size_t length; *diagnoses; diagnoses += length + (diagnoses[length] == ' ')) {
        length = strcspn(diagnoses, " ");
        ill[member.diagnosis_count++].code = coding_parse(CODING_ICD10CM, diagnoses, length).code;
    }
    for (size_t length; *drugs; drugs += length + (drugs[length] == ' ')) {
        length = strcspn(drugs, " ");
        coding_system system = length == 11 ? CODING_NDC : CODING_HCPCS;
        given[member.treatment_count++] = coding_parse(system, drugs, length).code;
    }
    return member;
}

static coding_risk_score v08(coding_desk *desk, const coding_member *member)
{
    coding_risk_score score = coding_risk_score_member(desk, member, CODING_RISK_HHS_V08, 2026, NULL);
    assert_int_equal(score.status, CODING_OK);
    return score;
}

static const coding_risk_category *category(const coding_risk_score *score, const char *name)
{
    for (size_t i = 0; i < score->category_count; i++)
        if (!strcmp(score->categories[i].name, name)) return &score->categories[i];
    return NULL;
}

static void a_group_counts_once_whichever_of_its_categories_there_are(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = man(45, "E1122 E119", "");
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.raw, 100 + 300);
    assert_int_equal(score.count, 1);
    assert_string_equal(category(&score, "HHS_HCC020")->group, "G01");
    assert_int_equal(category(&score, "HHS_HCC020")->coefficient, 0);
    assert_int_equal(category(&score, "HHS_HCC021")->lost_to, 20);
    assert_string_equal(category(&score, "HHS_HCC021")->winner, "HHS_HCC020");
    assert_null(category(&score, "HHS_HCC021")->group);
    assert_int_equal(score.terms[1].kind, CODING_TERM_GROUP);
}

static void a_divided_category_is_no_plain_number(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = man(45, "K7460 K7581", "");
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.raw, 100 + 2500);
    assert_int_equal(category(&score, "HHS_HCC035_1")->number, 1035);
    assert_string_equal(category(&score, "HHS_HCC035_1")->label, "Liver, in parts");
    assert_int_equal(category(&score, "HHS_HCC037_1")->lost_to, 1035);
}

static void a_drug_is_a_category_of_adults(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = man(45, "E119", "00002821501 00002143301 J1817");
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.raw, 100 + 300 + 1000 + 250); /* the other drug loses */
    assert_int_equal(score.count, 1);                    /* drugs are not counted */
    assert_int_equal(category(&score, "RXC_06")->support_count, 2);
    assert_int_equal(category(&score, "RXC_06")->supports[0], 1); /* after the one diagnosis */
    assert_int_equal(category(&score, "RXC_06")->supports[1], 3);
    assert_false(category(&score, "RXC_06")->once);
    assert_string_equal(category(&score, "RXC_07")->winner, "RXC_06");
    member.age = 10;
    assert_int_equal(v08(desk, &member).raw, 400 + 600);
}

static void an_interaction_may_ask_how_many_there_are(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = man(45, "A419 I509", "");
    assert_int_equal(v08(desk, &member).raw, 100 + 4000 + 1500 - 1000);
    member = man(45, "A419 I509 E119", "");
    assert_int_equal(v08(desk, &member).raw, 100 + 4000 + 1500 + 300);
    member = man(45, "A419 E109", ""); /* HCC 22 is not counted, its group is */
    assert_int_equal(v08(desk, &member).raw, 100 + 4000 + 50 + 300 - 1000);
}

static void a_short_enrolment_adds_to_who_is_ill(void **state)
{
    coding_desk          *desk = desk_with_files(state, files);
    static const uint16_t days[] = {62, 63, 92, 93, 0, 366};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        coding_member member = man(45, "I509", "");
        member.enrolled_days = days[i];
        assert_int_equal(v08(desk, &member).raw, 1600 + (i == 1 || i == 2 ? 900 : 0));
    }
    coding_member well = man(45, "", "");
    well.enrolled_days = 80;
    assert_int_equal(v08(desk, &well).raw, 100);
}

static void a_category_without_a_coefficient_is_none_of_that_age(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = man(10, "E1122 E119", ""); /* children have no HCC 20 here */
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.raw, 400 + 600);
    assert_null(category(&score, "HHS_HCC020"));
    assert_int_equal(score.uses[0], CODING_USE_NO_CATEGORY);
}

static void an_infant_is_maturity_by_severity(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = man(0, "P0722 Q203 Z3800", "");
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.raw, 500 + 100000);
    assert_string_equal(score.terms[1].variable, "Extremely_Immature_x_Severity4");
    assert_int_equal(category(&score, "HHS_HCC249")->lost_to, 242);
    member = man(0, "Z3800", "");
    assert_int_equal(v08(desk, &member).raw, 500 + 1200);
    member = man(0, "Q390", ""); /* nothing of its birth: taken for a year old */
    assert_int_equal(v08(desk, &member).raw, 50 + 11000);
    member = man(1, "P0722", "");
    assert_int_equal(v08(desk, &member).raw, 50 + 300);
    member.sex = CODING_SEX_FEMALE;
    assert_int_equal(v08(desk, &member).raw, 300);
}

static void prevention_counts_from_twelve_years_without_the_illness(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = man(12, "", "J0739");
    assert_int_equal(v08(desk, &member).raw, 400 + 2000);
    member = man(9, "", "J0739");
    assert_int_equal(v08(desk, &member).raw, 450);
    member = man(12, "B20", "J0739");
    assert_int_equal(v08(desk, &member).raw, 400 + 3000);
    member = man(45, "B20", "J0739"); /* of adults the drug, not the illness, takes it away */
    assert_int_equal(v08(desk, &member).raw, 100 + 1100);
}

static void diagnoses_count_in_the_benefit_year_itself(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = man(45, "I509 A419", "");
    ill[0].on = 20260301, ill[1].on = 20250301;
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.raw, 1600);
    assert_int_equal(score.uses[1], CODING_USE_OTHER_YEAR);
}

static void age_is_that_of_the_last_day_of_enrolment(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = man(0, "", "");
    member.born = 19800615;
    assert_int_equal(v08(desk, &member).age, 46);
    member.enrolled_until = 20260614;
    assert_int_equal(v08(desk, &member).age, 45);
}

static void cost_sharing_multiplies_the_sum(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = man(45, "I509", "");
    coding_risk_score score = v08(desk, &member);
    assert_int_equal(score.payment, 1600);
    member.cost_sharing = 4;
    score = v08(desk, &member);
    assert_int_equal(score.payment, 2416);
    assert_string_equal(
        coding_risk_explain(desk, &score),
        "HHS-V08 2026 Adult_Silver, 45 years: 0.100 MAGE_LAST_45_49 + 1.500 HHS_HCC130 = 1.600; x 1.510 "
        "cost sharing = 2.416");
    member.cost_sharing = 7;
    score = v08(desk, &member);
    assert_int_equal(score.multiplier, 0);
    assert_non_null(strstr(coding_risk_explain(desk, &score), "no factor of that indicator"));
}

static void without_a_metal_level_there_is_no_score(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = man(45, "I509", "");
    member.metal = CODING_METAL_NONE;
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_HHS_V08, 2026, NULL).status, CODING_MISUSE);
    member.metal = CODING_METAL_GOLD;
    assert_int_equal(v08(desk, &member).raw, 150);
    coding_encounter seen = {.bill = "0111"}; /* its filter of services is in no book */
    member.encounters = &seen, member.encounter_count = 1;
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_HHS_V08, 2026, NULL).status,
                     CODING_NOT_IN_BOOK);
}

static void members_in_columns_have_the_scores_of_each_alone(void **state)
{
    coding_desk       *desk = desk_with_files(state, files);
    const uint8_t      age[] = {45, 45, 0}, sex[] = {1, 1, 1}, metal[] = {3, 3, 3}, sharing[] = {4, 0, 0};
    const uint16_t     days[] = {80, 0, 0};
    const uint64_t     ends[] = {2, 4, 5};
    const coding_code  all[] = {icd10cm("E119"), coding_parse(CODING_NDC, "00002821501", 11).code, icd10cm("A419"),
                                icd10cm("I509"), icd10cm("Z3800")};
    int32_t            raw[3], payment[3];
    uint8_t            count[3];
    coding_members     members = {.size = sizeof members,
                                  .count = 3,
                                  .age = age,
                                  .sex = sex,
                                  .metal = metal,
                                  .cost_sharing = sharing,
                                  .enrolled_days = days,
                                  .ends = ends,
                                  .codes = all};
    coding_risk_scores scores = {.size = sizeof scores, .raw = raw, .payment = payment, .count = count};
    assert_int_equal(coding_risk_score_many(desk, &members, CODING_RISK_HHS_V08, 2026, NULL, &scores), CODING_OK);
    assert_int_equal(raw[0], 100 + 300 + 1000 + 250 + 900);
    assert_int_equal(payment[0], 3851); /* 2.550 x 1.51 = 3.8505 */
    assert_int_equal(count[0], 1);
    assert_int_equal(raw[1], 4600);
    assert_int_equal(count[1], 2);
    assert_int_equal(raw[2], 1700);
}

/* The book of a desk read back into a model and made anew. */
static void *made_anew(const void *bytes, size_t length, size_t *new_length)
{
    coding__model           model;
    coding__compile_options options = {.count = 0};
    void                   *anew = NULL;
    coding_book            *book = coding_book_open_memory(bytes, length, NULL);
    coding__model_start(&model, &options);
    coding__take_book(&model, book);
    assert_true(coding__compile_model(&model, &anew, new_length, NULL));
    coding__model_end(&model);
    coding_book_close(book);
    return anew;
}

static void a_book_that_is_extended_keeps_its_scores(void **state)
{
    size_t       length, new_length;
    void        *bytes = book_bytes(files, &length), *anew = made_anew(bytes, length, &new_length);
    coding_book *book = coding_book_open_memory(anew, new_length, NULL);
    coding_desk *desk = coding_desk_new(book, NULL), *old = desk_with_files(state, files);
    assert_true(coding_book_verify(book, NULL));
    for (uint32_t age = 0; age <= 60; age += 15) {
        coding_member member = man(age, "P0722 Q203 E1122 A419", "00002821501 J0739");
        member.cost_sharing = 4, member.enrolled_days = 70;
        coding_risk_score score = v08(desk, &member), before = v08(old, &member);
        assert_string_equal(coding_risk_explain(desk, &score), coding_risk_explain(old, &before));
    }
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes), free(anew);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_group_counts_once_whichever_of_its_categories_there_are),
        little_test(a_divided_category_is_no_plain_number),
        little_test(a_drug_is_a_category_of_adults),
        little_test(an_interaction_may_ask_how_many_there_are),
        little_test(a_short_enrolment_adds_to_who_is_ill),
        little_test(a_category_without_a_coefficient_is_none_of_that_age),
        little_test(an_infant_is_maturity_by_severity),
        little_test(prevention_counts_from_twelve_years_without_the_illness),
        little_test(diagnoses_count_in_the_benefit_year_itself),
        little_test(age_is_that_of_the_last_day_of_enrolment),
        little_test(cost_sharing_multiplies_the_sum),
        little_test(without_a_metal_level_there_is_no_score),
        little_test(members_in_columns_have_the_scores_of_each_alone),
        little_test(a_book_that_is_extended_keeps_its_scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
