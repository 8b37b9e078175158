/* Completing a code: which 7th characters may follow and what they mean, and what may come next while it is typed.
 *
 *     cc -std=c11 sevenths.c $(pkg-config --cflags --libs coding) -o sevenths
 *     CODING_BOOK=little.book ./sevenths
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

static void print_sevenths(coding_desk *desk, const char *text, coding_date on)
{
    coding_code   code = coding_parse(CODING_ICD10CM, text, strlen(text)).code;
    coding_sevens sevens = coding_entry_sevens(desk, coding_find(coding_desk_book(desk), code), on);
    printf("%s takes\n", text);
    for (size_t i = 0; i < sevens.count; i++) {
        char complete[CODING_CODE_TEXT]; /* placeholders are filled in */
        printf("    %c  %s  %s\n", sevens.items[i].character, coding_code_format(sevens.items[i].code, complete),
               sevens.items[i].text);
    }
}

static void print_completions(coding_desk *desk, coding_system system, const char *typed, coding_date on)
{
    coding_entries entries = coding_complete(desk, system, typed, strlen(typed), on, 4);
    printf("%s may become\n", typed);
    for (size_t i = 0; i < entries.count; i++) {
        char code[CODING_CODE_TEXT];
        printf("    %s  %s\n", coding_code_format(coding_entry_code(entries.items[i]), code),
               coding_entry_title(desk, entries.items[i], on));
    }
}

/* ICD-10-PCS is made of seven axes: after a beginning the book knows the values of the next one. */
static void print_values(coding_desk *desk, const char *typed, coding_date on)
{
    coding_values values = coding_values_after(desk, CODING_ICD10PCS, typed, strlen(typed), on);
    printf("%s goes on with %s\n", typed, values.axis ? values.axis : "a character");
    for (size_t i = 0; i < values.count; i++)
        printf("    %c  %s, %u code%s\n", values.items[i].character, values.items[i].label, values.items[i].codes,
               values.items[i].codes == 1 ? "" : "s");
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;

    print_sevenths(desk, "S93.402", 20260301);
    print_sevenths(desk, "S13.4", 20260301);
    print_completions(desk, CODING_ICD10CM, "S93.40", 20260301);
    print_values(desk, "0DTJ", 20260301);

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
