/* Groups of comorbidity, with what speaks for each. */
#include "unit/little_book.h"
#include "unit/little_model.h"

#include <stdio.h>
#include <string.h>

static const char codes[] = "icd10cm  I693     header    20151001  -  Sequelae of cerebral infarction\n"
                            "icd10cm  I69351   billable  20151001  -  Hemiplegia following cerebral infarction\n"
                            "icd10cm  I639     billable  20151001  -  Cerebral infarction, unspecified\n"
                            "icd10cm  J189     billable  20151001  -  Pneumonia, unspecified organism\n";

/* AHRQ's programs in little: their form, with a few codes. */
static const char format[] = "/* Title */\r\n"
                             "Proc format lib=library;\r\n"
                             "   Value $COMFMT \r\n"
                             "      \"K7010\",\r\n"
                             "      \"K7011\" = \"ALCOHOLLIVER_MLD\"\r\n"
                             "      \"I639\" = \"CBVD_POA\"\r\n"
                             "      \"I69351\" = \"CBVD_SQLAPARALYSIS\"\r\n"
                             "      \"C61\" = \"CANCER_SOLID\"\r\n"
                             "      \"C7951\" = \"CANCER_METS\"\r\n"
                             "      \"I132\" = \"HFHTN_CXRENLFL_SEV\"\r\n"
                             "      \"E119\" = \"DIAB_UNCX\"\r\n"
                             "      other = \" \"\r\n"
                             "      ;\r\n"
                             " Value $POAXMPT_V41FMT\r\n"
                             " 'I69351'\r\n"
                             "= \"1\"\r\n"
                             "      other = \" \"\r\n"
                             "      ;\r\n"
                             "Value $POAXMPT_V42FMT\r\n"
                             "\"J189\" = \"1\"\r\n"
                             "  other = \" \";\r\n"
                             "run;\r\n";
static const char index[] = "   rwCANCER_METS  = 11 ;\r\n"
                            "   mwCANCER_METS  = 22 ;\r\n"
                            "   rwHF           =  7 ;\r\n"
                            "   mwHF           = 14 ;\r\n"
                            "   rwALCOHOL      =  3 ;\r\n"
                            "   mwALCOHOL      = -1 ;\r\n"
                            "   mwCBVD         =  5 ;\r\n";
static const char mapping[] = "        CMR_CANCER_METS  = 'Metastatic cancer'\r\n";

static const char groups[] = "scheme\tversion\tgroup\ttitle\tpoa\tfirst_weight\tsecond_weight\tinstead_of\tbecause\n"
                             "charlson-quan\t2005\tCHF\tHeart failure\t-\t1\t2\t-\ta test\n"
                             "charlson-quan\t2005\tDIAB\tDiabetes\t-\t1\t0\t-\ta test\n"
                             "charlson-quan\t2005\tDIAB_CX\tDiabetes with complications\t-\t2\t1\tDIAB\ta test\n"
                             "charlson-quan\t2005\tRENAL\tRenal disease\t-\t2\t1\t-\ta test\n"
                             "elixhauser-quan\t2005\tCHF\tHeart failure\t-\t7\t0\t-\ta test\n"
                             "elixhauser-quan\t2005\tHTN_CX\tHypertension\t-\t0\t0\t-\ta test\n"
                             "elixhauser-quan\t2005\tRENAL\tRenal failure\t-\t5\t0\t-\ta test\n"
                             "elixhauser-quan\t2005\tLIVER\tLiver disease\t-\t11\t0\t-\ta test\n"
                             "elixhauser-quan\t2005\tALCOHOL\tAlcohol abuse\t-\t0\t0\t-\ta test\n";
