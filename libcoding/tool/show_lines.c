/* What a book says of a code, for people. */
#include "tool/show.h"

#include <string.h>

enum { INDENT = 2, CODE_COLUMN = 12, SPAN_COLUMN = 26, SPAN_TEXT = 2 * DAY_TEXT + 8, CHILDREN_SHOWN = 30 };

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
    list_text(asked->out, coding_code_format(code, text), entry.book ? coding_entry_title(asked->desk, entry, on) : "");
}

/* "2015-10-01 to 2025-09-30"; "since 2015-10-01" where the end lies ahead and is only that of the newest edition. */
static const char *span_of(const session *asked, coding_date first, coding_date until, bool is_open,
                           char text[SPAN_TEXT])
{
    char from[DAY_TEXT], to[DAY_TEXT];
    coding__output_day(first, from);
    if (!until || (is_open && until >= asked->today)) snprintf(text, SPAN_TEXT, "since %s", from);
    else snprintf(text, SPAN_TEXT, "%s to %s", from, coding__output_day(until, to));
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

static void show_dates(session *asked, const facts *known)
{
    output *out = asked->out;
    char    span[SPAN_TEXT];
    if (known->periods.count) heading(out, "Dates");
    for (size_t i = 0; i < known->periods.count; i++) {
        const coding_period *period = &known->periods.items[i];
        indent(out, INDENT);
        span_of(asked, period->first, period->until, period->open, span);
        coding__output_padded(out, PLAIN, span, SPAN_COLUMN);
        coding__output_padded(out, period->billable ? GOOD : PLAIN, period->billable ? "billable" : "header", 10);
        coding__output_style(out, DIM);
        coding__telling_source(out, period->source);
        coding__output_style(out, PLAIN);
        coding__output_line(out);
    }
}

static void show_titles(session *asked, const facts *known)
{
    output *out = asked->out;
    char    span[SPAN_TEXT];
    if (known->titles.count < 2) return;
    heading(out, "Titles");
    for (size_t i = 0; i < known->titles.count; i++) {
        const coding_dated_title *title = &known->titles.items[i];
        indent(out, INDENT);
        span_of(asked, title->first, title->until, false, span);
        coding__output_padded(out, PLAIN, span, SPAN_COLUMN);
        coding__output_wrapped(out, PLAIN, INDENT + SPAN_COLUMN, title->text);
    }
}

static void show_place(session *asked, const facts *known)
{
    if (!known->blocks.count && !known->ancestors.count) return;
    heading(asked->out, "Place");
    for (size_t i = 0; i < known->blocks.count; i++) {
        list_text(asked->out, coding__show_block(known, i)->name, coding__show_block(known, i)->title);
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
    if (known->notes.count && known->notes.items[0].source.release) {
        coding__output_line(out);
        coding__output_style(out, DIM);
        coding__output_printf(out, "Notes of the Tabular List of %s", known->notes.items[0].source.release);
        coding__output_style(out, PLAIN);
        coding__output_line(out);
    }
    for (int kind = CODING_NOTE_INCLUDES; kind <= CODING_NOTE_PROCESSING; kind++) {
        show_notes_of(out, known, (coding_note_kind)kind);
    }
    if (known->notes.status != CODING_NOT_IN_BOOK || known->system != CODING_ICD10CM) return;
    heading(out, "Notes");
    indent(out, INDENT);
    coding__output_printf(out, "no Tabular List in this book reaches that day\n");
}

/* Where no release tells what a 7th character means, the title of the complete code does. */
static const char *meaning_of(const session *asked, const coding_seven *seven, coding_date on)
{
    coding_entry entry = *seven->text ? (coding_entry){0} : coding_find(asked->book, seven->code);
    return entry.book ? coding_entry_title(asked->desk, entry, on) : seven->text;
}

static void show_sevens(session *asked, const facts *known)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT];
    if (known->sevens.count) heading(out, "7th characters");
    for (size_t i = 0; i < known->sevens.count; i++) {
        const coding_seven *seven = &known->sevens.items[i];
        char                character[2] = {seven->character, '\0'};
        indent(out, INDENT);
        coding__output_padded(out, STRONG, character, 3);
        coding__output_padded(out, PLAIN, coding_code_format(seven->code, text), CODE_COLUMN - 3);
        coding__output_wrapped(out, PLAIN, INDENT + CODE_COLUMN, meaning_of(asked, seven, known->on));
    }
}

/* The codes that 7th characters complete have been listed with them. */
static bool are_all_sevenths(const facts *known)
{
    if (!known->sevens.count || known->children.count > known->sevens.count) return false;
    for (size_t i = 0; i < known->children.count; i++) {
        coding_code child = coding_entry_code(known->children.items[i]);
        size_t      j = 0;
        while (j < known->sevens.count && known->sevens.items[j].code != child) j++;
        if (j == known->sevens.count) return false;
    }
    return true;
}

static void show_children(session *asked, const facts *known)
{
    size_t shown = known->children.count < CHILDREN_SHOWN ? known->children.count : CHILDREN_SHOWN;
    char   code[CODING_CODE_TEXT];
    if (are_all_sevenths(known)) return;
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
    show_dates(asked, known);
    show_titles(asked, known);
    show_successors(asked, known);
    show_place(asked, known);
    show_axes(out, known->axes, known->axis_count);
    if (known->values.count) coding__show_values_lines(out, &known->values);
    show_notes(out, known);
    show_sevens(asked, known);
    show_children(asked, known);
    show_poa(out, known);
}
