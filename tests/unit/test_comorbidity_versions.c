/* Versions of AHRQ's comorbidity software: each read from programs in its own form, and those that no path holds, told
 * by the next one. The programs are made up, of a few true codes. */
#include "compile/comorbidity.h"
#include "unit/little_book.h"
#include "unit/little_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile.h"

/* K76.82 began in FY2023, G93.45 in FY2025, I27.840 in FY2026; O99.03 was never new. */
static const char codes[] = "icd10cm  I132    billable  20151001  -  Hypertensive heart and kidney disease\n"
                            "icd10cm  I27840  billable  20251001  -  Hepatopulmonary syndrome\n"
                            "icd10cm  J189    billable  20151001  -  Pneumonia, unspecified organism\n"
                            "icd10cm  I639    billable  20151001  -  Cerebral infarction, unspecified\n"
                            "icd10cm  K7682   billable  20221001  -  Hepatic encephalopathy\n"
                            "icd10cm  G9345   billable  20241001  -  Epileptic encephalopathy of development\n"
                            "icd10cm  D500    billable  20151001  -  Iron deficiency anemia by blood loss\n"
                            "icd10cm  O9903   billable  20151001  -  Anemia complicating the puerperium\n";

/* The programs of 2022.1: seven labels that stand for two groups or more, and exempt lists up to FY2022, version 39. */
static const char format_2022[] = "/* Program:     CMR_Format_Program_v2022-1.SAS   */\r\n"
                                  "Proc format lib=library;\r\n"
                                  "   Value $COMFMT \r\n"
                                  "      \"D500\",\r\n"
                                  "      \"O9903\" = \"BLDLOSS\"\r\n"
                                  "      \"I132\" = \"HFHTN_CXRENLFL_SEV\"\r\n"
                                  "      \"I639\" = \"CBVD_POA\"\r\n"
                                  "      other = \" \"\r\n"
                                  "      ;\r\n"
                                  "   Value $POAXMPT_V38FMT\r\n"
                                  "      \"D500\" = \"1\"\r\n"
                                  "      other = \" \"\r\n"
                                  "      ;\r\n"
                                  "   Value $POAXMPT_V39FMT\r\n"
                                  "      \"I639\" = \"1\"\r\n"
                                  "      other = \" \"\r\n"
                                  "      ;\r\n"
                                  "run;\r\n";
static const char index_2022[] = "   rwBLDLOSS      =  2 ;\r\n   rwHF           =  7 ;\r\n   rwRENLFL_SEV   =  8 ;\r\n"
                                 "   mwBLDLOSS      = -4 ;\r\n   mwCBVD         =  5 ;\r\n   mwHF           = 15 ;\r\n"
                                 "   mwHTN_CX       =  1 ;\r\n   mwRENLFL_SEV   =  8 ;\r\n";
static const char mapping_2022[] = "        CMR_BLDLOSS      = 'Chronic blood loss anemia'   \r\n";

/* Those of 2025.1: a list in single quotes, and two labels more. */
static const char format_2025[] = "   Value $COMFMT \r\n"
                                  "      \"D500\" = \"BLDLOSS\"\r\n"
                                  "      \"I132\" = \"HFHTN_CXRENLFL_SEV\"\r\n"
                                  "      \"I639\" = \"CBVD_POA\"\r\n"
                                  "      \"K7682\" = \"LIVER_MLD_NEURO\"\r\n"
                                  "      \"G9345\" = \"NEURO_OTH_SEIZ\"\r\n"
                                  "      other = \" \"\r\n"
                                  "      ;\r\n"
                                  " Value $POAXMPT_V41FMT\r\n"
                                  " 'D500'\r\n"
                                  "= \"1\"\r\n"
                                  "      other = \" \"\r\n"
                                  "      ;\r\n"
                                  "Value $POAXMPT_V42FMT\r\n"
                                  "\"K7682\" = \"1\"\r\n"
                                  "  other = \" \";\r\n";
static const char index_2025[] = "   rwBLDLOSS      =  2 ;\r\n   rwHF           =  7 ;\r\n   rwRENLFL_SEV   =  8 ;\r\n"
                                 "   rwNEURO_OTH    =  2 ;\r\n   rwNEURO_SEIZ   =  5 ;\r\n   rwLIVER_MLD    =  3 ;\r\n"
                                 "   mwBLDLOSS      = -4 ;\r\n   mwCBVD         =  5 ;\r\n   mwHF           = 14 ;\r\n"
                                 "   mwHTN_CX       =  1 ;\r\n   mwRENLFL_SEV   =  7 ;\r\n   mwNEURO_OTH    = 22 ;\r\n";

