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

static bool counts(const char *word)
{
    for (size_t i = 0; i < sizeof counting / sizeof *counting; i++) {
        if (strcmp(word, counting[i]) == 0) return true;
    }
    return false;
}

void coding__read_numeral(const char *before, char text[CODING__WORD_ROOM], uint8_t *length)
{
    if (*length > 3 || !counts(before)) return;
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
        if (strcmp(text, numerals[i].numeral) != 0) continue;
        *length = (uint8_t)strlen(numerals[i].number);
        memcpy(text, numerals[i].number, *length + 1u);
        return;
    }
}
