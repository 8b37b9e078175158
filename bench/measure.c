#include "measure.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_ROUNDS = 101 };

bench_effort bench_started(int count, char **arguments)
{
    if (count < 2) {
        fprintf(stderr, "usage: %s BOOK [--smoke]\n", arguments[0]);
        exit(2);
    }
    bool smoke = count > 2 && !strcmp(arguments[2], "--smoke");
    return smoke ? (bench_effort){3, 2000} : (bench_effort){31, SIZE_MAX};
}

double bench_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The figure below which `share` of them lie. Sorts them. */
static double quantile(double *figures, size_t count, double share)
{
    qsort(figures, count, sizeof *figures, by_size);
    return figures[(size_t)((double)(count - 1) * share + 0.5)];
}

void bench_print(const char *name, double figure, const char *unit, const char *note)
{
    printf(figure < 100 ? "%s\t%.2f\t%s\t%s\n" : "%s\t%.0f\t%s\t%s\n", name, figure, unit, note);
    fflush(stdout);
}

/* The round before the one that is timed brings back what the other cases put out of the cache. */
static double round_of(const bench_case *one)
{
    one->round(one->context);
    double began = bench_now();
    one->round(one->context);
    return (bench_now() - began) / (double)one->calls;
}

void bench_compare(bench_case *cases, size_t count, size_t rounds)
{
    if (rounds > MOST_ROUNDS) rounds = MOST_ROUNDS;
    double(*figures)[MOST_ROUNDS] = calloc(count, sizeof *figures);
    if (!figures) return;
    for (size_t r = 0; r < rounds; r++) {
        for (size_t i = 0; i < count; i++) figures[i][r] = round_of(&cases[i]);
    }
    for (size_t i = 0; i < count; i++) {
        cases[i].nanoseconds = quantile(figures[i], rounds, 0.5);
        bench_print(cases[i].name, cases[i].nanoseconds, "ns", cases[i].note);
    }
    free(figures);
}

double bench_cost_of_looking(void)
{
    double looks[1001];
    for (size_t i = 0; i < 1001; i++) {
        double began = bench_now();
        looks[i] = bench_now() - began;
    }
    return quantile(looks, 1001, 0.5);
}

void bench_print_calls(const char *name, const char *note, double *figures, size_t count)
{
    char slowest[64];
    bench_print(name, quantile(figures, count, 0.5) / 1000, "us", note);
    snprintf(slowest, sizeof slowest, "%s.p99", name);
    bench_print(slowest, quantile(figures, count, 0.99) / 1000, "us", note);
}

void bench_each(const bench_calls *calls, size_t rounds)
{
    double *figures = malloc(calls->count * rounds * sizeof *figures), looking = bench_cost_of_looking();
    if (!figures) return;
    for (size_t i = 0; i < calls->count; i++) calls->call(calls->context, i); /* warm */
    for (size_t n = 0; n < calls->count * rounds; n++) {
        double began = bench_now();
        calls->call(calls->context, n % calls->count);
        figures[n] = bench_now() - began - looking;
    }
    bench_print_calls(calls->name, calls->note, figures, calls->count * rounds);
    free(figures);
}

unsigned long long bench_random(unsigned long long *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

void bench_use(unsigned long long answer)
{
    static volatile unsigned long long kept;
    kept = answer;
    (void)kept;
}