/* Of 2026.1: a byte order mark, and a last list all in single quotes. */
static const char format_2026[] = "\xEF\xBB\xBF/* Title */\r\n"
                                  "   Value $COMFMT \r\n"
                                  "      \"I27840\" = \"LIVER_MLD_PULMCIRC\"\r\n"
                                  "      other = \" \"\r\n"
                                  "      ;\r\n"
                                  "Value $POAXMPT_V43FMT\r\n"
                                  "'I27840' = '1'\r\n"
                                  "  other = ' ';\r\n";
static const char index_2026[] = "\xEF\xBB\xBFrwLIVER_MLD =  3 ;\r\nrwPULMCIRC =  3 ;\r\nmwPULMCIRC =  4 ;\r\n";

static const char versions[] = "scheme\tversion\tnext\tcodes_by\tuntil\tbecause\n"
                               "elixhauser-ahrq\t2022.1\t2023.1\t20211001\t20220930\ta test\n"
                               "elixhauser-ahrq\t2023.1\t2024.1\t20221001\t20230930\ta test\n"
                               "elixhauser-ahrq\t2024.1\t2025.1\t20231001\t20240930\ta test\n";
static const char changes[] = "scheme\tversion\tgroup\tfirst_weight\tsecond_weight\tcodes\tbecause\n"
                              "elixhauser-ahrq\t2022.1\tBLDLOSS\t-\t-\tO99.03\ta test\n"
                              "elixhauser-ahrq\t2022.1\tHF\t7\t15\t-\ta test\n"
                              "elixhauser-ahrq\t2022.1\tRENLFL_SEV\t8\t8\t-\ta test\n";

static const little_file programs[] = {
    {"codes.tsv", codes},
    {"CMR_Format_Program_v2022-1.sas", format_2022},
    {"CMR_Index_Program_v2022-1.sas", index_2022},
    {"CMR_Mapping_Program_v2022-1.sas", mapping_2022},
    {"CMR_Format_Program_v2025-1.sas", format_2025},
    {"CMR_Index_Program_v2025-1.sas", index_2025},
    {"CMR_Format_Program_v2026-1.sas", format_2026},
    {"CMR_Index_Program_v2026-1.sas", index_2026},
    {NULL, NULL},
};

static const little_file told[] = {
    {"codes.tsv", codes},
    {"CMR_Format_Program_v2025-1.sas", format_2025},
    {"CMR_Index_Program_v2025-1.sas", index_2025},
    {"comorbidity_versions.tsv", versions},
    {"comorbidity_changes.tsv", changes},
    {NULL, NULL},
};

static void put(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* Secondary diagnoses, each with its indicator, asked of a version: "HF present; HTN_CX present; 7 16". */
static const char *answer(coding_desk *desk, const char *version, coding_date on, const char *words)
{
    static char                line[512];
    coding_code                given[8] = {icd10cm("J189")};
    uint8_t                    poa[8] = {CODING_POA_YES};
    size_t                     count = 1, length = 0;
    coding_comorbidity_options options = {.size = sizeof options, .version = version, .on = on};
    for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ') {
        size_t code = strcspn(at, ":");
        given[count] = coding_parse(CODING_ICD10CM, at, code).code;
        poa[count++] = at[code + 1] == 'Y' ? CODING_POA_YES : CODING_POA_NO;
    }
    coding_comorbidities all = coding_comorbidity(desk, CODING_ELIXHAUSER_AHRQ, given, poa, count, &options);
    if (all.status != CODING_OK) return coding_status_text(all.status);
    assert_string_equal(all.version, version);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].state != CODING_COMORBID_ABSENT)
            length += (size_t)snprintf(line + length, sizeof line - length, "%s %s; ", all.items[i].name,
                                       coding_comorbidity_state_name(all.items[i].state));
    snprintf(line + length, sizeof line - length, "%d %d", all.scores[0], all.scores[1]);
    return line;
}

#define assert_answer(desk, version, on, words, expected)                                                              \
    assert_string_equal(answer(desk, version, on, words), expected)

