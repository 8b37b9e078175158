#include "exchange/draft.h"

#include <string.h>

#include "entry/desk.h"

void coding__draft_start(coding__draft *draft, coding__arena *arena)
{
    *draft = (coding__draft){.arena = arena, .whole.size = sizeof draft->whole};
}

static void *add(coding__draft *draft, coding__list *list, size_t width)
{
    if (list->count < CODING__DRAFT_MOST) return coding__list_add(draft->arena, list, width);
    draft->overfull = true;
    return NULL;
}

coding__draft_diagnosis *coding__draft_add_diagnosis(coding__draft *draft, const char *text, coding_claim_role role)
{
    coding__draft_diagnosis *diagnosis = add(draft, &draft->diagnoses, sizeof *diagnosis);
    if (!diagnosis) return NULL;
    diagnosis->text = text;
    diagnosis->with.size = sizeof diagnosis->with;
    diagnosis->with.role = role;
    return diagnosis;
}

coding__draft_procedure *coding__draft_add_procedure(coding__draft *draft, const char *text)
{
    coding__draft_procedure *procedure = add(draft, &draft->procedures, sizeof *procedure);
    if (procedure) procedure->text = text;
    return procedure;
}

coding__draft_line *coding__draft_add_line(coding__draft *draft)
{
    coding__draft_line *line = add(draft, &draft->lines, sizeof *line);
    if (!line) return NULL;
    line->code = "";
    line->with.size = sizeof line->with;
    return line;
}

static bool is_hospital(const coding__draft *draft)
{
    return draft->whole.kind == CODING_CLAIM_INPATIENT || draft->whole.kind == CODING_CLAIM_OUTPATIENT;
}

/* Lines of practitioners point to diagnoses by their place, so that a principal one that stands late stays there. */
static void add_diagnoses(const coding__draft *draft, coding_claim *claim, bool principal)
{
    const coding__draft_diagnosis *items = draft->diagnoses.items;
    for (size_t i = 0; i < draft->diagnoses.count; i++)
        if ((is_hospital(draft) && items[i].principal) == principal)
            coding_claim_add_diagnosis(claim, items[i].text, strlen(items[i].text), &items[i].with);
}

static void add_procedures(const coding__draft *draft, coding_claim *claim, bool principal)
{
    const coding__draft_procedure *items = draft->procedures.items;
    for (size_t i = 0; i < draft->procedures.count; i++)
        if (items[i].principal == principal)
            coding_claim_add_procedure(claim, items[i].text, strlen(items[i].text), items[i].on);
}

static void add_lines(const coding__draft *draft, coding_claim *claim)
{
    const coding__draft_line *items = draft->lines.items;
    for (size_t i = 0; i < draft->lines.count; i++) {
        coding_line_options with = items[i].with;
        if (!with.provider) with.provider = draft->rendering;
        coding_claim_add_line(claim, items[i].code, strlen(items[i].code), &with);
    }
}

static void settle_days(coding__draft *draft)
{
    const coding__draft_line *items = draft->lines.items;
    coding_claim_options     *whole = &draft->whole;
    if (whole->first) return;
    for (size_t i = 0; i < draft->lines.count; i++) {
        coding_date first = items[i].with.first, last = items[i].with.last ? items[i].with.last : first;
        if (first && (!whole->first || first < whole->first)) whole->first = first;
        if (last > whole->last) whole->last = last;
    }
}

coding_claim *coding__draft_claim(coding__draft *draft, coding_desk *desk)
{
    size_t refused = desk->arena.refused;
    settle_days(draft);
    coding_claim *claim = coding_claim_new(desk, &draft->whole);
    for (int principal = 1; principal >= 0; principal--) {
        add_diagnoses(draft, claim, principal);
        add_procedures(draft, claim, principal);
    }
    add_lines(draft, claim);
    return desk->arena.refused == refused ? claim : NULL;
}
