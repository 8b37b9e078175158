/* A finding as a sentence: what, since when, what instead, and who says so. */
#include <coding/check.h>

#include <string.h>

#include "base/phrase.h"
#include "entry/desk.h"

/* A sentence in the making, and what it is about. */
typedef struct telling {
    coding_desk          *desk;
    const coding_finding *finding;
    coding__phrase        phrase;
} telling;

static const char *code_text(coding_code code, char text[CODING_CODE_TEXT]) { return coding_code_format(code, text); }

static void say_subject(telling *t)
{
    char code[CODING_CODE_TEXT];
    if (t->finding->code) coding__say(&t->phrase, "%s: ", code_text(t->finding->code, code));
}

static void say_source(telling *t)
{
    const coding_source *source = &t->finding->source;
    if (!source->release) return;
    coding__say(&t->phrase, " [%s", source->release);
    if (source->line) coding__say(&t->phrase, ", %s line %u", source->table, (unsigned)source->line);
    coding__say(&t->phrase, "]");
}

/* A system in words, as the book knows it: users' own ones too. */
static const char *title_of(const telling *t, coding_system system)
{
    uint32_t    record = coding__system_record(t->desk->book, system);
    const char *title = coding__text_of(t->desk->book, CODING__SYSTEMS, record, CODING__SYSTEM_TITLE);
    return *title ? title : coding_system_title(system);
}

/* The first two codes of a list by name, the rest by number. */
static void say_codes(telling *t, const coding_code *codes, size_t count)
{
    char text[CODING_CODE_TEXT];
    for (size_t i = 0; i < count && i < 2; i++)
        coding__say(&t->phrase, "%s%s", i ? ", " : "", code_text(codes[i], text));
    if (count > 2) coding__say(&t->phrase, " and %zu more", count - 2);
}

static coding_code *codes_of(telling *t, coding_entries entries)
{
    coding_code *codes = coding__arena_take(&t->desk->arena, (entries.count + 1) * sizeof *codes);
    for (size_t i = 0; codes && i < entries.count; i++) codes[i] = coding_entry_code(entries.items[i]);
    return codes;
}

static void say_header(telling *t)
{
    char           day[16];
    coding_entry   entry = coding_find(t->desk->book, t->finding->code);
    coding_entries children = coding_entry_children(t->desk, entry, t->finding->on);
    coding_code   *codes = codes_of(t, children);
    bool           was_billable = false;
    coding_periods periods = coding_entry_periods(t->desk, entry);
    for (size_t i = 0; i < periods.count; i++)
        was_billable |= periods.items[i].billable && periods.items[i].first < t->finding->day;
    if (was_billable) coding__say(&t->phrase, "not billable since %s", coding__date_text(t->finding->day, day));
    else if (t->finding->rule == CODING_RULE_NO_7TH) coding__say(&t->phrase, "lacks its 7th character");
    else coding__say(&t->phrase, "a header, not billable");
    if (!codes || !children.count) return;
    coding__say(&t->phrase, "; ");
    say_codes(t, codes, children.count);
    coding__say(&t->phrase, children.count == 1 ? " carries the detail" : " carry the detail");
}

static void say_no_longer(telling *t)
{
    char         day[16];
    coding_codes heirs = coding_entry_successors(t->desk, coding_find(t->desk->book, t->finding->code), t->finding->on);
    if (t->finding->day) coding__say(&t->phrase, "stood until %s", coding__date_text(t->finding->day, day));
    else coding__say(&t->phrase, "no longer in force");
    if (!heirs.count) return;
    coding__say(&t->phrase, "; now ");
    say_codes(t, heirs.items, heirs.count);
}

static void say_seventh(telling *t)
{
    char           text[CODING_CODE_TEXT];
    coding_verdict verdict = coding_check(t->desk, t->finding->code, t->finding->on);
    coding__say(&t->phrase, "%c is no 7th character of %s; possible: ", coding_code_character(t->finding->code, 6),
                code_text(coding_code_prefix(t->finding->code, 6), text));
    for (size_t i = 0; i < verdict.instead_count; i++)
        coding__say(&t->phrase, "%s%c", i ? " " : "", coding_code_character(verdict.instead[i], 6));
}

