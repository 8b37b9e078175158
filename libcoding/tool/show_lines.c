/* What a book says of a code, for people. */
#include "tool/show.h"

#include <string.h>

enum { INDENT = 2, CODE_COLUMN = 12, FIELD_COLUMN = 14, CHILDREN_SHOWN = 30 };

static void heading(output *out, const char *text)
{
    coding__output_line(out);
    coding__output_styled(out, STRONG, text);
    coding__output_line(out);
}

static void indent(output *out, size_t columns) { coding__output_printf(out, "%*s", (int)columns, ""); }

/* "  E11.9       Type 2 diabetes mellitus without complications". */
static void list_text(output *out, const char *code, const char *text)
{
    indent(out, INDENT);
    coding__output_padded(out, STRONG, code, CODE_COLUMN);
    coding__output_wrapped(out, PLAIN, INDENT + CODE_COLUMN, text);
}

static void list_code(session *asked, coding_code code, coding_date on)
{
    char         text[CODING_CODE_TEXT];
    coding_entry entry = coding_find(asked->book, code);
    list_text(asked->out, coding_code_format(code, text), entry.book ? coding_entry_title(entry, on) : "");
}

static const char *span_of(coding_date first, coding_date until, bool is_open, char text[2 * DAY_TEXT + 8])
{
    char from[DAY_TEXT], to[DAY_TEXT];
    coding__output_day(first, from);
    snprintf(text, 2 * DAY_TEXT + 8, "%s to %s", from, is_open ? "now" : coding__output_day(until, to));
    return text;
}

static void show_top(session *asked, const facts *known)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT], day[DAY_TEXT];
    coding__output_padded(out, STRONG, coding_code_format(coding_entry_code(known->entry), text), CODE_COLUMN - 2);
    coding__output_wrapped(out, STRONG, CODE_COLUMN - 2, known->title);
    coding__output_text(out, coding__session_title(asked->book, known->system));
    coding__output_printf(out, " on %s", coding__output_day(known->on, day));
    if (known->edition.release) coding__output_printf(out, " (%s)", known->edition.release);
    coding__output_printf(out, ": ");
    coding__output_styled(out, known->told->reason ? BAD : GOOD, coding_rule_name(known->told->verdict.rule));
    coding__output_line(out);
    if (known->told->reason) coding__telling_reason(out, known->told, 0);
}

static void show_dates(output *out, const facts *known)
{
    char span[2 * DAY_TEXT + 8];
    if (known->periods.count) heading(out, "Dates");
    for (size_t i = 0; i < known->periods.count; i++) {
        const coding_period *period = &known->periods.items[i];
        indent(out, INDENT);
        coding__output_padded(out, PLAIN, span_of(period->first, period->until, period->open, span), 26);
        coding__output_padded(out, period->billable ? GOOD : PLAIN, period->billable ? "billable" : "header", 10);
        coding__output_style(out, DIM);
        coding__telling_source(out, period->source);
        coding__output_style(out, PLAIN);
        coding__output_line(out);
    }
}

static void show_titles(output *out, const facts *known)
{
    char span[2 * DAY_TEXT + 8];
    if (known->titles.count < 2) return;
    heading(out, "Titles");
    for (size_t i = 0; i < known->titles.count; i++) {
        const coding_dated_title *title = &known->titles.items[i];
        indent(out, INDENT);
        coding__output_padded(out, PLAIN, span_of(title->first, title->until, i + 1 == known->titles.count, span), 26);
        coding__output_wrapped(out, PLAIN, INDENT + 26, title->text);
    }
}

static void show_place(session *asked, const facts *known)
{
    if (!known->blocks.count && !known->ancestors.count) return;
    heading(asked->out, "Place");
    for (size_t i = 0; i < known->blocks.count; i++) {
        list_text(asked->out, known->blocks.items[i].name, known->blocks.items[i].title);
    }
    for (size_t i = known->ancestors.count; i-- > 0;) {
        list_code(asked, coding_entry_code(known->ancestors.items[i]), known->on);
    }
}

