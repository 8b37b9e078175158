/* Which release answers for which day.
 *
 * Every release claims days: an order file its edition, addenda the edition that they lead to, a tidy table the
 * editions that it declares. Of the claims on one first day the earlier path wins; an edition reaches to the next.
 *
 * Where the winner is a tidy table, but the edition before came from an earlier path, the table is read as what changed
 * since its own edition of that day: it may know that U07.1 came on 2020-04-01, and yet spell a thousand titles its
 * own way. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct claim {
    coding_system          system;
    coding_date            first;
    coding_date            until;
    uint32_t               origin;
    uint32_t               base;
    uint32_t               rank;
    const coding__addenda *addenda; /* still to be made; NULL: `rows` stand */
    bool                   tidy;
    bool                   may_be_empty; /* its last rows ended, and no table says that there are more */
    coding__vector         rows;
} claim;

typedef struct claims {
    coding__model *model;
    coding__vector items; /* claim */
} claims;

static claim *claim_at(const claims *all, size_t index) { return (claim *)all->items.items + index; }

static uint32_t rank_of(const coding__model *model, uint32_t origin)
{
    return origin < model->origins.count ? ((coding__origin *)model->origins.items)[origin].rank : UINT32_MAX;
}

static claim *add_claim(claims *all, coding_system system, coding_date first, coding_date until, uint32_t origin)
{
    claim *added = coding__push(all->model, &all->items, sizeof(claim));
    *added = (claim){.system = system,
                     .first = first,
                     .until = until,
                     .origin = origin,
                     .base = origin,
                     .rank = rank_of(all->model, origin)};
    return added;
}

static void copy_rows(coding__model *model, const coding__vector *rows, coding__vector *copy)
{
    memset(copy, 0, sizeof *copy);
    if (!rows->count) return;
    copy->items = malloc(rows->count * sizeof(coding__printed));
    if (!copy->items) {
        model->no_memory = true;
        return;
    }
    memcpy(copy->items, rows->items, rows->count * sizeof(coding__printed));
    copy->count = copy->capacity = rows->count;
}

static void claim_releases(claims *all)
{
    coding__edition *editions = all->model->editions.items;
    for (size_t i = 0; i < all->model->editions.count; i++) {
        claim *added = add_claim(all, editions[i].system, editions[i].first, editions[i].until, editions[i].origin);
        if (editions[i].base) added->base = editions[i].base;
        if (all->model->no_memory) return; /* the rows stay the model's */
        added->rows = editions[i].rows; /* moved */
        memset(&editions[i].rows, 0, sizeof editions[i].rows);
    }
}

/* Corrections of an edition itself: what a release left out of its own file. */
static bool amends(const coding__addenda *addenda) { return addenda->first == addenda->base; }

static void claim_addenda(claims *all)
{
    const coding__addenda *addenda = all->model->addenda.items;
    for (size_t i = 0; i < all->model->addenda.count; i++) {
        const coding__addenda *a = addenda + i;
        if (!amends(a)) add_claim(all, a->system, a->first, a->until, a->origin)->addenda = a;
    }
}

static bool in_force(const coding__tidy_row *row, coding_date on)
{
    return row->first <= on && (!row->past || on < row->past);
}

/* Rows of the same path and system: users' systems have one table, official ones the table of their package. */
static void take_tidy_rows(claims *all, claim *into)
{
    const coding__tidy_row *rows = all->model->tidy_rows.items;
    for (size_t i = 0; i < all->model->tidy_rows.count; i++) {
        const coding__tidy_row *row = rows + i;
        if (row->system != into->system || !in_force(row, into->first)) continue;
        if (rank_of(all->model, row->origin) != into->rank) continue;
        *(coding__printed *)coding__push(all->model, &into->rows, sizeof(coding__printed)) = (coding__printed){
            row->code, row->title, row->short_title, row->line, row->billable};
    }
}

static claim *claim_tidy(claims *all, coding_system system, coding_date first, coding_date until, uint32_t origin)
{
    claim *added = add_claim(all, system, first, until, origin);
    added->tidy = true;
    if (!all->model->no_memory) take_tidy_rows(all, added);
    return added;
}

static bool is_declared(const coding__model *model, const coding__tidy_row *row)
{
    const coding__tidy_edition *editions = model->tidy_editions.items;
    for (size_t i = 0; i < model->tidy_editions.count; i++) {
        if (editions[i].system == row->system && rank_of(model, editions[i].origin) == rank_of(model, row->origin))
            return true;
    }
    return false;
}

static bool is_claimed(const claims *all, coding_system system, coding_date first, uint32_t rank)
{
    for (size_t i = 0; i < all->items.count; i++) {
        const claim *c = claim_at(all, i);
        if (c->system == system && c->first == first && c->rank == rank && c->tidy) return true;
    }
    return false;
}

/* A table without editions of its own has one for each day on which a row begins or ends, and is open at the end. */
enum { OPEN = 99991231 };

