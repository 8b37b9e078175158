/* Completing words: those that go on as the last word of a text does, the ones that most texts have first. */
#include <coding/search.h>

#include <string.h>

#include "base/text.h"
#include "entry/desk.h"
#include "text/vocabulary.h"
#include "text/words.h"

enum { MOST = 100, LOOKED_AT = 4096 };

typedef struct shelf {
    coding_completion items[MOST];
    size_t            count;
    size_t            limit;
} shelf;

/* Keeps the likeliest in order. */
static void offer(shelf *kept, const char *word, uint32_t documents)
{
    size_t at = kept->count;
    while (at > 0 && kept->items[at - 1].documents < documents) at--;
    if (at >= kept->limit) return;
    if (kept->count < kept->limit) kept->count++;
    memmove(&kept->items[at + 1], &kept->items[at], (kept->count - 1 - at) * sizeof *kept->items);
    kept->items[at] = (coding_completion){.word = word, .documents = documents};
}

/* The last word of a text that reaches to its end; empty where the text ends in a blank. */
static coding__token last_word(const char *text, size_t length)
{
    coding__words words = coding__words_of(text, length);
    coding__token token = {.length = 0}, next;
    while (coding__words_next(&words, &next)) token = next;
    if (token.span.offset + token.span.length != length) token.length = 0;
    return token;
}

static bool goes_on(const char *word, const coding__token *start)
{
    return strncmp(word, start->text, start->length) == 0;
}

static void gather(const coding_book *book, const coding__token *start, shelf *kept)
{
    uint32_t first = coding__vocabulary_place(book, start->text, start->length), past = first + LOOKED_AT;
    for (uint32_t place = first; place < past && place < coding__count(book, CODING__ALPHABET); place++) {
        uint32_t rank = coding__vocabulary_rank_at(book, place), flags = coding__vocabulary_flags(book, rank);
        if (!goes_on(coding__vocabulary_word(book, rank), start)) break;
        if (flags & CODING__WORD_STOP || !(flags & CODING__WORD_IN_TEXTS)) continue;
        offer(kept, coding__vocabulary_shown(book, rank), coding__count(book, CODING__WORDS) - rank);
    }
}

coding_completions coding_search_complete(coding_desk *desk, const char *text, size_t length, size_t limit)
{
    coding_completions made = {.status = CODING_OK};
    shelf              kept = {.limit = limit < MOST ? limit : MOST};
    if (!coding__count(desk->book, CODING__WORDS)) return (coding_completions){.status = CODING_NOT_IN_BOOK};
    if (!coding__text_is_utf8(text, length)) return (coding_completions){.status = CODING_NOT_UTF8};
    coding__token start = last_word(text, length);
    if (start.length && kept.limit) gather(desk->book, &start, &kept);
    if (!kept.count) return made;
    coding_completion *items = coding__arena_take(&desk->arena, kept.count * sizeof *items);
    if (!items) return (coding_completions){.status = CODING_NO_MEMORY};
    memcpy(items, kept.items, kept.count * sizeof *items);
    made.items = items;
    made.count = kept.count;
    return made;
}
