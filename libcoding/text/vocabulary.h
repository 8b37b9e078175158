/* The words of a book: found by their letters, told by their rank. */
#ifndef CODING_TEXT_VOCABULARY_H
#define CODING_TEXT_VOCABULARY_H

#include "book/book.h"

#define CODING__NO_WORD UINT32_MAX

/* A hash of letters: its upper bits choose the place in search.places, its lowest byte stands there. */
static inline uint32_t coding__vocabulary_hash(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static inline uint32_t coding__vocabulary_hashed(uint32_t hash, uint32_t places)
{
    return (uint32_t)((uint64_t)hash * places >> 32);
}

/* The rank of a word in its common form; CODING__NO_WORD where the book has none. */
uint32_t coding__vocabulary_find(const coding_book *book, const char *text, size_t length);

/* The first place of the alphabet whose word is not before `text`. */
uint32_t coding__vocabulary_place(const coding_book *book, const char *text, size_t length);

static inline uint32_t coding__vocabulary_rank_at(const coding_book *book, uint32_t place)
{
    return coding__u32(book, CODING__ALPHABET, place, 0) & 0xFFFFFFu;
}

/* The letters of a word: its common form, "" where there is none. The form shown follows its NUL. */
const char *coding__vocabulary_letters(const coding_book *book, uint32_t offset);

static inline const char *coding__vocabulary_word(const coding_book *book, uint32_t rank)
{
    return coding__vocabulary_letters(book, coding__u32(book, CODING__WORDS, rank, CODING__WORD_LETTERS));
}

/* The word as texts show it. */
const char *coding__vocabulary_shown(const coding_book *book, uint32_t rank);

static inline uint32_t coding__vocabulary_weight(const coding_book *book, uint32_t rank)
{
    return coding__u8(book, CODING__WORDS, rank, CODING__WORD_WEIGHT);
}
static inline uint32_t coding__vocabulary_flags(const coding_book *book, uint32_t rank)
{
    return coding__u8(book, CODING__WORDS, rank, CODING__WORD_FLAGS);
}

#endif