static const char beginnings[] = "scheme\tversion\tgroup\tsystem\tcodes\tbecause\n"
                                 "charlson-quan\t2005\tCHF\ticd10cm\tI42.5-I42.9 I13.2\ta test\n"
                                 "charlson-quan\t2005\tDIAB\ticd10cm\tE11.9 E11.6\ta test\n"
                                 "charlson-quan\t2005\tDIAB_CX\ticd10cm\tE11.2-E11.5\ta test\n"
                                 "charlson-quan\t2005\tRENAL\ticd10cm\tN18\ta test\n"
                                 "elixhauser-quan\t2005\tCHF\ticd10cm\tI42.5-I42.9\ta test\n"
                                 "elixhauser-quan\t2005\tHTN_CX\ticd10cm\tI11-I13\ta test\n"
                                 "elixhauser-quan\t2005\tRENAL\ticd10cm\tI12.0\ta test\n"
                                 "elixhauser-quan\t2005\tLIVER\ticd10cm\tK70\ta test\n"
                                 "elixhauser-quan\t2005\tALCOHOL\ticd10cm\tI42.6 K70.0\ta test\n";

static const little_file files[] = {
    {"codes.tsv", codes},
    {"CMR_Format_Program_v2025-1.sas", format},
    {"CMR_Index_Program_v2025-1.sas", index},
    {"CMR_Mapping_Program_v2025-1.sas", mapping},
    {"comorbidity_groups.tsv", groups},
    {"comorbidity_codes.tsv", beginnings},
    {NULL, NULL},
};

enum { MOST = 16 };

/* A patient from "J189:Y I132:N": present on admission is reported where any code has a colon; "-" is a missing code. */
typedef struct patient {
    coding_code codes[MOST];
    uint8_t     poa[MOST];
    size_t      count;
    bool        reported;
} patient;

static patient patient_of(const char *text)
{
    static const char letters[] = " YNUW";
    patient           made = {.count = 0};
    while (*text) {
        size_t      length = strcspn(text, " ");
        const char *colon = memchr(text, ':', length);
        made.codes[made.count] = coding_parse(CODING_ICD10CM, text, colon ? (size_t)(colon - text) : length).code;
        if (colon) made.reported = true, made.poa[made.count] = (uint8_t)(strchr(letters, colon[1]) - letters);
        made.count++;
        text += length + (text[length] == ' ');
    }
    return made;
}

static coding_comorbidities ask(coding_desk *desk, coding_comorbidity_scheme scheme, const char *text, coding_date on)
{
    patient                    who = patient_of(text);
    coding_comorbidity_options options = {.size = sizeof options, .on = on};
    return coding_comorbidity(desk, scheme, who.codes, who.reported ? who.poa : NULL, who.count, &options);
}

/* "HF present; HTN_CX present; 7 14": groups that some code names, and the scores. */
static const char *in_a_line(coding_comorbidities all)
{
    static char line[2048];
    size_t      length = 0;
    assert_int_equal(all.status, CODING_OK);
    for (size_t i = 0; i < all.count; i++) {
        const coding_comorbidity_group *group = &all.items[i];
        if (group->state == CODING_COMORBID_ABSENT) continue;
        if (group->state == CODING_COMORBID_UNKNOWN && !group->count) continue;
        length += (size_t)snprintf(line + length, sizeof line - length, "%s %s%s%s; ", group->name,
                                   coding_comorbidity_state_name(group->state), *group->by ? " by " : "", group->by);
    }
    snprintf(line + length, sizeof line - length, "%d %d", all.scores[0], all.scores[1]);
    return line;
}

#define assert_groups(all, expected) assert_string_equal(in_a_line(all), expected)

static coding_comorbidities ahrq(void **state, const char *text, coding_date on)
{
    return ask(desk_with_files(state, files), CODING_ELIXHAUSER_AHRQ, text, on);
}

static void a_code_of_two_groups_counts_in_both(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_groups(ask(desk, CODING_ELIXHAUSER_QUAN, "I426", 0), "CHF present; ALCOHOL present; 7 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_QUAN, "K700", 0), "LIVER present; ALCOHOL present; 11 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_QUAN, "I120", 0), "HTN_CX present; RENAL present; 5 0");
}

