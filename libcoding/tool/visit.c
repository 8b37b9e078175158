/* coding visit: the level of a visit, from what the record has. */
#include "tool/command.h"
#include "tool/input.h"
#include "tool/json.h"

#include <string.h>

enum { ELEMENT = 18, COLUMN = 18, LABEL = 12, ELEMENTS = 4, LIST_TEXT = 64 };

static const char *const elements[ELEMENTS] = {"problems", "data", "risk", "time"};

/* A visit with its answer. */
typedef struct judged {
    coding_visit       visit;
    coding_visit_level level;
    coding_date        on;
    char               billed[CODING_CODE_TEXT]; /* empty where none */
    char               code[CODING_CODE_TEXT];
    char               by_mdm[CODING_CODE_TEXT];
    char               by_time[CODING_CODE_TEXT];
    char               prolonged[CODING_CODE_TEXT];
    char               lacking[LIST_TEXT]; /* "problems data" */
} judged;

static void spell(coding_code code, char text[CODING_CODE_TEXT])
{
    text[0] = '\0';
    if (code) coding_code_format(code, text);
}

static void list_lacking(judged *of, const char *between)
{
    size_t put = 0;
    of->lacking[0] = '\0';
    for (unsigned i = 0; i < ELEMENTS; i++) {
        if (!(of->level.lacking >> i & 1)) continue;
        put += (size_t)snprintf(of->lacking + put, LIST_TEXT - put, "%s%s", put ? between : "", elements[i]);
    }
}

static void judge(const session *asked, judged *of)
{
    of->on = asked->today;
    of->level = coding_visit_judge(asked->desk, &of->visit, of->on);
    spell(of->visit.billed, of->billed);
    spell(of->level.code, of->code);
    spell(of->level.by_mdm, of->by_mdm);
    spell(of->level.by_time, of->by_time);
    spell(of->level.prolonged, of->prolonged);
    list_lacking(of, asked->out->format == FOR_PEOPLE ? ", " : " ");
}

static const char *named(coding_mdm level) { return level ? coding_mdm_name(level) : "-"; }

/* One line of the table: what the billed code asks for, what the record has, the code that it supports. */
static void print_element(output *out, const char *name, const char *needed, const char *has, bool lacks,
                          const char *code)
{
    coding__output_printf(out, "  %-*s%-*s", ELEMENT, name, COLUMN, needed);
    if (*code) {
        coding__output_padded(out, lacks ? BAD : PLAIN, has, COLUMN);
        coding__output_styled(out, STRONG, code);
    } else {
        coding__output_styled(out, lacks ? BAD : PLAIN, has);
    }
    coding__output_line(out);
}

static void print_time(output *out, const judged *of)
{
    char needed[NUMBER_TEXT] = "-", has[NUMBER_TEXT] = "-";
    if (of->level.minutes_needed) snprintf(needed, sizeof needed, "%u min", of->level.minutes_needed);
    if (of->visit.minutes) snprintf(has, sizeof has, "%u min", of->visit.minutes);
    print_element(out, "time", needed, has, of->level.lacking >> 3 & 1, of->by_time);
}

static void print_table(output *out, const judged *of)
{
    const coding_visit_level *level = &of->level;
    const coding_mdm          has[] = {level->problems, level->data, level->risk};
    coding__output_style(out, DIM);
    coding__output_printf(out, "  %-*s%-*s%-*s%s\n", ELEMENT, "", COLUMN, of->visit.billed ? "asked for" : "", COLUMN,
                          "the record", "supports");
    coding__output_style(out, PLAIN);
    for (unsigned i = 0; i < 3; i++)
        print_element(out, elements[i], named(level->needed), named(has[i]), level->lacking >> i & 1, "");
    print_element(out, "two of the three", named(level->needed), named(level->mdm), false, of->by_mdm);
    print_time(out, of);
}

