#include "text/words.h"

#include <string.h>

#include "base/text.h"
#include "text/fold.h"

/* One character as the reader sees it: its folded bytes, and whether it is of a word. */
typedef struct glyph {
    char   bytes[CODING__FOLD_ROOM];
    size_t length; /* folded */
    size_t size;   /* in the text */
    bool   word;
    bool   upper;
} glyph;

static bool is_word_byte(char c) { return coding__is_letter(c) || coding__is_digit(c); }

static glyph glyph_at(const coding__words *words, size_t at)
{
    glyph seen = {.length = 1, .size = 1};
    if (at >= words->length) return (glyph){.size = 1};
    char c = words->text[at];
    if ((unsigned char)c < 0x80) {
        seen.bytes[0] = coding__to_lower(c);
        seen.word = is_word_byte(c);
        seen.upper = coding__is_upper(c);
        return seen;
    }
    uint32_t point = 0;
    size_t   size = coding__text_point(words->text + at, words->length - at, &point);
    if (!size) return (glyph){.bytes = " ", .length = 1, .size = 1};
    seen.size = size;
    seen.length = coding__fold_point(point, seen.bytes);
    seen.word = seen.length == 1 && (unsigned char)seen.bytes[0] < 0x80 ? is_word_byte(seen.bytes[0])
                                                                        : coding__fold_is_word(point) || !seen.length;
    if (seen.length > 1 && (unsigned char)seen.bytes[0] < 0x80) seen.word = is_word_byte(seen.bytes[0]);
    return seen;
}

static void add(coding__token *token, const glyph *seen)
{
    for (size_t i = 0; i < seen->length; i++) {
        if (token->length + 1 < CODING__WORD_ROOM && is_word_byte(seen->bytes[i])) token->text[token->length++] = seen->bytes[i];
        else if (token->length + 1 < CODING__WORD_ROOM && (unsigned char)seen->bytes[i] >= 0x80)
            token->text[token->length++] = seen->bytes[i];
    }
    token->text[token->length] = '\0';
}

/* Brackets, commas and hyphens between words. */
static void pass(coding__words *words, const glyph *seen)
{
    char c = seen->length ? seen->bytes[0] : ' ';
    if ((c == '(' || c == '[') && words->depth < 9) words->depth++;
    if ((c == ')' || c == ']') && words->depth) words->depth--;
    if (c == ',' || c == ';' || c == ':' || c == '.' || c == '\n') words->clause = true;
    words->hyphen = c == '-';
    words->at += seen->size;
}

/* How many letters stand from `at` on, up to three. */
static size_t letters_from(const coding__words *words, size_t at)
{
    size_t count = 0;
    while (count < 3 && at + count < words->length && coding__is_letter(words->text[at + count])) count++;
    return count;
}

/* "s/p", "w/o", "n/v", "w/": a stroke inside or after shorthand of one or two letters; "2/2" is "secondary to". */
static bool keeps_stroke(const coding__words *words, const coding__token *token, size_t at)
{
    bool secondary = token->length == 1 && token->text[0] == '2' && at + 1 < words->length && words->text[at + 1] == '2';
    if (secondary && (at + 2 >= words->length || !is_word_byte(words->text[at + 2]))) return true;
    if (token->length > 2 || !coding__is_letter(token->text[0])) return false;
    size_t after = letters_from(words, at + 1);
    bool   word_follows = at + 1 + after < words->length && coding__is_digit(words->text[at + 1 + after]);
    if (after == 0) return token->length == 1 && token->text[0] == 'w';
    return after == 1 && !word_follows && token->length == 1;
}

static bool between_digits(const coding__words *words, const coding__token *token, size_t at)
{
    return token->length && coding__is_digit(token->text[token->length - 1]) && at + 1 < words->length &&
           coding__is_digit(words->text[at + 1]);
}

/* Letters and digits of ASCII, as nearly all are, stand for themselves. */
static void take_plain(coding__words *words, coding__token *token)
{
    for (; words->at < words->length && is_word_byte(words->text[words->at]); words->at++) {
        char c = words->text[words->at];
        if (coding__is_lower(c)) token->upper = false;
        if (token->length + 1 < CODING__WORD_ROOM) token->text[token->length++] = coding__to_lower(c);
    }
    token->text[token->length] = '\0';
}

/* Takes one more character into the word; false where the word ends before it. */
static bool take(coding__words *words, coding__token *token)
{
    if (words->at >= words->length) return false;
    glyph seen = glyph_at(words, words->at);
    if (!seen.word) {
        char c = seen.bytes[0];
        bool apostrophe = c == '\'' && glyph_at(words, words->at + seen.size).word;
        bool point = c == '.' && between_digits(words, token, words->at);
        bool stroke = c == '/' && keeps_stroke(words, token, words->at);
        if (!apostrophe && !point && !stroke) return false;
        if ((point || stroke) && token->length + 1 < CODING__WORD_ROOM) token->text[token->length++] = c;
        words->at += seen.size;
        return true;
    }
    if (coding__is_lower(seen.bytes[0]) && !seen.upper) token->upper = false;
    add(token, &seen);
    words->at += seen.size;
    return true;
}

/* "crohn's" to "crohn": the apostrophe went while reading, so ask the text. */
static void drop_possessive(const coding__words *words, coding__token *token)
{
    if (token->length < 3 || token->text[token->length - 1] != 's') return;
    size_t end = token->span.offset + token->span.length - 1;
    bool   ascii = end > 0 && words->text[end - 1] == '\'';
    bool   curly = end > 2 && memcmp(words->text + end - 3, "\xE2\x80\x99", 3) == 0;
    if (ascii || curly) token->text[--token->length] = '\0';
}

bool coding__words_next(coding__words *words, coding__token *token)
{
    glyph seen = {.size = 0};
    for (; words->at < words->length; pass(words, &seen)) {
        seen = glyph_at(words, words->at);
        if (seen.bytes[0] == '&' || (seen.word && seen.length)) break;
    }
    if (words->at >= words->length) return false;

    memset(token, 0, sizeof *token);
    *token = (coding__token){.upper = true, .clause = words->clause, .joined = words->hyphen,
                             .depth = (uint8_t)words->depth, .span = {words->at, 0}};
    if (seen.bytes[0] == '&') { /* of whatever width */
        words->at += seen.size;
        memcpy(token->text, "and", token->length = 3);
    } else {
        do take_plain(words, token);
        while (take(words, token));
    }
    token->span.length = words->at - token->span.offset;
    drop_possessive(words, token);
    words->clause = words->hyphen = false;
    return true;
}