static void a_missing_code_counts_in_none(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_groups(ask(desk, CODING_ELIXHAUSER_QUAN, "- -", 0), "0 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_QUAN, "- I426", 0), "CHF present; ALCOHOL present; 7 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y -:Y", 0), "0 0");
}

static void a_graver_group_takes_the_place_of_a_lighter_one(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_groups(ask(desk, CODING_CHARLSON_QUAN, "E1165 E1122 N184", 0),
                  "DIAB outranked by DIAB_CX; DIAB_CX present; RENAL present; 4 2");
    assert_groups(ask(desk, CODING_CHARLSON_QUAN, "E1165", 0), "DIAB present; 1 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y C7951:N C61:Y", 0),
                  "CANCER_METS present; CANCER_SOLID outranked by CANCER_METS; 11 22");
}

static void ahrq_passes_over_the_principal_diagnosis(void **state)
{
    assert_groups(ahrq(state, "I132:Y J189:Y", 0), "0 0");
}

static void some_groups_need_present_on_admission_and_others_do_not(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I132:W", 0),
                  "HF present; HTN_CX present; RENLFL_SEV present; 7 14");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I132:N", 0),
                  "HF not-on-admission; HTN_CX present; RENLFL_SEV not-on-admission; 0 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I132: ", 0),
                  "HF not-on-admission; HTN_CX present; RENLFL_SEV not-on-admission; 0 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y K7011:N", 0),
                  "ALCOHOL present; LIVER_MLD not-on-admission; 3 -1");
}

static void without_present_on_admission_they_are_unknown(void **state)
{
    coding_comorbidities all = ahrq(state, "J189 I132", 0);
    assert_groups(all, "HF unknown; HTN_CX present; RENLFL_SEV unknown; 0 0");
    assert_int_equal(all.unknown, 18);
    assert_int_equal(all.count, 38);
}

static void an_exempt_code_counts_whatever_was_reported_on_the_days_of_its_list(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I69351:N", 20231115),
                  "CBVD present; PARALYSIS present; 0 5");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I69351:N", 20241115),
                  "CBVD not-on-admission; PARALYSIS not-on-admission; 0 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I69351:N", 20301115),
                  "CBVD not-on-admission; PARALYSIS not-on-admission; 0 0"); /* past the last list: as that one */
}

static void what_an_old_stroke_left_counts_unless_a_new_one_came_during_the_stay(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I69351:Y", 0), "CBVD present; PARALYSIS present; 0 5");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I69351:Y I639:N", 0),
                  "CBVD not-on-admission; PARALYSIS present; 0 0");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I69351:Y I639:N I639:Y", 0),
                  "CBVD present; PARALYSIS present; 0 5");
}

/* AHRQ's groups out of a table, as pinned packages have them: no list of exempt codes comes with them. */
static void where_no_list_says_what_is_exempt_it_is_not_known_that_a_group_is_not_there(void **state)
{
    static const char table[] = "scheme\tversion\tgroup\ttitle\tpoa\tfirst_weight\tsecond_weight\tinstead_of\tuntil\n"
                                "elixhauser-ahrq\t2026.1\tHF\tHeart failure\tyes\t7\t14\t-\t20260930\n"
                                "elixhauser-ahrq\t2026.1\tHTN_CX\tHypertension\t-\t0\t1\t-\t20260930\n";
    static const char members[] = "scheme\tversion\tgroup\tsystem\tcodes\n"
                                  "elixhauser-ahrq\t2026.1\tHF\ticd10cm\tI132\n"
                                  "elixhauser-ahrq\t2026.1\tHTN_CX\ticd10cm\tI132\n";
    static const little_file alone[] = {
        {"codes.tsv", codes}, {"groups.tsv", table}, {"members.tsv", members}, {NULL, NULL}};
    coding_desk *desk = desk_with_files(state, alone);
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I132:N", 0), "HF unknown; HTN_CX present; 0 1");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y I132:Y", 0), "HF present; HTN_CX present; 7 15");
    assert_groups(ask(desk, CODING_ELIXHAUSER_AHRQ, "J189:Y J189:N", 0), "0 0");
}

