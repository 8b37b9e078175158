/* Measuring, and printing what was measured: TSV rows of name, figure, unit, note.
 *
 * Time is CPU time of the thread, so that a busy machine disturbs less; figures are medians of many rounds, so that
 * what disturbs some of them does not count. Cases that are compared go round together: a slow second is everyone's. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* Many calls at once, timed together: what takes nanoseconds. */
typedef struct bench_case {
    const char *name;
    const char *note;
    void (*round)(void *context);
    void  *context;
    size_t calls;   /* calls in a round */
    double nanoseconds; /* a call, once measured */
} bench_case;

/* Calls timed one by one: what takes a microsecond or more. */
typedef struct bench_calls {
    const char *name;
    const char *note;
    void (*call)(void *context, size_t index);
    void  *context;
    size_t count;
} bench_calls;

/* Rounds of each kind: a few where only `--smoke` is asked for. */
typedef struct bench_effort {
    size_t rounds;
    size_t samples; /* codes or calls at most */
} bench_effort;

/* The effort that the arguments ask for: `PROGRAM BOOK [--smoke]`. Ends the program where no book is named. */
bench_effort bench_started(int count, char **arguments);

/* CPU time of the thread, in nanoseconds from some moment. */
double bench_now(void);

/* Runs the cases in turn, `rounds` times, each warm; then prints the median of each: nanoseconds a call. */
void bench_compare(bench_case *cases, size_t count, size_t rounds);

/* Times call after call, `rounds` times over, and prints NAME, the median, and NAME.p99, in microseconds. */
void bench_each(const bench_calls *calls, size_t rounds);

/* The same of calls that were timed by their program: nanoseconds each, which are sorted. What it costs to look at the
 * clock is to be taken off before. */
void   bench_print_calls(const char *name, const char *note, double *figures, size_t count);
double bench_cost_of_looking(void);

void bench_print(const char *name, double figure, const char *unit, const char *note);

/* The next of a sequence that is the same in every run. `state` begins with any number but 0. */
unsigned long long bench_random(unsigned long long *state);

/* Keeps the compiler from leaving out work whose answer nobody reads. */
void bench_use(unsigned long long answer);

#endif
