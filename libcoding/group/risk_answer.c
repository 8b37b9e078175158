/* Categories with what they rest on and whom they lost to, and what the year before had and this one has not. */
#include "group/risk.h"

typedef struct answering {
    coding_desk                *desk;
    const coding__risk_view    *view;
    const coding__risk_person  *person;
    const coding_member        *member;
    const coding__risk_bits    *reached, *dropped, *counting;
    const coding__risk_support *supports;
    size_t                      support_count;
    coding__risk_bits           earlier;                            /* what the year before reached, settled */
    uint32_t                   *indexes;                            /* the supports of all categories, by place */
    uint32_t                    past[CODING__RISK_CATEGORIES_MOST]; /* where those of a place end */
} answering;

static uint32_t record_of(const answering *a, unsigned place) { return a->view->category + place; }

static uint32_t number_of(const answering *a, unsigned place)
{
    return coding__u16(a->view->book, CODING__RISK_CATEGORIES, record_of(a, place), CODING__RISK_CATEGORY_NUMBER);
}

static const char *name_of(const answering *a, unsigned place)
{
    return coding__text_of(a->view->book, CODING__RISK_CATEGORIES, record_of(a, place), CODING__RISK_CATEGORY_NAME);
}

static inline int32_t worth(const answering *a, unsigned place)
{
    uint32_t plus = coding__u32(a->view->book, CODING__RISK_CATEGORIES, record_of(a, place),
                                CODING__RISK_CATEGORY_VARIABLE);
    return plus ? coding__risk_value_of(a->view, plus - 1, coding__risk_slot(a->person->segment)) : 0;
}

static unsigned child_of(const unsigned char *row)
{
    return row[CODING__RISK_DROP_MODEL] * 256u + row[CODING__RISK_DROP_CHILD];
}

