/* coding diff: what changed between two books or releases. */
#include "tool/command.h"
#include "tool/json.h"
#include "tool/side.h"

#include <stdlib.h>
#include <string.h>

typedef enum change_kind { ADDED, DELETED, RETITLED, TURNED_BILLABLE, TURNED_HEADER, KINDS } change_kind;

static const char *const names[KINDS] = {"added", "deleted", "retitled", "billable", "header"};
static const char *const words_of[KINDS] = {"added", "deleted", "retitled", "turned billable", "turned header"};
static const char *const headings[KINDS] = {"Added", "Deleted", "Retitled", "Turned billable", "Turned header"};

/* What happened to one code. */
typedef struct change {
    change_kind kind;
    coding_code code;
    coding_date since;    /* the first day on which it is so */
    bool        billable; /* as it is after; of a deleted code, as it was */
    const char *title;
    const char *before; /* of a retitled code, the title it had; else "" */
} change;

typedef struct comparison {
    session      *asked;
    side          a, b;
    coding_system system;
    coding_date   a_on, b_on; /* the days that are compared */
    change       *changes;
    size_t        count;
    size_t        counts[KINDS];
    bool          failed;
    bool          differs;
} comparison;

static void note(comparison *of, change found)
{
    if ((of->count & (of->count - 1)) == 0) {
        change *grown = realloc(of->changes, (of->count ? 2 * of->count : 1) * sizeof *grown);
        if (!grown) of->failed = true;
        if (!grown) return;
        of->changes = grown;
    }
    of->changes[of->count++] = found;
    of->counts[found.kind]++;
}

/* The first day of the period that holds the day. */
static coding_date since(const side *of, coding_entry entry, coding_date on)
{
    coding_periods periods = coding_entry_periods(of->desk, entry);
    for (size_t i = 0; i < periods.count; i++) {
        const coding_period *period = &periods.items[i];
        if (period->first <= on && (on <= period->until || period->open)) return period->first;
    }
    return on;
}

static coding_date titled_since(const side *of, coding_entry entry, coding_date on)
{
    coding_dated_titles titles = coding_entry_titles(of->desk, entry);
    for (size_t i = titles.count; i-- > 0;) {
        if (titles.items[i].first <= on) return titles.items[i].first;
    }
    return on;
}

/* The day after its last one; where B never had the code, the first day of B's edition. */
static coding_date gone_since(const comparison *of, coding_code code)
{
    coding_entry   entry = coding_find(of->b.book, code);
    coding_periods periods = {0};
    if (entry.book) periods = coding_entry_periods(of->b.desk, entry);
    for (size_t i = periods.count; i-- > 0;) {
        if (periods.items[i].until < of->b_on) return coding_date_after(periods.items[i].until);
    }
    coding_edition edition = coding__session_edition(of->b.book, of->system, of->b_on);
    return edition.first ? edition.first : of->b_on;
}

static void note_deleted(comparison *of, const standing *a)
{
    coding_date day = gone_since(of, a->code);
    note(of, (change){DELETED, a->code, day, a->billable, coding_entry_title(of->a.desk, a->entry, of->a_on), ""});
}

static void note_added(comparison *of, const standing *b)
{
    coding_date day = since(&of->b, b->entry, of->b_on);
    note(of, (change){ADDED, b->code, day, b->billable, coding_entry_title(of->b.desk, b->entry, of->b_on), ""});
}

/* A code that both have. A title that one of them lacks is no change of it. */
static void compare(comparison *of, const standing *a, const standing *b)
{
    const char *before = coding_entry_title(of->a.desk, a->entry, of->a_on);
    const char *title = coding_entry_title(of->b.desk, b->entry, of->b_on);
    if (a->billable != b->billable) {
        change_kind kind = b->billable ? TURNED_BILLABLE : TURNED_HEADER;
        note(of, (change){kind, b->code, since(&of->b, b->entry, of->b_on), b->billable, title, ""});
    }
    if (*before && *title && strcmp(before, title) != 0) {
        note(of, (change){RETITLED, b->code, titled_since(&of->b, b->entry, of->b_on), b->billable, title, before});
    }
}

