/* Every row of the NCCI tables as a claim, against a book of all releases. The files are read here a second time, by
 * other means: what the book says of a row must be what the file says of it.
 *
 *     CODING_NCCI=RELEASES/ncci/2024q3 claim_tables */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whole/whole.h"

enum { CELLS = 8, STATES = 8, QUARTER_FIRST = 20240701, QUARTER_LAST = 20240930, TOLD_MOST = 10 };

/* A file of releases, through gzip. */
typedef struct file {
    FILE    *pipe;
    char    *text;
    size_t   room;
    uint32_t line; /* from 1 */
    char    *cells[CELLS];
} file;

static bool open_file(file *in, const char *name)
{
    char        command[1024];
    const char *folder = getenv("CODING_NCCI");
    *in = (file){0};
    snprintf(command, sizeof command, "gzip -dc '%s/%s'", folder, name);
    in->pipe = popen(command, "r");
    return in->pipe != NULL;
}

static bool next_row(file *in)
{
    if (getline(&in->text, &in->room, in->pipe) <= 0) return false;
    in->line++;
    in->text[strcspn(in->text, "\r\n")] = '\0';
    char *cell = in->text;
    for (int i = 0; i < CELLS; i++) {
        in->cells[i] = cell;
        char *tab = strchr(cell, '\t');
        if (tab) *tab = '\0';
        cell = tab ? tab + 1 : cell + strlen(cell);
    }
    return in->line > 1 || next_row(in); /* past the head */
}

static void close_file(file *in)
{
    free(in->text);
    assert_int_equal(pclose(in->pipe), 0);
}

/* What a test asks with, and what it found wrong. */
typedef struct asking {
    coding_desk      *desk;
    coding_claim     *claim;
    coding_claim_kind kind;
    coding_claim_rule rule;
    uint32_t          lines;
    coding_review     review;
    unsigned long     asked, wrong;
} asking;

static void begin(asking *a)
{
    coding_desk_clear(a->desk);
    a->claim = coding_claim_new(
        a->desk,
        &(coding_claim_options){.size = sizeof(coding_claim_options), .kind = a->kind, .first = QUARTER_FIRST});
    a->lines = 0;
}

/* Adds a line, and answers its number. */
static uint32_t add(asking *a, const char *code, const char *modifiers, double units, coding_date on)
{
    coding_line_options with = {.size = sizeof with, .modifiers = modifiers, .units = units, .first = on};
    coding_claim_add_line(a->claim, code, strlen(code), &with);
    return ++a->lines;
}

static void review(asking *a)
{
    coding_review_options with = {.size = sizeof with, .rules = UINT64_C(1) << a->rule};
    a->review = coding_claim_review(a->desk, a->claim, &with);
    a->asked++;
}

/* What is said of a line beside another (0: beside any); NULL: nothing. */
static const coding_claim_finding *said(const asking *a, uint32_t line, uint32_t partner)
{
    for (size_t i = 0; i < a->review.count; i++) {
        const coding_claim_finding *finding = &a->review.findings[i];
        if (finding->place.part != CODING_CLAIM_PART_LINE || finding->place.number != line) continue;
        if (!partner || finding->partner.number == partner) return finding;
    }
    return NULL;
}

static void check(asking *a, bool right, uint32_t line, const char *code, const char *what)
{
    if (right || a->wrong++ >= TOLD_MOST) return;
    print_error("%s of line %u: %s\n", code, (unsigned)line, what);
}

static coding_date day_of(const char *text)
{
    unsigned year = 0, month = 0, day = 0;
    return sscanf(text, "%u-%u-%u", &year, &month, &day) == 3 ? year * 10000 + month * 100 + day : 0;
}

/* The next day, of the calendar alone. */
static coding_date day_after(coding_date on)
{
    static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned              year = on / 10000, month = on / 100 % 100, day = on % 100;
    unsigned              last = days[month - 1] + (month == 2 && year % 4 == 0); /* 2000 was a leap year too */
    if (day < last) return on + 1;
    return month < 12 ? year * 10000 + (month + 1) * 100 + 1 : (year + 1) * 10000 + 101;
}

/* The rows of one pair stand together in the file, by their deletion date. */
typedef struct pair {
    char column1[8], column2[8];
    struct {
        coding_date until; /* 99991231: open */
        char        indicator;
        uint32_t    line;
    } rows[STATES];
    unsigned count;
} pair;

