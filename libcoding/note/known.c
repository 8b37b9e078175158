#include "note/known.h"

#include "base/text.h"
#include "note/phrase.h"
#include "text/vocabulary.h"
#include "text/words.h"

enum { CLOSE = 5 };

/* The record of a word in note.words; UINT32_MAX where the table does not have it. */
static uint32_t record_of(const coding_book *book, const char *text, size_t length)
{
    char word[CODING__KNOWN_LETTERS + 1];
    if (length > CODING__KNOWN_LETTERS) return UINT32_MAX;
    for (size_t i = 0; i < length; i++) word[i] = coding__to_lower(text[i]);
    word[length] = '\0';
    return coding__record_of_text(book, CODING__NOTE_WORDS, CODING__NOTE_WORD_TEXT, word);
}

static bool is_connector(const coding__sentence *sentence, size_t index)
{
    static const char *const words[] = {"with", "w",   "and",  "or",          "due",  "to",   "secondary", "from",
                                        "by",   "for", "plus", "complicated", "on",   "in",   "of",        "at",
                                        "the",  "a",   "an",   "has",         "had",  "is",   "was",       "are",
                                        "were", "his", "her",  "their",       "also", "then", NULL};
    return coding__is_word_of(sentence, index, words);
}

static bool stands(coding__note_use use)
{
    return use == CODING__NOTE_STANDS || use == CODING__NOTE_DOUBTFUL || use == CODING__NOTE_PLACED;
}

/* Does a word that no table of notes has say anything that could have a code? What the book never met says nothing, but
 * for a long word that may be misspelt. */
static bool is_telling(const coding_book *book, const char *text, size_t length)
{
    coding__words words = coding__words_of(text, length);
    coding__token word;
    if (!coding__words_next(&words, &word)) return false;
    uint32_t rank = coding__vocabulary_find(book, word.text, word.length);
    if (rank == CODING__NO_WORD) return length >= CLOSE;
    return !(coding__vocabulary_flags(book, rank) & CODING__WORD_STOP);
}

static coding__known know(const coding_book *book, const coding__sentence *sentence, size_t index)
{
    const coding__note_token *token = &sentence->tokens[index];
    const char               *text = sentence->text + sentence->offset + token->offset;
    coding__known             word = {.record = record_of(book, text, token->length)};
    word.connector = is_connector(sentence, index);
    if (token->kind != CODING__NOTE_WORD || token->length < 2 || word.connector) return word;
    word.telling = word.record == UINT32_MAX ? is_telling(book, text, token->length)
                                             : stands(coding__note_use_of(book, word.record));
    return word;
}

void coding__know_words(const coding_book *book, const coding__sentence *sentence, coding__known *words)
{
    for (size_t i = 0; i < sentence->count; i++) words[i] = know(book, sentence, i);
}
