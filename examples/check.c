/* Is this code right? Reads what was typed, checks it on the day of service, says why not, and what may be meant.
 *
 *     cc -std=c11 check.c $(pkg-config --cflags --libs coding) -o check
 *     CODING_BOOK=little.book ./check
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

/* Near misses are never part of a check: they are asked for when somebody is there to read them. */
static void offer(coding_desk *desk, const char *typed, coding_date on)
{
    coding_suggestions near = coding_suggest(desk, CODING_ICD10CM, typed, strlen(typed), on);
    for (size_t i = 0; i < near.count; i++) {
        char         code[CODING_CODE_TEXT];
        coding_entry entry = coding_find(coding_desk_book(desk), near.items[i].code);
        printf("    %s  %s  (%s)\n", coding_code_format(near.items[i].code, code), coding_entry_title(desk, entry, on),
               coding_repair_name(near.items[i].repair));
    }
}

static void check(coding_desk *desk, const char *typed, coding_date on)
{
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, typed, strlen(typed), on);
    printf("%s on %u: %s\n", typed, on, coding_rule_name(verdict.rule));
    for (size_t i = 0; i < verdict.count; i++) printf("    %s\n", coding_explain(desk, &verdict.findings[i]));
    if (verdict.rule != CODING_RULE_STANDS) offer(desk, typed, on);
    coding_desk_clear(desk); /* everything above lay on the desk */
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error); /* $CODING_BOOK, else the one installed with the library */
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL); /* NULL: malloc and free */
    if (!desk) return fprintf(stderr, "no memory\n"), 2;

    check(desk, "e119", 20260301);     /* lower case and a missing dot are understood */
    check(desk, "G35", 20250930);      /* one code, ... */
    check(desk, "G35", 20251001);      /* ... split a day later */
    check(desk, "M54.5O", 20260301);   /* a letter for a digit */
    check(desk, "S93.402", 20260301);  /* complete but for its 7th character */
    check(desk, "S13.4A", 20260301);   /* the placeholders that keep the 7th in its place are missing */
    check(desk, "I10", 20300101);      /* later than the book reaches: never "fine" */

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
