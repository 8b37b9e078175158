/* Codes from the inside: symbols of six bits, left-justified in 54 bits below the system. */
#ifndef CODING_CODE_CODE_H
#define CODING_CODE_CODE_H

#include <coding/code.h>

/* Bits:  63: 0   62-56: system   55-54: 0   53-48: first character   47-42: second ...   5-0: ninth
 * Symbols: 0 none, 1-10 the digits, 11-36 the letters, 37 '.', 38 '-', 39 '_', 40 '/'; the rest are spare. */
enum { CODING__SYMBOL_BITS = 6, CODING__SYMBOLS = 9, CODING__SYMBOL_TOP = 48 };

static inline unsigned coding__symbol_of(char c)
{
    if (c >= '0' && c <= '9') return (unsigned)(c - '0') + 1;
    if (c >= 'A' && c <= 'Z') return (unsigned)(c - 'A') + 11;
    if (c >= 'a' && c <= 'z') return (unsigned)(c - 'a') + 11;
    return c == '.' ? 37 : c == '-' ? 38 : c == '_' ? 39 : c == '/' ? 40 : 0;
}
static inline char coding__character_of(unsigned symbol)
{
    return symbol < 41 ? "\0" "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-_/"[symbol] : '\0';
}
static inline unsigned coding__symbol_at(coding_code code, unsigned index)
{
    return index < CODING__SYMBOLS ? (unsigned)(code >> (CODING__SYMBOL_TOP - CODING__SYMBOL_BITS * index)) & 63u : 0;
}
static inline coding_code coding__code_start(coding_system system) { return (coding_code)system << 56; }
static inline coding_code coding__code_with(coding_code code, unsigned index, unsigned symbol)
{
    unsigned shift = CODING__SYMBOL_TOP - CODING__SYMBOL_BITS * index;
    return (code & ~((coding_code)63 << shift)) | (coding_code)symbol << shift;
}

/* Does a code of the system hold its number instead of characters? */
bool coding__holds_number(coding_system system);

/* A code of characters that are symbols; 0 where one is not, or they are more than nine. No format is checked. */
coding_code coding__code_of(coding_system system, const char *text, size_t length);

/* The same characters in another system (no format is checked). */
static inline coding_code coding__code_in(coding_system system, coding_code code)
{
    return (code & (((coding_code)1 << 56) - 1)) | coding__code_start(system);
}

/* Personal identifiers (MBI, HICN, SSN): recognised, never a code. CODING_ANY where the text is none of them; `span`
 * is the identifier without what stands around it. An SSN must have its dashes or blanks: nine digits in a row are too
 * often something else. How a text is no such number (a letter O in an MBI), coding_parse says; for one that is, it
 * answers CODING_DAMAGE_NO_CODE. */
coding_system coding__recognise_person(const char *text, size_t length, coding_span *span);

#endif
