#include "rule/tables.h"

#include "book/layout.h"

uint32_t coding__service_of(const coding_book *book, coding_code code)
{
    uint32_t room = coding__count(book, CODING__SERVICE_PLACES);
    if (!room || room & (room - 1) || !code) return CODING__NONE;
    uint32_t at = coding__service_hash(code) & (room - 1);
    for (uint32_t probes = 0; probes < room; probes++, at = (at + 1) & (room - 1)) {
        uint32_t place = coding__u16(book, CODING__SERVICE_PLACES, at, 0);
        if (!place) return CODING__NONE;
        if (coding__u64(book, CODING__SERVICES, place - 1, CODING__SERVICE_CODE) == code) return place - 1;
    }
    return CODING__NONE;
}

static bool reaches(const coding_book *book, uint32_t record, coding_date on, bool back)
{
    coding_date first = coding__u32(book, CODING__CLAIM_TABLES, record,
                                    back ? CODING__CLAIM_TABLE_BACK : CODING__CLAIM_TABLE_FIRST);
    return first <= on && on <= coding__u32(book, CODING__CLAIM_TABLES, record, CODING__CLAIM_TABLE_UNTIL);
}

uint32_t coding__claim_table_on(const coding_book *book, coding__claim_table kind, coding_date on, bool back)
{
    for (uint32_t i = coding__count(book, CODING__CLAIM_TABLES); i-- > 0;) /* the newest first */
        if (coding__u32(book, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_KIND) == (uint32_t)kind
            && reaches(book, i, on, back))
            return i;
    return CODING__NONE;
}

/* The table that a field of a service leads into. */
static coding__section section_of(unsigned field)
{
    switch (field) {
    case CODING__SERVICE_MUE: return CODING__MUE;
    case CODING__SERVICE_ADD_ON: return CODING__ADD_ONS;
    case CODING__SERVICE_FEE: return CODING__FEES;
    case CODING__SERVICE_POLICY: return CODING__POLICY_ROWS;
    case CODING__SERVICE_VISIT: return CODING__VISITS;
    default: return CODING__PTP;
    }
}

/* A damaged book may send us past the table: whoever walks the range must not walk for hours. */
void coding__service_range(const coding_book *book, uint32_t service, unsigned field, uint32_t *first, uint32_t *past)
{
    *first = coding__u32(book, CODING__SERVICES, service, field);
    *past = coding__u32(book, CODING__SERVICES, service + 1, field);
    uint32_t count = coding__count(book, section_of(field));
    if (*past > count) *past = count;
    if (service == CODING__NONE || *past < *first) *past = *first;
}

bool coding__may_be_pair(const coding_book *book, const coding__items *of, uint32_t column2)
{
    if (of->first >= of->past) return false;
    uint64_t             hash = coding__pair_hash(of->service, column2), bits = coding__pair_bits(hash);
    const unsigned char *word = coding__record(book, CODING__PTP_WORDS, coding__pair_word(hash, of->first, of->past));
    return !word || (coding__load64(word) & bits) == bits; /* where there is no filter, anything may be */
}

static uint32_t first_of_column2(const coding_book *book, uint32_t first, uint32_t past, uint32_t column2)
{
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__u16(book, CODING__PTP, middle, CODING__PTP_COLUMN2) < column2) first = middle + 1;
        else past = middle;
    }
    return first;
}

static bool is_in_force(const coding_book *book, uint32_t item, coding_date on, bool *unknown)
{
    uint32_t    state = coding__u16(book, CODING__PTP, item, CODING__PTP_STATE);
    coding_date first = coding__u32(book, CODING__PTP_STATES, state, CODING__PTP_STATE_FIRST);
    coding_date until = coding__u32(book, CODING__PTP_STATES, state, CODING__PTP_STATE_UNTIL);
    *unknown = !first;
    return first <= on && (!until || on <= until)
           && coding__u8(book, CODING__PTP_STATES, state, CODING__PTP_STATE_INDICATOR) != '9';
}

