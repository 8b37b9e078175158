#include "note/token.h"

#include <string.h>

#include "base/text.h"

/* Letters are those of ASCII, and every byte of a longer character: names and accents stay whole. */
static bool is_letter(char c) { return coding__is_letter(c) || (unsigned char)c >= 0x80; }

static bool is_blank(char c) { return (unsigned char)c <= ' ' || c == '-'; }

static size_t word_end(const char *text, size_t length, size_t at)
{
    for (; at < length; at++) {
        bool apostrophe = text[at] == '\'' && at + 1 < length && is_letter(text[at + 1]);
        if (!is_letter(text[at]) && !coding__is_digit(text[at]) && !apostrophe) break;
    }
    return at;
}

/* 2.5, 120/80, 1,000: a point, stroke or comma between digits goes on with the number; letters behind it do, too:
 * 3b. */
static size_t number_end(const char *text, size_t length, size_t at)
{
    for (; at < length; at++) {
        bool inside = at + 1 < length && coding__is_digit(text[at + 1]) && strchr("./,", text[at]);
        if (!coding__is_digit(text[at]) && !is_letter(text[at]) && !inside) break;
    }
    return at;
}

enum { TOKEN_MOST = UINT16_MAX - 3 };

/* A token longer than any word is cut where a character begins. */
static uint16_t whole_length(const char *text, size_t from, size_t past)
{
    size_t length = past - from;
    if (length <= TOKEN_MOST) return (uint16_t)length;
    for (length = TOKEN_MOST; length > TOKEN_MOST - 3 && ((unsigned char)text[from + length] & 0xC0) == 0x80;) length--;
    return (uint16_t)length;
}

bool coding__note_token_at(const char *text, size_t length, size_t at, coding__note_token *token)
{
    while (at < length && is_blank(text[at])) at++;
    if (at >= length) return false;
    char   first = text[at];
    size_t past = at + 1;
    *token = (coding__note_token){.offset = (uint32_t)at, .kind = CODING__NOTE_MARK, .first = first};
    if (coding__is_digit(first)) token->kind = CODING__NOTE_NUMBER, past = number_end(text, length, at);
    else if (is_letter(first)) token->kind = CODING__NOTE_WORD, past = word_end(text, length, at);
    token->length = whole_length(text, at, past);
    return true;
}

size_t coding__canonical(const char *text, size_t length, char *out, size_t room, unsigned *count)
{
    size_t        written = 0;
    coding__note_token token;
    *count = 0;
    for (size_t at = 0; coding__note_token_at(text, length, at, &token); at = (size_t)token.offset + token.length) {
        if (written + token.length + 2 > room) return 0;
        if (written) out[written++] = ' ';
        for (size_t i = 0; i < token.length; i++) out[written++] = coding__to_lower(text[token.offset + i]);
        ++*count;
    }
    if (room) out[written] = '\0';
    return written;
}
