/* The check of a code, with findings: what the bare verdict says, and everything that a person asks next. */
#include <coding/check.h>

#include "entry/check.h"
#include "entry/desk.h"
#include "entry/period.h"
#include "entry/verdict.h"

static bool add_instead(coding_desk *desk, coding__list *list, coding_code code)
{
    coding_code *at = coding__list_add(&desk->arena, list, sizeof *at);
    if (at) *at = code;
    return at != NULL;
}

static void instead_of_entries(coding_desk *desk, coding__list *list, coding_entries entries)
{
    for (size_t i = 0; i < entries.count; i++)
        if (!add_instead(desk, list, coding_entry_code(entries.items[i]))) return;
}

/* Codes that begin as this one does, with the 7th characters that may stand. */
static void instead_of_seventh(coding_desk *desk, coding__list *list, coding_code code, coding_date on)
{
    coding__walk walk = coding__walk_to(desk->book, code);
    coding__node node = coding__node_at(desk->book, walk.node);
    for (uint64_t rest = node.mask; rest; rest &= rest - 1) {
        coding__node child = coding__node_at(desk->book, coding__child(&node, (unsigned)__builtin_ctzll(rest)));
        if (!child.row || coding__row_rule(desk->book, child.row - 1, on) != CODING_RULE_STANDS) continue;
        if (!add_instead(desk, list, coding__row_code(desk->book, child.row - 1))) return;
    }
}

static coding_cure cure_of(coding_rule rule, bool instead)
{
    switch (rule) {
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH: return CODING_CURE_CHARACTERS;
    case CODING_RULE_BAD_7TH:
    case CODING_RULE_NO_PLACEHOLDER: return CODING_CURE_OTHER_CODE;
    case CODING_RULE_NO_LONGER: return instead ? CODING_CURE_OTHER_CODE : CODING_CURE_OTHER_DAY;
    case CODING_RULE_NOT_YET: return CODING_CURE_OTHER_DAY;
    case CODING_RULE_MALFORMED:
    case CODING_RULE_UNKNOWN: return CODING_CURE_SPELLING;
    case CODING_RULE_AMBIGUOUS:
    case CODING_RULE_OTHER_SYSTEM: return CODING_CURE_SYSTEM;
    case CODING_RULE_NO_EDITION:
    case CODING_RULE_NOT_CHECKED: return CODING_CURE_BOOK;
    case CODING_RULE_STANDS: return CODING_CURE_NONE;
    }
    return CODING_CURE_NONE;
}

/* The last day that any edition of the system reaches before `on`; where there is none, the first day of all. */
static coding_date reach_of(const coding_book *book, coding_system system, coding_date on)
{
    uint32_t    record = coding__system_record(book, system);
    uint32_t    first = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_EDITION);
    uint32_t    count = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_EDITIONS);
    coding_date reach = 0;
    for (uint32_t i = first; i - first < count && i < coding__count(book, CODING__EDITIONS); i++) {
        coding_date until = coding__u32(book, CODING__EDITIONS, i, CODING__EDITION_UNTIL);
        if (until < on && until > reach) reach = until;
    }
    return reach ? reach : coding__u32(book, CODING__EDITIONS, first, CODING__EDITION_FIRST);
}

static void fill_instead(coding_desk *desk, const coding_verdict *verdict, coding__list *instead)
{
    switch (verdict->rule) {
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH:
        instead_of_entries(desk, instead, coding_entry_children(desk, verdict->entry, verdict->on));
        break;
    case CODING_RULE_BAD_7TH:
        instead_of_seventh(desk, instead, coding_code_prefix(verdict->code, 6), verdict->on);
        break;
    case CODING_RULE_NO_PLACEHOLDER:
        add_instead(desk, instead, coding__placeholders(desk->book, verdict->code, verdict->on));
        break;
    case CODING_RULE_NO_LONGER: {
        coding_codes heirs = coding_entry_successors(desk, verdict->entry, verdict->on);
        for (size_t i = 0; i < heirs.count; i++) add_instead(desk, instead, heirs.items[i]);
        break;
    }
    default: break;
    }
}

