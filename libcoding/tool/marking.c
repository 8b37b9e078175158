#include "tool/marking.h"

#include <string.h>

enum { STEM = 4 }; /* letters that two forms of a word share at least */

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_word(text[length])) length++;
    return length;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

bool coding__marking_is_same(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t alike = 0, shorter = least(a_length, b_length), longer = a_length + b_length - shorter;
    while (alike < shorter && lower(a[alike]) == lower(b[alike])) alike++;
    if (alike == longer) return true;
    return alike >= STEM && longer - alike <= 3;
}

static bool is_asked(const char *word, size_t length, const char *question)
{
    while (*question) {
        size_t asked = word_length(question);
        if (asked && coding__marking_is_same(word, length, question, asked)) return true;
        question += asked ? asked : 1;
    }
    return false;
}

void coding__marking_write(output *out, const char *text, const char *question)
{
    for (size_t length; *text; text += length) {
        length = word_length(text);
        bool is_marked = out->coloured && length && is_asked(text, length, question);
        if (is_marked) coding__output_style(out, MATCH);
        if (!length) length = strcspn(text + 1, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") + 1;
        coding__output_bytes(out, text, length);
        if (is_marked) coding__output_style(out, PLAIN);
    }
}