/* The first row of the hierarchies about that category. */
static uint32_t first_drop(const coding_book *book, unsigned child)
{
    uint32_t low = 0, high = coding__count(book, CODING__RISK_HIERARCHY);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (child_of(coding__record(book, CODING__RISK_HIERARCHY, middle)) < child) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* The highest category that drops it, with the row that says so. */
static void find_winner(const answering *a, unsigned place, coding_risk_category *category)
{
    const coding_book *book = a->view->book;
    unsigned           child = (unsigned)a->view->model * 256 + place;
    for (uint32_t i = first_drop(book, child); i < coding__count(book, CODING__RISK_HIERARCHY); i++) {
        const unsigned char *row = coding__record(book, CODING__RISK_HIERARCHY, i);
        unsigned             parent = row[CODING__RISK_DROP_PARENT];
        if (child_of(row) != child) return;
        if (!coding__bits_has(a->reached, parent) || coding__bits_has(a->dropped, parent)) continue;
        category->lost_to = number_of(a, parent);
        category->winner = name_of(a, parent);
        category->source = coding__source(book, coding__load32(row + CODING__RISK_DROP_ORIGIN),
                                          coding__load32(row + CODING__RISK_DROP_LINE));
        return;
    }
}

/* The rule that dropped it. */
static void find_rule(const answering *a, unsigned place, coding_risk_category *category)
{
    const coding_book *book = a->view->book;
    for (uint32_t i = a->view->rule; i < a->view->rule + a->view->rules; i++) {
        const unsigned char *rule = coding__record(book, CODING__RISK_RULES, i);
        coding__risk_bits    what = coding__bits_of(rule ? rule + CODING__RISK_RULE_SETS : NULL);
        if (!rule || rule[CODING__RISK_RULE_DOES] != CODING__RISK_DROPS || !coding__bits_has(&what, place)) continue;
        category->dropped = true;
        category->source = coding__source(book, coding__load32(rule + CODING__RISK_RULE_ORIGIN),
                                          coding__load32(rule + CODING__RISK_RULE_LINE));
        return;
    }
}

/* One diagnosis, or several of one encounter or day: a single record carries it. */
static bool rests_on_one(const answering *a, const coding_risk_category *category)
{
    const coding_risk_diagnosis *all = a->member->diagnoses, *first = &all[category->supports[0]];
    for (size_t i = 0; i < category->support_count; i++) /* a treatment is a record of its own */
        if (category->supports[i] >= a->member->diagnosis_count) return category->support_count == 1;
    if (category->support_count > 1 && !first->on && !first->encounter) return false;
    for (size_t i = 1; i < category->support_count; i++) {
        const coding_risk_diagnosis *other = &all[category->supports[i]];
        if (other->on != first->on || other->encounter != first->encounter) return false;
    }
    return true;
}

/* By place, and inside in the member's order: counted first, then put where they belong. */
static void sort_supports(answering *a)
{
    uint32_t begin = 0;
    for (size_t i = 0; i < a->support_count; i++) a->past[a->supports[i].place]++;
    for (unsigned place = coding__bits_next(a->reached, 0); place < CODING__RISK_CATEGORIES_MOST;
         place = coding__bits_next(a->reached, place + 1)) {
        uint32_t count = a->past[place];
        a->past[place] = begin;
        begin += count;
    }
    for (size_t i = 0; i < a->support_count; i++)
        a->indexes[a->past[a->supports[i].place]++] = a->supports[i].diagnosis;
}

static void take_supports(const answering *a, uint32_t begin, unsigned place, coding_risk_category *category)
{
    category->supports = a->indexes + begin;
    category->support_count = a->past[place] - begin;
    category->once = category->support_count && rests_on_one(a, category);
}

/* What it is worth, or the group that is worth something in its place. */
static void count(const answering *a, unsigned place, coding_risk_category *category)
{
    if (coding__risk_is_exchange(a->view->model)) category->group = coding__risk_group_of(a->view, a->person, place);
    if (!category->group) category->coefficient = worth(a, place);
}

static void fill(const answering *a, uint32_t begin, unsigned place, coding_risk_category *category)
{
    static const unsigned char none[64] = {0};
    const coding_book         *book = a->view->book;
    const unsigned char       *row = coding__record(book, CODING__RISK_CATEGORIES, record_of(a, place));
    if (!row) row = none;
    category->number = coding__load16(row + CODING__RISK_CATEGORY_NUMBER);
    category->chronic = row[CODING__RISK_CATEGORY_CHRONIC] != 0;
    category->earlier = coding__bits_has(&a->earlier, place);
    category->name = coding__text(book, coding__load32(row + CODING__RISK_CATEGORY_NAME));
    category->label = coding__text(book, coding__load32(row + CODING__RISK_CATEGORY_LABEL));
    category->source = coding__source(book, coding__load32(row + CODING__RISK_CATEGORY_ORIGIN),
                                      coding__load32(row + CODING__RISK_CATEGORY_LINE));
    take_supports(a, begin, place, category);
    if (coding__bits_has(a->counting, place)) count(a, place, category);
    else if (coding__bits_has(a->dropped, place)) find_rule(a, place, category);
    else find_winner(a, place, category);
}

static bool list_categories(answering *a, coding_risk_score *score)
{
    unsigned              count = coding__bits_count(a->reached);
    coding_risk_category *all = coding__arena_take(&a->desk->arena, (count + 1) * sizeof *all);
    a->indexes = coding__arena_take(&a->desk->arena, (a->support_count + 1) * sizeof *a->indexes);
    uint32_t begin = 0;
    if (!all || !a->indexes) return false;
    sort_supports(a);
    for (unsigned place = coding__bits_next(a->reached, 0); place < CODING__RISK_CATEGORIES_MOST;
         place = coding__bits_next(a->reached, place + 1)) {
        fill(a, begin, place, &all[score->category_count++]);
        begin = a->past[place];
    }
    score->categories = all;
    return true;
}

static void read_earlier(answering *a)
{
    for (size_t i = 0; i < a->member->earlier_count; i++) {
        bool              edited;
        coding__risk_bits bits = coding__risk_map(a->view, a->person, a->member->earlier[i], &edited);
        for (int word = 0; word < 4; word++) a->earlier.words[word] |= bits.words[word];
    }
    coding__risk_settle(a->view, &a->earlier, NULL);
}

/* A category that this year's outrank is no gap: its illness is there, and worse. */
static coding__risk_bits gaps_of(const answering *a)
{
    coding__risk_bits gaps = a->earlier, both = *a->reached;
    coding__bits_remove(&gaps, a->reached);
    for (int word = 0; word < 4; word++) both.words[word] |= gaps.words[word];
    coding__risk_settle(a->view, &both, NULL);
    for (int word = 0; word < 4; word++) gaps.words[word] &= both.words[word];
    return gaps;
}

static bool list_gaps(answering *a, coding_risk_score *score)
{
    const coding_book *book = a->view->book;
    coding__risk_bits  gaps = gaps_of(a);
    coding_risk_gap   *all = coding__arena_take(&a->desk->arena, (coding__bits_count(&gaps) + 1) * sizeof *all);
    if (!all) return false;
    for (unsigned place = coding__bits_next(&gaps, 0); place < CODING__RISK_CATEGORIES_MOST;
         place = coding__bits_next(&gaps, place + 1)) {
        uint32_t record = record_of(a, place);
        all[score->gap_count++] = (coding_risk_gap){
            .number = number_of(a, place),
            .name = name_of(a, place),
            .chronic = coding__u8(book, CODING__RISK_CATEGORIES, record, CODING__RISK_CATEGORY_CHRONIC) != 0,
            .label = coding__text_of(book, CODING__RISK_CATEGORIES, record, CODING__RISK_CATEGORY_LABEL),
            .coefficient = worth(a, place),
        };
    }
    score->gaps = all;
    return true;
}

bool coding__risk_answer(coding_desk *desk, const coding__risk_view *view, const coding__risk_person *person,
                         const coding_member *member, const coding__risk_bits *reached,
                         const coding__risk_bits *dropped, const coding__risk_bits *counting,
                         const coding__risk_support *supports, size_t support_count, coding_risk_score *score)
{
    answering a = {.desk = desk,
                   .view = view,
                   .person = person,
                   .member = member,
                   .reached = reached,
                   .dropped = dropped,
                   .counting = counting,
                   .supports = supports,
                   .support_count = support_count};
    if (member->earlier_count) read_earlier(&a);
    return list_categories(&a, score) && (!member->earlier_count || list_gaps(&a, score));
}
