#include "exchange/amount.h"

#include "base/text.h"

enum { WHOLE_MOST = 12, PARTS_MOST = 6, COUNT_MOST = 9 };

typedef struct decimal {
    int64_t whole;
    int64_t parts; /* millionths */
    bool    negative;
} decimal;

static const int64_t MILLION = 1000000;

static bool read_decimal(const char *text, size_t length, decimal *number)
{
    size_t before = 0, behind = 0;
    bool   pointed = false;
    *number = (decimal){.negative = length && text[0] == '-'};
    for (size_t i = number->negative || (length && text[0] == '+'); i < length; i++) {
        if (text[i] == '.' && !pointed) {
            pointed = true;
            continue;
        }
        if (!coding__is_digit(text[i]) || (pointed ? ++behind > PARTS_MOST : ++before > WHOLE_MOST)) return false;
        int64_t *part = pointed ? &number->parts : &number->whole;
        *part = *part * 10 + (text[i] - '0');
    }
    for (size_t i = behind; i < PARTS_MOST; i++) number->parts *= 10;
    return before + behind > 0;
}

bool coding__units_parse(const char *text, size_t length, double *units)
{
    decimal number;
    if (!read_decimal(text, length, &number)) return false;
    *units = (double)(number.whole * MILLION + number.parts) / (double)MILLION;
    if (number.negative) *units = -*units;
    return true;
}

bool coding__cents_parse(const char *text, size_t length, int64_t *cents)
{
    decimal number;
    int64_t unit = MILLION / 100;
    if (!read_decimal(text, length, &number) || number.parts % unit) return false;
    *cents = number.whole * 100 + number.parts / unit;
    if (number.negative) *cents = -*cents;
    return true;
}

bool coding__count_parse(const char *text, size_t length, uint32_t *count)
{
    uint32_t number = 0;
    for (size_t i = 0; i < length && length <= COUNT_MOST; i++) {
        if (!coding__is_digit(text[i])) return false;
        number = number * 10 + (uint32_t)(text[i] - '0');
    }
    *count = number;
    return length > 0 && length <= COUNT_MOST;
}
