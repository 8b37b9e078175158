/* coding tree: the printed hierarchy of a system, or what is below a code. */
#include "tool/command.h"
#include "tool/telling.h"

#include <string.h>

enum { CODE_COLUMN = 10, CHAPTER_COLUMN = 12, UNLIMITED = 0x7FFFFFFF };

typedef struct walk {
    session       *asked;
    coding_date    on;
    uint32_t       deepest; /* levels to print */
    coding_system  system;
    coding_entries roots; /* its top rows on that day */
    json           to;
} walk;

static void print_line(walk *of, uint32_t level, const char *kind, const char *name, const char *title)
{
    output *out = of->asked->out;
    size_t  indent = 2 * (size_t)level, column = strcmp(kind, "chapter") == 0 ? CHAPTER_COLUMN : CODE_COLUMN;
    coding__output_printf(out, "%*s", (int)indent, "");
    coding__output_padded(out, strcmp(kind, "billable") == 0 ? GOOD : STRONG, name, column);
    coding__output_wrapped(out, PLAIN, indent + column, title);
}

static void print_object(walk *of, uint32_t level, const char *kind, const char *name, const char *title)
{
    coding__json_object(&of->to, NULL);
    coding__json_number(&of->to, "level", level);
    coding__json_text(&of->to, "kind", kind);
    coding__json_text(&of->to, "code", name);
    coding__json_text(&of->to, "title", title);
    coding__json_object_end(&of->to);
    coding__json_line(&of->to);
}

/* `kind`: chapter, section, header or billable. */
static void print(walk *of, uint32_t level, const char *kind, const char *name, const char *title)
{
    char number[NUMBER_TEXT];
    switch (of->asked->out->format) {
    case FOR_PEOPLE: print_line(of, level, kind, name, title); return;
    case AS_JSON: print_object(of, level, kind, name, title); return;
    case AS_TSV:
        OUTPUT_ROW(of->asked->out, coding__output_number(of->asked->out, level, number), kind, name, title);
        return;
    }
}

/* Deep first. Children of every ancestor lie on the desk meanwhile: a dozen short lists. */
static void print_entry(walk *of, coding_entry entry, uint32_t level)
{
    char        text[CODING_CODE_TEXT];
    coding_code code = coding_entry_code(entry);
    bool        is_billable = coding_verdict_of(of->asked->desk, code, of->on) == CODING_RULE_STANDS;
    if (level >= of->deepest) return;
    coding_code_format(code, text);
    print(of, level, is_billable ? "billable" : "header", text, coding_entry_title(of->asked->desk, entry, of->on));
    if (is_billable) return;
    coding_entries children = coding_entry_children(of->asked->desk, entry, of->on);
    for (size_t i = 0; i < children.count; i++) print_entry(of, children.items[i], level + 1);
}

static bool is_chapter(const coding_block *block) { return strncmp(block->name, "Chapter", strlen("Chapter")) == 0; }

/* The top rows that lie in a block. */
static void print_rows_of(walk *of, const coding_block *block, uint32_t level)
{
    const coding_book *book = of->asked->book;
    coding_entry       first = coding_find(book, block->first), last = coding_find(book, block->last);
    for (size_t i = 0; i < of->roots.count; i++) {
        if (coding_entry_is_within(of->roots.items[i], first, last)) print_entry(of, of->roots.items[i], level);
    }
}

static void print_block(walk *of, const coding_block *block, uint32_t level)
{
    if (level >= of->deepest) return;
    print(of, level, is_chapter(block) ? "chapter" : "section", block->name, block->title);
    if (!is_chapter(block) && level + 1 < of->deepest) print_rows_of(of, block, level + 1);
}

static bool print_blocks(walk *of)
{
    coding_blocks blocks = coding_book_blocks(of->asked->desk, of->system);
    for (size_t i = 0; i < blocks.count; i++) print_block(of, &blocks.items[i], !is_chapter(&blocks.items[i]));
    return blocks.count > 0;
}

