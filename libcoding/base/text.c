#include "base/text.h"

bool coding__text_equal(const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (a_length != b_length) return false;
    for (size_t i = 0; i < a_length; i++) {
        if (coding__to_lower(a[i]) != coding__to_lower(b[i])) return false;
    }
    return true;
}

bool coding__text_is_utf8(const char *text, size_t length)
{
    uint32_t point;
    for (size_t i = 0, size; i < length; i += size) {
        size = coding__text_point(text + i, length - i, &point);
        if (!size) return false;
    }
    return true;
}

/* What the first byte of a character says: how many follow, and the bits it brings itself. C0, C1 and F5 to FF are
 * never first bytes. */
static size_t tail_of(unsigned char first, uint32_t *bits)
{
    if (first < 0x80) return *bits = first, 0;
    if (first >= 0xC2 && first <= 0xDF) return *bits = first & 0x1Fu, 1;
    if (first >= 0xE0 && first <= 0xEF) return *bits = first & 0x0Fu, 2;
    if (first >= 0xF0 && first <= 0xF4) return *bits = first & 0x07u, 3;
    return SIZE_MAX;
}

/* Overlong forms, surrogates, and what lies past the last code point. */
static bool is_no_point(uint32_t point, size_t tail)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    return point < least[tail] || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF;
}

size_t coding__text_point(const char *text, size_t length, uint32_t *point)
{
    *point = 0;
    if (!length) return 0;
    uint32_t bits = 0;
    size_t   tail = tail_of((unsigned char)text[0], &bits);
    if (tail >= length) return 0; /* also the SIZE_MAX of a byte that begins nothing */
    for (size_t i = 1; i <= tail; i++) {
        unsigned char next = (unsigned char)text[i];
        if ((next & 0xC0) != 0x80) return 0;
        bits = bits << 6 | (next & 0x3Fu);
    }
    if (is_no_point(bits, tail)) return 0;
    *point = bits;
    return tail + 1;
}
