/* Comorbidity of a patient: which groups the codes name, which of them count, and what they weigh.
 *
 * Reads   sections cmr.*; for AHRQ's version of a year that its own exempt lists do not reach, poa.lists.
 *
 * The order is that of AHRQ's mapping program: every secondary diagnosis by itself; then the stroke out of its parts;
 * then graver groups take the places of lighter ones. The other schemes have no parts and need no present on
 * admission, and go the same way. */
#include "group/comorbidity.h"

#include <string.h>

#include "entry/trie.h"

static uint32_t set_field(const coding_book *book, uint32_t set, unsigned field)
{
    return coding__u32(book, CODING__CMR_SETS, set, field);
}

/* The newest version stands last. */
static uint32_t set_of(const coding_book *book, coding_comorbidity_scheme scheme, const char *version)
{
    for (uint32_t i = coding__count(book, CODING__CMR_SETS); i-- > 0;) {
        if (set_field(book, i, CODING__CMR_SCHEME) != (uint32_t)scheme) continue;
        if (!version || strcmp(coding__text_of(book, CODING__CMR_SETS, i, CODING__CMR_VERSION), version) == 0) return i;
    }
    return UINT32_MAX;
}

const char *coding_comorbidity_version(const coding_book *book, coding_comorbidity_scheme scheme, size_t index)
{
    uint32_t count = coding__count(book, CODING__CMR_SETS);
    for (uint32_t i = 0; i < count; i++)
        if (set_field(book, i, CODING__CMR_SCHEME) == (uint32_t)scheme && index-- == 0)
            return coding__text_of(book, CODING__CMR_SETS, i, CODING__CMR_VERSION);
    return "";
}

static void read_group(coding__cmr_scheme *ready, uint32_t i)
{
    uint32_t record = ready->group + i;
    uint32_t flags = coding__u32(ready->book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_FLAGS);
    uint64_t bit = (uint64_t)1 << i;
    if (flags & CODING__CMR_NEEDS_POA) ready->needs_poa |= bit;
    if (flags & CODING__CMR_IS_PART) ready->parts |= bit;
    if (flags & CODING__CMR_IS_STROKE) ready->stroke |= bit;
    if (flags & CODING__CMR_IS_ACUTE) ready->acute |= bit;
    if (flags & CODING__CMR_IS_SEQUELA) ready->sequela |= bit;
    ready->clears[i] = coding__u64(ready->book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_CLEARS);
    for (unsigned k = 0; k < 2; k++)
        ready->weights[i][k] = (int32_t)coding__u32(ready->book, CODING__CMR_GROUPS, record,
                                                    CODING__CMR_GROUP_WEIGHT + 4 * k);
}

bool coding__cmr_ready(const coding_book *book, coding_comorbidity_scheme scheme,
                       const coding_comorbidity_options *options, coding__cmr_scheme *ready)
{
    bool     secondary = options && options->secondary_only;
    uint32_t set = set_of(book, scheme, options ? options->version : NULL);
    if (set == UINT32_MAX) return false;
    uint32_t codes = coding__count(book, CODING__CMR_CODES), count = set_field(book, set, CODING__CMR_CODE_COUNT);
    *ready = (coding__cmr_scheme){.book = book, .set = set};
    ready->group = set_field(book, set, CODING__CMR_GROUP);
    ready->groups = set_field(book, set, CODING__CMR_GROUP_COUNT);
    if (ready->groups > CODING__CMR_GROUPS_MOST) ready->groups = CODING__CMR_GROUPS_MOST; /* a damaged book */
    ready->code = set_field(book, set, CODING__CMR_CODE);
    ready->codes_past = ready->code < codes && count < codes - ready->code ? ready->code + count : codes;
    ready->longest = set_field(book, set, CODING__CMR_LONGEST);
    ready->first = set_field(book, set, CODING__CMR_FIRST);
    ready->until = set_field(book, set, CODING__CMR_UNTIL);
    ready->passes_first = secondary || scheme == CODING_ELIXHAUSER_AHRQ;
    coding_book_rows(book, CODING_ICD10CM, &ready->first_row, &ready->past_row);
    for (uint32_t i = 0; i < ready->groups; i++) read_group(ready, i);
    return true;
}

