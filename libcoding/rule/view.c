/* A claim as rules see it: codes looked up once, ages and settings worked out. */
#include "rule/view.h"

#include <string.h>

#include "code/code.h"
#include "entry/verdict.h"

static void *take(coding__view *view, size_t count, size_t width)
{
    void *memory = coding__arena_take(&view->desk->arena, (count ? count : 1) * width);
    if (!memory) view->review->status = CODING_NO_MEMORY;
    return memory;
}

/* Whole years from a day of birth to another day. */
static uint32_t years_between(coding_date born, coding_date on)
{
    if (born > on) return CODING__AGE_UNKNOWN;
    return (on - born) / 10000;
}

static uint32_t age_of(const coding_claim_options *whole)
{
    if (whole->born) return years_between(whole->born, whole->first);
    return whole->has_age ? whole->age : CODING__AGE_UNKNOWN;
}

static uint32_t setting_of(coding_claim_kind kind)
{
    if (kind == CODING_CLAIM_DME) return 2;
    return kind == CODING_CLAIM_OUTPATIENT || kind == CODING_CLAIM_INPATIENT;
}

/* Codes stand far from each other in the book: they are looked up in step, so that one's wait is the others' work. */
static void look_up(const coding__view *view, coding__listed *listed, size_t count, coding__section mce)
{
    coding_code codes[CODING__IN_STEP] = {0};
    uint8_t     rules[CODING__IN_STEP];
    uint32_t    rows[CODING__IN_STEP], flags[CODING__IN_STEP];
    for (size_t i = 0; i < count; i++) codes[i] = listed[i].code;
    coding_verdict_of_many(view->desk, codes, NULL, view->last, count, rules, rows);
    coding__mce_flags_of_many(view->book, mce, rows, view->last, count, flags);
    for (size_t i = 0; i < count; i++) {
        listed[i].row = rows[i];
        listed[i].verdict = (coding_rule)rules[i];
        listed[i].mce = flags[i];
    }
}

static void look_up_all(const coding__view *view, coding__listed *listed, size_t count, coding__section mce)
{
    for (; count > CODING__IN_STEP; listed += CODING__IN_STEP, count -= CODING__IN_STEP)
        look_up(view, listed, CODING__IN_STEP, mce);
    look_up(view, listed, count, mce);
}

static size_t at_most(size_t count, size_t most) { return count < most ? count : most; }

static void see_diagnoses(coding__view *view)
{
    const coding_claim *claim = view->claim;
    size_t              count = at_most(claim->diagnoses.count, CODING__DIAGNOSES_ASKED);
    view->diagnoses = take(view, count, sizeof *view->diagnoses);
    for (size_t i = 0; view->diagnoses && i < count; i++) {
        const coding__diagnosis *given = coding__diagnosis_at(claim, i);
        if (!given->code) continue;
        view->diagnoses[view->diagnosis_count++] = (coding__listed){
            .code = given->code, .number = given->number, .role = given->role, .poa = given->poa};
    }
    look_up_all(view, view->diagnoses, view->diagnosis_count, CODING__MCE_DIAGNOSES);
}

static void see_procedures(coding__view *view)
{
    const coding_claim *claim = view->claim;
    size_t              count = at_most(claim->procedures.count, CODING__DIAGNOSES_ASKED);
    view->procedures = take(view, count, sizeof *view->procedures);
    for (size_t i = 0; view->procedures && i < count; i++) {
        const coding__procedure *given = coding__procedure_at(claim, i);
        if (!given->code) continue;
        view->procedures[view->procedure_count++] =
            (coding__listed){.code = given->code, .number = (uint32_t)i + 1};
    }
    look_up_all(view, view->procedures, view->procedure_count, CODING__MCE_PROCEDURES);
}

static uint32_t groups_of(const coding_book *book, const coding__line *line)
{
    uint32_t groups = 0;
    for (size_t i = 0; i < CODING__MODIFIERS_MOST && line->modifiers[i]; i++) {
        uint32_t record = coding__modifier_find(book, line->modifiers[i]);
        if (record == CODING__NONE) continue;
        groups |= 1u << (coding__u8(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_GROUP) & 31);
    }
    return groups;
}

/* A modifier of two characters that are letters or digits; 0 for anything else. Rules name theirs, and ask often. */
static coding_code modifier_of(const char *text)
{
    unsigned first = coding__symbol_of(text[0]), second = first ? coding__symbol_of(text[1]) : 0;
    if (!second || text[2]) return 0;
    return coding__code_with(coding__code_with(coding__code_start(CODING_MODIFIER), 0, first), 1, second);
}

/* Ranges of codes, in claim.ranges. */
typedef struct ranges {
    uint32_t first, count;
} ranges;

