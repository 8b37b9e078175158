#include "tool/telling.h"

#include <string.h>

static bool stands(const coding_verdict *verdict)
{
    return verdict->status == CODING_OK && verdict->rule == CODING_RULE_STANDS;
}

bool coding__telling_stands(const telling *told) { return stands(&told->verdict); }

/* "99213-25": the code and the modifiers that followed it. */
static void format_code(telling *told)
{
    const coding_parsed *parsed = &told->verdict.parsed;
    char                 text[CODING_CODE_TEXT];
    size_t               put = 0;
    told->code[0] = '\0';
    if (!told->verdict.code) return;
    put += (size_t)snprintf(told->code, CODE_TEXT, "%s", coding_code_format(told->verdict.code, text));
    for (size_t i = 0; i < sizeof parsed->modifiers / sizeof *parsed->modifiers && parsed->modifiers[i]; i++) {
        coding_code_format(parsed->modifiers[i], text);
        if (put + strlen(text) + 2 > CODE_TEXT) return;
        put += (size_t)snprintf(told->code + put, CODE_TEXT - put, "-%s", text);
    }
}

/* What is said of a code that stands: its title; of a CPT number without one, the section of the book. */
static const char *title_of(coding_desk *desk, const coding_verdict *verdict)
{
    const char *title = verdict->entry.book ? coding_entry_title(desk, verdict->entry, verdict->on) : "";
    const char *section = *title ? NULL : coding_cpt_section(verdict->code);
    return section ? section : title;
}

/* The name of the personal identifier that the text looks like; NULL where it does not. */
static const char *person_of(const telling *told, coding_desk *desk)
{
    if (told->verdict.parsed.damage != CODING_DAMAGE_NO_CODE) return NULL;
    coding_candidates found = coding_identify(desk, told->text, told->length, told->verdict.on);
    for (size_t i = 0; i < found.count; i++) {
        coding_system system = found.items[i].system;
        if (system >= CODING_MBI && system <= CODING_SSN) return coding_system_title(system);
    }
    return NULL;
}

/* "comma@3: a comma where the dot belongs". The place and the kind are part of the reason: the verdict is one name. */
static void tell_damage(telling *told, coding_desk *desk)
{
    const coding_parsed *parsed = &told->verdict.parsed;
    const char          *person = person_of(told, desk);
    int   put = snprintf(told->room, REASON_TEXT, "%s@%zu: %s", coding_damage_name(parsed->damage), parsed->span.offset,
                         coding_damage_text(parsed->damage));
    char *rest = told->room + (put > 0 && put < REASON_TEXT ? put : 0);
    size_t room = (size_t)(told->room + REASON_TEXT - rest);
    if (parsed->expected) snprintf(rest, room, "; it should be %c", parsed->expected);
    else if (person) snprintf(rest, room, "; it looks like a personal identifier (%s)", person);
    told->reason = told->room;
    told->reason_length = strlen(told->room);
}

/* The finding in words, without the code in front, which has a column of its own; and how far the sentence goes before
 * it names its source in brackets, which people are shown on a line of its own. */
static void tell_finding(telling *told, coding_desk *desk)
{
    const coding_verdict *verdict = &told->verdict;
    char                  code[CODING_CODE_TEXT];
    const char           *text = verdict->count ? coding_explain(desk, &verdict->findings[0])
                                                : coding_status_text(verdict->status);
    size_t                front = strlen(coding_code_format(verdict->code, code));
    if (front && strncmp(text, code, front) == 0 && strncmp(text + front, ": ", 2) == 0) text += front + 2;
    told->reason = text;
    told->reason_length = strlen(text);
    const char *bracket = strrchr(text, '[');
    if (bracket > text && text[told->reason_length - 1] == ']') told->reason_length = (size_t)(bracket - text) - 1;
}

static void offer(telling *told, coding_suggestion near)
{
    if (!near.code || told->near.count == READINGS) return;
    told->readings[told->near.count++] = near;
    told->near.items = told->readings;
}