coding__items coding__ptp_items(const coding_book *book, uint32_t setting, uint32_t service)
{
    coding__items of = {.service = service, .setting = setting};
    coding__service_range(book, service, setting ? CODING__SERVICE_PTP_OUTPATIENT : CODING__SERVICE_PTP, &of.first,
                          &of.past);
    return of;
}

/* Is the item of a file whose own quarter the day is in? */
static bool is_of_its_quarter(const coding_book *book, uint32_t item, coding_date on)
{
    uint32_t state = coding__u16(book, CODING__PTP, item, CODING__PTP_STATE);
    uint32_t origin = coding__u32(book, CODING__PTP_STATES, state, CODING__PTP_STATE_ORIGIN);
    for (uint32_t i = 0; i < coding__count(book, CODING__CLAIM_TABLES); i++)
        if (coding__u32(book, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_ORIGIN) == origin)
            return reaches(book, i, on, false);
    return false;
}

/* Several quarters may have revised a pair: the one that the day is in speaks, else the newest. */
uint32_t coding__ptp_find(const coding_book *book, const coding__items *of, uint32_t column2, coding_date on,
                          bool *unsure)
{
    coding__claim_table kind = of->setting ? CODING__TABLE_PTP_OUTPATIENT : CODING__TABLE_PTP_PRACTITIONER;
    uint32_t            found = CODING__NONE;
    bool                unknown = false;
    for (uint32_t item = first_of_column2(book, of->first, of->past, column2);
         item < of->past && coding__u16(book, CODING__PTP, item, CODING__PTP_COLUMN2) == column2; item++) {
        if (!is_in_force(book, item, on, &unknown)) continue;
        if (is_of_its_quarter(book, item, on)) return item;
        if (found != CODING__NONE) continue;
        found = item;
        *unsure = unknown && coding__claim_table_on(book, kind, on, false) == CODING__NONE;
    }
    return found;
}

static uint32_t last_run(const coding_book *book, uint32_t item)
{
    uint32_t first = 0, past = coding__count(book, CODING__PTP_LINES);
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__u32(book, CODING__PTP_LINES, middle, 0) <= item) first = middle + 1;
        else past = middle;
    }
    return first ? first - 1 : CODING__NONE;
}

coding_source coding__ptp_source(const coding_book *book, uint32_t item)
{
    uint32_t state = coding__u16(book, CODING__PTP, item, CODING__PTP_STATE);
    uint32_t run = last_run(book, item);
    uint32_t line = coding__u32(book, CODING__PTP_LINES, run, 4) + item - coding__u32(book, CODING__PTP_LINES, run, 0);
    return coding__source(book, coding__u32(book, CODING__PTP_STATES, state, CODING__PTP_STATE_ORIGIN),
                          run == CODING__NONE ? 0 : line);
}

uint32_t coding__mue_find(const coding_book *book, uint32_t setting, uint32_t service, coding_date on)
{
    uint32_t first, past, found = CODING__NONE;
    coding__service_range(book, service, CODING__SERVICE_MUE, &first, &past);
    for (uint32_t i = first; i < past; i++) {
        coding_date until = coding__u32(book, CODING__MUE, i, CODING__MUE_UNTIL);
        if (coding__u8(book, CODING__MUE, i, CODING__MUE_SETTING) == setting
            && coding__u32(book, CODING__MUE, i, CODING__MUE_FIRST) <= on && (!until || on <= until))
            found = i;
    }
    return found;
}

uint32_t coding__fee_find(const coding_book *book, uint32_t service, char modifier, coding_date on)
{
    uint32_t first, past, found = CODING__NONE;
    coding__service_range(book, service, CODING__SERVICE_FEE, &first, &past);
    for (uint32_t i = first; i < past; i++)
        if (coding__u8(book, CODING__FEES, i, CODING__FEE_MODIFIER) == (unsigned char)modifier
            && coding__u32(book, CODING__FEES, i, CODING__FEE_FIRST) <= on
            && on <= coding__u32(book, CODING__FEES, i, CODING__FEE_UNTIL))
            found = i;
    return found;
}

