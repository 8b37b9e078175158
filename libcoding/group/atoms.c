/* Programs of conditions, and what they reckon from a whole stay. */
#include "group/stay.h"

/* How many of the procedures and clusters of this MDC have an attribute. */
static unsigned count_of(const coding__grouper *of, uint32_t role)
{
    const coding__stay_cluster *clusters = of->clusters.items;
    uint32_t                    attribute = coding__role(of->book, role);
    unsigned                    count = 0;
    if (!coding__has(&of->operated, attribute)) return 0;
    for (size_t i = 0; i < of->clusters.count; i++) count += coding__has(&clusters[i].has, attribute);
    for (size_t i = 0; i < of->procedure_count; i++)
        count += coding__is_done(of, i) && coding__has(&of->procedures[i].has, attribute)
                 && !(of->clusters.count && coding__is_muted(of, of->mdc, i));
    return count;
}

/* Vessels or stents: "vessel3" is three of them. */
static unsigned sum_of(const coding__grouper *of, uint32_t role_of_one)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < 4; i++) sum += (i + 1) * count_of(of, role_of_one + i);
    return sum;
}

/* The same of those procedures only that have another attribute too. */
static unsigned sum_with(const coding__grouper *of, uint32_t role_of_one, uint32_t with)
{
    uint32_t needed = coding__role(of->book, with);
    unsigned sum = 0;
    for (size_t i = 0; i < of->procedure_count; i++) {
        const coding__bits *has = &of->procedures[i].has;
        if (!coding__is_done(of, i) || !coding__has(has, needed) || coding__is_muted(of, of->mdc, i)) continue;
        for (unsigned n = 0; n < 4; n++) sum += (n + 1) * coding__has(has, coding__role(of->book, role_of_one + n));
    }
    return sum;
}

/* Significant injuries of two body sites. */
static bool is_injured(const coding__grouper *of)
{
    unsigned sites = 0;
    for (uint32_t role = CODING__DRG_ROLE_HEAD; role <= CODING__DRG_ROLE_LOWER_LIMB; role++) {
        uint32_t attribute = coding__role(of->book, role);
        sites += coding__has(&of->secondary, attribute) || coding__has(&of->diagnoses[0].has, attribute);
    }
    return sites >= 2;
}

/* Two joints of the legs. */
static bool is_bilateral(const coding__grouper *of)
{
    unsigned joints = 0;
    for (uint32_t role = CODING__DRG_ROLE_LEFT_HIP; role <= CODING__DRG_ROLE_RIGHT_ANKLE; role++)
        joints += coding__has(&of->operated, coding__role(of->book, role));
    return joints >= 2;
}

/* Statuses of the Uniform Billing Manual that an inpatient claim may bear; those of which no more is asked included. */
static bool is_discharge(uint32_t status)
{
    return (status >= 1 && status <= 7) || status == 20 || status == 21 || status == 30 || status == 43 || status == 50
           || status == 51 || (status >= 61 && status <= 66) || status == 69 || status == 70
           || (status >= 81 && status <= 95);
}

/* To another hospital for acute care, or for newborns' purposes the like. */
static bool is_transfer(uint32_t status)
{
    return status == 2 || status == 5 || status == 66 || status == 82 || status == 85 || status == 94;
}

static bool is_sex_missing(const coding__grouper *of)
{
    const unsigned char *record = of->diagnoses[0].record;
    return of->stay->sex != CODING_SEX_MALE && of->stay->sex != CODING_SEX_FEMALE && record
           && record[CODING__DRG_CODE_MDC] != record[CODING__DRG_CODE_FEMALE];
}

static bool is_operated(const coding__grouper *of)
{
    return coding__has(&of->operated, coding__role(of->book, CODING__DRG_ROLE_EXTENSIVE))
           || coding__has(&of->operated, coding__role(of->book, CODING__DRG_ROLE_NOT_EXTENSIVE));
}

