/* Risk scores from little tables: what counts, what it is worth, what it rests on. Coefficients are made up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/read_book.h"
#include "compile/weave.h"
#include "unit/little_book.h"

static const char codes[] = "icd10cm  E119   billable  20151001  -  Type 2 diabetes without complications\n"
                            "icd10cm  E1122  billable  20151001  -  Type 2 diabetes with kidney disease\n"
                            "icd10cm  I509   billable  20151001  -  Heart failure\n"
                            "icd10cm  I5022  billable  20151001  -  Systolic heart failure\n";

#define MAP(code, category) "V28\t2025\t2026\t" code "\t" category "\ta test\n"
static const char maps[] = "model\tfirst\tlast\tcode\tcategory\tbecause\n" MAP("E119", "38") MAP("E1122", "37")
    MAP("I509", "226") MAP("I5022", "226") MAP("Z95811", "223") MAP("I43", "227") MAP("C50911", "23")
    MAP("E08311", "37") MAP("E08311", "298") MAP("D66", "111")
    "V24\t2025\t2025\tE119\t19\ta test\n"
    "ESRD-V24\t2026\t2026\tE119\t19\ta test\n"
    "RxHCC-V08\t2026\t2026\tE119\t31\ta test\n";
static const char edits[] = "model\tcode\tedit\tsex\tlow\thigh\tcategory\tbecause\n"
                            "V28\tC50911\tage\t-\t0\t49\t22\ta test\n"
                            "V28\tD66\tsex\t2\t0\t255\t112\ta test\n"
                            "V28\tE08311\tmce\t-\t0\t14\t-\ta test\n";
static const char drops[] = "model\tcategory\tdrops\tbecause\n"
                            "V28\t37\t38\ta test\n"
                            "V28\t223\t226\ta test\n"
                            "V28\t223\t227\ta test\n"
                            "V28\t226\t227\ta test\n";
static const char labels[] = "model\tcategory\tlabel\tchronic\tbecause\n"
                             "V28\t37\tDiabetes with complications\tyes\ta test\n"
                             "V28\t38\tDiabetes\tyes\ta test\n"
                             "V28\t226\tHeart failure\tyes\ta test\n";
#define VALUE(segment, variable, value) "V28\t-\t2025\t2026\t" segment "\t" variable "\t" value "\ta test\n"
static const char values[] = "model\tplan\tfirst\tlast\tsegment\tvariable\tvalue\tbecause\n"
    VALUE("CNA", "F70_74", "0.395") VALUE("CNA", "HCC37", "0.166") VALUE("CNA", "HCC38", "0.166")
    VALUE("CNA", "HCC226", "0.36") VALUE("CNA", "HCC227", "0.189") VALUE("CNA", "HCC298", "0.1")
    VALUE("CNA", "DIABETES_HF_V28", "0.112") VALUE("CNA", "D3", "0.05")
    VALUE("CNA", "OriginallyDisabled_Female", "0.228") VALUE("CND", "F60_64", "0.37") VALUE("CND", "HCC22", "0.4")
    VALUE("CND", "HCC111", "0.9") VALUE("CND", "HCC112", "0.2")
    VALUE("NE", "NMCAID_NORIGDIS_NEF65", "0.5") VALUE("NE", "NMCAID_NORIGDIS_NEF60_64", "0.7")
    VALUE("INS", "F70_74", "1") VALUE("INS", "LTIMCAID", "0.13")
    "V24\t-\t2025\t2025\tCNA\tF70_74\t0.386\ta test\n"
    "V24\t-\t2025\t2025\tCNA\tHCC19\t0.105\ta test\n"
    "ESRD-V24\t-\t2026\t2026\tGNE\tFBD_NORIGDIS_G_NEF65\t1\ta test\n"
    "ESRD-V24\t-\t2026\t2026\t-\tFGC_GE65_DUR4_9_FBD\t2.605\ta test\n"
    "ESRD-V24\t-\t2026\t2026\t-\tActAdj_DUR4_9\t0.905\ta test\n"
    "ESRD-V24\t-\t2026\t2026\t-\tTRANSPLANT_KIDNEY_ONLY_2M\t0.941\ta test\n"
    "RxHCC-V08\tpdp\t2026\t2026\tRx_CE_LowAged\tRXHCC31\t0.3\ta test\n"
    "RxHCC-V08\tmapd\t2026\t2026\tRx_CE_LowAged\tRXHCC31\t0.2\ta test\n";
static const char rules[] = "model\tdoes\tvariable\twhen\tbecause\n"
                            "V28\tadds\tDIABETES_HF_V28\t35-38 & 221-226\ta test\n"
                            "V28\tdrops\t-\t223 without 221 222 224-226\ta test\n";
static const char factors[] = "model\tfirst\tlast\tplan\tstatus\tnormalization\tintensity\tshare\tbecause\n"
                              "V28\t2026\t2026\t-\t-\t1.067\t0.059\t1\ta test\n"
                              "V28\t2025\t2025\t-\t-\t1.045\t0.059\t0.67\ta test\n"
                              "V24\t2025\t2025\t-\t-\t1.153\t0.059\t0.33\ta test\n";
static const char services[] = "service\tfirst\tlast\tbecause\nG0402\t2026\t2026\ta test\nG0403\t2025\t2025\ta test\n";

static const little_file files[] = {
    {"codes.tsv", codes},   {"maps.tsv", maps},       {"edits.tsv", edits},     {"drops.tsv", drops},
    {"labels.tsv", labels}, {"values.tsv", values},   {"rules.tsv", rules},     {"factors.tsv", factors},
    {"services.tsv", services}, {NULL, NULL},
};

enum { MOST = 16 };

/* A woman of 72 with these diagnoses, the next question's place for more. */
static coding_risk_diagnosis ill[MOST];
static coding_member woman(const char *text)
{
    coding_member member = {.size = sizeof member, .age = 72, .sex = CODING_SEX_FEMALE, .diagnoses = ill};
    memset(ill, 0, sizeof ill);
    while (*text) {
        size_t length = strcspn(text, " ");
        ill[member.diagnosis_count++].code = coding_parse(CODING_ICD10CM, text, length).code;
        text += length + (text[length] == ' ');
    }
    return member;
}

