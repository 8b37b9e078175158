/* Hospital-acquired conditions: a secondary diagnosis of such a list that was not present on admission is no CC or MCC,
 * where the criteria of its condition are met, which ask for other codes too.
 *
 * Where present-on-admission lacks, the stay cannot be grouped; but a hospital that met the criteria of condition 6
 * (urinary catheters) only is asked for the codes of that condition alone. The agency's grouper does so. */
#include "group/stay.h"

enum { CATHETER = 6 };

/* The conditions on whose lists a diagnosis stands, a bit each. */
static uint32_t lists_of(const coding__grouper *of, const coding__stay_code *one)
{
    uint32_t lists = 0;
    for (uint32_t word = 0; word < 4; word++) {
        for (uint64_t bits = one->has.words[word]; bits; bits &= bits - 1) {
            uint32_t attribute = word * 64 + (uint32_t)__builtin_ctzll(bits);
            uint32_t hac = coding__u8(of->book, CODING__DRG_ATTRIBUTES, attribute, CODING__DRG_ATTRIBUTE_HAC);
            if (hac && hac < 32) lists |= (uint32_t)1 << hac;
        }
    }
    return lists;
}

static bool was_present(coding_poa poa) { return poa == CODING_POA_YES || poa == CODING_POA_UNDETERMINED; }
static bool is_lacking(coding_poa poa)
{
    return !was_present(poa) && poa != CODING_POA_NO && poa != CODING_POA_UNKNOWN;
}

/* The lists of a diagnosis that could be the hospital's doing; 0. */
static uint32_t suspect(const coding__grouper *of, size_t i)
{
    const coding__stay_code *one = of->diagnoses + i;
    if (!coding__takes_part(of, i) || one->excluded || was_present(of->stay->diagnoses[i].poa)) return 0;
    return lists_of(of, one);
}

/* Conditions whose criteria the stay meets. Clusters do not matter, and mute nothing. */
static uint32_t met(coding__grouper *of)
{
    uint32_t all = 0;
    of->operated = (coding__bits){{0}};
    for (size_t i = 0; i < of->procedure_count; i++)
        for (size_t word = 0; word < 4 && coding__is_done(of, i); word++)
            of->operated.words[word] |= of->procedures[i].has.words[word];
    for (uint32_t i = 0; i < coding__count(of->book, CODING__DRG_HACS); i++) {
        const unsigned char *record = coding__record(of->book, CODING__DRG_HACS, i);
        if (record[CODING__DRG_HAC_FIRST] > of->version || record[CODING__DRG_HAC_UNTIL] < of->version) continue;
        if (record[CODING__DRG_HAC_NUMBER] < 32
            && coding__holds(of, coding__load32(record + CODING__DRG_HAC_PROGRAM),
                             coding__load16(record + CODING__DRG_HAC_LENGTH)))
            all |= (uint32_t)1 << record[CODING__DRG_HAC_NUMBER];
    }
    return all;
}

typedef struct found {
    size_t   absent;    /* secondary diagnoses, of such a list or not, that were not present */
    size_t   count;     /* those that meet the criteria */
    uint32_t hacs;      /* of which conditions, a bit each */
    bool     lacking;   /* present-on-admission of one of those */
    bool     elsewhere; /* or of any diagnosis of such lists */
} found;

static found look(coding__grouper *of)
{
    found    all = {0};
    uint32_t criteria = 0;
    bool     is_asked = false;
    for (size_t i = 1; i < of->diagnosis_count; i++) {
        uint32_t lists = suspect(of, i);
        all.absent += coding__takes_part(of, i) && !was_present(of->stay->diagnoses[i].poa);
        if (!lists) continue;
        if (!is_asked) criteria = met(of), is_asked = true;
        bool lacks = is_lacking(of->stay->diagnoses[i].poa);
        all.elsewhere = all.elsewhere || lacks;
        if (!(lists & criteria)) continue;
        all.count++;
        all.hacs |= lists & criteria;
        all.lacking = all.lacking || lacks;
        of->diagnoses[i].acquired = true;
        of->diagnoses[i].hac = (uint8_t)__builtin_ctz(lists & criteria);
    }
    return all;
}

static coding_drg_return judge(const coding__grouper *of, const found *all)
{
    if (of->stay->hospital == CODING_HOSPITAL_UNKNOWN) {
        if (all->absent > 1) return CODING_DRG_HOSPITAL_SEVERAL;
        return all->lacking ? CODING_DRG_HOSPITAL_NO_POA : CODING_DRG_HOSPITAL_N_OR_U;
    }
    bool others_matter = (all->hacs & ~((uint32_t)1 << CATHETER)) != 0;
    return all->lacking || (others_matter && all->elsewhere) ? CODING_DRG_NO_POA : CODING_DRG_GROUPED;
}

coding_drg_return coding__acquired(coding__grouper *of)
{
    if (of->stay->hospital == CODING_HOSPITAL_EXEMPT) return CODING_DRG_GROUPED;
    found             all = look(of);
    coding_drg_return reason = all.count ? judge(of, &all) : CODING_DRG_GROUPED;
    for (size_t i = 1; !reason && i < of->diagnosis_count; i++)
        if (of->diagnoses[i].acquired) of->diagnoses[i].severity = 0;
    return reason;
}
