/* The level of a visit: counts in, the table of two of three filled in, a code out. What each element counts is that of
 * 2021 (office) and 2023 (all others); which code has which level on which day stands in section claim.visits. */
#include <coding/visit.h>

#include <string.h>

#include "entry/desk.h"
#include "rule/tables.h"

static coding_mdm problems_of(const coding_visit *v)
{
    if (v->chronic_severe || v->threat) return CODING_MDM_HIGH;
    if (v->chronic_worse || v->stable_chronic >= 2 || v->undiagnosed || v->acute_systemic || v->acute_complicated)
        return CODING_MDM_MODERATE;
    if (v->minor >= 2 || v->stable_chronic || v->acute_uncomplicated) return CODING_MDM_LOW;
    return v->minor ? CODING_MDM_STRAIGHTFORWARD : CODING_MDM_NONE;
}

/* Categories of data: items and historian; interpretation; discussion. An ordered test's result is the same item. */
static coding_mdm data_of(const coding_visit *v)
{
    uint64_t items = (uint64_t)v->notes_reviewed + v->tests_reviewed + v->tests_ordered;
    uint32_t moderate = (uint32_t)(items + v->historian >= 3) + v->interpretation + v->discussion;
    if (moderate >= 2) return CODING_MDM_HIGH;
    if (moderate) return CODING_MDM_MODERATE;
    return items >= 2 || v->historian ? CODING_MDM_LOW : CODING_MDM_STRAIGHTFORWARD;
}

/* The highest level that two of the three reach: the middle one. */
static coding_mdm middle_of(coding_mdm a, coding_mdm b, coding_mdm c)
{
    if ((a <= b && b <= c) || (c <= b && b <= a)) return b;
    return (b <= a && a <= c) || (c <= a && a <= b) ? a : c;
}

static bool is_in_force(const coding_book *book, uint32_t record, coding_date on)
{
    coding_date until = coding__u32(book, CODING__VISITS, record, CODING__VISIT_UNTIL);
    return coding__u32(book, CODING__VISITS, record, CODING__VISIT_FIRST) <= on && (!until || on <= until);
}

static uint32_t record_of(const coding_book *book, coding_code code, coding_date on)
{
    uint32_t first, past;
    coding__service_range(book, coding__service_of(book, code), CODING__SERVICE_VISIT, &first, &past);
    for (uint32_t i = first; i < past; i++)
        if (is_in_force(book, i, on)) return i;
    return CODING__NONE;
}

static coding_code code_of(const coding_book *book, uint32_t record)
{
    uint32_t service = coding__u32(book, CODING__VISITS, record, CODING__VISIT_SERVICE);
    return record == CODING__NONE ? 0 : coding__u64(book, CODING__SERVICES, service, CODING__SERVICE_CODE);
}

static uint32_t rank_of(const coding_book *book, uint32_t record)
{
    return coding__u8(book, CODING__VISITS, record, CODING__VISIT_RANK);
}

/* A code that asks for neither a level nor minutes: a visit without a physician, a discharge of half an hour. */
static bool asks_nothing(const coding_book *book, uint32_t record)
{
    return record != CODING__NONE && !coding__u8(book, CODING__VISITS, record, CODING__VISIT_LEVEL)
           && !coding__u16(book, CODING__VISITS, record, CODING__VISIT_MINUTES);
}

/* Does the book know codes of the family with levels, rank 1 and up, on the day? */
static bool has_levels(const coding_book *book, coding_visit_family family, coding_date on)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__VISITS); i++)
        if (coding__u8(book, CODING__VISITS, i, CODING__VISIT_FAMILY) == (uint32_t)family && rank_of(book, i)
            && is_in_force(book, i, on))
            return true;
    return false;
}

