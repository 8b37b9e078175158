/* The days and rules of each row: what coding_verdict_of will answer. Most rows share a few hundred histories, so a
 * history is made once for each pattern of states through the editions. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/weave.h"

typedef enum state { ABSENT, BILLABLE, HEADER, NO_7TH } state;

typedef struct span {
    size_t         first; /* editions of the system: [first, past) of weave->finals */
    size_t         past;
    uint32_t       row; /* its rows: [row, row_past) */
    uint32_t       row_past;
    unsigned char *states; /* a row each, an edition a column */
} span;

static size_t width_of(const span *s) { return s->past - s->first; }

static unsigned char *states_of(const span *s, uint32_t row) { return s->states + (row - s->row) * width_of(s); }

/* A header whose every row below has seven characters lacks only its 7th. ICD-10-CM alone knows the term. */
static void mark_headers(const coding__weave *weave, const span *s, size_t edition)
{
    for (uint32_t row = s->row; row < s->row_past; row++) {
        unsigned char *own = states_of(s, row) + edition;
        if (*own != HEADER) continue;
        bool any = false, shorter = false;
        for (uint32_t below = row + 1; below < coding__woven_at(weave, row)->past && !shorter; below++) {
            if (states_of(s, below)[edition] == ABSENT) continue;
            any = true;
            shorter = coding_code_length(coding__woven_at(weave, below)->code) < 7;
        }
        if (any && !shorter) *own = NO_7TH;
    }
}

static void fill_states(const coding__weave *weave, const span *s)
{
    for (size_t edition = 0; edition < width_of(s); edition++) {
        const coding__final *final = coding__final_at(weave, s->first + edition);
        for (size_t i = 0; i < final->rows.count; i++) {
            const coding__printed *printed = coding__printed_at(&final->rows, i);
            uint32_t               row = coding__woven_row(weave, printed->code);
            states_of(s, row)[edition] = printed->billable ? BILLABLE : HEADER;
        }
        if (final->system == CODING_ICD10CM) mark_headers(weave, s, edition);
    }
}

static coding_rule rule_in(const unsigned char *states, size_t edition, size_t width)
{
    static const coding_rule rules[] = {CODING_RULE_UNKNOWN, CODING_RULE_STANDS, CODING_RULE_HEADER,
                                        CODING_RULE_NO_7TH};
    if (states[edition] != ABSENT) return rules[states[edition]];
    for (size_t i = edition; i-- > 0;)
        if (states[i] != ABSENT) return CODING_RULE_NO_LONGER;
    for (size_t i = edition; i < width; i++)
        if (states[i] != ABSENT) return CODING_RULE_NOT_YET;
    return CODING_RULE_UNKNOWN;
}

/* Steps of one history as they are made: equal neighbours are one. */
typedef struct steps {
    coding__weave *weave;
    uint32_t       first;
    uint32_t       count;
    coding_rule    last;
} steps;

static void step(steps *s, coding_date day, coding_rule rule)
{
    if (s->count && s->last == rule) return;
    unsigned char *at = coding__writer_add(&s->weave->writer, CODING__STEPS);
    coding__store32(at + CODING__STEP_DAY, day);
    coding__store32(at + CODING__STEP_RULE, rule);
    s->count++;
    s->last = rule;
}

static void steps_before(steps *s, coding_system system, coding_date first_edition, bool known)
{
    coding_date life = coding__life_first(system);
    if (life) step(s, 0, known ? CODING_RULE_NOT_YET : CODING_RULE_UNKNOWN);
    if (first_edition != life || !s->count) step(s, life, CODING_RULE_NO_EDITION);
}

static void steps_after(steps *s, coding_system system, coding_date until, bool known)
{
    coding_date life = coding__life_last(system), next = coding_date_after(until);
    if (!next) return; /* to the end of time */
    if (life && until >= life) step(s, next, known ? CODING_RULE_NO_LONGER : CODING_RULE_UNKNOWN);
    else step(s, next, CODING_RULE_NO_EDITION);
}

static uint32_t make_history(coding__weave *weave, const span *s, const unsigned char *states)
{
    const coding__final *finals = coding__final_at(weave, s->first);
    size_t               width = width_of(s);
    coding_rule          newest = rule_in(states, width - 1, width);
    bool                 known = newest != CODING_RULE_UNKNOWN;
    steps                made = {.weave = weave, .first = coding__writer_count(&weave->writer, CODING__STEPS)};
    steps_before(&made, finals->system, finals->first, known);
    for (size_t i = 0; i < width; i++) {
        step(&made, finals[i].first, rule_in(states, i, width));
        if (i + 1 < width && coding_date_after(finals[i].until) != finals[i + 1].first)
            step(&made, coding_date_after(finals[i].until), CODING_RULE_NO_EDITION);
    }
    steps_after(&made, finals->system, finals[width - 1].until, known);
    uint32_t       number = coding__writer_count(&weave->writer, CODING__HISTORIES);
    unsigned char *at = coding__writer_add(&weave->writer, CODING__HISTORIES);
    coding__store32(at + CODING__HISTORY_STEP, made.first);
    coding__store16(at + CODING__HISTORY_COUNT, made.count);
    coding__store16(at + CODING__HISTORY_NEWEST, newest);
    return number;
}

/* Rows by their states, so that equal ones are neighbours. */
typedef struct keyed {
    const unsigned char *states;
    size_t               width;
    uint32_t             row;
} keyed;

static int by_states(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    int          order = memcmp(x->states, y->states, x->width);
    return order ? order : x->row < y->row ? -1 : 1;
}

static void share_histories(coding__weave *weave, const span *s, keyed *order)
{
    size_t count = s->row_past - s->row;
    for (size_t i = 0; i < count; i++)
        order[i] = (keyed){states_of(s, s->row + (uint32_t)i), width_of(s), s->row + (uint32_t)i};
    qsort(order, count, sizeof *order, by_states);
    for (size_t i = 0; i < count; i++) {
        bool same = i && !memcmp(order[i].states, order[i - 1].states, width_of(s));
        coding__woven_at(weave, order[i].row)->history = same ? coding__woven_at(weave, order[i - 1].row)->history
                                                              : make_history(weave, s, order[i].states);
    }
}

static void weave_system(coding__weave *weave, span *s)
{
    size_t count = s->row_past - s->row;
    s->states = calloc(count + 1, width_of(s));
    keyed *order = malloc((count + 1) * sizeof *order);
    if (!s->states || !order) {
        weave->model->no_memory = true;
    } else {
        fill_states(weave, s);
        make_history(weave, s, s->states + count * width_of(s)); /* the system's first: that of unknown codes */
        share_histories(weave, s, order);
    }
    free(order);
    free(s->states);
}

void coding__weave_histories(coding__weave *weave)
{
    uint32_t row = 0;
    for (size_t first = 0, past; first < weave->finals.count && !weave->model->no_memory; first = past) {
        coding_system system = coding__final_at(weave, first)->system;
        for (past = first; past < weave->finals.count && coding__final_at(weave, past)->system == system;) past++;
        span s = {.first = first, .past = past, .row = row};
        while (row < weave->rows.count && coding_code_system(coding__woven_at(weave, row)->code) == system) row++;
        s.row_past = row;
        coding__final_at(weave, first)->unknown = coding__writer_count(&weave->writer, CODING__HISTORIES);
        weave_system(weave, &s);
    }
}
