/* How many megabytes of notes are annotated in a second, on one thread, a note after the other with the desk cleared
 * between them, and what the desk then holds.
 *
 *     bench_notes BOOK FILE... [--smoke]     texts of notes: tests/notes/clinic.txt and its siblings */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "measure.h"

enum { NOTE = 2048, ROUNDS = 9, FILES = 16 };

typedef struct text {
    char  *bytes;
    size_t length;
} text;

static text read_file(const char *path)
{
    text  made = {.bytes = NULL};
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) exit((perror(path), 2));
    made.length = (size_t)ftell(file);
    rewind(file);
    made.bytes = malloc(made.length + 1);
    if (!made.bytes || fread(made.bytes, 1, made.length, file) != made.length) exit((perror(path), 2));
    fclose(file);
    return made;
}

/* Notes of about two kilobytes, cut where a line ends. */
static size_t annotate(coding_desk *desk, const text *from)
{
    size_t mentions = 0;
    for (size_t at = 0, past; at < from->length; at = past) {
        past = from->length - at < NOTE ? from->length : at + NOTE;
        while (past < from->length && from->bytes[past - 1] != '\n') past++;
        mentions += coding_annotate(desk, from->bytes + at, past - at, NULL).mention_count;
        coding_desk_clear(desk);
    }
    return mentions;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(coding_desk *desk, const text *texts, size_t count, int rounds)
{
    double took[ROUNDS], length = 0;
    size_t mentions = 0;
    for (size_t i = 0; i < count; i++) length += (double)texts[i].length;
    for (int round = -1; round < rounds; round++) { /* the first one warms */
        double began = bench_now();
        mentions = 0;
        for (size_t i = 0; i < count; i++) mentions += annotate(desk, &texts[i]);
        took[round < 0 ? 0 : round] = bench_now() - began;
    }
    qsort(took, (size_t)rounds, sizeof *took, by_size);
    bench_print("annotate", length / took[rounds / 2] * 1000, "MB/s", "the notes of tests/notes, annotated; goal 25 MB/s");
    bench_print("annotate.mentions", (double)mentions, "mentions", "found in them");
    bench_print("annotate.memory", (double)coding_desk_used(desk).held / 1024, "KiB", "held by the desk; goal 1024 KiB");
}

int main(int count, char **arguments)
{
    coding_error error;
    bool         smoke = count > 2 && !strcmp(arguments[count - 1], "--smoke");
    coding_book *book = coding_book_open(count > 1 ? arguments[1] : NULL, &error);
    coding_desk *desk = book ? coding_desk_new(book, NULL) : NULL;
    text         texts[FILES];
    size_t       files = 0;
    if (!desk) return fprintf(stderr, "bench_notes: %s\n", book ? "no memory" : error.reason), 2;
    for (int i = 2; i < count - smoke && files < FILES; i++) texts[files++] = read_file(arguments[i]);
    if (files) measure(desk, texts, files, smoke ? 1 : ROUNDS);
    while (files > 0) free(texts[--files].bytes);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
