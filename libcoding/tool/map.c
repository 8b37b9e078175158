/* coding map: from one code set to another, and from one year to the next. */
#include "tool/command.h"
#include "tool/input.h"
#include "tool/json.h"

#include <string.h>

enum { CODE_COLUMN = 10, KIND_COLUMN = 13, PLACE_TEXT = 32 };

/* What is asked of every code. */
typedef struct mapping {
    session      *asked;
    coding_system from; /* CODING_ANY: ICD-10-CM or ICD-10-PCS, by the form of the code */
    coding_system to;   /* CODING_ANY: from year to year */
    bool          all_found;
    bool          failed;
} mapping;

/* One code with its answer. */
typedef struct mapped {
    const char   *text;
    size_t        length;
    coding_parsed parsed;
    coding_mapped answer;
    const char   *kind;
} mapped;

static coding_parsed read_code(const mapping *run, const char *text, size_t length)
{
    if (run->from) return coding_parse(run->from, text, length);
    coding_parsed parsed = coding_parse(CODING_ICD10CM, text, length), other;
    if (parsed.code) return parsed;
    other = coding_parse(CODING_ICD10PCS, text, length);
    return other.code ? other : parsed;
}

static coding_mapped ask(const mapping *run, coding_code code, coding_date from)
{
    session *asked = run->asked;
    bool     dated = coding__options_has(asked->options, OPTION_DAY);
    if (run->to) return coding_map(asked->desk, code, run->to, CODING_MAP_GEM, dated ? asked->options->on : 0);
    return coding_map_years(asked->desk, code, from, coding__session_day(asked, coding_code_system(code)));
}

static const char *title_of(const session *asked, coding_code code)
{
    return coding_entry_title(asked->desk, coding_find(asked->book, code), 0);
}

static const char *spelled(coding_code code, char text[CODING_CODE_TEXT])
{
    return code ? coding_code_format(code, text) : "-";
}

static const char *asked_text(const mapped *one, char text[CODING_CODE_TEXT])
{
    return one->parsed.code ? coding_code_format(one->parsed.code, text) : NULL;
}

static void print_place(output *out, const coding_mapping *row)
{
    char day[DAY_TEXT];
    if (row->scenario) coding__output_printf(out, "scenario %u, list %u  ", row->scenario, row->choice);
    if (row->first) coding__output_printf(out, "%s ", coding__output_day(row->first, day));
    coding__output_style(out, DIM);
    if (row->guessed) coding__output_printf(out, "[no table says so: it began below the same heading]");
    else coding__output_printf(out, "[%s, line %u]", row->source.table, row->source.line);
    coding__output_style(out, PLAIN);
    coding__output_line(out);
}

static void print_line(output *out, const coding_mapping *row)
{
    char from[CODING_CODE_TEXT], to[CODING_CODE_TEXT];
    coding__output_printf(out, "    ");
    coding__output_padded(out, PLAIN, spelled(row->code, from), CODE_COLUMN);
    coding__output_printf(out, "> ");
    coding__output_padded(out, STRONG, spelled(row->target, to), CODE_COLUMN);
    coding__output_padded(out, PLAIN, coding_map_kind_name(row->kind), KIND_COLUMN);
    print_place(out, row);
}

/* The answer, the codes it ends in with their titles, and the rows that say so. */
static void print_lines(const session *asked, const mapped *one)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT];
    if (one->parsed.code) coding__output_padded(out, STRONG, asked_text(one, text), CODE_COLUMN);
    else
        coding__output_style(out, BAD), coding__output_bytes(out, one->text, one->length),
            coding__output_style(out, PLAIN);
    coding__output_printf(out, one->parsed.code ? "%s" : "  %s", one->kind);
    coding__output_line(out);
    for (size_t i = 0; i < one->answer.code_count; i++) {
        coding__output_printf(out, "  ");
        coding__output_padded(out, GOOD, coding_code_format(one->answer.codes[i], text), CODE_COLUMN);
        coding__output_wrapped(out, PLAIN, CODE_COLUMN + 2, title_of(asked, one->answer.codes[i]));
    }
    for (size_t i = 0; i < one->answer.count; i++) print_line(out, &one->answer.items[i]);
}

