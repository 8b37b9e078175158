/* One patient with the trace: of each group what became of it, which diagnoses name it, and where that is written. */
#include "group/comorbidity.h"

#include "entry/trie.h"

typedef struct tracing {
    coding_desk              *desk;
    const coding__cmr_scheme *scheme;
    const coding_code        *codes;
    const uint8_t            *poa;
    size_t                    count;
    coding__cmr_finding      *found; /* of each diagnosis */
    coding__cmr_sum           sum;
} tracing;

static const char *group_text(const coding__cmr_scheme *scheme, uint32_t i, unsigned field)
{
    return coding__text_of(scheme->book, CODING__CMR_GROUPS, scheme->group + i, field);
}

/* The group that took the place of group `i`; "" where none did. */
static const char *graver(const tracing *t, uint32_t i)
{
    for (uint32_t k = 0; k < t->scheme->groups; k++)
        if (t->sum.counted >> k & 1 && t->scheme->clears[k] >> i & 1)
            return group_text(t->scheme, k, CODING__CMR_GROUP_NAME);
    return "";
}

static coding_comorbidity_state state_of(const tracing *t, uint32_t i)
{
    if (t->sum.unknown >> i & 1) return CODING_COMORBID_UNKNOWN;
    if (t->sum.present >> i & 1) return CODING_COMORBID_PRESENT;
    if (t->sum.counted >> i & 1) return CODING_COMORBID_OUTRANKED;
    return t->sum.named >> i & 1 ? CODING_COMORBID_NOT_ON_ADMISSION : CODING_COMORBID_ABSENT;
}

static coding_source source_of(const coding__cmr_scheme *scheme, uint32_t record)
{
    return coding__source(scheme->book, coding__u32(scheme->book, CODING__CMR_CODES, record, CODING__CMR_CODE_ORIGIN),
                          coding__u32(scheme->book, CODING__CMR_CODES, record, CODING__CMR_CODE_LINE));
}

/* The row that puts the code, or a beginning of it, into the group. */
static coding_source row_of(const tracing *t, size_t i, uint64_t bits)
{
    coding__cmr_scheme one = *t->scheme;
    uint32_t           record = t->found[i].record, at;
    for (one.longest = 3; one.longest <= t->scheme->longest; one.longest++)
        if (coding__cmr_groups(&one, t->codes[i], &at) & bits) return source_of(t->scheme, at);
    return source_of(t->scheme, record);
}

static bool add_code(const tracing *t, coding__list *list, size_t i, uint64_t bits)
{
    const coding__cmr_finding *found = &t->found[i];
    coding_comorbidity_code   *code = coding__list_add(&t->desk->arena, list, sizeof *code);
    if (!code) return false;
    *code = (coding_comorbidity_code){
        .index = i,
        .code = t->codes[i],
        .counted = !(bits & t->scheme->needs_poa) || (t->poa && found->on_admission),
        .exempt = found->exempt,
        .source = row_of(t, i, bits),
    };
    return true;
}

static void list_codes(const tracing *t, coding_comorbidity_group *group, uint64_t bits)
{
    coding__list list = {0};
    if (bits & t->scheme->stroke) bits |= t->scheme->acute | t->scheme->sequela;
    for (size_t i = t->scheme->passes_first; i < t->count; i++)
        if (t->found[i].groups & bits && !add_code(t, &list, i, bits)) break;
    group->codes = list.items;
    group->count = list.count;
}

static void fill_group(const tracing *t, coding_comorbidity_group *group, uint32_t i)
{
    const coding__cmr_scheme *scheme = t->scheme;
    uint32_t                  record = scheme->group + i;
    group->name = group_text(scheme, i, CODING__CMR_GROUP_NAME);
    group->title = group_text(scheme, i, CODING__CMR_GROUP_TITLE);
    group->state = state_of(t, i);
    group->by = group->state == CODING_COMORBID_OUTRANKED ? graver(t, i) : "";
    group->weights[0] = scheme->weights[i][0];
    group->weights[1] = scheme->weights[i][1];
    group->source = coding__source(scheme->book,
                                   coding__u32(scheme->book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_ORIGIN),
                                   coding__u32(scheme->book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_LINE));
    list_codes(t, group, (uint64_t)1 << i);
}

static bool find_all(tracing *t, coding_date on)
{
    coding__cmr_list list = t->poa ? coding__cmr_list_on(t->scheme, on) : (coding__cmr_list){0};
    t->found = coding__arena_take(&t->desk->arena, (t->count + 1) * sizeof *t->found);
    for (size_t i = 0; t->found && i < t->count; i++)
        t->found[i] = coding__cmr_find(t->scheme, t->codes[i], t->poa ? t->poa[i] : CODING_POA_BLANK, &list);
    return t->found != NULL;
}

static bool fill_groups(const tracing *t, coding_comorbidities *answer)
{
    coding_comorbidity_group *groups = coding__arena_take(&t->desk->arena, (t->scheme->groups + 1) * sizeof *groups);
    answer->items = groups;
    for (uint32_t i = 0; groups && i < t->scheme->groups; i++)
        if (!(t->scheme->parts >> i & 1)) fill_group(t, &groups[answer->count++], i);
    return groups != NULL;
}

coding_comorbidities coding_comorbidity(coding_desk *desk, coding_comorbidity_scheme scheme, const coding_code *codes,
                                        const uint8_t *poa, size_t count, const coding_comorbidity_options *options)
{
    coding__cmr_scheme   ready;
    coding_comorbidities answer = {.status = CODING_NOT_IN_BOOK, .version = ""};
    size_t               refused = desk->arena.refused;
    coding_date          on = options ? options->on : 0;
    if (!coding__cmr_ready(desk->book, scheme, options, &ready)) return answer;
    tracing t = {.desk = desk, .scheme = &ready, .codes = codes, .poa = poa, .count = count};
    t.sum = coding__cmr_judge(&ready, codes, poa, count, on);
    bool charlson = scheme == CODING_CHARLSON_QUAN || scheme == CODING_CHARLSON_DEYO;
    answer.version = coding__text_of(ready.book, CODING__CMR_SETS, ready.set, CODING__CMR_VERSION);
    answer.present = (size_t)__builtin_popcountll(t.sum.present);
    answer.unknown = (size_t)__builtin_popcountll(t.sum.unknown);
    answer.age_points = options && charlson ? coding_charlson_age_points(options->age) : 0;
    coding__cmr_score(&ready, t.sum.present, answer.scores);
    bool made = find_all(&t, on) && fill_groups(&t, &answer);
    answer.status = coding__status_since(desk, refused, made ? CODING_OK : CODING_NO_MEMORY);
    return answer;
}
