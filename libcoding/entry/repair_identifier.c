/* Codes that are known by their form alone: identifiers with their check digits, and short lists that a book may lack.
 * Nothing says that they exist, so repairs make up little: punctuation, lookalikes, zeros of a fixed width, a check
 * digit, two digits swapped. */
#include "entry/suggest.h"

#include "base/text.h"

#include <string.h>

enum { LONGEST = 32 };

bool coding__is_known_by_form(coding_system system)
{
    return system == CODING_CPT || (system >= CODING_REVENUE && system <= CODING_NDC_PRODUCT) || system == CODING_SCTID;
}

/* How many digits a number has where zeros in front may have been lost; 0: none may. */
static size_t width_of(coding_system system)
{
    switch (system) {
    case CODING_NDC: return 11;
    case CODING_CCN: return 6;
    case CODING_REVENUE: return 4;
    case CODING_MSDRG: return 3;
    case CODING_MDC:
    case CODING_DISCHARGE: return 2;
    default: return 0;
    }
}

static coding_code read_as(const coding__suggesting *s, const char *text, size_t length)
{
    coding_parsed parsed = coding_parse(s->system, text, length);
    return parsed.damage == CODING_DAMAGE_NONE ? parsed.code : 0;
}

static char digit_like(char c)
{
    switch (c) {
    case 'O': return '0';
    case 'I':
    case 'L': return '1';
    case 'Z': return '2';
    case 'S': return '5';
    case 'B': return '8';
    default: return c;
    }
}

static size_t tail_of_zeros(const coding__folded *folded)
{
    size_t length = folded->length;
    while (length && folded->text[length - 1] == '0') length--;
    return length && length < folded->length && folded->text[length - 1] == '.' ? length - 1 : folded->length;
}

static size_t without_marks(char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        if (coding__is_digit(text[i]) || coding__is_upper(text[i])) text[count++] = text[i];
    return count;
}

/* The text, and its digits and letters alone. */
static void try_form(coding__suggesting *s, char *text, size_t length, coding_repair repair, uint32_t cost)
{
    coding__offer_by_form(s, read_as(s, text, length), repair, cost);
    coding__offer_by_form(s, read_as(s, text, without_marks(text, length)), repair, cost + 1);
}

/* As many zeros in front as its width wants. */
static void try_width(coding__suggesting *s, const char *digits, size_t length, uint32_t cost)
{
    char   text[LONGEST];
    size_t width = width_of(s->system);
    if (!length || length >= width) return;
    for (size_t i = 0; i < length; i++)
        if (!coding__is_digit(digits[i])) return;
    memset(text, '0', width);
    memcpy(text + width - length, digits, length);
    coding__offer_by_form(s, read_as(s, text, width), CODING_REPAIR_LEADING_ZERO, cost);
}

/* Without what a spreadsheet put behind it; its marks left out; the digits that letters stand for. */
static void repair_form(coding__suggesting *s, const coding__folded *folded)
{
    char   text[LONGEST], plain[LONGEST];
    size_t length = tail_of_zeros(folded);
    bool   cut = length < folded->length;
    if (length > LONGEST) return;
    memcpy(plain, folded->text, length);
    try_form(s, plain, length, cut ? CODING_REPAIR_NUMBER : CODING_REPAIR_DOT, CODING__COST_FORM);
    for (size_t i = 0; i < length; i++) text[i] = digit_like(folded->text[i]);
    memcpy(plain, text, length);
    try_form(s, plain, length, CODING_REPAIR_LOOKALIKE, CODING__COST_LOOKALIKE);
    try_width(s, text, length, memcmp(text, folded->text, length) ? CODING__COST_LOOKALIKE + 1 : CODING__COST_ZEROS);
}

/* A check digit says that something is wrong, not what: the digit itself, or two before it that were swapped. */
static void repair_check_digit(coding__suggesting *s, const coding__folded *folded)
{
    char          text[LONGEST];
    size_t        length = folded->length;
    coding_parsed parsed = coding_parse(s->system, folded->text, length);
    if (parsed.damage != CODING_DAMAGE_CHECK_DIGIT || length > LONGEST) return;
    memcpy(text, folded->text, length);
    text[length - 1] = parsed.expected;
    coding__offer_by_form(s, read_as(s, text, length), CODING_REPAIR_CHECK_DIGIT, CODING__COST_CHECK_DIGIT);
    for (size_t i = 0; i + 1 < length; i++) {
        memcpy(text, folded->text, length);
        text[i] = folded->text[i + 1];
        text[i + 1] = folded->text[i];
        coding__offer_by_form(s, read_as(s, text, length), CODING_REPAIR_TYPED, CODING__COST_CHECK_DIGIT);
    }
}

/* The code in front of its title: the longest beginning, at a blank, that is one. */
static void repair_title(coding__suggesting *s, const coding__folded *folded)
{
    size_t length = folded->length < LONGEST ? folded->length : LONGEST;
    while (length--) {
        if (coding__is_digit(folded->text[length]) || coding__is_upper(folded->text[length])) continue;
        coding_code code = read_as(s, folded->text, length);
        coding__offer_by_form(s, code, CODING_REPAIR_TITLE, CODING__COST_WORDS);
        if (code) return;
    }
}

void coding__repair_by_form(coding__suggesting *s, const coding__folded *folded)
{
    if (!folded->length) return;
    repair_form(s, folded);
    repair_check_digit(s, folded);
    if (s->best == UINT32_MAX) repair_title(s, folded);
}
