/* Grouping: formulas are asked in their order, first those before all MDCs, then those of the principal diagnosis's MDC
 * or of the one that a formula sends to; the first that holds decides.
 *
 * Reads   sections drg.*: codes, exclusions, clusters, formulas. */
#include "group/stay.h"

static uint32_t first_mdc(const coding__grouper *of)
{
    const unsigned char *record = of->diagnoses[0].record;
    if (!record) return 0;
    return record[of->stay->sex == CODING_SEX_FEMALE ? CODING__DRG_CODE_FEMALE : CODING__DRG_CODE_MDC];
}

/* The first formula of the MDC that holds, or UINT32_MAX. */
static uint32_t formula_of(coding__grouper *of, uint32_t mdc)
{
    uint32_t record = of->version * CODING__DRG_MDC_MOST + mdc;
    uint32_t first = coding__u32(of->book, CODING__DRG_MDCS, record, CODING__DRG_MDC_FIRST);
    uint32_t count = coding__u32(of->book, CODING__DRG_MDCS, record, CODING__DRG_MDC_COUNT);
    uint32_t all = coding__count(of->book, CODING__DRG_FORMULAS);
    coding__grouper_enter(of, mdc);
    for (uint32_t i = first; i < all && i - first < count; i++)
        if (coding__formula_holds(of, i)) return i;
    return UINT32_MAX;
}

/* A formula without group or further MDC says that the stay cannot be grouped: what it reckons tells why. */
static coding_drg_return reason_of(const coding_book *book, uint32_t formula)
{
    uint32_t program = coding__u32(book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_PROGRAM);
    uint32_t length = coding__u16(book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_LENGTH);
    for (uint32_t i = 0; i < length; i++) {
        uint32_t step = coding__u16(book, CODING__DRG_PROGRAMS, program + i, 0);
        switch (step) {
        case CODING__DRG_RECKONED | CODING__DRG_IS_BAD_PRINCIPAL: return CODING_DRG_BAD_PRINCIPAL;
        case CODING__DRG_RECKONED | CODING__DRG_IS_CAUSE: return CODING_DRG_NOT_PRINCIPAL;
        case CODING__DRG_RECKONED | CODING__DRG_IS_BAD_STATUS: return CODING_DRG_BAD_DISCHARGE;
        case CODING__DRG_RECKONED | CODING__DRG_IS_BAD_SEX: return CODING_DRG_BAD_SEX;
        default: break;
        }
    }
    return CODING_DRG_NO_FORMULA;
}

static coding__decision decided(const coding__grouper *of, uint32_t formula, uint32_t mdc, uint32_t asked)
{
    coding__decision decision = {.formula = formula, .mdc = mdc, .asked = asked, .severity = of->severity_here};
    if (formula == UINT32_MAX) decision.reason = CODING_DRG_NO_FORMULA;
    else if (!coding__u16(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_DRG))
        decision.reason = reason_of(of->book, formula);
    if (decision.reason) decision.mdc = 0;
    return decision;
}

coding__decision coding__decide(coding__grouper *of)
{
    uint32_t mdc = first_mdc(of), asked = 0, been = 0, formula;
    for (;;) {
        formula = formula_of(of, asked);
        uint32_t on = coding__u8(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_ON);
        bool     goes_on = formula != UINT32_MAX && on && on < CODING__DRG_MDC_MOST;
        if (formula == UINT32_MAX && !asked) goes_on = (on = mdc) > 0 && on < CODING__DRG_MDC_MOST;
        if (!goes_on || been >> on & 1) break; /* nowhere is gone twice */
        been |= (uint32_t)1 << on;
        asked = on;
        if (on != CODING__DRG_UNRELATED) mdc = on;
    }
    return decided(of, formula, mdc, asked);
}

static void take_severities(coding__grouper *of)
{
    of->severity = of->add;
    for (size_t i = 1; i < of->diagnosis_count; i++)
        if (coding__takes_part(of, i) && of->diagnoses[i].severity > of->severity)
            of->severity = of->diagnoses[i].severity;
}

