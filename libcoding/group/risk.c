#include "group/risk.h"

#include <assert.h>

/* Everything that is found out on the way from a member to a score. */
typedef struct question {
    coding_desk               *desk;
    const coding_member       *member;
    const coding_risk_options *options;
    coding__risk_view          view;
    coding__risk_person        person;
    coding__risk_bits          reached, dropped, counting;
    coding__risk_support      *supports;
    size_t                     support_count, support_room;
    uint8_t                   *uses;
} question;

static bool encounter_counts(const question *q, const coding_risk_diagnosis *diagnosis)
{
    if (!diagnosis->encounter) return true;
    if (diagnosis->encounter > q->member->encounter_count) return false;
    return coding__risk_encounter_counts(q->view.book, &q->member->encounters[diagnosis->encounter - 1], q->view.year);
}

static inline void add_support(question *q, uint32_t diagnosis, const coding__risk_bits *bits)
{
    for (unsigned place = coding__bits_next(bits, 0); place < CODING__RISK_CATEGORIES_MOST;
         place = coding__bits_next(bits, place + 1)) {
        coding__bits_add(&q->reached, place);
        if (q->support_count == q->support_room) continue;
        q->supports[q->support_count++] = (coding__risk_support){diagnosis, place};
    }
}

/* The exchanges are paid by the diagnoses of the same year, all others by those of the year before. */
static coding_risk_use use_of(question *q, uint32_t index)
{
    const coding_risk_diagnosis *diagnosis = &q->member->diagnoses[index];
    bool                         edited;
    uint32_t                     of_year = q->view.year - !coding__risk_is_exchange(q->view.model);
    if (diagnosis->on && diagnosis->on / 10000 != of_year) return CODING_USE_OTHER_YEAR;
    if (!encounter_counts(q, diagnosis)) return CODING_USE_ENCOUNTER;
    coding__risk_bits bits = coding__risk_map(&q->view, &q->person, diagnosis->code, &edited);
    if (!coding__bits_any(&bits)) return edited ? CODING_USE_EDITED : CODING_USE_NO_CATEGORY;
    add_support(q, index, &bits);
    return CODING_USE_COUNTS;
}

/* Drugs and services: in the list of what categories rest on, they come after the diagnoses. Infants have none. */
static void read_treatments(question *q)
{
    size_t count = q->member->treatment_count, after = q->member->diagnosis_count;
    if (!coding__risk_is_exchange(q->view.model) || coding__risk_is_infant(q->person.segment)) return;
    for (size_t i = 0; i < count; i++) {
        bool              edited;
        coding__risk_bits bits = coding__risk_map(&q->view, &q->person, q->member->treatments[i], &edited);
        add_support(q, (uint32_t)(after + i), &bits);
    }
}

enum { CATEGORIES_A_CODE = 4 };

/* A code of the agency's tables has two categories at most; of one of a stranger's book that has more than there is
 * room for, some stand without what they rest on. */
static bool read_diagnoses(question *q)
{
    size_t count = q->member->diagnosis_count;
    q->support_room = (count + q->member->treatment_count) * CATEGORIES_A_CODE;
    q->uses = coding__arena_take(&q->desk->arena, count + 1);
    q->supports = coding__arena_take(&q->desk->arena, (q->support_room + 1) * sizeof *q->supports);
    if (!q->uses || !q->supports) return false;
    for (size_t i = 0; i < count; i++) q->uses[i] = (uint8_t)use_of(q, (uint32_t)i);
    read_treatments(q);
    q->counting = q->reached;
    coding__risk_settle(&q->view, &q->counting, &q->dropped);
    return true;
}