/* The codes that modifier 25 fits are the visits. */
static ranges ranges_of_visits(const coding_book *book)
{
    uint32_t record = coding__modifier_find(book, modifier_of("25"));
    return (ranges){
        .first = coding__u32(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_RANGE),
        .count = coding__u16(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_RANGES),
    };
}

/* A rendering provider is another one where it is not the claim's own; a hospital bills as one. */
static const char *provider_of(const coding__view *view, const coding__line *line)
{
    bool hospital = view->kind == CODING_CLAIM_OUTPATIENT || view->kind == CODING_CLAIM_INPATIENT;
    return hospital || strcmp(line->provider, view->claim->whole.provider) == 0 ? "" : line->provider;
}

/* Rules of pairs ask one of several lines that are the same to them. */
static bool is_again(const coding__view *view, const coding__billed *line)
{
    for (size_t i = 0; i < view->line_count && line->service != CODING__NO_SERVICE; i++) {
        const coding__billed *other = &view->lines[i];
        if (other->service == line->service && other->on == line->on && other->groups == line->groups
            && coding__same_provider(other, line))
            return true;
    }
    return false;
}

/* Rules of units come later: by then it is there. */
static void expect_units(const coding_book *book, uint32_t service)
{
    uint32_t             first = coding__u32(book, CODING__SERVICES, service, CODING__SERVICE_MUE);
    const unsigned char *units = coding__record(book, CODING__MUE, first);
    if (units) __builtin_prefetch(units);
}

static void see_line(coding__view *view, const ranges *visits, coding__billed *billed, size_t index)
{
    const coding__line *line = coding__line_at(view->claim, index);
    *billed = (coding__billed){
        .line = line,
        .code = line->code,
        .service = coding__service_of(view->book, line->code),
        .number = (uint32_t)index + 1,
        .on = line->first,
        .provider = provider_of(view, line),
        .groups = groups_of(view->book, line),
        .is_visit = coding__in_code_ranges(view->book, visits->first, visits->count, line->code),
        .counts = coding_cpt_category_of(line->code) != CODING_CPT_CATEGORY_2,
    };
    expect_units(view->book, billed->service);
    billed->fee = billed->service == CODING__NO_SERVICE ? CODING__NONE
                                                        : coding__fee_find(view->book, billed->service, 0, line->first);
    billed->again = is_again(view, billed);
}

static void see_lines(coding__view *view)
{
    const coding_claim *claim = view->claim;
    ranges              visits = ranges_of_visits(view->book);
    size_t              count = at_most(claim->lines.count, CODING__LINES_ASKED);
    view->lines = take(view, count, sizeof *view->lines);
    for (size_t i = 0; view->lines && i < count; i++) {
        if (!coding__line_at(claim, i)->code) continue;
        see_line(view, &visits, &view->lines[view->line_count], i);
        view->line_count++;
    }
}

/* Rules that look at lines alone: where no other is asked, nobody would see the diagnoses. */
static bool asks_lines_alone(uint64_t rules)
{
    static const coding_claim_rule of_lines[] = {
        CODING_CLAIM_RULE_PTP,      CODING_CLAIM_RULE_MUE,       CODING_CLAIM_RULE_ADD_ON,
        CODING_CLAIM_RULE_STATUS,   CODING_CLAIM_RULE_BILATERAL, CODING_CLAIM_RULE_MULTIPLE,
        CODING_CLAIM_RULE_ASSISTANT, CODING_CLAIM_RULE_CO_SURGERY,
    };
    if (!rules) return false;
    for (size_t i = 0; i < sizeof of_lines / sizeof *of_lines; i++) rules &= ~(UINT64_C(1) << of_lines[i]);
    return !rules;
}

void coding__view_make(coding__view *view)
{
    const coding_claim_options *whole = &view->claim->whole;
    view->kind = whole->kind;
    view->on = whole->first;
    view->last = whole->last;
    view->age = age_of(whole);
    view->setting = setting_of(whole->kind);
    see_lines(view);
    if (asks_lines_alone(view->options->rules)) return;
    see_diagnoses(view);
    see_procedures(view);
}

bool coding__has_modifier(const coding__billed *line, const char *modifier)
{
    coding_code code = modifier_of(modifier);
    for (size_t i = 0; i < CODING__MODIFIERS_MOST; i++)
        if (line->line->modifiers[i] == code) return code != 0;
    return false;
}

bool coding__same_provider(const coding__billed *a, const coding__billed *b)
{
    return a->provider == b->provider || strcmp(a->provider, b->provider) == 0;
}

unsigned coding__pos_of(const coding__billed *line)
{
    coding_code place = line->line->place;
    if (!place) return 0;
    return (unsigned)(coding_code_character(place, 0) - '0') * 10 + (unsigned)(coding_code_character(place, 1) - '0');
}
