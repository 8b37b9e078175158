/* Codes of one's own: a table names the system, its fixed number and a pattern, another holds its codes (see
 * little/systems.tsv and docs/tables.md). From then on they are read, checked, dated and searched as all others are,
 * and their numbers fit into the same column.
 *
 *     cc -std=c11 own_system.c $(pkg-config --cflags --libs coding) -o own_system
 *     CODING_BOOK=little.book ./own_system
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

static void check(coding_desk *desk, coding_system system, const char *text, coding_date on)
{
    coding_verdict verdict = coding_check_text(desk, system, text, strlen(text), on);
    printf("%s on %u: %s", text, on, coding_rule_name(verdict.rule));
    if (verdict.rule == CODING_RULE_STANDS) printf(", %s\n", coding_entry_title(desk, verdict.entry, on));
    else printf(", %s\n", coding_explain(desk, &verdict.findings[0]));
    coding_desk_clear(desk);
}

/* Nobody said which system: everyone who could read the text is asked. */
static void identify(coding_desk *desk, const char *text, coding_date on)
{
    coding_candidates candidates = coding_identify(desk, text, strlen(text), on);
    printf("%s could be\n", text);
    for (size_t i = 0; i < candidates.count; i++)
        printf("    %s: %s\n", coding_book_system_name(coding_desk_book(desk), candidates.items[i].system),
               coding_rule_name(candidates.items[i].rule));
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk  *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;
    coding_system local = coding_book_system(book, "local", 5);
    printf("%s has number %d\n", coding_book_system_name(book, local), (int)local);

    check(desk, local, "ab12", 20260301);
    check(desk, local, "KL07", 20260301);
    check(desk, local, "KL07", 20260801);
    check(desk, local, "ABC", 20260301);
    identify(desk, "AB12", 20260301);

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