/* The whole system: chapters, sections and categories, or, where it has no chapters, its top rows. */
static int print_system(walk *of)
{
    uint32_t depth = of->asked->options->depth;
    of->deepest = depth ? depth : 3;
    if (print_blocks(of)) return ALL_WELL;
    of->deepest = depth ? depth : 1;
    for (size_t i = 0; i < of->roots.count; i++) print_entry(of, of->roots.items[i], 0);
    return of->roots.count ? ALL_WELL : FOUND;
}

static bool same_name(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        if ((*a | 32) != (*b | 32)) return false;
    }
    return *a == *b;
}

/* A chapter or section by its name: "E08-E13", "chapter 4". */
static bool print_named_block(walk *of, const char *name)
{
    coding_blocks blocks = coding_book_blocks(of->asked->desk, of->system);
    bool          is_inside = false;
    for (size_t i = 0; i < blocks.count; i++) {
        const coding_block *block = &blocks.items[i];
        bool                is_named = same_name(block->name, name);
        if (is_inside && is_chapter(block)) break;
        if (is_named || is_inside) print_block(of, block, !is_named);
        if (is_named && !is_chapter(block)) return true;
        is_inside = is_inside || is_named;
    }
    return is_inside;
}

static coding_system system_of_tree(const session *asked)
{
    if (asked->system) return asked->system;
    if (coding_book_has_system(asked->book, CODING_ICD10CM)) return CODING_ICD10CM;
    return coding__session_next_system(asked->book, CODING_ANY);
}

static void turn_to(walk *of, coding_system system)
{
    of->system = system;
    of->on = coding__session_day(of->asked, system);
    if (!of->on) of->on = coding_book_newest(of->asked->book, system);
}

static int print_below(walk *of, const char *text)
{
    telling  told;
    uint32_t depth = of->asked->options->depth;
    of->deepest = depth ? depth : UNLIMITED;
    if (print_named_block(of, text)) return ALL_WELL;
    coding__telling_ask(&told, of->asked, text, strlen(text));
    bool         is_known = told.verdict.code && told.verdict.rule != CODING_RULE_AMBIGUOUS;
    coding_entry entry = is_known ? coding_find(of->asked->book, told.verdict.code) : (coding_entry){0};
    if (!entry.book) {
        if (of->asked->out->format == FOR_PEOPLE) coding__telling_lines(&told, of->asked);
        return FOUND;
    }
    turn_to(of, coding_code_system(told.verdict.code));
    if (coding__options_has(of->asked->options, OPTION_DAY)) of->on = told.verdict.on;
    print_entry(of, entry, 0);
    return ALL_WELL;
}

static int run(session *asked)
{
    walk of = {.asked = asked, .to = {.out = asked->out}};
    turn_to(&of, system_of_tree(asked));
    of.roots = coding_book_roots(asked->desk, of.system, of.on);
    if (!coding__session_word_count(asked)) return print_system(&of);
    int answer = ALL_WELL;
    for (size_t i = 0; i < coding__session_word_count(asked); i++) {
        int found = print_below(&of, coding__session_words(asked)[i]);
        answer = answer ? answer : found;
    }
    return answer;
}

const command coding__tree_command = {
    .name = "tree",
    .words = "[CODE...]",
    .summary = "chapters, sections and categories; or all that is below a code",
    .detail = "Without CODE: the chapters, sections and categories of a system (-s; else ICD-10-CM). With CODE:\n"
              "it and everything below it; CODE may also be a chapter or section, \"Chapter 4\" or E08-E13.\n"
              "Codes that may stand are green on a terminal; the others are headers.",
    .examples = "coding tree --depth 1\n"
                "coding tree E11\n"
                "coding tree E08-E13 --depth 2\n"
                "coding tree -s icd10pcs --tsv",
    .exit = "0  printed\n1  there is no such code",
    .options = TAKES_QUESTION | TAKES(DEPTH),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
