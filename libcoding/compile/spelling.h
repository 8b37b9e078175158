/* Spelling titles as numbers of words. First every title is counted, then each can be asked for its offset. */
#ifndef CODING_COMPILE_SPELLING_H
#define CODING_COMPILE_SPELLING_H

#include "compile/writer.h"

typedef struct coding__spelling {
    coding__writer *writer;
    coding__vector  titles;  /* coding__word: distinct titles, as they were counted */
    coding__vector  words;   /* {word of the model, how often} of every word in them */
    coding__vector  places;  /* uint32_t by word of the model: in `words`, plus 1; later its number */
    coding__vector  offsets; /* uint32_t by title: its offset in section SPELLED */
} coding__spelling;

void coding__spelling_count(coding__spelling *spelling, coding__word title);
/* Writes the words and all titles that were counted. */
void     coding__spelling_write(coding__spelling *spelling);
uint32_t coding__spelling_offset(const coding__spelling *spelling, coding__word title);
void     coding__spelling_end(coding__spelling *spelling);

#endif
