#include "text/numbers.h"

#include <string.h>

static const struct { const char *numeral, *number; } numerals[] = {
    {"i", "1"}, {"iv", "4"}, {"v", "5"}, {"vi", "6"}, {"ix", "9"}, {"x", "10"}, {"xi", "11"},
    {"ia", "1a"}, {"ib", "1b"}, {"iva", "4a"}, {"ivb", "4b"},
};

static const char *const counting[] = {
    "type", "stage", "grade", "class", "factor", "degree", "category", "phase", "bipolar", "group", "level", "nerve",
    "or", "complex",
};

bool coding__word_counts(const char *word)
{
    for (size_t i = 0; i < sizeof counting / sizeof *counting; i++) {
        if (strcmp(word, counting[i]) == 0) return true;
    }
    return false;
}

void coding__read_numeral(const char *before, char text[CODING__WORD_ROOM], uint8_t *length)
{
    if (*length > 3 || !coding__word_counts(before)) return;
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
        if (strcmp(text, numerals[i].numeral) != 0) continue;
        *length = (uint8_t)strlen(numerals[i].number);
        memcpy(text, numerals[i].number, *length + 1u);
        return;
    }
}

/* Words that stand before their number, and those that stand behind it. */
static const char *const leading[] = {"type", "stage", "grade", "fetus", "factor"};
static const char *const trailing[] = {"trimester", "degree"};

enum { LEADING = sizeof leading / sizeof *leading, TRAILING = sizeof trailing / sizeof *trailing };

const char *coding__binding_word(unsigned index)
{
    if (index < LEADING) return leading[index];
    return index < LEADING + TRAILING ? trailing[index - LEADING] : NULL;
}

uint32_t coding__binding_of(const char *word)
{
    const char *other;
    for (uint32_t i = 0; (other = coding__binding_word(i)) != NULL; i++) {
        if (strcmp(word, other) == 0) return i;
    }
    return UINT32_MAX;
}

bool coding__binds_behind(uint32_t index) { return index >= LEADING && index < LEADING + TRAILING; }

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0) return true;
    }
    return false;
}

/* "2", "10", "3b". */
bool coding__is_bare_number(const char *text, size_t length)
{
    bool digit = length > 0 && length < 4 && text[0] >= '0' && text[0] <= '9';
    return digit && (length == 1 || (text[1] >= '0' && text[1] <= '9') || length == 2);
}

void coding__bind_number(const char *before, const char *after, char text[CODING__WORD_ROOM], uint8_t *length)
{
    if (!coding__is_bare_number(text, *length)) return;
    const char *word = is_among(after, trailing, TRAILING) ? after : is_among(before, leading, LEADING) ? before : "";
    size_t      size = strlen(word);
    memcpy(text + *length, word, size + 1);
    *length = (uint8_t)(*length + size);
}
