#include "note/list.h"

#include <string.h>

#include "base/text.h"
#include "note/cue.h"
#include "note/phrase.h"
#include "note/reach.h"

/* What may stand between the cue and the colon. */
static bool says_nothing(const coding__sentence *sentence, size_t from, size_t to)
{
    static const char *const words[] = {"any", "all", "of", "the", "these", "following", "symptoms", "other", NULL};
    while (from < to && coding__is_word_of(sentence, from, words)) from++;
    return from >= to;
}

bool coding__find_opener(const coding_book *book, const coding__sentence *sentence, coding_span *opener)
{
    coding__cues cues;
    size_t       colon = sentence->count;
    while (colon && coding__is_mark(sentence, colon - 1, "*_")) colon--; /* emphasis: "**Denies:**" */
    if (!colon || !coding__is_mark(sentence, colon - 1, ":")) return false;
    coding__find_cues(book, sentence, &cues);
    for (size_t i = cues.count; i-- > 0;) {
        const coding__cue *cue = &cues.items[i];
        if (!coding__looks_ahead(cue) || !says_nothing(sentence, cue->past, colon - 1)) continue;
        const coding__note_token *first = &sentence->tokens[cue->first], *last = &sentence->tokens[cue->past - 1];
        *opener = (coding_span){sentence->offset + first->offset, last->offset + (size_t)last->length - first->offset};
        return true;
    }
    return false;
}

enum { WORDS_MOST = 12 };

bool coding__opens_list(const coding_book *book, const char *text, size_t begin, size_t past)
{
    coding__sentence line = {.text = text, .offset = begin, .length = past - begin};
    coding_span      opener;
    for (size_t at = 0; line.count < WORDS_MOST; line.count++) {
        coding__note_token *token = &line.tokens[line.count];
        if (!coding__note_token_at(text + begin, past - begin, at, token)) break;
        at = (size_t)token->offset + token->length;
    }
    return coding__find_opener(book, &line, &opener);
}

static bool is_blank(char c) { return (unsigned char)c <= ' '; }

/* A plus or a minus at `at` that stands right before a letter and behind none: an item begins there. */
static bool is_tight(const char *text, size_t begin, size_t end, size_t at)
{
    bool before = at == begin || is_blank(text[at - 1]) || strchr(",:;/(", text[at - 1]);
    return before && at + 1 < end && coding__is_letter(text[at + 1]);
}

/* One with a blank behind it, where a mark stands before it: "Resp: + cough". */
static bool is_loose(const char *text, size_t begin, size_t end, size_t at)
{
    size_t before = at;
    while (before > begin && is_blank(text[before - 1])) before--;
    return before > begin && strchr(",:;/(", text[before - 1]) && at + 2 < end && text[at + 1] == ' '
           && coding__is_letter(text[at + 2]);
}

bool coding__has_signs(const char *text, size_t begin, size_t end)
{
    for (size_t at = begin; at < end; at++) {
        if (text[at] != '+' && text[at] != '-') continue;
        if (text[at] == '+' && (is_tight(text, begin, end, at) || is_loose(text, begin, end, at))) return true;
        size_t before = at;
        while (before > begin && is_blank(text[before - 1])) before--;
        if (before > begin && text[before - 1] == ',' && is_tight(text, begin, end, at)) return true;
    }
    return false;
}

bool coding__is_sign(const coding__sentence *sentence, size_t index)
{
    size_t begin = sentence->offset, end = begin + sentence->length, at = begin + sentence->tokens[index].offset;
    if (!coding__is_mark(sentence, index, "+-") && sentence->tokens[index].first != '-') return false;
    return is_tight(sentence->text, begin, end, at) || is_loose(sentence->text, begin, end, at);
}
