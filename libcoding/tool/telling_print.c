#include "tool/telling.h"

#include <string.h>

enum { CODE_COLUMN = 10, VERDICT_COLUMN = 15, NEAR_SHOWN = 10, NEAR_INDENT = 4, NEAR_CODE = 12 };

static const char *verdict_name(const telling *told) { return coding_rule_name(told->verdict.rule); }

/* The code, or the raw text where it is none. */
static void write_code(output *out, const telling *told)
{
    if (*told->code) coding__output_text(out, told->code);
    else coding__output_bytes(out, told->text, told->length);
}

void coding__telling_row(const telling *told, session *asked)
{
    char    code[CODING_CODE_TEXT];
    output *out = asked->out;
    write_code(out, told);
    coding__output_printf(out, "\t%s\t", verdict_name(told));
    coding__output_text(out, told->reason ? told->reason : told->title);
    coding__output_printf(out, "\t");
    for (size_t i = 0; i < told->near.count; i++) {
        if (i) coding__output_printf(out, " ");
        coding__output_text(out, coding_code_format(told->near.items[i].code, code));
    }
    coding__output_line(out);
}

static void write_near(json *to, const telling *told)
{
    coding__json_list(to, "near");
    for (size_t i = 0; i < told->near.count; i++) {
        const coding_suggestion *near = &told->near.items[i];
        coding__json_object(to, NULL);
        coding__json_code(to, "code", near->code);
        coding__json_text(to, "repair", coding_repair_name(near->repair));
        coding__json_number(to, "rank", near->rank);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_codes(json *to, const char *name, const coding_code *codes, size_t count)
{
    coding__json_list(to, name);
    for (size_t i = 0; i < count; i++) coding__json_code(to, NULL, codes[i]);
    coding__json_list_end(to);
}

static void write_damage(json *to, const coding_parsed *parsed)
{
    char expected[2] = {parsed->expected, '\0'};
    if (parsed->damage == CODING_DAMAGE_NONE) {
        coding__json_text(to, "damage", NULL);
        return;
    }
    coding__json_object(to, "damage");
    coding__json_text(to, "kind", coding_damage_name(parsed->damage));
    coding__json_number(to, "offset", parsed->span.offset);
    coding__json_number(to, "length", parsed->span.length);
    coding__json_text(to, "expected", parsed->expected ? expected : NULL);
    coding__json_object_end(to);
}

static coding_source source_of(const telling *told)
{
    const coding_verdict *verdict = &told->verdict;
    if (verdict->count) return verdict->findings[0].source;
    if (verdict->entry.book) return coding_entry_source(verdict->entry, verdict->on);
    return (coding_source){0};
}

static size_t count_modifiers(const coding_parsed *parsed)
{
    size_t count = 0;
    while (count < sizeof parsed->modifiers / sizeof *parsed->modifiers && parsed->modifiers[count]) count++;
    return count;
}

void coding__telling_object(const telling *told, session *asked, json *to)
{
    const coding_verdict *verdict = &told->verdict;
    const coding_system   system = coding_code_system(verdict->code);
    coding__json_object(to, NULL);
    coding__json_bytes(to, "text", told->text, told->length);
    coding__json_code(to, "code", verdict->code);
    coding__json_text(to, "system", system ? coding_book_system_name(asked->book, system) : NULL);
    coding__json_text(to, "verdict", verdict_name(told));
    coding__json_day(to, "on", verdict->on);
    coding__json_day(to, "day", verdict->count ? verdict->findings[0].day : 0);
    coding__json_text(to, "title", told->reason ? NULL : told->title);
    if (told->reason) coding__json_bytes(to, "reason", told->reason, told->reason_length);
    else coding__json_text(to, "reason", NULL);
    coding__json_truth(to, "changed", verdict->parsed.changed);
    write_damage(to, &verdict->parsed);
    write_codes(to, "modifiers", verdict->parsed.modifiers, count_modifiers(&verdict->parsed));
    write_codes(to, "instead", verdict->instead, verdict->instead_count);
    write_near(to, told);
    coding__json_source(to, "source", source_of(told));
    coding__json_object_end(to);
    coding__json_line(to);
}

const char *coding__telling_repair(coding_repair repair)
{
    switch (repair) {
    case CODING_REPAIR_NONE: return "as it stands";
    case CODING_REPAIR_DOT: return "dot put right";
    case CODING_REPAIR_TRAILING: return "what trails dropped";
    case CODING_REPAIR_PLACEHOLDER: return "placeholder X put in";
    case CODING_REPAIR_LOOKALIKE: return "character that looks alike";
    case CODING_REPAIR_LEADING_ZERO: return "leading zero put back";
    case CODING_REPAIR_NUMBER: return "spreadsheet number undone";
    case CODING_REPAIR_TITLE: return "the code in front of the words";
    case CODING_REPAIR_SPLIT: return "one of several codes";
    case CODING_REPAIR_DROPPED: return "7th character dropped";
    case CODING_REPAIR_SEVENTH: return "7th character given";
    case CODING_REPAIR_CHILD: return "more characters";
    case CODING_REPAIR_SUCCESSOR: return "took its place";
    case CODING_REPAIR_CHECK_DIGIT: return "check digit put right";
    case CODING_REPAIR_TYPED: return "typed wrong";
    }
    return "";
}

void coding__telling_source(output *out, coding_source source)
{
    if (!source.release) return;
    coding__output_text(out, source.release);
    if (source.table && *source.table) {
        coding__output_printf(out, ", ");
        coding__output_text(out, source.table);
    }
    if (source.line) coding__output_printf(out, " line %u", source.line);
}

static style style_of(const telling *told)
{
    switch (told->verdict.rule) {
    case CODING_RULE_STANDS: return told->reason ? BAD : GOOD;
    case CODING_RULE_AMBIGUOUS:
    case CODING_RULE_NO_EDITION:
    case CODING_RULE_NOT_CHECKED: return DOUBTFUL;
    case CODING_RULE_MALFORMED:
    case CODING_RULE_UNKNOWN:
    case CODING_RULE_HEADER:
    case CODING_RULE_NO_7TH:
    case CODING_RULE_BAD_7TH:
    case CODING_RULE_NO_PLACEHOLDER:
    case CODING_RULE_NOT_YET:
    case CODING_RULE_NO_LONGER:
    case CODING_RULE_OTHER_SYSTEM: return BAD;
    }
    return BAD;
}

/* How it was repaired; of what system it is, where that is the repair or the book has no title. */
static const char *why_near(session *asked, const coding_suggestion *near, bool has_title, char text[REASON_TEXT])
{
    const char *system = coding__session_title(asked->book, coding_code_system(near->code));
    const char *repair = near->repair ? coding__telling_repair(near->repair) : "";
    bool        says_system = !near->repair || !has_title;
    snprintf(text, REASON_TEXT, "(%s%s%s)", says_system ? system : "", says_system && near->repair ? ", " : "", repair);
    return text;
}

static void list_near(const telling *told, session *asked)
{
    output *out = asked->out;
    char    code[CODING_CODE_TEXT], why[REASON_TEXT];
    for (size_t i = 0; i < told->near.count && i < NEAR_SHOWN; i++) {
        const coding_suggestion *near = &told->near.items[i];
        coding_entry             entry = coding_find(asked->book, near->code);
        size_t                   indent = NEAR_INDENT + NEAR_CODE, column = indent;
        coding__output_printf(out, "%*s", NEAR_INDENT, "");
        coding__output_padded(out, STRONG, coding_code_format(near->code, code), NEAR_CODE);
        if (entry.book) {
            const char *title = coding_entry_title(asked->desk, entry, told->verdict.on);
            column = coding__output_words(out, PLAIN, indent, column, title);
        }
        coding__output_words(out, DIM, indent, column, why_near(asked, near, entry.book, why));
        coding__output_line(out);
    }
    if (told->near.count > NEAR_SHOWN) coding__output_printf(out, "    and %zu more\n", told->near.count - NEAR_SHOWN);
}

static void write_padding(output *out, size_t taken, size_t width)
{
    coding__output_printf(out, "%*s", taken < width ? (int)(width - taken) : 1, "");
}

void coding__telling_reason(output *out, const telling *told, size_t indent)
{
    char reason[1024];
    snprintf(reason, sizeof reason, "%.*s", (int)told->reason_length, told->reason ? told->reason : "");
    coding__output_wrapped(out, PLAIN, indent, told->reason ? reason : told->title);
}

/* Which edition answered, where none reaches today. */
static void write_edition(const telling *told, session *asked)
{
    char           text[REASON_TEXT], day[DAY_TEXT];
    coding_system  system = told->verdict.code ? coding_code_system(told->verdict.code) : asked->system;
    coding_edition edition = coding__session_edition(asked->book, system, told->verdict.on);
    if (!told->newest || told->verdict.rule == CODING_RULE_MALFORMED || (system && !edition.first)) return;
    coding__output_day(edition.until, day);
    if (system) snprintf(text, sizeof text, "answered by the newest edition, %s, to %s", edition.release, day);
    else snprintf(text, sizeof text, "answered by each system's newest edition: none reaches today");
    coding__output_printf(asked->out, "%*s", CODE_COLUMN + VERDICT_COLUMN, "");
    coding__output_wrapped(asked->out, DIM, CODE_COLUMN + VERDICT_COLUMN, text);
}

void coding__telling_lines(const telling *told, session *asked)
{
    output       *out = asked->out;
    coding_source source = source_of(told);
    size_t        taken = *told->code ? strlen(told->code) : told->length;
    coding__output_style(out, STRONG);
    write_code(out, told);
    coding__output_style(out, PLAIN);
    write_padding(out, taken, CODE_COLUMN);
    coding__output_padded(out, style_of(told), verdict_name(told), VERDICT_COLUMN);
    coding__telling_reason(out, told, CODE_COLUMN + VERDICT_COLUMN);
    if (told->reason && source.release) {
        coding__output_printf(out, "%*s", CODE_COLUMN + VERDICT_COLUMN, "");
        coding__output_style(out, DIM);
        coding__telling_source(out, source);
        coding__output_style(out, PLAIN);
        coding__output_line(out);
    }
    write_edition(told, asked);
    list_near(told, asked);
}
