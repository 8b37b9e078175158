/* NPI: ten digits, the first 1 or 2, the last Luhn's over 80840 and the number (45 CFR 162.406). */
#include "code/check.h"
#include "code/digits.h"

enum { DIGITS = 10, SUM_OF_80840 = 24 };

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__are_so_many_digits(DIGITS, DIGITS, text, length, parsed)) return false;
    if (text[0] != '1' && text[0] != '2') return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, 0, 1);
    char expected = coding__luhn(text, DIGITS - 1, SUM_OF_80840);
    if (text[DIGITS - 1] != expected) return coding__damage_check_digit(parsed, length, expected);
    parsed->code = coding__code_start(CODING_NPI) | coding__number_in(text, length);
    return true;
}

static char *print(coding_code code, bool bare, char *text)
{
    (void)bare;
    return coding__print_number(coding__number_of(code), DIGITS, text);
}

const coding__format coding__npi = {.system = CODING_NPI,
                                    .name = "npi",
                                    .title = "National provider identifier",
                                    .parse = parse,
                                    .print = print,
                                    .holds_number = true};
