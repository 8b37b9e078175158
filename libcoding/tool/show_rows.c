/* What a book says of a code, as TSV: field, which, text, where. docs/cli.md lists the fields. */
#include "tool/show.h"

#include <string.h>

static const char *span_of(coding_date first, coding_date until, char text[2 * DAY_TEXT + 4])
{
    char from[DAY_TEXT], to[DAY_TEXT];
    snprintf(text, 2 * DAY_TEXT + 4, "%s..%s", coding__output_day(first, from), coding__output_day(until, to));
    return text;
}

static void list_codes(session *asked, const char *field, const coding_code *codes, size_t count, coding_date on)
{
    char text[CODING_CODE_TEXT];
    for (size_t i = 0; i < count; i++) {
        coding_entry entry = coding_find(asked->book, codes[i]);
        OUTPUT_ROW(asked->out, field, coding_code_format(codes[i], text),
                   entry.book ? coding_entry_title(asked->desk, entry, on) : "", "");
    }
}

static void list_entries(session *asked, const char *field, coding_entries entries, coding_date on)
{
    for (size_t i = 0; i < entries.count; i++) {
        coding_code code = coding_entry_code(entries.items[i]);
        list_codes(asked, field, &code, 1, on);
    }
}

static void list_history(session *asked, const facts *known)
{
    char span[2 * DAY_TEXT + 4];
    for (size_t i = 0; i < known->periods.count; i++) {
        const coding_period *period = &known->periods.items[i];
        OUTPUT_ROW(asked->out, "period", span_of(period->first, period->until, span),
                   period->billable ? "billable" : "header", period->source.release);
    }
    for (size_t i = 0; i < known->titles.count; i++) {
        const coding_dated_title *title = &known->titles.items[i];
        OUTPUT_ROW(asked->out, "titled", span_of(title->first, title->until, span), title->text, "");
    }
}

static void list_notes(session *asked, const facts *known)
{
    for (size_t i = 0; i < known->notes.count; i++) {
        const coding_note *note = &known->notes.items[i];
        OUTPUT_ROW(asked->out, "note", coding__show_kind(note->kind), note->text, note->holder);
    }
    for (size_t i = 0; i < known->sevens.count; i++) {
        const coding_seven *seven = &known->sevens.items[i];
        char                character[2] = {seven->character, '\0'}, code[CODING_CODE_TEXT];
        OUTPUT_ROW(asked->out, "seventh", character, seven->text, coding_code_format(seven->code, code));
    }
}

void coding__show_rows(session *asked, const facts *known)
{
    char    code[CODING_CODE_TEXT], day[DAY_TEXT];
    output *out = asked->out;
    coding_code_format(coding_entry_code(known->entry), code);
    OUTPUT_ROW(out, "code", code, known->title, coding_book_system_name(asked->book, known->system));
    OUTPUT_ROW(out, "verdict", coding__output_day(known->on, day), coding_rule_name(known->told->verdict.rule),
               known->edition.release);
    list_history(asked, known);
    for (size_t i = 0; i < known->blocks.count; i++) {
        OUTPUT_ROW(out, "block", coding__show_block(known, i)->name, coding__show_block(known, i)->title, "");
    }
    list_entries(asked, "ancestor", known->ancestors, known->on);
    for (size_t i = 0; i < known->axis_count; i++) {
        char character[2] = {known->axes[i].character, '\0'};
        OUTPUT_ROW(out, "axis", character, known->axes[i].label, known->axes[i].name);
    }
    coding__show_values_rows(out, &known->values);
    list_notes(asked, known);
    list_entries(asked, "child", known->children, known->on);
    list_codes(asked, "successor", known->successors.items, known->successors.count, 0);
    if (known->poa_known == CODING_OK) OUTPUT_ROW(out, "poa", "", known->poa_exempt ? "exempt" : "reported", "");
}
