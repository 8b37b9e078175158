/* Stays in columns: the same groups, without a trace. What one stay needs lies on the desk until the next. */
#include "group/stay.h"

#include <assert.h>

typedef struct piece {
    uint64_t first;
    uint64_t count;
} piece;

static piece piece_of(const uint64_t *ends, size_t i)
{
    uint64_t first = ends && i ? ends[i - 1] : 0;
    return (piece){first, ends ? ends[i] - first : 0};
}

/* NULL where there is no memory. */
static const coding_stay_diagnosis *diagnoses_of(coding_desk *desk, const coding_stays *stays, piece its)
{
    coding_stay_diagnosis *all = coding__arena_take(&desk->arena, (its.count + 1) * sizeof *all);
    for (uint64_t i = 0; all && i < its.count; i++) {
        all[i].code = stays->diagnoses[its.first + i];
        if (stays->poa) all[i].poa = (coding_poa)stays->poa[its.first + i];
    }
    return all;
}

static coding_stay stay_at(coding_desk *desk, const coding_stays *stays, size_t i)
{
    piece diagnoses = piece_of(stays->diagnosis_ends, i), procedures = piece_of(stays->procedure_ends, i);
    return (coding_stay){
        .size = sizeof(coding_stay),
        .diagnoses = diagnoses_of(desk, stays, diagnoses),
        .diagnosis_count = diagnoses.count,
        .procedures = procedures.count ? stays->procedures + procedures.first : NULL,
        .procedure_count = procedures.count,
        .discharged = stays->discharged ? stays->discharged[i] : 0,
        .version = stays->version,
        .discharge = stays->discharge ? stays->discharge[i] : 0,
        .sex = (coding_sex)(stays->sex ? stays->sex[i] : 0),
        .hospital = (coding_hospital)(stays->hospital ? stays->hospital[i] : 0),
    };
}

static uint16_t number_of(const coding__grouper *of, const coding__decision *decision)
{
    if (decision->reason) return 999;
    return (uint16_t)coding__u16(of->book, CODING__DRG_FORMULAS, decision->formula, CODING__DRG_FORMULA_DRG);
}

static uint8_t type_of(const coding__grouper *of, const coding__decision *decision)
{
    if (decision->reason) return CODING_DRG_NONE;
    return (uint8_t)coding__u8(of->book, CODING__DRG_FORMULAS, decision->formula, CODING__DRG_FORMULA_KIND);
}

/* Without a grouper: nothing is known. */
static void put(const coding_drgs *drgs, size_t i, const coding__grouper *of, const coding__decision *first,
                const coding__decision *last)
{
    if (drgs->first) drgs->first[i] = of ? number_of(of, first) : 0;
    if (drgs->last) drgs->last[i] = of ? number_of(of, last) : 0;
    if (drgs->mdc) drgs->mdc[i] = of ? (uint8_t)last->mdc : 0;
    if (drgs->type) drgs->type[i] = of ? type_of(of, last) : 0;
    if (drgs->reason) drgs->reason[i] = of ? (uint8_t)last->reason : 0;
    if (drgs->severity) drgs->severity[i] = of && !last->reason ? last->severity : 0;
}

static coding_status group_one(coding_desk *desk, const coding_stays *stays, size_t i, const coding_drgs *drgs)
{
    size_t           refused = desk->arena.refused;
    coding_stay      stay = stay_at(desk, stays, i);
    coding__grouper  of;
    coding__decision first = {0}, last = {0};
    bool             is_known = stay.diagnoses && coding__grouper_start(&of, desk, &stay);
    if (is_known) coding__decide_both(&of, &first, &last);
    coding_status status = coding__status_since(desk, refused, is_known ? CODING_OK : CODING_NOT_IN_BOOK);
    put(drgs, i, status == CODING_OK ? &of : NULL, &first, &last);
    return status;
}

static bool is_worse(coding_status one, coding_status than) { return one != CODING_OK && than != CODING_NO_MEMORY; }

coding_status coding_group_many(coding_desk *desk, const coding_stays *stays, const coding_drgs *drgs)
{
    assert(desk && stays && drgs);
    coding_status worst = CODING_OK;
    for (size_t i = 0; i < stays->count; i++) {
        coding_status status = group_one(desk, stays, i, drgs);
        if (is_worse(status, worst)) worst = status;
        coding_desk_clear(desk);
    }
    return worst;
}
