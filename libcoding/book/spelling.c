#include "book/spelling.h"

#include <string.h>

/* No longer than any word that was written: in a damaged book the text goes on. */
static size_t length_of(const char *word)
{
    const char *end = memchr(word, '\0', CODING__SPELLED_WORD);
    return end ? (size_t)(end - word) : CODING__SPELLED_WORD;
}

/* The byte at an offset of the spelled titles; 0 past their end. */
static uint32_t byte_at(const coding_book *book, uint32_t offset)
{
    return coding__u8(book, CODING__SPELLED, offset, 0);
}

static uint32_t next_word(const coding_book *book, uint32_t *offset)
{
    uint32_t first = byte_at(book, (*offset)++);
    if (first < CODING__WORDS_SHORT) return first;
    uint32_t second = byte_at(book, (*offset)++);
    if (first < 240) return CODING__WORDS_SHORT + (first - CODING__WORDS_SHORT) * 256 + second;
    return CODING__WORDS_MIDDLE + (first - 240) * 65536 + second * 256 + byte_at(book, (*offset)++);
}

static size_t append(char *room, size_t size, size_t length, const char *text, size_t more)
{
    for (size_t i = 0; i < more && length + i + 1 < size; i++) room[length + i] = text[i];
    return length + more;
}

size_t coding__spelled(const coding_book *book, uint32_t offset, char *room, size_t size)
{
    size_t   length = 0;
    uint32_t words = byte_at(book, offset++);
    for (uint32_t i = 0; i < words; i++) {
        const char *word = coding__text_of(book, CODING__TITLE_WORDS, next_word(book, &offset), 0);
        if (i) length = append(room, size, length, " ", 1);
        length = append(room, size, length, word, length_of(word));
    }
    if (size) room[length < size ? length : size - 1] = '\0';
    return length;
}
