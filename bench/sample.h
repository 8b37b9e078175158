/* Codes to ask about, out of the book itself, the same in every run. */
#ifndef BENCH_SAMPLE_H
#define BENCH_SAMPLE_H

#include <coding.h>

enum { SAMPLE_DAY = 20251001 };

typedef struct sample {
    coding_code *codes;
    size_t       count;
} sample;

/* Every row of a system, shuffled, at most `most`. */
sample sample_of_system(const coding_book *book, coding_system system, size_t most);

/* Every row of every system, shuffled together. */
sample sample_of_book(const coding_book *book, size_t most);

/* The same codes, each with one character changed into one that leads to no row. */
sample sample_absent(const coding_book *book, const sample *from);

/* The first `count` of them, again and again, as many in all. */
sample sample_few(const sample *from, size_t count);

void sample_free(sample *s);

/* The codes as texts, as Arrow lays them out. */
typedef struct column {
    char    *text;
    int32_t *offsets; /* count + 1 */
    size_t   count;
} column;

column column_of(const sample *from);
void   column_free(column *c);

#endif
