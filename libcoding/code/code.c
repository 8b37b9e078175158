#include "code/format.h"

#include "base/text.h"

coding_system coding_code_system(coding_code code)
{
    unsigned number = (unsigned)(code >> 56) & 127u;
    return number < CODING_SCTID ? (coding_system)number : CODING_SCTID;
}

bool coding__holds_number(coding_system system)
{
    if (system >= CODING_SCTID) return true;
    const coding__format *format = coding__format_of(system);
    return format && format->holds_number;
}

coding_code coding__code_of(coding_system system, const char *text, size_t length)
{
    coding_code code = coding__code_start(system);
    if (!length || length > CODING__SYMBOLS) return 0;
    for (unsigned i = 0; i < length; i++) {
        unsigned symbol = coding__symbol_of(text[i]);
        if (!symbol) return 0;
        code = coding__code_with(code, i, symbol);
    }
    return code;
}

static size_t symbols_of(coding_code code)
{
    size_t count = 0;
    if (coding__holds_number(coding_code_system(code))) return 0;
    while (count < CODING__SYMBOLS && coding__symbol_at(code, (unsigned)count)) count++;
    return count;
}

/* The tenth character of the few systems that have one. */
static char last_of(coding_code code)
{
    const coding__format *format = coding__format_of(coding_code_system(code));
    return format ? format->last : '\0';
}

size_t coding_code_length(coding_code code)
{
    size_t count = symbols_of(code);
    return count == CODING__SYMBOLS && last_of(code) ? count + 1 : count;
}

char coding_code_character(coding_code code, size_t index)
{
    if (index > CODING__SYMBOLS || coding__holds_number(coding_code_system(code))) return '\0';
    if (index < CODING__SYMBOLS) return coding__character_of(coding__symbol_at(code, (unsigned)index));
    return coding__symbol_at(code, CODING__SYMBOLS - 1) ? last_of(code) : '\0';
}

coding_code coding_code_prefix(coding_code code, size_t length)
{
    if (length >= CODING__SYMBOLS || coding__holds_number(coding_code_system(code))) return code;
    if (!length) return 0;
    return code & ~(((coding_code)1 << CODING__SYMBOL_BITS * (CODING__SYMBOLS - length)) - 1);
}

coding_code coding_code_append(coding_code code, char character)
{
    bool   fits = coding__is_digit(character) || coding__is_letter(character);
    size_t count = symbols_of(code);
    if (!fits || count == CODING__SYMBOLS || coding__holds_number(coding_code_system(code))) return 0;
    return coding__code_with(code, (unsigned)count, coding__symbol_of(character));
}

char *coding__print_characters(coding_code code, size_t dot, char *text)
{
    unsigned i = 0;
    for (unsigned symbol; i < CODING__SYMBOLS && (symbol = coding__symbol_at(code, i)) != 0; i++) {
        if (dot && i == dot) *text++ = '.';
        *text++ = coding__character_of(symbol);
    }
    if (i == CODING__SYMBOLS && last_of(code)) *text++ = last_of(code);
    return text;
}

static const char *format_code(coding_code code, bool bare, char *text)
{
    const coding__format *format = coding__format_of(coding_code_system(code));
    char                 *end = text;
    if (format && format->print) end = format->print(code, bare, text);
    else if (code) end = coding__print_characters(code, 0, text);
    *end = '\0';
    return text;
}

const char *coding_code_format(coding_code code, char text[CODING_CODE_TEXT]) { return format_code(code, false, text); }

const char *coding_code_format_bare(coding_code code, char text[CODING_CODE_TEXT])
{
    return format_code(code, true, text);
}
