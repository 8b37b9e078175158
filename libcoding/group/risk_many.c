/* Members in columns: the same sum, without a trace and without memory. */
#include "group/risk.h"

#include <assert.h>

static coding_member member_at(const coding_members *members, size_t i)
{
    unsigned flags = members->flags ? members->flags[i] : 0;
    return (coding_member){
        .size = sizeof(coding_member),
        .age = members->age ? members->age[i] : 0,
        .sex = (coding_sex)(members->sex ? members->sex[i] : 0),
        .entitlement = members->entitlement ? members->entitlement[i] : 0,
        .dual = members->dual ? members->dual[i] : 0,
        .medicaid = (flags & CODING_MEMBER_MEDICAID) != 0,
        .institutional = (flags & CODING_MEMBER_INSTITUTIONAL) != 0,
        .new_enrollee = (flags & CODING_MEMBER_NEW_ENROLLEE) != 0,
        .special_needs = (flags & CODING_MEMBER_SPECIAL_NEEDS) != 0,
        .low_income = (flags & CODING_MEMBER_LOW_INCOME) != 0,
        .esrd = flags & CODING_MEMBER_GRAFT      ? CODING_ESRD_GRAFT
                : flags & CODING_MEMBER_DIALYSIS ? CODING_ESRD_DIALYSIS
                                                 : CODING_ESRD_NONE,
        .graft_months = members->graft_months ? members->graft_months[i] : 0,
        .enrolled_days = members->enrolled_days ? members->enrolled_days[i] : 0,
        .metal = members->metal ? members->metal[i] : 0,
        .cost_sharing = members->cost_sharing ? members->cost_sharing[i] : 0,
    };
}

static coding__risk_bits categories_of(const coding__risk_view *view, const coding__risk_person *person,
                                       const coding_members *members, size_t i)
{
    coding__risk_bits counting = {{0}};
    uint64_t          first = i && members->ends ? members->ends[i - 1] : 0;
    uint64_t          past = members->ends ? members->ends[i] : 0;
    for (uint64_t at = first; at < past; at++) {
        bool              edited;
        coding__risk_bits bits = coding__risk_map(view, person, members->codes[at], &edited);
        for (int word = 0; word < 4; word++) counting.words[word] |= bits.words[word];
    }
    coding__risk_settle(view, &counting, NULL);
    return counting;
}

static coding_risk_score score_of(const coding__risk_view *view, const coding__risk_person *person,
                                  const coding__risk_bits *counting, const coding_risk_options *options)
{
    coding__risk_sum  sum = {.view = view, .slot = coding__risk_slot(person->segment)};
    coding_risk_score score = {.segment = person->segment};
    unsigned          count;
    uint32_t          divisor = coding__risk_add_up(&sum, person, counting, &count);
    score.count = count;
    score.raw = (int32_t)coding__risk_scaled(sum.total, 1000, divisor);
    coding__risk_pay(view, person, options, &score);
    return score;
}

static void put(const coding_risk_scores *scores, size_t i, const coding_risk_score *score)
{
    if (scores->raw) scores->raw[i] = score->raw;
    if (scores->payment) scores->payment[i] = score->payment;
    if (scores->segment) scores->segment[i] = (uint8_t)score->segment;
    if (scores->count) scores->count[i] = (uint8_t)(score->count < 255 ? score->count : 255);
}

coding_status coding_risk_score_many(coding_desk *desk, const coding_members *members, coding_risk_model model,
                                     uint32_t year, const coding_risk_options *options,
                                     const coding_risk_scores *scores)
{
    assert(desk && members && scores);
    coding__risk_view view;
    coding_risk_plan  plan = options ? options->plan : CODING_RISK_MA;
    if ((unsigned)model >= CODING__RISK_MODEL_TOTAL || !coding__risk_view_open(&view, desk->book, model, plan, year))
        return CODING_NOT_IN_BOOK;
    view.mce = !options || !options->without_mce;
    for (size_t i = 0; i < members->count; i++) {
        coding_member       member = member_at(members, i);
        coding__risk_person person = coding__risk_person_of(&member, model, year);
        coding_risk_score   score = {.segment = CODING_SEGMENT_NONE};
        if (person.segment) {
            coding__risk_bits counting = categories_of(&view, &person, members, i);
            score = score_of(&view, &person, &counting, options);
        }
        put(scores, i, &score);
    }
    return CODING_OK;
}
