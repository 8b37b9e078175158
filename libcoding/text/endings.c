#include "text/endings.h"

#include <string.h>

/* A word under the rules. */
typedef struct word {
    char    *text;
    uint8_t *length;
    size_t  *starts; /* of each letter in the text it was read from, and past the last; NULL: nobody asks */
} word;

/* Letters that a rule keeps stay where they are; what it drops falls to the letter behind, and what it adds has no place
 * of its own: of "haem" and "hem" the e stands where "ae" stood. */
static void move_starts(size_t *starts, size_t count, size_t at, const unsigned char *rule)
{
    const unsigned char *letters = rule + CODING__ENDING_LETTERS, *instead = rule + CODING__ENDING_INSTEAD;
    size_t               old = rule[CODING__ENDING_LENGTH], size = rule[CODING__ENDING_INSTEAD_LENGTH];
    size_t               less = old < size ? old : size, before = 0, behind = 0;
    while (before < less && letters[before] == instead[before]) before++;
    while (before + behind < less && letters[old - 1 - behind] == instead[size - 1 - behind]) behind++;
    size_t  dropped = old - before - behind, added = size - before - behind, rest = count - at - before - dropped;
    size_t *here = starts + at + before, first = *here, hole = dropped > added ? here[added] : 0;
    memmove(here + added, here + dropped, (rest + 1) * sizeof *starts);
    for (size_t i = dropped; i < added; i++) here[i] = at + before + i ? here[(ptrdiff_t)i - 1] : first;
    if (dropped > added && rest) here[added] = hole;
}

static bool replace(const word *w, size_t at, const unsigned char *rule)
{
    size_t old = rule[CODING__ENDING_LENGTH], size = rule[CODING__ENDING_INSTEAD_LENGTH], count = *w->length;
    if (old > CODING__ENDING_ROOM || size > CODING__ENDING_ROOM || count - old + size >= CODING__WORD_ROOM)
        return false;
    if (w->starts) move_starts(w->starts, count, at, rule);
    memmove(w->text + at + size, w->text + at + old, count - at - old + 1);
    memcpy(w->text + at, rule + CODING__ENDING_INSTEAD, size);
    *w->length = (uint8_t)(count - old + size);
    return true;
}

static bool apply_inside(const unsigned char *rule, const word *w)
{
    size_t old = rule[CODING__ENDING_LENGTH], last = *w->length;
    if (rule[CODING__ENDING_KIND] == CODING__ENDING_BEGIN && old < last) last = old;
    for (size_t at = 0; old && at + old <= last; at++) {
        if (w->text[at] == (char)*rule && memcmp(w->text + at, rule, old) == 0) return replace(w, at, rule);
    }
    return false;
}

static bool apply_tail(const unsigned char *rule, const word *w)
{
    size_t old = rule[CODING__ENDING_LENGTH], count = *w->length;
    if (old + rule[CODING__ENDING_BEFORE] > count || w->text[count - 1] != (char)rule[old - 1]) return false;
    return memcmp(w->text + count - old, rule, old) == 0 && replace(w, count - old, rule);
}

static const unsigned char *rule_at(const coding__table *table, uint32_t index)
{
    return table->bytes + (size_t)index * table->width;
}

static bool is_sound(const unsigned char *rule)
{
    return rule[CODING__ENDING_LENGTH] && rule[CODING__ENDING_LENGTH] <= CODING__ENDING_ROOM;
}

/* Spellings come first, then words, then tails. */
static unsigned order_of(const unsigned char *rule)
{
    switch (rule[CODING__ENDING_KIND]) {
    case CODING__ENDING_INSIDE:
    case CODING__ENDING_BEGIN: return 0;
    case CODING__ENDING_WORD: return 1;
    default: return 2;
    }
}

/* Is a rule before that of the whole word? Longer letters are before shorter ones. */
static bool is_before(const unsigned char *rule, const word *w)
{
    unsigned length = rule[CODING__ENDING_LENGTH];
    if (order_of(rule) != 1) return order_of(rule) < 1;
    if (length != *w->length) return length > *w->length;
    return length <= CODING__ENDING_ROOM && memcmp(rule, w->text, length) < 0;
}

static uint32_t find_word(const coding__table *table, const word *w)
{
    uint32_t first = 0, past = table->count;
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (is_before(rule_at(table, middle), w)) first = middle + 1;
        else past = middle;
    }
    return first;
}

static bool is_word(const unsigned char *rule, const word *w)
{
    bool whole = rule[CODING__ENDING_KIND] == CODING__ENDING_WORD && rule[CODING__ENDING_LENGTH] == *w->length;
    return whole && is_sound(rule) && memcmp(rule, w->text, *w->length) == 0;
}

/* Which letters a word has, a bit each: most rules begin with one that it lacks. */
static uint32_t letters_of(const word *w)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < *w->length; i++) letters |= 1u << (w->text[i] & 31);
    return letters;
}

/* Each rule once, where it is found first. */
static void respell(const coding__table *table, const word *w)
{
    uint32_t letters = letters_of(w);
    for (uint32_t i = 0; i < table->count && order_of(rule_at(table, i)) == 0; i++) {
        const unsigned char *rule = rule_at(table, i);
        if (!(letters >> (*rule & 31) & 1)) continue;
        if (is_sound(rule) && apply_inside(rule, w)) letters = letters_of(w);
    }
}

/* The first rule of a tail: tails are the last rules. */
static uint32_t first_tail(const coding__table *table)
{
    uint32_t first = 0, past = table->count;
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (order_of(rule_at(table, middle)) < 2) first = middle + 1;
        else past = middle;
    }
    return first;
}

void coding__normalise_from(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length, size_t *starts)
{
    word w = {text, length, starts};
    respell(table, &w);
    uint32_t at = find_word(table, &w);
    if (at < table->count && is_word(rule_at(table, at), &w)) {
        replace(&w, 0, rule_at(table, at));
        return;
    }
    for (at = first_tail(table); at < table->count; at++) {
        const unsigned char *rule = rule_at(table, at);
        if (order_of(rule) == 2 && is_sound(rule) && apply_tail(rule, &w)) return;
    }
}

void coding__normalise(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length)
{
    coding__normalise_from(table, text, length, NULL);
}

void coding__respell(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length, size_t *starts)
{
    respell(table, &(word){text, length, starts});
}
