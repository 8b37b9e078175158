/* The text of a near miss, folded to what a code can be written with, and readings of pieces of it. */
#include "entry/suggest.h"

#include "base/text.h"
#include "code/reading.h"

static bool is_around(char c)
{
    return c == CODING__BLANK || c == CODING__QUOTE || c == CODING__OTHER || c == ',' || c == ';';
}

bool coding__fold_text(coding_desk *desk, const char *text, size_t length, coding__folded *folded)
{
    *folded = (coding__folded){.text = coding__arena_take(&desk->arena, length + 1)};
    if (!folded->text) return false;
    for (size_t i = 0, bytes; i < length; i += bytes) {
        uint32_t point = 0;
        bytes = coding__text_point(text + i, length - i, &point);
        if (!bytes) break;
        folded->text[folded->length++] = coding__read_point(point);
    }
    while (folded->length && is_around(folded->text[folded->length - 1])) folded->length--;
    while (folded->length && is_around(folded->text[0])) folded->text++, folded->length--;
    return true;
}

static bool is_of_code(char c) { return coding__is_digit(c) || coding__is_upper(c); }

coding__guess coding__guess_of(const char *text, size_t length)
{
    coding__guess guess = {0};
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' && !guess.dot) guess.dot = guess.length;
        if (!is_of_code(text[i])) continue;
        if (guess.length == CODING__GUESS_MOST) return (coding__guess){0};
        guess.text[guess.length++] = text[i];
    }
    bool dash = length && (text[length - 1] == '-' || text[length - 1] == CODING__LONG_DASH);
    if (dash) guess.repair = CODING_REPAIR_TRAILING, guess.cost = CODING__COST_TRAILING;
    return guess;
}

coding__guess coding__guess_without_decimals(const coding__folded *folded)
{
    size_t length = folded->length;
    while (length && folded->text[length - 1] == '0') length--;
    bool          tail = length && length < folded->length && folded->text[length - 1] == '.';
    coding__guess guess = coding__guess_of(folded->text, tail ? length - 1 : 0);
    guess.repair = CODING_REPAIR_NUMBER;
    guess.cost = CODING__COST_NUMBER;
    return guess;
}
