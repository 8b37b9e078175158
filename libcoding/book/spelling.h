/* Titles in a book are spelled as numbers of words: 200,000 titles of a dozen words each share 15,000 words, so they
 * take a fifth of the room that their letters would.
 *
 *     a byte       how many words
 *     then each    0 .. 191: that word      192 .. 239, x: 192 + 256 a + x      240 .. 255, x, y: 12480 + 65536 a + ...
 *
 * Words are numbered by how often they are used, and joined by single blanks. Offset 0 is the empty title. */
#ifndef CODING_BOOK_SPELLING_H
#define CODING_BOOK_SPELLING_H

#include "book/book.h"

enum {
    CODING__WORDS_SHORT = 192,
    CODING__WORDS_MIDDLE = 192 + 48 * 256,
    CODING__WORDS_ALL = 192 + 48 * 256 + 16 * 65536
};
enum { CODING__SPELLED_WORDS = 255, CODING__SPELLED_WORD = 256 }; /* words of a title, bytes of a word */

/* Writes a title to `room` (`size` bytes, with its NUL, cut where it does not fit) and answers its length. */
size_t coding__spelled(const coding_book *book, uint32_t offset, char *room, size_t size);

#endif
