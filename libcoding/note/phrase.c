#include "note/phrase.h"

#include <string.h>

#include "base/text.h"

bool coding__is_word_of(const coding__sentence *sentence, size_t at, const char *const *words)
{
    if (at >= sentence->count) return false;
    const coding__note_token *token = &sentence->tokens[at];
    for (; *words; words++)
        if (coding__text_is(sentence->text + sentence->offset + token->offset, token->length, *words)) return true;
    return false;
}

bool coding__is_mark(const coding__sentence *sentence, size_t at, const char *marks)
{
    return at < sentence->count && sentence->tokens[at].kind == CODING__NOTE_MARK
           && strchr(marks, sentence->tokens[at].first);
}

bool coding__has_word_of(const coding__sentence *sentence, size_t from, size_t to, const char *const *words)
{
    while (from < to && !coding__is_word_of(sentence, from, words)) from++;
    return from < to;
}

bool coding__has_mark(const coding__sentence *sentence, size_t from, size_t to, const char *marks)
{
    while (from < to && !coding__is_mark(sentence, from, marks)) from++;
    return from < to;
}