static coding_risk_score v28(coding_desk *desk, const coding_member *member)
{
    return coding_risk_score_member(desk, member, CODING_RISK_V28, 2026, NULL);
}

/* "37, 38<37, 223!": categories, who beat them, what a rule dropped */
static const char *in_a_line(const coding_risk_score *score)
{
    static char line[512];
    size_t      length = 0;
    line[0] = '\0';
    for (size_t i = 0; i < score->category_count; i++) {
        const coding_risk_category *one = &score->categories[i];
        length += (size_t)snprintf(line + length, sizeof line - length, "%s%u", i ? ", " : "", one->number);
        if (one->lost_to) length += (size_t)snprintf(line + length, sizeof line - length, "<%u", one->lost_to);
        if (one->dropped) length += (size_t)snprintf(line + length, sizeof line - length, "!");
    }
    return line;
}

static void a_score_is_the_sum_of_its_terms(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = woman("E1122 I5022 E119");
    coding_risk_score score = v28(desk, &member);
    int32_t           sum = 0;
    assert_int_equal(score.status, CODING_OK);
    assert_int_equal(score.segment, CODING_SEGMENT_CNA);
    for (size_t i = 0; i < score.term_count; i++) sum += score.terms[i].coefficient;
    assert_int_equal(score.raw, 395 + 166 + 360 + 112);
    assert_int_equal(sum, score.raw);
    assert_string_equal(in_a_line(&score), "37, 38<37, 226");
    assert_string_equal(score.terms[0].variable, "F70_74");
    assert_int_equal(score.terms[0].source.line, 2);
    assert_string_equal(score.terms[0].source.table, "values.tsv");
    assert_string_equal(score.categories[1].source.table, "drops.tsv");
}

