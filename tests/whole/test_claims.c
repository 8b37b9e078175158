/* The vectors of claims: what each rule must say of a claim, and what it must leave unsaid. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whole/whole.h"

enum { SAID = 4096 };

static coding_claim_rule rule_named(const char *name)
{
    int rule = 0;
    while (rule < CODING_CLAIM_RULE_TOTAL && strcmp(coding_claim_rule_name((coding_claim_rule)rule), name)) rule++;
    return (coding_claim_rule)rule;
}

static int print_place(char *to, size_t room, const char *before, coding_claim_place at)
{
    static const char *const parts[] = {"claim", "dx", "pcs", "line"};
    if (!at.number) return snprintf(to, room, "%sclaim", before);
    return snprintf(to, room, "%s%s %u", before, parts[at.part & 3], (unsigned)at.number);
}

/* "denial line 2 modifier with line 1", or "unchecked" */
static void print_finding(const coding_claim_finding *finding, char text[128])
{
    size_t length;
    if (finding->verdict == CODING_RULE_NOT_CHECKED && finding->rule != CODING_CLAIM_RULE_CODE) {
        strcpy(text, "unchecked");
        return;
    }
    length = (size_t)snprintf(text, 128, "%s", coding_severity_name(finding->severity));
    length += (size_t)print_place(text + length, 128 - length, " ", finding->place);
    length += (size_t)snprintf(text + length, 128 - length, " %s", coding_claim_cure_name(finding->cure));
    if (finding->partner.number) print_place(text + length, 128 - length, " with ", finding->partner);
}

/* A wanted finding may end in ~ and a piece of its sentence. */
static bool is_as_wanted(coding_desk *desk, const coding_claim_finding *finding, const char *wanted)
{
    char        text[128];
    const char *piece = strchr(wanted, '~');
    size_t      length = piece ? (size_t)(piece - wanted) : strlen(wanted);
    while (length && wanted[length - 1] == ' ') length--;
    print_finding(finding, text);
    if (strlen(text) != length || memcmp(text, wanted, length)) return false;
    while (piece && (*piece == '~' || *piece == ' ')) piece++;
    return !piece || strstr(coding_claim_explain(desk, finding), piece);
}

static void print_all(coding_desk *desk, const coding_review *review, coding_claim_rule rule)
{
    char text[128];
    for (size_t i = 0; i < review->count; i++) {
        if (review->findings[i].rule != rule) continue;
        print_finding(&review->findings[i], text);
        print_error("    %s ~%s\n", text, coding_claim_explain(desk, &review->findings[i]));
    }
}

/* Wanted findings are parted by "; ", in the order of the review. */
static bool all_as_wanted(coding_desk *desk, const coding_review *review, coding_claim_rule rule, char *wanted)
{
    char *next = strcmp(wanted, "-") ? wanted : NULL;
    for (size_t i = 0; i < review->count; i++) {
        if (review->findings[i].rule != rule) continue;
        char *end = next ? strstr(next, "; ") : NULL;
        if (end) *end = '\0';
        if (!next || !is_as_wanted(desk, &review->findings[i], next)) return false;
        next = end ? end + 2 : NULL;
    }
    return !next;
}

static unsigned ask(coding_desk *desk, char *cells[ROW_CELLS])
{
    char              wanted[SAID];
    coding_error      error;
    coding_claim_rule rule = rule_named(cells[0]);
    coding_claim     *claim = coding_claim_parse(desk, cells[1], strlen(cells[1]), &error);
    snprintf(wanted, sizeof wanted, "%s", cells[2]);
    if (!claim) return print_error("%s: %s: %s\n", cells[1], error.at, error.reason), 1;
    if (rule == CODING_CLAIM_RULE_TOTAL) return print_error("%s: no rule of that name\n", cells[0]), 1;
    coding_review review = coding_claim_review(desk, claim, NULL);
    if (review.status == CODING_OK && all_as_wanted(desk, &review, rule, wanted)) return 0;
    print_error("%s of %s: wanted %s, because: %s; said:\n", cells[0], cells[1], cells[2], cells[3]);
    print_all(desk, &review, rule);
    return 1;
}

static void every_rule_says_what_its_rows_want_and_nothing_else(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/claims.tsv", 600, NULL, ask);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_says_what_its_rows_want_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
