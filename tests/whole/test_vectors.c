/* The vectors of codes and days, against a book of all editions: $CODING_BOOK, else the one that script/demo made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

enum { COLUMNS = 5 };

static coding_book *open_book(void)
{
    coding_book *book = coding_book_open(NULL, NULL);
    return book ? book : coding_book_open(CODING_WHOLE_BOOK, NULL);
}

/* Missing columns are empty. */
static void split(char *line, char *columns[COLUMNS])
{
    static char none[1];
    line[strcspn(line, "\r\n")] = '\0';
    for (int i = 0; i < COLUMNS; i++) {
        char *tab = line ? strchr(line, '\t') : NULL;
        columns[i] = line ? line : none;
        if (tab) *tab = '\0';
        line = tab ? tab + 1 : NULL;
    }
}

static void say_verdict(const coding_verdict *verdict, char text[64])
{
    const coding_finding *finding = verdict->findings;
    if (verdict->rule != CODING_RULE_MALFORMED) snprintf(text, 64, "%s", coding_rule_name(verdict->rule));
    else snprintf(text, 64, "malformed %s@%zu", coding_damage_name(finding->damage), finding->span.offset);
}

/* The fast path must say the same as the check, but for what only a text can be. */
static bool fast_path_agrees(const coding_desk *desk, const coding_verdict *verdict, coding_date on)
{
    if (!verdict->code || verdict->rule == CODING_RULE_OTHER_SYSTEM) return true;
    return coding_verdict_of(desk, verdict->code, on) == verdict->rule;
}

static unsigned check_row(coding_desk *desk, char *columns[COLUMNS])
{
    char          said[64];
    coding_system system = strcmp(columns[0], "any") ? coding_system_parse(columns[0], strlen(columns[0])) : CODING_ANY;
    coding_date   on = coding_date_parse(columns[2], strlen(columns[2]));
    coding_verdict verdict = coding_check_text(desk, system, columns[1], strlen(columns[1]), on);
    say_verdict(&verdict, said);
    if (!strcmp(said, columns[3]) && fast_path_agrees(desk, &verdict, on)) return 0;
    print_error("%s %s on %s: %s where %s is right, because: %s\n", columns[0], columns[1], columns[2], said,
                columns[3], columns[4]);
    return 1;
}

/* Asks each row of a vector file; `ask` answers how many are wrong. */
static void each_row(const char *path, unsigned least, unsigned (*ask)(coding_desk *desk, char *columns[COLUMNS]))
{
    char         line[1024], *columns[COLUMNS];
    unsigned     rows = 0, wrong = 0;
    coding_book *book = open_book();
    if (!book) {
        print_message("skipped: there is no full book; script/demo makes one\n");
        skip();
    }
    coding_desk *desk = coding_desk_new(book, NULL);
    FILE        *file = fopen(path, "r");
    assert_non_null(file);
    for (bool headed = false; fgets(line, sizeof line, file);) {
        if (*line == '#' || !headed) {
            headed = headed || *line != '#';
            continue;
        }
        split(line, columns);
        rows++, wrong += ask(desk, columns);
        coding_desk_clear(desk);
    }
    fclose(file);
    coding_desk_free(desk);
    coding_book_close(book);
    assert_true(rows >= least);
    assert_int_equal(wrong, 0);
}

static unsigned check_if_held(coding_desk *desk, char *columns[COLUMNS])
{
    bool held = strcmp(columns[0], "any") || coding_book_has_system(coding_desk_book(desk), CODING_HCPCS);
    return held ? check_row(desk, columns) : 0;
}

static void every_vector_of_codes_and_days_is_answered(void **state)
{
    (void)state;
    each_row(CODING_VECTORS "/check.tsv", 100, check_if_held);
}

static unsigned search_row(coding_desk *desk, char *columns[COLUMNS])
{
    char        text[CODING_CODE_TEXT];
    coding_hits hits = coding_search(desk, columns[0], strlen(columns[0]), NULL);
    for (size_t i = 0; i < hits.count; i++) {
        if (!strcmp(coding_code_format(coding_entry_code(hits.items[i].entry), text), columns[1])) return 0;
    }
    print_error("\"%s\" does not find %s: %s\n", columns[0], columns[1], columns[2]);
    return 1;
}

static void every_vector_of_search_is_among_the_first_ten(void **state)
{
    (void)state;
    each_row(CODING_VECTORS "/search.tsv", 10, search_row);
}

static void a_code_of_icd_9_volume_3_has_its_own_title(void **state)
{
    (void)state;
    coding_book *book = open_book();
    if (!book) skip();
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_entry entry = coding_find(book, coding_parse(CODING_ICD9PCS, "78.06", 5).code);
    assert_string_equal(coding_entry_title(desk, entry, 20150930), "Bone graft, patella");
    coding_desk_free(desk);
    coding_book_close(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_vector_of_codes_and_days_is_answered),
        cmocka_unit_test(every_vector_of_search_is_among_the_first_ten),
        cmocka_unit_test(a_code_of_icd_9_volume_3_has_its_own_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
