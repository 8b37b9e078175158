/* Runs of numbers in search.lists and search.post: seven bits a byte, the last byte of a number below 128. A list begins
 * with how many numbers it has. A reader never leaves its section: past its end it reads zeros.
 *
 * A document's list holds its words as rank * 4 + part (text/reading.h); a synonym's the ranks of its phrase, then, as a
 * second list, those of what it stands for. */
#ifndef CODING_TEXT_LISTS_H
#define CODING_TEXT_LISTS_H

#include "book/book.h"

typedef struct coding__run {
    const unsigned char *at;
    const unsigned char *end;
} coding__run;

static inline coding__run coding__run_at(const coding_book *book, coding__section section, uint32_t offset)
{
    const coding__table *table = &book->tables[section];
    const unsigned char *end = table->bytes + table->count;
    return (coding__run){offset < table->count ? table->bytes + offset : end, end};
}

static inline uint32_t coding__run_next(coding__run *run)
{
    uint32_t value = 0;
    for (unsigned shift = 0; run->at < run->end && shift < 32; shift += 7) {
        unsigned char byte = *run->at++;
        value |= (uint32_t)(byte & 127u) << shift;
        if (byte < 128) return value;
    }
    return value;
}

static inline uint32_t coding__list_count(coding__run *run, uint32_t most)
{
    uint32_t count = coding__run_next(run);
    return count < most ? count : most;
}

#endif
