/* A report is read, each of its operations settled; what is told twice is told once. */
#include <string.h>

#include "note/forget.h"

#include "operation/answer.h"
#include "operation/several.h"

typedef struct answers {
    coding__report  *report;
    coding__list     items;    /* coding_operation */
    bool             titled;   /* a title says what was performed */
    bool             assisted; /* by a robot */
    coding__settling robot;
} answers;

static bool is_told(const answers *all, const coding_operation *made)
{
    const coding_operation *items = all->items.items;
    for (size_t i = 0; i < all->items.count; i++)
        if (!strcmp(items[i].code, made->code) && (made->withheld || !items[i].withheld)) return true;
    return false;
}

static bool agrees(const char *a, const char *b)
{
    for (; *a && *b; a++, b++)
        if (*a != *b && *a != '_' && *b != '_') return false;
    return true;
}

/* What only the body tells may be what the title left open: the one of both that says more stays. */
static bool is_same_told(answers *all, const coding__settling *settled, const coding_operation *made)
{
    coding_operation *items = all->items.items;
    if (!all->titled || !settled->procedure->from_body || made->withheld) return false;
    for (size_t i = 0; i < all->items.count; i++) {
        if (items[i].withheld || !agrees(items[i].code, made->code)) continue;
        if (items[i].codes > made->codes) items[i] = *made;
        return true;
    }
    return false;
}

/* A lead of which the body does not say where, a ventilator without hours: in passing, and nothing to ask for. */
static bool is_half_told(const answers *all, const coding__settling *settled)
{
    const coding__procedure *procedure = settled->procedure;
    bool told = coding__op_kind_of(all->report->desk->book, procedure->record) == CODING__OP_TOLD;
    return told && all->titled && procedure->from_body && settled->codes != 1;
}

static void add(answers *all, const coding__settling *settled)
{
    coding_operation made;
    coding__answer(settled, &made);
    if (is_half_told(all, settled)) return;
    if (is_told(all, &made) || is_same_told(all, settled, &made) || all->items.count >= CODING__PROCEDURES_MOST) return;
    if (made.code[0] != '8') coding__find_services(all->report, settled->procedure, &made);
    coding_operation *added = coding__list_add(&all->report->desk->arena, &all->items, sizeof made);
    if (added) *added = made;
}

/* Has the part, as it was settled, a value for both sides, or no side at all? */
static bool is_one_value(const coding__settling *settled) { return coding__is_single(settled->seen.axes[3]); }

/* Both sides, where the table has no value for both, are two operations (B4.3). */
static void add_sides(answers *all, const coding__procedure *procedure, uint32_t sides)
{
    coding__settling settled, robot;
    coding__settle(all->report, procedure, sides, &settled);
    if (coding__settle_robot(&settled, &robot)) all->robot = robot, all->assisted = true;
    if (sides != CODING__SIDE_BOTH || is_one_value(&settled)) {
        add(all, &settled);
        return;
    }
    for (uint32_t side = CODING__SIDE_RIGHT; side <= CODING__SIDE_LEFT; side++) {
        coding__settle(all->report, procedure, side, &settled);
        if (settled.axes[3].ground) settled.axes[3].guideline = "B4.3";
        add(all, &settled);
    }
}

/* The side that is said beside the operation; else that of the reason, else of the body, where it is one. */
static uint32_t sides_of(const coding__report *report, const coding__procedure *procedure)
{
    if (procedure->sides) return procedure->sides;
    if (report->reason.sides) return report->reason.sides == CODING__SIDE_BOTH ? 0 : report->reason.sides;
    return report->body.sides == CODING__SIDE_BOTH ? 0 : report->body.sides;
}

static void add_several(answers *all, const coding__procedure *procedure)
{
    coding__several several;
    coding__several_of(all->report, procedure, &several);
    for (size_t i = 0; i < several.count; i++)
        add_sides(all, &several.items[i], sides_of(all->report, &several.items[i]));
}

