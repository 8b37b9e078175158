/* coding comorbidity: what else patients have, grouped and weighed. */
#include "tool/command.h"
#include "tool/input.h"
#include "tool/json.h"

#include <stdlib.h>
#include <string.h>

enum {
    NAME_COLUMN = 16,
    STATE_COLUMN = 18,
    CODES_MOST = 256,
    VERSION_TEXT = 32,
    VERSIONS_TEXT = 256,
    LIST_TEXT = CODES_MOST * 24,
    FIRST_YEAR = 2022
};

/* A patient as he was given. */
typedef struct patient {
    coding_code codes[CODES_MOST];
    uint8_t     poa[CODES_MOST];
    size_t      count;
    bool        has_poa; /* of any code something was said, be it nothing */
    coding_date on;
    uint64_t    number;
} patient;

typedef struct grouping {
    session                  *asked;
    coding_comorbidity_scheme scheme;
    coding_system             system;
    char                      version[VERSION_TEXT];
    patient                   now;
    bool                      failed;
    bool                      found;
} grouping;

static uint8_t poa_of(const char *text, size_t length)
{
    if (length != 1) return CODING_POA_BLANK;
    switch (*text) {
    case 'Y':
    case 'y': return CODING_POA_YES;
    case 'N':
    case 'n': return CODING_POA_NO;
    case 'U':
    case 'u': return CODING_POA_UNKNOWN;
    case 'W':
    case 'w': return CODING_POA_UNDETERMINED;
    default: return CODING_POA_BLANK; /* 1 of old claims, too */
    }
}

/* CODE or CODE:POA. What is no code keeps its place and counts in no group. */
static void add_word(grouping *run, const char *word, size_t length)
{
    patient    *now = &run->now;
    const char *colon = memchr(word, ':', length);
    size_t      code = colon ? (size_t)(colon - word) : length;
    if (now->count == CODES_MOST) {
        coding__complain("patient %llu has more than %d codes", (unsigned long long)now->number, CODES_MOST);
        run->failed = true;
        return;
    }
    now->codes[now->count] = coding_parse(run->system, word, code).code;
    now->poa[now->count++] = colon ? poa_of(colon + 1, length - code - 1) : CODING_POA_BLANK;
    if (colon) now->has_poa = true;
}

static void add_words(grouping *run, const char *line, size_t length)
{
    for (size_t at = 0; at < length && !run->failed;) {
        size_t begin = at;
        while (at < length && line[at] != ' ') at++;
        if (at > begin) add_word(run, line + begin, at - begin);
        at++;
    }
}

/* The diagnoses that name a group, those in brackets that do not count. */
static void list_codes(const coding_comorbidity_group *group, char text[LIST_TEXT])
{
    size_t length = 0;
    char   code[CODING_CODE_TEXT];
    text[0] = '\0';
    for (size_t i = 0; i < group->count; i++) {
        const coding_comorbidity_code *one = &group->codes[i];
        length += (size_t)snprintf(text + length, LIST_TEXT - length, one->counted ? "%s%s" : "%s(%s)", i ? " " : "",
                                   coding_code_format(one->code, code));
    }
}

static style style_of(coding_comorbidity_state state)
{
    if (state == CODING_COMORBID_PRESENT) return GOOD;
    return state == CODING_COMORBID_UNKNOWN ? DOUBTFUL : DIM;
}

static void print_group(output *out, const coding_comorbidity_group *group)
{
    char codes[LIST_TEXT];
    list_codes(group, codes);
    coding__output_printf(out, "  ");
    coding__output_padded(out, STRONG, group->name, NAME_COLUMN);
    coding__output_padded(out, style_of(group->state), coding_comorbidity_state_name(group->state), STATE_COLUMN);
    coding__output_printf(out, "%3d %3d  ", group->weights[0], group->weights[1]);
    coding__output_text(out, group->title);
    if (*codes) coding__output_printf(out, "  %s", codes);
    if (*group->by) coding__output_printf(out, "  %s takes its place", group->by);
    coding__output_line(out);
}

static void print_lines(const grouping *run, const coding_comorbidities *all)
{
    output *out = run->asked->out;
    coding__output_styled(out, STRONG, coding_comorbidity_scheme_name(run->scheme));
    coding__output_printf(out, " %s, patient %llu\n", all->version, (unsigned long long)run->now.number);
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].state != CODING_COMORBID_ABSENT) print_group(out, &all->items[i]);
    for (size_t i = 0; i < 2; i++) {
        const char *name = coding_comorbidity_score_name(run->scheme, i);
        if (*name) coding__output_printf(out, "%s%s %d", i ? ", " : "", name, all->scores[i]);
    }
    if (all->unknown) coding__output_printf(out, "; %zu groups are unknown without present on admission", all->unknown);
    coding__output_line(out);
}

