/* Claims out of a stream of X12 837: megabytes a second with and without review, and the memory it takes. The text is
 * made on the way, piece by piece, so that no file is left; making it is not measured.
 *
 *     bench_claims_stream BOOK [--smoke | MEGABYTES]
 *     bench_claims_stream --write MEGABYTES [SEED]      the text itself, to standard output */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "claims_837.h"
#include "measure.h"

enum { PIECE = 64 * 1024, MEGABYTE = 1000 * 1000, SEED = 20261124 };

typedef struct stream {
    coding_desk       *desk;
    bool               review;
    unsigned long long bytes, claims, troubles, findings;
    double             nanoseconds;
    size_t             held; /* by the desk, at most */
} stream;

static void take(stream *s, coding_claims *claims)
{
    for (coding_claims_item item; coding_claims_next(claims, &item); coding_desk_clear(s->desk)) {
        s->claims += item.claim != NULL;
        if (item.trouble && !s->troubles++) fprintf(stderr, "%s\n", item.reason);
        if (s->review && item.claim) s->findings += coding_claim_review(s->desk, item.claim, NULL).count;
    }
}

static void run(stream *s, unsigned long long bytes)
{
    static claims_837 file;
    static char       piece[PIECE];
    coding_claims    *claims = coding_claims_new(s->desk);
    claims_837_start(&file, bytes, SEED);
    for (size_t length; (length = claims_837_next(&file, piece, sizeof piece)) > 0;) {
        double began = bench_now();
        coding_claims_feed(claims, piece, length);
        take(s, claims);
        s->nanoseconds += bench_now() - began;
        size_t held = coding_desk_used(s->desk).held;
        if (held > s->held) s->held = held;
    }
    coding_claims_finish(claims);
    take(s, claims);
    coding_claims_free(claims);
    s->bytes = file.written;
    if (s->claims == file.claims && !s->troubles) return;
    fprintf(stderr, "%llu claims of %llu were read, with %llu troubles\n", s->claims, file.claims, s->troubles);
    exit(1);
}

/* Kilobytes of the process at most, pages of the book's file among them. */
static double peak_memory(void)
{
    char   line[256];
    double peak = 0;
    FILE  *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file)) sscanf(line, "VmHWM: %lf", &peak);
    if (file) fclose(file);
    return peak;
}

static void print(const char *name, const stream *s)
{
    char note[160], memory[64];
    snprintf(note, sizeof note, "X12 837 of %llu MB, %llu claims, %llu findings", s->bytes / MEGABYTE, s->claims,
             s->findings);
    bench_print(name, (double)s->bytes / MEGABYTE / (s->nanoseconds / 1e9), "MB/s", note);
    snprintf(memory, sizeof memory, "%s.claims", name);
    bench_print(memory, (double)s->claims / (s->nanoseconds / 1e9), "1/s", "claims a second");
    snprintf(memory, sizeof memory, "%s.held", name);
    bench_print(memory, (double)s->held / 1024, "KiB", "held by the desk and its reader at most");
    snprintf(memory, sizeof memory, "%s.peak", name);
    bench_print(memory, peak_memory() / 1024, "MiB", "the process at most, the book's pages among them; budget 50 MB");
}

static int write_text(unsigned long long megabytes, unsigned long long seed)
{
    static claims_837 file;
    static char       piece[PIECE];
    claims_837_start(&file, megabytes * MEGABYTE, seed ? seed : SEED);
    for (size_t length; (length = claims_837_next(&file, piece, sizeof piece)) > 0;)
        if (fwrite(piece, 1, length, stdout) != length) return 1;
    return fflush(stdout) != 0;
}

int main(int count, char **arguments)
{
    if (count > 2 && !strcmp(arguments[1], "--write"))
        return write_text(strtoull(arguments[2], NULL, 10), count > 3 ? strtoull(arguments[3], NULL, 10) : SEED);
    bool               smoke = bench_started(count, arguments).rounds < 10;
    unsigned long long megabytes = smoke ? 1 : count > 2 ? strtoull(arguments[2], NULL, 10) : 50;
    coding_error       error;
    coding_book       *book = coding_book_open(arguments[1], &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_book_close(book);
    stream reading = {.desk = desk}, reviewing = {.desk = desk, .review = true};
    run(&reading, megabytes * MEGABYTE);
    print("claims.read", &reading);
    run(&reviewing, megabytes * MEGABYTE);
    print("claims.review", &reviewing);
    coding_desk_free(desk);
    return 0;
}
