/* coding search: codes from words. */
#define _POSIX_C_SOURCE 200809L

#include "tool/command.h"
#include "tool/json.h"
#include "tool/marking.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_COLUMN = 12, QUESTION_TEXT = 4096 };

static const char *field_name(coding_field field)
{
    switch (field) {
    case CODING_FIELD_CODE:      return "code";
    case CODING_FIELD_TITLE:     return "title";
    case CODING_FIELD_INCLUSION: return "inclusion";
    case CODING_FIELD_INDEX:     return "index";
    }
    return "title";
}

static const char *field_words(coding_field field)
{
    switch (field) {
    case CODING_FIELD_CODE:      return "the code";
    case CODING_FIELD_TITLE:     return "title";
    case CODING_FIELD_INCLUSION: return "inclusion term";
    case CODING_FIELD_INDEX:     return "Index";
    }
    return "title";
}

static coding_hits ask(session *asked, const char *text, size_t length)
{
    bool                  is_given = coding__options_has(asked->options, OPTION_DAY);
    coding_search_options wanted = {
        .size = sizeof wanted,
        .system = asked->system,
        .on = coding__session_day(asked, asked->system),
        .count = asked->options->count,
        .billable_only = coding__options_has(asked->options, OPTION_BILLABLE),
    };
    coding_hits hits = coding_search(asked->desk, text, length, &wanted);
    if (hits.count || is_given || !wanted.on) return hits;
    wanted.on = 0; /* nothing of today's: of the newest editions, whatever they are */
    return coding_search(asked->desk, text, length, &wanted);
}

static coding_date title_day(const session *asked, coding_entry entry)
{
    return coding__session_day(asked, coding_code_system(coding_entry_code(entry)));
}

static void print_lines(session *asked, const coding_hit *hit, const char *question)
{
    output     *out = asked->out;
    char        code[CODING_CODE_TEXT];
    const char *title = coding_entry_title(asked->desk, hit->entry, title_day(asked, hit->entry));
    coding_code_format(coding_entry_code(hit->entry), code);
    coding__output_padded(out, STRONG, code, CODE_COLUMN);
    coding__marking_write(out, title, question);
    coding__output_line(out);
    if (hit->field == CODING_FIELD_TITLE || hit->field == CODING_FIELD_CODE || strcmp(hit->why, title) == 0) return;
    coding__output_printf(out, "%*s", CODE_COLUMN, "");
    coding__output_style(out, DIM);
    coding__output_printf(out, "%s: ", field_words(hit->field));
    coding__output_style(out, PLAIN);
    coding__marking_write(out, hit->why, question);
    coding__output_line(out);
}

static void print_row(session *asked, const coding_hit *hit)
{
    char code[CODING_CODE_TEXT], score[NUMBER_TEXT];
    snprintf(score, sizeof score, "%.4f", (double)hit->score);
    OUTPUT_ROW(asked->out, coding_code_format(coding_entry_code(hit->entry), code),
               coding_entry_title(asked->desk, hit->entry, title_day(asked, hit->entry)), field_name(hit->field), hit->why, score);
}

/* The words of the question that the hit holds, as numbers from 0. */
static void write_matched(json *to, uint64_t matched)
{
    coding__json_list(to, "matched");
    for (unsigned word = 0; word < 64; word++) {
        if (matched >> word & 1) coding__json_number(to, NULL, word);
    }
    coding__json_list_end(to);
}

static void print_object(session *asked, const coding_hit *hit)
{
    json        to = {.out = asked->out};
    coding_code code = coding_entry_code(hit->entry);
    coding__json_object(&to, NULL);
    coding__json_code(&to, "code", code);
    coding__json_text(&to, "system", coding_book_system_name(asked->book, coding_code_system(code)));
    coding__json_text(&to, "title", coding_entry_title(asked->desk, hit->entry, title_day(asked, hit->entry)));
    coding__json_text(&to, "field", field_name(hit->field));
    coding__json_text(&to, "why", hit->why);
    coding__json_real(&to, "score", (double)hit->score);
    write_matched(&to, hit->matched);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static bool print_hits(session *asked, coding_hits hits, const char *question)
{
    for (size_t i = 0; i < hits.count; i++) {
        switch (asked->out->format) {
        case FOR_PEOPLE: print_lines(asked, &hits.items[i], question); break;
        case AS_TSV:     print_row(asked, &hits.items[i]); break;
        case AS_JSON:    print_object(asked, &hits.items[i]); break;
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

/* Every line of standard input is a question. */
static int answer_input(session *asked)
{
    char  *line = NULL;
    size_t room = 0;
    bool   all_found = true;
    for (ssize_t got; (got = getline(&line, &room, stdin)) >= 0;) {
        size_t length = (size_t)got;
        while (length && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
        coding_desk_clear(asked->desk);
        all_found = print_codes(asked, ask(asked, line, length)) && all_found;
        if (ferror(asked->out->file)) break;
    }
    free(line);
    if (ferror(stdin)) return coding__complain("the standard input cannot be read");
    return all_found ? ALL_WELL : FOUND;
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
