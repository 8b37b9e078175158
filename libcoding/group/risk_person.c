/* A person as the models see one: segment, and what age, sex and circumstances add.
 *
 * As the agency's macros have it: age is completed years on 1 February of the payment year; disabled is under 65 and
 * not entitled by age; originally disabled is entitled by disability alone and no longer disabled. Names of
 * coefficients are put together here and looked for among the model's. */
#include "group/risk.h"

enum { AGED_FROM = 65, FIRST_OF_FEBRUARY = 201, END_OF_YEAR = 1231 };

/* On 1 February of the year; of the exchanges on the last day of enrolment. */
static uint32_t age_of(const coding_member *member, coding_risk_model model, uint32_t year)
{
    uint32_t born = member->born / 10000, day = member->born % 10000, on = FIRST_OF_FEBRUARY;
    if (!member->born) return member->age;
    if (coding__risk_is_exchange(model)) {
        on = member->enrolled_until ? member->enrolled_until % 10000 : END_OF_YEAR;
        year = member->enrolled_until ? member->enrolled_until / 10000 : year;
    }
    return born >= year ? 0 : year - born - (day > on);
}

static bool is_one_of(unsigned dual, unsigned bits) { return dual < 16 && bits >> dual & 1; }

static coding_risk_segment community(const coding__risk_person *p)
{
    unsigned first = p->full_dual ? CODING_SEGMENT_CFA : p->partial_dual ? CODING_SEGMENT_CPA : CODING_SEGMENT_CNA;
    return (coding_risk_segment)(first + !p->aged);
}

static coding_risk_segment segment_c(const coding__risk_person *p)
{
    if (p->institutional) return CODING_SEGMENT_INS;
    if (!p->new_enrollee) return community(p);
    return p->special_needs ? CODING_SEGMENT_SNPNE : CODING_SEGMENT_NE;
}

static coding_risk_segment segment_esrd(const coding__risk_person *p, bool v24)
{
    if (p->esrd == CODING_ESRD_NONE) return CODING_SEGMENT_NONE;
    if (p->esrd == CODING_ESRD_DIALYSIS) return p->new_enrollee ? CODING_SEGMENT_DNE : CODING_SEGMENT_DI;
    if (p->months >= 1 && p->months <= 3) return CODING_SEGMENT_TRANSPLANT;
    if (p->institutional) return CODING_SEGMENT_GI;
    if (p->new_enrollee) return CODING_SEGMENT_GNE;
    if (!v24) return CODING_SEGMENT_GC;
    return (coding_risk_segment)((p->full_dual ? CODING_SEGMENT_GFA : CODING_SEGMENT_GNPA) + !p->aged);
}

static coding_risk_segment segment_d(const coding__risk_person *p)
{
    if (p->institutional) return p->new_enrollee ? CODING_SEGMENT_NE_LTI : CODING_SEGMENT_CE_LTI;
    if (p->new_enrollee) return p->low_income ? CODING_SEGMENT_NE_LO : CODING_SEGMENT_NE_NOLO;
    unsigned first = p->low_income ? CODING_SEGMENT_CE_LOW_AGED : CODING_SEGMENT_CE_NOLOW_AGED;
    return (coding_risk_segment)(first + !p->aged);
}

static coding_risk_segment segment_of(const coding__risk_person *person, const coding_member *member,
                                      coding_risk_model model)
{
    switch (model) {
    case CODING_RISK_V22:
    case CODING_RISK_V24:
    case CODING_RISK_V28: return segment_c(person);
    case CODING_RISK_ESRD_V21:
    case CODING_RISK_ESRD_V24: return segment_esrd(person, model == CODING_RISK_ESRD_V24);
    case CODING_RISK_RXHCC_V08: return segment_d(person);
    case CODING_RISK_HHS_V07:
    case CODING_RISK_HHS_V08: return coding__risk_exchange_segment(member, person->age);
    case CODING_RISK_NONE: break;
    }
    return CODING_SEGMENT_NONE;
}

