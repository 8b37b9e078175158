/* LOINC: up to seven digits, a dash, a check digit. Parts, answers, lists and groups have a kind in front: LP14635-4.
 * A code holds the digits with the check digit as one number; of a part also the kind, above them. Files and claims
 * print the dash too, so the bare form keeps it.
 *
 * Luhn's rule for parts counts letters by their ASCII; that is derived from known numbers, not documented. */
#include "code/check.h"
#include "code/digits.h"

#include "base/text.h"

#include <string.h>

enum { DIGITS = 7, PART_DIGITS = 12, KIND = 2, KIND_SHIFT = 48 };

static const char kinds[] = "AGLP";

/* From `at` on: digits, a dash, a digit. */
static bool is_numbered(size_t at, size_t most, const char *text, size_t length, coding_parsed *parsed)
{
    size_t dash = at;
    while (dash < length && coding__is_digit(text[dash]) && dash - at < most) dash++;
    size_t after = dash + 1;
    if (dash == length || (dash == at && text[dash] == '-')) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, dash, 0);
    else if (coding__is_digit(text[dash])) coding__damage(parsed, CODING_DAMAGE_TOO_LONG, dash, length - dash);
    else if (text[dash] != '-') coding__damage_stray(parsed, false, text, length, dash);
    else if (after == length) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
    else if (!coding__is_digit(text[after])) coding__damage_stray(parsed, false, text, length, after);
    else if (after + 1 < length) coding__damage(parsed, CODING_DAMAGE_TOO_LONG, after + 1, length - after - 1);
    else if (text[at] == '0') coding__damage(parsed, CODING_DAMAGE_NOT_HERE, at, 1);
    return !parsed->damage;
}

/* The digits from `at` on, with the check digit behind the dash. */
static uint64_t number_from(size_t at, const char *text, size_t length)
{
    return coding__number_in(text + at, length - 2 - at) * 10 + (uint64_t)(text[length - 1] - '0');
}

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!is_numbered(0, DIGITS, text, length, parsed)) return false;
    char expected = coding__luhn(text, length - 2, 0);
    if (text[length - 1] != expected) return coding__damage_check_digit(parsed, length, expected);
    parsed->code = coding__code_start(CODING_LOINC) | number_from(0, text, length);
    return true;
}

static char *print_numbered(uint64_t number, char *text)
{
    text = coding__print_number(number / 10, 1, text);
    *text++ = '-';
    return coding__print_number(number % 10, 1, text);
}

static char *print(coding_code code, bool bare, char *text)
{
    (void)bare;
    return print_numbered(coding__number_of(code), text);
}

const coding__format coding__loinc = {
    .system = CODING_LOINC, .name = "loinc", .title = "LOINC", .parse = parse, .print = print, .holds_number = true};

/* The place of the kind in `kinds`; SIZE_MAX and a damage where the text begins otherwise. */
static size_t kind_of(const char *text, size_t length, coding_parsed *parsed)
{
    for (size_t i = 0; i < KIND; i++) {
        char c = i < length ? coding__to_upper(text[i]) : '\0';
        if (i == length) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
        else if (i == 0 ? c == 'L' : strchr(kinds, c) != NULL) continue;
        else if (coding__is_digit(c) || strchr(kinds, c)) coding__damage(parsed, CODING_DAMAGE_NOT_HERE, i, 1);
        else coding__damage_stray(parsed, false, text, length, i);
        return SIZE_MAX;
    }
    return (size_t)(strchr(kinds, coding__to_upper(text[1])) - kinds);
}

static bool parse_part(const char *text, size_t length, coding_parsed *parsed)
{
    size_t kind = kind_of(text, length, parsed);
    if (kind == SIZE_MAX || !is_numbered(KIND, PART_DIGITS, text, length, parsed)) return false;
    char body[KIND + PART_DIGITS];
    for (size_t i = 0; i < length - 2; i++) body[i] = coding__to_upper(text[i]);
    char expected = coding__luhn(body, length - 2, 0);
    if (text[length - 1] != expected) return coding__damage_check_digit(parsed, length, expected);
    parsed->code = coding__code_start(CODING_LOINC_PART) | (coding_code)kind << KIND_SHIFT
                   | number_from(KIND, text, length);
    parsed->changed = text[0] != body[0] || text[1] != body[1];
    return true;
}

static char *print_part(coding_code code, bool bare, char *text)
{
    (void)bare;
    *text++ = 'L';
    *text++ = kinds[code >> KIND_SHIFT & 3];
    return print_numbered(code & (((coding_code)1 << KIND_SHIFT) - 1), text);
}

const coding__format coding__loinc_part = {.system = CODING_LOINC_PART,
                                           .name = "loinc-part",
                                           .title = "LOINC part",
                                           .parse = parse_part,
                                           .print = print_part,
                                           .holds_number = true};
