#include "code/check.h"

/* Every other value is doubled, from the last on. Twice a digit over 4 loses 9; twice a letter, whose value is over 9,
 * loses 9 for each 5 in it. */
static unsigned doubled(unsigned value) { return 2 * value - 9 * (value / 5); }

char coding__luhn(const char *body, size_t length, unsigned sum)
{
    for (size_t i = 0; i < length; i++) {
        unsigned value = (unsigned)(unsigned char)body[length - 1 - i] - '0';
        sum += i % 2 ? value : doubled(value);
    }
    return (char)('0' + (10 - sum % 10) % 10);
}