static void print_billed(output *out, const judged *of)
{
    style how = of->level.answer == CODING_VISIT_SUPPORTED   ? GOOD
                : of->level.answer == CODING_VISIT_OVERCODED ? BAD
                                                             : DOUBTFUL;
    if (!of->visit.billed) return;
    coding__output_printf(out, "  %-*s%s: ", LABEL, "billed", of->billed);
    coding__output_styled(out, how, coding_visit_answer_name(of->level.answer));
    if (*of->lacking) coding__output_printf(out, "; less than it asks for: %s", of->lacking);
    coding__output_line(out);
}

static void print_lines(output *out, const judged *of)
{
    char day[DAY_TEXT];
    coding__output_styled(out, STRONG, coding_visit_family_name(of->level.family));
    coding__output_printf(out, " on %s\n", coding__output_day(of->on, day));
    print_table(out, of);
    coding__output_printf(out, "  %-*s", LABEL, "supported");
    coding__output_styled(out, STRONG, *of->code ? of->code : "no code");
    coding__output_line(out);
    if (*of->prolonged)
        coding__output_printf(out, "  %-*s%s, units: %u\n", LABEL, "prolonged", of->prolonged,
                              of->level.prolonged_units);
    print_billed(out, of);
    if (!of->level.source.release) return;
    coding__output_style(out, DIM);
    coding__output_printf(out, "  [%s, %s line %u]", of->level.source.release, of->level.source.table,
                          (unsigned)of->level.source.line);
    coding__output_style(out, PLAIN);
    coding__output_line(out);
}

static const char *count_of(uint32_t number, char text[NUMBER_TEXT])
{
    text[0] = '\0';
    if (number) snprintf(text, NUMBER_TEXT, "%u", number);
    return text;
}

static void print_row(output *out, const judged *of)
{
    const coding_visit_level *level = &of->level;
    char day[DAY_TEXT], minutes[NUMBER_TEXT], least[NUMBER_TEXT], units[NUMBER_TEXT], line[NUMBER_TEXT];
    OUTPUT_ROW(out, coding_visit_family_name(level->family), coding__output_day(of->on, day), of->code, of->by_mdm,
               of->by_time, coding_mdm_name(level->mdm), coding_mdm_name(level->problems), coding_mdm_name(level->data),
               coding_mdm_name(level->risk), count_of(of->visit.minutes, minutes), of->billed,
               coding_visit_answer_name(level->answer), of->lacking, coding_mdm_name(level->needed),
               count_of(level->minutes_needed, least), of->prolonged, count_of(level->prolonged_units, units),
               level->source.release, level->source.table, count_of(level->source.line, line));
}

static void write_text(json *to, const char *name, const char *text)
{
    coding__json_text(to, name, *text ? text : NULL);
}

static void write_lacking(json *to, const judged *of)
{
    coding__json_list(to, "lacking");
    for (unsigned i = 0; i < ELEMENTS; i++)
        if (of->level.lacking >> i & 1) coding__json_text(to, NULL, elements[i]);
    coding__json_list_end(to);
}

static void write_supported(json *to, const judged *of)
{
    write_text(to, "code", of->code);
    write_text(to, "by_mdm", of->by_mdm);
    write_text(to, "by_time", of->by_time);
    coding__json_text(to, "mdm", coding_mdm_name(of->level.mdm));
    coding__json_text(to, "problems", coding_mdm_name(of->level.problems));
    coding__json_text(to, "data", coding_mdm_name(of->level.data));
    coding__json_text(to, "risk", coding_mdm_name(of->level.risk));
    coding__json_number(to, "minutes", of->visit.minutes);
}

