/* The rows of vectors/suggest.tsv, asked of a whole book: $CODING_BOOK, or the one that script/setup made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <coding.h>

enum { CELLS = 6, LINE = 1024, ROWS_LEAST = 50 };

static bool cells_of(char *line, char *cells[CELLS])
{
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#' || !strncmp(line, "system\t", 7)) return false;
    for (size_t i = 0; i < CELLS; i++) {
        char *tab = strchr(line, '\t');
        assert_true((tab != NULL) == (i + 1 < CELLS));
        if (tab) *tab = '\0';
        cells[i] = line;
        if (tab) line = tab + 1;
    }
    return true;
}

/* The codes of rank 0, parted by blanks. */
static void print_first(const coding_suggestions *near, char *out)
{
    char text[CODING_CODE_TEXT];
    strcpy(out, near->count ? "" : "-");
    for (size_t i = 0; i < near->count && !near->items[i].rank; i++) {
        if (i) strcat(out, " ");
        strcat(out, coding_code_format(near->items[i].code, text));
    }
}

static void assert_row(coding_desk *desk, char *cells[CELLS])
{
    char               first[LINE];
    coding_system      system = coding_system_parse(cells[0], strlen(cells[0]));
    coding_date        on = coding_date_parse(cells[2], strlen(cells[2]));
    coding_suggestions near = coding_suggest(desk, system, cells[1], strlen(cells[1]), on);
    const char        *repair = near.count ? coding_repair_name(near.items[0].repair) : "-";
    bool lacking = near.status == CODING_NOT_IN_BOOK
                || (system == CODING_ANY && !coding_book_has_system(coding_desk_book(desk), CODING_HCPCS));
    if (lacking) { /* made without official releases, a book lacks HCPCS */
        print_message("skipped: %s %s: the book lacks a system that would answer\n", cells[0], cells[1]);
        return;
    }
    assert_int_equal(near.status, CODING_OK);
    print_first(&near, first);
    if (strcmp(first, cells[3]) || strcmp(repair, cells[4]))
        fail_msg("%s \"%s\" on %s (%s): %s %s, not %s %s", cells[0], cells[1], cells[2], cells[5], first, repair,
                 cells[3], cells[4]);
    coding_desk_clear(desk);
}

static void every_vector_leads_to_the_codes_it_names(void **state)
{
    (void)state;
    char         line[LINE], *cells[CELLS];
    size_t       rows = 0;
    const char  *named = getenv("CODING_BOOK");
    coding_book *book = coding_book_open(named ? named : CODING_WHOLE_BOOK, NULL);
    if (!book) {
        puts("skipped: no book at $CODING_BOOK or " CODING_WHOLE_BOOK);
        skip();
    }
    coding_desk *desk = coding_desk_new(book, NULL);
    FILE        *file = fopen(CODING_VECTORS "/suggest.tsv", "rb");
    coding_book_close(book);
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        if (cells_of(line, cells)) assert_row(desk, cells), rows++;
    assert_true(rows >= ROWS_LEAST);
    fclose(file);
    coding_desk_free(desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_vector_leads_to_the_codes_it_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