static coding_date day_of(const coding_book *book, const coding_verdict *verdict)
{
    switch (verdict->rule) {
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH: return coding__state_first(verdict->entry, verdict->on);
    case CODING_RULE_NOT_YET: return coding__next_there(verdict->entry, verdict->on);
    case CODING_RULE_NO_LONGER: return coding__last_there(verdict->entry, verdict->on);
    case CODING_RULE_NO_EDITION: return reach_of(book, coding_code_system(verdict->code), verdict->on);
    default: return 0;
    }
}

static bool is_exact(const coding_verdict *verdict)
{
    return verdict->entry.book && coding_entry_code(verdict->entry) == verdict->code;
}

static void set_instead(coding_desk *desk, coding_verdict *verdict, coding__list *instead)
{
    fill_instead(desk, verdict, instead);
    verdict->instead = instead->items;
    verdict->instead_count = instead->count;
}

static coding_source source_of(const coding_book *book, const coding_verdict *verdict, coding_date day)
{
    bool other_day = verdict->rule == CODING_RULE_NOT_YET || verdict->rule == CODING_RULE_NO_LONGER;
    if (is_exact(verdict)) return coding_entry_source(verdict->entry, other_day && day ? day : verdict->on);
    uint32_t edition = coding__edition_on(book, coding_code_system(verdict->code), verdict->on);
    return coding__source(book, coding__u32(book, CODING__EDITIONS, edition, CODING__EDITION_ORIGIN), 0);
}

static void add_finding(coding_desk *desk, coding_verdict *verdict)
{
    coding_finding *finding = coding__arena_take(&desk->arena, sizeof *finding);
    if (!finding) return;
    coding_date day = day_of(desk->book, verdict);
    *finding = (coding_finding){
        .rule = verdict->rule,
        .severity = CODING_DENIAL,
        .code = verdict->code,
        .cure = cure_of(verdict->rule, verdict->instead_count > 0),
        .on = verdict->on,
        .day = day,
        .more = (uint32_t)verdict->instead_count,
        .source = source_of(desk->book, verdict, day),
    };
    if (verdict->instead_count) finding->other = verdict->instead[0];
    else if (verdict->entry.book && !is_exact(verdict)) finding->other = coding_entry_code(verdict->entry);
    verdict->findings = finding;
    verdict->count = 1;
}

coding_verdict coding__verdict(coding_desk *desk, coding_code code, coding_rule rule, coding_date on)
{
    size_t         refused = desk->arena.refused;
    coding__list   instead = {0};
    coding_verdict verdict = {
        .rule = rule,
        .code = code,
        .entry = coding_find_longest(desk->book, code),
        .on = coding__day_of(desk->book, coding_code_system(code), on),
    };
    if (rule == CODING_RULE_NOT_CHECKED) verdict.status = CODING_NOT_IN_BOOK;
    if (rule == CODING_RULE_STANDS) return verdict;
    set_instead(desk, &verdict, &instead);
    add_finding(desk, &verdict);
    verdict.status = coding__status_since(desk, refused, verdict.status);
    return coding__no_silent_failure(verdict);
}

/* Where memory failed there may be no finding to read: then a lent one speaks. */
coding_verdict coding__no_silent_failure(coding_verdict verdict)
{
    static const coding_finding unmade = {.rule = CODING_RULE_NOT_CHECKED, .severity = CODING_DENIAL};
    if (verdict.status != CODING_NO_MEMORY) return verdict;
    verdict.rule = CODING_RULE_NOT_CHECKED;
    verdict.findings = &unmade;
    verdict.count = 1;
    verdict.instead = NULL;
    verdict.instead_count = 0;
    return verdict;
}

coding_verdict coding_check(coding_desk *desk, coding_code code, coding_date on)
{
    return coding__verdict(desk, code, coding_verdict_of(desk, code, on), on);
}
