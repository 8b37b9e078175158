#include "text/endings.h"

#include <string.h>

static bool replace(char text[CODING__WORD_ROOM], uint8_t *length, size_t at, const unsigned char *rule)
{
    size_t old = rule[CODING__ENDING_LENGTH], size = rule[CODING__ENDING_INSTEAD_LENGTH];
    if (old > CODING__ENDING_ROOM || size > CODING__ENDING_ROOM || *length - old + size >= CODING__WORD_ROOM) return false;
    memmove(text + at + size, text + at + old, *length - at - old + 1);
    memcpy(text + at, rule + CODING__ENDING_INSTEAD, size);
    *length = (uint8_t)(*length - old + size);
    return true;
}

static bool apply_inside(const unsigned char *rule, char text[CODING__WORD_ROOM], uint8_t *length)
{
    size_t old = rule[CODING__ENDING_LENGTH];
    for (size_t at = 0; old && at + old <= *length; at++) {
        if (memcmp(text + at, rule, old) == 0) return replace(text, length, at, rule);
    }
    return false;
}

static bool apply_tail(const unsigned char *rule, char text[CODING__WORD_ROOM], uint8_t *length)
{
    size_t old = rule[CODING__ENDING_LENGTH];
    if (old + rule[CODING__ENDING_BEFORE] > *length || text[*length - 1] != (char)rule[old - 1]) return false;
    return memcmp(text + *length - old, rule, old) == 0 && replace(text, length, *length - old, rule);
}

static bool apply_word(const unsigned char *rule, char text[CODING__WORD_ROOM], uint8_t *length)
{
    return rule[CODING__ENDING_LENGTH] == *length && memcmp(text, rule, *length) == 0 && replace(text, length, 0, rule);
}

/* Spellings first, each as often as it is found; then a whole word, or else the longest ending. */
void coding__normalise(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length)
{
    for (uint32_t i = 0; i < table->count; i++) {
        const unsigned char *rule = table->bytes + (size_t)i * table->width;
        unsigned             kind = rule[CODING__ENDING_KIND];
        if (!rule[CODING__ENDING_LENGTH] || rule[CODING__ENDING_LENGTH] > CODING__ENDING_ROOM) continue;
        if (kind == CODING__ENDING_INSIDE) apply_inside(rule, text, length);
        else if (kind == CODING__ENDING_WORD && apply_word(rule, text, length)) return;
        else if (kind == CODING__ENDING_TAIL && apply_tail(rule, text, length)) return;
    }
}
