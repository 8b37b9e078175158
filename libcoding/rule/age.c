/* The patient's age.
 *
 * Reads   the code editor's lists of newborn, pediatric, maternity and adult diagnoses, and what ages each of them
 *         means on the day.
 * Asks    every diagnosis in its order, by the age on the first day; not where nobody says how old the patient is.
 * Speaks  a denial on a stay, a warning on other claims. */
#include "rule/editor.h"

static const uint32_t lists[] = {CODING__MCE_NEWBORN, CODING__MCE_PEDIATRIC, CODING__MCE_MATERNITY, CODING__MCE_ADULT};

enum { LISTS = sizeof lists / sizeof *lists };

static const uint32_t all = CODING__MCE_NEWBORN | CODING__MCE_PEDIATRIC | CODING__MCE_MATERNITY | CODING__MCE_ADULT;

static void judge_list(coding__view *view, const coding__listed *listed, uint32_t list)
{
    uint32_t record = coding__editor_age(view->book, list, view->last);
    uint32_t low = coding__u16(view->book, CODING__MCE_AGES, record, CODING__MCE_AGE_LOW);
    uint32_t high = coding__u16(view->book, CODING__MCE_AGES, record, CODING__MCE_AGE_HIGH);
    if (record == CODING__NONE || (low <= view->age && view->age <= high)) return;
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_AGE, CODING_CLAIM_PART_DIAGNOSIS,
                                                          listed);
    finding.severity = coding__editor_severity(view);
    finding.cure = CODING_CLAIM_CURE_RECORD;
    finding.found = view->age;
    finding.limit = view->age < low ? low : high;
    finding.detail = list;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        if (!(listed->mce & all) || !coding__is_ordered(listed)) continue;
        for (size_t list = 0; list < LISTS; list++)
            if (listed->mce & lists[list]) judge_list(view, listed, lists[list]);
    }
}

static bool concerns(const coding__view *view)
{
    return view->age != CODING__AGE_UNKNOWN && view->diagnosis_count > 0;
}

static const char *name_of(uint32_t list)
{
    switch (list) {
    case CODING__MCE_NEWBORN: return "newborns";
    case CODING__MCE_PEDIATRIC: return "children";
    case CODING__MCE_MATERNITY: return "pregnancy and childbirth";
    default: return "adults";
    }
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    uint32_t record = coding__editor_age(desk->book, finding->detail, finding->on);
    coding__say(phrase, "a diagnosis of %s, %u to %u years; the patient is %.0f", name_of(finding->detail),
                coding__u16(desk->book, CODING__MCE_AGES, record, CODING__MCE_AGE_LOW),
                coding__u16(desk->book, CODING__MCE_AGES, record, CODING__MCE_AGE_HIGH), finding->found);
}

const coding__rule coding__age_rule = {
    .rule = CODING_CLAIM_RULE_AGE,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
