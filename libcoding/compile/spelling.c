#include "compile/spelling.h"

#include <stdlib.h>
#include <string.h>

#include "book/spelling.h"

typedef struct counted {
    coding__word word;
    uint32_t     count;
} counted;

/* A number kept for each word of the model; the vector grows as words do. */
static uint32_t *place_of(coding__spelling *spelling, coding__vector *places, coding__word word)
{
    while (places->count <= word && !spelling->writer->model->no_memory)
        coding__push(spelling->writer->model, places, sizeof(uint32_t));
    return spelling->writer->model->no_memory ? NULL : (uint32_t *)places->items + word;
}

static counted *word_at(const coding__spelling *spelling, size_t index)
{
    return (counted *)spelling->words.items + index;
}

/* Interning moves texts: a word is copied before it is interned. */
static coding__word intern(coding__spelling *spelling, const char *word, size_t length)
{
    char copy[CODING__SPELLED_WORD];
    if (length > sizeof copy) length = sizeof copy;
    memcpy(copy, word, length);
    return coding__intern(spelling->writer->model, copy, length);
}

static void count_word(coding__spelling *spelling, coding__word word)
{
    uint32_t *place = place_of(spelling, &spelling->places, word);
    if (!place) return;
    if (!*place) {
        coding__push(spelling->writer->model, &spelling->words, sizeof(counted));
        if (spelling->writer->model->no_memory) return;
        *place = (uint32_t)spelling->words.count;
        word_at(spelling, *place - 1)->word = word;
    }
    word_at(spelling, *place - 1)->count++;
}

/* The words of a title as words of the model, at most CODING__SPELLED_WORDS. Between two blanks stands an empty one. */
static size_t words_of(coding__spelling *spelling, coding__word title, coding__word words[CODING__SPELLED_WORDS])
{
    size_t count = 0, at = 0;
    for (bool more = true; more && count < CODING__SPELLED_WORDS;) {
        const char *text = coding__word_text(spelling->writer->model, title) + at; /* anew: it may have moved */
        size_t      length = strcspn(text, " ");
        more = text[length] == ' ';
        at += length + 1;
        words[count++] = intern(spelling, text, length);
    }
    return count;
}

void coding__spelling_count(coding__spelling *spelling, coding__word title)
{
    coding__word words[CODING__SPELLED_WORDS];
    uint32_t    *offset = title ? place_of(spelling, &spelling->offsets, title) : NULL;
    if (!offset || *offset) return;
    *offset = 1; /* counted */
    *(coding__word *)coding__push(spelling->writer->model, &spelling->titles, sizeof(coding__word)) = title;
    size_t count = words_of(spelling, title, words);
    for (size_t i = 0; i < count; i++) count_word(spelling, words[i]);
}

static int by_use(const void *a, const void *b)
{
    const counted *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return x->word < y->word ? -1 : x->word > y->word;
}

static void write_words(coding__spelling *spelling)
{
    coding__writer *writer = spelling->writer;
    if (spelling->words.count) qsort(spelling->words.items, spelling->words.count, sizeof(counted), by_use);
    for (uint32_t i = 0; i < spelling->words.count; i++) {
        uint32_t text = coding__writer_text(writer, word_at(spelling, i)->word);
        coding__store32(coding__writer_add(writer, CODING__TITLE_WORDS), text);
        uint32_t *place = place_of(spelling, &spelling->places, word_at(spelling, i)->word);
        if (place) *place = i;
    }
}

static size_t spell_word(uint32_t number, unsigned char *at)
{
    if (number < CODING__WORDS_SHORT) {
        at[0] = (unsigned char)number;
        return 1;
    }
    if (number < CODING__WORDS_MIDDLE) {
        number -= CODING__WORDS_SHORT;
        at[0] = (unsigned char)(CODING__WORDS_SHORT + number / 256), at[1] = (unsigned char)number;
        return 2;
    }
    number -= CODING__WORDS_MIDDLE;
    at[0] = (unsigned char)(240 + number / 65536), at[1] = (unsigned char)(number / 256), at[2] = (unsigned char)number;
    return 3;
}

static void write_title(coding__spelling *spelling, coding__word title)
{
    coding__word  words[CODING__SPELLED_WORDS];
    unsigned char bytes[1 + 3 * CODING__SPELLED_WORDS];
    size_t        length = 1, count = words_of(spelling, title, words);
    bytes[0] = (unsigned char)count;
    for (size_t i = 0; i < count; i++) {
        uint32_t *place = place_of(spelling, &spelling->places, words[i]);
        if (place && *place < CODING__WORDS_ALL) length += spell_word(*place, bytes + length);
    }
    uint32_t *offset = place_of(spelling, &spelling->offsets, title);
    if (offset) *offset = coding__writer_count(spelling->writer, CODING__SPELLED);
    coding__writer_put(spelling->writer, CODING__SPELLED, bytes, length);
}

void coding__spelling_write(coding__spelling *spelling)
{
    coding__writer_put(spelling->writer, CODING__SPELLED, "", 1);
    write_words(spelling);
    for (size_t i = 0; i < spelling->titles.count && !spelling->writer->model->no_memory; i++)
        write_title(spelling, ((coding__word *)spelling->titles.items)[i]);
}

uint32_t coding__spelling_offset(const coding__spelling *spelling, coding__word title)
{
    return title && title < spelling->offsets.count ? ((uint32_t *)spelling->offsets.items)[title] : 0;
}

void coding__spelling_end(coding__spelling *spelling)
{
    free(spelling->titles.items);
    free(spelling->words.items);
    free(spelling->places.items);
    free(spelling->offsets.items);
}