static bool is_of(const pair *of, const file *in)
{
    return of->count && !strcmp(of->column1, in->cells[0]) && !strcmp(of->column2, in->cells[1]);
}

static void keep(pair *of, const file *in)
{
    if (!is_of(of, in)) of->count = 0;
    snprintf(of->column1, sizeof of->column1, "%s", in->cells[0]);
    snprintf(of->column2, sizeof of->column2, "%s", in->cells[1]);
    assert_true(of->count < STATES);
    of->rows[of->count].until = day_of(in->cells[2]);
    of->rows[of->count].indicator = in->cells[3][0];
    of->rows[of->count++].line = in->line;
}

/* The row that is in force on a day: the first that has not ended; -1 where there is none. */
static int row_on(const pair *of, coding_date on)
{
    for (unsigned i = 0; i < of->count; i++)
        if (of->rows[i].indicator != '9' && on <= of->rows[i].until) return (int)i;
    return -1;
}

static bool is_right(const pair *of, const coding_claim_finding *found, int row)
{
    if (row < 0 || !found) return row < 0 && !found;
    bool cured = found->cure == CODING_CLAIM_CURE_MODIFIER;
    return found->source.line == of->rows[row].line && found->indicator == (uint32_t)(of->rows[row].indicator - '0')
           && cured == (of->rows[row].indicator == '1') && strlen(found->source.table) > 0;
}

/* In the quarter: found on the column-2 line, whichever comes first, and parted by 59 on either where it may be. */
static void ask_active(asking *a, const pair *of)
{
    enum { BARE, PARTED_1, PARTED_2, DAYS };
    uint32_t one[DAYS], two[DAYS];
    int      row = row_on(of, QUARTER_FIRST);
    begin(a);
    for (unsigned day = 0; day < DAYS; day++) {
        bool first = of->rows[0].line & 1; /* column 1 comes first */
        if (first) one[day] = add(a, of->column1, day == PARTED_1 ? "59" : NULL, 1, QUARTER_FIRST + day);
        two[day] = add(a, of->column2, day == PARTED_2 ? "59" : NULL, 1, QUARTER_FIRST + day);
        if (!first) one[day] = add(a, of->column1, day == PARTED_1 ? "59" : NULL, 1, QUARTER_FIRST + day);
    }
    review(a);
    for (unsigned day = 0; day < DAYS; day++) {
        bool parted = day != BARE && row >= 0 && of->rows[row].indicator == '1';
        check(a, is_right(of, said(a, two[day], one[day]), parted ? -1 : row), of->rows[0].line, of->column2,
              "a day of the quarter");
    }
}

/* There on the day of deletion, and gone the day after, unless another row of the pair speaks. */
static void ask_ended(asking *a, const pair *of)
{
    for (unsigned i = 0; i < of->count; i++) {
        coding_date last = of->rows[i].until, next = last < QUARTER_LAST ? day_after(last) : 0;
        if (of->rows[i].indicator == '9' || last > QUARTER_LAST || last < 19960101) continue;
        begin(a);
        uint32_t one = add(a, of->column1, NULL, 1, last), two = add(a, of->column2, NULL, 1, last);
        uint32_t third = next ? add(a, of->column1, NULL, 1, next) : 0;
        uint32_t fourth = next ? add(a, of->column2, NULL, 1, next) : 0;
        review(a);
        check(a, is_right(of, said(a, two, one), row_on(of, last)), of->rows[i].line, of->column2,
              "the day of deletion");
        if (next)
            check(a, is_right(of, said(a, fourth, third), row_on(of, next)), of->rows[i].line, of->column2,
                  "the day after it");
    }
}

static void finish(asking *a, const char *name)
{
    print_message("%s: %lu claims, %lu wrong\n", name, a->asked, a->wrong);
    coding_desk_free(a->desk);
    assert_int_equal(a->wrong, 0);
    assert_true(a->asked > 1000);
}

static asking start(coding_book *book, coding_claim_kind kind, coding_claim_rule rule)
{
    return (asking){.desk = coding_desk_new(book, NULL), .kind = kind, .rule = rule};
}

static void ask_pairs(coding_book *book, coding_claim_kind kind, const char *name)
{
    asking a = start(book, kind, CODING_CLAIM_RULE_PTP);
    file   in;
    pair   of = {.count = 0};
    assert_true(open_file(&in, name));
    while (next_row(&in)) {
        if (of.count && !is_of(&of, &in)) ask_active(&a, &of), ask_ended(&a, &of);
        keep(&of, &in);
    }
    ask_active(&a, &of), ask_ended(&a, &of);
    close_file(&in);
    finish(&a, name);
}

