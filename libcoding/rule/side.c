#include "rule/side.h"

#include <string.h>

#include "rule/words.h"

static bool is(const char *word, size_t length, const char *text)
{
    return strlen(text) == length && memcmp(word, text, length) == 0;
}

static bool begins(const char *word, const char *text) { return strncmp(word, text, strlen(text)) == 0; }

/* Halves of the heart and its vessels are no sides of the body, and what was left in it is none. */
static bool is_no_side(const char *next)
{
    static const char *const beginnings[] = {"ventric", "heart", "atri", "bundle", "main coronary", "circumflex",
                                             "anterior descending", "in body", "against", "to ", "without", "prior"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (begins(next, beginnings[i])) return true;
    return false;
}

/* "Both eyes", but not "both hemorrhage and perforation". */
static bool is_pair(const char *next)
{
    return begins(next, "eyes ") || begins(next, "ears ") || begins(next, "sides ") || begins(next, "breasts ");
}

/* Right and left together are both. */
static unsigned side_of_word(const char *word, size_t length)
{
    const char *next = word + length + 1;
    if (is(word, length, "right")) return is_no_side(next) ? 0 : CODING__SIDE_RIGHT;
    if (is(word, length, "left")) return is_no_side(next) ? 0 : CODING__SIDE_LEFT;
    if (is(word, length, "bilateral") || (is(word, length, "both") && is_pair(next))) return CODING__SIDE_BOTH;
    return is(word, length, "unspecified") ? CODING__SIDE_UNSPECIFIED : 0;
}

/* Words that stand or fall with the side: "cataract, right eye" and "cataract, bilateral"; "unilateral osteoarthritis,
 * right knee" and "bilateral osteoarthritis of knee"; "right dominant side" and "unspecified side". */
static bool goes_with_side(const char *word, size_t length)
{
    static const char *const words[] = {"unilateral", "of",  "in",       "the",         "side",        "eye", "eyes",
                                        "ear",        "ears", "dominant", "nondominant", "non-dominant"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(word, length, words[i])) return true;
    return false;
}

/* Arteries are an artery: both sides are named in the plural. */
static size_t without_plural(const char *word, size_t length, char *to)
{
    bool ies = length > 4 && memcmp(word + length - 3, "ies", 3) == 0;
    if (ies) length -= 2;
    else if (length > 3 && word[length - 1] == 's') length--;
    memcpy(to, word, length);
    if (ies) to[length - 1] = 'y';
    to[length] = ' ';
    return length + 1;
}

static coding__side settled(unsigned seen)
{
    if (seen & CODING__SIDE_BOTH) return (coding__side)(seen & CODING__SIDE_BOTH);
    return (coding__side)seen;
}

void coding__side_of_title(const coding_book *book, uint32_t row, coding_date on, coding__sided *sided)
{
    char     words[CODING__TITLE_ROOM];
    unsigned seen = 0;
    size_t   written = 0;
    coding__title_words(book, row, on, words);
    for (const char *word = words + 1; *word;) {
        size_t   length = strcspn(word, " ");
        unsigned side = side_of_word(word, length);
        seen |= side;
        if (!side && !goes_with_side(word, length)) written += without_plural(word, length, sided->rest + written);
        word += length + 1;
    }
    sided->rest[written] = '\0';
    sided->side = settled(seen);
}

static coding__side side_of_modifier(const char *modifier)
{
    if (coding__has_word("RT E3 E4 F5 F6 F7 F8 F9 T5 T6 T7 T8 T9", modifier)) return CODING__SIDE_RIGHT;
    if (coding__has_word("LT E1 E2 FA F1 F2 F3 F4 TA T1 T2 T3 T4", modifier)) return CODING__SIDE_LEFT;
    return coding__has_word("50", modifier) ? CODING__SIDE_BOTH : CODING__SIDE_NONE;
}

coding__side coding__side_of_line(const coding__billed *line, coding_code *modifier)
{
    unsigned sides = 0;
    char     text[CODING_CODE_TEXT];
    for (size_t i = 0; i < CODING__MODIFIERS_MOST && line->line->modifiers[i]; i++) {
        coding__side side = side_of_modifier(coding_code_format(line->line->modifiers[i], text));
        if (side && !sides) *modifier = line->line->modifiers[i];
        sides |= side;
    }
    return (coding__side)sides;
}
