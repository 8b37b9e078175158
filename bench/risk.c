/* Members of 12 diagnoses of V28, made of the book's own mapping, the same in every run: scored one by one with the
 * whole trace, in columns, and from texts.
 *
 *     bench_risk BOOK [--smoke]
 *     bench_risk BOOK --members     prints them: age, sex and codes, for the peers */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "book/book.h"
#include "measure.h"

enum { MEMBERS = 1000, DIAGNOSES = 12, YEAR = 2026 };

typedef struct population {
    coding_desk          *desk;
    coding_member         members[MEMBERS];
    coding_risk_diagnosis diagnoses[MEMBERS][DIAGNOSES];
    char                  texts[MEMBERS][DIAGNOSES][CODING_CODE_TEXT];
    coding_code           codes[MEMBERS * DIAGNOSES];
    uint8_t               ages[MEMBERS], sexes[MEMBERS];
    uint64_t              ends[MEMBERS];
    int32_t               raw[MEMBERS];
    size_t                count;
} population;

/* A code that V28 maps in the year. */
static coding_code draw(const coding_book *book, unsigned long long *state)
{
    for (;;) {
        uint32_t    at = (uint32_t)(bench_random(state) % coding__count(book, CODING__RISK_CODES));
        uint32_t    past = coding__u32(book, CODING__RISK_CODES, at + 1, CODING__RISK_CODE_MAP);
        coding_code code = coding__u64(book, CODING__RISK_CODES, at, CODING__RISK_CODE_CODE);
        for (uint32_t i = coding__u32(book, CODING__RISK_CODES, at, CODING__RISK_CODE_MAP); i < past; i++) {
            const unsigned char *row = coding__record(book, CODING__RISK_MAPS, i);
            if (row[CODING__RISK_MAP_MODEL] == CODING_RISK_V28 && row[CODING__RISK_MAP_KIND] == CODING__RISK_MAP
                && row[CODING__RISK_MAP_FIRST] <= YEAR - 2000 && row[CODING__RISK_MAP_LAST] >= YEAR - 2000)
                return code;
        }
    }
}

static void make_member(population *all, const coding_book *book, size_t i, unsigned long long *state)
{
    coding_member *member = &all->members[i];
    *member = (coding_member){.size = sizeof *member, .age = (uint32_t)(bench_random(state) % 30 + 65)};
    member->sex = bench_random(state) % 2 ? CODING_SEX_FEMALE : CODING_SEX_MALE;
    member->diagnoses = all->diagnoses[i];
    member->diagnosis_count = DIAGNOSES;
    for (size_t k = 0; k < DIAGNOSES; k++) {
        coding_code code = draw(book, state);
        all->diagnoses[i][k].code = all->codes[i * DIAGNOSES + k] = code;
        coding_code_format(code, all->texts[i][k]);
    }
    all->ages[i] = (uint8_t)member->age, all->sexes[i] = (uint8_t)member->sex;
    all->ends[i] = (i + 1) * DIAGNOSES;
}

static void one_by_one(void *context)
{
    population        *all = context;
    unsigned long long sum = 0;
    for (size_t i = 0; i < MEMBERS; i++) {
        sum += (unsigned)coding_risk_score_member(all->desk, &all->members[i], CODING_RISK_V28, YEAR, NULL).raw;
        coding_desk_clear(all->desk);
    }
    bench_use(sum);
}

static void from_texts(void *context)
{
    population        *all = context;
    unsigned long long sum = 0;
    for (size_t i = 0; i < MEMBERS; i++) {
        for (size_t k = 0; k < DIAGNOSES; k++)
            all->diagnoses[i][k].code = coding_parse(CODING_ICD10CM, all->texts[i][k], strlen(all->texts[i][k])).code;
        sum += (unsigned)coding_risk_score_member(all->desk, &all->members[i], CODING_RISK_V28, YEAR, NULL).raw;
        coding_desk_clear(all->desk);
    }
    bench_use(sum);
}

static void in_columns(void *context)
{
    population        *all = context;
    coding_members     members = {.size = sizeof members,
                                  .count = MEMBERS,
                                  .age = all->ages,
                                  .sex = all->sexes,
                                  .ends = all->ends,
                                  .codes = all->codes};
    coding_risk_scores scores = {.size = sizeof scores, .raw = all->raw};
    coding_risk_score_many(all->desk, &members, CODING_RISK_V28, YEAR, NULL, &scores);
    bench_use((unsigned long long)all->raw[0]);
}

static void print_members(const population *all)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        printf("%u\t%c", all->members[i].age, all->members[i].sex == CODING_SEX_FEMALE ? 'F' : 'M');
        for (size_t k = 0; k < DIAGNOSES; k++) printf("%c%s", k ? ' ' : '\t', all->texts[i][k]);
        putchar('\n');
    }
}

static void measure(population *all, size_t rounds)
{
    bench_case cases[] = {
        {"risk.v28.traced", "a member of 12 diagnoses with its whole trace; budget 1000 ns", one_by_one, all, MEMBERS,
         0},
        {"risk.v28.texts", "the same from texts", from_texts, all, MEMBERS, 0},
        {"risk.v28.columns", "the same in columns, without a trace", in_columns, all, MEMBERS, 0},
    };
    bench_compare(cases, sizeof cases / sizeof *cases, rounds);
}

int main(int count, char **arguments)
{
    bench_effort       effort = bench_started(count, arguments);
    unsigned long long state = 20261001;
    coding_book       *book = coding_book_open(arguments[1], NULL);
    population        *all = calloc(1, sizeof *all);
    if (!book || !all) return fprintf(stderr, "bench_risk: no book\n"), 2;
    if (!coding_risk_has(book, CODING_RISK_V28, CODING_RISK_MA, YEAR))
        return fprintf(stderr, "bench_risk: the book has no tables of risk adjustment: left out\n"), 0;
    all->desk = coding_desk_new(book, NULL);
    for (size_t i = 0; i < MEMBERS; i++) make_member(all, book, i, &state);
    if (count > 2 && !strcmp(arguments[2], "--members")) print_members(all);
    else measure(all, effort.rounds);
    coding_desk_free(all->desk);
    coding_book_close(book);
    free(all);
    return 0;
}
