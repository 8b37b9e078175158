/* How long a query takes: queries on standard input, one a line; TSV out. Each is asked several times and its quickest
 * time counts, so that what is measured is the search and not the machine's other work.
 *
 *     cut -f3 tests/search/development.tsv | tail -n +2 | bench_search us.book [--each]
 *
 * --each prints the nanoseconds of each query, in the order in which they came, and nothing else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <coding.h>

enum { QUERIES = 4096, LENGTH = 512, TIMES = 7 };

static char   queries[QUERIES][LENGTH];
static double quickest[QUERIES];

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e9 + (double)at.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static size_t read_queries(void)
{
    size_t count = 0;
    while (count < QUERIES && fgets(queries[count], LENGTH, stdin)) {
        queries[count][strcspn(queries[count], "\n")] = '\0';
        count += queries[count][0] != '\0';
    }
    return count;
}

static void ask(coding_desk *desk, size_t index, const coding_search_options *options)
{
    double began = now();
    coding_search(desk, queries[index], strlen(queries[index]), options);
    double took = now() - began;
    if (quickest[index] <= 0 || took < quickest[index]) quickest[index] = took;
    coding_desk_clear(desk);
}

int main(int argc, char **argv)
{
    coding_error          error;
    coding_search_options options = {.size = sizeof options, .system = CODING_ICD10CM};
    coding_book          *book = coding_book_open(argc > 1 ? argv[1] : NULL, &error);
    coding_desk          *desk = book ? coding_desk_new(book, NULL) : NULL;
    size_t                count = read_queries();
    if (!desk || !count) return fprintf(stderr, "bench_search: %s\n", book ? "no queries" : error.reason), 2;
    for (int i = 0; i < TIMES; i++) {
        for (size_t j = 0; j < count; j++) ask(desk, j, &options);
    }
    for (size_t i = 0; i < count && argc > 2 && strcmp(argv[2], "--each") == 0; i++) printf("%.0f\n", quickest[i]);
    if (argc > 2) return coding_desk_free(desk), coding_book_close(book), 0;
    qsort(quickest, count, sizeof *quickest, compare);
    printf("name\tns\tbytes\n");
    printf("search median\t%.0f\t%zu\n", quickest[count / 2], coding_desk_used(desk).held);
    printf("search p99\t%.0f\t%zu\n", quickest[count * 99 / 100], coding_desk_used(desk).held);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
