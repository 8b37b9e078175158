/* coding check: may these codes stand? */
#include "tool/command.h"
#include "tool/input.h"
#include "tool/telling.h"

#include <string.h>

/* What a run of checks holds; one telling is used again and again, so any number of lines takes the same memory. */
typedef struct checking {
    session *asked;
    telling  told;
    json     to;
    bool     all_stand;
} checking;

static void print(checking *checks)
{
    switch (checks->asked->out->format) {
    case FOR_PEOPLE: coding__telling_lines(&checks->told, checks->asked); break;
    case AS_TSV: coding__telling_row(&checks->told, checks->asked); break;
    case AS_JSON: coding__telling_object(&checks->told, checks->asked, &checks->to); break;
    }
    if (!coding__telling_stands(&checks->told)) checks->all_stand = false;
}

static void check(checking *checks, const char *text, size_t length)
{
    coding_desk_clear(checks->asked->desk);
    coding__telling_ask(&checks->told, checks->asked, text, length);
    print(checks);
}

static void check_on(checking *checks, const char *text, size_t length, const char *day, size_t day_length)
{
    coding_date on = coding_date_parse(day, day_length);
    coding_desk_clear(checks->asked->desk);
    if (on) coding__telling_ask_on(&checks->told, checks->asked, text, length, on);
    else coding__telling_refuse(&checks->told, text, length, "the day is none of the calendar; write it as 2025-10-01");
    print(checks);
}

/* CODE or CODE<tab>DAY; what follows a second tab is passed over. */
static bool check_line(void *to, char *line, size_t length)
{
    checking   *checks = to;
    const char *tab = memchr(line, '\t', length);
    const char *day = tab ? tab + 1 : line + length;
    size_t      left = length - (size_t)(day - line);
    const char *next = memchr(day, '\t', left);
    size_t      day_length = next ? (size_t)(next - day) : left;
    if (!tab) check(checks, line, length);
    else if (!day_length) check(checks, line, (size_t)(tab - line));
    else check_on(checks, line, (size_t)(tab - line), day, day_length);
    return true;
}

/* People at a terminal are told which day they asked about. */
static void tell_day(const session *asked)
{
    output        *out = asked->out;
    char           day[DAY_TEXT];
    coding_date    on = coding__session_day(asked, asked->system);
    coding_edition edition = coding__session_edition(asked->book, asked->system, on);
    if (out->format != FOR_PEOPLE || !out->terminal) return;
    coding__output_style(out, DIM);
    if (on) coding__output_printf(out, "on %s", coding__output_day(on, day));
    else coding__output_printf(out, "in each system's newest edition");
    if (asked->system && edition.first) coding__output_printf(out, on ? ", %s" : ": %s", edition.release);
    coding__output_style(out, PLAIN);
    coding__output_line(out);
}

static int run(session *asked)
{
    checking checks = {.asked = asked, .to = {.out = asked->out}, .all_stand = true};
    size_t   count = coding__session_word_count(asked);
    for (size_t i = 0; i < count; i++) {
        check(&checks, coding__session_words(asked)[i], strlen(coding__session_words(asked)[i]));
    }
    if (!count && coding__input_lines(asked, check_line, &checks) == FAILED) return FAILED;
    tell_day(asked);
    return checks.all_stand ? ALL_WELL : FOUND;
}

const command coding__check_command = {
    .name = "check",
    .words = "[CODE...]",
    .summary = "may a code stand on its day of service?",
    .detail = "Checks each CODE, or where none is given each line of standard input (CODE, or CODE, a tab and\n"
              "its DAY), and prints a line a code: the code, the verdict, its title or the reason, and what may\n"
              "have been meant. The day is -d, else today where an edition of the code's system reaches it,\n"
              "else that system's newest edition.",
    .examples = "coding check G35 -d 2025-10-01\n"
                "coding check -s icd10cm e119 S134A \"E11,9\"\n"
                "cut -f 3 claims.tsv | coding check --tsv > checked.tsv\n"
                "printf 'G35\\t2025-09-30\\n' | coding check --json",
    .exit = "0  every code stands\n1  one or more do not",
    .options = TAKES_QUESTION,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