/* The last decision after the first one. */
static coding__decision decide_again(coding__grouper *of, const coding__decision *first)
{
    if (first->reason) return *first;
    uint8_t           before = of->severity;
    coding_drg_return reason = coding__acquired(of);
    if (reason) return (coding__decision){.formula = UINT32_MAX, .reason = reason};
    take_severities(of);
    bool is_same = before == of->severity && !of->diagnoses[0].acquired;
    for (size_t i = 1; i < of->diagnosis_count; i++) is_same = is_same && !of->diagnoses[i].acquired;
    return is_same ? *first : coding__decide(of);
}

void coding__decide_both(coding__grouper *of, coding__decision *first, coding__decision *last)
{
    *first = coding__decide(of);
    *last = decide_again(of, first);
}

static coding_drg drg_of(const coding__grouper *of, const coding__decision *decision)
{
    uint32_t   formula = decision->formula;
    uint32_t   origin = coding__u32(of->book, CODING__DRG_VERSIONS, of->version, CODING__DRG_VERSION_ORIGIN);
    uint32_t   line = coding__u32(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_LINE);
    coding_drg drg = {.drg = 999, .base = 999, .reason = decision->reason, .condition = ""};
    if (formula != UINT32_MAX) {
        drg.condition = coding__text_of(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_TEXT);
        drg.rank = coding__u16(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_RANK);
        drg.source = coding__source(of->book, origin, line);
    }
    if (!decision->reason) {
        drg.drg = coding__u16(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_DRG);
        drg.base = coding__u16(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_BASE);
        drg.type = (coding_drg_type)coding__u8(of->book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_KIND);
        drg.mdc = decision->mdc;
        drg.severity = (coding_cc)decision->severity;
        drg.unrelated = decision->asked == CODING__DRG_UNRELATED;
    }
    drg.title = coding__drg_title(of->book, 1, drg.drg, of->version);
    return drg;
}

/* Bytes that marks are made in: a byte a diagnosis, a procedure and a cluster, first and last. */
typedef struct marks {
    unsigned char *diagnoses;
    unsigned char *procedures;
    unsigned char *clusters;
} marks;

static marks marks_of(coding__grouper *of)
{
    size_t         most = of->diagnosis_count + of->procedure_count + of->clusters.count;
    unsigned char *bytes = coding__arena_take(&of->desk->arena, most + 1);
    if (!bytes) return (marks){0};
    return (marks){bytes, bytes + of->diagnosis_count, bytes + of->diagnosis_count + of->procedure_count};
}

static void mark(coding__grouper *of, const coding__decision *decision, const marks *to)
{
    if (to->diagnoses) coding__mark(of, decision, to->diagnoses, to->procedures, to->clusters);
}

bool coding__is_ignored(const coding__grouper *of, const coding__decision *decision, size_t diagnosis)
{
    uint64_t     common = 0;
    coding__bits ignored = coding__set(of->book, coding__u16(of->book, CODING__DRG_FORMULAS, decision->formula,
                                                             CODING__DRG_FORMULA_IGNORED));
    for (size_t word = 0; word < 4; word++) common |= ignored.words[word] & of->diagnoses[diagnosis].has.words[word];
    return common != 0;
}

/* Where a code that is CC or MCC adds nothing in the last DRG: why. */
static coding_cc_reason why_not(const coding__grouper *of, const coding__decision *last, size_t i)
{
    const coding__stay_code *one = of->diagnoses + i;
    if (!i) return CODING_CC_PRINCIPAL;
    if (one->excluded) return CODING_CC_EXCLUDED;
    if (one->died) return CODING_CC_DIED;
    if (one->acquired) return CODING_CC_ACQUIRED;
    return coding__is_ignored(of, last, i) ? CODING_CC_DEFINES : CODING_CC_COUNTS;
}

