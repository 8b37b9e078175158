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

static bool split(char *line, char *columns[COLUMNS])
{
    line[strcspn(line, "\r\n")] = '\0';
    for (int i = 0; i < COLUMNS; i++) {
        if (!line) return false;
        char *tab = strchr(line, '\t');
        columns[i] = line;
        if (tab) *tab = '\0';
        line = tab ? tab + 1 : NULL;
    }
    return true;
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

static void every_vector_of_codes_and_days_is_answered(void **state)
{
    (void)state;
    char         line[1024], *columns[COLUMNS];
    unsigned     rows = 0, wrong = 0;
    coding_book *book = open_book();
    if (!book) {
        print_message("skipped: there is no full book; script/demo makes one\n");
        skip();
    }
    coding_desk *desk = coding_desk_new(book, NULL);
    FILE        *file = fopen(CODING_VECTORS "/check.tsv", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (*line == '#' || !split(line, columns) || !strcmp(columns[0], "system")) continue;
        bool held = strcmp(columns[0], "any") || coding_book_has_system(book, CODING_HCPCS);
        if (held) rows++, wrong += check_row(desk, columns);
        coding_desk_clear(desk);
    }
    fclose(file);
    coding_desk_free(desk);
    coding_book_close(book);
    assert_true(rows > 100);
    assert_int_equal(wrong, 0);
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
        cmocka_unit_test(a_code_of_icd_9_volume_3_has_its_own_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
