/* Phrases of a book as texts, and notes made of them: the same in every run. */
#ifndef BENCH_SCAN_TEXT_H
#define BENCH_SCAN_TEXT_H

#include <coding.h>

typedef struct bench_phrases {
    char **items; /* words in their shown form, parted by blanks */
    size_t count;
} bench_phrases;

/* Ends the program where there is no memory. */
bench_phrases bench_phrases_of(const coding_book *book);
void          bench_phrases_free(bench_phrases *phrases);

/* So many bytes of notes, with a NUL: sentences of small words, denials, phrases whole and broken, numbers with units,
 * names and words that no book has, as many as a hospital writes. free() it. */
char *bench_scan_text(const coding_book *book, const bench_phrases *phrases, size_t length);

#endif