static void payment_is_rounded_at_each_step(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = woman("E1122 I5022");
    coding_risk_score score = v28(desk, &member);
    assert_int_equal(score.normalized, 968); /* 1.033 / 1.067 = 0.96813 */
    assert_int_equal(score.payment, 911);    /* 0.968 x 0.941 = 0.910888 */
    assert_string_equal(coding_risk_explain(desk, &score),
                        "V28 2026 CNA, 72 years: 0.395 F70_74 + 0.166 HCC37 + 0.360 HCC226 + 0.112 DIABETES_HF_V28 = "
                        "1.033; / 1.067 = 0.968; x (1 - 0.059) = 0.911");
}

static void factors_are_the_callers_to_change(void **state)
{
    coding_desk        *desk = desk_with_files(state, files);
    coding_member       member = woman("E1122 I5022");
    coding_risk_options options = {.size = sizeof options, .normalization = 1000, .has_intensity = true};
    options.frailty = 100;
    coding_risk_score   score = coding_risk_score_member(desk, &member, CODING_RISK_V28, 2026, &options);
    assert_int_equal(score.payment, 1133);
}

static void years_between_two_models_are_blended(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     member = woman("E119");
    coding_risk_blend blend = coding_risk_blend_member(desk, &member, 2025, NULL);
    assert_int_equal(blend.status, CODING_OK);
    assert_int_equal(blend.count, 2);
    assert_int_equal(blend.scores[0].payment, 401); /* (0.386 + 0.105) / 1.153 x 0.941 */
    assert_int_equal(blend.scores[1].payment, 505); /* (0.395 + 0.166) / 1.045 x 0.941 */
    assert_int_equal(blend.payment, 471);           /* 0.33 x 0.401 + 0.67 x 0.505 = 0.47068 */
    assert_int_equal(coding_risk_blend_member(desk, &member, 2024, NULL).status, CODING_NOT_IN_BOOK);
}

static void a_category_that_a_rule_drops_beats_nobody(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_member     alone = woman("Z95811 I43");
    coding_risk_score score = v28(desk, &alone);
    assert_string_equal(in_a_line(&score), "223!, 227");
    coding_member failing = woman("Z95811 I43 I509");
    score = v28(desk, &failing);
    assert_string_equal(in_a_line(&score), "223, 226<223, 227<223");
}

static void age_and_sex_replace_every_category_of_a_code(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("C50911 D66");
    member.entitlement = 1, member.age = 49;
    coding_risk_score young = v28(desk, &member);
    assert_string_equal(in_a_line(&young), "22, 112");
    member.age = 50, member.sex = CODING_SEX_MALE;
    coding_risk_score old = v28(desk, &member);
    assert_string_equal(in_a_line(&old), "23, 111");
    coding_member child = woman("E08311");
    child.age = 14;
    coding_risk_score score = v28(desk, &child);
    assert_int_equal(score.category_count, 0);
    assert_int_equal(score.uses[0], CODING_USE_EDITED);
    coding_risk_options options = {.size = sizeof options, .without_mce = true};
    score = coding_risk_score_member(desk, &child, CODING_RISK_V28, 2026, &options);
    assert_string_equal(in_a_line(&score), "37, 298");
}

static void a_diagnosis_counts_in_the_year_before(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("E119 I509 R05");
    ill[0].on = 20241231, ill[1].on = 20251231;
    coding_risk_score score = v28(desk, &member);
    assert_string_equal(in_a_line(&score), "226");
    assert_int_equal(score.uses[0], CODING_USE_OTHER_YEAR);
    assert_int_equal(score.uses[1], CODING_USE_COUNTS);
    assert_int_equal(score.uses[2], CODING_USE_NO_CATEGORY);
}

