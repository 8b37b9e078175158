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

/* The bit of two letters that stand beside each other. */
static uint64_t pair_of(unsigned first, unsigned second) { return (uint64_t)1 << ((first * 7 + second) & 63); }

/* Which pairs of letters a word has: most rules begin with one that it lacks. The last one makes one with the NUL. */
static uint64_t pairs_of(const word *w)
{
    uint64_t pairs = 0;
    for (size_t i = 0; i < *w->length; i++)
        pairs |= pair_of((unsigned char)w->text[i], (unsigned char)w->text[i + 1]);
    return pairs;
}

/* Each rule once, where it is found first. */
static void respell(const coding__table *table, const word *w)
{
    uint64_t pairs = pairs_of(w);
    for (uint32_t i = 0; i < table->count && order_of(rule_at(table, i)) == 0; i++) {
        const unsigned char *rule = rule_at(table, i);
        if (rule[CODING__ENDING_LENGTH] > 1 && !(pairs & pair_of(rule[0], rule[1]))) continue;
        if (is_sound(rule) && apply_inside(rule, w)) pairs = pairs_of(w);
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

/* Is there a rule for the whole word? */
static bool replace_word(const coding__table *table, const word *w)
{
    uint32_t at = find_word(table, w);
    if (at >= table->count || !is_word(rule_at(table, at), w)) return false;
    replace(w, 0, rule_at(table, at));
    return true;
}

static void replace_tail(const coding__table *table, uint32_t first, const word *w)
{
    for (uint32_t at = first; at < table->count; at++) {
        const unsigned char *rule = rule_at(table, at);
        if (order_of(rule) == 2 && is_sound(rule) && apply_tail(rule, w)) return;
    }
}

void coding__normalise_from(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length, size_t *starts)
{
    word w = {text, length, starts};
    respell(table, &w);
    if (!replace_word(table, &w)) replace_tail(table, first_tail(table), &w);
}

void coding__normalise(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length)
{
    coding__normalise_from(table, text, length, NULL);
}

void coding__respell(const coding__table *table, char text[CODING__WORD_ROOM], uint8_t *length, size_t *starts)
{
    respell(table, &(word){text, length, starts});
}

static void mark(uint8_t *bits, unsigned which) { bits[which / 8] |= (uint8_t)(1u << which % 8); }
static bool is_marked(const uint8_t *bits, unsigned which) { return bits[which / 8] >> which % 8 & 1; }

/* Letters by their lowest bits; what is no letter may look like one. */
static unsigned two_of(char first, char second) { return ((unsigned)first & 31) << 5 | ((unsigned)second & 31); }
static unsigned three_of(char first, char second, char third)
{
    return two_of(first, second) << 5 | ((unsigned)third & 31);
}

static unsigned hash_of(const char *text, size_t length)
{
    uint32_t hash = (uint32_t)length;
    for (size_t i = 0; i < length; i++) hash = hash * 31 + (unsigned char)text[i];
    return hash % (sizeof((coding__ending_marks *)0)->words * 8);
}

/* A rule of fewer letters than are marked goes with any others. */
static void mark_begin(const char *rule, size_t length, coding__ending_marks *marks)
{
    for (unsigned i = 0; i < (length > 2 ? 1u : length > 1 ? 32u : 1024u); i++) {
        char second = length > 1 ? rule[1] : (char)(i >> 5), third = length > 2 ? rule[2] : (char)(i & 31);
        mark(marks->begins, three_of(rule[0], second, third));
    }
}

static void mark_end(const char *rule, size_t length, coding__ending_marks *marks)
{
    for (unsigned i = 0; i < (length > 1 ? 1u : 32u); i++)
        mark(marks->ends, two_of(length > 1 ? rule[length - 2] : (char)i, rule[length - 1]));
}

void coding__mark_endings(const coding__table *table, coding__ending_marks *marks)
{
    memset(marks, 0, sizeof *marks);
    marks->first_tail = first_tail(table);
    for (uint32_t i = 0; i < table->count; i++) {
        const unsigned char *rule = rule_at(table, i);
        const char          *letters = (const char *)rule + CODING__ENDING_LETTERS;
        size_t               length = rule[CODING__ENDING_LENGTH];
        if (!is_sound(rule)) continue;
        switch (order_of(rule)) {
        case 0: mark_begin(letters, length, marks); break;
        case 1: mark(marks->words, hash_of(letters, length)); break;
        default: mark_end(letters, length, marks); break;
        }
    }
}

static bool may_be_respelled(const coding__ending_marks *marks, const word *w)
{
    for (size_t i = 0; i < *w->length; i++) {
        char third = i + 1 < *w->length ? w->text[i + 2] : '\0';
        if (is_marked(marks->begins, three_of(w->text[i], w->text[i + 1], third))) return true;
    }
    return false;
}

static bool may_have_tail(const coding__ending_marks *marks, const word *w)
{
    size_t length = *w->length;
    return length && is_marked(marks->ends, two_of(length > 1 ? w->text[length - 2] : '\0', w->text[length - 1]));
}

void coding__normalise_marked(const coding__table *table, const coding__ending_marks *marks,
                              char text[CODING__WORD_ROOM], uint8_t *length)
{
    word w = {text, length, NULL};
    if (may_be_respelled(marks, &w)) respell(table, &w);
    if (is_marked(marks->words, hash_of(text, *length)) && replace_word(table, &w)) return;
    if (may_have_tail(marks, &w)) replace_tail(table, marks->first_tail, &w);
}
