/* Stays and their groups, in a grouper made up for the purpose: two versions, three MDCs. */
#include "unit/little_book.h"
#include "unit/little_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/read_book.h"
#include "compile/weave.h"

static const char codes[] = "icd10cm  I214  billable  20151001  -  Heart attack\n";

static const char versions[] = "version\tfirst\tuntil\tbecause\n"
                               "100\t20241001\t20250930\ta test\n"
                               "110\t20251001\t20260930\ta test\n";

/* I214 heart, N179 kidney CC, R570 shock MCC of the living, J9601 MCC excluded by J189, T80 a HAC, Z3800 newborn. */
static const char diagnoses[] = "code\tfrom\tto\tmdc\tmdc-female\tseverity\texcludes\tattributes\tbecause\n"
                                "I214\t100\t110\t5\t5\tMCC\t0\tami\ta test\n"
                                "J189\t100\t110\t4\t4\tMCC\t7\tlung\ta test\n"
                                "N179\t100\t110\t11\t11\tCC\t0\tkidney\ta test\n"
                                "J9601\t100\t110\t4\t4\tMCC\t0\tfailure\ta test\n"
                                "R570\t100\t110\t5\t5\tMCC\t0\tmccalive\ta test\n"
                                "T800XXA\t110\t110\t21\t21\tMCC\t0\tHAC02\ta test\n"
                                "N170\t110\t110\t11\t11\tMCC\t0\ttubules\ta test\n"
                                "N171\t110\t110\t11\t11\tMCC\t0\tkidney\ta test\n"
                                "N178\t100\t100\t11\t11\tMCC\t0\ttubules\ta test\n"
                                "J960\t110\t110\t4\t4\tNCC\t0\tbreath\ta test\n"
                                "S062X1A\t110\t110\t1\t1\tCC\t0\thead\ta test\n"
                                "S062X1D\t110\t110\t1\t1\tNCC\t0\thead\ta test\n"
                                "S062X2D\t110\t110\t1\t1\tCC\t0\thead\ta test\n"
                                "A510\t100\t110\t4\t5\tNCC\t0\tlung ami\ta test\n"
                                "W19XXXA\t100\t110\t0\t0\tNCC\t0\tecode\ta test\n";

static const char collections[] = "collection\tdiagnoses\tbecause\n7\tJ9601\ta test\n";

static const char procedures[] = "code\tfrom\tto\tattributes\tbecause\n"
                                 "02703DZ\t100\t110\tstent d468\ta test\n"
                                 "02H63KZ\t100\t110\tlead d468\ta test\n"
                                 "0JH608Z\t100\t110\tcan d468\ta test\n"
                                 "Z@0001\t100\t110\tdevice d468\ta test\n"
                                 "3E0234Z\t100\t110\tnonor\ta test\n";

static const char clusters[] = "cluster\tfrom\tto\tmute\tattributes\tmembers\tbecause\n"
                               "Z@0001\t100\t110\t5 29\tdevice d468\t02H63KZ|02H63JZ 0JH608Z\ta test\n";

static const char formulas[] =
    "version\tmdc\trank\tbase\tdrg\tkind\treroute\tcondition\tignored\tbecause\n"
    "110\t0\t1\t0\t0\tnone\t0\tINVALID_PDX\t\ta test\n"
    "110\t0\t2\t0\t0\tnone\t0\tPDX_ECODE\t\ta test\n"
    "110\t0\t9\t0\t0\tnone\t0\tINVALID_SEX\t\ta test\n"
    "110\t5\t1\t10\t10\tsurgical\t0\tdevice\t\ta test\n"
    "110\t5\t2\t11\t11\tsurgical\t0\tlead | can\t\ta test\n"
    "110\t5\t3\t20\t20\tsurgical\t0\t(stent & ~PDX:lung) & MCC\t\ta test\n"
    "110\t5\t4\t20\t21\tsurgical\t0\tstent | nobody | SDX:none\t\ta test\n"
    "110\t5\t5\t30\t30\tmedical\t0\tMCC & ANY:ami & ALIVE\tkidney\ta test\n"
    "110\t5\t6\t30\t31\tmedical\t0\tCC & ANY:ami\tkidney\ta test\n"
    "110\t5\t7\t30\t32\tmedical\t0\tANY:ami\tkidney\ta test\n"
    "110\t4\t1\t0\t0\tnone\t29\td468\t\ta test\n"
    "110\t4\t2\t40\t40\tmedical\t0\tMCC & PDX:lung\t\ta test\n"
    "110\t4\t3\t40\t41\tmedical\t0\tCC & PDX:lung\t\ta test\n"
    "110\t4\t4\t40\t42\tmedical\t0\tPDX:lung\t\ta test\n"
    "110\t29\t1\t90\t90\tsurgical\t0\td468\t\ta test\n";