static bool counts(coding_desk *desk, const char *bill, const char *service, uint32_t year)
{
    coding_member    member = woman("E119");
    coding_code      code = coding_parse(CODING_HCPCS, service, strlen(service)).code;
    coding_encounter seen = {.services = &code, .service_count = *service != '\0', .bill = bill};
    member.encounters = &seen, member.encounter_count = 1, ill[0].encounter = 1;
    coding_risk_score score = coding_risk_score_member(desk, &member, CODING_RISK_V28, year, NULL);
    assert_int_equal(score.status, CODING_OK);
    return score.uses[0] == CODING_USE_COUNTS;
}

static void an_encounter_needs_an_eligible_service_or_a_stay(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_true(counts(desk, NULL, "G0402", 2026));
    assert_false(counts(desk, NULL, "G0403", 2026));
    assert_true(counts(desk, NULL, "G0403", 2025));
    assert_false(counts(desk, NULL, "", 2026));
    assert_true(counts(desk, "0111", "", 2026));
    assert_false(counts(desk, "118", "", 2026));
    assert_true(counts(desk, "0131", "G0402", 2026));
    assert_false(counts(desk, "131", "G0403", 2026));
    assert_false(counts(desk, "0211", "G0402", 2026));
    assert_false(counts(desk, "321", "G0402", 2026));
}

static void what_was_only_heard_or_hangs_in_the_air_does_not_count(void **state)
{
    coding_desk     *desk = desk_with_files(state, files);
    coding_member    member = woman("E119 I509 E1122");
    coding_code      visit = coding_parse(CODING_HCPCS, "G0402", 5).code;
    coding_encounter seen[] = {{.services = &visit, .service_count = 1, .audio_only = true},
                               {.services = &visit, .service_count = 1, .unlinked = true}};
    member.encounters = seen, member.encounter_count = 2;
    ill[0].encounter = 1, ill[1].encounter = 2, ill[2].encounter = 3; /* the third is not there */
    coding_risk_score score = v28(desk, &member);
    assert_string_equal(in_a_line(&score), "226");
    assert_int_equal(score.uses[2], CODING_USE_ENCOUNTER);
}

static void one_record_is_the_first_to_be_audited(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("I509 I5022 E119");
    coding_risk_score score = v28(desk, &member);
    assert_int_equal(score.categories[1].support_count, 2);
    assert_true(score.categories[0].once);
    assert_false(score.categories[1].once);
    ill[0].on = ill[1].on = 20250301;
    assert_true(v28(desk, &member).categories[1].once);
    ill[1].on = 20250302;
    assert_false(v28(desk, &member).categories[1].once);
}

static void last_years_categories_are_missed(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("E1122");
    coding_code   earlier[] = {icd10cm("E119"), icd10cm("I509")};
    member.earlier = earlier, member.earlier_count = 2;
    coding_risk_score score = v28(desk, &member);
    assert_int_equal(score.gap_count, 1); /* diabetes is there, and worse */
    assert_int_equal(score.gaps[0].number, 226);
    assert_int_equal(score.gaps[0].coefficient, 360);
    assert_true(score.gaps[0].chronic);
    assert_string_equal(score.gaps[0].label, "Heart failure");
}

static void segments_follow_age_and_circumstances(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("");
    member.entitlement = 1;
    assert_int_equal(v28(desk, &member).raw, 395 + 228);
    member.institutional = true, member.dual = 2;
    assert_int_equal(v28(desk, &member).raw, 1130);
    member = woman("E1122"), member.new_enrollee = true, member.age = 64;
    assert_int_equal(v28(desk, &member).raw, 500); /* entitled by age: 65 in the year */
    member.entitlement = 1;
    assert_int_equal(v28(desk, &member).raw, 700);
    member.sex = CODING_SEX_UNKNOWN;
    assert_int_equal(v28(desk, &member).status, CODING_MISUSE);
}

