/* coding review: what every rule of the book says of claims. */
#include "tool/review.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool/html.h"

enum { EXAMPLES = 20, WORD = 64 };

static coding_claim_rule rule_named(const char *name, size_t length)
{
    int rule = 0;
    for (; rule < CODING_CLAIM_RULE_TOTAL; rule++) {
        const char *known = coding_claim_rule_name((coding_claim_rule)rule);
        if (strlen(known) == length && memcmp(known, name, length) == 0) break;
    }
    return (coding_claim_rule)rule;
}

static bool refuse_rule(const char *name, size_t length)
{
    coding__complain("no such rule: %.*s; the rules are:", (int)(length < WORD ? length : WORD), name);
    for (int i = 0; i < CODING_CLAIM_RULE_TOTAL; i++)
        fprintf(stderr, " %s", coding_claim_rule_name((coding_claim_rule)i));
    fputc('\n', stderr);
    return false;
}

/* "ncci-ptp,mue" as bits. */
static bool read_rules(const char *text, uint64_t *rules)
{
    while (text && *text) {
        size_t            length = strcspn(text, ",");
        coding_claim_rule rule = rule_named(text, length);
        if (rule == CODING_CLAIM_RULE_TOTAL) return refuse_rule(text, length);
        *rules |= UINT64_C(1) << rule;
        text += length + (text[length] == ',');
    }
    return true;
}

static bool is_claim(const char *word) { return strchr(word, '|') != NULL; }

static void add_sizes(reviewing *of)
{
    for (size_t i = 0; i < coding__session_word_count(of->asked); i++) {
        const char *word = coding__session_words(of->asked)[i];
        if (!is_claim(word)) of->total += coding__review_size(word);
    }
}

static void review_all(reviewing *of)
{
    const char *claim = of->asked->options->claim;
    size_t      count = coding__session_word_count(of->asked);
    coding__progress_start(&of->bar, coding__options_has(of->asked->options, OPTION_QUIET));
    add_sizes(of);
    if (claim) coding__review_text(of, claim);
    else if (!count) coding__review_path(of, NULL);
    for (size_t i = 0; i < count; i++) {
        const char *word = coding__session_words(of->asked)[i];
        if (is_claim(word)) coding__review_text(of, word);
        else coding__review_path(of, strcmp(word, "-") == 0 ? NULL : word);
    }
    coding__progress_end(&of->bar);
}

/* The page of --report, which takes the place of an old one when it is whole. */
static bool write_report(reviewing *of, const char *path)
{
    FILE *file = fopen(path, "wb");
    if (!file) return coding__complain("%s: %s", path, strerror(errno)), false;
    bool written = coding__review_page(of, file);
    if (fclose(file) != 0) written = false;
    if (!written) coding__complain("%s: it could not be written", path);
    return written;
}

static bool write_pages(reviewing *of)
{
    const options *given = of->asked->options;
    if (coding__options_has(given, OPTION_HTML)) return coding__review_page(of, of->asked->out->file);
    if (of->asked->out->format == FOR_PEOPLE) coding__review_summary(of);
    return !given->report || write_report(of, given->report);
}

static int answer(const reviewing *of)
{
    if (of->no_memory || of->seen.no_memory) return coding__complain("%s", coding_status_text(CODING_NO_MEMORY));
    if (of->failed) return FAILED;
    return of->seen.claims == of->seen.stand[STANDS_FINE] && !of->seen.troubles ? ALL_WELL : FOUND;
}

static bool is_sound(const options *given)
{
    bool html = coding__options_has(given, OPTION_HTML);
    if (html && !coding__html_is_alone(given)) return false;
    if (html && given->report) coding__complain("--html prints the page that --report FILE writes: take one");
    else return true;
    return false;
}

static int run(session *asked)
{
    const options *given = asked->options;
    reviewing     *of = calloc(1, sizeof *of);
    bool           shows_all = !given->report && !coding__options_has(given, OPTION_QUIET);
    int            code = FAILED;
    if (!of) return coding__complain("%s", coding_status_text(CODING_NO_MEMORY));
    of->asked = asked;
    of->options = (coding_review_options){.size = sizeof of->options,
                                          .no_notes = coding__options_has(given, OPTION_NO_NOTES)};
    of->seen.most = given->count ? given->count : EXAMPLES;
    of->is_told = !coding__options_has(given, OPTION_HTML) && (shows_all || given->format != FOR_PEOPLE);
    if (is_sound(given) && read_rules(given->rules, &of->options.rules)) {
        review_all(of);
        code = write_pages(of) ? answer(of) : FAILED;
    }
    coding__tally_end(&of->seen);
    free(of);
    return code;
}

const command coding__review_command = {
    .name = "review",
    .words = "[FILE|FOLDER|CLAIM...]",
    .summary = "what every rule says of claims: denials, warnings, what would cure them",
    .detail = "Reviews the claims of each FILE (X12 837 professional, institutional or dental; a tidy table of\n"
              "claims; lines in the short form) or of all files of a FOLDER, of standard input where none is\n"
              "given, or a CLAIM in the short form, whose pieces are parted by |. It prints each claim that a rule\n"
              "speaks of with its findings, each with the table row that says so, and what there was in all.\n"
              "A broken claim is told with its place, and the next ones are read. --report FILE writes a page\n"
              "to look at and to print instead; it keeps counts and -n examples of each rule (else 20), so that\n"
              "any number of claims takes the same memory.",
    .examples = "coding review \"professional 2024-07-15 | dx K63.5 | 45385 | 45378\"\n"
                "coding review claims.837\n"
                "coding review --report report.html claims/\n"
                "coding review --rules ncci-ptp,mue --tsv claims.tsv | cut -f 1,2,12\n"
                "coding review --json --no-notes < claims.837 | jq .findings[].rule",
    .exit = "0  nothing was found beyond notes\n1  something was found, or a claim is broken",
    .options = TAKES(BOOK) | TAKES(RULES) | TAKES(NO_NOTES) | TAKES(CLAIM) | TAKES(REPORT) | TAKES(HTML) | TAKES(COUNT)
               | TAKES(QUIET) | TAKES_FORM,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