static uint64_t groups_at(const coding__cmr_scheme *scheme, coding_code code, uint32_t *record)
{
    uint32_t first = scheme->code, past = scheme->codes_past;
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__u64(scheme->book, CODING__CMR_CODES, middle, CODING__CMR_CODE_CODE) < code) first = middle + 1;
        else past = middle;
    }
    if (first >= scheme->codes_past
        || coding__u64(scheme->book, CODING__CMR_CODES, first, CODING__CMR_CODE_CODE) != code)
        return 0;
    *record = first;
    return coding__u64(scheme->book, CODING__CMR_CODES, first, CODING__CMR_CODE_GROUPS);
}

uint64_t coding__cmr_groups(const coding__cmr_scheme *scheme, coding_code code, uint32_t *record)
{
    size_t   length = coding_code_length(code);
    uint64_t groups = 0;
    *record = UINT32_MAX;
    if (!code) return 0;
    if (!scheme->longest) return groups_at(scheme, code, record);
    for (size_t i = 3; i <= length && i <= scheme->longest; i++)
        groups |= groups_at(scheme, coding_code_prefix(code, i), record);
    return groups;
}

static bool is_official_on(const coding__cmr_scheme *scheme, coding_date on)
{
    bool         exempt;
    coding_entry any = coding_book_entry(scheme->book, scheme->first_row);
    return any.book && coding_entry_poa_exempt(any, on, &exempt) == CODING_OK;
}

/* AHRQ's programs know the years up to their own; whatever day lies outside they take for one of the last of them. */
static coding_date day_within(const coding__cmr_scheme *scheme, coding_date on)
{
    bool outside = !on || on < scheme->first || on > scheme->until;
    return outside && scheme->until ? scheme->until : on;
}

coding__cmr_list coding__cmr_list_on(const coding__cmr_scheme *scheme, coding_date on)
{
    const coding_book *book = scheme->book;
    uint32_t           count = coding__count(book, CODING__CMR_EXEMPT);
    coding__cmr_list   list = {.who = CODING__CMR_NOBODY, .on = day_within(scheme, on)};
    uint32_t past = coding__lower_bound(book, CODING__CMR_EXEMPT, CODING__CMR_EXEMPT_FIRST, list.on + 1, 0, count);
    bool     reaches = past && list.on <= coding__u32(book, CODING__CMR_EXEMPT, past - 1, CODING__CMR_EXEMPT_UNTIL);
    if (reaches) list.who = CODING__CMR_SOFTWARE, list.record = past - 1;
    else if (is_official_on(scheme, list.on)) list.who = CODING__CMR_OFFICIAL;
    return list;
}

static bool bit_is_set(const coding__cmr_scheme *scheme, uint32_t list, uint32_t row)
{
    uint32_t begin = coding__u32(scheme->book, CODING__CMR_EXEMPT, list, CODING__CMR_EXEMPT_BITS);
    uint32_t at = row - scheme->first_row;
    if (row < scheme->first_row || row >= scheme->past_row) return false;
    return coding__u8(scheme->book, CODING__CMR_BITS, begin + at / 8, 0) >> at % 8 & 1;
}

static bool is_exempt(const coding__cmr_scheme *scheme, coding_code code, const coding__cmr_list *list)
{
    coding_entry entry = list->who == CODING__CMR_NOBODY ? (coding_entry){0} : coding_find(scheme->book, code);
    bool         exempt = false;
    if (!entry.book) return false;
    if (list->who == CODING__CMR_SOFTWARE) return bit_is_set(scheme, list->record, entry.row);
    coding_entry_poa_exempt(entry, list->on, &exempt);
    return exempt;
}

coding__cmr_finding coding__cmr_find(const coding__cmr_scheme *scheme, coding_code code, unsigned poa,
                                     const coding__cmr_list *list)
{
    coding__cmr_finding found = {0};
    found.groups = coding__cmr_groups(scheme, code, &found.record);
    if (!(found.groups & scheme->needs_poa)) return found; /* nobody asks */
    found.exempt = is_exempt(scheme, code, list);
    found.on_admission = found.exempt || poa == CODING_POA_YES || poa == CODING_POA_UNDETERMINED;
    return found;
}