static void show_axes(output *out, const axis *axes, size_t count)
{
    if (count) heading(out, "Axes");
    for (size_t i = 0; i < count; i++) {
        char character[2] = {axes[i].character, '\0'};
        indent(out, INDENT);
        coding__output_padded(out, STRONG, character, 3);
        coding__output_padded(out, DIM, axes[i].name ? axes[i].name : "", 24);
        coding__output_wrapped(out, PLAIN, INDENT + 27, axes[i].label);
    }
}

/* Notes of one kind: those written at the code itself first, then, holder by holder, those it inherits. */
static void show_notes_of(output *out, const facts *known, coding_note_kind kind)
{
    const char *holder = NULL;
    bool        begun = false, grouped = false;
    for (size_t i = 0; i < known->notes.count; i++) {
        const coding_note *note = &known->notes.items[i];
        if (note->kind != kind) continue;
        if (!begun) heading(out, coding__show_kind_heading(kind));
        if (note->inherited && (!holder || strcmp(holder, note->holder) != 0)) {
            indent(out, INDENT);
            coding__output_style(out, DIM);
            coding__output_printf(out, "written at %s", note->holder);
            coding__output_style(out, PLAIN);
            coding__output_line(out);
            grouped = false;
        }
        holder = note->inherited ? note->holder : NULL;
        begun = true;
        if (note->heading) grouped = false;
        size_t columns = INDENT * (1u + note->inherited + grouped);
        indent(out, columns);
        coding__output_wrapped(out, PLAIN, columns, note->text);
        grouped = grouped || note->heading;
    }
}

static void show_notes(output *out, const facts *known)
{
    for (int kind = CODING_NOTE_INCLUDES; kind <= CODING_NOTE_PROCESSING; kind++) {
        show_notes_of(out, known, (coding_note_kind)kind);
    }
    if (known->notes.status != CODING_NOT_IN_BOOK || known->system != CODING_ICD10CM) return;
    heading(out, "Notes");
    indent(out, INDENT);
    coding__output_printf(out, "no Tabular List in this book reaches that day\n");
}

static void show_sevens(output *out, const facts *known)
{
    char text[CODING_CODE_TEXT];
    if (known->sevens.count) heading(out, "7th characters");
    for (size_t i = 0; i < known->sevens.count; i++) {
        const coding_seven *seven = &known->sevens.items[i];
        char                character[2] = {seven->character, '\0'};
        indent(out, INDENT);
        coding__output_padded(out, STRONG, character, 3);
        coding__output_padded(out, PLAIN, coding_code_format(seven->code, text), CODE_COLUMN - 3);
        coding__output_wrapped(out, PLAIN, INDENT + CODE_COLUMN, seven->text);
    }
}

static void show_children(session *asked, const facts *known)
{
    size_t shown = known->children.count < CHILDREN_SHOWN ? known->children.count : CHILDREN_SHOWN;
    char   code[CODING_CODE_TEXT];
    if (shown) heading(asked->out, "Children");
    for (size_t i = 0; i < shown; i++) {
        list_code(asked, coding_entry_code(known->children.items[i]), known->on);
    }
    if (shown == known->children.count) return;
    coding_code_format(coding_entry_code(known->entry), code);
    coding__output_printf(asked->out, "  and %zu more: coding tree %s\n", known->children.count - shown, code);
}

static void show_successors(session *asked, const facts *known)
{
    if (known->successors.count) heading(asked->out, "Took its place");
    for (size_t i = 0; i < known->successors.count; i++) list_code(asked, known->successors.items[i], 0);
}

static void show_poa(output *out, const facts *known)
{
    if (known->poa_known != CODING_OK) return;
    heading(out, "Present on admission");
    coding__output_printf(out, "  %s\n", known->poa_exempt ? "exempt from reporting" : "to be reported");
}

void coding__show_lines(session *asked, const facts *known)
{
    output *out = asked->out;
    show_top(asked, known);
    show_dates(out, known);
    show_titles(out, known);
    show_successors(asked, known);
    show_place(asked, known);
    show_axes(out, known->axes, known->axis_count);
    show_notes(out, known);
    show_sevens(out, known);
    show_children(asked, known);
    show_poa(out, known);
}