static bool is_reached(const coding_book *book, uint32_t record, coding_mdm mdm, uint32_t minutes)
{
    uint32_t level = coding__u8(book, CODING__VISITS, record, CODING__VISIT_LEVEL);
    uint32_t least = coding__u16(book, CODING__VISITS, record, CODING__VISIT_MINUTES);
    uint32_t family = coding__u8(book, CODING__VISITS, record, CODING__VISIT_FAMILY);
    bool     by_mdm = mdm && level && level <= (uint32_t)mdm, by_time = minutes && least && least <= minutes;
    if (asks_nothing(book, record)) return mdm || family == CODING_VISIT_HOSPITAL_DISCHARGE;
    return by_mdm || by_time;
}

/* The highest code of a family that is reached; CODING__NONE. */
static uint32_t highest(const coding_book *book, coding_visit_family family, coding_date on, coding_mdm mdm,
                        uint32_t minutes)
{
    uint32_t best = CODING__NONE;
    for (uint32_t i = 0; i < coding__count(book, CODING__VISITS); i++) {
        if (coding__u8(book, CODING__VISITS, i, CODING__VISIT_FAMILY) != (uint32_t)family) continue;
        if (!is_in_force(book, i, on) || rank_of(book, i) <= rank_of(book, best)) continue;
        if (is_reached(book, i, mdm, minutes)) best = i;
    }
    return best;
}

static void add_prolonged(const coding_book *book, const coding_visit *visit, uint32_t record,
                          coding_visit_level *level)
{
    bool     medicare = visit->medicare;
    uint32_t plus = coding__u32(book, CODING__VISITS, record,
                                medicare ? CODING__VISIT_MEDICARE : CODING__VISIT_PROLONGED);
    uint32_t from = coding__u16(book, CODING__VISITS, record,
                                medicare ? CODING__VISIT_MEDICARE_FROM : CODING__VISIT_PROLONGED_FROM);
    uint32_t each = coding__u16(book, CODING__VISITS, record,
                                medicare ? CODING__VISIT_MEDICARE_EACH : CODING__VISIT_PROLONGED_EACH);
    if (!plus || !each || visit->minutes < from) return;
    level->prolonged = coding__u64(book, CODING__SERVICES, plus - 1, CODING__SERVICE_CODE);
    level->prolonged_units = 1 + (visit->minutes - from) / each;
}

static uint32_t lacking(const coding_visit *visit, const coding_visit_level *level)
{
    uint32_t bits = 0;
    bits |= (uint32_t)(level->problems < level->needed);
    bits |= (uint32_t)(level->data < level->needed) << 1;
    bits |= (uint32_t)(level->risk < level->needed) << 2;
    bits |= (uint32_t)(level->minutes_needed && visit->minutes < level->minutes_needed) << 3;
    return bits;
}

static void judge_billed(const coding_book *book, const coding_visit *visit, uint32_t billed, uint32_t supported,
                         coding_visit_level *level)
{
    bool same = billed != CODING__NONE
                && coding__u8(book, CODING__VISITS, billed, CODING__VISIT_FAMILY) == (uint32_t)level->family;
    if (billed == CODING__NONE || !rank_of(book, billed)) return; /* it has ended: it had no levels of these rules */
    level->needed = (coding_mdm)coding__u8(book, CODING__VISITS, billed, CODING__VISIT_LEVEL);
    level->minutes_needed = coding__u16(book, CODING__VISITS, billed, CODING__VISIT_MINUTES);
    uint32_t paid = rank_of(book, billed), right = rank_of(book, supported);
    if (!same) level->answer = CODING_VISIT_OTHER_FAMILY;
    else if (paid > right && !asks_nothing(book, billed)) level->answer = CODING_VISIT_OVERCODED;
    else level->answer = paid < right ? CODING_VISIT_UNDERCODED : CODING_VISIT_SUPPORTED;
    if (level->answer == CODING_VISIT_OVERCODED) level->lacking = lacking(visit, level);
}

static coding_visit taken(const coding_visit *given)
{
    coding_visit own = {0};
    memcpy(&own, given, given->size < sizeof own ? given->size : sizeof own);
    return own;
}