/* Rows begin with what they are: a group that some code names, or a score. */
static void print_rows(const grouping *run, const coding_comorbidities *all)
{
    output *out = run->asked->out;
    char    codes[LIST_TEXT];
    for (size_t i = 0; i < all->count; i++) {
        const coding_comorbidity_group *group = &all->items[i];
        if (group->state == CODING_COMORBID_ABSENT) continue;
        list_codes(group, codes);
        coding__output_printf(out, "group\t%llu\t", (unsigned long long)run->now.number);
        coding__output_printf(out, "%s\t%s\t%d\t%d\t%s\t", group->name, coding_comorbidity_state_name(group->state),
                              group->weights[0], group->weights[1], group->by);
        OUTPUT_ROW(out, codes, group->title);
    }
    for (size_t i = 0; i < 2; i++) {
        const char *name = coding_comorbidity_score_name(run->scheme, i);
        if (*name)
            coding__output_printf(out, "score\t%llu\t%s\t%d\n", (unsigned long long)run->now.number, name,
                                  all->scores[i]);
    }
}

static void write_code(json *to, const coding_comorbidity_code *one)
{
    char code[CODING_CODE_TEXT];
    coding__json_object(to, NULL);
    coding__json_text(to, "code", coding_code_format(one->code, code));
    coding__json_number(to, "index", one->index);
    coding__json_truth(to, "counted", one->counted);
    coding__json_truth(to, "exempt", one->exempt);
    coding__json_source(to, "source", one->source);
    coding__json_object_end(to);
}

static void write_weights(json *to, const char *name, coding_comorbidity_scheme scheme, const int32_t *weights)
{
    char number[16];
    coding__json_object(to, name);
    for (size_t i = 0; i < 2; i++) {
        const char *score = coding_comorbidity_score_name(scheme, i);
        snprintf(number, sizeof number, "%d", weights[i]);
        if (*score) coding__json_text(to, score, number);
    }
    coding__json_object_end(to);
}

static void write_group(json *to, coding_comorbidity_scheme scheme, const coding_comorbidity_group *group)
{
    coding__json_object(to, NULL);
    coding__json_text(to, "name", group->name);
    coding__json_text(to, "title", group->title);
    coding__json_text(to, "state", coding_comorbidity_state_name(group->state));
    coding__json_text(to, "by", *group->by ? group->by : NULL);
    write_weights(to, "weights", scheme, group->weights);
    coding__json_list(to, "codes");
    for (size_t i = 0; i < group->count; i++) write_code(to, &group->codes[i]);
    coding__json_list_end(to);
    coding__json_source(to, "source", group->source);
    coding__json_object_end(to);
}

