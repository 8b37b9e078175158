/* A review: every rule is asked that has something to be asked about, and what they said is put in order. */
#include <stdlib.h>
#include <string.h>

#include "rule/view.h"

static int by_loudness(const void *a, const void *b)
{
    const coding_claim_finding *x = a, *y = b;
    if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
    if (x->place.part != y->place.part) return x->place.part < y->place.part ? -1 : 1;
    if (x->place.number != y->place.number) return x->place.number < y->place.number ? -1 : 1;
    if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
    return (x->partner.number > y->partner.number) - (x->partner.number < y->partner.number);
}

static const coding__line *line_of(const coding__view *view, coding_claim_place place)
{
    bool is_line = place.part == CODING_CLAIM_PART_LINE && place.number && place.number <= view->claim->lines.count;
    return is_line ? coding__line_at(view->claim, place.number - 1) : NULL;
}

void coding__speak(coding__view *view, coding_claim_finding finding)
{
    const coding__line *line = line_of(view, finding.place);
    if (finding.severity > CODING_DENIAL) finding.severity = CODING_DENIAL; /* of a damaged book */
    if (view->options->no_notes && finding.severity == CODING_NOTE) return;
    if (!finding.on) finding.on = line ? line->first : view->on;
    if (!finding.charge && line) finding.charge = line->charge;
    coding_claim_finding *at = coding__list_add(&view->desk->arena, view->findings, sizeof *at);
    if (at) *at = finding;
    else view->review->status = CODING_NO_MEMORY;
}

/* Diagnoses are judged on the last day, for the day of discharge decides; lines begin on the first. */
static coding_date day_of(const coding__view *view, coding__claim_table table)
{
    return table == CODING__TABLE_MCE ? view->last : view->on;
}

static bool is_needed(const coding__view *view, const coding__rule *rule, coding__claim_table table)
{
    return !rule->needs || rule->needs(view, table);
}

/* A table that does not reach the claim's day; CODING__TABLE_NONE where all that it needs do. */
static coding__claim_table lacking(const coding__view *view, const coding__rule *rule)
{
    for (size_t i = 0; i < sizeof rule->tables && rule->tables[i]; i++) {
        coding__claim_table table = (coding__claim_table)rule->tables[i];
        if (!is_needed(view, rule, table)) continue;
        if (coding__claim_table_on(view->book, table, day_of(view, table), true) == CODING__NONE) return table;
    }
    return CODING__TABLE_NONE;
}

static void say_unasked(coding__view *view, coding_claim_rule rule, coding__claim_table table,
                        coding_claim_place place, coding_date on)
{
    view->review->unasked |= UINT64_C(1) << rule;
    coding__speak(view, (coding_claim_finding){
        .rule = rule,
        .place = place,
        .severity = table == CODING__TABLE_POLICIES ? CODING_NOTE : CODING_WARNING, /* a user's own */
        .cure = CODING_CLAIM_CURE_BOOK,
        .verdict = CODING_RULE_NOT_CHECKED,
        .detail = (uint32_t)table,
        .on = on,
    });
}

/* The first line past the days of a table, which reaches the claim's first day: a claim may span two quarters. */
static const coding__billed *line_past(const coding__view *view, coding__claim_table table)
{
    coding_date reached = view->on;
    for (size_t i = 0; i < view->line_count; i++) {
        coding_date on = view->lines[i].on;
        if (on == reached) continue;
        if (coding__claim_table_on(view->book, table, on, true) == CODING__NONE) return &view->lines[i];
        reached = on;
    }
    return NULL;
}

/* Of which tables a line's own day is asked: a release a quarter or a year. */
static bool is_of_lines(coding__claim_table table)
{
    return table >= CODING__TABLE_PTP_PRACTITIONER && table <= CODING__TABLE_FEES;
}

static void say_lines_unasked(coding__view *view, const coding__rule *rule)
{
    for (size_t i = 0; i < sizeof rule->tables && rule->tables[i]; i++) {
        coding__claim_table   table = (coding__claim_table)rule->tables[i];
        const coding__billed *line =
            is_of_lines(table) && is_needed(view, rule, table) ? line_past(view, table) : NULL;
        if (line) say_unasked(view, rule->rule, table, coding__at_line(line), line->on);
    }
}

static bool is_wanted(const coding__view *view, const coding__rule *rule)
{
    uint64_t wanted = view->options->rules;
    if (wanted && !(wanted >> rule->rule & 1)) return false;
    if (rule->kinds && !(rule->kinds >> view->kind & 1)) return false;
    return !rule->concerns || rule->concerns(view);
}

static void ask(coding__view *view, const coding__rule *rule)
{
    if (!is_wanted(view, rule)) return;
    coding__claim_table table = lacking(view, rule);
    if (table) {
        say_unasked(view, rule->rule, table, (coding_claim_place){0}, day_of(view, table));
        return;
    }
    rule->judge(view);
    say_lines_unasked(view, rule);
    if (!(view->review->unasked >> rule->rule & 1)) view->review->asked |= UINT64_C(1) << rule->rule;
}

/* Cents of lines that some denial is about, each line once. */
static int64_t at_stake(const coding__view *view)
{
    const coding_claim_finding *findings = view->findings->items;
    int64_t                     cents = 0;
    for (size_t i = 0; i < view->findings->count && findings[i].severity == CODING_DENIAL; i++) {
        bool same = i && findings[i - 1].place.part == findings[i].place.part
                    && findings[i - 1].place.number == findings[i].place.number;
        const coding__line *line = same ? NULL : line_of(view, findings[i].place);
        if (line) cents = coding__cents_sum(cents, line->charge);
    }
    return cents;
}

static void settle(coding__view *view)
{
    coding__list *list = view->findings;
    if (list->count) qsort(list->items, list->count, sizeof(coding_claim_finding), by_loudness);
    view->review->findings = list->items;
    view->review->count = list->count;
    view->review->worst = list->count ? ((coding_claim_finding *)list->items)->severity : CODING_NOTE;
    view->review->at_stake = at_stake(view);
}

static coding_review_options options_of(const coding_review_options *given)
{
    coding_review_options own = {0};
    if (given) memcpy(&own, given, given->size < sizeof own ? given->size : sizeof own);
    return own;
}

coding_review coding_claim_review(coding_desk *desk, const coding_claim *claim, const coding_review_options *options)
{
    coding_review         review = {.claim = claim};
    coding_review_options with = options_of(options);
    coding__list          findings = {0};
    size_t                refused = desk->arena.refused;
    coding__view view = {.desk = desk, .book = desk->book, .claim = claim, .review = &review, .findings = &findings,
                         .options = &with};
    if (!claim) return review.status = CODING_NO_MEMORY, review;
    coding__view_make(&view);
    for (int i = 0; i < CODING_CLAIM_RULE_TOTAL && review.status == CODING_OK; i++)
        if (coding__rules[i]) ask(&view, coding__rules[i]);
    settle(&view);
    if (claim->lacks) review.status = CODING_NO_MEMORY;
    review.status = coding__status_since(desk, refused, review.status);
    return review;
}