static bool is_so(const coding__grouper *of, uint32_t what)
{
    const coding__stay_code *principal = of->diagnoses;
    switch (what) {
    case CODING__DRG_IS_ALWAYS:
    case CODING__DRG_IS_FALL_THROUGH: return true;
    case CODING__DRG_IS_MCC: return of->severity_here == CODING_CC_MCC;
    case CODING__DRG_IS_CC: return of->severity_here == CODING_CC_CC;
    case CODING__DRG_IS_BAD_PRINCIPAL: return !principal->record;
    case CODING__DRG_IS_CAUSE:
        return coding__has(&principal->has, coding__role(of->book, CODING__DRG_ROLE_CAUSE_CODE));
    case CODING__DRG_IS_BAD_STATUS: return !is_discharge(of->stay->discharge);
    case CODING__DRG_IS_BAD_SEX: return is_sex_missing(of);
    case CODING__DRG_IS_ALIVE: return of->stay->discharge != 20;
    case CODING__DRG_IS_DIED: return of->stay->discharge == 20;
    case CODING__DRG_IS_AGAINST_ADVICE: return of->stay->discharge == 7;
    case CODING__DRG_IS_TRANSFERRED: return is_transfer(of->stay->discharge);
    case CODING__DRG_IS_OPERATED: return is_operated(of);
    case CODING__DRG_IS_INJURED: return is_injured(of);
    case CODING__DRG_IS_BILATERAL: return is_bilateral(of);
    case CODING__DRG_IS_FOUR_VESSELS: return sum_of(of, CODING__DRG_ROLE_VESSEL1) >= 4;
    case CODING__DRG_IS_FOUR_STENTS: return sum_of(of, CODING__DRG_ROLE_STENT1) >= 4;
    case CODING__DRG_IS_FOUR_DRUG_STENTS:
        return sum_with(of, CODING__DRG_ROLE_STENT1, CODING__DRG_ROLE_DRUG_STENT) >= 4;
    case CODING__DRG_IS_FOUR_BARE_STENTS:
        return sum_with(of, CODING__DRG_ROLE_STENT1, CODING__DRG_ROLE_BARE_STENT) >= 4;
    case CODING__DRG_IS_THREE_FUSIONS:
        return count_of(of, CODING__DRG_ROLE_FRONT) + count_of(of, CODING__DRG_ROLE_BACK_LONG) >= 3;
    case CODING__DRG_IS_TWO_FUSIONS:
        return count_of(of, CODING__DRG_ROLE_FRONT) + count_of(of, CODING__DRG_ROLE_BACK) >= 2;
    case CODING__DRG_IS_TWO_FRONT: return count_of(of, CODING__DRG_ROLE_FRONT) >= 2;
    case CODING__DRG_IS_TWO_BACK: return count_of(of, CODING__DRG_ROLE_BACK) >= 2;
    case CODING__DRG_IS_TWO_BACK_LONG: return count_of(of, CODING__DRG_ROLE_BACK_LONG) >= 2;
    case CODING__DRG_IS_TWO_DEVICES: return count_of(of, CODING__DRG_ROLE_DEVICE) >= 2;
    default: return false;
    }
}

static bool push_of(const coding__grouper *of, uint32_t what, uint32_t with)
{
    const coding__bits *principal = &of->diagnoses[0].has;
    switch (what) {
    case CODING__DRG_HAS: return coding__has(&of->operated, with);
    case CODING__DRG_PRINCIPAL: return coding__has(principal, with);
    case CODING__DRG_SECONDARY: return coding__has(&of->secondary, with);
    case CODING__DRG_ANY: return coding__has(principal, with) || coding__has(&of->secondary, with);
    case CODING__DRG_ONLY: return coding__has(principal, with) && coding__has(&of->every, with);
    case CODING__DRG_RECKONED: return is_so(of, with);
    default: return false;
    }
}

/* The stack is the bits of a number, its top the lowest. A program that would go deeper is a stranger's: it holds for
 * nobody. */
bool coding__holds(const coding__grouper *of, uint32_t program, uint32_t length)
{
    uint64_t stack = 0;
    for (uint32_t i = 0; i < length; i++) {
        uint32_t step = coding__u16(of->book, CODING__DRG_PROGRAMS, program + i, 0);
        switch (step & CODING__DRG_WHAT) {
        case CODING__DRG_NOT: stack ^= 1; break;
        case CODING__DRG_AND: stack = stack >> 1 & (stack | ~(uint64_t)1); break;
        case CODING__DRG_OR: stack = stack >> 1 | (stack & 1); break;
        default: stack = stack << 1 | push_of(of, step & CODING__DRG_WHAT, step & ~(uint32_t)CODING__DRG_WHAT); break;
        }
    }
    return length && (stack & 1);
}

/* The highest severity among secondary diagnoses that the set does not name. */
static uint8_t severity_without(const coding__grouper *of, uint32_t set)
{
    coding__bits ignored = coding__set(of->book, set);
    uint8_t      severity = of->add;
    for (size_t i = 1; i < of->diagnosis_count; i++) {
        const coding__stay_code *one = of->diagnoses + i;
        uint64_t                 common = 0;
        for (size_t word = 0; word < 4; word++) common |= ignored.words[word] & one->has.words[word];
        if (!common && coding__takes_part(of, i) && one->severity > severity) severity = one->severity;
    }
    return severity;
}

bool coding__formula_holds(coding__grouper *of, uint32_t formula)
{
    const unsigned char *record = coding__record(of->book, CODING__DRG_FORMULAS, formula);
    if (!record) return false;
    uint32_t ignored = coding__load16(record + CODING__DRG_FORMULA_IGNORED);
    of->severity_here = ignored && of->severity ? severity_without(of, ignored) : of->severity;
    return coding__holds(of, coding__load32(record + CODING__DRG_FORMULA_PROGRAM),
                         coding__load16(record + CODING__DRG_FORMULA_LENGTH));
}