static bool add_up(question *q, coding_risk_score *score)
{
    enum { OF_MEMBER = 10 };
    unsigned         count = coding__bits_count(&q->counting);
    coding__risk_sum sum = {.view = &q->view, .slot = coding__risk_slot(q->person.segment)};
    sum.source = coding__source(q->view.book, q->view.origin, 0);
    sum.room = OF_MEMBER + count + q->view.rules + 1;
    sum.terms = coding__arena_take(&q->desk->arena, sum.room * sizeof *sum.terms);
    if (!sum.terms) return false;
    score->divisor = coding__risk_add_up(&sum, &q->person, &q->counting, &count);
    score->raw = (int32_t)coding__risk_scaled(sum.total, 1000, score->divisor);
    score->terms = sum.terms;
    score->term_count = sum.count;
    score->count = count;
    return true;
}

/* Encounters are given: then the year's services must be in the book, or nobody knows which of them count. Those of
 * the exchanges are in none. */
static bool filter_is_there(const question *q)
{
    return !q->member->encounter_count
           || (!coding__risk_is_exchange(q->view.model) && coding__risk_has_services(q->view.book, q->view.year));
}

coding_risk_score coding_risk_score_member(coding_desk *desk, const coding_member *member, coding_risk_model model,
                                           uint32_t year, const coding_risk_options *options)
{
    assert(desk && member);
    coding_risk_plan  plan = options ? options->plan : CODING_RISK_MA;
    coding_risk_score score = {.status = CODING_NOT_IN_BOOK, .model = model, .year = year, .plan = plan};
    question          q = {.desk = desk, .member = member, .options = options};
    if ((unsigned)model >= CODING__RISK_MODEL_TOTAL || !coding__risk_view_open(&q.view, desk->book, model, plan, year))
        return score;
    if (!filter_is_there(&q)) return score;
    q.view.mce = !options || !options->without_mce;
    q.person = coding__risk_person_of(member, model, year);
    score.segment = q.person.segment;
    score.age = q.person.age;
    score.status = CODING_MISUSE;
    if (!score.segment) return score;
    score.status = CODING_NO_MEMORY;
    if (!read_diagnoses(&q) || !add_up(&q, &score)) return score;
    coding__risk_pay(&q.view, &q.person, options, &score);
    score.uses = q.uses;
    score.use_count = member->diagnosis_count;
    if (coding__risk_answer(desk, &q.view, &q.person, member, &q.reached, &q.dropped, &q.counting, q.supports,
                            q.support_count, &score))
        score.status = CODING_OK;
    return score;
}

static uint32_t share_of(const coding_book *book, coding_risk_model model, uint32_t year)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__RISK_FACTORS); i++) {
        if (coding__u8(book, CODING__RISK_FACTORS, i, CODING__RISK_FACTOR_MODEL) == (uint32_t)model
            && coding__u16(book, CODING__RISK_FACTORS, i, CODING__RISK_FACTOR_FIRST) <= year
            && coding__u16(book, CODING__RISK_FACTORS, i, CODING__RISK_FACTOR_LAST) >= year)
            return coding__u32(book, CODING__RISK_FACTORS, i, CODING__RISK_FACTOR_SHARE);
    }
    return 0;
}

coding_risk_blend coding_risk_blend_member(coding_desk *desk, const coding_member *member, uint32_t year,
                                           const coding_risk_options *options)
{
    assert(desk && member);
    coding_risk_options own = options ? *options : (coding_risk_options){.size = sizeof own};
    coding_risk_blend   blend = {.status = CODING_NOT_IN_BOOK};
    int64_t             total = 0, shares = 0;
    own.frailty = 0;
    for (int model = CODING_RISK_V22; model <= CODING_RISK_V28 && blend.count < 2; model++) {
        uint32_t share = share_of(desk->book, (coding_risk_model)model, year);
        if (!share) continue;
        coding_risk_score score = coding_risk_score_member(desk, member, (coding_risk_model)model, year, &own);
        blend.shares[blend.count] = share;
        blend.scores[blend.count++] = score;
        blend.status = score.status;
        if (score.status != CODING_OK) return blend;
        total += (int64_t)score.payment * share, shares += share;
    }
    if (shares) blend.payment = (int32_t)coding__risk_scaled(total, 1, shares) + (options ? options->frailty : 0);
    return blend;
}
