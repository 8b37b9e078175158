/* How many megabytes of notes are annotated in a second, a note of about 2 KB at a time, and what the desk holds.
 *
 *     bench_notes BOOK TEXT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "measure.h"

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

int main(int count, char **arguments)
{
    coding_error error;
    coding_book *book = coding_book_open(count > 1 ? arguments[1] : NULL, &error);
    coding_desk *desk = book ? coding_desk_new(book, NULL) : NULL;
    size_t       length = 0, piece = count > 3 ? (size_t)atol(arguments[3]) : 2048;
    if (!desk) return 2;
    char *text = read_file(arguments[2], &length);
    for (int i = 0; i < 3; i++) {
        double began = bench_now();
        size_t mentions = 0, codes = 0;
        for (size_t at = 0; at < length;) {
            size_t past = length - at < piece ? length : at + piece;
            while (past < length && text[past - 1] != '\n') past++;
            coding_annotation made = coding_annotate(desk, text + at, past - at, NULL);
            mentions += made.mention_count, codes += made.code_count;
            coding_desk_clear(desk);
            at = past;
        }
        printf("%.3f MB/s %zu mentions %zu codes %zu held\n", (double)length / (bench_now() - began) * 1000, mentions, codes, coding_desk_used(desk).held);
    }
    return 0;
}