static void merge(comparison *of, const standings *a, const standings *b)
{
    size_t i = 0, j = 0;
    while (i < a->count || j < b->count) {
        bool has_a = i < a->count, has_b = j < b->count;
        if (!has_b || (has_a && a->items[i].code < b->items[j].code)) note_deleted(of, &a->items[i++]);
        else if (!has_a || b->items[j].code < a->items[i].code) note_added(of, &b->items[j++]);
        else compare(of, &a->items[i++], &b->items[j++]);
    }
}

static void print_change(comparison *of, const change *found)
{
    output *out = of->asked->out;
    char    code[CODING_CODE_TEXT], day[DAY_TEXT];
    coding__output_printf(out, "  %-12s", coding__output_day(found->since, day));
    coding__output_padded(out, found->billable ? GOOD : STRONG, coding_code_format(found->code, code), 10);
    coding__output_wrapped(out, PLAIN, 24, found->title);
    if (!*found->before) return;
    coding__output_printf(out, "%*s", 24, "");
    coding__output_style(out, DIM);
    coding__output_printf(out, "was: ");
    coding__output_style(out, PLAIN);
    coding__output_wrapped(out, DIM, 29, found->before);
}

static void print_kind(comparison *of, change_kind kind)
{
    if (!of->counts[kind]) return;
    coding__output_line(of->asked->out);
    coding__output_styled(of->asked->out, STRONG, headings[kind]);
    coding__output_line(of->asked->out);
    for (size_t i = 0; i < of->count; i++) {
        if (of->changes[i].kind == kind) print_change(of, &of->changes[i]);
    }
}

static const char *release_of(const side *of, coding_system system, coding_date on)
{
    const char *release = coding__session_edition(of->book, system, on).release;
    return release ? release : "no edition";
}

static void print_lines(comparison *of)
{
    output *out = of->asked->out;
    char    from[DAY_TEXT], to[DAY_TEXT], number[NUMBER_TEXT];
    coding__output_styled(out, STRONG, coding__session_title(of->b.book, of->system));
    coding__output_day(of->a_on, from);
    coding__output_day(of->b_on, to);
    coding__output_printf(out, ": %s (%s) and ", from, release_of(&of->a, of->system, of->a_on));
    coding__output_printf(out, "%s (%s)\n", to, release_of(&of->b, of->system, of->b_on));
    for (int kind = ADDED; kind < KINDS; kind++) {
        coding__output_number(out, of->counts[kind], number);
        coding__output_printf(out, "%s%s %s", kind ? ", " : "", number, words_of[kind]);
    }
    coding__output_line(out);
    for (int kind = ADDED; kind < KINDS; kind++) print_kind(of, (change_kind)kind);
    coding__output_line(out);
}

static void print_rows(comparison *of)
{
    char code[CODING_CODE_TEXT], day[DAY_TEXT];
    for (size_t i = 0; i < of->count; i++) {
        const change *found = &of->changes[i];
        OUTPUT_ROW(of->asked->out, coding_book_system_name(of->b.book, of->system), names[found->kind],
                   coding_code_format(found->code, code), coding__output_day(found->since, day),
                   found->billable ? "billable" : "header", found->title, found->before);
    }
}

static void print_objects(comparison *of)
{
    json to = {.out = of->asked->out};
    for (size_t i = 0; i < of->count; i++) {
        const change *found = &of->changes[i];
        coding__json_object(&to, NULL);
        coding__json_text(&to, "system", coding_book_system_name(of->b.book, of->system));
        coding__json_text(&to, "change", names[found->kind]);
        coding__json_code(&to, "code", found->code);
        coding__json_day(&to, "since", found->since);
        coding__json_truth(&to, "billable", found->billable);
        coding__json_text(&to, "title", found->title);
        coding__json_text(&to, "before", *found->before ? found->before : NULL);
        coding__json_object_end(&to);
        coding__json_line(&to);
    }
}