static void each_group_names_its_codes_and_their_rows(void **state)
{
    coding_comorbidities all = ahrq(state, "J189:Y C7951:N", 0);
    for (size_t i = 0; i < all.count; i++) {
        const coding_comorbidity_group *group = &all.items[i];
        if (group->state != CODING_COMORBID_PRESENT) continue;
        assert_string_equal(group->title, "Metastatic cancer");
        assert_int_equal(group->count, 1);
        assert_int_equal(group->codes[0].index, 1);
        assert_true(group->codes[0].counted && group->codes[0].code == icd10cm("C7951"));
        assert_int_equal(group->codes[0].source.line, 9);
        assert_string_equal(group->codes[0].source.table, "CMR_Format_Program_v2025-1.sas");
        assert_int_equal(group->source.line, 2);
    }
    assert_int_equal(all.present, 1);
    assert_string_equal(all.version, "2025.1");
}

static void versions_that_are_not_in_the_book_are_none(void **state)
{
    coding_desk               *desk = desk_with_files(state, files);
    coding_code                code = icd10cm("I132");
    coding_comorbidity_options older = {.size = sizeof older, .version = "2024.1"};
    assert_int_equal(coding_comorbidity(desk, CODING_ELIXHAUSER_AHRQ, &code, NULL, 1, &older).status,
                     CODING_NOT_IN_BOOK);
    assert_int_equal(coding_comorbidity(desk, CODING_CHARLSON_DEYO, &code, NULL, 1, NULL).status, CODING_NOT_IN_BOOK);
}

static void many_patients_are_answered_as_each_of_them(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    patient      who = patient_of("J189:Y I132:W J189:Y C7951:N C61:Y J189:Y");
    uint64_t     offsets[] = {0, 2, 5, 5, 6}, present[4], unknown[4];
    int32_t      scores[8];
    assert_int_equal(coding_comorbidity_many(desk, CODING_ELIXHAUSER_AHRQ, who.codes, who.poa, offsets, NULL, 4, NULL,
                                             present, unknown, scores),
                     CODING_OK);
    const int32_t expected[] = {7, 14, 11, 22, 0, 0, 0, 0};
    assert_memory_equal(scores, expected, sizeof expected);
    assert_true(present[0] && present[1] && !present[2] && !present[3] && !unknown[0]);
}

static void labels_and_weights_that_nobody_knows_are_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "CMR_Format_Program_v2025-1.sas",
                      "Value $COMFMT\n\"Q999\" = \"NEW_LABEL\"\n\"B20\", \"B 20\" = \"AIDS\"\nother = \" \";\n"));
    assert_int_equal(little->model.comorbidity.codes.count, 1);
    assert_told(little, "CMR_Format_Program_v2025-1.sas:2 label");
    assert_told(little, "CMR_Format_Program_v2025-1.sas:3 code");
    assert_true(reads(little, "CMR_Index_Program_v2025-1.sas", "rwNOBODY = 5 ;\n"));
    assert_told(little, "CMR_Index_Program_v2025-1.sas:1");
}

static void age_has_points_of_its_own(void **state)
{
    (void)state;
    const uint32_t ages[] = {0, 49, 50, 59, 60, 79, 80, 101};
    const int32_t  points[] = {0, 0, 1, 1, 2, 3, 4, 4};
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++)
        assert_int_equal(coding_charlson_age_points(ages[i]), points[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_code_of_two_groups_counts_in_both),
        little_test(a_missing_code_counts_in_none),
        little_test(a_graver_group_takes_the_place_of_a_lighter_one),
        little_test(ahrq_passes_over_the_principal_diagnosis),
        little_test(some_groups_need_present_on_admission_and_others_do_not),
        little_test(without_present_on_admission_they_are_unknown),
        little_test(an_exempt_code_counts_whatever_was_reported_on_the_days_of_its_list),
        little_test(what_an_old_stroke_left_counts_unless_a_new_one_came_during_the_stay),
        little_test(where_no_list_says_what_is_exempt_it_is_not_known_that_a_group_is_not_there),
        little_test(each_group_names_its_codes_and_their_rows),
        little_test(versions_that_are_not_in_the_book_are_none),
        little_test(many_patients_are_answered_as_each_of_them),
        model_test(labels_and_weights_that_nobody_knows_are_told_of),
        cmocka_unit_test(age_has_points_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
