/* Pair edits: sorted by setting, column 1 and column 2, packed to four bytes a pair. A file may hold a pair several
 * times, for it ended and began again. Several quarters may hold the same edit; the newest one's line is its source. */
#include <stdlib.h>
#include <string.h>

#include "compile/claims.h"

typedef struct pair {
    uint32_t column1; /* with the setting in front, so that numbers sort as pairs do */
    uint32_t column2;
    uint32_t state;
    uint32_t origin; /* of its file: later ones are of later quarters, for files are read in their order of days */
    uint32_t line;
} pair;

static const coding__pair_state *state_at(const coding__claim_weave *claims, uint32_t state)
{
    return (const coding__pair_state *)claims->weave->model->claims.states.items + state;
}

static int by_columns(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->column1 != y->column1) return x->column1 < y->column1 ? -1 : 1;
    if (x->column2 != y->column2) return x->column2 < y->column2 ? -1 : 1;
    if (x->origin != y->origin) return x->origin > y->origin ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static pair *sorted_pairs(const coding__claim_weave *claims, size_t count)
{
    const coding__pair_edit *edits = claims->weave->model->claims.edits.items;
    pair                    *pairs = malloc((count + 1) * sizeof *pairs);
    for (size_t i = 0; pairs && i < count; i++)
        pairs[i] = (pair){
            .column1 = (uint32_t)state_at(claims, edits[i].state)->setting << 16 | claims->numbers[edits[i].column1],
            .column2 = claims->numbers[edits[i].column2],
            .state = edits[i].state,
            .origin = state_at(claims, edits[i].state)->origin,
            .line = edits[i].line,
        };
    if (pairs) qsort(pairs, count, sizeof *pairs, by_columns);
    return pairs;
}

/* The same edit of another quarter: what it says of days and indicator is equal. */
static bool says_the_same(const coding__claim_weave *claims, const pair *newer, const pair *older)
{
    const coding__pair_state *x = state_at(claims, newer->state), *y = state_at(claims, older->state);
    bool same_pair = newer->column1 == older->column1 && newer->column2 == older->column2;
    return same_pair && newer->origin != older->origin && x->indicator == y->indicator
           && (x->first == y->first || !y->first)  /* not every file says when an edit began */
           && (x->until == y->until || !y->until); /* what was open then has ended since */
}

static size_t without_repeats(const coding__claim_weave *claims, pair *pairs, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || !says_the_same(claims, &pairs[kept - 1], &pairs[i])) pairs[kept++] = pairs[i];
    return kept;
}

/* Numbers those states anew that some pair is in: of an older quarter few are. */
static void number_states(const coding__claim_weave *claims, pair *pairs, size_t count, uint32_t *numbers)
{
    uint32_t used = 0, states = (uint32_t)claims->weave->model->claims.states.count;
    for (size_t i = 0; i < count; i++) numbers[pairs[i].state] = 1;
    for (uint32_t i = 0; i < states; i++) numbers[i] = numbers[i] ? used++ : UINT32_MAX;
    for (size_t i = 0; i < count; i++) pairs[i].state = numbers[pairs[i].state];
}

static void write_states(coding__claim_weave *claims, const uint32_t *numbers)
{
    coding__writer *writer = &claims->weave->writer;
    for (uint32_t i = 0; i < claims->weave->model->claims.states.count; i++) {
        if (numbers[i] == UINT32_MAX) continue;
        const coding__pair_state *state = state_at(claims, i);
        uint32_t                  why = coding__writer_text(writer, state->why);
        unsigned char            *at = coding__writer_add(writer, CODING__PTP_STATES);
        coding__store32(at + CODING__PTP_STATE_FIRST, state->first);
        coding__store32(at + CODING__PTP_STATE_UNTIL, state->until);
        coding__store32(at + CODING__PTP_STATE_ORIGIN, state->origin);
        coding__store32(at + CODING__PTP_STATE_WHY, why);
        at[CODING__PTP_STATE_INDICATOR] = (unsigned char)state->indicator;
        at[CODING__PTP_STATE_SETTING] = state->setting;
    }
}

static void write_items(coding__claim_weave *claims, const pair *pairs, size_t count)
{
    coding__writer *writer = &claims->weave->writer;
    for (size_t i = 0; i < count; i++) {
        unsigned char *at = coding__writer_add(writer, CODING__PTP);
        coding__store16(at + CODING__PTP_COLUMN2, pairs[i].column2);
        coding__store16(at + CODING__PTP_STATE, pairs[i].state);
        bool follows = i && pairs[i].line == pairs[i - 1].line + 1 && pairs[i].origin == pairs[i - 1].origin;
        if (follows) continue;
        at = coding__writer_add(writer, CODING__PTP_LINES);
        coding__store32(at, (uint32_t)i);
        coding__store32(at + 4, pairs[i].line);
    }
}

