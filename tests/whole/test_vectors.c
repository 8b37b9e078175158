/* The vectors of codes and days, against a book of all editions: $CODING_BOOK, else the one that script/demo made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whole/whole.h"

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

static unsigned check_row(coding_desk *desk, char *cells[ROW_CELLS])
{
    char           said[64];
    coding_system  system = strcmp(cells[0], "any") ? coding_system_parse(cells[0], strlen(cells[0])) : CODING_ANY;
    coding_date    on = coding_date_parse(cells[2], strlen(cells[2]));
    coding_verdict verdict = coding_check_text(desk, system, cells[1], strlen(cells[1]), on);
    say_verdict(&verdict, said);
    if (!strcmp(said, cells[3]) && fast_path_agrees(desk, &verdict, on)) return 0;
    print_error("%s %s on %s: %s where %s is right, because: %s\n", cells[0], cells[1], cells[2], said, cells[3],
                cells[4]);
    return 1;
}

/* Rows that speak of HCPCS are not asked of a book without it. */
static bool is_of_hcpcs(const char *system)
{
    return !strcmp(system, "any") || !strcmp(system, "hcpcs") || !strcmp(system, "modifier") || !strcmp(system, "pos");
}

static unsigned check_if_held(coding_desk *desk, char *cells[ROW_CELLS])
{
    bool held = !is_of_hcpcs(cells[0]) || coding_book_has_system(coding_desk_book(desk), CODING_HCPCS);
    return held ? check_row(desk, cells) : 0;
}

static void every_vector_of_codes_and_days_is_answered(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/check.tsv", 250, NULL, check_if_held);
}

static void every_rule_has_a_vector(void **state)
{
    (void)state;
    unsigned seen = 0;
    rows     vectors = rows_open(CODING_VECTORS "/check.tsv");
    while (rows_next(&vectors)) {
        vectors.cells[3][strcspn(vectors.cells[3], " ")] = '\0';
        for (unsigned rule = CODING_RULE_STANDS; rule <= CODING_RULE_NOT_CHECKED; rule++) {
            if (!strcmp(vectors.cells[3], coding_rule_name((coding_rule)rule))) seen |= 1U << rule;
        }
    }
    rows_close(&vectors);
    assert_int_equal(seen, (2U << CODING_RULE_NOT_CHECKED) - 1);
}

static unsigned search_row(coding_desk *desk, char *cells[ROW_CELLS])
{
    char        text[CODING_CODE_TEXT];
    coding_hits hits = coding_search(desk, cells[0], strlen(cells[0]), NULL);
    for (size_t i = 0; i < hits.count; i++) {
        if (!strcmp(coding_code_format(coding_entry_code(hits.items[i].entry), text), cells[1])) return 0;
    }
    print_error("\"%s\" does not find %s: %s\n", cells[0], cells[1], cells[2]);
    return 1;
}

static void every_vector_of_search_is_among_the_first_ten(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/search.tsv", 60, NULL, search_row);
}

/* The first evidence of a hit that has the word; NULL if none. */
static const coding_evidence *evidence_of(const coding_hits *hits, const char *code, const char *found)
{
    char text[CODING_CODE_TEXT];
    for (size_t i = 0; i < hits->count; i++) {
        const coding_hit *hit = &hits->items[i];
        if (strcmp(coding_code_format(coding_entry_code(hit->entry), text), code)) continue;
        for (size_t n = 0; n < hit->evidence_count; n++) {
            if (!strcmp(hit->evidence[n].found, found)) return &hit->evidence[n];
        }
    }
    return NULL;
}

static void say_span(const char *query, coding_span span, char said[96])
{
    place at = place_of(query, span.offset), past = place_of(query, span.offset + span.length);
    snprintf(said, 96, "%zu+%zu %zu+%zu %zu+%zu", at.bytes, past.bytes - at.bytes, at.points, past.points - at.points,
             at.utf16, past.utf16 - at.utf16);
}

static unsigned evidence_row(coding_desk *desk, char *cells[ROW_CELLS])
{
    char                   said[96] = "nowhere", right[96];
    size_t                 length = rows_undo(cells[0]);
    coding_hits            hits = coding_search(desk, cells[0], length, NULL);
    const coding_evidence *evidence = evidence_of(&hits, cells[1], cells[2]);
    if (evidence) say_span(cells[0], evidence->span, said);
    snprintf(right, sizeof right, "%s %s %s", cells[3], cells[4], cells[5]);
    if (!strcmp(said, right)) return 0;
    print_error("\"%s\" finds \"%s\" of %s at %s, not %s: %s\n", cells[0], cells[2], cells[1], said, right, cells[6]);
    return 1;
}

static void every_word_found_is_where_its_row_says_in_each_unit(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/evidence.tsv", 30, NULL, evidence_row);
}

static void a_code_of_icd_9_volume_3_has_its_own_title(void **state)
{
    (void)state;
    coding_book *book = whole_book();
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
        cmocka_unit_test(every_rule_has_a_vector),
        cmocka_unit_test(every_vector_of_search_is_among_the_first_ten),
        cmocka_unit_test(every_word_found_is_where_its_row_says_in_each_unit),
        cmocka_unit_test(a_code_of_icd_9_volume_3_has_its_own_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
