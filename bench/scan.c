/* How many megabytes a second are scanned for every phrase of the book, in pieces of 64 KiB.
 *
 *     bench_scan BOOK [TEXT]      without a text: notes made of the book's own words, the same in every run
 *     bench_scan BOOK --text      prints that text, for the peers
 *     bench_scan BOOK --phrases   prints the phrases, one a line, for the peers */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "book/book.h"
#include "measure.h"
#include "text/phrase.h"
#include "text/vocabulary.h"

enum { MEGABYTES = 50, PIECE = 1 << 16, ROOM = 4096, DEEPEST = 24 };

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) return NULL;
    *length = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*length + 1);
    if (text && fread(text, 1, *length, file) != *length) *length = 0;
    fclose(file);
    return text;
}

static size_t scan_all(coding_desk *desk, const char *text, size_t length)
{
    static coding_phrase found[ROOM];
    size_t               count = 0;
    coding_scanned       done = {.status = CODING_OK};
    for (size_t at = 0; at < length && !done.status; at += done.settled) {
        size_t piece = length - at < 2 * PIECE ? length - at : 2 * PIECE;
        done = coding_scan(desk, text + at, piece, at + piece == length, found, ROOM);
        count += done.count;
    }
    return count;
}

/* Phrases by a walk of the trie: words in their shown form. */
static void print_phrases(const coding_book *book, uint32_t node, const char **words, unsigned depth)
{
    const unsigned char *here = coding__record(book, CODING__PHRASES, node);
    if (depth && coding__load32(here + CODING__PHRASE_TARGET)) {
        for (unsigned i = 0; i < depth; i++) printf("%s%s", i ? " " : "", words[i]);
        putchar('\n');
    }
    uint32_t first = coding__u32(book, CODING__PHRASES, node, CODING__PHRASE_CHILD);
    uint32_t past = coding__u32(book, CODING__PHRASES, node + 1, CODING__PHRASE_CHILD);
    for (uint32_t child = first; child < past && depth < DEEPEST; child++) {
        uint32_t word = coding__u32(book, CODING__PHRASES, child, CODING__PHRASE_WORD);
        words[depth] = word == CODING__PHRASE_DENIAL ? "without" : coding__vocabulary_shown(book, word);
        print_phrases(book, child, words, depth + 1);
    }
}

int main(int count, char **arguments)
{
    coding_error error;
    coding_book *book = coding_book_open(count > 1 ? arguments[1] : NULL, &error);
    coding_desk *desk = book ? coding_desk_new(book, NULL) : NULL;
    const char  *words[DEEPEST];
    size_t       length = 0;
    if (!desk) return fprintf(stderr, "bench_scan: %s\n", error.reason), 2;
    if (count > 2 && !strcmp(arguments[2], "--phrases")) return print_phrases(book, 0, words, 0), 0;
    char *text = read_file(arguments[2], &length);
    size_t found = 0;
    for (int i = 0; i < 5; i++) {
        double began = bench_now();
        found = scan_all(desk, text, length);
        double took = bench_now() - began;
        printf("%.1f MB/s %zu phrases\n", (double)length / took * 1000, found);
    }
    return 0;
}