/* Where not a repair is needed but a choice: of the system, or of the reading (ten bare digits of an NDC). */
static void offer_readings(telling *told)
{
    const coding_verdict *verdict = &told->verdict;
    for (size_t i = 0; i < verdict->instead_count && verdict->rule == CODING_RULE_AMBIGUOUS; i++) {
        offer(told, (coding_suggestion){.code = verdict->instead[i]});
    }
    for (size_t i = 0; i < sizeof verdict->parsed.alternatives / sizeof *verdict->parsed.alternatives; i++) {
        offer(told, (coding_suggestion){.code = verdict->parsed.alternatives[i]});
    }
}

/* Near misses of systems whose newest edition ends before today; those of a system that is over are none. */
static void offer_beyond(telling *told, session *asked)
{
    coding_suggestions near = coding_suggest(asked->desk, asked->system, told->text, told->length, 0);
    for (size_t i = 0; i < near.count; i++) {
        coding_rule rule = coding_verdict_of(asked->desk, near.items[i].code, asked->today);
        if (rule == CODING_RULE_NO_EDITION) offer(told, near.items[i]);
    }
}

/* `is_default`: nobody named the day. */
static void tell_objection(telling *told, session *asked, bool is_default)
{
    const coding_verdict *verdict = &told->verdict;
    bool                  is_malformed = verdict->rule == CODING_RULE_MALFORMED;
    if (is_malformed && verdict->parsed.damage != CODING_DAMAGE_NONE) tell_damage(told, asked->desk);
    else tell_finding(told, asked->desk);
    offer_readings(told);
    bool is_open = verdict->rule == CODING_RULE_NOT_CHECKED || verdict->rule == CODING_RULE_NO_EDITION;
    if (told->near.count || is_open) return; /* nobody has said that it is wrong */
    told->near = coding_suggest(asked->desk, asked->system, told->text, told->length, verdict->on);
    if (!told->near.count && is_default) offer_beyond(told, asked);
}

static void tell(telling *told, session *asked, const char *text, size_t length, const coding_verdict *verdict,
                 bool is_default)
{
    told->text = text;
    told->length = length;
    told->verdict = *verdict;
    told->title = "";
    told->reason = NULL;
    told->reason_length = 0;
    told->newest = false;
    told->near = (coding_suggestions){0};
    format_code(told);
    if (stands(verdict)) told->title = title_of(asked->desk, verdict);
    else tell_objection(told, asked, is_default);
}

void coding__telling_ask_on(telling *told, session *asked, const char *text, size_t length, coding_date on)
{
    coding_verdict verdict = coding_check_text(asked->desk, asked->system, text, length, on);
    tell(told, asked, text, length, &verdict, false);
}

/* Without -d a text of any system is asked about today; where its system has no edition that reaches today, about that
 * system's newest one. A code of a system that has ended stays `no-longer`. */
void coding__telling_ask(telling *told, session *asked, const char *text, size_t length)
{
    bool           is_given = coding__options_has(asked->options, OPTION_DAY);
    coding_date    on = is_given || asked->system ? coding__session_day(asked, asked->system) : asked->today;
    coding_verdict verdict = coding_check_text(asked->desk, asked->system, text, length, on);
    bool           is_beyond = verdict.rule == CODING_RULE_NO_EDITION && on && !is_given;
    if (is_beyond) verdict = coding_check_text(asked->desk, asked->system, text, length, 0);
    tell(told, asked, text, length, &verdict, !is_given);
    told->newest = !is_given && (is_beyond || !on);
}

void coding__telling_refuse(telling *told, const char *text, size_t length, const char *reason)
{
    *told = (telling){.text = text, .length = length, .title = "", .reason = reason, .reason_length = strlen(reason)};
    told->verdict.rule = CODING_RULE_NOT_CHECKED;
}
