/* coding group: hospital stays to MS-DRGs, from words, lines or a table. */
#include "tool/group.h"
#include "tool/input.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MOST = 32, COLUMN_NAME = 24 };

typedef struct run {
    session   *asked;
    stay_words now;
    uint64_t   number;
    char       columns[COLUMNS_MOST][COLUMN_NAME]; /* of a table */
    size_t     column_count;                       /* 0: lines of words */
    bool       failed;
    bool       ungrouped;
} grouping_run;

static bool refuse(grouping_run *run, const char *why, const char *text, size_t length)
{
    coding__complain("stay %llu: %s: %.*s", (unsigned long long)run->number, why, (int)length, text);
    run->failed = true;
    return false;
}

static bool is(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static bool read_number(grouping_run *run, const char *text, size_t length, uint32_t *number)
{
    *number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9' || *number > 1000000) return refuse(run, "no number", text, length);
        *number = *number * 10 + (uint32_t)(text[i] - '0');
    }
    return length > 0 || refuse(run, "no number", text, length);
}

/* 43.1, or 431. */
static bool read_version(grouping_run *run, const char *text, size_t length, uint32_t *version)
{
    char   digits[8];
    size_t count = 0;
    bool   is_plain = length > 0 && length < sizeof digits;
    for (size_t i = 0; is_plain && i < length; i++)
        if (text[i] != '.') digits[count++] = text[i];
    if (!is_plain) return refuse(run, "no version", text, length);
    if (!read_number(run, digits, count, version)) return false;
    if (*version < 100) *version *= 10; /* 43 is 43.0 */
    return true;
}

static bool read_sex(grouping_run *run, const char *text, size_t length, coding_sex *sex)
{
    char letter = length == 1 ? (char)(*text | 32) : 0;
    if (letter == 'm' || is(text, length, "1")) *sex = CODING_SEX_MALE;
    else if (letter == 'f' || is(text, length, "2")) *sex = CODING_SEX_FEMALE;
    else if (letter == 'u' || is(text, length, "0")) *sex = CODING_SEX_UNKNOWN;
    else return refuse(run, "sex is M, F or U", text, length);
    return true;
}

static bool read_hospital(grouping_run *run, const char *text, size_t length, coding_hospital *hospital)
{
    if (is(text, length, "reports")) *hospital = CODING_HOSPITAL_REPORTS;
    else if (is(text, length, "exempt")) *hospital = CODING_HOSPITAL_EXEMPT;
    else if (is(text, length, "unknown")) *hospital = CODING_HOSPITAL_UNKNOWN;
    else return refuse(run, "hospital is reports, exempt or unknown", text, length);
    return true;
}

static bool read_value(grouping_run *run, const char *key, size_t key_length, const char *text, size_t length)
{
    coding_stay *stay = &run->now.stay;
    if (is(key, key_length, "age")) return read_number(run, text, length, &stay->age);
    if (is(key, key_length, "discharge")) return read_number(run, text, length, &stay->discharge);
    if (is(key, key_length, "version")) return read_version(run, text, length, &stay->version);
    if (is(key, key_length, "sex")) return read_sex(run, text, length, &stay->sex);
    if (is(key, key_length, "hospital")) return read_hospital(run, text, length, &stay->hospital);
    if (is(key, key_length, "id")) {
        snprintf(run->now.id, sizeof run->now.id, "%.*s", (int)length, text);
        return true;
    }
    if (!is(key, key_length, "on")) return refuse(run, "no such key", key, key_length);
    stay->discharged = coding_date_parse(text, length);
    return stay->discharged || refuse(run, "no day of the calendar", text, length);
}

static bool read_poa(grouping_run *run, const char *text, size_t length, coding_poa *poa)
{
    static const char letters[] = "1YNUW";
    const char       *found = length == 1 ? strchr(letters, *text & ~(*text >= 'a' ? 32 : 0)) : NULL;
    if (!found || !*found) return refuse(run, "behind / stands Y, N, U, W or 1", text, length);
    *poa = (coding_poa)(found - letters);
    return true;
}

/* A text that is no code keeps its place, and is one that no version knows. */
static bool read_code(grouping_run *run, const char *text, size_t length)
{
    stay_words *now = &run->now;
    if (now->procedures_now) {
        if (now->stay.procedure_count == STAY_CODES_MOST) return refuse(run, "too many procedures", text, length);
        now->procedures[now->stay.procedure_count++] = coding_parse(CODING_ICD10PCS, text, length).code;
        return true;
    }
    const char            *slash = memchr(text, '/', length);
    size_t                 code = slash ? (size_t)(slash - text) : length;
    coding_stay_diagnosis *added = &now->diagnoses[now->stay.diagnosis_count];
    if (now->stay.diagnosis_count == STAY_CODES_MOST) return refuse(run, "too many diagnoses", text, length);
    *added = (coding_stay_diagnosis){.code = coding_parse(CODING_ICD10CM, text, code).code};
    now->stay.diagnosis_count++;
    return !slash || read_poa(run, slash + 1, length - code - 1, &added->poa);
}

static bool read_word(grouping_run *run, const char *text, size_t length)
{
    const char *equals = memchr(text, '=', length);
    size_t      key = equals ? (size_t)(equals - text) : 0;
    if (equals) return read_value(run, text, key, equals + 1, length - key - 1);
    if (is(text, length, "px")) return run->now.procedures_now = true;
    return read_code(run, text, length);
}

static bool read_words(grouping_run *run, const char *line, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t begin = at;
        while (at < length && line[at] != ' ' && line[at] != '\t') at++;
        if (at > begin && !read_word(run, line + begin, at - begin)) return false;
        at++;
    }
    return true;
}

