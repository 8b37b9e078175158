/* coding search: codes from words. */
#include "tool/command.h"
#include "tool/hit.h"
#include "tool/input.h"

#include <string.h>

enum { QUESTION_TEXT = 4096 };

static coding_hits ask(session *asked, const char *text, size_t length)
{
    bool                  is_given = coding__options_has(asked->options, OPTION_DAY);
    coding_search_options wanted = {
        .size = sizeof wanted,
        .system = asked->system,
        .on = coding__session_search_day(asked),
        .count = asked->options->count,
        .billable_only = coding__options_has(asked->options, OPTION_BILLABLE),
    };
    coding_hits hits = coding_search(asked->desk, text, length, &wanted);
    if (hits.count || is_given || !wanted.on) return hits;
    wanted.on = 0; /* nothing of today's: of the newest editions, whatever they are */
    return coding_search(asked->desk, text, length, &wanted);
}

static bool print_hits(session *asked, coding_hits hits, const char *question)
{
    for (size_t i = 0; i < hits.count; i++) {
        switch (asked->out->format) {
        case FOR_PEOPLE: coding__hit_lines(asked, &hits.items[i], question); break;
        case AS_TSV: coding__hit_row(asked, &hits.items[i]); break;
        case AS_JSON: coding__hit_object(asked, &hits.items[i], question); break;
        }
    }
    return hits.count > 0;
}

/* One line of codes without dots; an empty one where nothing is found, so that lines correspond. */
static bool print_codes(session *asked, coding_hits hits)
{
    char code[CODING_CODE_TEXT];
    for (size_t i = 0; i < hits.count; i++) {
        if (i) coding__output_printf(asked->out, " ");
        coding__output_text(asked->out, coding_code_format_bare(coding_entry_code(hits.items[i].entry), code));
    }
    coding__output_line(asked->out);
    return hits.count > 0;
}

typedef struct asking {
    session *asked;
    bool     all_found;
} asking;

static bool answer_line(void *to, char *line, size_t length)
{
    asking *run = to;
    coding_desk_clear(run->asked->desk);
    run->all_found = print_codes(run->asked, ask(run->asked, line, length)) && run->all_found;
    return true;
}

/* Every line of standard input is a question. */
static int answer_input(session *asked)
{
    asking run = {asked, true};
    if (coding__input_lines(asked, answer_line, &run) == FAILED) return FAILED;
    return run.all_found ? ALL_WELL : FOUND;
}

/* The words of the command line as one question. */
static bool join_words(const session *asked, char question[QUESTION_TEXT])
{
    size_t put = 0;
    for (size_t i = 0; i < coding__session_word_count(asked); i++) {
        const char *word = coding__session_words(asked)[i];
        int         wrote = snprintf(question + put, QUESTION_TEXT - put, "%s%s", i ? " " : "", word);
        if (wrote < 0 || (size_t)wrote >= QUESTION_TEXT - put) return false;
        put += (size_t)wrote;
    }
    return true;
}

static int run(session *asked)
{
    char question[QUESTION_TEXT];
    bool only_codes = coding__options_has(asked->options, OPTION_CODES);
    if (!coding__session_word_count(asked)) {
        if (only_codes) return answer_input(asked);
        return coding__complain("`coding search` needs WORDS, or --codes and lines of them on standard input");
    }
    if (!join_words(asked, question)) return coding__complain("so many words are no question");
    coding_hits hits = ask(asked, question, strlen(question));
    if (hits.status != CODING_OK) return coding__complain("search: %s", coding_status_text(hits.status));
    if (only_codes) return print_codes(asked, hits) ? ALL_WELL : FOUND;
    if (print_hits(asked, hits, question)) return ALL_WELL;
    if (asked->out->format == FOR_PEOPLE) coding__output_printf(asked->out, "nothing found\n");
    return FOUND;
}

const command coding__search_command = {
    .name = "search",
    .words = "WORDS...",
    .summary = "codes from words: titles, inclusion terms and the Alphabetic Index",
    .detail = "Finds codes from words, best first, and tells where the words were found. With --codes it prints\n"
              "one line of codes without dots, separated by blanks, for WORDS, or where none are given for each\n"
              "line of standard input; an empty line where nothing is found.",
    .examples = "coding search sprained left ankle\n"
                "coding search -n 3 -s icd10pcs laparoscopic appendectomy\n"
                "coding search --codes --billable < diagnoses.txt",
    .exit = "0  something was found (with --codes: for every line)\n1  nothing was",
    .options = TAKES_QUESTION | TAKES(COUNT) | TAKES(BILLABLE) | TAKES(CODES),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
