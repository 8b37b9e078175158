/* The vectors of risk scores. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/risk_read.h"
#include "whole/whole.h"

/* "37 226 238 327 2.099 1.851", or "- - -" where there is no score; on the exchanges by name. */
static void print_score(const coding_risk_score *score, char text[512])
{
    size_t length = 0;
    if (score->status != CODING_OK) {
        strcpy(text, "- - -");
        return;
    }
    for (size_t i = 0; i < score->category_count; i++) {
        const coding_risk_category *one = &score->categories[i];
        if (one->lost_to || one->dropped) continue;
        length += (size_t)snprintf(text + length, 512 - length, "%u ", one->number);
    }
    snprintf(text + length, 512 - length, "%d.%03d %d.%03d", score->raw / 1000, score->raw % 1000,
             score->payment / 1000, score->payment % 1000);
}

static bool is_as_wanted(coding_desk *desk, rows *row, risk_member *read, char said[512])
{
    static const risk_columns none;
    char                      wanted[512];
    coding_risk_model         model = coding_risk_model_named(row->cells[0], strlen(row->cells[0]));
    assert_true(coding__risk_read(read, &none, row->cells[2]));
    assert_string_equal(read->trouble, "");
    coding_risk_options how = {.size = sizeof how, .plan = read->plan};
    uint32_t            year = (uint32_t)strtoul(row->cells[1], NULL, 10);
    coding_risk_score   score = coding_risk_score_member(desk, &read->member, model, year, &how);
    print_score(&score, said);
    const char *blank = *row->cells[3] ? " " : "";
    snprintf(wanted, sizeof wanted, "%s%s%s %s", row->cells[3], blank, row->cells[4], row->cells[5]);
    return !strcmp(said, wanted);
}

static void each_member_has_the_score_that_the_vectors_say(void **state)
{
    (void)state;
    coding_book *book = whole_book();
    char         said[512];
    risk_member  read = {.room = 0};
    unsigned     failed = 0, count = 0;
    assert_non_null(book);
    if (!coding_risk_has(book, CODING_RISK_V28, CODING_RISK_MA, 2026)) {
        coding_book_close(book);
        skip(); /* a book without tables of risk adjustment */
    }
    coding_desk *desk = coding_desk_new(book, NULL);
    for (rows all = rows_open(CODING_VECTORS "/risk.tsv"); rows_next(&all) || (rows_close(&all), false); count++) {
        if (is_as_wanted(desk, &all, &read, said)) continue;
        fprintf(stderr, "%s %s: %s, not as wanted (%s)\n", all.cells[0], all.cells[1], said, all.cells[6]);
        failed++;
        coding_desk_clear(desk);
    }
    coding__risk_read_end(&read);
    coding_desk_free(desk);
    coding_book_close(book);
    assert_true(count > 20);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_member_has_the_score_that_the_vectors_say)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
