/* CLIA, the certificate of a laboratory: two digits, the letter D, seven digits. A code holds the nine digits. */
#include "code/digits.h"

#include "base/text.h"

enum { CHARACTERS = 10, LETTER = 2, AFTER = 7 };

static const uint64_t ten_to_the_seventh = 10000000;

static bool is_here(char c, size_t at) { return at == LETTER ? coding__to_upper(c) == 'D' : coding__is_digit(c); }

static bool has(char c) { return coding__is_digit(c) || coding__to_upper(c) == 'D'; }

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    for (size_t i = 0; i < length; i++) {
        if (i < CHARACTERS && is_here(text[i], i)) continue;
        if (!coding__is_letter(text[i]) && !coding__is_digit(text[i]))
            return coding__damage_stray(parsed, false, text, length, i);
        if (i == CHARACTERS) return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, i, length - i);
        return coding__damage(parsed, has(text[i]) ? CODING_DAMAGE_NOT_HERE : CODING_DAMAGE_BAD_CHARACTER, i, 1);
    }
    if (length < CHARACTERS) return coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
    uint64_t number = coding__number_in(text, LETTER) * ten_to_the_seventh
                      + coding__number_in(text + LETTER + 1, AFTER);
    parsed->code = coding__code_start(CODING_CLIA) | number;
    parsed->changed = text[LETTER] == 'd';
    return true;
}

static char *print(coding_code code, bool bare, char *text)
{
    (void)bare;
    text = coding__print_number(coding__number_of(code) / ten_to_the_seventh, LETTER, text);
    *text++ = 'D';
    return coding__print_number(coding__number_of(code) % ten_to_the_seventh, AFTER, text);
}

const coding__format coding__clia = {.system = CODING_CLIA,
                                     .name = "clia",
                                     .title = "CLIA certificate",
                                     .parse = parse,
                                     .print = print,
                                     .holds_number = true};