static void begin_row(output *out, const char *what, const mapped *one)
{
    char text[CODING_CODE_TEXT];
    coding__output_printf(out, "%s\t", what);
    if (one->parsed.code) coding__output_text(out, asked_text(one, text));
    else coding__output_bytes(out, one->text, one->length);
    coding__output_printf(out, "\t%s\t", one->kind);
}

static void print_row(output *out, const mapped *one, const coding_mapping *row)
{
    char from[CODING_CODE_TEXT], to[CODING_CODE_TEXT], day[DAY_TEXT];
    begin_row(out, "row", one);
    coding__output_printf(out, "%s\t%s\t%s\t%u\t%u\t%s\t", spelled(row->code, from), spelled(row->target, to),
                          row->guessed ? "guessed" : coding_map_kind_name(row->kind), row->scenario, row->choice,
                          coding__output_day(row->first, day));
    coding__output_text(out, row->source.release ? row->source.release : "");
    coding__output_printf(out, "\t");
    coding__output_text(out, row->source.table ? row->source.table : "");
    coding__output_printf(out, "\t%u\n", row->source.line);
}

/* Rows begin with what they are: an end of the answer, or a row that leads to it. */
static void print_rows(const session *asked, const mapped *one)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT];
    for (size_t i = 0; i < one->answer.code_count; i++) {
        begin_row(out, "end", one);
        OUTPUT_ROW(out, coding_code_format(one->answer.codes[i], text), title_of(asked, one->answer.codes[i]));
    }
    for (size_t i = 0; i < one->answer.count; i++) print_row(out, one, &one->answer.items[i]);
    if (one->answer.code_count + one->answer.count) return;
    begin_row(out, "end", one);
    OUTPUT_ROW(out, "", "");
}

static void write_row(json *to, const coding_mapping *row)
{
    char text[CODING_CODE_TEXT], day[DAY_TEXT];
    coding__json_object(to, NULL);
    coding__json_text(to, "code", coding_code_format(row->code, text));
    coding__json_text(to, "target", row->target ? coding_code_format(row->target, text) : NULL);
    coding__json_text(to, "kind", coding_map_kind_name(row->kind));
    coding__json_number(to, "scenario", row->scenario);
    coding__json_number(to, "choice", row->choice);
    coding__json_text(to, "first", row->first ? coding__output_day(row->first, day) : NULL);
    coding__json_truth(to, "guessed", row->guessed);
    coding__json_source(to, "source", row->source);
    coding__json_object_end(to);
}

