/* Reading a text as a code: built-in systems by their format, users' own by the pattern of their table. */
#include <coding/check.h>

#include <string.h>

#include "base/text.h"
#include "code/code.h"
#include "entry/check.h"
#include "entry/desk.h"
#include "text/pattern.h"

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static coding_parsed damaged(coding_damage damage, size_t offset, size_t length)
{
    return (coding_parsed){.damage = damage, .span = {offset, length}};
}

/* The dot that a user's table says is printed, but is no part of the code. */
static size_t without_dot(const char *text, size_t length, size_t dot, char plain[16])
{
    size_t count = 0;
    for (size_t i = 0; i < length && count < 16; i++)
        if (!dot || i != dot || text[i] != '.') plain[count++] = text[i];
    return count;
}

static coding_parsed read_characters(coding_system system, const char *text, size_t length, size_t offset, size_t dot)
{
    char   plain[16];
    size_t count = without_dot(text, length < 12 ? length : 12, dot, plain);
    if (length > 12 || count > CODING__SYMBOLS)
        return damaged(CODING_DAMAGE_TOO_LONG, offset + CODING__SYMBOLS, length - CODING__SYMBOLS);
    for (size_t i = 0; i < length; i++)
        if (!coding__symbol_of(text[i])) return damaged(CODING_DAMAGE_BAD_CHARACTER, offset + i, 1);
    coding_parsed parsed = {.code = coding__code_of(system, plain, count)};
    char          own[CODING_CODE_TEXT];
    coding_code_format_bare(parsed.code, own);
    parsed.changed = strlen(own) != count || memcmp(own, plain, count) != 0;
    return parsed;
}

/* A pattern is a stranger's: where it cannot be asked, the text is not said to fit. */
static coding_parsed read_own(coding_desk *desk, coding_system system, const char *text, size_t length)
{
    const coding_book *book = desk->book;
    uint32_t           record = coding__system_record(book, system);
    size_t             first = 0;
    if (record == UINT32_MAX) return damaged(CODING_DAMAGE_NO_CODE, 0, length);
    while (first < length && is_blank(text[first])) first++;
    while (length > first && is_blank(text[length - 1])) length--;
    if (first == length) return damaged(CODING_DAMAGE_EMPTY, 0, 0);
    const char   *pattern = coding__text_of(book, CODING__SYSTEMS, record, CODING__SYSTEM_PATTERN);
    coding_status status = CODING_OK;
    if (*pattern && !coding__pattern_matches(desk, pattern, text + first, length - first, &status))
        return damaged(status == CODING_OK ? CODING_DAMAGE_NOT_HERE : CODING_DAMAGE_NO_CODE, first, length - first);
    size_t dot = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_DOT);
    return read_characters(system, text + first, length - first, first, dot);
}

coding_parsed coding_read(coding_desk *desk, coding_system system, const char *text, size_t length)
{
    bool own = system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST;
    return own ? read_own(desk, system, text, length) : coding_parse(system, text, length);
}

/* A verdict on a text that is no code of the system. */
static coding_verdict malformed(coding_desk *desk, const coding_parsed *parsed, coding_date on)
{
    coding_verdict  verdict = {.rule = CODING_RULE_MALFORMED, .on = on, .parsed = *parsed};
    coding_finding *finding = coding__arena_take(&desk->arena, sizeof *finding);
    if (!finding) verdict.status = CODING_NO_MEMORY;
    else
        *finding = (coding_finding){.rule = CODING_RULE_MALFORMED,
                                    .severity = CODING_DENIAL,
                                    .damage = parsed->damage,
                                    .cure = CODING_CURE_SPELLING,
                                    .span = parsed->span,
                                    .on = on,
                                    .expected = parsed->expected};
    verdict.findings = finding;
    verdict.count = finding != NULL;
    return coding__no_silent_failure(verdict);
}

/* What a reading weighs when no system was named: of those that weigh most there must be one alone. */
static unsigned weight_of(const coding_book *book, const coding_candidate *candidate)
{
    bool known = coding_find(book, candidate->code).book != NULL;
    switch (candidate->rule) {
    case CODING_RULE_STANDS: return 5;
    case CODING_RULE_NO_EDITION: return known ? 5 : 1; /* it may stand: the book cannot say */
    case CODING_RULE_NOT_CHECKED: return candidate->system == CODING_CPT ? 5 : 2;
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH: return 4;
    case CODING_RULE_NOT_YET:
    case CODING_RULE_NO_LONGER: return 3;
    default: return 1;
    }
}

static const coding_candidate *heaviest(const coding_book *book, const coding_candidates *all, size_t *equals)
{
    const coding_candidate *best = NULL;
    *equals = 0;
    for (size_t i = 0; i < all->count; i++) {
        const coding_candidate *candidate = all->items + i;
        if (!candidate->code) continue;
        unsigned weight = weight_of(book, candidate), most = best ? weight_of(book, best) : 0;
        if (weight > most) best = candidate, *equals = 1;
        else if (weight == most) ++*equals;
    }
    return best;
}