static void claim_undeclared(claims *all)
{
    const coding__tidy_row *rows = all->model->tidy_rows.items;
    for (size_t i = 0; i < all->model->tidy_rows.count; i++) {
        if (is_declared(all->model, rows + i)) continue;
        coding_date days[2] = {rows[i].first, rows[i].past};
        for (int k = 0; k < 2; k++) {
            uint32_t rank = rank_of(all->model, rows[i].origin);
            if (days[k] && !is_claimed(all, rows[i].system, days[k], rank))
                claim_tidy(all, rows[i].system, days[k], OPEN, rows[i].origin)->may_be_empty = true;
        }
    }
}

/* The newest edition declared for the row's table that has begun on a day and not ended. */
static const coding__tidy_edition *declared_on(const coding__model *model, const coding__tidy_row *row, coding_date on)
{
    const coding__tidy_edition *editions = model->tidy_editions.items, *found = NULL;
    for (size_t i = 0; i < model->tidy_editions.count; i++) {
        const coding__tidy_edition *e = editions + i;
        if (e->system != row->system || rank_of(model, e->origin) != rank_of(model, row->origin)) continue;
        if (e->first <= on && (!e->until || on <= e->until) && (!found || found->first < e->first)) found = e;
    }
    return found;
}

/* A row that begins or ends inside a declared edition parts it: nothing stands longer than its line says. */
static void part_declared(claims *all)
{
    const coding__tidy_row *rows = all->model->tidy_rows.items;
    for (size_t i = 0; i < all->model->tidy_rows.count; i++) {
        coding_date days[2] = {rows[i].first, rows[i].past};
        for (int k = 0; k < 2; k++) {
            const coding__tidy_edition *e = days[k] ? declared_on(all->model, rows + i, days[k]) : NULL;
            if (e && e->first < days[k] && !is_claimed(all, e->system, days[k], rank_of(all->model, e->origin)))
                claim_tidy(all, e->system, days[k], e->until, e->origin);
        }
    }
}

static void claim_tables(claims *all)
{
    const coding__tidy_edition *editions = all->model->tidy_editions.items;
    for (size_t i = 0; i < all->model->tidy_editions.count; i++) {
        const coding__tidy_edition *e = editions + i;
        claim_tidy(all, e->system, e->first, e->until, e->origin);
    }
    part_declared(all);
    claim_undeclared(all);
}

/* The claim that wins a day: the earliest path, a whole release before addenda. */
static const claim *winner(const claims *all, coding_system system, coding_date first)
{
    const claim *best = NULL;
    for (size_t i = 0; i < all->items.count; i++) {
        const claim *c = claim_at(all, i);
        if (c->system != system || c->first != first || c->addenda) continue;
        if (!best || c->rank < best->rank) best = c;
    }
    return best;
}

static bool make_addenda(claims *all, claim *made)
{
    const coding__addenda *addenda = made->addenda;
    const claim           *base = winner(all, made->system, addenda->base);
    if (!base) return false;
    copy_rows(all->model, &base->rows, &made->rows);
    coding__change_rows(all->model, &made->rows, &addenda->changes, addenda->undo);
    made->base = base->origin;
    made->addenda = NULL;
    return true;
}

/* Addenda may lead to an edition that other addenda start from: go on while any can be made. */
static void make_all_addenda(claims *all)
{
    for (bool made = true; made && !all->model->no_memory;) {
        made = false;
        for (size_t i = 0; i < all->items.count; i++) {
            claim *c = claim_at(all, i);
            if (c->addenda) made |= make_addenda(all, c);
        }
    }
}

static int by_system_and_day(const void *a, const void *b)
{
    const claim *x = a, *y = b;
    if (x->system != y->system) return x->system < y->system ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (!x->addenda != !y->addenda) return x->addenda ? 1 : -1; /* what could not be made comes last */
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    return x->origin < y->origin ? -1 : x->origin > y->origin;
}

static const claim *tidy_claim(const claims *all, coding_system system, coding_date first, uint32_t rank)
{
    for (size_t i = 0; i < all->items.count; i++) {
        const claim *c = claim_at(all, i);
        if (c->tidy && c->system == system && c->first == first && c->rank == rank) return c;
    }
    return NULL;
}

/* Lines of a table that only says what changed are marked as such. */
static void mark_lines(coding__vector *changes)
{
    for (size_t i = 0; i < changes->count; i++) ((coding__change *)changes->items)[i].line |= CODING__LINE_CHANGED;
}

static void take_difference(coding__weave *weave, const claim *was, const claim *is, const coding__final *before,
                            coding__final *into)
{
    coding__vector changes = {0};
    coding__find_changes(weave->model, &was->rows, &is->rows, &changes);
    mark_lines(&changes);
    copy_rows(weave->model, &before->rows, &into->rows);
    for (size_t i = 0; i < into->rows.count; i++) coding__printed_at(&into->rows, i)->line &= ~CODING__LINE_CHANGED;
    coding__change_rows(weave->model, &into->rows, &changes, false);
    into->base = before->base;
    free(changes.items);
}