static const char hacs[] = "hac\tfrom\tto\tcondition\tbecause\n2\t100\t110\tSDX:HAC02\ta test\n";

static const char titles[] = "what\tnumber\tfrom\tto\ttitle\tbecause\n"
                             "drg\t30\t100\t110\tHeart attack with MCC\ta test\n"
                             "drg\t999\t100\t110\tUngroupable\ta test\n";

static const char weights[] = "drg\tfirst\tuntil\tweight\tgeometric\tarithmetic\tpost-acute\tspecial\tbecause\n"
                              "030\t20251001\t20260930\t1.6041\t4.1\t5.3\tyes\tno\ta test\n";

static const little_file files[] = {
    {"codes.tsv", codes},       {"versions.tsv", versions},       {"diagnoses.tsv", diagnoses},
    {"sets.tsv", collections},  {"procedures.tsv", procedures},   {"clusters.tsv", clusters},
    {"formulas.tsv", formulas}, {"hacs.tsv", hacs},               {"titles.tsv", titles},
    {"weights.tsv", weights},   {NULL, NULL},
};

/* A stay of November 2025, discharged alive: diagnoses parted by blanks, the letter behind each its POA. */
typedef struct told {
    coding_stay           stay;
    coding_stay_diagnosis diagnoses[8];
    coding_code           procedures[8];
} told;

static coding_grouping grouped(coding_desk *desk, told *stay, const char *diagnoses_said, const char *procedures_said)
{
    char text[256];
    stay->stay.size = sizeof stay->stay;
    if (!stay->stay.discharged) stay->stay.discharged = 20251101;
    if (!stay->stay.discharge) stay->stay.discharge = 1;
    stay->stay.diagnoses = stay->diagnoses;
    stay->stay.procedures = stay->procedures;
    snprintf(text, sizeof text, "%s", diagnoses_said);
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
        char *slash = strchr(word, '/');
        if (slash) *slash++ = '\0';
        coding_stay_diagnosis *added = &stay->diagnoses[stay->stay.diagnosis_count++];
        added->code = coding_parse(CODING_ICD10CM, word, strlen(word)).code;
        if (slash) added->poa = *slash == 'N' ? CODING_POA_NO : CODING_POA_YES;
    }
    snprintf(text, sizeof text, "%s", procedures_said);
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
        stay->procedures[stay->stay.procedure_count++] = coding_parse(CODING_ICD10PCS, word, strlen(word)).code;
    return coding_group(desk, &stay->stay);
}

static void the_first_formula_that_holds_decides_and_is_told(void **state)
{
    told            stay = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer = grouped(desk, &stay, "I214 J9601", "");
    assert_int_equal(answer.status, CODING_OK);
    assert_int_equal(answer.version, 110);
    assert_int_equal(answer.last.drg, 30);
    assert_int_equal(answer.last.base, 30);
    assert_int_equal(answer.last.mdc, 5);
    assert_int_equal(answer.last.type, CODING_DRG_MEDICAL);
    assert_int_equal(answer.last.severity, CODING_CC_MCC);
    assert_string_equal(answer.last.title, "Heart attack with MCC");
    assert_string_equal(answer.last.condition, "MCC & ANY:ami & ALIVE");
    assert_int_equal(answer.last.source.line, 9);
    assert_string_equal(answer.last.source.table, "formulas.tsv");
    assert_true(answer.diagnoses[1].makes_last);
}

static void what_the_principal_diagnosis_excludes_adds_nothing(void **state)
{
    told            stay = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer = grouped(desk, &stay, "J189 J9601", "");
    assert_int_equal(answer.last.drg, 42);
    assert_int_equal(answer.diagnoses[1].listed, CODING_CC_MCC);
    assert_int_equal(answer.diagnoses[1].counted, CODING_CC_NONE);
    assert_int_equal(answer.diagnoses[1].why, CODING_CC_EXCLUDED);
    assert_true(answer.diagnoses[1].excluded_by == icd10cm("J18.9"));
}