static void each_version_has_the_weights_of_its_own_program(void **state)
{
    coding_desk *desk = desk_with_files(state, programs);
    assert_answer(desk, "2022.1", 0, "I132:Y", "HF present; HTN_CX present; RENLFL_SEV present; 15 24");
    assert_answer(desk, "2025.1", 0, "I132:Y", "HF present; HTN_CX present; RENLFL_SEV present; 15 22");
}

static void each_version_has_the_codes_of_its_own_program(void **state)
{
    coding_desk *desk = desk_with_files(state, programs);
    assert_answer(desk, "2022.1", 0, "O9903:Y", "BLDLOSS present; 2 -4");
    assert_answer(desk, "2025.1", 0, "O9903:Y", "0 0");
    assert_answer(desk, "2022.1", 0, "K7682:Y G9345:Y", "0 0");
    assert_answer(desk, "2025.1", 0, "K7682:Y", "LIVER_MLD present; NEURO_OTH present; 5 22");
    assert_answer(desk, "2025.1", 0, "G9345:Y", "NEURO_OTH present; NEURO_SEIZ present; 7 22");
}

static void the_double_label_of_2026_counts_in_both_its_groups(void **state)
{
    coding_desk *desk = desk_with_files(state, programs);
    assert_answer(desk, "2026.1", 0, "I27840:Y", "LIVER_MLD present; PULMCIRC present; 6 4");
    assert_answer(desk, "2026.1", 0, "I27840:N", "LIVER_MLD present; PULMCIRC present; 6 4"); /* exempt: version 43 */
}

static void each_version_takes_its_last_exempt_list_for_days_outside(void **state)
{
    coding_desk *desk = desk_with_files(state, programs);
    assert_answer(desk, "2022.1", 20210115, "D500:N", "BLDLOSS present; 2 -4");
    assert_answer(desk, "2022.1", 20220115, "D500:N", "BLDLOSS not-on-admission; 0 0");
    assert_answer(desk, "2022.1", 20240115, "D500:N", "BLDLOSS not-on-admission; 0 0"); /* not by the list of FY2024 */
    assert_answer(desk, "2025.1", 20240115, "D500:N", "BLDLOSS present; 2 -4");
    assert_answer(desk, "2022.1", 20240115, "I639:N", "CBVD present; 0 5");
    assert_answer(desk, "2022.1", 20150115, "I639:N", "CBVD present; 0 5");
    assert_answer(desk, "2025.1", 20990115, "K7682:N", "LIVER_MLD present; NEURO_OTH present; 5 22");
}

static void a_year_without_a_list_leaves_unknown_what_would_need_it(void **state)
{
    coding_desk *desk = desk_with_files(state, programs);
    assert_answer(desk, "2025.1", 20190115, "D500:N", "BLDLOSS unknown; 0 0");
    assert_answer(desk, "2025.1", 20190115, "D500:Y", "BLDLOSS present; 2 -4");
}

static void a_version_that_no_path_holds_is_told_by_the_next_one(void **state)
{
    coding_desk *desk = desk_with_files(state, told);
    assert_answer(desk, "2024.1", 0, "G9345:Y K7682:Y", "LIVER_MLD present; NEURO_OTH present; 5 22");
    assert_answer(desk, "2023.1", 0, "G9345:Y K7682:Y", "LIVER_MLD present; NEURO_OTH present; 5 22");
    assert_answer(desk, "2022.1", 0, "G9345:Y K7682:Y", "0 0");
    assert_answer(desk, "2025.1", 0, "G9345:Y", "NEURO_OTH present; NEURO_SEIZ present; 7 22");
}

static void what_it_had_otherwise_is_in_the_table_of_changes(void **state)
{
    coding_desk *desk = desk_with_files(state, told);
    assert_answer(desk, "2022.1", 0, "I132:Y", "HF present; HTN_CX present; RENLFL_SEV present; 15 24");
    assert_answer(desk, "2023.1", 0, "I132:Y", "HF present; HTN_CX present; RENLFL_SEV present; 15 22");
    assert_answer(desk, "2022.1", 0, "O9903:Y", "BLDLOSS present; 2 -4");
    assert_answer(desk, "2023.1", 0, "O9903:Y", "0 0");
}

static void versions_stand_in_their_order(void **state)
{
    static const char *const wanted[] = {"2022.1", "2023.1", "2024.1", "2025.1", ""};
    coding_desk             *desk = desk_with_files(state, told);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_string_equal(coding_comorbidity_version(coding_desk_book(desk), CODING_ELIXHAUSER_AHRQ, i), wanted[i]);
    assert_string_equal(coding_comorbidity_version(coding_desk_book(desk), CODING_CHARLSON_QUAN, 0), "");
}