/* Codes of one system are its forms (ten bare digits of an NDC): systems are what is counted. */
static uint32_t count_systems(const coding__list *codes)
{
    const coding_code *items = codes->items;
    uint32_t           systems = 0;
    for (size_t i = 0; i < codes->count; i++) {
        bool met = false;
        for (size_t k = 0; k < i && !met; k++) met = coding_code_system(items[k]) == coding_code_system(items[i]);
        systems += !met;
    }
    return systems;
}

static coding_verdict ambiguous(coding_desk *desk, const coding_candidates *all, const coding_candidate *best,
                                coding_date on)
{
    coding__list    instead = {0};
    coding_verdict  verdict = {.rule = CODING_RULE_AMBIGUOUS, .on = on};
    coding_finding *finding = coding__arena_take(&desk->arena, sizeof *finding);
    for (size_t i = 0; i < all->count && !instead.failed; i++) {
        if (!all->items[i].code || weight_of(desk->book, all->items + i) != weight_of(desk->book, best)) continue;
        coding_code *at = coding__list_add(&desk->arena, &instead, sizeof *at);
        if (at) *at = all->items[i].code;
    }
    if (!finding || instead.failed) verdict.status = CODING_NO_MEMORY;
    else
        *finding = (coding_finding){.rule = CODING_RULE_AMBIGUOUS,
                                    .severity = CODING_DENIAL,
                                    .on = on,
                                    .cure = CODING_CURE_SYSTEM,
                                    .span = best->span,
                                    .more = count_systems(&instead)};
    verdict.findings = finding;
    verdict.count = 1;
    verdict.instead = instead.items;
    verdict.instead_count = instead.count;
    return coding__no_silent_failure(verdict);
}

static coding_verdict verdict_in(coding_desk *desk, coding_system system, const char *text, size_t length,
                                 coding_date on)
{
    coding_parsed parsed = coding_read(desk, system, text, length);
    if (parsed.damage) return malformed(desk, &parsed, coding__day_of(desk->book, system, on));
    coding_verdict verdict = coding__verdict(desk, parsed.code, coding_verdict_of(desk, parsed.code, on), on);
    verdict.parsed = parsed;
    return verdict;
}

/* The system that a damaged text most looks like: that of its first near miss, else the one that reads it furthest. */
static coding_system likeliest(coding_desk *desk, const char *text, size_t length, coding_date on)
{
    static const coding_system usual[] = {CODING_ICD10CM, CODING_ICD10PCS, CODING_HCPCS, CODING_CPT, CODING_ICD9CM};
    coding_span                span;
    coding_suggestions         near = coding_suggest(desk, CODING_ANY, text, length, on);
    coding_system              person = coding__recognise_person(text, length, &span), best = CODING_ICD10CM;
    size_t                     furthest = 0;
    if (near.count) return coding_code_system(near.items[0].code);
    if (person) return person;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        coding_parsed parsed = coding_parse(usual[i], text, length);
        if (parsed.code) return usual[i];
        if (parsed.span.offset > furthest) furthest = parsed.span.offset, best = usual[i];
    }
    return best;
}

static coding_verdict verdict_in_any(coding_desk *desk, const char *text, size_t length, coding_date on)
{
    size_t                  equals;
    coding_candidates       all = coding_identify(desk, text, length, on);
    const coding_candidate *best = heaviest(desk->book, &all, &equals);
    if (all.status == CODING_NO_MEMORY) return coding__no_silent_failure((coding_verdict){.status = all.status});
    bool known = best && weight_of(desk->book, best) > 1;
    if (!known) return verdict_in(desk, likeliest(desk, text, length, on), text, length, on);
    if (equals > 1) return ambiguous(desk, &all, best, on);
    return verdict_in(desk, best->system, text, length, on);
}

/* A text that this system does not have, and another does: say so. */
static coding_verdict or_other_system(coding_desk *desk, coding_verdict verdict, const char *text, size_t length,
                                      coding_date on)
{
    if (verdict.rule != CODING_RULE_MALFORMED && verdict.rule != CODING_RULE_UNKNOWN) return verdict;
    coding_candidates all = coding_identify(desk, text, length, on);
    coding_finding   *finding = all.count && all.items[0].rule == CODING_RULE_STANDS
                                    ? coding__arena_take(&desk->arena, sizeof *finding)
                                    : NULL;
    if (!finding) return verdict;
    *finding = verdict.findings[0];
    finding->rule = verdict.rule = CODING_RULE_OTHER_SYSTEM;
    finding->cure = CODING_CURE_SYSTEM;
    finding->other = all.items[0].code;
    finding->source = coding_entry_source(coding_find(desk->book, finding->other), on);
    verdict.findings = finding;
    return verdict;
}

coding_verdict coding_check_text(coding_desk *desk, coding_system system, const char *text, size_t length,
                                 coding_date on)
{
    size_t         refused = desk->arena.refused;
    coding_verdict verdict = system == CODING_ANY ? verdict_in_any(desk, text, length, on)
                                                  : verdict_in(desk, system, text, length, on);
    if (system != CODING_ANY) verdict = or_other_system(desk, verdict, text, length, on);
    verdict.status = coding__status_since(desk, refused, verdict.status);
    return coding__no_silent_failure(verdict);
}
