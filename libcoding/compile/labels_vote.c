/* Which axis does a word speak of?
 *
 * Take the codes of a table that are alike in all axes but one. A word that some of their titles have and others lack
 * must speak of that axis: between 0DTJ0ZZ and 0DTH0ZZ only the body part has changed. Each such group gives the axis
 * as many votes as the smaller side has codes, so that a slip in one title weighs little. Where a table is too small to
 * tell, the votes of its body system and section help, or those for any word after the same little word of the same
 * root operation, or the value that is found in the same codes of the body system as the word. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/labels.h"

/* Scopes of votes: table, body system, section; then the root operation with the little word. */
enum { LED = CODING__TABLE_AXES, SCOPES, FIRST_AXIS = CODING__TABLE_AXES + 1, CLEARLY = 3 };

size_t coding__table_past(const coding__labels *labels, size_t first)
{
    coding_code table = coding_code_prefix(coding__titled_at(labels, first)->code, CODING__TABLE_AXES);
    size_t      past = first;
    while (past < labels->rows.count
           && coding_code_prefix(coding__titled_at(labels, past)->code, CODING__TABLE_AXES) == table)
        past++;
    return past;
}

static uint64_t scope_of(const coding__labels *labels, const coding__titled *row, uint32_t term, unsigned scope)
{
    uint32_t lead = ((const uint32_t *)labels->leads.items)[term];
    if (scope == LED) return coding__hash_number(coding__hash_number(scope, row->root), lead);
    coding_code prefix = coding_code_prefix(row->code, CODING__TABLE_AXES - scope);
    return coding__hash_number(coding__hash_number(scope, prefix), term);
}

static coding__votes *votes_of(const coding__labels *labels, uint64_t ballot)
{
    uint32_t at = coding__map_get(&labels->ballots, ballot);
    return at == UINT32_MAX ? NULL : (coding__votes *)labels->votes.items + at;
}

static void vote(coding__labels *labels, const coding__titled *row, uint32_t term, unsigned axis, uint32_t votes)
{
    for (unsigned scope = 0; votes && scope < SCOPES; scope++) {
        uint64_t       ballot = scope_of(labels, row, term, scope);
        coding__votes *to = votes_of(labels, ballot);
        if (!to) {
            to = coding__push(labels->weave->model, &labels->votes, sizeof *to);
            if (labels->weave->model->no_memory) return;
            coding__map_put(labels->weave->model, &labels->ballots, ballot, (uint32_t)labels->votes.count - 1);
        }
        to->axis[axis] += votes;
    }
}

/* A count of codes by term, for one group at a time. */
typedef struct counter {
    uint32_t      *counts;  /* by term */
    uint32_t      *last;    /* by term: the row that counted it last, plus 1 */
    coding__vector met;     /* uint32_t: terms with a count */
} counter;

/* A row of a table without one of its axes. */
typedef struct alike {
    coding_code rest;
    uint32_t    row;
} alike;

static int by_rest(const void *a, const void *b)
{
    const alike *x = a, *y = b;
    if (x->rest != y->rest) return x->rest < y->rest ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void count_row(coding__labels *labels, counter *of, uint32_t row)
{
    const coding__titled *titled = coding__titled_at(labels, row);
    const coding__part   *parts = coding__parts_of(labels, titled);
    for (uint32_t i = 0; i < titled->parts; i++) {
        uint32_t term = parts[i].term;
        if (!term || of->last[term] == row + 1) continue;
        of->last[term] = row + 1;
        if (!of->counts[term]++) *(uint32_t *)coding__push(labels->weave->model, &of->met, sizeof term) = term;
    }
}

static void vote_group(coding__labels *labels, counter *of, const alike *group, uint32_t size, unsigned axis)
{
    of->met.count = 0;
    for (uint32_t i = 0; i < size; i++) count_row(labels, of, group[i].row);
    for (size_t i = 0; i < of->met.count; i++) {
        uint32_t term = ((uint32_t *)of->met.items)[i], with = of->counts[term];
        of->counts[term] = 0;
        of->last[term] = 0;
        uint32_t without = size - with;
        vote(labels, coding__titled_at(labels, group[0].row), term, axis, with < without ? with : without);
    }
}

static void vote_axis(coding__labels *labels, counter *of, coding__vector *order, unsigned axis)
{
    alike *all = order->items;
    qsort(all, order->count, sizeof *all, by_rest);
    for (size_t first = 0, past; first < order->count; first = past) {
        for (past = first + 1; past < order->count && all[past].rest == all[first].rest;) past++;
        if (past - first > 1) vote_group(labels, of, all + first, (uint32_t)(past - first), axis);
    }
}

static void vote_table(coding__labels *labels, counter *of, size_t first, size_t past)
{
    coding__vector order = {0};
    for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES && !labels->weave->model->no_memory; axis++) {
        order.count = 0;
        for (size_t i = first; i < past; i++) {
            const coding__titled *row = coding__titled_at(labels, i);
            if (!row->parts || coding__is_fixed(row->code, axis)) continue;
            *(alike *)coding__push(labels->weave->model, &order, sizeof(alike)) =
                (alike){coding__code_with(row->code, axis - 1, 0), (uint32_t)i};
        }
        if (order.count && !labels->weave->model->no_memory) vote_axis(labels, of, &order, axis);
    }
    free(order.items);
}

