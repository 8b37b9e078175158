/* A book inside the program: no file to install, to find or to lose. The assembler takes the bytes in as they are
 * (embedded_book.S), the linker puts them among the constants, and the system maps them when they are first read.
 *
 *     cc -DBOOK='"little.book"' -c embedded_book.S
 *     cc -std=c11 embedded.c embedded_book.o $(pkg-config --cflags --libs coding) -o embedded
 *     ./embedded
 */
#include <stdio.h>

#include <coding.h>

extern const unsigned char embedded_book[], embedded_book_end[];

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open_memory(embedded_book, (size_t)(embedded_book_end - embedded_book), &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk   *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, "e119", 4, 20260301);
    printf("%s: %s\n", coding_rule_name(verdict.rule), coding_entry_title(desk, verdict.entry, verdict.on));
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
