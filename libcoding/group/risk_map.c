/* Diagnoses to categories.
 *
 * Reads   risk.codes, risk.maps, risk.rules, risk.categories.
 * Order   an edit by age or sex is asked first and replaces all of the code's categories; then the mapping of the
 *         payment year; then, for all diagnoses together, rules that drop categories, then hierarchies, which look at
 *         what was there before any of them spoke.
 *
 * On the exchanges the models of adults and children share a mapping: a category that the one has no coefficient for is
 * none of its own, and outranks nobody there. */
#include "group/risk.h"

/* The rows of a code: `past` is the first that is not. */
static const unsigned char *rows_of(const coding_book *book, coding_code code, const unsigned char **past)
{
    const coding__table *places = &book->tables[CODING__RISK_PLACES], *maps = &book->tables[CODING__RISK_MAPS];
    uint32_t             mask = places->count - 1, at = coding__service_hash(code) & mask, record = 0;
    for (uint32_t tried = 0; tried < places->count; tried++, at = (at + 1) & mask) {
        record = coding__load32(places->bytes + (size_t)at * places->width);
        if (!record || coding__u64(book, CODING__RISK_CODES, record - 1, CODING__RISK_CODE_CODE) == code) break;
    }
    uint32_t first = record ? coding__u32(book, CODING__RISK_CODES, record - 1, CODING__RISK_CODE_MAP) : 0;
    uint32_t end = record ? coding__u32(book, CODING__RISK_CODES, record, CODING__RISK_CODE_MAP) : 0;
    if (end > maps->count || first > end) first = end = 0;
    *past = maps->bytes + (size_t)end * maps->width;
    return maps->bytes + (size_t)first * maps->width;
}

static bool edit_speaks(const coding__risk_view *view, const coding__risk_person *person, const unsigned char *row)
{
    unsigned sex = row[CODING__RISK_MAP_SEX];
    bool     is_mce = (row[CODING__RISK_MAP_KIND] & ~CODING__RISK_MAP_NOWHERE) == CODING__RISK_EDIT_MCE;
    if (is_mce && !view->mce) return false;
    if (sex && sex != (person->female ? CODING_SEX_FEMALE : CODING_SEX_MALE)) return false;
    return person->age >= row[CODING__RISK_MAP_LOW] && person->age <= row[CODING__RISK_MAP_HIGH];
}

static bool is_of_year(const coding__risk_view *view, const unsigned char *row)
{
    return view->year - 2000 >= row[CODING__RISK_MAP_FIRST] && view->year - 2000 <= row[CODING__RISK_MAP_LAST];
}

static void keep_own(const coding__risk_view *view, const coding__risk_person *person, coding__risk_bits *bits)
{
    coding__risk_bits all = *bits;
    if (coding__risk_is_infant(person->segment)) return;
    for (unsigned place = coding__bits_next(&all, 0); place < CODING__RISK_CATEGORIES_MOST;
         place = coding__bits_next(&all, place + 1)) {
        coding__risk_bits one = {{0}};
        uint32_t plus = coding__u32(view->book, CODING__RISK_CATEGORIES, view->category + place,
                                    CODING__RISK_CATEGORY_VARIABLE);
        coding__bits_add(&one, place);
        if (!plus || !coding__risk_has_value(view, plus - 1, coding__risk_slot(person->segment)))
            coding__bits_remove(bits, &one);
    }
}

coding__risk_bits coding__risk_map(const coding__risk_view *view, const coding__risk_person *person, coding_code code,
                                   bool *edited)
{
    coding__risk_bits    bits = {{0}}, edit = {{0}};
    bool                 mapped = false;
    size_t               width = view->book->tables[CODING__RISK_MAPS].width;
    const unsigned char *past, *row = rows_of(view->book, code, &past);
    *edited = false;
    for (; row < past && row[CODING__RISK_MAP_MODEL] <= (unsigned)view->model; row += width) {
        if (row[CODING__RISK_MAP_MODEL] != (unsigned)view->model) continue;
        if (row[CODING__RISK_MAP_KIND] == CODING__RISK_MAP) {
            if (!is_of_year(view, row)) continue;
            mapped = true;
            coding__bits_add(&bits, row[CODING__RISK_MAP_CATEGORY]);
        } else if (!*edited && edit_speaks(view, person, row)) {
            *edited = true;
            if (!(row[CODING__RISK_MAP_KIND] & CODING__RISK_MAP_NOWHERE))
                coding__bits_add(&edit, row[CODING__RISK_MAP_CATEGORY]);
        }
    }
    *edited = *edited && mapped; /* an edit of a code that this year does not map is none */
    if (coding__risk_is_exchange(view->model)) keep_own(view, person, *edited ? &edit : &bits);
    return *edited ? edit : bits;
}

static void drop_by_rules(const coding__risk_view *view, coding__risk_bits *bits, coding__risk_bits *dropped)
{
    for (uint32_t i = view->rule; i < view->rule + view->rules; i++) {
        const unsigned char *rule = coding__record(view->book, CODING__RISK_RULES, i);
        if (!rule || rule[CODING__RISK_RULE_DOES] != CODING__RISK_DROPS) return; /* they come first */
        coding__risk_bits what = coding__bits_of(rule + CODING__RISK_RULE_SETS);
        coding__risk_bits without = coding__bits_of(rule + CODING__RISK_RULE_SETS + 32);
        if (!coding__bits_meet(bits, &what) || coding__bits_meet(bits, &without)) continue;
        for (int word = 0; dropped && word < 4; word++) dropped->words[word] |= bits->words[word] & what.words[word];
        coding__bits_remove(bits, &what);
    }
}

void coding__risk_settle(const coding__risk_view *view, coding__risk_bits *bits, coding__risk_bits *dropped)
{
    drop_by_rules(view, bits, dropped);
    coding__risk_bits before = *bits;
    for (unsigned place = coding__bits_next(&before, 0); place < view->categories;
         place = coding__bits_next(&before, place + 1)) {
        const unsigned char *category = coding__record(view->book, CODING__RISK_CATEGORIES, view->category + place);
        coding__risk_bits    losers = coding__bits_of(category ? category + CODING__RISK_CATEGORY_DROPS : NULL);
        coding__bits_remove(bits, &losers);
    }
}