static void age_is_that_of_the_first_of_february(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("");
    member.born = 19540201;
    assert_int_equal(v28(desk, &member).age, 72);
    member.born = 19540202;
    assert_int_equal(v28(desk, &member).age, 71);
    member.born = 20260101;
    assert_int_equal(v28(desk, &member).age, 0);
}

static void a_graft_of_a_new_enrollee_is_divided(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("E119");
    member.age = 65, member.dual = 2, member.new_enrollee = true, member.esrd = CODING_ESRD_GRAFT;
    member.graft_months = 4;
    coding_risk_score score = coding_risk_score_member(desk, &member, CODING_RISK_ESRD_V24, 2026, NULL);
    assert_int_equal(score.divisor, 905);
    assert_int_equal(score.raw, 3983); /* (1 + 2.605) / 0.905 = 3.98343 */
    member.graft_months = 2;
    score = coding_risk_score_member(desk, &member, CODING_RISK_ESRD_V24, 2026, NULL);
    assert_int_equal(score.raw, 941);
    assert_int_equal(score.term_count, 1);
    member.esrd = CODING_ESRD_NONE;
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_ESRD_V24, 2026, NULL).status, CODING_MISUSE);
}

static void plans_have_coefficients_of_their_own(void **state)
{
    coding_desk        *desk = desk_with_files(state, files);
    coding_member       member = woman("E119");
    coding_risk_options options = {.size = sizeof options, .plan = CODING_RISK_PDP};
    member.low_income = true;
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_RXHCC_V08, 2026, NULL).raw, 200);
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_RXHCC_V08, 2026, &options).raw, 300);
    options.plan = CODING_RISK_PACE;
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_RXHCC_V08, 2026, &options).status,
                     CODING_NOT_IN_BOOK);
}

static void a_year_without_tables_is_no_score_of_nothing(void **state)
{
    coding_desk  *desk = desk_with_files(state, files);
    coding_member member = woman("E119");
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_V28, 2027, NULL).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_V22, 2026, NULL).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_risk_score_member(desk, &member, CODING_RISK_NONE, 2026, NULL).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_risk_score_member(desk, &member, (coding_risk_model)99, 2026, NULL).status,
                     CODING_NOT_IN_BOOK);
}

static void encounters_without_a_table_of_services_cannot_be_judged(void **state)
{
    static const little_file few[] = {{"codes.tsv", codes}, {"maps.tsv", maps}, {"values.tsv", values}, {NULL, NULL}};
    coding_desk     *desk = desk_with_files(state, few);
    coding_member    member = woman("E119");
    coding_encounter seen = {.bill = "0111"};
    assert_int_equal(v28(desk, &member).raw, 395 + 166);
    member.encounters = &seen, member.encounter_count = 1;
    assert_int_equal(v28(desk, &member).status, CODING_NOT_IN_BOOK);
}