static void print_object(const grouping *run, const coding_comorbidities *all)
{
    json to = {.out = run->asked->out};
    coding__json_object(&to, NULL);
    coding__json_number(&to, "patient", run->now.number);
    coding__json_text(&to, "scheme", coding_comorbidity_scheme_name(run->scheme));
    coding__json_text(&to, "version", all->version);
    write_weights(&to, "scores", run->scheme, all->scores);
    coding__json_number(&to, "unknown", all->unknown);
    coding__json_list(&to, "groups");
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].state != CODING_COMORBID_ABSENT) write_group(&to, run->scheme, &all->items[i]);
    coding__json_list_end(&to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

/* "2022.1, 2023.1" */
static void list_versions(const grouping *run, char text[VERSIONS_TEXT])
{
    size_t      length = 0;
    const char *version;
    text[0] = '\0';
    for (size_t i = 0; *(version = coding_comorbidity_version(run->asked->book, run->scheme, i)); i++)
        if (length + strlen(version) + 3 < VERSIONS_TEXT)
            length += (size_t)snprintf(text + length, VERSIONS_TEXT - length, "%s%s", i ? ", " : "", version);
}

/* How a version of AHRQ's comes into a book: its programs are read from 2022.1 on. */
static void tell_what_mends(const char *version)
{
    unsigned year = 0, number = 0;
    int      past = 0;
    if (sscanf(version, "%4u.%2u%n", &year, &number, &past) != 2 || version[past]) year = FIRST_YEAR + 3, number = 1;
    if (year < FIRST_YEAR)
        coding__complain("AHRQ's programs before %d.1 have another form, which is not read", FIRST_YEAR);
    else
        coding__complain("`coding build -o NEW.book BOOK CMR_v%u-%u.zip` adds a version: AHRQ's zip with its programs "
                         "CMR_Format_, CMR_Index_ and CMR_Mapping_Program_v%u-%u.sas, from "
                         "hcup-us.ahrq.gov/toolssoftware/comorbidityicd10",
                         year, number, year, number);
}

static void complain_of_version(const grouping *run)
{
    char        held[VERSIONS_TEXT];
    const char *name = coding_comorbidity_scheme_name(run->scheme);
    list_versions(run, held);
    if (*held) coding__complain("the book has no %s %s; it has %s", name, run->version, held);
    else coding__complain("the book has no version of %s", name);
    if (run->scheme == CODING_ELIXHAUSER_AHRQ) tell_what_mends(run->version);
}

static void group(grouping *run)
{
    patient                   *now = &run->now;
    coding_comorbidity_options wanted = {.size = sizeof wanted, .on = now->on};
    if (run->failed) return;
    if (*run->version) wanted.version = run->version;
    now->number++;
    coding_desk_clear(run->asked->desk);
    coding_comorbidities all = coding_comorbidity(run->asked->desk, run->scheme, now->codes,
                                                  now->has_poa ? now->poa : NULL, now->count, &wanted);
    if (all.status != CODING_OK) {
        run->failed = true;
        if (all.status == CODING_NOT_IN_BOOK) complain_of_version(run);
        else coding__complain("%s", coding_status_text(all.status));
        return;
    }
    switch (run->asked->out->format) {
    case FOR_PEOPLE: print_lines(run, &all); break;
    case AS_TSV: print_rows(run, &all); break;
    case AS_JSON: print_object(run, &all); break;
    }
    if (all.present) run->found = true;
}

static void start_patient(grouping *run)
{
    run->now.count = 0;
    run->now.has_poa = false;
    run->now.on = coding__options_has(run->asked->options, OPTION_DAY) ? run->asked->options->on : 0;
}

/* CODES, or CODES, a tab and the day of discharge. */
static bool group_line(void *to, char *line, size_t length)
{
    grouping   *run = to;
    const char *tab = memchr(line, '\t', length);
    size_t      codes = tab ? (size_t)(tab - line) : length;
    start_patient(run);
    add_words(run, line, codes);
    if (tab && length > codes + 1) {
        run->now.on = coding_date_parse(tab + 1, length - codes - 1);
        if (!run->now.on) {
            coding__complain("no day of the calendar: %.*s", (int)(length - codes - 1), tab + 1);
            run->failed = true;
        }
    }
    group(run);
    return !run->failed;
}

static bool read_scheme(grouping *run)
{
    const char *text = run->asked->options->scheme ? run->asked->options->scheme : "elixhauser-ahrq";
    const char *at = strchr(text, '@');
    run->scheme = coding_comorbidity_scheme_parse(text, at ? (size_t)(at - text) : strlen(text));
    if (at) snprintf(run->version, sizeof run->version, "%s", at + 1 + (at[1] == 'v'));
    run->system = run->asked->system;
    if (!run->system) run->system = run->scheme == CODING_CHARLSON_DEYO ? CODING_ICD9CM : CODING_ICD10CM;
    if (run->scheme) return true;
    coding__complain("no such scheme: %s; `coding help comorbidity` lists them", text);
    return false;
}

static int run(session *asked)
{
    grouping *run = calloc(1, sizeof *run);
    size_t    count = coding__session_word_count(asked);
    int       answer = FAILED;
    if (!run) return coding__complain("no memory");
    run->asked = asked;
    if (read_scheme(run)) {
        start_patient(run);
        for (size_t i = 0; i < count && !run->failed; i++)
            add_words(run, coding__session_words(asked)[i], strlen(coding__session_words(asked)[i]));
        bool read = count || coding__input_lines(asked, group_line, run) == ALL_WELL;
        if (count) group(run);
        if (read && !run->failed) answer = run->found ? ALL_WELL : FOUND;
    }
    free(run);
    return answer;
}

const command coding__comorbidity_command = {
    .name = "comorbidity",
    .words = "[CODE[:POA]...]",
    .summary = "what else a patient has: Elixhauser and Charlson, with their scores",
    .detail = "Groups the diagnoses of a patient, the principal one first, each with its present-on-admission\n"
              "indicator (Y, N, U, W or nothing) behind a colon; where no CODE is given, those of each line of\n"
              "standard input (CODES, or CODES, a tab and the day of discharge). Without any indicator the groups\n"
              "of AHRQ that need one are unknown. The schemes of Quan know ICD-9-CM, too (-s icd9cm). Each group\n"
              "has its codes, in brackets those that do not count, its weights, and what took its place; the\n"
              "scores are sums of the weights of those present.",
    .examples = "coding comorbidity J18.9:Y I13.2:Y E11.22:Y C61:N\n"
                "coding comorbidity --scheme charlson-quan I21.4 E11.9 --json\n"
                "coding comorbidity --scheme elixhauser-ahrq@2025.1 -d 2025-03-31 --tsv < patients.txt",
    .exit = "0  some patient has a comorbidity\n1  none has",
    .options = TAKES_QUESTION | TAKES(SCHEME),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