static void write_object(output *out, const judged *of)
{
    json to = {.out = out};
    coding__json_object(&to, NULL);
    coding__json_text(&to, "family", coding_visit_family_name(of->level.family));
    coding__json_day(&to, "on", of->on);
    write_supported(&to, of);
    write_text(&to, "billed", of->billed);
    coding__json_text(&to, "answer", coding_visit_answer_name(of->level.answer));
    write_lacking(&to, of);
    coding__json_text(&to, "needed", coding_mdm_name(of->level.needed));
    coding__json_number(&to, "minutes_needed", of->level.minutes_needed);
    write_text(&to, "prolonged", of->prolonged);
    coding__json_number(&to, "prolonged_units", of->level.prolonged_units);
    coding__json_source(&to, "source", of->level.source);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static void print(output *out, const judged *of)
{
    switch (out->format) {
    case FOR_PEOPLE: print_lines(out, of); return;
    case AS_TSV: print_row(out, of); return;
    case AS_JSON: write_object(out, of); return;
    }
}

/* ALL_WELL where the billed code is supported, or none was billed. `number` is that of a line of input, or 0. */
static int answer(session *asked, const char *text, size_t length, unsigned number)
{
    judged       of;
    coding_error error;
    char         day[DAY_TEXT], where[NUMBER_TEXT] = "";
    memset(&of, 0, sizeof of);
    if (number) snprintf(where, sizeof where, "line %u: ", number);
    if (!coding_visit_parse(text, length, &of.visit, &error))
        return coding__complain("%s%s%s%s", where, error.at, *error.at ? ": " : "", error.reason);
    judge(asked, &of);
    if (of.level.status != CODING_OK)
        return coding__complain("%sthe book has no levels of %s visits for %s", where,
                                coding_visit_family_name(of.level.family), coding__output_day(of.on, day));
    print(asked->out, &of);
    return of.level.answer > CODING_VISIT_SUPPORTED ? FOUND : ALL_WELL;
}

static int louder(int a, int b) { return a > b ? a : b; }

static int answer_words(session *asked)
{
    char   line[4096];
    size_t put = 0;
    for (size_t i = 0; i < coding__session_word_count(asked) && put < sizeof line; i++)
        put += (size_t)snprintf(line + put, sizeof line - put, "%s ", coding__session_words(asked)[i]);
    return put < sizeof line ? answer(asked, line, put, 0) : coding__complain("that is too long for a visit");
}

typedef struct answering {
    session *asked;
    unsigned number; /* of the line */
    int      worst;
} answering;

static bool answer_line(void *to, char *line, size_t length)
{
    answering *run = to;
    run->number++;
    if (strspn(line, " \t\r\n") != length && *line != '#')
        run->worst = louder(run->worst, answer(run->asked, line, length, run->number));
    return true;
}

static int answer_input(session *asked)
{
    answering run = {.asked = asked, .worst = ALL_WELL};
    return coding__input_lines(asked, answer_line, &run) == FAILED ? FAILED : run.worst;
}

static int run(session *asked) { return coding__session_word_count(asked) ? answer_words(asked) : answer_input(asked); }

const command coding__visit_command = {
    .name = "visit",
    .words = "[WORD...]",
    .summary = "the level of a visit, from what the record has",
    .detail = "Counts what a record has and says which level of an evaluation and management code it supports, by\n"
              "decision making (two of three: problems, data, risk) and by time, whether prolonged time is billed\n"
              "beside it, and whether the billed code is too high or too low. WORDs, or each line of standard\n"
              "input, name the family and what there is:\n"
              "\n"
              "  families  office-new office-established hospital-initial hospital-subsequent hospital-same-day\n"
              "            hospital-discharge consult-outpatient consult-inpatient emergency nursing-initial\n"
              "            nursing-subsequent home-new home-established; not needed beside billed=\n"
              "  problems  minor= stable_chronic= acute_uncomplicated= chronic_worse= undiagnosed=\n"
              "            acute_systemic= acute_complicated= chronic_severe= threat=\n"
              "  data      notes_reviewed= tests_reviewed= tests_ordered= historian interpretation discussion\n"
              "  risk      risk=minimal, low, moderate or high\n"
              "  time      minutes=, and medicare for prolonged time as Medicare counts it\n"
              "  billed=   the code that was billed\n"
              "\n"
              "The day is -d, else today.",
    .examples = "coding visit office-established stable_chronic=2 tests_ordered=2 risk=moderate\n"
                "coding visit billed=99215 minutes=38 stable_chronic=2 risk=moderate -d 2024-07-15\n"
                "coding visit --tsv < visits.txt",
    .exit = "0  the billed code is supported, or none was billed\n1  a billed code is not",
    .options = TAKES(BOOK) | TAKES(DAY) | TAKES_FORM,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