static void say_unknown(telling *t)
{
    char         text[CODING_CODE_TEXT];
    coding_entry longest = coding_find_longest(t->desk->book, t->finding->code);
    coding__say(&t->phrase, "in no edition of %s", title_of(t, coding_code_system(t->finding->code)));
    if (longest.book)
        coding__say(&t->phrase, "; %s is the longest beginning that exists",
                    code_text(coding_entry_code(longest), text));
}

static void say_no_edition(telling *t)
{
    char          on[16], reach[16];
    coding_system system = coding_code_system(t->finding->code);
    coding__say(&t->phrase, "the book has no edition of %s for %s", title_of(t, system),
                coding__date_text(t->finding->on, on));
    if (!t->finding->day) return;
    bool before = t->finding->day > t->finding->on;
    coding__say(&t->phrase, before ? "; it begins with %s" : "; before, it reaches to %s",
                coding__date_text(t->finding->day, reach));
}

static void say_malformed(telling *t)
{
    const coding_finding *finding = t->finding;
    coding__say(&t->phrase, "%s at byte %zu", coding_damage_text(finding->damage), finding->span.offset);
    if (finding->expected) coding__say(&t->phrase, "; the check digit should be %c", finding->expected);
}

/* `other` is the code in the system that has it. */
static void say_other_system(telling *t)
{
    char text[CODING_CODE_TEXT];
    coding__say(&t->phrase, "not of this system, but %s of %s", code_text(t->finding->other, text),
                title_of(t, coding_code_system(t->finding->other)));
}

static void say_not_checked(telling *t)
{
    coding_system system = coding_code_system(t->finding->code);
    if (!t->finding->code) coding__say(&t->phrase, "could not be checked: no memory");
    else coding__say(&t->phrase, "well formed, but not checked: no table of %s is in this book", title_of(t, system));
}

static void say_rule(telling *t)
{
    char text[CODING_CODE_TEXT], day[16];
    switch (t->finding->rule) {
    case CODING_RULE_STANDS: coding__say(&t->phrase, "stands"); break;
    case CODING_RULE_MALFORMED: say_malformed(t); break;
    case CODING_RULE_UNKNOWN: say_unknown(t); break;
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH: say_header(t); break;
    case CODING_RULE_BAD_7TH: say_seventh(t); break;
    case CODING_RULE_NO_PLACEHOLDER:
        coding__say(&t->phrase, "the placeholder X is missing: %s", code_text(t->finding->other, text));
        break;
    case CODING_RULE_AMBIGUOUS:
        if (t->finding->more == 1) coding__say(&t->phrase, "can be read in several ways: write its dashes or zeros");
        else coding__say(&t->phrase, "could be of %u systems: name one", (unsigned)t->finding->more);
        break;
    case CODING_RULE_NOT_YET:
        if (t->finding->day) coding__say(&t->phrase, "begins on %s", coding__date_text(t->finding->day, day));
        else coding__say(&t->phrase, "not yet in force");
        break;
    case CODING_RULE_NO_LONGER: say_no_longer(t); break;
    case CODING_RULE_NO_EDITION: say_no_edition(t); break;
    case CODING_RULE_OTHER_SYSTEM: say_other_system(t); break;
    case CODING_RULE_NOT_CHECKED: say_not_checked(t); break;
    }
}

const char *coding_explain(coding_desk *desk, const coding_finding *finding)
{
    size_t  refused = desk->arena.refused;
    telling t = {.desk = desk, .finding = finding, .phrase = {.arena = &desk->arena}};
    say_subject(&t);
    say_rule(&t);
    say_source(&t);
    bool whole = desk->arena.refused == refused; /* half a sentence may say the opposite */
    return whole ? coding__said(&t.phrase) : "there is no memory to say it";
}
