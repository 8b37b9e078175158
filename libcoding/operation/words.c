#include "operation/words.h"

#include <string.h>

#include "base/text.h"

enum { TEXT_MOST = 96 };

static const char *text_at(const coding_book *book, uint32_t record)
{
    return coding__op_text(book, record, CODING__OP_TEXT);
}

/* The first record from `first` on whose beginning is not less than the text, or for `behind` greater than it. */
static uint32_t bound(const coding_book *book, const char *text, size_t length, uint32_t first, uint32_t past,
                      bool behind)
{
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (strncmp(text_at(book, middle), text, length) < (int)behind) first = middle + 1;
        else past = middle;
    }
    return first;
}

/* Records of just this text among those that begin with it: they stand in front. */
static uint16_t whole(const coding_book *book, const char *text, uint32_t first, uint32_t past)
{
    uint32_t at = first;
    while (at < past && at - first < UINT16_MAX && !strcmp(text_at(book, at), text)) at++;
    return (uint16_t)(at - first);
}

uint16_t coding__op_records(const coding_book *book, const char *canonical, uint32_t *record)
{
    size_t   length = strlen(canonical);
    uint32_t count = coding__count(book, CODING__OPERATION_WORDS);
    *record = bound(book, canonical, length, 0, count, false);
    return whole(book, canonical, *record, count);
}

static size_t add_token(const coding__sentence *sentence, size_t index, char *text, size_t length)
{
    const coding__note_token *token = &sentence->tokens[index];
    if (length + token->length + 2 > TEXT_MOST) return 0;
    if (length) text[length++] = ' ';
    for (size_t i = 0; i < token->length; i++)
        text[length++] = coding__to_lower(sentence->text[sentence->offset + token->offset + i]);
    text[length] = '\0';
    return length;
}

const char *coding__token_lower(const coding__sentence *sentence, size_t index, char text[16])
{
    size_t length = sentence->tokens[index].length;
    if (length > 15) length = 15;
    for (size_t i = 0; i < length; i++)
        text[i] = coding__to_lower(sentence->text[sentence->offset + sentence->tokens[index].offset + i]);
    text[length] = '\0';
    return text;
}

uint32_t coding__side_said(const coding__sentence *sentence, size_t index)
{
    static const struct {
        const char *word;
        uint32_t    side;
    } words[] = {
        {"right", CODING__SIDE_RIGHT},      {"left", CODING__SIDE_LEFT}, {"bilateral", CODING__SIDE_BOTH},
        {"bilaterally", CODING__SIDE_BOTH}, {"both", CODING__SIDE_BOTH}, {"rt", CODING__SIDE_RIGHT},
        {"lt", CODING__SIDE_LEFT},          {"r", CODING__SIDE_RIGHT},   {"l", CODING__SIDE_LEFT},
        {"bilat", CODING__SIDE_BOTH},       {"od", CODING__SIDE_RIGHT},  {"os", CODING__SIDE_LEFT},
        {"ou", CODING__SIDE_BOTH},
    };
    char        text[16];
    const char *said = coding__token_lower(sentence, index, text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(said, words[i].word)) return words[i].side;
    return 0;
}

bool coding__is_small_word(const coding__sentence *sentence, size_t index)
{
    static const char *const words[] = {"the", "a", "an", "acute", "chronic", "subacute", "large", "small"};
    char        text[16];
    const char *said = coding__token_lower(sentence, index, text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(said, words[i])) return true;
    return coding__side_said(sentence, index) != 0;
}

static bool longest(const coding_book *book, const coding__sentence *sentence, size_t index, bool parted,
                    coding__met *met)
{
    char     text[TEXT_MOST];
    size_t   length = 0, most = index + CODING__OP_TOKENS_MOST + (parted ? 3 : 0);
    bool     found = false;
    uint32_t first = 0, past = coding__count(book, CODING__OPERATION_WORDS);
    for (size_t i = index; i < sentence->count && i < most && first < past; i++) {
        if (parted && i > index && coding__is_small_word(sentence, i)) continue;
        length = add_token(sentence, i, text, length);
        if (!length) break;
        first = bound(book, text, length, first, past, false);
        past = bound(book, text, length, first, past, true);
        uint16_t records = whole(book, text, first, past);
        if (!records) continue;
        *met = (coding__met){.record = first, .records = records, .first = (uint16_t)index, .past = (uint16_t)(i + 1)};
        met->parted = parted;
        found = true;
    }
    return found;
}

bool coding__op_longest(const coding_book *book, const coding__sentence *sentence, size_t index, coding__met *met)
{
    coding__met loose;
    bool        found = longest(book, sentence, index, false, met);
    if (!longest(book, sentence, index, true, &loose) || (found && loose.past <= met->past)) return found;
    *met = loose;
    return true;
}

enum { ENDING_LEAST = 4, ENDING_MOST = 8, STEM_LEAST = 3 };

bool coding__op_ending(const coding_book *book, const coding__sentence *sentence, size_t index, coding__met *met)
{
    const coding__note_token *token = &sentence->tokens[index];
    char                      text[ENDING_MOST + 1];
    if (token->kind != CODING__NOTE_WORD || token->length < ENDING_LEAST + STEM_LEAST) return false;
    for (size_t length = ENDING_MOST; length >= ENDING_LEAST; length--) {
        if (length + STEM_LEAST > token->length) continue;
        const char *end = sentence->text + sentence->offset + token->offset + token->length - length;
        for (size_t i = 0; i < length; i++) text[i] = coding__to_lower(end[i]);
        text[length] = '\0';
        uint32_t record;
        uint16_t records = coding__op_records(book, text, &record);
        if (!coding__op_has_kind(book, record, records, CODING__OP_ENDING)) continue;
        *met = (coding__met){
            .record = record, .records = records, .first = (uint16_t)index, .past = (uint16_t)(index + 1)};
        return met->ending = true;
    }
    return false;
}
