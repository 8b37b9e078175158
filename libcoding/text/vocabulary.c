#include "text/vocabulary.h"

#include <string.h>

const char *coding__vocabulary_letters(const coding_book *book, uint32_t offset)
{
    const coding__table *letters = &book->tables[CODING__LETTERS];
    bool                 ends = letters->count && letters->bytes[letters->count - 1] == '\0';
    return ends && offset < letters->count ? (const char *)letters->bytes + offset : "";
}

const char *coding__vocabulary_shown(const coding_book *book, uint32_t rank)
{
    uint32_t    offset = coding__u32(book, CODING__WORDS, rank, CODING__WORD_LETTERS);
    const char *common = coding__vocabulary_letters(book, offset);
    const char *shown = coding__vocabulary_letters(book, offset + (uint32_t)strlen(common) + 1);
    return *shown ? shown : common;
}

static int compare(const char *word, const char *text, size_t length)
{
    int order = strncmp(word, text, length);
    return order ? order : word[length] != '\0';
}

uint32_t coding__vocabulary_place(const coding_book *book, const char *text, size_t length)
{
    uint32_t first = 0, past = coding__count(book, CODING__ALPHABET);
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (compare(coding__vocabulary_word(book, coding__vocabulary_rank_at(book, middle)), text, length) < 0) first = middle + 1;
        else past = middle;
    }
    return first;
}

uint32_t coding__vocabulary_find(const coding_book *book, const char *text, size_t length)
{
    uint32_t hash = coding__vocabulary_hash(text, length), places = coding__count(book, CODING__WORD_PLACES);
    uint32_t at = coding__vocabulary_hashed(hash, places);
    for (uint32_t i = 0; i < places; i++, at = at + 1 < places ? at + 1 : 0) {
        uint32_t place = coding__u32(book, CODING__WORD_PLACES, at, 0), rank = (place & 0xFFFFFFu) - 1;
        if (!place) break;
        if (place >> 24 == (hash & 255u) && !compare(coding__vocabulary_word(book, rank), text, length)) return rank;
    }
    return CODING__NO_WORD;
}
