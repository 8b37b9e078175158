/* The exchanges (HHS-HCC): three models by age, each with coefficients by metal level.
 *
 *     adults      from 21 years: a cell of age and sex, categories, groups, drugs, up to six months of enrolment
 *     children    from 2 years: the same without drugs and months
 *     infants     maturity at birth by severity, of which each is one; boys a cell of age
 *
 * A group stands for its categories: one coefficient, and one in their number, whichever of them there are. */
#include "group/risk.h"

enum { CHILD_FROM = 2, ADULT_FROM = 21, METALS = 5 };

coding_risk_segment coding__risk_exchange_segment(const coding_member *member, uint32_t age)
{
    unsigned first = age >= ADULT_FROM   ? CODING_SEGMENT_ADULT_PLATINUM
                     : age >= CHILD_FROM ? CODING_SEGMENT_CHILD_PLATINUM
                                         : CODING_SEGMENT_INFANT_PLATINUM;
    if (!member->metal || member->metal > METALS) return CODING_SEGMENT_NONE;
    return (coding_risk_segment)(first + member->metal - 1);
}

bool coding__risk_is_adult(coding_risk_segment segment)
{
    return segment >= CODING_SEGMENT_ADULT_PLATINUM && segment <= CODING_SEGMENT_ADULT_CATASTROPHIC;
}

bool coding__risk_is_infant(coding_risk_segment segment) { return segment >= CODING_SEGMENT_INFANT_PLATINUM; }

/* Days of enrolment as months, a started one whole: the days of a year of 365 end them. */
uint8_t coding__risk_months(const coding_member *member)
{
    static const uint16_t ends[] = {31, 62, 92, 123, 153, 184, 214, 245, 275, 306, 335};
    unsigned              months = 1;
    if (!member->enrolled_days) return 12;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) months += member->enrolled_days > ends[i];
    return (uint8_t)months;
}

static const char *cell_of(uint32_t age)
{
    static const unsigned char ends[] = {4, 9, 14, 20, 24, 29, 34, 39, 44, 49, 54, 59};
    static const char *const   cells[] = {"2_4",   "5_9",   "10_14", "15_20", "21_24", "25_29", "30_34",
                                          "35_39", "40_44", "45_49", "50_54", "55_59", "60_GT"};
    size_t                     cell = 0;
    while (cell < sizeof ends && age > ends[cell]) cell++;
    return cells[cell];
}

void coding__risk_add_exchange(coding__risk_sum *sum, const coding__risk_person *person)
{
    if (coding__risk_is_infant(person->segment)) return; /* whose cell waits for what was ill at birth */
    coding__risk_add_named(sum, sum->slot, CODING_TERM_MEMBER,
                           (const char *const[5]){person->female ? "FAGE_LAST_" : "MAGE_LAST_", cell_of(person->age)});
}

/* The name that a rule of that kind gives: the first that holds, or the last; NULL where none does. */
static const char *part_of(const coding__risk_view *view, const coding__risk_person *person,
                           const coding__risk_bits *counting, coding__risk_does does, bool last)
{
    const char *part = NULL;
    for (uint32_t i = 0; i < view->rules; i++) {
        const unsigned char *rule = coding__risk_rule_for(view, person, i, does);
        coding__risk_bits    set = coding__bits_of(rule ? rule + CODING__RISK_RULE_SETS : NULL);
        if (!rule || !coding__bits_meet(counting, &set) || (part && !last)) continue;
        part = coding__text_of(view->book, CODING__RISK_RULES, view->rule + i, CODING__RISK_RULE_NAME);
    }
    return part;
}

/* Without a code of its birth a newborn is taken for a year old. */
void coding__risk_add_infant(coding__risk_sum *sum, const coding__risk_person *person,
                             const coding__risk_bits *counting)
{
    if (!coding__risk_is_infant(person->segment)) return;
    const char *birth = person->age ? NULL : part_of(sum->view, person, counting, CODING__RISK_MATURITY, false);
    const char *severity = part_of(sum->view, person, counting, CODING__RISK_SEVERITY, true);
    if (!person->female)
        coding__risk_add_named(sum, sum->slot, CODING_TERM_MEMBER,
                               (const char *const[5]){birth ? "Age0" : "Age1", "_Male"});
    coding__risk_add_named(sum, sum->slot, CODING_TERM_INTERACTION,
                           (const char *const[5]){birth ? birth : "Age1", "_x_", severity ? severity : "Severity1"});
}

/* The variable of a group that the person's table has; UINT32_MAX where it has none. */
static uint32_t variable_of(const coding__risk_view *view, const coding__risk_person *person, const unsigned char *rule)
{
    uint32_t plus = rule ? coding__load32(rule + CODING__RISK_RULE_VARIABLE) : 0;
    return plus && coding__risk_has_value(view, plus - 1, coding__risk_slot(person->segment)) ? plus - 1 : UINT32_MAX;
}

/* What the number of categories leaves out: drugs, and HCC 22. */
static void remove_uncounted(const coding__risk_view *view, const coding__risk_person *person, coding__risk_bits *bits)
{
    for (uint32_t i = 0; i < view->rules; i++) {
        const unsigned char *rule = coding__risk_rule_for(view, person, i, CODING__RISK_UNCOUNTED);
        coding__risk_bits    set = coding__bits_of(rule ? rule + CODING__RISK_RULE_SETS : NULL);
        coding__bits_remove(bits, &set);
    }
}

unsigned coding__risk_group(coding__risk_sum *sum, const coding__risk_person *person, coding__risk_bits *alone)
{
    const coding__risk_view *view = sum->view;
    unsigned                 groups = 0;
    for (uint32_t i = 0; i < view->rules; i++) {
        const unsigned char *rule = coding__risk_rule_for(view, person, i, CODING__RISK_GROUPS);
        uint32_t             variable = variable_of(view, person, rule);
        coding__risk_bits    set = coding__bits_of(rule ? rule + CODING__RISK_RULE_SETS : NULL);
        if (variable == UINT32_MAX || !coding__bits_meet(alone, &set)) continue;
        coding__bits_remove(alone, &set);
        coding__risk_add(sum, variable, sum->slot, CODING_TERM_GROUP);
        groups++;
    }
    coding__risk_bits counted = *alone;
    remove_uncounted(view, person, &counted);
    return coding__bits_count(&counted) + groups;
}

const char *coding__risk_group_of(const coding__risk_view *view, const coding__risk_person *person, unsigned place)
{
    for (uint32_t i = 0; i < view->rules; i++) {
        const unsigned char *rule = coding__risk_rule_for(view, person, i, CODING__RISK_GROUPS);
        coding__risk_bits    set = coding__bits_of(rule ? rule + CODING__RISK_RULE_SETS : NULL);
        if (variable_of(view, person, rule) != UINT32_MAX && coding__bits_has(&set, place))
            return coding__text_of(view->book, CODING__RISK_RULES, view->rule + i, CODING__RISK_RULE_NAME);
    }
    return NULL;
}
