/* A text as every format reads it: what may be passed over in silence is gone. Bytes in, ASCII out, in bounded memory;
 * each character knows its bytes in the caller's text, so that a damage can be shown there. */
#ifndef CODING_CODE_READING_H
#define CODING_CODE_READING_H

#include <coding/code.h>

/* No format has a spelling this long, so what does not fit was no code. */
enum { CODING__READING = 64 };

/* Characters that stand for many. Dashes of print are no hyphens: they make ranges. */
enum { CODING__BLANK = ' ', CODING__QUOTE = '"', CODING__LONG_DASH = '~', CODING__OTHER = 0x7F };

typedef struct coding__reading {
    char          text[CODING__READING]; /* upper case; a run of blanks is one */
    size_t        at[CODING__READING];   /* first byte of each character */
    size_t        ends[CODING__READING]; /* byte past it */
    size_t        count;
    size_t        begin; /* the caller's text without what stood around it */
    size_t        past;
    bool          cut;    /* there was more */
    coding_damage damage; /* CODING_DAMAGE_NOT_UTF8 at `begin`, CODING_DAMAGE_EMPTY, or none */
} coding__reading;

/* Left out around: blanks, zero-width characters, quotes, and commas and semicolons behind. Folded: case, full-width
 * characters, the ideographic full stop. */
void coding__read(coding__reading *reading, const char *text, size_t length);

/* A code point as a character of a reading, upper case: CODING__OTHER where no code has it. */
char coding__read_point(uint32_t point);

/* The bytes of `length` characters from `offset`. */
coding_span coding__reading_span(const coding__reading *reading, size_t offset, size_t length);

#endif
