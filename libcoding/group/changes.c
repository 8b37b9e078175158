/* Which single code makes the DRG: the stay is grouped again without each of its codes, and with one more. */
#include "group/stay.h"

typedef struct changing {
    coding__grouper of;
    uint32_t        drg; /* as it is */
    coding__list    items; /* coding_group_change */
} changing;

coding__decision coding__group_again(coding__grouper *of)
{
    coding__decision first, last;
    coding__grouper_reckon(of);
    coding__decide_both(of, &first, &last);
    return last;
}

static void try_change(changing *all, coding_group_change change)
{
    coding__decision last = coding__group_again(&all->of);
    change.drg = coding__drg_of(all->of.book, &last);
    if (change.drg == all->drg) return;
    change.title = coding__drg_title(all->of.book, 1, change.drg, all->of.version);
    coding_group_change *added = coding__list_add(&all->of.desk->arena, &all->items, sizeof *added);
    if (added) *added = change;
}

static void try_all(changing *all)
{
    coding__grouper *of = &all->of;
    for (size_t i = 1; i < of->diagnosis_count; i++) {
        of->leave_diagnosis = i + 1;
        try_change(all, (coding_group_change){.place = {CODING_CLAIM_PART_DIAGNOSIS, (uint32_t)i + 1},
                                              .code = of->stay->diagnoses[i].code});
    }
    of->leave_diagnosis = 0;
    for (size_t i = 0; i < of->procedure_count; i++) {
        of->leave_procedure = i + 1;
        try_change(all, (coding_group_change){.place = {CODING_CLAIM_PART_PROCEDURE, (uint32_t)i + 1},
                                              .code = of->stay->procedures[i]});
    }
    of->leave_procedure = 0;
    for (uint8_t severity = CODING_CC_CC; severity <= CODING_CC_MCC; severity++) {
        of->add = severity;
        try_change(all, (coding_group_change){.place = {CODING_CLAIM_PART_DIAGNOSIS, 0},
                                              .added = (coding_cc)severity});
    }
}

coding_group_changes coding_group_what_if(coding_desk *desk, const coding_stay *stay)
{
    size_t   refused = desk->arena.refused;
    changing all = {.items = {0}};
    if (!coding__grouper_start(&all.of, desk, stay))
        return (coding_group_changes){.status = coding__status_since(desk, refused, CODING_NOT_IN_BOOK), .drg = 999};
    coding__decision last = coding__group_again(&all.of);
    all.drg = coding__drg_of(all.of.book, &last);
    try_all(&all);
    return (coding_group_changes){
        .status = coding__status_since(desk, refused, CODING_OK),
        .drg = all.drg,
        .items = all.items.items,
        .count = all.items.count,
    };
}
