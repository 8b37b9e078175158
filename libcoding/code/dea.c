/* DEA: two letters and seven digits. The last is that of the first, third and fifth digit and twice the others. */
#include "code/shape.h"

enum { CHARACTERS = 9, LETTERS = 2 };

#define D CODING__DIGIT
#define L CODING__LETTER
static const coding__shape shape = {.least = CHARACTERS, .most = CHARACTERS, .kinds = {L, L, D, D, D, D, D, D, D}};
#undef D
#undef L

static char check_digit(const char *digits)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < 6; i++) sum += (unsigned)(digits[i] - '0') * (i % 2 + 1);
    return (char)('0' + sum % 10);
}

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__shape_parse(&shape, CODING_DEA, text, length, parsed)) return false;
    char expected = check_digit(text + LETTERS);
    return text[CHARACTERS - 1] == expected || coding__damage_check_digit(parsed, length, expected);
}

const coding__format coding__dea = {.system = CODING_DEA, .name = "dea", .title = "DEA number", .parse = parse};