static void members_in_columns_have_the_scores_of_each_alone(void **state)
{
    enum { MEMBERS = 500 };
    static const char *const some[] = {"E119", "E1122", "I509", "I43", "Z95811", "C50911", "D66", "R05"};
    coding_desk *desk = desk_with_files(state, files);
    uint8_t  age[MEMBERS], sex[MEMBERS], entitlement[MEMBERS], dual[MEMBERS], flags[MEMBERS];
    uint8_t  segment[MEMBERS], n[MEMBERS];
    uint64_t ends[MEMBERS];
    int32_t  raw[MEMBERS], payment[MEMBERS];
    coding_code all[MEMBERS * 3];
    srand(8);
    for (size_t i = 0; i < MEMBERS; i++) {
        age[i] = (uint8_t)(rand() % 100), sex[i] = (uint8_t)(rand() % 3), entitlement[i] = (uint8_t)(rand() % 4);
        dual[i] = (uint8_t)(rand() % 9), flags[i] = (uint8_t)(rand() % 32), ends[i] = (i + 1) * 3;
        for (size_t k = 0; k < 3; k++) all[i * 3 + k] = icd10cm(some[(size_t)rand() % 8]);
    }
    coding_members     members = {.size = sizeof members, .count = MEMBERS, .age = age, .sex = sex, .dual = dual,
                                  .entitlement = entitlement, .flags = flags, .ends = ends, .codes = all};
    coding_risk_scores scores = {.size = sizeof scores, .raw = raw, .payment = payment, .segment = segment, .count = n};
    assert_int_equal(coding_risk_score_many(desk, &members, CODING_RISK_V28, 2026, NULL, &scores), CODING_OK);
    for (size_t i = 0; i < MEMBERS; i++) {
        coding_member member = woman("E119 E119 E119");
        for (size_t k = 0; k < 3; k++) ill[k].code = all[i * 3 + k];
        member.age = age[i], member.sex = (coding_sex)sex[i];
        member.entitlement = entitlement[i], member.dual = dual[i];
        member.medicaid = flags[i] & 1, member.institutional = flags[i] & 2, member.new_enrollee = flags[i] & 4;
        member.special_needs = flags[i] & 8, member.low_income = flags[i] & 16;
        coding_risk_score alone = v28(desk, &member);
        assert_int_equal(segment[i], alone.segment);
        if (alone.status != CODING_OK) continue;
        assert_int_equal(raw[i], alone.raw);
        assert_int_equal(payment[i], alone.payment);
        assert_int_equal(n[i], alone.count);
    }
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
    size_t length, new_length;
    void  *bytes = book_bytes(files, &length), *anew = made_anew(bytes, length, &new_length);
    coding_book  *book = coding_book_open_memory(anew, new_length, NULL);
    coding_desk  *desk = coding_desk_new(book, NULL), *old = desk_with_files(state, files);
    coding_member member = woman("E1122 I5022 E119 Z95811 I43");
    assert_true(coding_book_verify(book, NULL));
    coding_risk_score score = v28(desk, &member), before = v28(old, &member);
    assert_string_equal(coding_risk_explain(desk, &score), coding_risk_explain(old, &before));
    assert_int_equal(score.terms[0].source.line, before.terms[0].source.line);
    assert_true(counts(desk, NULL, "G0402", 2026));
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes), free(anew);
}

static void names_are_read_in_letters_of_any_size(void **state)
{
    (void)state;
    assert_int_equal(coding_risk_model_named("esrd-V24", 8), CODING_RISK_ESRD_V24);
    assert_int_equal(coding_risk_model_named("V29", 3), CODING_RISK_NONE);
    assert_string_equal(coding_risk_model_title(CODING_RISK_RXHCC_V08), "RxHCC-V08");
    assert_string_equal(coding_risk_segment_title(CODING_SEGMENT_CE_LOW_AGED), "Rx_CE_LowAged");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_score_is_the_sum_of_its_terms),
        little_test(payment_is_rounded_at_each_step),
        little_test(factors_are_the_callers_to_change),
        little_test(years_between_two_models_are_blended),
        little_test(a_category_that_a_rule_drops_beats_nobody),
        little_test(age_and_sex_replace_every_category_of_a_code),
        little_test(a_diagnosis_counts_in_the_year_before),
        little_test(an_encounter_needs_an_eligible_service_or_a_stay),
        little_test(what_was_only_heard_or_hangs_in_the_air_does_not_count),
        little_test(one_record_is_the_first_to_be_audited),
        little_test(last_years_categories_are_missed),
        little_test(segments_follow_age_and_circumstances),
        little_test(age_is_that_of_the_first_of_february),
        little_test(a_graft_of_a_new_enrollee_is_divided),
        little_test(plans_have_coefficients_of_their_own),
        little_test(a_year_without_tables_is_no_score_of_nothing),
        little_test(encounters_without_a_table_of_services_cannot_be_judged),
        little_test(members_in_columns_have_the_scores_of_each_alone),
        little_test(a_book_that_is_extended_keeps_its_scores),
        cmocka_unit_test(names_are_read_in_letters_of_any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