coding__risk_person coding__risk_person_of(const coding_member *member, coding_risk_model model, uint32_t year)
{
    coding__risk_person p = {
        .age = age_of(member, model, year),
        .months = member->graft_months,
        .entitlement = member->entitlement,
        .esrd = (coding_esrd)member->esrd,
        .female = member->sex == CODING_SEX_FEMALE,
        .full_dual = is_one_of(member->dual, 1u << 2 | 1u << 4 | 1u << 8),
        .partial_dual = is_one_of(member->dual, 1u << 1 | 1u << 3 | 1u << 5 | 1u << 6),
        .new_enrollee = member->new_enrollee,
        .institutional = member->institutional,
        .special_needs = member->special_needs,
        .low_income = member->low_income,
        .enrolled_months = coding__risk_months(member),
        .cost_sharing = member->cost_sharing ? member->cost_sharing : 1,
    };
    p.aged = p.age >= AGED_FROM;
    p.disabled = !p.aged && p.entitlement;
    p.originally_disabled = p.entitlement == 1 && !p.disabled;
    p.medicaid = member->medicaid || p.full_dual || p.partial_dual;
    if (member->sex == CODING_SEX_MALE || member->sex == CODING_SEX_FEMALE) p.segment = segment_of(&p, member, model);
    return p;
}

/* Ages of the cells: whole bands; single years about 65, of new enrollees; fewer bands, of those on dialysis. */
typedef enum cells { BANDS, SINGLE, DIALYSIS } cells;

static const char *cell_of(uint32_t age, cells kind)
{
    static const char *const single[] = {"65", "66", "67", "68", "69"};
    static const char *const old[] = {"65_69", "70_74", "75_79", "80_84", "85_89", "90_94", "95_GT"};
    if (age < 35) return "0_34";
    if (age < 45) return "35_44";
    if (age < 55) return "45_54";
    if (age < 60) return "55_59";
    if (age < AGED_FROM) return "60_64";
    if (kind == SINGLE && age < 70) return single[age - AGED_FROM];
    if (kind == DIALYSIS && age >= 85) return "85_GT";
    return old[age < 95 ? (age - AGED_FROM) / 5 : 6];
}

static int32_t add_in(coding__risk_sum *sum, unsigned slot, const char *const parts[5])
{
    return coding__risk_add_named(sum, slot, CODING_TERM_MEMBER, parts);
}
#define ADD(sum, ...)       (void)add_in(sum, (sum)->slot, (const char *const[5]){__VA_ARGS__})
#define ADD_ALONE(sum, ...) add_in(sum, CODING__RISK_SLOT_ALONE, (const char *const[5]){__VA_ARGS__})

static const char *letter(const coding__risk_person *p) { return p->female ? "F" : "M"; }
static const char *sex_of(const coding__risk_person *p) { return p->female ? "Female" : "Male"; }
static const char *aged_of(const coding__risk_person *p) { return p->aged ? "_Aged" : "_NonAged"; }

/* A new enrollee of 64 who is entitled by age will be 65 in the year. */
static uint32_t new_age(const coding__risk_person *p) { return p->age == 64 && !p->entitlement ? 65 : p->age; }

static void add_c(coding__risk_sum *sum, const coding__risk_person *p)
{
    if (p->segment == CODING_SEGMENT_NE || p->segment == CODING_SEGMENT_SNPNE) {
        ADD(sum, p->medicaid ? "MCAID_" : "NMCAID_", p->aged && p->entitlement == 1 ? "ORIGDIS_NE" : "NORIGDIS_NE",
            letter(p), cell_of(new_age(p), SINGLE));
        return;
    }
    ADD(sum, letter(p), cell_of(p->age, BANDS));
    if (p->originally_disabled) ADD(sum, "OriginallyDisabled_", sex_of(p));
    if (p->originally_disabled && p->institutional) ADD(sum, "ORIGDS");
    if (p->medicaid && p->institutional) ADD(sum, "LTIMCAID");
}

static void add_d(coding__risk_sum *sum, const coding__risk_person *p)
{
    bool originally = p->entitlement == 1 && p->aged;
    if (p->new_enrollee) {
        ADD(sum, p->esrd ? "ESRD" : "NESRD", originally ? "_ORIGDIS_X_" : "_NORIGDIS_X_", letter(p),
            cell_of(new_age(p), SINGLE));
        return;
    }
    ADD(sum, letter(p), cell_of(p->age, BANDS));
    if (originally) ADD(sum, letter(p), "65OD");
    if (originally) ADD(sum, "OD65");
}

/* Months since the transplant, as coefficients call them; NULL before the fourth and where nobody knows. */
static const char *months_of(const coding__risk_person *p)
{
    return p->months >= 10 ? "DUR10PL" : p->months >= 4 ? "DUR4_9" : NULL;
}

