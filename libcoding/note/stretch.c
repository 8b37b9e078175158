#include "note/stretch.h"

#include <string.h>

#include "base/text.h"
#include "text/lists.h"
#include "text/vocabulary.h"

enum { WORD_MOST = 47, CLOSE = 5 };

bool coding__is_one_of(const coding__note_reader *reader, size_t index, const char *const *words)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    for (; *words; words++)
        if (coding__text_equal(coding__token_text(reader, index), token->length, *words, strlen(*words))) return true;
    return false;
}

bool coding__is_connector(const coding__note_reader *reader, size_t index)
{
    static const char *const words[] = {"with", "w",   "and",  "or",          "due",  "to",   "secondary", "from",
                                        "by",   "for", "plus", "complicated", "on",   "in",   "of",        "at",
                                        "the",  "a",   "an",   "has",         "had",  "is",   "was",       "are",
                                        "were", "his", "her",  "their",       "also", "then", NULL};
    return coding__is_one_of(reader, index, words);
}

/* Words that join two conditions to one: "with", "due to". */
static bool is_join(const coding__note_reader *reader, size_t index)
{
    static const char *const words[] = {"with", "w", "and", "due", "secondary", "complicated", "from", NULL};
    return coding__is_one_of(reader, index, words);
}

bool coding__has_join(const coding__note_reader *reader, coding__stretch piece)
{
    for (size_t i = piece.first; i < piece.past; i++)
        if (is_join(reader, i)) return true;
    return false;
}

bool coding__note_word(const coding_book *book, const char *text, size_t length, uint32_t *record)
{
    char     word[WORD_MOST + 1];
    uint32_t first = 0, past = coding__count(book, CODING__NOTE_WORDS);
    if (length > WORD_MOST) return false;
    for (size_t i = 0; i < length; i++) word[i] = coding__to_lower(text[i]);
    word[length] = '\0';
    while (first < past) {
        *record = first + (past - first) / 2;
        int order = strcmp(coding__text_of(book, CODING__NOTE_WORDS, *record, CODING__NOTE_WORD_TEXT), word);
        if (!order) return true;
        if (order < 0) first = *record + 1;
        else past = *record;
    }
    return false;
}

bool coding__may_stand(const coding__note_reader *reader, size_t index)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    if (token->length > WORD_MOST) return false;
    return token->kind != CODING__NOTE_MARK || strchr("./'&+#", token->first);
}

static bool stands(coding__note_use use)
{
    return use == CODING__NOTE_STANDS || use == CODING__NOTE_DOUBTFUL || use == CODING__NOTE_PLACED;
}

/* Does a word by itself say anything that could have a code? What the book never met says nothing, but for a long word
 * that may be misspelt. */
static bool says_something(const coding__note_reader *reader, size_t index)
{
    const coding_book        *book = reader->desk->book;
    const coding__note_token *token = &reader->sentence.tokens[index];
    uint32_t                  record;
    if (token->kind != CODING__NOTE_WORD || token->length < 2 || coding__is_connector(reader, index)) return false;
    if (coding__note_word(book, coding__token_text(reader, index), token->length, &record))
        return stands(coding__note_use_of(book, record));
    coding__words words = coding__words_of(coding__token_text(reader, index), token->length);
    coding__token word;
    if (!coding__words_next(&words, &word)) return false;
    uint32_t rank = coding__vocabulary_find(book, word.text, word.length);
    if (rank == CODING__NO_WORD) return token->length >= CLOSE;
    return !(coding__vocabulary_flags(book, rank) & CODING__WORD_STOP);
}

coding__stretch coding__stretch_trimmed(const coding__note_reader *reader, coding__stretch piece)
{
    while (piece.first < piece.past
           && (coding__is_connector(reader, piece.first)
               || reader->sentence.tokens[piece.first].kind == CODING__NOTE_MARK))
        piece.first++;
    while (piece.past > piece.first
           && (coding__is_connector(reader, piece.past - 1)
               || reader->sentence.tokens[piece.past - 1].kind == CODING__NOTE_MARK))
        piece.past--;
    return piece;
}

static bool is_weak(const coding__note_reader *reader, size_t index)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    uint32_t                  record;
    return coding__note_word(reader->desk->book, coding__token_text(reader, index), token->length, &record)
           && coding__note_use_of(reader->desk->book, record) == CODING__NOTE_WEAK;
}

bool coding__is_worth_asking(const coding__note_reader *reader, coding__stretch piece)
{
    bool several = piece.past - piece.first > 1;
    for (size_t i = piece.first; i < piece.past; i++)
        if (says_something(reader, i) || (several && is_weak(reader, i))) return true;
    return false;
}

coding_span coding__stretch_span(const coding__note_reader *reader, coding__stretch piece)
{
    const coding__sentence   *sentence = &reader->sentence;
    const coding__note_token *last = &sentence->tokens[piece.past - 1];
    size_t                    first = sentence->tokens[piece.first].offset;
    return (coding_span){sentence->offset + first, (size_t)last->offset + last->length - first};
}

coding__stretch coding__stretch_touched(const coding__note_reader *reader, coding__stretch within, coding_span span)
{
    const coding__sentence *sentence = &reader->sentence;
    coding__stretch         made = {within.past, within.past};
    for (size_t i = within.first; i < within.past; i++) {
        size_t begin = sentence->offset + sentence->tokens[i].offset, end = begin + sentence->tokens[i].length;
        if (end <= span.offset || begin >= span.offset + span.length) continue;
        if (made.first == within.past) made.first = i;
        made.past = i + 1;
    }
    return made;
}
