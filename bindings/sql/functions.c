/* Functions of a code. One that the book does not know is answered with NULL, not with an error: a query over a
 * million rows goes on. */
#include "sql.h"

#include <stdio.h>
#include <string.h>

static coding_entry entry_of(const coding__question *asked, coding__words text)
{
    return coding__entry_of_text(asked->desk, asked->system, text.bytes, text.length, NULL);
}

static coding_date day_of(const coding__question *asked)
{
    return coding__room_day(asked->room, asked->system, asked->on);
}

static coding_verdict check(const coding__question *asked)
{
    return coding__room_check(asked->room, asked->desk, asked->text.bytes, asked->text.length, asked->system,
                              asked->on);
}

/* The short way says malformed or unknown of another system's code too; the check knows better. */
static coding_rule rule_of(const coding__question *asked)
{
    coding_rule rule = coding__room_verdict(asked->room, asked->desk, asked->text.bytes, asked->text.length,
                                            asked->system, asked->on);
    bool        strange = rule == CODING_RULE_MALFORMED || rule == CODING_RULE_UNKNOWN;
    return strange && asked->system != CODING_ANY ? check(asked).rule : rule;
}

static coding_parsed parsed_of(const coding__question *asked)
{
    if (!asked->desk) return coding_parse(asked->system, asked->text.bytes, asked->text.length);
    if (asked->system != CODING_ANY)
        return coding_read(asked->desk, asked->system, asked->text.bytes, asked->text.length);
    return coding_check_text(asked->desk, CODING_ANY, asked->text.bytes, asked->text.length, 0).parsed;
}

static void verdict(const coding__question *asked, coding__cell *cell)
{
    coding__cell_text(cell, coding_rule_name(rule_of(asked)));
}

static void stands(const coding__question *asked, coding__cell *cell)
{
    coding__cell_number(cell, CODING__CELL_FLAG, rule_of(asked) == CODING_RULE_STANDS);
}

static void explain(const coding__question *asked, coding__cell *cell)
{
    coding_verdict said = check(asked);
    coding__cell_text(cell, said.count ? coding_explain(asked->desk, &said.findings[0]) : NULL);
}

static void title(const coding__question *asked, coding__cell *cell)
{
    coding__cell_text(cell, coding_entry_title(asked->desk, entry_of(asked, asked->text), day_of(asked)));
}

static void short_title(const coding__question *asked, coding__cell *cell)
{
    coding__cell_text(cell, coding_entry_short_title(asked->desk, entry_of(asked, asked->text)));
}

static void normal(const coding__question *asked, coding__cell *cell)
{
    coding__cell_code(cell, parsed_of(asked).code);
}

static void bare(const coding__question *asked, coding__cell *cell)
{
    coding_code code = parsed_of(asked).code;
    coding__cell_text(cell, code ? coding_code_format_bare(code, cell->printed) : NULL);
}

static void damage(const coding__question *asked, coding__cell *cell)
{
    coding_parsed parsed = parsed_of(asked);
    snprintf(cell->printed, sizeof cell->printed, "%s@%zu", coding_damage_name(parsed.damage),
             coding__place(asked->text, parsed.span.offset));
    coding__cell_text(cell, parsed.damage ? cell->printed : NULL);
}

static void is_code(const coding__question *asked, coding__cell *cell)
{
    coding__cell_number(cell, CODING__CELL_FLAG, parsed_of(asked).code != 0);
}

static void modifiers(const coding__question *asked, coding__cell *cell)
{
    coding_parsed parsed = parsed_of(asked);
    char          text[CODING_CODE_TEXT];
    cell->printed[0] = 0;
    for (size_t i = 0; i < sizeof parsed.modifiers / sizeof *parsed.modifiers && parsed.modifiers[i]; i++) {
        size_t length = strlen(cell->printed);
        snprintf(cell->printed + length, sizeof cell->printed - length, "%s%s", i ? "-" : "",
                 coding_code_format(parsed.modifiers[i], text));
    }
    coding__cell_text(cell, cell->printed);
}

