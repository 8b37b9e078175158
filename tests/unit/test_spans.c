/* Where the damage of a text begins: in bytes as the library says, in characters and UTF-16 as languages count on. */
#include <coding/code.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rows.h"

static void assert_span(char *cells[ROW_CELLS])
{
    char          said[96], right[96];
    size_t        length = rows_undo(cells[1]);
    coding_parsed parsed = coding_parse(coding_system_parse(cells[0], strlen(cells[0])), cells[1], length);
    place         at = place_of(cells[1], parsed.span.offset);
    snprintf(said, sizeof said, "%s %zu %zu %zu", coding_damage_name(parsed.damage), at.bytes, at.points, at.utf16);
    snprintf(right, sizeof right, "%s %s %s %s", cells[2], cells[3], cells[4], cells[5]);
    if (strcmp(said, right)) fail_msg("%s \"%s\" (%s): %s, not %s", cells[0], cells[1], cells[6], said, right);
}

static void every_damage_is_where_its_row_says_in_each_unit(void **state)
{
    (void)state;
    size_t count = 0;
    rows   vectors = rows_open(CODING_VECTORS "/spans.tsv");
    for (; rows_next(&vectors); count++) assert_span(vectors.cells);
    rows_close(&vectors);
    assert_true(count >= 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_damage_is_where_its_row_says_in_each_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
