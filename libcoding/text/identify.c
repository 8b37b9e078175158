/* Which systems could a text be of? Every format is asked; none is guessed. */
#include <coding/check.h>

#include <string.h>

#include "code/code.h"
#include "entry/desk.h"

static void add(coding_desk *desk, coding__list *list, coding_candidate candidate)
{
    coding_candidate *at = coding__list_add(&desk->arena, list, sizeof *at);
    if (at) *at = candidate;
}

static void ask(coding_desk *desk, coding__list *list, coding_system system, const char *text, size_t length,
                coding_date on)
{
    coding_parsed parsed = coding_read(desk, system, text, length);
    coding_code   codes[4] = {parsed.code, parsed.alternatives[0], parsed.alternatives[1], parsed.alternatives[2]};
    for (int i = 0; i < 4; i++) {
        if (!codes[i]) continue;
        add(desk, list,
            (coding_candidate){.system = system,
                               .code = codes[i],
                               .span = {0, length},
                               .rule = coding_verdict_of(desk, codes[i], on)});
    }
}

/* Those that stand first, then those that were or will be there, then the rest; inside, as systems are numbered. */
static unsigned place_of(coding_rule rule)
{
    switch (rule) {
    case CODING_RULE_STANDS: return 0;
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH: return 1;
    case CODING_RULE_NOT_YET:
    case CODING_RULE_NO_LONGER:
    case CODING_RULE_NO_EDITION: return 2;
    case CODING_RULE_NOT_CHECKED: return 3;
    default: return 4;
    }
}

static void put_in_order(coding_candidate *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        coding_candidate moved = items[i];
        size_t           at = i;
        for (; at && place_of(items[at - 1].rule) > place_of(moved.rule); at--) items[at] = items[at - 1];
        items[at] = moved;
    }
}

coding_candidates coding_identify(coding_desk *desk, const char *text, size_t length, coding_date on)
{
    size_t       refused = desk->arena.refused;
    coding__list list = {0};
    coding_span  span = {0, 0};
    for (unsigned system = CODING_ICD10CM; system <= CODING_NDC_PRODUCT; system++)
        ask(desk, &list, (coding_system)system, text, length, on);
    ask(desk, &list, CODING_SCTID, text, length, on);
    for (uint32_t i = 0; i < coding__count(desk->book, CODING__SYSTEMS); i++) {
        uint32_t number = coding__u32(desk->book, CODING__SYSTEMS, i, CODING__SYSTEM_NUMBER);
        if (number >= CODING_OWN_FIRST && number <= CODING_OWN_LAST)
            ask(desk, &list, (coding_system)number, text, length, on);
    }
    coding_system person = coding__recognise_person(text, length, &span);
    if (person) add(desk, &list, (coding_candidate){.system = person, .rule = CODING_RULE_NOT_CHECKED, .span = span});
    if (desk->arena.refused != refused) return (coding_candidates){.status = CODING_NO_MEMORY};
    put_in_order(list.items, list.count);
    return (coding_candidates){CODING_OK, list.items, list.count};
}
