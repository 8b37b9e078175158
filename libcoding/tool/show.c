/* coding show: what the book says of a code. */
#include "tool/show.h"

#include "tool/command.h"

#include <string.h>

const char *coding__show_kind(coding_note_kind kind)
{
    switch (kind) {
    case CODING_NOTE_INCLUDES: return "includes";
    case CODING_NOTE_INCLUSION_TERM: return "inclusion-term";
    case CODING_NOTE_EXCLUDES1: return "excludes1";
    case CODING_NOTE_EXCLUDES2: return "excludes2";
    case CODING_NOTE_CODE_FIRST: return "code-first";
    case CODING_NOTE_USE_ADDITIONAL: return "use-additional";
    case CODING_NOTE_CODE_ALSO: return "code-also";
    case CODING_NOTE_SEVENTH: return "seventh";
    case CODING_NOTE_FREE: return "note";
    case CODING_NOTE_PROCESSING: return "processing";
    }
    return "note";
}

const char *coding__show_kind_heading(coding_note_kind kind)
{
    switch (kind) {
    case CODING_NOTE_INCLUDES: return "Includes";
    case CODING_NOTE_INCLUSION_TERM: return "Inclusion terms";
    case CODING_NOTE_EXCLUDES1: return "Excludes1: not coded here";
    case CODING_NOTE_EXCLUDES2: return "Excludes2: not included here, may be coded with it";
    case CODING_NOTE_CODE_FIRST: return "Code first";
    case CODING_NOTE_USE_ADDITIONAL: return "Use additional code";
    case CODING_NOTE_CODE_ALSO: return "Code also";
    case CODING_NOTE_SEVENTH: return "7th character";
    case CODING_NOTE_FREE: return "Note";
    case CODING_NOTE_PROCESSING: return "Processing note";
    }
    return "Note";
}

static bool is_chapter(const coding_block *block) { return strncmp(block->name, "Chapter", strlen("Chapter")) == 0; }

const coding_block *coding__show_block(const facts *known, size_t index)
{
    size_t last = known->blocks.count - 1;
    bool   is_inside_out = !is_chapter(&known->blocks.items[0]) && is_chapter(&known->blocks.items[last]);
    return &known->blocks.items[is_inside_out ? last - index : index];
}

static const char *title_on(coding_desk *desk, coding_entry entry, coding_date on)
{
    const char *title = coding_entry_title(desk, entry, on);
    return *title ? title : coding_entry_title(desk, entry, 0); /* it did not stand that day */
}

static void gather(facts *known, session *asked, const telling *told)
{
    char         text[CODING_CODE_TEXT];
    coding_desk *desk = asked->desk;
    coding_code  code = coding_entry_code(known->entry);
    coding_date  on = told->verdict.on;
    known->told = told;
    known->system = coding_code_system(code);
    known->on = on;
    known->edition = coding__session_edition(asked->book, known->system, on);
    known->title = title_on(desk, known->entry, on);
    known->periods = coding_entry_periods(desk, known->entry);
    known->titles = coding_entry_titles(desk, known->entry);
    known->blocks = coding_entry_blocks(desk, known->entry);
    known->ancestors = coding_entry_ancestors(desk, known->entry);
    known->notes = coding_entry_notes(desk, known->entry, on);
    known->sevens = coding_entry_sevens(desk, known->entry, on);
    known->children = coding_entry_children(desk, known->entry, on);
    known->successors = coding_entry_successors(desk, known->entry, on);
    known->poa_known = coding_entry_poa_exempt(known->entry, on, &known->poa_exempt);
    if (!coding__telling_stands(told)) known->poa_known = CODING_NOT_IN_BOOK; /* nobody reports it */
    if (known->system != CODING_ICD10PCS) return;
    if (!known->edition.first) on = 0; /* labels are those of the newest edition then */
    coding_code_format_bare(code, text);
    known->axis_count = coding__show_axes(asked, text, strlen(text), on, known->axes);
    if (known->axis_count == AXES) return;
    known->values = coding_values_after(desk, CODING_ICD10PCS, text, strlen(text), on);
}

static void print_facts(session *asked, const facts *known)
{
    switch (asked->out->format) {
    case FOR_PEOPLE: coding__show_lines(asked, known); return;
    case AS_TSV: coding__show_rows(asked, known); return;
    case AS_JSON: coding__show_object(asked, known); return;
    }
}

static void print_verdict(session *asked, const telling *told)
{
    json to = {.out = asked->out};
    switch (asked->out->format) {
    case FOR_PEOPLE: coding__telling_lines(told, asked); return;
    case AS_TSV: coding__telling_row(told, asked); return;
    case AS_JSON: coding__telling_object(told, asked, &to); return;
    }
}

/* The row that was asked for: of the code itself, never of a mere beginning of it. */
static coding_entry entry_of(const session *asked, const telling *told)
{
    const coding_verdict *verdict = &told->verdict;
    coding_code           code = verdict->code;
    if (!code || verdict->rule == CODING_RULE_AMBIGUOUS) return (coding_entry){0};
    return coding_find(asked->book, code);
}

/* A text that is no row: a beginning of ICD-10-PCS codes, or no code at all, and then the verdict tells why. */
static bool show_no_row(session *asked, const telling *told)
{
    bool may_be_pcs = asked->system == CODING_ANY || asked->system == CODING_ICD10PCS;
    bool is_code = coding__telling_stands(told) || told->verdict.rule == CODING_RULE_AMBIGUOUS;
    if (may_be_pcs && !is_code && coding__show_beginning(asked, told->text, told->length)) return true;
    print_verdict(asked, told);
    return coding__telling_stands(told);
}

static bool show(session *asked, const char *text)
{
    telling told;
    facts   known = {0};
    coding_desk_clear(asked->desk);
    coding__telling_ask(&told, asked, text, strlen(text));
    known.entry = entry_of(asked, &told);
    if (!known.entry.book) return show_no_row(asked, &told);
    gather(&known, asked, &told);
    print_facts(asked, &known);
    return true;
}

static int run(session *asked)
{
    bool found = true;
    if (!coding__session_word_count(asked)) return coding__complain("`coding show` needs a CODE");
    for (size_t i = 0; i < coding__session_word_count(asked); i++) {
        if (i && asked->out->format == FOR_PEOPLE) coding__output_line(asked->out);
        found = show(asked, coding__session_words(asked)[i]) && found;
    }
    return found ? ALL_WELL : FOUND;
}

const command coding__show_command = {
    .name = "show",
    .words = "CODE...",
    .summary = "what the book says of a code: title, dates, place, notes, what may follow",
    .detail = "Shows the title, the days on which the code was billable or a header, titles it had before, its\n"
              "chapter, section and ancestors, the notes in force for it and where each is written, 7th\n"
              "characters, children, and what took its place. Of an ICD-10-PCS code it shows the seven axes,\n"
              "of a beginning of one the values that may follow.",
    .examples = "coding show E11.9\n"
                "coding show S52.501 -d 2025-10-01\n"
                "coding show 0DTJ\n"
                "coding show --json M54.5 | jq .successors",
    .exit = "0  the code is in the book\n1  it is not",
    .options = TAKES_QUESTION,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