/* Words for the filter: eight items a word, and three bits each. Of pairs that are none, one in 25 passes. */
static void write_filter(coding__claim_weave *claims, const pair *pairs, size_t count)
{
    size_t    words = (count + 7) / 8;
    uint64_t *bits = calloc(words + 1, sizeof *bits);
    if (!bits) claims->weave->model->no_memory = true;
    for (size_t first = 0, past; bits && first < count; first = past) {
        for (past = first; past < count && pairs[past].column1 == pairs[first].column1;) past++;
        for (size_t i = first; i < past; i++) {
            uint64_t hash = coding__pair_hash(pairs[i].column1 & 0xFFFF, pairs[i].column2);
            bits[coding__pair_word(hash, (uint32_t)first, (uint32_t)past)] |= coding__pair_bits(hash);
        }
    }
    for (size_t i = 0; bits && i < words; i++)
        coding__store64(coding__writer_add(&claims->weave->writer, CODING__PTP_WORDS), bits[i]);
    free(bits);
}

/* Where the pairs of each column-1 service begin, of one setting. */
static void note_begins(coding__claim_weave *claims, unsigned field, uint32_t setting, const pair *pairs, size_t count)
{
    uint32_t *begins = calloc(claims->count + 1, sizeof *begins);
    size_t    at = 0;
    if (!begins) {
        claims->weave->model->no_memory = true;
        return;
    }
    for (uint32_t service = 0; service <= claims->count; service++) {
        while (at < count && pairs[at].column1 < (setting << 16 | service)) at++;
        begins[service] = (uint32_t)at;
    }
    claims->begins[field / 4] = begins;
}

/* A pair has 16 bits for its state. Where releases say more different things than that, pairs that ended before the
 * newest quarter are left out, it is told, and days before that quarter are not checked. */
static size_t without_ended(coding__claim_weave *claims, pair *pairs, size_t count)
{
    coding__vector     *files = &claims->weave->model->claims.files;
    coding__claim_file *file = files->items;
    coding_date         newest = 0;
    size_t              kept = 0;
    for (size_t i = 0; i < files->count; i++)
        if (file[i].kind <= CODING__TABLE_PTP_OUTPATIENT && file[i].first > newest) newest = file[i].first;
    for (size_t i = 0; i < files->count; i++) {
        if (file[i].kind > CODING__TABLE_PTP_OUTPATIENT) continue;
        file[i].back = newest;
        if (file[i].first < newest) file[i].until = 0; /* it speaks for no day any more */
    }
    for (size_t i = 0; i < count; i++) {
        coding_date until = state_at(claims, pairs[i].state)->until;
        if (!until || until >= newest) pairs[kept++] = pairs[i];
    }
    coding__fault(claims->weave->model, &(coding__file){.path = "pair edits", .name = "pair edits"}, 0, "",
                  "more kinds of them than a book can number: those that ended before %u are left out",
                  (unsigned)newest);
    return kept;
}

static bool are_too_many(const coding__claim_weave *claims, const pair *pairs, size_t count, uint32_t *numbers)
{
    uint32_t used = 0;
    for (size_t i = 0; i < count; i++) used += !numbers[pairs[i].state]++;
    memset(numbers, 0, claims->weave->model->claims.states.count * sizeof *numbers);
    return used > UINT16_MAX;
}

static void write_pairs(coding__claim_weave *claims, pair *pairs, size_t count, uint32_t *numbers)
{
    if (are_too_many(claims, pairs, count, numbers)) count = without_ended(claims, pairs, count);
    if (are_too_many(claims, pairs, count, numbers)) {
        claims->weave->model->no_memory = true; /* no quarter alone says a tenth of that */
        return;
    }
    number_states(claims, pairs, count, numbers);
    write_states(claims, numbers);
    write_items(claims, pairs, count);
    write_filter(claims, pairs, count);
    note_begins(claims, CODING__SERVICE_PTP, 0, pairs, count);
    note_begins(claims, CODING__SERVICE_PTP_OUTPATIENT, 1, pairs, count);
}

void coding__write_pairs(coding__claim_weave *claims)
{
    const coding__claim_facts *facts = &claims->weave->model->claims;
    if (!facts->edits.count) return;
    pair     *pairs = sorted_pairs(claims, facts->edits.count);
    uint32_t *numbers = calloc(facts->states.count + 1, sizeof *numbers);
    if (pairs && numbers) write_pairs(claims, pairs, without_repeats(claims, pairs, facts->edits.count), numbers);
    else claims->weave->model->no_memory = true;
    free(numbers);
    free(pairs);
}