coding_visit_level coding_visit_judge(const coding_desk *desk, const coding_visit *given, coding_date on)
{
    const coding_book *book = desk->book;
    coding_visit       visit = taken(given);
    uint32_t           billed = visit.billed ? record_of(book, visit.billed, on) : CODING__NONE;
    coding_visit_level level = {.family = visit.family, .problems = problems_of(&visit), .risk = visit.risk,
                                .data = data_of(&visit)};
    if (!level.family && billed != CODING__NONE)
        level.family = (coding_visit_family)coding__u8(book, CODING__VISITS, billed, CODING__VISIT_FAMILY);
    level.mdm = middle_of(level.problems, level.data, level.risk);
    if (!level.family && !visit.billed) return level.status = CODING_MISUSE, level;
    if (coding__claim_table_on(book, CODING__TABLE_VISITS, on, false) == CODING__NONE
        || !has_levels(book, level.family, on))
        return level.status = CODING_NOT_IN_BOOK, level;
    bool     by_time_alone = level.family == CODING_VISIT_HOSPITAL_DISCHARGE;
    uint32_t by_mdm = by_time_alone ? CODING__NONE : highest(book, level.family, on, level.mdm, 0);
    uint32_t by_time = highest(book, level.family, on, CODING_MDM_NONE, visit.minutes);
    uint32_t best = rank_of(book, by_time) > rank_of(book, by_mdm) ? by_time : by_mdm;
    level.by_mdm = code_of(book, by_mdm);
    level.by_time = code_of(book, by_time);
    level.code = code_of(book, best);
    if (best == by_time) add_prolonged(book, &visit, best, &level);
    judge_billed(book, &visit, billed, best, &level);
    uint32_t row = billed != CODING__NONE ? billed : best;
    if (row == CODING__NONE) return level;
    level.source = coding__source(book, coding__u32(book, CODING__VISITS, row, CODING__VISIT_ORIGIN),
                                  coding__u32(book, CODING__VISITS, row, CODING__VISIT_LINE));
    return level;
}

coding_visit_family coding_visit_family_of(const coding_desk *desk, coding_code code, coding_date on)
{
    uint32_t record = record_of(desk->book, code, on);
    return (coding_visit_family)coding__u8(desk->book, CODING__VISITS, record, CODING__VISIT_FAMILY);
}

const char *coding_visit_family_name(coding_visit_family family)
{
    static const char *const names[] = {
        [CODING_VISIT_NONE] = "none",
        [CODING_VISIT_OFFICE_NEW] = "office-new",
        [CODING_VISIT_OFFICE_ESTABLISHED] = "office-established",
        [CODING_VISIT_HOSPITAL_INITIAL] = "hospital-initial",
        [CODING_VISIT_HOSPITAL_SUBSEQUENT] = "hospital-subsequent",
        [CODING_VISIT_HOSPITAL_SAME_DAY] = "hospital-same-day",
        [CODING_VISIT_HOSPITAL_DISCHARGE] = "hospital-discharge",
        [CODING_VISIT_CONSULT_OUTPATIENT] = "consult-outpatient",
        [CODING_VISIT_CONSULT_INPATIENT] = "consult-inpatient",
        [CODING_VISIT_EMERGENCY] = "emergency",
        [CODING_VISIT_NURSING_INITIAL] = "nursing-initial",
        [CODING_VISIT_NURSING_SUBSEQUENT] = "nursing-subsequent",
        [CODING_VISIT_HOME_NEW] = "home-new",
        [CODING_VISIT_HOME_ESTABLISHED] = "home-established",
    };
    return (unsigned)family < sizeof names / sizeof *names ? names[family] : "";
}

const char *coding_mdm_name(coding_mdm level)
{
    static const char *const names[] = {"none", "straightforward", "low", "moderate", "high"};
    return (unsigned)level < sizeof names / sizeof *names ? names[level] : "";
}

const char *coding_visit_answer_name(coding_visit_answer answer)
{
    static const char *const names[] = {"unjudged", "supported", "overcoded", "undercoded", "other-family"};
    return (unsigned)answer < sizeof names / sizeof *names ? names[answer] : "";
}
