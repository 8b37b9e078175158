/* The book as it is being made: sections that grow, texts that are shared, and at the end one piece of bytes. */
#ifndef CODING_COMPILE_WRITER_H
#define CODING_COMPILE_WRITER_H

#include "compile/model.h"

typedef struct coding__writer {
    coding__model *model;                           /* texts are its words; it is marked where there is no memory */
    coding__vector sections[CODING__SECTION_TOTAL]; /* bytes */
    coding__vector word_texts; /* uint32_t: where a word of the model stands in section `text`; 0: not yet there */
} coding__writer;

void coding__writer_start(coding__writer *writer, coding__model *model);
void coding__writer_end(coding__writer *writer);

/* Room for one more record of a section, zeroed. Never NULL. */
unsigned char *coding__writer_add(coding__writer *writer, coding__section section);

/* Whole records, copied. */
void coding__writer_put(coding__writer *writer, coding__section section, const void *bytes, size_t length);

/* How many records a section has so far. */
uint32_t coding__writer_count(const coding__writer *writer, coding__section section);

/* A word of the model as an offset into section `text`. */
uint32_t coding__writer_text(coding__writer *writer, coding__word word);

/* All sections that have records, as the bytes of a book; free() them. False where there is no memory. */
bool coding__writer_finish(const coding__writer *writer, void **bytes, size_t *length);

static inline void coding__store16(unsigned char *at, uint32_t value)
{
    at[0] = (unsigned char)value, at[1] = (unsigned char)(value >> 8);
}
static inline void coding__store32(unsigned char *at, uint32_t value)
{
    coding__store16(at, value), coding__store16(at + 2, value >> 16);
}
static inline void coding__store64(unsigned char *at, uint64_t value)
{
    coding__store32(at, (uint32_t)value), coding__store32(at + 4, (uint32_t)(value >> 32));
}

#endif
