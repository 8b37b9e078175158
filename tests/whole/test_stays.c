/* The vectors of stays in a book that has the grouper: their MS-DRGs, and what the record may be asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whole/whole.h"

enum { CODES = 16 };

typedef struct written {
    coding_stay           stay;
    coding_stay_diagnosis diagnoses[CODES];
    coding_code           procedures[CODES];
} written;

static coding_poa poa_of(const char *letter)
{
    static const char letters[] = "1YNUW";
    return letter && *letter ? (coding_poa)(strchr(letters, *letter) - letters) : CODING_POA_BLANK;
}

static coding_sex sex_of(char letter)
{
    return letter == 'M' ? CODING_SEX_MALE : letter == 'F' ? CODING_SEX_FEMALE : CODING_SEX_UNKNOWN;
}

/* "F 01 I21.4/Y J96.01 px 02703DZ" */
static void read_stay(char *text, written *to)
{
    bool is_procedures = false;
    *to = (written){.stay = {.size = sizeof(coding_stay)}};
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
        char *slash = strchr(word, '/');
        if (word == text) to->stay.sex = sex_of(*word);
        else if (!to->stay.discharge) to->stay.discharge = (uint32_t)strtoul(word, NULL, 10);
        else if (strcmp(word, "px") == 0) is_procedures = true;
        else if (is_procedures)
            to->procedures[to->stay.procedure_count++] = coding_parse(CODING_ICD10PCS, word, strlen(word)).code;
        else
            to->diagnoses[to->stay.diagnosis_count++] = (coding_stay_diagnosis){
                .code = coding_parse(CODING_ICD10CM, word, slash ? (size_t)(slash - word) : strlen(word)).code,
                .poa = poa_of(slash ? slash + 1 : NULL)};
    }
    to->stay.diagnoses = to->diagnoses;
    to->stay.procedures = to->procedures;
}

static unsigned asks_queries(coding_desk *desk, char *cells[ROW_CELLS])
{
    char    got[1024] = "", said[512], drg[8], reported[CODING_CODE_TEXT], code[CODING_CODE_TEXT];
    size_t  put = 0;
    written one;
    snprintf(said, sizeof said, "%s", cells[1]);
    read_stay(cells[1], &one);
    one.stay.version = (uint32_t)strtoul(cells[0], NULL, 10);
    coding_group_queries all = coding_group_queries_of(desk, &one.stay);
    for (size_t i = 0; i < all.count && put < sizeof got; i++) {
        const coding_group_query *it = &all.items[i];
        put += (size_t)snprintf(got + put, sizeof got - put, "%s%u %s %s %s %03u", i ? "; " : "", it->place.number,
                                coding_code_format(it->reported, reported), coding_code_format(it->code, code),
                                coding_cc_name(it->severity), it->drg);
    }
    snprintf(drg, sizeof drg, "%03u", all.drg);
    if (all.status == CODING_OK && !strcmp(drg, cells[2]) && !strcmp(*got ? got : "-", cells[3])) return 0;
    print_error("v%s %s: wanted %s %s, got %s %s, because: %s\n", cells[0], said, cells[2], cells[3], drg, got,
                cells[4]);
    return 1;
}

static unsigned ask(coding_desk *desk, char *cells[ROW_CELLS])
{
    char    got[16], said[512];
    written one;
    snprintf(said, sizeof said, "%s", cells[1]);
    read_stay(cells[1], &one);
    one.stay.version = (uint32_t)strtoul(cells[0], NULL, 10);
    coding_grouping answer = coding_group(desk, &one.stay);
    snprintf(got, sizeof got, "%03u %03u", answer.first.drg, answer.last.drg);
    if (answer.status == CODING_OK && strcmp(got, cells[2]) == 0) return 0;
    print_error("v%s %s: wanted %s, got %s, because: %s\n", cells[0], said, cells[2], got, cells[3]);
    return 1;
}

static bool has_grouper(coding_desk *desk)
{
    coding_stay empty = {.size = sizeof empty, .version = 431};
    return coding_group(desk, &empty).status == CODING_OK;
}

static void every_stay_has_the_groups_of_its_row(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/stays.tsv", 40, has_grouper, ask);
}

static void every_stay_has_the_queries_of_its_row(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/queries.tsv", 14, has_grouper, asks_queries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stay_has_the_groups_of_its_row),
        cmocka_unit_test(every_stay_has_the_queries_of_its_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
