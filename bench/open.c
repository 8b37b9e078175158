/* Opening a book: how long, and how much memory becomes the process's own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "measure.h"
#include "sample.h"

static void open_and_close(void *context, size_t index)
{
    (void)index;
    coding_book_close(coding_book_open(context, NULL));
}

/* The first answer of a process: open, ask one code, close. */
static void open_and_ask(void *context, size_t index)
{
    coding_book *book = coding_book_open(context, NULL);
    coding_desk *desk = coding_desk_new(book, NULL);
    (void)index;
    bench_use(coding_verdict_of(desk, coding_parse(CODING_ICD10CM, "E11.9", 5).code, SAMPLE_DAY));
    coding_desk_free(desk);
    coding_book_close(book);
}

/* Kilobytes by /proc/self/smaps_rollup. `own` was written to or taken from the allocator: nobody else can have it.
 * `file` are pages of files that no other process maps at the moment: the system may take them back at any time. */
typedef struct memory {
    double own;
    double file;
} memory;

static memory memory_now(void)
{
    memory now = {0, 0};
    char   line[256];
    FILE  *file = fopen("/proc/self/smaps_rollup", "r");
    while (file && fgets(line, sizeof line, file)) {
        sscanf(line, "Private_Dirty: %lf", &now.own);
        sscanf(line, "Private_Clean: %lf", &now.file);
    }
    if (file) fclose(file);
    return now;
}

static void print_growth(const char *name, memory before, const char *note)
{
    char   mapped[64];
    memory now = memory_now();
    snprintf(mapped, sizeof mapped, "%s.mapped", name);
    bench_print(name, now.own - before.own, "KiB", note);
    bench_print(mapped, now.file - before.file, "KiB", "pages of the book's file mapped for it: the cache's, not its own");
}

/* The first book of the process. */
static bool measure_memory(const char *path, size_t samples)
{
    coding_error error;
    bench_use((unsigned long long)memory_now().own); /* what reading it costs is taken before */
    memory       before = memory_now();
    coding_book *book = coding_book_open(path, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), false;
    print_growth("memory.open", before, "private memory that opening takes; budget 1024 KiB");
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_check_text(desk, CODING_ICD10CM, "G35", 3, SAMPLE_DAY);
    print_growth("memory.check", before, "with a desk, and a code checked with its reason");
    sample codes = sample_of_system(book, CODING_ICD10CM, samples);
    before = memory_now();
    for (size_t i = 0; i < codes.count; i++) bench_use(coding_verdict_of(desk, codes.codes[i], SAMPLE_DAY));
    print_growth("memory.all", before, "more, after a verdict of every row of ICD-10-CM");
    sample_free(&codes);
    coding_desk_free(desk);
    coding_book_close(book);
    return true;
}

int main(int count, char **arguments)
{
    bench_effort effort = bench_started(count, arguments);
    if (!measure_memory(arguments[1], effort.samples)) return 2;
    bench_each(&(bench_calls){"open", "open and close a book, its file in the page cache; budget 1000 us", open_and_close,
                              arguments[1], 100}, effort.rounds);
    bench_each(&(bench_calls){"open.ask", "open, ask one code, close", open_and_ask, arguments[1], 100}, effort.rounds);
    return 0;
}
