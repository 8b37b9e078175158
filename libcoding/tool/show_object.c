/* What a book says of a code, as JSON: complete. docs/cli.md lists the members. */
#include "tool/show.h"

static void write_code(session *asked, json *to, coding_code code, coding_date on)
{
    coding_entry entry = coding_find(asked->book, code);
    coding__json_object(to, NULL);
    coding__json_code(to, "code", code);
    coding__json_text(to, "title", entry.book ? coding_entry_title(asked->desk, entry, on) : "");
    coding__json_object_end(to);
}

static void write_entries(session *asked, json *to, const char *name, coding_entries entries, coding_date on)
{
    coding__json_list(to, name);
    for (size_t i = 0; i < entries.count; i++) write_code(asked, to, coding_entry_code(entries.items[i]), on);
    coding__json_list_end(to);
}

static void write_periods(json *to, const facts *known)
{
    coding__json_list(to, "periods");
    for (size_t i = 0; i < known->periods.count; i++) {
        const coding_period *period = &known->periods.items[i];
        coding__json_object(to, NULL);
        coding__json_day(to, "first", period->first);
        coding__json_day(to, "until", period->until);
        coding__json_truth(to, "billable", period->billable);
        coding__json_truth(to, "open", period->open);
        coding__json_source(to, "source", period->source);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_titles(json *to, const facts *known)
{
    coding__json_list(to, "titles");
    for (size_t i = 0; i < known->titles.count; i++) {
        const coding_dated_title *title = &known->titles.items[i];
        coding__json_object(to, NULL);
        coding__json_day(to, "first", title->first);
        coding__json_day(to, "until", title->until);
        coding__json_text(to, "title", title->text);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_blocks(json *to, const facts *known)
{
    coding__json_list(to, "blocks");
    for (size_t i = 0; i < known->blocks.count; i++) {
        const coding_block *block = coding__show_block(known, i);
        coding__json_object(to, NULL);
        coding__json_text(to, "name", block->name);
        coding__json_text(to, "title", block->title);
        coding__json_code(to, "first", block->first);
        coding__json_code(to, "last", block->last);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_axes(json *to, const facts *known)
{
    coding__json_list(to, "axes");
    for (size_t i = 0; i < known->axis_count; i++) {
        coding__json_object(to, NULL);
        coding__json_bytes(to, "character", &known->axes[i].character, 1);
        coding__json_text(to, "axis", known->axes[i].name);
        coding__json_text(to, "label", known->axes[i].label);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

/* The characters of a mask, in the order of its bits: 0-9, then A-Z. */
static void write_characters(json *to, uint64_t mask)
{
    char   text[64];
    size_t length = 0;
    for (unsigned bit = 0; bit < 36; bit++) {
        if (mask >> bit & 1) text[length++] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[bit];
    }
    coding__json_bytes(to, "characters", text, length);
}

static void write_references(json *to, const coding_note *note)
{
    coding__json_list(to, "references");
    for (size_t i = 0; i < note->reference_count; i++) {
        const coding_reference *reference = &note->references[i];
        coding__json_object(to, NULL);
        coding__json_code(to, "first", reference->first);
        coding__json_code(to, "last", reference->last);
        coding__json_number(to, "position", reference->position);
        coding__json_truth(to, "either", reference->either);
        write_characters(to, reference->characters);
        coding__json_truth(to, "incomplete", reference->incomplete);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_notes(json *to, const facts *known)
{
    coding__json_list(to, "notes");
    for (size_t i = 0; i < known->notes.count; i++) {
        const coding_note *note = &known->notes.items[i];
        coding__json_object(to, NULL);
        coding__json_text(to, "kind", coding__show_kind(note->kind));
        coding__json_text(to, "text", note->text);
        coding__json_text(to, "holder", note->holder);
        coding__json_truth(to, "inherited", note->inherited);
        coding__json_truth(to, "heading", note->heading);
        write_references(to, note);
        coding__json_source(to, "source", note->source);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_sevens(json *to, const facts *known)
{
    coding__json_list(to, "sevenths");
    for (size_t i = 0; i < known->sevens.count; i++) {
        const coding_seven *seven = &known->sevens.items[i];
        coding__json_object(to, NULL);
        coding__json_bytes(to, "character", &seven->character, 1);
        coding__json_code(to, "code", seven->code);
        coding__json_text(to, "text", seven->text);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_successors(session *asked, json *to, const facts *known)
{
    coding__json_list(to, "successors");
    for (size_t i = 0; i < known->successors.count; i++) write_code(asked, to, known->successors.items[i], 0);
    coding__json_list_end(to);
}

static void write_top(session *asked, json *to, const facts *known)
{
    const telling *told = known->told;
    coding__json_code(to, "code", coding_entry_code(known->entry));
    coding__json_text(to, "system", coding_book_system_name(asked->book, known->system));
    coding__json_text(to, "title", known->title);
    coding__json_text(to, "short_title", coding_entry_short_title(asked->desk, known->entry));
    coding__json_day(to, "on", known->on);
    coding__json_text(to, "release", known->edition.release);
    coding__json_text(to, "verdict", coding_rule_name(told->verdict.rule));
    if (told->reason) coding__json_bytes(to, "reason", told->reason, told->reason_length);
    else coding__json_text(to, "reason", NULL);
}

void coding__show_object(session *asked, const facts *known)
{
    json to = {.out = asked->out};
    coding__json_object(&to, NULL);
    write_top(asked, &to, known);
    write_periods(&to, known);
    write_titles(&to, known);
    write_blocks(&to, known);
    write_entries(asked, &to, "ancestors", known->ancestors, known->on);
    write_axes(&to, known);
    coding__show_values_members(&to, &known->values);
    coding__json_truth(&to, "notes_known", known->notes.status == CODING_OK);
    write_notes(&to, known);
    write_sevens(&to, known);
    write_entries(asked, &to, "children", known->children, known->on);
    write_successors(asked, &to, known);
    if (known->poa_known == CODING_OK) coding__json_truth(&to, "poa_exempt", known->poa_exempt);
    else coding__json_text(&to, "poa_exempt", NULL);
    coding__json_object_end(&to);
    coding__json_line(&to);
}