static void a_release_of_its_own_comes_before_a_told_one(void **state)
{
    static const little_file   both[] = {{"codes.tsv", codes},
                                         {"CMR_Format_Program_v2025-1.sas", format_2025},
                                         {"CMR_Index_Program_v2025-1.sas", index_2025},
                                         {"comorbidity_versions.tsv", versions},
                                         {"comorbidity_changes.tsv", changes},
                                         {"CMR_Format_Program_v2022-1.sas", format_2022},
                                         {"CMR_Index_Program_v2022-1.sas", index_2022},
                                         {"CMR_Mapping_Program_v2022-1.sas", mapping_2022},
                                         {NULL, NULL}};
    coding_desk               *desk = desk_with_files(state, both);
    coding_code                code = icd10cm("O9903");
    coding_comorbidity_options options = {.size = sizeof options, .version = "2022.1"};
    coding_comorbidities       all = coding_comorbidity(desk, CODING_ELIXHAUSER_AHRQ, (coding_code[]){code, code},
                                                        (uint8_t[]){CODING_POA_YES, CODING_POA_YES}, 2, &options);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].count)
            assert_string_equal(all.items[i].codes[0].source.table, "CMR_Format_Program_v2022-1.sas");
    assert_int_equal(all.present, 1);
}

/* A book made earlier, and beside it the release of a version that it was told, its files as paths of their own. */
static void a_release_comes_before_what_a_book_was_told(void **state)
{
    char folder[] = "/tmp/versions-XXXXXX", book[64], format[96], index[96];
    assert_non_null(mkdtemp(folder));
    snprintf(book, sizeof book, "%s/us.book", folder);
    snprintf(format, sizeof format, "%s/CMR_Format_Program_v2022-1.sas", folder);
    snprintf(index, sizeof index, "%s/CMR_Index_Program_v2022-1.sas", folder);
    size_t                  length;
    void                   *bytes = book_bytes(told, &length);
    const char             *paths[] = {book, format, index};
    coding__compile_options options = {.paths = paths, .count = 3};
    put(book, bytes, length);
    free(bytes);
    put(format, format_2022, sizeof format_2022 - 1);
    put(index, index_2022, sizeof index_2022 - 1);
    assert_true(coding__compile_to_memory(&options, &bytes, &length, NULL));
    for (size_t i = 0; i < 3; i++) unlink(paths[i]);
    rmdir(folder);
    coding_book               *made = coding_book_open_memory(bytes, length, NULL);
    coding_desk               *desk = *state = coding_desk_new(made, NULL);
    coding_code                code[] = {icd10cm("J189"), icd10cm("O9903")};
    coding_comorbidity_options asked = {.size = sizeof asked, .version = "2022.1"};
    coding_comorbidities       all = coding_comorbidity(desk, CODING_ELIXHAUSER_AHRQ, code, NULL, 2, &asked);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].count)
            assert_string_equal(all.items[i].codes[0].source.table, "CMR_Format_Program_v2022-1.sas");
    assert_string_equal(coding_comorbidity_version(made, CODING_ELIXHAUSER_AHRQ, 1), "2023.1");
    coding_book_close(made);
    coding_desk_free(desk);
    free(bytes);
    *state = NULL;
}

static void a_told_group_names_the_row_of_the_next_version_and_its_own_change(void **state)
{
    coding_desk               *desk = desk_with_files(state, told);
    coding_code                code = icd10cm("I132");
    coding_comorbidity_options options = {.size = sizeof options, .version = "2022.1"};
    coding_comorbidities       all = coding_comorbidity(desk, CODING_ELIXHAUSER_AHRQ, (coding_code[]){code, code},
                                                        (uint8_t[]){CODING_POA_YES, CODING_POA_YES}, 2, &options);
    for (size_t i = 0; i < all.count; i++) {
        if (strcmp(all.items[i].name, "HF") != 0) continue;
        assert_string_equal(all.items[i].codes[0].source.table, "CMR_Format_Program_v2025-1.sas");
        assert_string_equal(all.items[i].source.table, "comorbidity_changes.tsv");
        assert_int_equal(all.items[i].source.line, 3);
    }
}