/* What the body says of the outcome holds for what the title names. */
static void hear_body(const coding__report *report, coding__procedure *procedure)
{
    if (procedure->outcome != CODING_OUTCOME_DONE) return;
    if (report->converted.length) procedure->outcome = CODING_OUTCOME_CONVERTED, procedure->cue = report->converted;
    if (report->aborted.length) procedure->outcome = CODING_OUTCOME_DISCONTINUED, procedure->cue = report->aborted;
}

static bool has_title(const coding__report *report)
{
    const coding__procedure *items = report->procedures.items;
    for (size_t i = 0; i < report->procedures.count; i++)
        if (!items[i].from_body) return true;
    return false;
}

/* What an endoscope saw before the operation was made open is an inspection (B3.2d). */
static void add_seen(answers *all, const coding__procedure *procedure)
{
    coding__procedure seen = *procedure;
    coding__settling  settled;
    if (procedure->outcome != CODING_OUTCOME_CONVERTED) return;
    seen.only_seen = true;
    coding__settle(all->report, &seen, sides_of(all->report, procedure), &settled);
    if (settled.codes) add(all, &settled);
}

/* Looking is not coded beside what is done there by the same approach (B3.11a). */
static void withhold_inspections(answers *all)
{
    coding_operation *items = all->items.items;
    for (size_t i = 0; i < all->items.count; i++) {
        if (items[i].withheld || items[i].code[0] != '0' || items[i].code[2] != 'J') continue;
        for (size_t j = 0; j < all->items.count && !items[i].withheld; j++) {
            bool done = !items[j].withheld && items[j].code[2] != 'J' && items[j].code[0] == '0';
            if (!done || items[j].code[4] != items[i].code[4]) continue;
            items[i].withheld = true;
            items[i].guideline = "B3.11a";
        }
    }
}

/* Titles name operations. Transfusions, leads, a heart-lung machine count where the body tells of them alone. */
static bool needs_title(const coding_book *book, const coding__procedure *procedure)
{
    return coding__op_kind_of(book, procedure->record) != CODING__OP_TOLD;
}

/* A stone that was broken and taken out was taken out. */
static void withhold_fragmentations(answers *all)
{
    coding_operation *items = all->items.items;
    for (size_t i = 0; i < all->items.count; i++)
        for (size_t j = 0; j < all->items.count; j++) {
            bool removed = !items[j].withheld && items[j].code[0] == '0' && items[j].code[2] == 'C';
            if (!removed || items[i].code[0] != '0' || items[i].code[2] != 'F') continue;
            char system[] = {items[i].code[1], items[i].code[3], 0}, of[] = {items[j].code[1], items[j].code[3], 0};
            if (agrees(system, of)) items[i].withheld = true;
        }
}

static void answer_all(answers *all)
{
    coding__procedure *items = all->report->procedures.items;
    all->titled = has_title(all->report);
    for (size_t i = 0; i < all->report->procedures.count; i++) {
        if (all->titled && items[i].from_body && needs_title(all->report->desk->book, &items[i])) continue;
        hear_body(all->report, &items[i]);
        add_several(all, &items[i]);
        add_seen(all, &items[i]);
    }
    if (all->assisted) add(all, &all->robot);
    withhold_inspections(all);
    withhold_fragmentations(all);
}

coding_operations coding_operate(coding_desk *desk, const char *text, size_t length, const coding_note_options *options)
{
    coding_note_options wanted = {.size = sizeof wanted};
    size_t              refused = desk->arena.refused;
    if (options) memcpy(&wanted, options, options->size < sizeof wanted ? options->size : sizeof wanted);
    if (!coding__root(desk->book, CODING_ICD10PCS) || !coding__count(desk->book, CODING__OPERATION_WORDS))
        return (coding_operations){.status = CODING_NOT_IN_BOOK};
    coding__report report = {.desk = desk, .on = wanted.on, .text = text, .length = length};
    answers        all = {.report = &report};
    if (coding__read_report(&report)) answer_all(&all);
    memset(&report.sentence, 0, sizeof report.sentence);
    coding__wipe_stack();
    if (desk->arena.refused != refused) return (coding_operations){.status = CODING_NO_MEMORY};
    return (coding_operations){CODING_OK, all.items.items, all.items.count};
}