static void what_defines_a_group_is_no_severity_in_it(void **state)
{
    told            stay = {.stay = {0}}, other = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer = grouped(desk, &stay, "I214 N179", "");
    assert_int_equal(answer.last.drg, 32);
    assert_int_equal(answer.diagnoses[1].why, CODING_CC_DEFINES);
    assert_int_equal(grouped(desk, &other, "J189 N179", "").last.drg, 41);
}

static void an_mcc_of_the_living_is_none_of_the_dead(void **state)
{
    told            alive = {.stay = {0}}, dead = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer;
    dead.stay.discharge = 20;
    assert_int_equal(grouped(desk, &alive, "J189 R570", "").last.drg, 40);
    answer = grouped(desk, &dead, "J189 R570", "");
    assert_int_equal(answer.last.drg, 42);
    assert_int_equal(answer.diagnoses[1].why, CODING_CC_DIED);
}

static void what_the_hospital_caused_counts_at_first_only(void **state)
{
    told            absent = {.stay = {0}}, present = {.stay = {0}}, unsaid = {.stay = {0}}, exempt = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer = grouped(desk, &absent, "J189/Y T800XXA/N", "");
    assert_int_equal(answer.first.drg, 40);
    assert_int_equal(answer.last.drg, 42);
    assert_int_equal(answer.diagnoses[1].hac, 2);
    assert_int_equal(answer.diagnoses[1].why, CODING_CC_ACQUIRED);
    assert_int_equal(grouped(desk, &present, "J189/Y T800XXA/Y", "").last.drg, 40);
    answer = grouped(desk, &unsaid, "J189/Y T800XXA", "");
    assert_int_equal(answer.last.drg, 999);
    assert_int_equal(answer.last.reason, CODING_DRG_NO_POA);
    exempt.stay.hospital = CODING_HOSPITAL_EXEMPT;
    assert_int_equal(grouped(desk, &exempt, "J189/Y T800XXA/N", "").last.drg, 40);
}

static void a_cluster_stands_for_its_members_where_they_are_mute(void **state)
{
    told            both = {.stay = {0}}, one = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer = grouped(desk, &both, "I214", "0JH608Z 02H63KZ");
    assert_int_equal(answer.last.drg, 10);
    assert_int_equal(answer.cluster_count, 1);
    assert_string_equal(answer.clusters[0].name, "Z@0001");
    assert_true(answer.clusters[0].makes_last);
    assert_true(answer.procedures[0].muted);
    assert_int_equal(grouped(desk, &one, "I214", "02H63KZ").last.drg, 11);
}

static void surgery_that_has_nothing_to_do_with_it_is_unrelated(void **state)
{
    told            stay = {.stay = {0}};
    coding_desk    *desk = desk_with_files(state, files);
    coding_grouping answer = grouped(desk, &stay, "J189", "02703DZ");
    assert_int_equal(answer.last.drg, 90);
    assert_int_equal(answer.last.mdc, 4);
    assert_true(answer.last.unrelated);
    assert_true(answer.procedures[0].is_or && answer.procedures[0].makes_last);
}

static void who_cannot_be_grouped_is_told_why(void **state)
{
    told         unknown = {.stay = {0}}, cause = {.stay = {0}}, sexless = {.stay = {0}};
    told         none = {.stay = {0}}, woman = {.stay = {0}};
    coding_desk *desk = desk_with_files(state, files);
    assert_int_equal(grouped(desk, &unknown, "E119", "").last.reason, CODING_DRG_BAD_PRINCIPAL);
    assert_int_equal(grouped(desk, &cause, "W19XXXA", "").last.reason, CODING_DRG_NOT_PRINCIPAL);
    assert_int_equal(grouped(desk, &sexless, "A510", "").last.reason, CODING_DRG_BAD_SEX);
    assert_int_equal(grouped(desk, &none, "", "").last.reason, CODING_DRG_BAD_PRINCIPAL);
    assert_string_equal(grouped(desk, &none, "", "").last.title, "Ungroupable");
    woman.stay.sex = CODING_SEX_FEMALE;
    assert_int_equal(grouped(desk, &woman, "A510", "").last.drg, 32);
}