static void a_book_whose_editions_begin_later_tells_no_older_version(void **state)
{
    static const char        late[] = "icd10cm  I132  billable  20231001  -  Hypertensive heart and kidney disease\n";
    static const little_file few[] = {{"codes.tsv", late},
                                      {"CMR_Format_Program_v2025-1.sas", format_2025},
                                      {"CMR_Index_Program_v2025-1.sas", index_2025},
                                      {"comorbidity_versions.tsv", versions},
                                      {NULL, NULL}};
    coding_desk             *desk = desk_with_files(state, few);
    assert_answer(desk, "2024.1", 0, "I132:Y", "HF present; HTN_CX present; RENLFL_SEV present; 15 22");
    assert_answer(desk, "2023.1", 0, "I132:Y", coding_status_text(CODING_NOT_IN_BOOK));
}

static void a_version_without_its_weights_or_its_codes_is_told_of(void **state)
{
    little_model *little = *state;
    void         *bytes = NULL;
    size_t        length;
    assert_true(reads(little, "CMR_Format_Program_v2022-1.sas", format_2022));
    assert_true(reads(little, "CMR_Index_Program_v2025-1.sas", index_2025));
    assert_false(coding__compile_model(&little->model, &bytes, &length, &little->error)); /* no system has a code */
    assert_told(little, "CMR_Format_Program_v2022-1.sas:0 : version 2022.1 came without its weights");
    assert_told(little, "CMR_Index_Program_v2025-1.sas:0 : version 2025.1 came without its codes");
    assert_false(coding__cmr_is_whole(&little->model, 0) || coding__cmr_is_whole(&little->model, 1));
}

/* As in a folder that has its format program alone. */
static void a_list_of_exempt_codes_alone_is_no_version(void **state)
{
    static const char        alone[] = "Value $POAXMPT_V42FMT\n\"D500\" = \"1\"\n;\n";
    static const little_file list[] = {{"codes.tsv", codes}, {"CMR_Format_Program_v2025-1.sas", alone}, {NULL, NULL}};
    coding_desk             *desk = desk_with_files(state, list);
    assert_answer(desk, "2025.1", 0, "I132:Y", coding_status_text(CODING_NOT_IN_BOOK));
}

static void rows_that_tell_of_no_version_or_change_nothing_are_left_out(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "versions.tsv",
                      "scheme\tversion\tnext\tcodes_by\tuntil\n"
                      "charlson-quan\t2004\t2005\t20231001\t-\n"
                      "elixhauser-ahrq\t2024.1\t-\t20231001\t-\n"));
    assert_true(reads(little, "changes.tsv",
                      "scheme\tversion\tgroup\tfirst_weight\tsecond_weight\tcodes\n"
                      "elixhauser-ahrq\t2022.1\tHF\t7\t15\tO99.03\n"
                      "elixhauser-ahrq\t2022.1\tHF\t7\t-\t-\n"
                      "elixhauser-ahrq\t2022.1\tHF\t-\t-\tO 1\n"));
    assert_told(little, "versions.tsv:2 scheme");
    assert_told(little, "versions.tsv:3 scheme");
    assert_told(little, "changes.tsv:2 group");
    assert_told(little, "changes.tsv:3 group");
    assert_told(little, "changes.tsv:4 codes");
    assert_int_equal(little->model.comorbidity.told.count, 0);
    assert_int_equal(little->model.comorbidity.changes.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(each_version_has_the_weights_of_its_own_program),
        little_test(each_version_has_the_codes_of_its_own_program),
        little_test(the_double_label_of_2026_counts_in_both_its_groups),
        little_test(each_version_takes_its_last_exempt_list_for_days_outside),
        little_test(a_year_without_a_list_leaves_unknown_what_would_need_it),
        little_test(a_version_that_no_path_holds_is_told_by_the_next_one),
        little_test(what_it_had_otherwise_is_in_the_table_of_changes),
        little_test(versions_stand_in_their_order),
        little_test(a_release_of_its_own_comes_before_a_told_one),
        cmocka_unit_test(a_release_comes_before_what_a_book_was_told),
        little_test(a_told_group_names_the_row_of_the_next_version_and_its_own_change),
        little_test(a_book_whose_editions_begin_later_tells_no_older_version),
        model_test(a_version_without_its_weights_or_its_codes_is_told_of),
        little_test(a_list_of_exempt_codes_alone_is_no_version),
        model_test(rows_that_tell_of_no_version_or_change_nothing_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
