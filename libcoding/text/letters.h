/* The letters of one word, folded, and where in the caller's text each of them stands. */
#ifndef CODING_TEXT_LETTERS_H
#define CODING_TEXT_LETTERS_H

#include "text/endings.h"

typedef struct coding__letters {
    char    text[CODING__WORD_ROOM];
    uint8_t length;
    bool    cut;                       /* there are more than there is room for */
    size_t  starts[CODING__WORD_ROOM]; /* of each letter, and past the last one */
} coding__letters;

/* Reads the letters and digits of a text; what stands between them belongs to the one before. False where the text is
 * not UTF-8. */
bool coding__letters_read(coding__letters *letters, const char *text, size_t length);

/* May a part begin at this letter, or end before it? Not inside one character of the text. */
static inline bool coding__letters_part_at(const coding__letters *letters, size_t at)
{
    return !at || letters->starts[at] > letters->starts[at - 1];
}

/* The bytes of the text that letters [first, past) stand for. */
static inline coding_span coding__letters_span(const coding__letters *letters, size_t first, size_t past)
{
    return (coding_span){letters->starts[first], letters->starts[past] - letters->starts[first]};
}

#endif