static void start_stay(grouping_run *run)
{
    stay_words *now = &run->now;
    run->number++;
    snprintf(now->id, sizeof now->id, "%llu", (unsigned long long)run->number);
    bool dated = coding__options_has(run->asked->options, OPTION_DAY) && run->asked->options->on;
    now->stay = (coding_stay){.size = sizeof now->stay, .diagnoses = now->diagnoses, .procedures = now->procedures,
                              .discharged = dated ? run->asked->options->on : coding_date_today()};
    now->procedures_now = false;
}

static void group(grouping_run *run)
{
    session *asked = run->asked;
    if (run->failed) return;
    coding_desk_clear(asked->desk);
    stay_answer answer = {.grouping = coding_group(asked->desk, &run->now.stay)};
    if (answer.grouping.status != CODING_OK) {
        run->failed = true;
        if (answer.grouping.status == CODING_NOT_IN_BOOK)
            coding__complain("stay %s: the book has no MS-DRG of that day or version", run->now.id);
        else coding__complain("%s", coding_status_text(answer.grouping.status));
        return;
    }
    answer.changes = coding_group_what_if(asked->desk, &run->now.stay);
    answer.queries = coding_group_queries_of(asked->desk, &run->now.stay);
    coding__group_print(asked, &run->now, &answer);
    if (answer.grouping.last.drg == 999) run->ungrouped = true;
}

/* The next cell of a row; false behind the last. */
static bool next_cell(const char **rest, const char *past, const char **cell, size_t *length)
{
    if (!*rest) return false;
    const char *tab = memchr(*rest, '\t', (size_t)(past - *rest));
    *cell = *rest;
    *length = (size_t)((tab ? tab : past) - *rest);
    *rest = tab ? tab + 1 : NULL;
    return true;
}

/* A line that names the columns of a table has one called diagnoses. */
static bool is_head(grouping_run *run, const char *line, size_t length)
{
    const char *rest = line, *cell;
    size_t      cell_length;
    bool        found = false;
    run->column_count = 0;
    while (run->column_count < COLUMNS_MOST && next_cell(&rest, line + length, &cell, &cell_length)) {
        snprintf(run->columns[run->column_count++], COLUMN_NAME, "%.*s", (int)cell_length, cell);
        if (is(cell, cell_length, "diagnoses")) found = true;
    }
    if (!found) run->column_count = 0;
    return found;
}

static bool read_row(grouping_run *run, const char *line, size_t length)
{
    const char *rest = line, *cell;
    size_t      cell_length;
    for (size_t i = 0; i < run->column_count && next_cell(&rest, line + length, &cell, &cell_length); i++) {
        const char *name = run->columns[i];
        bool        is_procedures = strcmp(name, "procedures") == 0;
        run->now.procedures_now = is_procedures;
        if (is_procedures || strcmp(name, "diagnoses") == 0) {
            if (!read_words(run, cell, cell_length)) return false;
        } else if (cell_length && !read_value(run, name, strlen(name), cell, cell_length)) {
            return false;
        }
    }
    return true;
}

static bool group_line(void *to, char *line, size_t length)
{
    grouping_run *run = to;
    if (!length || *line == '#') return true;
    if (!run->number && !run->column_count && is_head(run, line, length)) return true;
    start_stay(run);
    if (run->column_count ? read_row(run, line, length) : read_words(run, line, length)) group(run);
    return !run->failed;
}

static int answer(grouping_run *run)
{
    size_t count = coding__session_word_count(run->asked);
    if (count) start_stay(run);
    for (size_t i = 0; i < count && !run->failed; i++) {
        const char *word = coding__session_words(run->asked)[i];
        read_word(run, word, strlen(word));
    }
    if (count) group(run);
    else if (coding__input_lines(run->asked, group_line, run) == FAILED) return FAILED;
    if (run->failed) return FAILED;
    return run->ungrouped ? FOUND : ALL_WELL;
}

static int run(session *asked)
{
    grouping_run *run = calloc(1, sizeof *run);
    if (!run) return coding__complain("no memory");
    run->asked = asked;
    int code = answer(run);
    free(run);
    return code;
}

const command coding__group_command = {
    .name = "group",
    .words = "[KEY=VALUE...] [CODE[/POA]... [px CODE...]]",
    .summary = "the MS-DRG of a hospital stay, and what makes it",
    .detail = "Groups a stay: diagnoses, the principal one first, each with its present-on-admission indicator (Y, N,\n"
              "U, W or 1) behind a slash; behind the word px, procedures. Keys are sex (M, F or U), discharge (the\n"
              "patient discharge status), age, on (day of discharge, else -d), version (43.1, whatever the day),\n"
              "hospital (reports, exempt or unknown: of present on admission) and id. Without words, each line of\n"
              "standard input is a stay: words as above, or the row of a table whose first line names columns:\n"
              "diagnoses, procedures, and any key. The answer tells the formula that decided, the codes that it\n"
              "rests on, which CC and MCC count and why the others do not, and which single code, left out or\n"
              "added, gives another DRG. Queries name codes of the category of a reported diagnosis that would\n"
              "count for more and give another DRG: what to look for in the record, never what to code.",
    .examples = "coding group -d 2025-10-15 discharge=01 age=70 sex=F I21.4/Y J96.01/N\n"
                "coding group version=43.1 sex=M discharge=01 I50.23 px 02703DZ\n"
                "coding group --tsv < stays.tsv | grep ^stay",
    .exit = "0  every stay is grouped\n1  one is not: 999",
    .options = TAKES(BOOK) | TAKES(DAY) | TAKES_FORM,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
