#include "group/risk.h"

static bool has_year(const coding_book *book, coding_risk_model model, uint32_t year)
{
    uint32_t years = coding__u32(book, CODING__RISK_MODELS, (uint32_t)model, CODING__RISK_MODEL_YEARS);
    return year >= 2000 && year < 2032 && years >> (year - 2000) & 1;
}

/* A set of the plan itself goes before one of any plan. */
static uint32_t set_of(const coding_book *book, coding_risk_model model, coding_risk_plan plan, uint32_t year)
{
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < coding__count(book, CODING__RISK_SETS); i++) {
        uint32_t whose = coding__u8(book, CODING__RISK_SETS, i, CODING__RISK_SET_PLAN);
        if (coding__u8(book, CODING__RISK_SETS, i, CODING__RISK_SET_MODEL) != (uint32_t)model) continue;
        if (coding__u16(book, CODING__RISK_SETS, i, CODING__RISK_SET_FIRST) > year) continue;
        if (coding__u16(book, CODING__RISK_SETS, i, CODING__RISK_SET_LAST) < year) continue;
        if (whose == (uint32_t)plan) return i;
        if (whose == CODING__RISK_ANY_PLAN) found = i;
    }
    return found;
}

/* No more than there are, whatever a damaged book says. */
static uint32_t at_most(uint32_t count, uint32_t most) { return count < most ? count : most; }

bool coding__risk_view_open(coding__risk_view *view, const coding_book *book, coding_risk_model model,
                            coding_risk_plan plan, uint32_t year)
{
    uint32_t record = (uint32_t)model, set = set_of(book, model, plan, year);
    *view = (coding__risk_view){.book = book, .model = model, .plan = plan, .year = year};
    if (!has_year(book, model, year) || set == UINT32_MAX) return false;
    view->variable = coding__u32(book, CODING__RISK_MODELS, record, CODING__RISK_MODEL_VARIABLE);
    view->variables = at_most(coding__u32(book, CODING__RISK_MODELS, record, CODING__RISK_MODEL_VARIABLES),
                              coding__count(book, CODING__RISK_VARIABLES));
    view->category = coding__u32(book, CODING__RISK_MODELS, record, CODING__RISK_MODEL_CATEGORY);
    view->categories = at_most(coding__u32(book, CODING__RISK_MODELS, record, CODING__RISK_MODEL_CATEGORIES),
                               CODING__RISK_CATEGORIES_MOST);
    view->rule = coding__u32(book, CODING__RISK_MODELS, record, CODING__RISK_MODEL_RULE);
    view->rules = at_most(coding__u32(book, CODING__RISK_MODELS, record, CODING__RISK_MODEL_RULES),
                          coding__count(book, CODING__RISK_RULES));
    view->value = coding__u32(book, CODING__RISK_SETS, set, CODING__RISK_SET_VALUE);
    view->origin = coding__u32(book, CODING__RISK_SETS, set, CODING__RISK_SET_ORIGIN);
    return true;
}

bool coding_risk_has(const coding_book *book, coding_risk_model model, coding_risk_plan plan, uint32_t year)
{
    coding__risk_view view;
    return coding__risk_view_open(&view, book, model, plan, year);
}

uint32_t coding__risk_find(const coding__risk_view *view, uint32_t hash)
{
    uint32_t past = view->variable + view->variables;
    uint32_t at = coding__lower_bound(view->book, CODING__RISK_VARIABLES, CODING__RISK_VARIABLE_HASH, hash,
                                      view->variable, past);
    if (at >= past || coding__u32(view->book, CODING__RISK_VARIABLES, at, CODING__RISK_VARIABLE_HASH) != hash)
        return UINT32_MAX;
    return at - view->variable;
}

static bool fits(const coding__risk_view *view, uint32_t i, unsigned status)
{
    const unsigned char *row = coding__record(view->book, CODING__RISK_FACTORS, i);
    if (row[CODING__RISK_FACTOR_MODEL] != (unsigned)view->model) return false;
    unsigned plan = row[CODING__RISK_FACTOR_PLAN], of = row[CODING__RISK_FACTOR_STATUS];
    return coding__load16(row + CODING__RISK_FACTOR_FIRST) <= view->year
           && coding__load16(row + CODING__RISK_FACTOR_LAST) >= view->year
           && (plan == CODING__RISK_ANY_PLAN || plan == (unsigned)view->plan) && (!of || of == status);
}

static uint32_t factor_of(const coding__risk_view *view, const coding__risk_person *person)
{
    bool     graft = person->segment >= CODING_SEGMENT_GC && person->segment <= CODING_SEGMENT_GNPN;
    unsigned status = coding__risk_is_exchange(view->model) ? CODING__RISK_COST_SHARING + person->cost_sharing
                      : graft                               ? 2
                                                            : 1;
    for (uint32_t i = 0; i < coding__count(view->book, CODING__RISK_FACTORS); i++)
        if (fits(view, i, status)) return i;
    return UINT32_MAX;
}

/* The exchanges know one factor, and nothing that a caller could say of it. */
static void pay_exchange(const coding__risk_view *view, uint32_t factor, coding_risk_score *score)
{
    score->multiplier = coding__u32(view->book, CODING__RISK_FACTORS, factor, CODING__RISK_FACTOR_MULTIPLIER);
    score->normalized = score->payment = score->raw;
    if (score->multiplier) score->payment = (int32_t)coding__risk_scaled(score->raw, score->multiplier, 1000);
}

void coding__risk_pay(const coding__risk_view *view, const coding__risk_person *person,
                      const coding_risk_options *options, coding_risk_score *score)
{
    uint32_t factor = factor_of(view, person);
    if (coding__risk_is_exchange(view->model)) {
        pay_exchange(view, factor, score);
        return;
    }
    score->normalization = coding__u32(view->book, CODING__RISK_FACTORS, factor, CODING__RISK_FACTOR_NORMALIZATION);
    score->intensity = coding__u32(view->book, CODING__RISK_FACTORS, factor, CODING__RISK_FACTOR_INTENSITY);
    if (options && options->normalization) score->normalization = options->normalization;
    if (options && options->has_intensity) score->intensity = options->intensity;
    if (options) score->frailty = options->frailty;
    int64_t normalized = coding__risk_scaled(score->raw, 1000, score->normalization);
    score->normalized = (int32_t)normalized;
    score->payment = (int32_t)coding__risk_scaled(normalized, 1000 - (int64_t)score->intensity, 1000) + score->frailty;
}
