/* Bytes of text, before anything knows of codes. ASCII only, but for the last two. No locale. */
#ifndef CODING_BASE_TEXT_H
#define CODING_BASE_TEXT_H

#include <coding/base.h>

static inline bool coding__is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool coding__is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool coding__is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool coding__is_letter(char c) { return coding__is_upper(c) || coding__is_lower(c); }
static inline char coding__to_upper(char c) { return coding__is_lower(c) ? (char)(c - 'a' + 'A') : c; }
static inline char coding__to_lower(char c) { return coding__is_upper(c) ? (char)(c - 'A' + 'a') : c; }

/* Same text, ASCII case aside? */
bool coding__text_equal(const char *a, size_t a_length, const char *b, size_t b_length);

/* Is the text that word of small letters, ASCII case aside? Most texts differ from a word in their first letter. */
static inline bool coding__text_is(const char *text, size_t length, const char *word)
{
    for (size_t i = 0; i < length; i++)
        if (coding__to_lower(text[i]) != word[i] || !word[i]) return false;
    return !word[length];
}

/* Is it UTF-8 (no surrogates, no overlong forms)? */
bool coding__text_is_utf8(const char *text, size_t length);

/* One character of UTF-8 at `text`: its code point in `point`, its bytes as the answer; 0 where it is none. */
size_t coding__text_point(const char *text, size_t length, uint32_t *point);

#endif
