#include "code/digits.h"

#include "base/text.h"

bool coding__are_digits(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (!coding__is_digit(text[i])) return false;
    }
    return true;
}

uint64_t coding__number_in(const char *text, size_t length)
{
    uint64_t number = 0;
    for (size_t i = 0; i < length; i++) number = number * 10 + (uint64_t)(text[i] - '0');
    return number;
}

bool coding__are_so_many_digits(size_t least, size_t most, const char *text, size_t length, coding_parsed *parsed)
{
    for (size_t i = 0; i < length; i++) {
        if (!coding__is_digit(text[i])) return coding__damage_stray(parsed, false, text, length, i);
        if (i == most) return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, i, length - i);
    }
    return length >= least || coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
}