static void the_day_chooses_the_version(void **state)
{
    told         early = {.stay = {0}}, none = {.stay = {0}};
    coding_desk *desk = desk_with_files(state, files);
    early.stay.discharged = 20250930;
    coding_grouping answer = grouped(desk, &early, "I214", ""); /* a version without formulas */
    assert_int_equal(answer.version, 100);
    assert_int_equal(answer.last.reason, CODING_DRG_NO_FORMULA);
    none.stay.discharged = 20200101;
    assert_int_equal(grouped(desk, &none, "I214", "").status, CODING_NOT_IN_BOOK);
}

static void a_single_code_that_makes_the_group_is_found(void **state)
{
    told         stay = {.stay = {0}};
    coding_desk *desk = desk_with_files(state, files);
    grouped(desk, &stay, "I214 J9601", "02703DZ");
    coding_group_changes changes = coding_group_what_if(desk, &stay.stay);
    assert_int_equal(changes.drg, 20);
    assert_int_equal(changes.count, 2);
    assert_int_equal(changes.items[0].place.number, 2);
    assert_int_equal(changes.items[0].drg, 21);
    assert_int_equal(changes.items[1].place.part, CODING_CLAIM_PART_PROCEDURE);
    assert_int_equal(changes.items[1].drg, 30);
    told lung = {.stay = {0}};
    grouped(desk, &lung, "J189", "");
    changes = coding_group_what_if(desk, &lung.stay);
    assert_int_equal(changes.count, 2);
    assert_int_equal(changes.items[0].added, CODING_CC_CC);
    assert_int_equal(changes.items[0].drg, 41);
    assert_int_equal(changes.items[1].drg, 40);
}

/* "J960>J9601=40": what was reported, what may be asked for, the group then. */
static const char *queried(coding_desk *desk, told *to, const char *list)
{
    static char line[256];
    char        reported[CODING_CODE_TEXT], code[CODING_CODE_TEXT];
    size_t      length = 0;
    grouped(desk, to, list, "");
    coding_group_queries queries = coding_group_queries_of(desk, &to->stay);
    assert_int_equal(queries.status, CODING_OK);
    line[0] = '\0';
    for (size_t i = 0; i < queries.count; i++) {
        const coding_group_query *one = &queries.items[i];
        assert_int_equal(to->stay.diagnoses[one->place.number - 1].code, one->reported);
        length += (size_t)snprintf(line + length, sizeof line - length, "%s%s>%s=%u", i ? " " : "",
                                   coding_code_format_bare(one->reported, reported),
                                   coding_code_format_bare(one->code, code), one->drg);
    }
    return line;
}

static void a_code_of_the_category_that_would_count_for_more_is_a_query(void **state)
{
    told         heart = {.stay = {0}}, lung = {.stay = {0}}, both = {.stay = {0}}, there = {.stay = {0}};
    told         injured = {.stay = {0}}, severe = {.stay = {0}}, none = {.stay = {0}};
    coding_desk *desk = desk_with_files(state, files);
    assert_string_equal(queried(desk, &heart, "I214 J960"), "J960>J9601=30");
    assert_string_equal(queried(desk, &lung, "J189 J960"), "");          /* the principal diagnosis excludes it */
    assert_string_equal(queried(desk, &both, "J189 N179"), "N179>N170=40 N179>N171=40"); /* N178 had ended */
    assert_string_equal(queried(desk, &there, "I214 N179"), "N179>N170=30"); /* this group takes no N171 */
    assert_string_equal(queried(desk, &injured, "I214 S062X1D"), "S062X1D>S062X2D=31"); /* the same encounter */
    assert_string_equal(queried(desk, &severe, "I214 R570 J960"), "");   /* nothing is lacking */
    assert_string_equal(queried(desk, &none, "W19XXXA J960"), "");
}

static void weights_are_those_of_the_day(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_drg_weight weight = coding_drg_weight_of(coding_desk_book(desk), 30, 20251101);
    assert_int_equal(weight.status, CODING_OK);
    assert_true(weight.weight == 1.6041 && weight.geometric == 4.1 && weight.arithmetic == 5.3);
    assert_true(weight.post_acute && !weight.special_pay);
    assert_int_equal(coding_drg_weight_of(coding_desk_book(desk), 30, 20261001).status, CODING_NOT_IN_BOOK);
    assert_string_equal(coding_group_attributes(desk, coding_parse(CODING_ICD10PCS, "02703DZ", 7).code, 110),
                        "stent d468");
}

