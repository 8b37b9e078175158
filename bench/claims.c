/* Claims of 20 lines and 12 diagnoses, built out of the book, the same in every run: reviewed by all rules, by the pair
 * edits alone, and how much memory a desk asks for meanwhile.
 *
 *     bench_claims BOOK [--smoke]
 *     bench_claims BOOK --claims      prints them, a line each: the codes of their lines
 *     bench_claims BOOK --pairs       prints the pair edits in force on their day: column 1, column 2, indicator */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "book/book.h"
#include "measure.h"
#include "rule/tables.h"

enum { DAY = 20240715, CLAIMS = 1000, LINES = 20, DIAGNOSES = 12, SYSTEM_MOST = 1 << 17 };

typedef char text[CODING_CODE_TEXT];

/* A claim as its sender has it: texts. */
typedef struct written {
    text        diagnoses[DIAGNOSES];
    text        lines[LINES];
    const char *modifiers[LINES];
} written;

typedef struct pool {
    coding_code *codes;
    size_t       count;
} pool;

/* What a day at a doctor's may bring: a visit, small surgery, images, laboratory, medicine, drugs. */
static const struct {
    const char *first, *last;
    unsigned    lines;
    bool        surgery; /* of what is paid for in an office */
} mixture[] = {
    {"99202", "99215", 1, false}, {"10021", "69990", 2, true},  {"70010", "79999", 3, false},
    {"80047", "89398", 6, false}, {"90785", "99199", 4, false}, {"J0120", "J9999", 4, false},
};

enum { KINDS = sizeof mixture / sizeof *mixture };

static bool is_paid(const coding_book *book, uint32_t service, bool surgery)
{
    uint32_t fee = coding__fee_find(book, service, 0, DAY);
    if (!surgery) return coding__mue_find(book, 0, service, DAY) != CODING__NONE;
    return fee != CODING__NONE && coding__u8(book, CODING__FEES, fee, CODING__FEE_STATUS) == 'A'
           && !coding__u8(book, CODING__FEES, fee, CODING__FEE_NOT_OFFICE);
}

static coding_code service_code(const char *printed)
{
    return coding_parse(*printed == 'J' ? CODING_HCPCS : CODING_CPT, printed, strlen(printed)).code;
}

static pool services_of(const coding_book *book, size_t kind)
{
    uint32_t    count = coding__count(book, CODING__SERVICES);
    pool        all = {malloc((count + 1) * sizeof *all.codes), 0};
    coding_code first = service_code(mixture[kind].first), last = service_code(mixture[kind].last);
    for (uint32_t i = 0; all.codes && i + 1 < count; i++) {
        coding_code code = coding__u64(book, CODING__SERVICES, i, CODING__SERVICE_CODE);
        if (code < first || code > last || !is_paid(book, i, mixture[kind].surgery)) continue;
        all.codes[all.count++] = code;
    }
    return all;
}

/* What stands on the day, of the chapters that grown people's visits are about. */
static pool diagnoses_of(coding_book *book)
{
    uint32_t     first = 0, past = 0;
    pool         all = {malloc(SYSTEM_MOST * sizeof *all.codes), 0};
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_book_rows(book, CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; all.codes && row < past && all.count < SYSTEM_MOST; row++) {
        coding_code code = coding__row_code(book, row);
        bool        common = strchr("EFGIJKLMNR", coding_code_character(code, 0)) != NULL;
        if (common && coding_verdict_of(desk, code, DAY) == CODING_RULE_STANDS) all.codes[all.count++] = code;
    }
    coding_desk_free(desk);
    return all;
}

static void pick(const pool *from, unsigned long long *state, text into)
{
    coding_code_format(from->codes[bench_random(state) % from->count], into);
}

static void write_claim(written *claim, const pool services[KINDS], const pool *diagnoses, unsigned long long *state)
{
    size_t line = 0;
    for (size_t i = 0; i < DIAGNOSES; i++) pick(diagnoses, state, claim->diagnoses[i]);
    for (size_t kind = 0; kind < KINDS; kind++)
        for (unsigned i = 0; i < mixture[kind].lines; i++) pick(&services[kind], state, claim->lines[line++]);
    claim->modifiers[0] = "25"; /* of the visit */
    claim->modifiers[1] = bench_random(state) % 2 ? "59" : NULL;
}

static bool are_there(const pool services[KINDS], const pool *diagnoses)
{
    for (size_t kind = 0; kind < KINDS; kind++)
        if (!services[kind].count) return false;
    return diagnoses->count != 0;
}

static written *write_claims(coding_book *book, size_t count)
{
    unsigned long long state = DAY;
    pool               services[KINDS], diagnoses = diagnoses_of(book);
    written           *claims = calloc(count, sizeof *claims);
    for (size_t kind = 0; kind < KINDS; kind++) services[kind] = services_of(book, kind);
    if (!claims || !are_there(services, &diagnoses)) {
        fputs("claims are left out: the book lacks the tables of July 2024, which official releases bring\n", stderr);
        exit(0);
    }
    for (size_t i = 0; i < count; i++) write_claim(&claims[i], services, &diagnoses, &state);
    for (size_t kind = 0; kind < KINDS; kind++) free(services[kind].codes);
    free(diagnoses.codes);
    return claims;
}