/* Counts of codes of a body system: with a value, with a term, with both. */
static uint64_t key_of(coding_code code, unsigned axis, uint32_t term)
{
    uint64_t value = axis ? coding__symbol_at(code, axis - 1) : 0;
    uint64_t hash = coding__hash_number(coding_code_prefix(code, 2), axis << 8 | value);
    return coding__hash_number(hash, term);
}

static void count_up(coding__labels *labels, uint64_t key)
{
    uint32_t count = coding__map_get(&labels->counts, key);
    coding__map_put(labels->weave->model, &labels->counts, key, count == UINT32_MAX ? 1 : count + 1);
}

static uint32_t count_of(const coding__labels *labels, uint64_t key)
{
    uint32_t count = coding__map_get(&labels->counts, key);
    return count == UINT32_MAX ? 0 : count;
}

static void count_shares(coding__labels *labels, counter *of, uint32_t index)
{
    const coding__titled *row = coding__titled_at(labels, index);
    const coding__part   *parts = coding__parts_of(labels, row);
    for (unsigned axis = FIRST_AXIS; row->parts && axis <= CODING__AXES; axis++) {
        if (!coding__is_fixed(row->code, axis)) count_up(labels, key_of(row->code, axis, 0));
    }
    for (uint32_t i = 0; i < row->parts; i++) {
        uint32_t term = parts[i].term;
        if (!term || of->last[term] == index + 1) continue;
        of->last[term] = index + 1;
        count_up(labels, key_of(row->code, 0, term));
        for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES; axis++)
            if (!coding__is_fixed(row->code, axis)) count_up(labels, key_of(row->code, axis, term));
    }
}

void coding__labels_vote(coding__labels *labels)
{
    coding__model *model = labels->weave->model;
    size_t         terms = labels->leads.count + 1;
    counter        of = {calloc(terms, sizeof(uint32_t)), calloc(terms, sizeof(uint32_t)), {0}};
    if (!of.counts || !of.last) model->no_memory = true;
    for (size_t first = 0, past; first < labels->rows.count && !model->no_memory; first = past) {
        past = coding__table_past(labels, first);
        vote_table(labels, &of, first, past);
    }
    for (size_t i = 0; i < labels->rows.count && !model->no_memory; i++) count_shares(labels, &of, (uint32_t)i);
    free(of.counts);
    free(of.last);
    free(of.met.items);
}

/* The axis with clearly the most votes. */
static unsigned winner(const coding__votes *votes)
{
    unsigned best = 0;
    uint32_t second = 0;
    for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES; axis++) {
        if (votes->axis[axis] > votes->axis[best]) second = votes->axis[best], best = axis;
        else if (votes->axis[axis] > second) second = votes->axis[axis];
    }
    return best && votes->axis[best] > second * CLEARLY ? best : 0;
}

/* Do a value of a code and a term share codes? From 0 to 1. */
static double share_of(const coding__labels *labels, coding_code code, unsigned axis, uint32_t term)
{
    uint32_t both = count_of(labels, key_of(code, axis, term));
    uint32_t either = count_of(labels, key_of(code, axis, 0)) + count_of(labels, key_of(code, 0, term)) - both;
    return either ? (double)both / either : 0;
}

/* The axis whose value shares most of its codes with the term: more than half, and clearly more than any other. */
unsigned coding__axis_beside(const coding__labels *labels, const coding__titled *row, uint32_t term)
{
    double   most = 0.5, second = 0;
    unsigned best = 0;
    for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES; axis++) {
        if (coding__is_fixed(row->code, axis) || coding__is_silent(row->code, axis)) continue;
        double share = share_of(labels, row->code, axis, term);
        if (share > most) second = best ? most : second, most = share, best = axis;
        else if (share > second) second = share;
    }
    return best && most > second * 1.2 ? best : 0;
}

static unsigned axis_in(const coding__labels *labels, const coding__titled *row, uint32_t term, unsigned scope)
{
    const coding__votes *votes = votes_of(labels, scope_of(labels, row, term, scope));
    unsigned             axis = votes ? winner(votes) : 0;
    return coding__is_silent(row->code, axis) || coding__is_fixed(row->code, axis) ? 0 : axis;
}

unsigned coding__axis_here(const coding__labels *labels, const coding__titled *row, uint32_t term)
{
    unsigned axis = axis_in(labels, row, term, 0);
    bool     divided = !axis && votes_of(labels, scope_of(labels, row, term, 0));
    return divided ? coding__axis_beside(labels, row, term) : axis;
}

unsigned coding__axis_led(const coding__labels *labels, const coding__titled *row, uint32_t term)
{
    return ((const uint32_t *)labels->leads.items)[term] ? axis_in(labels, row, term, LED) : 0;
}

unsigned coding__axis_nearby(const coding__labels *labels, const coding__titled *row, uint32_t term)
{
    unsigned axis = 0;
    for (unsigned scope = 1; !axis && scope < LED; scope++) axis = axis_in(labels, row, term, scope);
    return axis;
}