/* The book that extends a book has its grouper. */
/* Columns of stays: codes one behind the other, and where those of each stay end. */
static void many_stays_have_the_groups_that_each_has_alone(void **state)
{
    static const char *const stays[][2] = {
        {"I214 J9601", ""}, {"I214 T800XXA/N", ""}, {"I214", "02703DZ"}, {"J189 J9601", "02H63KZ 0JH608Z"},
        {"W19XXXA", ""},    {"", ""},               {"I214 N179", ""},
    };
    enum { STAYS = sizeof stays / sizeof *stays, CODES_MOST = 32 };
    coding_desk *desk = desk_with_files(state, files);
    coding_code  codes_said[CODES_MOST], procedures_said[CODES_MOST];
    uint8_t      poa[CODES_MOST], discharge[STAYS], mdc[STAYS], type[STAYS], reason[STAYS], severity[STAYS];
    uint64_t     ends[STAYS], procedure_ends[STAYS], count = 0, procedure_count = 0;
    uint16_t     first[STAYS], last[STAYS];
    coding_date  days[STAYS];
    told         all[STAYS] = {{.stay = {0}}};
    for (size_t i = 0; i < STAYS; i++) {
        grouped(desk, &all[i], stays[i][0], stays[i][1]);
        const coding_stay *stay = &all[i].stay;
        for (size_t n = 0; n < stay->diagnosis_count; n++) {
            poa[count] = (uint8_t)stay->diagnoses[n].poa;
            codes_said[count++] = stay->diagnoses[n].code;
        }
        for (size_t n = 0; n < stay->procedure_count; n++) procedures_said[procedure_count++] = stay->procedures[n];
        ends[i] = count;
        procedure_ends[i] = procedure_count;
        days[i] = stay->discharged;
        discharge[i] = (uint8_t)stay->discharge;
    }
    coding_stays columns = {.size = sizeof columns, .count = STAYS, .discharged = days, .discharge = discharge,
                            .diagnosis_ends = ends, .diagnoses = codes_said, .poa = poa,
                            .procedure_ends = procedure_ends, .procedures = procedures_said};
    coding_drgs  drgs = {.size = sizeof drgs, .first = first, .last = last, .mdc = mdc, .type = type,
                         .reason = reason, .severity = severity};
    assert_int_equal(coding_group_many(desk, &columns, &drgs), CODING_OK);
    for (size_t i = 0; i < STAYS; i++) {
        coding_grouping alone = coding_group(desk, &all[i].stay);
        assert_int_equal(first[i], alone.first.drg);
        assert_int_equal(last[i], alone.last.drg);
        assert_int_equal(mdc[i], alone.last.mdc);
        assert_int_equal(type[i], alone.last.type);
        assert_int_equal(reason[i], alone.last.reason);
        assert_int_equal(severity[i], alone.last.severity);
    }
    days[1] = 19990101; /* of no version */
    assert_int_equal(coding_group_many(desk, &columns, &drgs), CODING_NOT_IN_BOOK);
    assert_int_equal(last[1], 0);
    assert_int_equal(last[2], 21);
}

/* Nothing is asked of the allocator once the desk is warm, and what is not wanted is not written. */
static void many_stays_take_no_memory_once_the_desk_is_warm(void **state)
{
    enum { STAYS = 500 };
    coding_desk *desk = desk_with_files(state, files);
    coding_code  code = coding_parse(CODING_ICD10CM, "I214", 4).code, all[STAYS];
    uint64_t     ends[STAYS];
    uint16_t     last[STAYS];
    for (size_t i = 0; i < STAYS; i++) all[i] = code, ends[i] = i + 1;
    coding_stays columns = {.size = sizeof columns, .count = 1, .version = 110, .diagnosis_ends = ends,
                            .diagnoses = all};
    coding_drgs  drgs = {.size = sizeof drgs, .last = last};
    assert_int_equal(coding_group_many(desk, &columns, &drgs), CODING_OK);
    size_t calls = coding_desk_used(desk).calls;
    columns.count = STAYS;
    assert_int_equal(coding_group_many(desk, &columns, &drgs), CODING_OK);
    assert_int_equal(last[0], 32);
    assert_int_equal(last[STAYS - 1], 32);
    assert_int_equal(coding_desk_used(desk).calls, calls);
}