uint32_t coding__modifier_find(const coding_book *book, coding_code modifier)
{
    uint32_t first = 0, past = coding__count(book, CODING__CLAIM_MODIFIERS);
    while (first < past) {
        uint32_t    middle = first + (past - first) / 2;
        coding_code code = coding__u64(book, CODING__CLAIM_MODIFIERS, middle, CODING__MODIFIER_CODE);
        if (code == modifier) return middle;
        if (code < modifier) first = middle + 1;
        else past = middle;
    }
    return CODING__NONE;
}

/* CPT and HCPCS are two systems, and a range lies within one. */
bool coding__in_code_ranges(const coding_book *book, uint32_t first, uint32_t count, coding_code code)
{
    for (uint32_t i = first; i - first < count && i < coding__count(book, CODING__CLAIM_RANGES); i++) {
        coding_code from = coding__u64(book, CODING__CLAIM_RANGES, i, 0);
        if (from <= code && code <= coding__u64(book, CODING__CLAIM_RANGES, i, 8)) return true;
    }
    return false;
}

bool coding__in_row_ranges(const coding_book *book, uint32_t first, uint32_t count, uint32_t row)
{
    for (uint32_t i = first; i - first < count && i < coding__count(book, CODING__CLAIM_RANGES); i++) {
        uint32_t last = coding__u32(book, CODING__CLAIM_RANGES, i, 4);
        uint32_t past = coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
        if (coding__u32(book, CODING__CLAIM_RANGES, i, 0) <= row && row < past) return true;
    }
    return false;
}

/* Flags of the records of a row, the first of which is `at`. */
static uint32_t flags_from(const coding_book *book, coding__section section, uint32_t at, uint32_t row, coding_date on,
                           uint32_t *record)
{
    uint32_t count = coding__count(book, section), flags = 0;
    for (uint32_t i = at; i < count && coding__u32(book, section, i, CODING__MCE_ROW) == row; i++) {
        coding_date first = coding__u32(book, section, i, CODING__MCE_FIRST);
        if (first > on || on > coding__u32(book, section, i, CODING__MCE_UNTIL)) continue;
        flags |= coding__u32(book, section, i, CODING__MCE_FLAGS);
        if (record) *record = i;
    }
    return flags;
}

uint32_t coding__mce_flags(const coding_book *book, coding__section section, uint32_t row, coding_date on,
                           uint32_t *record)
{
    uint32_t at = coding__lower_bound(book, section, CODING__MCE_ROW, row, 0, coding__count(book, section));
    return flags_from(book, section, at, row, on, record);
}

/* One step of all searches after the other: each halves what is left of its own, and the reads of a step wait for none
 * of the others. */
static void find_rows(const coding_book *book, coding__section section, const uint32_t *rows, size_t count,
                      uint32_t *found)
{
    uint32_t left = coding__count(book, section);
    for (size_t i = 0; i < count; i++) found[i] = 0;
    for (; left > 1; left -= left / 2)
        for (size_t i = 0; i < count; i++) {
            uint32_t middle = found[i] + left / 2;
            found[i] = coding__u32(book, section, middle - 1, CODING__MCE_ROW) < rows[i] ? middle : found[i];
        }
    for (size_t i = 0; i < count; i++)
        found[i] += left && coding__u32(book, section, found[i], CODING__MCE_ROW) < rows[i];
}

void coding__mce_flags_of_many(const coding_book *book, coding__section section, const uint32_t *rows, coding_date on,
                               size_t count, uint32_t *flags)
{
    uint32_t found[CODING__IN_STEP];
    find_rows(book, section, rows, count, found);
    for (size_t i = 0; i < count; i++) flags[i] = flags_from(book, section, found[i], rows[i], on, NULL);
}
