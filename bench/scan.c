/* How many megabytes a second are scanned for every phrase of the book, on one thread, in pieces of 128 KiB.
 *
 *     bench_scan BOOK [--smoke]             notes made of the book's own words, the same in every run
 *     bench_scan BOOK --file TEXT           a text of one's own
 *     bench_scan BOOK --text [--smoke]      prints the notes, for the peers
 *     bench_scan BOOK --phrases             prints the phrases, one a line, for the peers */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "measure.h"
#include "scan_text.h"

enum { PIECE = 1 << 17, ROOM = 4096, MEGABYTE = 1000000, MEGABYTES = 50, ROUNDS = 7 };

/* A text, and what its scans found and took. */
typedef struct scanning {
    coding_desk *desk;
    char        *text;
    size_t       length;
    size_t       found;
    double       nanoseconds[ROUNDS];
} scanning;

static void read_file(const char *path, scanning *all)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) exit((perror(path), 2));
    all->length = (size_t)ftell(file);
    rewind(file);
    all->text = malloc(all->length + 1);
    if (!all->text || fread(all->text, 1, all->length, file) != all->length) exit((perror(path), 2));
    fclose(file);
}

static void scan(scanning *all)
{
    static coding_phrase found[ROOM];
    coding_scanned       done = {.status = CODING_OK};
    all->found = 0;
    for (size_t at = 0; at < all->length && !done.status; at += done.settled) {
        size_t piece = all->length - at < PIECE ? all->length - at : PIECE;
        done = coding_scan(all->desk, all->text + at, piece, at + piece == all->length, found, ROOM);
        all->found += done.count;
    }
    if (done.status) exit((fprintf(stderr, "bench_scan: %s\n", coding_status_text(done.status)), 2));
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(scanning *all, size_t phrases, int rounds)
{
    scan(all); /* warm */
    for (int i = 0; i < rounds; i++) {
        double began = bench_now();
        scan(all);
        all->nanoseconds[i] = bench_now() - began;
    }
    qsort(all->nanoseconds, (size_t)rounds, sizeof *all->nanoseconds, by_size);
    bench_print("scan", (double)all->length / all->nanoseconds[rounds / 2] * 1000, "MB/s",
                "notes made of the book's words, for every phrase; budget 100 MB/s");
    bench_print("scan.text", (double)all->length / MEGABYTE, "MB", "their length");
    bench_print("scan.phrases", (double)phrases, "phrases", "of the book: titles, inclusion terms, index, synonyms");
    bench_print("scan.found", (double)all->found, "phrases", "found: the longest at each word, whatever its ending");
    bench_print("scan.memory", (double)coding_desk_used(all->desk).held / 1024, "KiB",
                "held by the desk, beside the book; budget 1024 KiB");
}

static int print_phrases(const bench_phrases *phrases)
{
    for (size_t i = 0; i < phrases->count; i++) puts(phrases->items[i]);
    return 0;
}

int main(int count, char **arguments)
{
    coding_error error;
    bool         smoke = count > 2 && !strcmp(arguments[count - 1], "--smoke");
    const char  *what = count > 2 ? arguments[2] : "";
    coding_book *book = coding_book_open(count > 1 ? arguments[1] : NULL, &error);
    scanning     all = {.desk = book ? coding_desk_new(book, NULL) : NULL,
                        .length = smoke ? MEGABYTE : MEGABYTES * MEGABYTE};
    if (!all.desk) return fprintf(stderr, "bench_scan: %s\n", book ? "no memory" : error.reason), 2;
    bench_phrases phrases = bench_phrases_of(book);
    if (!strcmp(what, "--phrases")) return print_phrases(&phrases);
    if (!strcmp(what, "--file") && count > 3) read_file(arguments[3], &all);
    else all.text = bench_scan_text(book, &phrases, all.length);
    if (!strcmp(what, "--text")) return fwrite(all.text, 1, all.length, stdout) != all.length;
    measure(&all, phrases.count, smoke ? 1 : ROUNDS);
    free(all.text);
    bench_phrases_free(&phrases);
    coding_desk_free(all.desk);
    coding_book_close(book);
    return 0;
}