/* What a graft adds by its months: names stand alone, without a segment. */
static void add_months(coding__risk_sum *sum, const coding__risk_person *p)
{
    bool        v24 = sum->view->model == CODING_RISK_ESRD_V24;
    bool        aged = p->segment == CODING_SEGMENT_GNE ? new_age(p) >= AGED_FROM : p->aged;
    const char *ages = aged ? "GE65" : "LT65", *months = months_of(p);
    const char *where = p->segment == CODING_SEGMENT_GI ? "FGI_" : "FGC_";
    if (!months) return;
    if (!v24) {
        ADD_ALONE(sum, ages, "_", months);
        return;
    }
    ADD_ALONE(sum, where, ages, "_", months, p->full_dual ? "_FBD" : "_ND_PBD");
    if (p->segment == CODING_SEGMENT_GNE) return;
    if (p->partial_dual) ADD_ALONE(sum, where, "PBD_", ages, "_flag");
    if (p->segment == CODING_SEGMENT_GI) ADD_ALONE(sum, "LTI_", ages);
}

/* New enrollees: of a graft originally disabled is only who is aged, on dialysis everyone. */
static void add_new_esrd(coding__risk_sum *sum, const coding__risk_person *p)
{
    bool        graft = p->segment == CODING_SEGMENT_GNE, v24 = sum->view->model == CODING_RISK_ESRD_V24;
    bool        originally = p->entitlement == 1 && (p->aged || !graft);
    const char *dual = v24 ? (p->full_dual ? "FBD_" : "ND_PBD_") : p->medicaid ? "MCAID_" : "NMCAID_";
    ADD(sum, dual, originally ? "ORIGDIS" : "NORIGDIS", graft ? "_G_NE" : "_NE", letter(p),
        cell_of(new_age(p), graft ? SINGLE : DIALYSIS));
}

static void add_old_esrd(coding__risk_sum *sum, const coding__risk_person *p)
{
    ADD(sum, letter(p), cell_of(p->age, BANDS));
    if (p->originally_disabled) ADD(sum, "OriginallyDisabled_", sex_of(p));
    if (p->originally_disabled) ADD(sum, "ORIGDS");
    if (p->aged && p->entitlement >= 2) ADD(sum, "Originally_ESRD_", sex_of(p));
    if (sum->view->model == CODING_RISK_ESRD_V21) { /* its macro says aged where it means not disabled */
        if (p->medicaid) ADD(sum, "MCAID");
        if (p->medicaid) ADD(sum, "MCAID_", sex_of(p), p->disabled ? "_NonAged" : "_Aged");
        return;
    }
    if (p->institutional) ADD(sum, "LTI", aged_of(p));
    if (p->full_dual) ADD(sum, "FBDual_", sex_of(p), aged_of(p));
    if (p->partial_dual) ADD(sum, "PBDual_", sex_of(p), aged_of(p));
}

/* V24 divides what a new enrollee with a graft adds up to (its actuarial adjustment). */
static uint32_t divisor(const coding__risk_sum *sum, const coding__risk_person *p)
{
    if (p->segment != CODING_SEGMENT_GNE || sum->view->model != CODING_RISK_ESRD_V24 || !months_of(p)) return 0;
    uint32_t hash = coding__risk_hash(p->months >= 10 ? "ActAdj_DUR10PL" : "ActAdj_DUR4_9");
    int32_t  by = coding__risk_value_of(sum->view, coding__risk_find(sum->view, hash), CODING__RISK_SLOT_ALONE);
    return by > 0 ? (uint32_t)by : 0;
}

static uint32_t add_esrd(coding__risk_sum *sum, const coding__risk_person *p)
{
    static const char *const month[] = {"1M", "2M", "3M"};
    if (p->segment == CODING_SEGMENT_TRANSPLANT) {
        ADD_ALONE(sum, "TRANSPLANT_KIDNEY_ONLY_", month[p->months - 1]);
        return 0;
    }
    if (p->segment == CODING_SEGMENT_DNE || p->segment == CODING_SEGMENT_GNE) add_new_esrd(sum, p);
    else add_old_esrd(sum, p);
    if (p->esrd == CODING_ESRD_GRAFT) add_months(sum, p);
    return divisor(sum, p);
}

uint32_t coding__risk_add_person(coding__risk_sum *sum, const coding__risk_person *person)
{
    if (coding__risk_is_exchange(sum->view->model)) coding__risk_add_exchange(sum, person);
    else if (sum->view->model == CODING_RISK_RXHCC_V08) add_d(sum, person);
    else if (person->segment >= CODING_SEGMENT_DI) return add_esrd(sum, person);
    else add_c(sum, person);
    return 0;
}
