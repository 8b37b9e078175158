/* What the record may be asked for: codes of the category of a secondary diagnosis that would count for more than it
 * does, and so give another group of the same base.
 *
 * Reads   drg.codes, whose order is that of codes: a category is a stretch of it.
 * Asks    each code of the category that is a CC or MCC in the version, with the seventh character of the reported one
 *         (another encounter is no closer description), in its place: the stay is grouped again, so that exclusions,
 *         deaths, conditions that the hospital caused and what a group ignores all speak. */
#include "code/code.h"
#include "group/stay.h"

enum { CATEGORY = 3, SEVENTH = 6, BITS_BEHIND_CATEGORY = 36 };

typedef struct asking {
    coding__grouper  of;
    coding__decision now;
    uint32_t         drg;   /* as it is */
    coding__list     items; /* coding_group_query */
} asking;

/* The first record of drg.codes that is not less than the code. */
static uint32_t first_of(const coding_book *book, coding_code code)
{
    uint32_t low = 0, high = coding__count(book, CODING__DRG_CODES);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (coding__u64(book, CODING__DRG_CODES, middle, CODING__DRG_CODE_CODE) < code) low = middle + 1;
        else high = middle;
    }
    return low;
}

static bool is_reported(const asking *all, coding_code code)
{
    for (size_t i = 0; i < all->of.diagnosis_count; i++)
        if (all->of.stay->diagnoses[i].code == code) return true;
    return false;
}

static bool is_candidate(const asking *all, coding_code reported, uint8_t counted, const unsigned char *record)
{
    coding_code code = coding__load64(record + CODING__DRG_CODE_CODE);
    return record[CODING__DRG_CODE_SEVERITY] > counted && record[CODING__DRG_CODE_FIRST] <= all->of.version
           && record[CODING__DRG_CODE_UNTIL] >= all->of.version
           && coding__symbol_at(code, SEVENTH) == coding__symbol_at(reported, SEVENTH) && !is_reported(all, code);
}

static uint32_t base_of(const asking *all, uint32_t formula)
{
    return coding__u16(all->of.book, CODING__DRG_FORMULAS, formula, CODING__DRG_FORMULA_BASE);
}

/* What a diagnosis adds to the severity of the group that was decided. */
static uint8_t counted_in(const asking *all, const coding__decision *decision, size_t i)
{
    return coding__is_ignored(&all->of, decision, i) ? 0 : all->of.diagnoses[i].severity;
}

static void add_query(asking *all, size_t i, uint8_t counted, const unsigned char *record)
{
    coding__grouper *of = &all->of;
    of->replace_diagnosis = i + 1;
    of->replacement = coding__load64(record + CODING__DRG_CODE_CODE);
    coding__decision then = coding__group_again(of);
    uint32_t         drg = coding__drg_of(of->book, &then);
    if (drg == all->drg || then.reason || base_of(all, then.formula) != base_of(all, all->now.formula)) return;
    if (counted_in(all, &then, i) <= counted) return;
    coding_group_query *added = coding__list_add(&of->desk->arena, &all->items, sizeof *added);
    if (!added) return;
    added->place = (coding_claim_place){CODING_CLAIM_PART_DIAGNOSIS, (uint32_t)i + 1};
    added->reported = of->stay->diagnoses[i].code;
    added->code = of->replacement;
    added->severity = (coding_cc)of->diagnoses[i].severity;
    added->line = coding__load32(record + CODING__DRG_CODE_LINE);
    added->drg = drg;
    added->title = coding__drg_title(of->book, 1, drg, of->version);
}

static void ask_category(asking *all, size_t i, uint8_t counted)
{
    const coding_book *book = all->of.book;
    coding_code        reported = all->of.stay->diagnoses[i].code, first = coding_code_prefix(reported, CATEGORY);
    coding_code        past = first + ((coding_code)1 << BITS_BEHIND_CATEGORY);
    for (uint32_t at = first_of(book, first); at < coding__count(book, CODING__DRG_CODES); at++) {
        const unsigned char *record = coding__record(book, CODING__DRG_CODES, at);
        if (coding__load64(record + CODING__DRG_CODE_CODE) >= past) return;
        if (is_candidate(all, reported, counted, record)) add_query(all, i, counted, record);
    }
}

/* What each diagnosis counts for, before any is replaced. */
static void ask_all(asking *all)
{
    size_t   count = all->of.diagnosis_count;
    uint8_t *counted = coding__arena_take(&all->of.desk->arena, count + 1);
    for (size_t i = 1; counted && i < count; i++) counted[i] = counted_in(all, &all->now, i);
    for (size_t i = 1; counted && i < count; i++)
        if (all->of.diagnoses[i].record) ask_category(all, i, counted[i]), all->of.replace_diagnosis = 0;
}

coding_group_queries coding_group_queries_of(coding_desk *desk, const coding_stay *stay)
{
    size_t refused = desk->arena.refused;
    asking all = {.items = {0}};
    if (!coding__grouper_start(&all.of, desk, stay))
        return (coding_group_queries){.status = coding__status_since(desk, refused, CODING_NOT_IN_BOOK), .drg = 999};
    all.now = coding__group_again(&all.of);
    all.drg = coding__drg_of(all.of.book, &all.now);
    if (!all.now.reason) ask_all(&all);
    return (coding_group_queries){
        .status = coding__status_since(desk, refused, CODING_OK),
        .drg = all.drg,
        .items = all.items.items,
        .count = all.items.count,
    };
}