/* A row that an amendment brought has no line in the edition's own file. */
static void amend(coding__weave *weave, coding__final *into, const coding__addenda *addenda)
{
    coding__change_rows(weave->model, &into->rows, &addenda->changes, false);
    for (size_t i = 0; i < into->rows.count; i++) {
        coding__printed *row = coding__printed_at(&into->rows, i);
        if (row->line & CODING__LINE_CHANGED && into->origin == into->base) row->line = 0;
    }
}

static void amend_all(coding__weave *weave, coding__final *into)
{
    const coding__addenda *addenda = weave->model->addenda.items;
    for (size_t i = 0; i < weave->model->addenda.count && !weave->model->no_memory; i++) {
        const coding__addenda *a = addenda + i;
        if (amends(a) && a->system == into->system && a->first == into->first) amend(weave, into, a);
    }
}

/* A file may print a code twice (a modifier of both levels): its first row stands. */
static void drop_repeated(coding__model *model, coding__vector *rows)
{
    coding__code_map met = {0};
    size_t           kept = 0;
    for (size_t i = 0; i < rows->count; i++) {
        coding__printed *row = coding__printed_at(rows, i);
        if (coding__map_get(&met, row->code) != UINT32_MAX) continue;
        coding__map_put(model, &met, row->code, (uint32_t)i);
        *coding__printed_at(rows, kept++) = *row;
    }
    rows->count = kept;
    coding__map_end(&met);
}

static void settle(coding__weave *weave, const claims *all, claim *won)
{
    size_t         count = weave->finals.count;
    coding__final *before = count ? coding__final_at(weave, count - 1) : NULL;
    const claim   *was = NULL;
    if (before && before->system == won->system && won->tidy && rank_of(weave->model, before->base) < won->rank)
        was = tidy_claim(all, won->system, before->first, won->rank);
    coding__final made = {
        .system = won->system, .first = won->first, .until = won->until, .origin = won->origin, .base = won->base};
    if (was) take_difference(weave, was, won, before, &made);
    else copy_rows(weave->model, &won->rows, &made.rows);
    drop_repeated(weave->model, &made.rows);
    amend_all(weave, &made);
    coding__final *added = coding__push(weave->model, &weave->finals, sizeof *added);
    *added = made;
    coding__let_go(weave->model, added, &added->rows);
}

static void settle_all(coding__weave *weave, claims *all)
{
    for (size_t i = 0; i < all->items.count && !weave->model->no_memory; i++) {
        claim *c = claim_at(all, i);
        if (c->addenda || (!c->rows.count && !c->may_be_empty)) continue;
        size_t               count = weave->finals.count;
        const coding__final *last = count ? coding__final_at(weave, count - 1) : NULL;
        if (last && last->system == c->system && last->first == c->first) continue; /* lost */
        settle(weave, all, c);
    }
}

/* An edition reaches to the next one, at most to its release's end. */
static void set_last_days(coding__weave *weave)
{
    for (size_t i = 0; i < weave->finals.count; i++) {
        coding__final *f = coding__final_at(weave, i), *next = i + 1 < weave->finals.count ? f + 1 : NULL;
        if (next && next->system != f->system) next = NULL;
        coding_date before_next = next ? coding_date_before(next->first) : 0;
        if (!f->until) f->until = before_next ? before_next : coding__release_end(f->system, f->first);
        if (before_next && f->until > before_next) f->until = before_next;
    }
}

static void drop_ended(coding__weave *weave)
{
    size_t kept = 0;
    for (size_t i = 0; i < weave->finals.count; i++) {
        coding__final *f = coding__final_at(weave, i);
        if (f->until < weave->model->from) free(f->rows.items);
        else *coding__final_at(weave, kept++) = *f;
    }
    weave->finals.count = kept;
}

static void end_claims(claims *all)
{
    for (size_t i = 0; i < all->items.count; i++) free(claim_at(all, i)->rows.items);
    free(all->items.items);
}

void coding__weave_editions(coding__weave *weave)
{
    claims all = {.model = weave->model};
    claim_releases(&all);
    claim_tables(&all);
    claim_addenda(&all);
    make_all_addenda(&all);
    if (all.items.count && !weave->model->no_memory)
        qsort(all.items.items, all.items.count, sizeof(claim), by_system_and_day);
    settle_all(weave, &all);
    set_last_days(weave);
    drop_ended(weave);
    end_claims(&all);
}

coding_date coding__life_first(coding_system system)
{
    return system == CODING_ICD10CM || system == CODING_ICD10PCS ? 20151001 : 0;
}

coding_date coding__life_last(coding_system system)
{
    return system == CODING_ICD9CM || system == CODING_ICD9PCS ? 20150930 : 0;
}

coding_date coding__release_end(coding_system system, coding_date first)
{
    static const coding_date quarter_ends[4] = {331, 630, 930, 1231};
    coding_date              year = first / 10000, month = first / 100 % 100;
    switch (system) {
    case CODING_ICD10CM:
    case CODING_ICD10PCS:
    case CODING_ICD9CM:
    case CODING_ICD9PCS: return (month >= 10 ? year + 1 : year) * 10000 + 930;
    case CODING_HCPCS:
    case CODING_MODIFIER: return year * 10000 + quarter_ends[month ? (month - 1) / 3 % 4 : 0];
    default: return 99991231;
    }
}
