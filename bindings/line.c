#include "line.h"

#include <string.h>

#include "base/refuse.h"
#include "base/text.h"

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static bool is(const char *text, size_t length, const char *name)
{
    return coding__text_equal(text, length, name, strlen(name));
}

bool coding__line_next(coding__line *line, coding__word *word)
{
    while (line->next < line->past && is_blank(*line->next)) line->next++;
    *word = (coding__word){.text = line->next};
    while (line->next < line->past && !is_blank(*line->next)) line->next++;
    word->length = (size_t)(line->next - word->text);
    const char *equals = word->length ? memchr(word->text, '=', word->length) : NULL;
    if (!equals) return word->length > 0;
    word->value = equals + 1;
    word->value_length = (size_t)(line->next - word->value);
    word->length = (size_t)(equals - word->text);
    return true;
}

bool coding__word_is(const coding__word *word, const char *name) { return is(word->text, word->length, name); }

bool coding__word_refuse(const coding__word *word, coding_error *error, const char *reason)
{
    char   said[80];
    size_t whole = word->value ? word->length + 1 + word->value_length : word->length;
    size_t length = whole < sizeof said ? whole : sizeof said - 1;
    memcpy(said, word->text, length);
    said[length] = '\0';
    return coding__refuse(error, CODING_MISUSE, said, "%s", reason);
}

bool coding__word_number(const coding__word *word, uint32_t most, uint32_t *number, coding_error *error)
{
    *number = 0;
    for (size_t i = 0; i < word->value_length; i++) {
        bool is_digit = coding__is_digit(word->value[i]);
        if (is_digit) *number = 10 * *number + (uint32_t)(word->value[i] - '0');
        if (!is_digit || *number > most) return coding__word_refuse(word, error, "no number that may stand here");
    }
    return word->value_length || coding__word_refuse(word, error, "behind its = stands a number");
}

bool coding__word_day(const coding__word *word, coding_date *day, coding_error *error)
{
    *day = word->value ? coding_date_parse(word->value, word->value_length) : 0;
    return *day || coding__word_refuse(word, error, "no day of the calendar");
}

bool coding__word_sex(const coding__word *word, coding_sex *sex, coding_error *error)
{
    static const char letters[] = "0U1M2F";
    const char       *found = word->value_length == 1 ? strchr(letters, *word->value & (*word->value >= 'a' ? ~32 : ~0))
                                                      : NULL;
    if (!found || !*found) return coding__word_refuse(word, error, "sex is M, F or U");
    *sex = (coding_sex)((found - letters) / 2);
    return true;
}

bool coding__word_flag(const coding__word *word, bool *flag, coding_error *error)
{
    static const char *const no[] = {"0", "no", "false"}, *const yes[] = {"1", "yes", "true"};
    *flag = true;
    if (!word->value) return true;
    for (int i = 0; i < 3; i++) {
        if (is(word->value, word->value_length, yes[i])) return true;
        if (is(word->value, word->value_length, no[i])) return *flag = false, true;
    }
    return coding__word_refuse(word, error, "stands alone, or with yes or no behind its =");
}

bool coding__word_choice(const coding__word *word, const char *const *names, size_t count, unsigned *place,
                         coding_error *error)
{
    for (unsigned i = 0; word->value && i < count; i++)
        if (is(word->value, word->value_length, names[i])) return *place = i, true;
    return coding__word_refuse(word, error, "none of the words that may stand here");
}

bool coding__word_poa(const coding__word *word, size_t *code_length, coding_poa *poa, coding_error *error)
{
    static const char letters[] = "1YNUW"; /* by coding_poa */
    const char       *slash = memchr(word->text, '/', word->length);
    *code_length = slash ? (size_t)(slash - word->text) : word->length;
    *poa = CODING_POA_BLANK;
    size_t behind = word->length - *code_length;
    if (behind < 2) return true;
    const char *found = behind == 2 ? strchr(letters, slash[1] & (slash[1] >= 'a' ? ~32 : ~0)) : NULL;
    if (!found || !*found) return coding__word_refuse(word, error, "behind / stands Y, N, U, W or 1");
    *poa = (coding_poa)(found - letters);
    return true;
}
