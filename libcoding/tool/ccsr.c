/* coding ccsr: clinical categories of diagnoses. */
#include "tool/command.h"
#include "tool/input.h"
#include "tool/json.h"

#include <string.h>

enum { NAME_COLUMN = 8 };

typedef struct classing {
    session *asked;
    bool     failed;
    bool     unknown; /* some code has no category */
} classing;

/* What a category is the default of. */
static const char *default_of(const coding_ccsr *all, const coding_ccsr_category *one)
{
    bool in = !strcmp(all->inpatient.name, one->name), out = !strcmp(all->outpatient.name, one->name);
    if (in && out) return "  (default)";
    return in ? "  (default, inpatient)" : out ? "  (default, outpatient)" : "";
}

static void print_lines(output *out, const char *code, const coding_ccsr *all)
{
    coding__output_styled(out, STRONG, code);
    coding__output_printf(out, all->count ? "\n" : "  no category in CCSR %s\n", all->version);
    for (size_t i = 0; i < all->count; i++) {
        coding__output_printf(out, "  ");
        coding__output_padded(out, PLAIN, all->categories[i].name, NAME_COLUMN);
        coding__output_text(out, all->categories[i].title);
        coding__output_styled(out, DIM, default_of(all, &all->categories[i]));
        coding__output_line(out);
    }
}

static void print_row(output *out, const char *code, const coding_ccsr *all)
{
    char   names[CODING_CCSR_MOST * 16] = "";
    size_t put = 0;
    for (size_t i = 0; i < all->count && put < sizeof names; i++)
        put += (size_t)snprintf(names + put, sizeof names - put, "%s%s", i ? " " : "", all->categories[i].name);
    OUTPUT_ROW(out, code, all->version, names, all->inpatient.name, all->outpatient.name);
}

static void print_object(output *out, const char *code, const coding_ccsr *all)
{
    json to = {.out = out};
    coding__json_object(&to, NULL);
    coding__json_text(&to, "code", code);
    coding__json_text(&to, "version", all->version);
    coding__json_list(&to, "categories");
    for (size_t i = 0; i < all->count; i++) {
        coding__json_object(&to, NULL);
        coding__json_text(&to, "name", all->categories[i].name);
        coding__json_text(&to, "title", all->categories[i].title);
        coding__json_object_end(&to);
    }
    coding__json_list_end(&to);
    coding__json_text(&to, "inpatient", *all->inpatient.name ? all->inpatient.name : NULL);
    coding__json_text(&to, "outpatient", *all->outpatient.name ? all->outpatient.name : NULL);
    coding__json_source(&to, "source", all->source);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static bool take_line(void *to, char *line, size_t length)
{
    classing   *run = to;
    char        text[CODING_CODE_TEXT];
    coding_code code = coding_parse(CODING_ICD10CM, line, length).code;
    coding_ccsr all = coding_ccsr_of(run->asked->book, code, NULL);
    const char *name = code ? coding_code_format(code, text) : line;
    if (!length) return true;
    if (all.status != CODING_OK) {
        coding__complain("the book has no CCSR: `coding build` reads AHRQ's DXCCSR files");
        run->failed = true;
        return false;
    }
    switch (run->asked->out->format) {
    case FOR_PEOPLE: print_lines(run->asked->out, name, &all); break;
    case AS_TSV: print_row(run->asked->out, name, &all); break;
    case AS_JSON: print_object(run->asked->out, name, &all); break;
    }
    if (!all.count) run->unknown = true;
    return true;
}

static int run(session *asked)
{
    classing run = {.asked = asked};
    size_t   count = coding__session_word_count(asked);
    for (size_t i = 0; i < count && !run.failed; i++) {
        char word[64];
        snprintf(word, sizeof word, "%s", coding__session_words(asked)[i]);
        take_line(&run, word, strlen(word));
    }
    if (!count && coding__input_lines(asked, take_line, &run) == FAILED) return FAILED;
    return run.failed ? FAILED : run.unknown ? FOUND : ALL_WELL;
}

const command coding__ccsr_command = {
    .name = "ccsr",
    .words = "[CODE...]",
    .summary = "clinical categories of diagnoses (CCSR)",
    .detail = "Lists the categories of each ICD-10-CM CODE, or of each line of standard input, in the Clinical\n"
              "Classifications Software Refined of AHRQ, the newest that the book has, and which of them is the\n"
              "default for the principal diagnosis of a stay or the first-listed of a visit: none, where the code\n"
              "may not stand first. The book has it where a release (DXCCSR_v2025-1.csv) was given to `coding\n"
              "build`.",
    .examples = "coding ccsr E11.22\n"
                "coding ccsr --tsv < codes.txt",
    .exit = "0  every code has a category\n1  one has none",
    .options = TAKES(BOOK) | TAKES_FORM,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