/* The limit itself passes, one more does not; lines of one day are summed where the indicator says so. */
static void ask_unit(asking *a, const file *in)
{
    double      most = strtod(in->cells[1], NULL);
    uint32_t    indicator = (uint32_t)(in->cells[2][0] - '0');
    const char *code = in->cells[0];
    begin(a);
    uint32_t within = most > 0 ? add(a, code, NULL, most, QUARTER_FIRST) : 0;
    uint32_t beyond = add(a, code, NULL, most + 1, QUARTER_FIRST + 1);
    uint32_t half = most > 0 ? add(a, code, NULL, most, QUARTER_FIRST + 2) : 0;
    if (half) add(a, code, "76", 1, QUARTER_FIRST + 2);
    review(a);
    const coding_claim_finding *found = said(a, beyond, 0);
    if (within) check(a, !said(a, within, 0), in->line, code, "as many as may be");
    check(a, found && found->severity == CODING_DENIAL, in->line, code, "one more");
    check(a, found && found->limit == most && found->indicator == indicator, in->line, code, "limit and indicator");
    check(a, found && found->source.line == in->line, in->line, code, "the row's line");
    if (half) check(a, (said(a, half, 0) != NULL) == (indicator != 1), in->line, code, "two lines of a day");
}

static void ask_units(coding_book *book, coding_claim_kind kind, const char *name)
{
    asking a = start(book, kind, CODING_CLAIM_RULE_MUE);
    file   in;
    assert_true(open_file(&in, name));
    while (next_row(&in)) ask_unit(&a, &in);
    close_file(&in);
    finish(&a, name);
}

/* Alone it is spoken of; beside its primary it is not. */
static void ask_add_on(asking *a, const file *in)
{
    bool        decides = !strcmp(in->cells[0], "CCCCC"); /* the contractor */
    const char *code = in->cells[1];
    begin(a);
    uint32_t alone = add(a, code, NULL, 1, QUARTER_FIRST), beside = 0;
    if (!decides) beside = add(a, code, NULL, 1, QUARTER_LAST);
    if (!decides) add(a, in->cells[0], NULL, 1, QUARTER_LAST);
    review(a);
    const coding_claim_finding *found = said(a, alone, 0);
    check(a, found && found->indicator == (uint32_t)(in->cells[2][0] - '0'), in->line, code, "alone, of its type");
    if (beside) check(a, !said(a, beside, 0), in->line, code, "beside its primary");
}

static void ask_add_ons(coding_book *book, const char *name)
{
    asking a = start(book, CODING_CLAIM_PROFESSIONAL, CODING_CLAIM_RULE_ADD_ON);
    file   in;
    assert_true(open_file(&in, name));
    while (next_row(&in)) ask_add_on(&a, &in);
    close_file(&in);
    finish(&a, name);
}

static void each_pair_of_practitioners_is_found_in_its_days(void **state)
{
    ask_pairs(*state, CODING_CLAIM_PROFESSIONAL, "ptp_practitioner_2024q3.tsv.gz");
}

static void each_pair_of_outpatient_hospitals_is_found_in_its_days(void **state)
{
    ask_pairs(*state, CODING_CLAIM_OUTPATIENT, "ptp_outpatient_hospital_2024q3.tsv.gz");
}

static void each_limit_of_units_passes_and_one_more_does_not(void **state)
{
    ask_units(*state, CODING_CLAIM_PROFESSIONAL, "mue_prac.tsv.gz");
    ask_units(*state, CODING_CLAIM_OUTPATIENT, "mue_out.tsv.gz");
    ask_units(*state, CODING_CLAIM_DME, "mue_dme.tsv.gz");
}

static void each_add_on_wants_its_primary(void **state) { ask_add_ons(*state, "add_on_codes.tsv.gz"); }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pair_of_practitioners_is_found_in_its_days),
        cmocka_unit_test(each_pair_of_outpatient_hospitals_is_found_in_its_days),
        cmocka_unit_test(each_limit_of_units_passes_and_one_more_does_not),
        cmocka_unit_test(each_add_on_wants_its_primary),
    };
    if (!getenv("CODING_NCCI")) {
        print_message("skipped: CODING_NCCI names no folder of official tables\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, whole_open, whole_close);
}
