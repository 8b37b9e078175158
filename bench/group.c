/* Stays of 6 codes, drawn from the grouper's own tables, the same in every run: grouped one by one, and how much memory
 * the desk asks for meanwhile.
 *
 *     bench_group BOOK [--smoke]
 *     bench_group BOOK --stays       prints them, a line each: sex, discharge status, diagnoses, procedures
 *
 * Half of the procedures are such as the principal diagnosis's formulas ask for: their MDC's surgery is walked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "book/book.h"
#include "measure.h"

enum { VERSION = 431, STAYS = 2000, DIAGNOSES = 4, PROCEDURES = 2, CODES_MOST = 1 << 18 };

typedef struct written {
    coding_stay_diagnosis diagnoses[DIAGNOSES];
    coding_code           procedures[PROCEDURES];
    coding_stay           stay;
} written;

typedef struct pool {
    coding_code *codes;
    size_t       count;
} pool;

typedef struct pools {
    pool principal, secondary, operations, others;
} pools;

static void put(pool *into, coding_code code)
{
    if (into->codes && into->count < CODES_MOST) into->codes[into->count++] = code;
}

static pool empty_pool(void) { return (pool){malloc(CODES_MOST * sizeof(coding_code)), 0}; }

static bool is_in(const coding_book *book, uint32_t record, uint32_t version)
{
    return coding__u8(book, CODING__DRG_CODES, record, CODING__DRG_CODE_FIRST) <= version
           && version <= coding__u8(book, CODING__DRG_CODES, record, CODING__DRG_CODE_UNTIL);
}

/* The record of the version, or UINT32_MAX. */
static uint32_t version_of(const coding_book *book)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__DRG_VERSIONS); i++)
        if (coding__u32(book, CODING__DRG_VERSIONS, i, CODING__DRG_VERSION_NUMBER) == VERSION) return i;
    return UINT32_MAX;
}

/* Procedures with more than one attribute are those that some formula asks for. */
static bool is_operation(const coding_book *book, uint32_t record)
{
    const unsigned char *set = coding__record(book, CODING__DRG_SETS,
                                              coding__u16(book, CODING__DRG_CODES, record, CODING__DRG_CODE_SET));
    unsigned             bits = 0;
    for (size_t i = 0; set && i < CODING__DRG_SET_BYTES; i++) bits += (unsigned)__builtin_popcount(set[i]);
    return bits > 2;
}

static pools pools_of(const coding_book *book)
{
    pools    all = {empty_pool(), empty_pool(), empty_pool(), empty_pool()};
    uint32_t version = version_of(book);
    for (uint32_t i = 0; i < coding__count(book, CODING__DRG_CODES); i++) {
        coding_code code = coding__u64(book, CODING__DRG_CODES, i, CODING__DRG_CODE_CODE);
        if (!is_in(book, i, version)) continue;
        if (coding_code_system(code) == CODING_ICD10PCS) {
            put(is_operation(book, i) ? &all.operations : &all.others, code);
        } else {
            if (coding__u8(book, CODING__DRG_CODES, i, CODING__DRG_CODE_MDC)) put(&all.principal, code);
            if (coding__u8(book, CODING__DRG_CODES, i, CODING__DRG_CODE_SEVERITY)) put(&all.secondary, code);
        }
    }
    return all;
}

static coding_code drawn(const pool *from, unsigned long long *state)
{
    return from->count ? from->codes[bench_random(state) % from->count] : 0;
}

static written *write_stays(const coding_book *book)
{
    pools              all = pools_of(book);
    written           *stays = calloc(STAYS, sizeof *stays);
    unsigned long long state = 20260401;
    for (size_t i = 0; stays && i < STAYS; i++) {
        for (size_t n = 0; n < DIAGNOSES; n++) {
            stays[i].diagnoses[n].code = drawn(n ? &all.secondary : &all.principal, &state);
            stays[i].diagnoses[n].poa = CODING_POA_YES;
        }
        for (size_t n = 0; n < PROCEDURES; n++)
            stays[i].procedures[n] = drawn(n ? &all.others : &all.operations, &state);
        stays[i].stay = (coding_stay){.size = sizeof(coding_stay), .version = VERSION, .discharge = 1, .age = 65,
                                      .sex = i % 2 ? CODING_SEX_FEMALE : CODING_SEX_MALE,
                                      .diagnoses = stays[i].diagnoses, .diagnosis_count = DIAGNOSES,
                                      .procedures = stays[i].procedures, .procedure_count = PROCEDURES};
    }
    free(all.principal.codes), free(all.secondary.codes), free(all.operations.codes), free(all.others.codes);
    return stays;
}

static void print_stays(const written *stays)
{
    char text[CODING_CODE_TEXT];
    for (size_t i = 0; i < STAYS; i++) {
        printf("%c\t%u\t", stays[i].stay.sex == CODING_SEX_FEMALE ? 'F' : 'M', (unsigned)stays[i].stay.discharge);
        for (size_t n = 0; n < DIAGNOSES; n++)
            printf("%s%s", n ? " " : "", coding_code_format_bare(stays[i].diagnoses[n].code, text));
        for (size_t n = 0; n < PROCEDURES; n++)
            printf("%c%s", n ? ' ' : '\t', coding_code_format_bare(stays[i].procedures[n], text));
        putchar('\n');
    }
}

typedef struct grouping {
    coding_desk   *desk;
    const written *stays;
} grouping;

static void group_one(void *context, size_t index)
{
    const grouping *of = context;
    coding_grouping answer = coding_group(of->desk, &of->stays[index % STAYS].stay);
    bench_use(answer.last.drg);
    coding_desk_clear(of->desk);
}

static void ask_one(void *context, size_t index)
{
    const grouping      *of = context;
    coding_group_changes answer = coding_group_what_if(of->desk, &of->stays[index % STAYS].stay);
    bench_use(answer.count);
    coding_desk_clear(of->desk);
}

static void measure(coding_book *book, const written *stays, bench_effort effort)
{
    grouping of = {coding_desk_new(book, NULL), stays};
    size_t   count = effort.samples < STAYS ? effort.samples : STAYS;
    bench_calls group = {"stay.group", "6 codes to their MS-DRG with its trace, v43.1; budget 5 us", group_one, &of,
                         count};
    bench_calls changes = {"stay.what-if", "the same, and with each code left out and a CC or MCC added", ask_one, &of,
                           count};
    bench_each(&group, effort.rounds);
    size_t calls = coding_desk_used(of.desk).calls;
    for (size_t i = 0; i < STAYS; i++) group_one(&of, i);
    bench_print("stay.allocations", (double)(coding_desk_used(of.desk).calls - calls), "calls",
                "of the allocator, in 2000 stays after the first");
    bench_each(&changes, effort.rounds < 4 ? effort.rounds : 4);
    coding_desk_free(of.desk);
}

int main(int count, char **arguments)
{
    bool         prints = count > 2 && strcmp(arguments[2], "--stays") == 0;
    bench_effort effort = bench_started(count, arguments);
    coding_book *book = coding_book_open(arguments[1], NULL);
    written     *stays = book ? write_stays(book) : NULL;
    if (!stays) return fprintf(stderr, "no book: %s\n", arguments[1]), 2;
    bool has_grouper = coding__count(book, CODING__DRG_VERSIONS) > 0;
    if (!has_grouper) fputs("bench: the book has no MS-DRG: stays are left out\n", stderr);
    else if (prints) print_stays(stays);
    else measure(book, stays, effort);
    free(stays);
    coding_book_close(book);
    return 0;
}