static void add(const coding__cmr_scheme *scheme, const coding__cmr_finding *found, unsigned poa, coding__cmr_sum *sum)
{
    sum->named |= found->groups;
    sum->counted |= found->groups & (found->on_admission ? ~(uint64_t)0 : ~scheme->needs_poa);
    if (found->groups & scheme->acute && !found->exempt && (poa == CODING_POA_NO || poa == CODING_POA_UNKNOWN))
        sum->acute_later = true;
}

/* The stroke: one that was there on admission; or what an old one left, if none came during the stay. */
static void join_parts(const coding__cmr_scheme *scheme, coding__cmr_sum *sum)
{
    bool acute = (sum->counted & scheme->acute) != 0, sequela = (sum->counted & scheme->sequela) != 0;
    if (sum->named & (scheme->acute | scheme->sequela)) sum->named |= scheme->stroke;
    if (acute || (!sum->acute_later && sequela)) sum->counted |= scheme->stroke;
}

static void take_places(const coding__cmr_scheme *scheme, coding__cmr_sum *sum)
{
    sum->present = sum->counted & ~scheme->parts;
    for (uint64_t left = sum->counted; left; left &= left - 1) sum->present &= ~scheme->clears[__builtin_ctzll(left)];
}

coding__cmr_sum coding__cmr_judge(const coding__cmr_scheme *scheme, const coding_code *codes, const uint8_t *poa,
                                  size_t count, coding_date on)
{
    coding__cmr_sum  sum = {0};
    bool             asks = poa && scheme->needs_poa;
    coding__cmr_list list = asks ? coding__cmr_list_on(scheme, on) : (coding__cmr_list){0};
    for (size_t i = scheme->passes_first; i < count; i++) {
        unsigned            how = poa ? poa[i] : CODING_POA_BLANK;
        coding__cmr_finding found = coding__cmr_find(scheme, codes[i], how, &list);
        if (!poa) found.exempt = found.on_admission = false;
        if (found.groups) add(scheme, &found, how, &sum);
    }
    if (poa) join_parts(scheme, &sum);
    else sum.unknown = scheme->needs_poa & ~scheme->parts;
    /* Whether a code is exempt nobody says: then it is not known that its groups are not there. */
    if (asks && list.who == CODING__CMR_NOBODY)
        sum.unknown |= sum.named & scheme->needs_poa & ~sum.counted & ~scheme->parts;
    take_places(scheme, &sum);
    return sum;
}

void coding__cmr_score(const coding__cmr_scheme *scheme, uint64_t present, int32_t scores[2])
{
    scores[0] = scores[1] = 0;
    for (uint64_t left = present; left; left &= left - 1) {
        unsigned bit = (unsigned)__builtin_ctzll(left);
        scores[0] += scheme->weights[bit][0];
        scores[1] += scheme->weights[bit][1];
    }
}

coding_status coding_comorbidity_many(const coding_desk *desk, coding_comorbidity_scheme scheme,
                                      const coding_code *codes, const uint8_t *poa, const uint64_t *offsets,
                                      const coding_date *days, size_t count, const coding_comorbidity_options *options,
                                      uint64_t *present, uint64_t *unknown, int32_t *scores)
{
    coding__cmr_scheme ready;
    coding_date        on = options ? options->on : 0;
    if (!coding__cmr_ready(desk->book, scheme, options, &ready)) return CODING_NOT_IN_BOOK;
    for (size_t i = 0; i < count; i++) {
        uint64_t        first = offsets[i], past = offsets[i + 1] < first ? first : offsets[i + 1];
        coding__cmr_sum sum = coding__cmr_judge(&ready, codes + first, poa ? poa + first : NULL, (size_t)(past - first),
                                                days ? days[i] : on);
        if (present) present[i] = sum.present;
        if (unknown) unknown[i] = sum.unknown;
        if (scores) coding__cmr_score(&ready, sum.present, scores + 2 * i);
    }
    return CODING_OK;
}