static void a_book_that_is_extended_keeps_its_grouper(void **state)
{
    size_t        length, again;
    coding_error  error = {0};
    coding__model model;
    void         *bytes = book_bytes(files, &length), *more = NULL;
    coding_book  *book = coding_book_open_memory(bytes, length, &error);
    (void)state;
    assert_true(coding_book_verify(book, &error));
    coding__model_start(&model, NULL);
    coding__take_book(&model, book);
    assert_true(coding__compile_model(&model, &more, &again, &error));
    coding__model_end(&model);
    coding_book *extended = coding_book_open_memory(more, again, &error);
    assert_true(coding_book_verify(extended, &error));
    coding_desk    *desk = coding_desk_new(extended, NULL);
    told            stay = {.stay = {0}};
    coding_grouping answer = grouped(desk, &stay, "I214 J9601", "");
    assert_int_equal(answer.last.drg, 30);
    assert_string_equal(answer.last.title, "Heart attack with MCC");
    assert_string_equal(answer.last.source.table, "formulas.tsv");
    assert_int_equal(coding_drg_weight_of(extended, 30, 20251101).status, CODING_OK);
    coding_desk_free(desk);
    coding_book_close(extended);
    coding_book_close(book);
    free(bytes), free(more);
}

/* Whatever byte is wrong: a book may know less, and nobody is led outside of it. */
static void a_damaged_grouper_answers_something(void **state)
{
    size_t         length, opened = 0;
    unsigned char *bytes = book_bytes(files, &length);
    (void)state;
    for (size_t i = 0; i < length; i++) {
        bytes[i] ^= (unsigned char)(1u << i % 8 | 0x80);
        coding_book *book = coding_book_open_memory(bytes, length, NULL);
        if (book) {
            told         stay = {.stay = {0}}, lung = {.stay = {0}};
            coding_desk *desk = coding_desk_new(book, NULL);
            grouped(desk, &stay, "I214/Y N179/N J9601/N T800XXA/N", "0JH608Z 02H63KZ 02703DZ");
            grouped(desk, &lung, "J189/Y T800XXA/N J9601/N", "02703DZ");
            opened += coding_group_what_if(desk, &stay.stay).status == CODING_OK;
            opened += coding_group_queries_of(desk, &stay.stay).status == CODING_OK;
            coding_desk_free(desk);
            coding_book_close(book);
        }
        bytes[i] ^= (unsigned char)(1u << i % 8 | 0x80);
    }
    assert_true(opened > 1000);
    free(bytes);
}

static void crooked_rows_are_told_of_and_left_out(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "diagnoses.tsv",
                      "code\tfrom\tto\tmdc\tmdc-female\tseverity\texcludes\tattributes\n"
                      "I2,4\t100\t110\t5\t5\tMCC\t0\tami\n"
                      "I214\t100\t110\t5\t5\tHIGH\t0\tami\n"));
    assert_int_equal(little->model.drg.codes.count, 1);
    assert_told(little, "diagnoses.tsv:2 code");
    assert_told(little, "diagnoses.tsv:3 severity");
    assert_true(reads(little, "weights.tsv", "drg\tfirst\tuntil\tweight\tgeometric\tarithmetic\n"
                                             "030\t20251001\t20260930\t1,6\t4.1\t5.3\n"));
    assert_int_equal(little->model.drg.weights.count, 0);
    assert_told(little, "weights.tsv:2 weight");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(the_first_formula_that_holds_decides_and_is_told),
        little_test(what_the_principal_diagnosis_excludes_adds_nothing),
        little_test(what_defines_a_group_is_no_severity_in_it),
        little_test(an_mcc_of_the_living_is_none_of_the_dead),
        little_test(what_the_hospital_caused_counts_at_first_only),
        little_test(a_cluster_stands_for_its_members_where_they_are_mute),
        little_test(surgery_that_has_nothing_to_do_with_it_is_unrelated),
        little_test(who_cannot_be_grouped_is_told_why),
        little_test(the_day_chooses_the_version),
        little_test(a_single_code_that_makes_the_group_is_found),
        little_test(a_code_of_the_category_that_would_count_for_more_is_a_query),
        little_test(weights_are_those_of_the_day),
        little_test(many_stays_have_the_groups_that_each_has_alone),
        little_test(many_stays_take_no_memory_once_the_desk_is_warm),
        cmocka_unit_test(a_book_that_is_extended_keeps_its_grouper),
        cmocka_unit_test(a_damaged_grouper_answers_something),
        model_test(crooked_rows_are_told_of_and_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
