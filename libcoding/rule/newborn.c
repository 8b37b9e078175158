/* The birth record, and codes of newborns.
 *
 * Reads   table claim.pairs, rows of this rule.
 * Asks    codes of the birth itself (Z38) and of the perinatal period (chapter P), by the patient's days.
 * Speaks  as the rows have it where the birth is not first; a denial of a second code of the birth; a warning of a
 *         birth at the age of more than 28 days; a note of a perinatal condition at that age, which is right where the
 *         condition goes back to the birth. */
#include "rule/days.h"
#include "rule/pairs.h"

enum { TWICE, BIRTH_LATER, CONDITION_LATER };

enum { NEWBORN_DAYS = 28, YEAR = 365 };

static bool is_birth(const coding__listed *listed)
{
    return coding_code_character(listed->code, 0) == 'Z'
           && coding_code_prefix(listed->code, 3) == coding_parse(CODING_ICD10CM, "Z38", 3).code;
}

static bool is_perinatal(const coding__listed *listed)
{
    return coding_code_system(listed->code) == CODING_ICD10CM && coding_code_character(listed->code, 0) == 'P';
}

/* At least so many days old; 0 where nobody says, or only that it is not yet a year. */
static uint32_t days_of(const coding__view *view)
{
    coding_date born = view->claim->whole.born;
    if (born) return coding__days_between(born, view->on);
    return view->age == CODING__AGE_UNKNOWN ? 0 : view->age * YEAR;
}

static void speak(coding__view *view, const coding__listed *listed, const coding__listed *before, uint32_t detail)
{
    static const coding_severity severities[] = {CODING_DENIAL, CODING_WARNING, CODING_NOTE};
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_NEWBORN,
        .severity = severities[detail],
        .cure = detail == TWICE ? CODING_CLAIM_CURE_REMOVE : CODING_CLAIM_CURE_RECORD,
        .place = coding__at_diagnosis(listed),
        .partner = before ? coding__at_diagnosis(before) : (coding_claim_place){0},
        .code = listed->code,
        .other = before ? before->code : 0,
        .on = view->last,
        .found = detail == TWICE ? 0 : days_of(view),
        .limit = detail == TWICE ? 0 : NEWBORN_DAYS,
        .detail = detail,
    });
}

static const coding__listed *birth_before(const coding__view *view, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_birth(&view->diagnoses[i]) && view->diagnoses[i].role == view->diagnoses[index].role)
            return &view->diagnoses[i];
    return NULL;
}

static void judge_birth(coding__view *view, size_t index, bool later)
{
    const coding__listed *before = birth_before(view, index);
    if (before) speak(view, &view->diagnoses[index], before, TWICE);
    if (later) speak(view, &view->diagnoses[index], NULL, BIRTH_LATER);
}

static void judge(coding__view *view)
{
    bool later = days_of(view) > NEWBORN_DAYS;
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        if (is_birth(&view->diagnoses[i])) judge_birth(view, i, later);
        else if (later && is_perinatal(&view->diagnoses[i])) speak(view, &view->diagnoses[i], NULL, CONDITION_LATER);
    }
    coding__judge_pairs(view, CODING_CLAIM_RULE_NEWBORN);
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (is_birth(&view->diagnoses[i]) || is_perinatal(&view->diagnoses[i])) return true;
    return false;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    if (finding->detail & CODING__PAIR_DETAIL) coding__tell_pair(desk, finding, phrase);
    else if (finding->detail == TWICE)
        coding__say(phrase, "the birth is coded once, and diagnosis %u has it", (unsigned)finding->partner.number);
    else if (finding->detail == BIRTH_LATER)
        coding__say(phrase, "the birth itself, and the patient is %.0f days old or more", finding->found);
    else
        coding__say(phrase,
                    "a condition of the first %.0f days, and the patient is %.0f days old or more: only where it goes "
                    "back to the birth",
                    finding->limit, finding->found);
}

const coding__rule coding__newborn_rule = {
    .rule = CODING_CLAIM_RULE_NEWBORN,
    .tables = {CODING__TABLE_PAIRS},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
