/* Crosswalks and comorbidity: made-up patients of twelve diagnoses grouped by each scheme, in columns and with the trace,
 * and every code of ICD-9-CM and ICD-10-CM mapped to the other.
 *
 *     bench_groups BOOK [--smoke] */
#include <stdio.h>
#include <stdlib.h>

#include <coding.h>

#include "measure.h"
#include "sample.h"

enum { PATIENTS = 1000, DIAGNOSES = 12, MAPPED = 10000 };

typedef struct patients {
    coding_desk              *desk;
    coding_comorbidity_scheme scheme;
    coding_code               codes[PATIENTS * DIAGNOSES];
    uint8_t                   poa[PATIENTS * DIAGNOSES];
    uint64_t                  offsets[PATIENTS + 1];
    uint64_t                  present[PATIENTS];
    int32_t                   scores[PATIENTS * 2];
    bool                      with_poa;
} patients;

typedef struct crosswalk {
    coding_desk  *desk;
    coding_system to;
    coding_code   codes[MAPPED];
    size_t        count;
    coding_code   targets[MAPPED];
    uint8_t       kinds[MAPPED];
} crosswalk;

/* Every other diagnosis has a group: more than in any hospital. */
static void make_patients(patients *all, coding_desk *desk, coding_comorbidity_scheme scheme)
{
    sample             codes = sample_of_system(coding_desk_book(desk), CODING_ICD10CM, 100000);
    unsigned long long state = 20251001;
    *all = (patients){.desk = desk, .scheme = scheme, .with_poa = scheme == CODING_ELIXHAUSER_AHRQ};
    for (size_t i = 0, at = 0; i < PATIENTS * DIAGNOSES && codes.count; i++) {
        uint64_t    groups = 0, offsets[] = {0, 2};
        coding_code two[2] = {0, 0};
        do {
            two[1] = codes.codes[at++ % codes.count];
            coding_comorbidity_many(desk, scheme, two, NULL, offsets, NULL, 1, NULL, &groups, NULL, NULL);
        } while (i % 2 && !groups && at < 400000);
        all->codes[i] = two[1];
        all->poa[i] = (uint8_t)(bench_random(&state) % 5);
    }
    for (size_t i = 0; i <= PATIENTS; i++) all->offsets[i] = i * DIAGNOSES;
    sample_free(&codes);
}

static void group_columns(void *context)
{
    patients *all = context;
    coding_comorbidity_many(all->desk, all->scheme, all->codes, all->with_poa ? all->poa : NULL, all->offsets, NULL,
                            PATIENTS, NULL, all->present, NULL, all->scores);
    bench_use(all->present[0] + (unsigned long long)all->scores[1]);
}

static void group_one_by_one(void *context)
{
    patients *all = context;
    for (size_t i = 0; i < PATIENTS; i++) {
        coding_comorbidities one = coding_comorbidity(all->desk, all->scheme, all->codes + i * DIAGNOSES,
                                                      all->with_poa ? all->poa + i * DIAGNOSES : NULL, DIAGNOSES, NULL);
        bench_use(one.present);
        coding_desk_clear(all->desk);
    }
}

static void map_columns(void *context)
{
    crosswalk *all = context;
    coding_map_many(all->desk, all->codes, all->count, all->to, CODING_MAP_GEM, 0, all->targets, all->kinds);
    bench_use(all->kinds[0]);
}

static void make_crosswalk(crosswalk *all, coding_desk *desk, coding_system from, coding_system to)
{
    sample codes = sample_of_system(coding_desk_book(desk), from, MAPPED);
    *all = (crosswalk){.desk = desk, .to = to};
    for (size_t i = 0; i < codes.count; i++) all->codes[all->count++] = codes.codes[i];
    sample_free(&codes);
}

static void measure_groups(coding_desk *desk, patients *all, size_t rounds)
{
    static const coding_comorbidity_scheme schemes[] = {CODING_ELIXHAUSER_AHRQ, CODING_CHARLSON_QUAN,
                                                        CODING_ELIXHAUSER_QUAN};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        char columns[64], traced[64];
        if (coding_comorbidity(desk, schemes[i], NULL, NULL, 0, NULL).status != CODING_OK)
            continue; /* not in the book */
        make_patients(all, desk, schemes[i]);
        snprintf(columns, sizeof columns, "comorbidity.%s", coding_comorbidity_scheme_name(schemes[i]));
        snprintf(traced, sizeof traced, "comorbidity.%s.traced", coding_comorbidity_scheme_name(schemes[i]));
        bench_case cases[] = {
            {columns, "a patient of 12 diagnoses, in columns", group_columns, all, PATIENTS, 0},
            {traced, "the same with the trace", group_one_by_one, all, PATIENTS, 0},
        };
        bench_compare(cases, sizeof cases / sizeof *cases, rounds);
    }
}

static void measure_map(coding_desk *desk, crosswalk *all, const char *name, coding_system from, coding_system to,
                        size_t rounds)
{
    make_crosswalk(all, desk, from, to);
    bench_case one = {name, "a code, its rows and kind", map_columns, all, all->count, 0};
    if (all->count && coding_map(desk, all->codes[0], to, CODING_MAP_GEM, 0).status == CODING_OK)
        bench_compare(&one, 1, rounds);
}

int main(int count, char **arguments)
{
    bench_effort effort = bench_started(count, arguments);
    coding_error error;
    coding_book *book = coding_book_open(arguments[1], &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    patients    *all = calloc(1, sizeof *all);
    crosswalk   *codes = calloc(1, sizeof *codes);
    if (!desk || !all || !codes) return fputs("no memory\n", stderr), 2;
    measure_groups(desk, all, effort.rounds);
    measure_map(desk, codes, "map.icd9cm.icd10cm", CODING_ICD9CM, CODING_ICD10CM, effort.rounds);
    measure_map(desk, codes, "map.icd10cm.icd9cm", CODING_ICD10CM, CODING_ICD9CM, effort.rounds);
    free(all), free(codes);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
