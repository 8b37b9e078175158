/* Texts that are plainly a code: at most eight letters and digits, and the dot where ICD-10-CM prints it. They are read
 * eight bytes at once, since a column has millions of them. Whether such a code is well formed, only the rules of its
 * system say; but one that is in the book is. */
#ifndef CODING_ENTRY_PLAIN_H
#define CODING_ENTRY_PLAIN_H

#include "book/layout.h"
#include "code/code.h"

#define CODING__EACH(byte) ((uint64_t)(byte) * 0x0101010101010101u)

/* At most eight bytes of text, the first one lowest. */
static inline uint64_t coding__plain_bytes(const char *text, size_t length)
{
    const unsigned char *at = (const unsigned char *)text;
    if (length >= 4)
        return coding__load32(at) | (uint64_t)coding__load32(at + length - 4) << 8 * (length - 4);
    if (!length) return 0;
    return at[0] | (uint64_t)at[length / 2] << 8 * (length / 2) | (uint64_t)at[length - 1] << 8 * (length - 1);
}

/* The top bit of each byte of ASCII that lies from `first` to `last`. */
static inline uint64_t coding__plain_between(uint64_t bytes, unsigned first, unsigned last)
{
    return (bytes + CODING__EACH(128 - first)) & ~(bytes + CODING__EACH(127 - last)) & CODING__EACH(128);
}

/* Eight symbols, one a byte, the first one lowest, as the characters of a code. */
static inline uint64_t coding__plain_packed(uint64_t symbols)
{
    uint64_t turned = (symbols & 0x00FF00FF00FF00FFu) << 8 | (symbols >> 8 & 0x00FF00FF00FF00FFu);
    uint64_t pairs = (turned & 0x3F003F003F003F00u) >> 2 | (turned & 0x003F003F003F003Fu);
    uint64_t first = pairs & 0xFFF, second = pairs >> 16 & 0xFFF, third = pairs >> 32 & 0xFFF, fourth = pairs >> 48;
    return first << 42 | second << 30 | third << 18 | fourth << 6;
}

/* The same of a field that is filled up with NUL; `length` becomes that of its text. */
static inline uint64_t coding__plain_field(const char *text, size_t *length)
{
    uint64_t bytes = coding__plain_bytes(text, *length);
    *length = bytes ? 8 - (size_t)__builtin_clzll(bytes) / 8 : 0;
    return bytes;
}

/* The code of that many bytes, at most eight, or 0 where there is anything else among them. */
static inline coding_code coding__plain_read(coding_system system, uint64_t bytes, size_t length)
{
    if (system == CODING_ICD10CM && length > 4 && (bytes >> 24 & 255) == '.') {
        bytes = (bytes & 0xFFFFFF) | (bytes >> 8 & ~(uint64_t)0xFFFFFF);
        length--;
    }
    uint64_t digits = coding__plain_between(bytes, '0', '9');
    uint64_t letters = coding__plain_between(bytes | CODING__EACH(32), 'a', 'z');
    uint64_t there = length < 8 ? CODING__EACH(128) & (((uint64_t)1 << 8 * length) - 1) : CODING__EACH(128);
    if ((digits | letters) != there || bytes & CODING__EACH(128)) return 0;
    uint64_t symbols = ((bytes & CODING__EACH(15)) + CODING__EACH(1)) & (digits >> 7) * 255;
    symbols |= ((bytes & CODING__EACH(31)) + CODING__EACH(10)) & (letters >> 7) * 255;
    return coding__code_start(system) | coding__plain_packed(symbols);
}

/* The code, or 0 where the text has anything else in it. */
static inline coding_code coding__plain_code(coding_system system, const char *text, size_t length)
{
    return length > 8 ? 0 : coding__plain_read(system, coding__plain_bytes(text, length), length);
}

#endif
