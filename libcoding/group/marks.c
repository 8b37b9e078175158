/* What a decision rests on: the codes that have what its formula asked for and found. */
#include "group/stay.h"

typedef struct marking {
    coding__grouper *of;
    unsigned char   *diagnoses, *procedures, *clusters;
    uint32_t         ignored; /* the formula's set */
} marking;

static void mark_done(const marking *to, uint32_t attribute)
{
    const coding__stay_cluster *clusters = to->of->clusters.items;
    for (size_t i = 0; i < to->of->clusters.count; i++)
        if (coding__has(&clusters[i].has, attribute)) to->clusters[i] = 1;
    for (size_t i = 0; i < to->of->procedure_count; i++)
        if (coding__is_done(to->of, i) && coding__has(&to->of->procedures[i].has, attribute)
            && !(to->of->clusters.count && coding__is_muted(to->of, to->of->mdc, i)))
            to->procedures[i] = 1;
}

static void mark_diagnoses(const marking *to, uint32_t attribute, bool principal, bool secondary)
{
    for (size_t i = principal ? 0 : 1; i < (secondary ? to->of->diagnosis_count : 1); i++)
        if (coding__takes_part(to->of, i) && coding__has(&to->of->diagnoses[i].has, attribute)) to->diagnoses[i] = 1;
}

/* Those of the severity that the formula saw. */
static void mark_severe(const marking *to)
{
    coding__bits ignored = coding__set(to->of->book, to->ignored);
    for (size_t i = 1; i < to->of->diagnosis_count; i++) {
        const coding__stay_code *one = to->of->diagnoses + i;
        uint64_t                 common = 0;
        for (size_t word = 0; word < 4; word++) common |= ignored.words[word] & one->has.words[word];
        if (!common && coding__takes_part(to->of, i) && one->severity && one->severity == to->of->severity_here)
            to->diagnoses[i] = 1;
    }
}

static void mark_roles(const marking *to, uint32_t first, uint32_t last)
{
    for (uint32_t role = first; role <= last; role++) {
        uint32_t attribute = coding__role(to->of->book, role);
        if (role >= CODING__DRG_ROLE_PROCEDURES) mark_done(to, attribute);
        else mark_diagnoses(to, attribute, true, true);
    }
}

/* What was counted. */
static void mark_reckoned(const marking *to, uint32_t what)
{
    switch (what) {
    case CODING__DRG_IS_MCC:
    case CODING__DRG_IS_CC: mark_severe(to); break;
    case CODING__DRG_IS_OPERATED:
        mark_roles(to, CODING__DRG_ROLE_EXTENSIVE, CODING__DRG_ROLE_NOT_EXTENSIVE);
        break;
    case CODING__DRG_IS_INJURED: mark_roles(to, CODING__DRG_ROLE_HEAD, CODING__DRG_ROLE_LOWER_LIMB); break;
    case CODING__DRG_IS_BILATERAL: mark_roles(to, CODING__DRG_ROLE_LEFT_HIP, CODING__DRG_ROLE_RIGHT_ANKLE); break;
    case CODING__DRG_IS_FOUR_VESSELS: mark_roles(to, CODING__DRG_ROLE_VESSEL1, CODING__DRG_ROLE_VESSEL4); break;
    case CODING__DRG_IS_FOUR_STENTS:
    case CODING__DRG_IS_FOUR_DRUG_STENTS:
    case CODING__DRG_IS_FOUR_BARE_STENTS: mark_roles(to, CODING__DRG_ROLE_STENT1, CODING__DRG_ROLE_STENT4); break;
    case CODING__DRG_IS_THREE_FUSIONS: mark_roles(to, CODING__DRG_ROLE_FRONT, CODING__DRG_ROLE_BACK_LONG); break;
    case CODING__DRG_IS_TWO_FUSIONS: mark_roles(to, CODING__DRG_ROLE_FRONT, CODING__DRG_ROLE_BACK); break;
    case CODING__DRG_IS_TWO_FRONT: mark_roles(to, CODING__DRG_ROLE_FRONT, CODING__DRG_ROLE_FRONT); break;
    case CODING__DRG_IS_TWO_BACK: mark_roles(to, CODING__DRG_ROLE_BACK, CODING__DRG_ROLE_BACK); break;
    case CODING__DRG_IS_TWO_BACK_LONG: mark_roles(to, CODING__DRG_ROLE_BACK_LONG, CODING__DRG_ROLE_BACK_LONG); break;
    case CODING__DRG_IS_TWO_DEVICES: mark_roles(to, CODING__DRG_ROLE_DEVICE, CODING__DRG_ROLE_DEVICE); break;
    default: break;
    }
}

static void mark_step(const marking *to, uint32_t step)
{
    uint32_t with = step & ~(uint32_t)CODING__DRG_WHAT;
    switch (step & CODING__DRG_WHAT) {
    case CODING__DRG_HAS: mark_done(to, with); break;
    case CODING__DRG_PRINCIPAL: mark_diagnoses(to, with, true, false); break;
    case CODING__DRG_SECONDARY: mark_diagnoses(to, with, false, true); break;
    case CODING__DRG_ANY:
    case CODING__DRG_ONLY: mark_diagnoses(to, with, true, true); break;
    case CODING__DRG_RECKONED: mark_reckoned(to, with); break;
    default: break;
    }
}

/* Each step that pushes is evaluated alone, as a program of one. */
void coding__mark(coding__grouper *of, const coding__decision *decision, unsigned char *diagnoses,
                  unsigned char *procedures, unsigned char *clusters)
{
    uint32_t formula = decision->formula;
    if (formula == UINT32_MAX) return;
    uint32_t program = coding__u32(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_PROGRAM);
    uint32_t length = coding__u16(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_LENGTH);
    marking  to = {of, diagnoses, procedures, clusters,
                   coding__u16(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_IGNORED)};
    coding__grouper_enter(of, decision->asked);
    of->severity_here = decision->severity;
    if (of->diagnosis_count) diagnoses[0] = 1; /* it chose the MDC */
    for (uint32_t i = 0; i < length; i++) {
        uint32_t step = coding__u16(of->book, CODING__DRG_PROGRAMS, program + i, 0);
        if ((step & CODING__DRG_WHAT) <= CODING__DRG_RECKONED && coding__holds(of, program + i, 1))
            mark_step(&to, step);
    }
}