static const coding_claim *build(coding_desk *desk, const written *from)
{
    coding_claim *claim = coding_claim_new(desk, &(coding_claim_options){.size = sizeof(coding_claim_options),
                                                                         .kind = CODING_CLAIM_PROFESSIONAL,
                                                                         .first = DAY,
                                                                         .born = 19600229,
                                                                         .sex = CODING_SEX_FEMALE,
                                                                         .place = "11"});
    for (size_t i = 0; i < DIAGNOSES; i++)
        coding_claim_add_diagnosis(claim, from->diagnoses[i], strlen(from->diagnoses[i]), NULL);
    for (size_t i = 0; i < LINES; i++)
        coding_claim_add_line(claim, from->lines[i], strlen(from->lines[i]),
                              &(coding_line_options){.size = sizeof(coding_line_options),
                                                     .modifiers = from->modifiers[i],
                                                     .charge = 12500,
                                                     .pointers = "1"});
    return claim;
}

typedef struct measured {
    double *building, *reviewing;
    size_t  count;
    size_t  findings;
} measured;

static void measure(coding_desk *desk, const written *claims, size_t count, uint64_t rules, measured *into)
{
    coding_review_options with = {.size = sizeof with, .rules = rules};
    double                looking = bench_cost_of_looking();
    for (size_t i = 0; i < count; i++) {
        double              began = bench_now();
        const coding_claim *claim = build(desk, &claims[i]);
        double              built = bench_now();
        coding_review       review = coding_claim_review(desk, claim, &with);
        double              reviewed = bench_now();
        into->building[into->count] = built - began - looking;
        into->reviewing[into->count++] = reviewed - built - looking;
        into->findings += review.count;
        coding_desk_clear(desk);
    }
}

static measured room_for(size_t count)
{
    measured room = {malloc(count * sizeof *room.building), malloc(count * sizeof *room.reviewing), 0, 0};
    if (room.building && room.reviewing) return room;
    fputs("no memory\n", stderr);
    exit(2);
}

static void let_go(measured *room) { free(room->building), free(room->reviewing); }

/* All rules and the pair edits alone go round together. */
static void measure_all(coding_desk *desk, const written *claims, size_t count, size_t rounds)
{
    uint64_t pairs = UINT64_C(1) << CODING_CLAIM_RULE_PTP;
    measured all = room_for(count * rounds), some = room_for(count * rounds), warm = room_for(count * 2);
    measure(desk, claims, count, 0, &warm), measure(desk, claims, count, pairs, &warm);
    size_t calls = coding_desk_used(desk).calls;
    for (size_t round = 0; round < rounds; round++) {
        measure(desk, claims, count, 0, &all);
        measure(desk, claims, count, pairs, &some);
    }
    calls = coding_desk_used(desk).calls - calls;
    bench_print_calls("claim.review", "20 lines, 12 diagnoses, all rules; budget 20 us", all.reviewing, all.count);
    bench_print_calls("claim.pairs", "the same by pair edits alone; budget 5 us", some.reviewing, some.count);
    bench_print_calls("claim.build", "reading the texts of such a claim", all.building, all.count);
    bench_print("claim.findings", (double)all.findings / (double)all.count, "a claim", "what all rules say of one");
    bench_print("claim.pairs.findings", (double)some.findings / (double)some.count, "a claim", "of them by pair edits");
    bench_print("claim.allocations", (double)calls / (double)(all.count + some.count), "a claim",
                "calls of the desk's allocator, once it is warm");
    bench_print("claim.held", (double)coding_desk_used(desk).held / 1000, "KB", "memory of the desk");
    let_go(&all), let_go(&some), let_go(&warm);
}

static int print_claims(const written *claims)
{
    for (size_t i = 0; i < CLAIMS; i++)
        for (size_t line = 0; line < LINES; line++) {
            const char *modifier = claims[i].modifiers[line];
            printf("%s%s%s%c", claims[i].lines[line], modifier ? "-" : "", modifier ? modifier : "",
                   line + 1 < LINES ? '\t' : '\n');
        }
    return 0;
}

static void print_pair(const coding_book *book, const char *column1, uint32_t item)
{
    text     column2;
    uint32_t state = coding__u16(book, CODING__PTP, item, CODING__PTP_STATE);
    uint32_t until = coding__u32(book, CODING__PTP_STATES, state, CODING__PTP_STATE_UNTIL);
    char     indicator = (char)coding__u8(book, CODING__PTP_STATES, state, CODING__PTP_STATE_INDICATOR);
    uint32_t service = coding__u16(book, CODING__PTP, item, CODING__PTP_COLUMN2);
    if (indicator == '9' || (until && until < DAY)) return;
    coding_code_format(coding__u64(book, CODING__SERVICES, service, CODING__SERVICE_CODE), column2);
    printf("%s\t%s\t%c\n", column1, column2, indicator);
}

static int print_pairs(const coding_book *book)
{
    for (uint32_t service = 0; service + 1 < coding__count(book, CODING__SERVICES); service++) {
        text     column1;
        uint32_t first, past;
        coding_code_format(coding__u64(book, CODING__SERVICES, service, CODING__SERVICE_CODE), column1);
        coding__service_range(book, service, CODING__SERVICE_PTP, &first, &past);
        for (uint32_t item = first; item < past; item++) print_pair(book, column1, item);
    }
    return 0;
}

int main(int count, char **arguments)
{
    bench_effort effort = bench_started(count, arguments);
    bool         smoke = effort.rounds < 5;
    coding_error error;
    coding_book *book = coding_book_open(arguments[1], &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    if (count > 2 && !strcmp(arguments[2], "--pairs")) return print_pairs(book);
    written *claims = write_claims(book, CLAIMS);
    if (count > 2 && !strcmp(arguments[2], "--claims")) return print_claims(claims);
    coding_desk *desk = coding_desk_new(book, NULL);
    measure_all(desk, claims, smoke ? 50 : CLAIMS, smoke ? 1 : 15);
    free(claims);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