static void parent(const coding__question *asked, coding__cell *cell)
{
    coding__cell_code(cell, coding_entry_code(coding_entry_parent(entry_of(asked, asked->text))));
}

/* The topmost row above a code: what diagnoses are grouped by. */
static void category(const coding__question *asked, coding__cell *cell)
{
    coding_entry   entry = entry_of(asked, asked->text);
    coding_entries above = coding_entry_ancestors(asked->desk, entry);
    coding__cell_code(cell, coding_entry_code(above.count ? above.items[above.count - 1] : entry));
}

static void chapter(const coding__question *asked, coding__cell *cell)
{
    coding_blocks blocks = coding_entry_blocks(asked->desk, entry_of(asked, asked->text));
    coding__cell_text(cell, blocks.count ? blocks.items[blocks.count - 1].title : NULL);
}

/* A code that no edition has is neither below another nor not. */
static void is_below(const coding__question *asked, coding__cell *cell)
{
    coding_entry entry = entry_of(asked, asked->text), ancestor = entry_of(asked, asked->other);
    coding__cell_number(cell, CODING__CELL_FLAG, coding_entry_is_below(entry, ancestor));
    cell->none = !entry.book || !ancestor.book;
}

static void is_within(const coding__question *asked, coding__cell *cell)
{
    coding_entry entry = entry_of(asked, asked->text);
    coding_entry first = entry_of(asked, asked->other), last = entry_of(asked, asked->last);
    coding__cell_number(cell, CODING__CELL_FLAG, coding_entry_is_within(entry, first, last));
    cell->none = !entry.book || !first.book || !last.book;
}

static void poa_exempt(const coding__question *asked, coding__cell *cell)
{
    bool         exempt = false;
    coding_entry entry = entry_of(asked, asked->text);
    bool         known = entry.book && coding_entry_poa_exempt(entry, day_of(asked), &exempt) == CODING_OK;
    coding__cell_number(cell, CODING__CELL_FLAG, exempt);
    cell->none = !known;
}

static void newest(const coding__question *asked, coding__cell *cell)
{
    coding__cell_number(cell, CODING__CELL_DAY, coding_book_newest(coding_desk_book(asked->desk), asked->system));
}

static void version(const coding__question *asked, coding__cell *cell)
{
    (void)asked;
    coding__cell_text(cell, coding_version());
}

const coding__function coding__functions[] = {
    {"coding_bare", "ts", 2, true, bare},
    {"coding_category", "ts", 2, false, category},
    {"coding_chapter", "ts", 2, false, chapter},
    {"coding_damage", "ts", 2, true, damage},
    {"coding_explain", "tsd", 2, false, explain},
    {"coding_is_below", "tus", 3, false, is_below},
    {"coding_is_code", "ts", 2, true, is_code},
    {"coding_is_within", "tuvs", 4, false, is_within},
    {"coding_modifiers", "ts", 2, true, modifiers},
    {"coding_newest", "s", 1, false, newest},
    {"coding_normal", "ts", 2, true, normal},
    {"coding_parent", "ts", 2, false, parent},
    {"coding_poa_exempt", "tsd", 2, false, poa_exempt},
    {"coding_short_title", "ts", 2, false, short_title},
    {"coding_stands", "tsd", 2, false, stands},
    {"coding_title", "tsd", 2, false, title},
    {"coding_verdict", "tsd", 2, false, verdict},
    {"coding_version", "", 0, true, version},
};
const size_t coding__function_count = sizeof coding__functions / sizeof *coding__functions;

const coding__function *coding__function_named(const char *name)
{
    for (size_t i = 0; i < coding__function_count; i++)
        if (!strcmp(coding__functions[i].name, name)) return &coding__functions[i];
    return NULL;
}
