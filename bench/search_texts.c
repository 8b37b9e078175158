/* What search is made of, for peers to be made of the same: for each billable code of ICD-10-CM a line with its title,
 * and the inclusion terms and index paths that lead to it or to a header above it.
 *
 *     bench_search_texts us.book > texts.tsv */
#include <stdio.h>
#include <stdlib.h>

#include <coding.h>

#include "book/book.h"

enum { DEEPEST = 12 };

static uint32_t row_of(const coding_book *book, uint32_t document)
{
    return coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_ROW) & 0xFFFFFFu;
}

/* The first document of each row; documents lie by row. */
static uint32_t *first_documents(const coding_book *book)
{
    uint32_t  rows = coding__count(book, CODING__ROWS), documents = coding__count(book, CODING__DOCUMENTS), at = 0;
    uint32_t *firsts = malloc(((size_t)rows + 1) * sizeof *firsts);
    for (uint32_t row = 0; firsts && row <= rows; row++) {
        while (at < documents && row_of(book, at) < row) at++;
        firsts[row] = at;
    }
    return firsts;
}

static void print_path(const coding_book *book, uint32_t term, unsigned depth)
{
    uint32_t parent = coding__u32(book, CODING__INDEX, term, CODING__INDEX_PARENT);
    if (parent && depth < DEEPEST) print_path(book, parent - 1, depth + 1);
    printf(" %s %s", coding__text_of(book, CODING__INDEX, term, CODING__INDEX_TITLE),
           coding__index_text(book, term, CODING__INDEX_NEMOD));
}

static void print_document(const coding_book *book, uint32_t document)
{
    uint32_t source = coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_SOURCE);
    uint32_t record = source & 0xFFFFFFu;
    if (source >> 24 == CODING_FIELD_INCLUSION)
        printf(" %s", coding__text_of(book, CODING__NOTES, record, CODING__NOTE_TEXT));
    if (source >> 24 == CODING_FIELD_INDEX) print_path(book, record, 0);
    if (source >> 24 != CODING_FIELD_TITLE) fputs(" ;", stdout);
}

static void print_row(coding_desk *desk, const uint32_t *firsts, coding_entry entry)
{
    char bare[CODING_CODE_TEXT];
    printf("%s\t%s\t", coding_code_format_bare(coding_entry_code(entry), bare), coding_entry_title(desk, entry, 0));
    for (uint32_t row = entry.row + 1; row; row = coding__u32(entry.book, CODING__ROWS, row - 1, CODING__ROW_PARENT)) {
        for (uint32_t at = firsts[row - 1]; at < firsts[row]; at++) print_document(entry.book, at);
    }
    putchar('\n');
    coding_desk_clear(desk);
}

int main(int argc, char **argv)
{
    coding_error error;
    coding_book *book = coding_book_open(argc > 1 ? argv[1] : NULL, &error);
    coding_desk *desk = book ? coding_desk_new(book, NULL) : NULL;
    uint32_t    *firsts = desk ? first_documents(book) : NULL, first, past;
    if (!firsts) return fprintf(stderr, "bench_search_texts: %s\n", book ? "no memory" : error.reason), 2;
    coding_book_rows(book, CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; row < past; row++) {
        coding_entry entry = coding_book_entry(book, row);
        coding_rule  rule = coding_verdict_of(desk, coding_entry_code(entry), 0);
        if (rule == CODING_RULE_STANDS) print_row(desk, firsts, entry);
    }
    free(firsts);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