static const coding_grouped_diagnosis *tell_diagnoses(coding__grouper *of, const coding__decision *last,
                                                      const marks *first_marks, const marks *last_marks)
{
    coding_grouped_diagnosis *told = coding__arena_take(&of->desk->arena, (of->diagnosis_count + 1) * sizeof *told);
    for (size_t i = 0; told && i < of->diagnosis_count; i++) {
        const coding__stay_code *one = of->diagnoses + i;
        told[i].code = of->stay->diagnoses[i].code;
        told[i].known = one->record != NULL;
        if (!one->record) continue;
        told[i].listed = (coding_cc)one->listed;
        told[i].why = one->listed ? why_not(of, last, i) : CODING_CC_COUNTS;
        told[i].counted = told[i].why ? CODING_CC_NONE : (coding_cc)one->listed;
        told[i].excluded_by = one->excluded ? of->stay->diagnoses[0].code : 0;
        told[i].hac = one->hac;
        told[i].line = coding__load32(one->record + CODING__DRG_CODE_LINE);
        told[i].makes_first = first_marks->diagnoses && first_marks->diagnoses[i];
        told[i].makes_last = last_marks->diagnoses && last_marks->diagnoses[i];
    }
    return told;
}

static const coding_grouped_procedure *tell_procedures(coding__grouper *of, const coding__decision *last,
                                                       const marks *first_marks, const marks *last_marks)
{
    coding_grouped_procedure *told = coding__arena_take(&of->desk->arena, (of->procedure_count + 1) * sizeof *told);
    uint32_t                  not_or = coding__role(of->book, CODING__DRG_ROLE_NOT_OR);
    for (size_t i = 0; told && i < of->procedure_count; i++) {
        const coding__stay_code *one = of->procedures + i;
        told[i].code = of->stay->procedures[i];
        told[i].known = one->record != NULL;
        if (!one->record) continue;
        told[i].line = coding__load32(one->record + CODING__DRG_CODE_LINE);
        told[i].is_or = !coding__has(&one->has, not_or);
        told[i].muted = of->clusters.count && coding__is_muted(of, last->asked, i);
        told[i].makes_first = first_marks->procedures && first_marks->procedures[i];
        told[i].makes_last = last_marks->procedures && last_marks->procedures[i];
    }
    return told;
}

static const coding_grouped_cluster *tell_clusters(coding__grouper *of, const marks *last_marks)
{
    const coding__stay_cluster *clusters = of->clusters.items;
    coding_grouped_cluster     *told = coding__arena_take(&of->desk->arena, (of->clusters.count + 1) * sizeof *told);
    for (size_t i = 0; told && i < of->clusters.count; i++) {
        uint32_t record = clusters[i].record;
        told[i].name = coding__text_of(of->book, CODING__DRG_CLUSTERS, record, CODING__DRG_CLUSTER_NAME);
        told[i].line = coding__u32(of->book, CODING__DRG_CLUSTERS, record, CODING__DRG_CLUSTER_LINE);
        told[i].makes_last = last_marks->clusters && last_marks->clusters[i];
    }
    return told;
}

static coding_grouping answer(coding__grouper *of)
{
    coding__decision first = coding__decide(of);
    marks            first_marks = marks_of(of), last_marks = marks_of(of);
    mark(of, &first, &first_marks);
    coding__decision last = decide_again(of, &first);
    mark(of, &last, &last_marks);
    return (coding_grouping){
        .version = coding__u32(of->book, CODING__DRG_VERSIONS, of->version, CODING__DRG_VERSION_NUMBER),
        .first = drg_of(of, &first),
        .last = drg_of(of, &last),
        .diagnoses = tell_diagnoses(of, &last, &first_marks, &last_marks),
        .diagnosis_count = of->diagnosis_count,
        .procedures = tell_procedures(of, &last, &first_marks, &last_marks),
        .procedure_count = of->procedure_count,
        .clusters = tell_clusters(of, &last_marks),
        .cluster_count = of->clusters.count,
    };
}

coding_grouping coding_group(coding_desk *desk, const coding_stay *stay)
{
    size_t          refused = desk->arena.refused;
    coding__grouper of;
    if (!coding__grouper_start(&of, desk, stay)) {
        coding_drg none = {.drg = 999, .base = 999, .reason = CODING_DRG_NO_FORMULA, .title = "", .condition = ""};
        return (coding_grouping){.status = coding__status_since(desk, refused, CODING_NOT_IN_BOOK), .first = none,
                                 .last = none};
    }
    coding_grouping grouping = answer(&of);
    grouping.status = coding__status_since(desk, refused, CODING_OK);
    if (grouping.status != CODING_OK) grouping.diagnosis_count = grouping.procedure_count = grouping.cluster_count = 0;
    return grouping;
}
