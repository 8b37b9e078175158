/* A column at once: codes as 64-bit numbers, or texts as Arrow, Parquet and pandas hold them, one run of bytes and an
 * offset each. Verdicts go into arrays of the caller; nothing gathers on the desk, and there is nothing to clear.
 *
 *     cc -std=c11 column.c $(pkg-config --cflags --libs coding) -o column
 *     CODING_BOOK=little.book ./column
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

enum { COUNT = 6 };

static void print_column(const coding_book *book, const coding_code *codes, const uint8_t *rules, const uint32_t *rows)
{
    for (size_t i = 0; i < COUNT; i++) {
        char code[CODING_CODE_TEXT];
        printf("    %-9s %-10s", coding_code_format(codes[i], code), coding_rule_name((coding_rule)rules[i]));
        if (rows[i] == UINT32_MAX) puts("no row");
        else printf("row %u, whose code is %s\n", rows[i],
                    coding_code_format(coding_entry_code(coding_book_entry(book, rows[i])), code));
    }
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;

    /* Six texts end to end; text i is the bytes from offsets[i] to offsets[i + 1]. */
    const char    text[] = "E11.9G35e119X99S93.402AM54.5";
    const int32_t offsets[COUNT + 1] = {0, 5, 8, 12, 15, 23, 28};
    coding_code   codes[COUNT];
    uint8_t       rules[COUNT];
    uint32_t      rows[COUNT];

    puts("texts, all on one day");
    coding_verdict_of_texts(desk, CODING_ICD10CM, text, offsets, NULL, 20260301, COUNT, codes, rules, rows);
    print_column(book, codes, rules, rows);

    puts("the codes again, each on its own day");
    const coding_date days[COUNT] = {20260301, 20250930, 20260301, 20260301, 20260301, 20200301};
    coding_verdict_of_many(desk, codes, days, 0, COUNT, rules, rows);
    print_column(book, codes, rules, rows);

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