static void print_object(const session *asked, const mapped *one)
{
    json to = {.out = asked->out};
    char text[CODING_CODE_TEXT];
    coding__json_object(&to, NULL);
    coding__json_bytes(&to, "asked", one->text, one->length);
    coding__json_text(&to, "code", asked_text(one, text));
    coding__json_text(&to, "kind", one->kind);
    coding__json_list(&to, "codes");
    for (size_t i = 0; i < one->answer.code_count; i++) {
        coding__json_object(&to, NULL);
        coding__json_text(&to, "code", coding_code_format(one->answer.codes[i], text));
        coding__json_text(&to, "title", title_of(asked, one->answer.codes[i]));
        coding__json_object_end(&to);
    }
    coding__json_list_end(&to);
    coding__json_list(&to, "rows");
    for (size_t i = 0; i < one->answer.count; i++) write_row(&to, &one->answer.items[i]);
    coding__json_list_end(&to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static void complain(mapping *run, coding_status status)
{
    run->failed = true;
    if (status != CODING_NOT_IN_BOOK) coding__complain("%s", coding_status_text(status));
    else if (run->to) coding__complain("the book has no crosswalk to %s from there", coding_system_name(run->to));
    else coding__complain("the book has no conversions for that system, or no edition that reaches the day");
}

static void map(mapping *run, const char *text, size_t length, coding_date from)
{
    session *asked = run->asked;
    mapped   one = {.text = text, .length = length, .parsed = read_code(run, text, length), .kind = "malformed"};
    coding_desk_clear(asked->desk);
    if (one.parsed.code) {
        one.answer = ask(run, one.parsed.code, from);
        one.kind = coding_map_kind_name(one.answer.kind);
        if (one.answer.status != CODING_OK) {
            complain(run, one.answer.status);
            return;
        }
    }
    switch (asked->out->format) {
    case FOR_PEOPLE: print_lines(asked, &one); break;
    case AS_TSV: print_rows(asked, &one); break;
    case AS_JSON: print_object(asked, &one); break;
    }
    if (!one.answer.code_count) run->all_found = false;
}

/* CODE or CODE<tab>DAY, the day that the code is of. */
static bool map_line(void *to, char *line, size_t length)
{
    mapping    *run = to;
    const char *tab = memchr(line, '\t', length);
    size_t      code = tab ? (size_t)(tab - line) : length;
    coding_date from = run->asked->options->from;
    if (tab && code + 1 < length) {
        const char *next = memchr(tab + 1, '\t', length - code - 1);
        from = coding_date_parse(tab + 1, next ? (size_t)(next - tab - 1) : length - code - 1);
        if (!from) {
            coding__complain("no day of the calendar: %.*s", (int)(length - code - 1), tab + 1);
            run->failed = true;
            return false;
        }
    }
    map(run, line, code, from);
    return !run->failed;
}

/* The system on the other side of --to, unless -s names another. */
static coding_system other_side(coding_system to)
{
    switch ((int)to) {
    case CODING_ICD9CM: return CODING_ICD10CM;
    case CODING_ICD10CM: return CODING_ICD9CM;
    case CODING_ICD9PCS: return CODING_ICD10PCS;
    case CODING_ICD10PCS: return CODING_ICD9PCS;
    default: return CODING_ANY;
    }
}

static bool read_systems(mapping *run)
{
    const char *to = run->asked->options->to;
    run->from = run->asked->system;
    if (!to) return true;
    run->to = coding_book_system(run->asked->book, to, strlen(to));
    if (!run->from) run->from = other_side(run->to);
    if (run->to && run->from) return true;
    if (!run->to) coding__complain("no such code system: %s", to);
    else coding__complain("name the system that the codes are of with -s");
    return false;
}

static int run(session *asked)
{
    mapping run = {.asked = asked, .all_found = true};
    size_t  count = coding__session_word_count(asked);
    if (!read_systems(&run)) return FAILED;
    for (size_t i = 0; i < count && !run.failed; i++) {
        const char *word = coding__session_words(asked)[i];
        map(&run, word, strlen(word), asked->options->from);
    }
    if (!count && coding__input_lines(asked, map_line, &run) == FAILED) return FAILED;
    if (run.failed) return FAILED;
    return run.all_found ? ALL_WELL : FOUND;
}

const command coding__map_command = {
    .name = "map",
    .words = "[CODE...]",
    .summary = "what stands for a code in another code set, or in another year",
    .detail = "Maps each CODE, or where none is given each line of standard input (CODE, or CODE, a tab and the\n"
              "DAY that it is of). With --to, by the general equivalence mappings; with -d too, the ICD-10 side\n"
              "is carried on to, or back from, that day. Without --to, from the day of --from (else the last on\n"
              "which it stood) to -d, by the conversion tables of the years between. Each answer has its kind:\n"
              "exact, approximate, several (choose one), combination (take one of each list of a scenario),\n"
              "none or unknown; and each row its file and line.",
    .examples = "coding map --to icd10cm 942.33\n"
                "coding map --to icd9cm S35.411A --json\n"
                "coding map --from 2016-10-01 -d 2025-10-01 T81.4XXA\n"
                "cut -f 3 old_claims.tsv | coding map --to icd10cm --tsv > mapped.tsv",
    .exit = "0  every code leads somewhere\n1  one leads nowhere, is unknown or malformed",
    .options = TAKES_QUESTION | TAKES(FROM) | TAKES(TO),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