static void print(comparison *of)
{
    switch (of->asked->out->format) {
    case FOR_PEOPLE: print_lines(of); return;
    case AS_TSV: print_rows(of); return;
    case AS_JSON: print_objects(of); return;
    }
}

static coding_date day_of(const comparison *of, const side *in)
{
    coding_date on = of->asked->options->on;
    return on ? on : coding_book_newest(in->book, of->system);
}

static void compare_system(comparison *of, coding_system system)
{
    of->system = system;
    of->a_on = day_of(of, &of->a);
    of->b_on = day_of(of, &of->b);
    of->count = 0;
    memset(of->counts, 0, sizeof of->counts);
    standings a = coding__side_standings(&of->a, system, of->a_on);
    standings b = coding__side_standings(&of->b, system, of->b_on);
    of->failed = of->failed || a.failed || b.failed;
    merge(of, &a, &b);
    if (of->count && !of->failed) print(of);
    coding_desk_clear(of->a.desk); /* titles lay there */
    coding_desk_clear(of->b.desk);
    of->differs = of->differs || of->count;
    free(a.items);
    free(b.items);
}

/* A system that one side lacks altogether was not changed: it cannot be compared. */
static void tell_lack(coding_system system, const side *in)
{
    fprintf(stderr, "%s: only in %s\n", coding__session_title(in->book, system), in->path);
}

static bool wants(const comparison *of, coding_system system)
{
    const char *name = of->asked->options->system;
    return !name || coding_book_system(of->a.book, name, strlen(name)) == system;
}

static void compare_all(comparison *of)
{
    for (int number = 1; number <= CODING_SCTID; number++) {
        coding_system system = (coding_system)number;
        bool          in_a = coding_book_has_system(of->a.book, system);
        bool          in_b = coding_book_has_system(of->b.book, system);
        if (!wants(of, system)) continue;
        if (in_a && in_b) compare_system(of, system);
        else if (in_a || in_b) tell_lack(system, in_a ? &of->a : &of->b);
    }
}

static int run(session *asked)
{
    comparison of = {.asked = asked};
    if (coding__session_word_count(asked) != 2) return coding__complain("`coding diff` needs two books or releases");
    bool opened = coding__side_open(&of.a, coding__session_words(asked)[0])
                  && coding__side_open(&of.b, coding__session_words(asked)[1]);
    if (opened) compare_all(&of);
    if (opened && !of.differs && asked->out->format == FOR_PEOPLE) coding__output_printf(asked->out, "no difference\n");
    coding__side_close(&of.a);
    coding__side_close(&of.b);
    free(of.changes);
    if (of.failed) return coding__complain("%s", coding_status_text(CODING_NO_MEMORY));
    return !opened ? FAILED : of.differs ? FOUND : ALL_WELL;
}

const command coding__diff_command = {
    .name = "diff",
    .words = "A B",
    .summary = "what changed between two books or releases",
    .detail = "Compares, system by system, what stands on the newest edition of each (or on -d DAY): codes added,\n"
              "deleted, retitled, turned billable or turned header, by code, with the first day on which it is so.\n"
              "A path that is no book is compiled in memory. A system that only one of them has is named on\n"
              "standard error.",
    .examples = "coding diff 2025.book 2026.book\n"
                "coding diff cms_2025_dx.zip cms_2026_dx.zip\n"
                "coding diff --tsv -s icd10cm old.book new.book | cut -f 2 | sort | uniq -c",
    .exit = "0  no difference\n1  some",
    .options = TAKES(DAY) | TAKES(SYSTEM) | TAKES_FORM,
    .takes_words = true,
    .run = run,
};
