/* RXCUI: a number of up to eight digits, never padded, without a check digit. */
#include "code/digits.h"

enum { DIGITS = 8 };

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__are_so_many_digits(1, DIGITS, text, length, parsed)) return false;
    if (text[0] == '0') return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, 0, 1);
    parsed->code = coding__code_start(CODING_RXCUI) | coding__number_in(text, length);
    return true;
}

static char *print(coding_code code, bool bare, char *text)
{
    (void)bare;
    return coding__print_number(coding__number_of(code), 1, text);
}

const coding__format coding__rxcui = {.system = CODING_RXCUI,
                                      .name = "rxcui",
                                      .title = "RxNorm concept",
                                      .parse = parse,
                                      .print = print,
                                      .holds_number = true};
