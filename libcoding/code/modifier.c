/* Modifiers: two characters. Two digits from 22 to 99, a digit and P (1P), or a letter and either (LT, E1, P3). Two
 * letters may also be the origin and destination of an ambulance (RH), so all pairs of letters are well formed. */
#include "code/shape.h"

#include "base/text.h"

enum { CHARACTERS = 2, MODIFIERS = 4, LEAST_NUMBER = 22 };

static const coding__shape shape = {.least = CHARACTERS, .most = CHARACTERS, .kinds = {CODING__EITHER, CODING__EITHER}};

/* Where the two characters are no modifier: the place of the one that cannot stand there. */
static size_t misplaced(const char *text)
{
    if (coding__is_letter(text[0])) return CHARACTERS;
    if (coding__is_letter(text[1])) return coding__to_upper(text[1]) == 'P' ? CHARACTERS : 1;
    return (text[0] - '0') * 10 + (text[1] - '0') >= LEAST_NUMBER ? CHARACTERS : 0;
}

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__shape_parse(&shape, CODING_MODIFIER, text, length, parsed)) return false;
    size_t at = misplaced(text);
    return at == CHARACTERS || coding__damage(parsed, CODING_DAMAGE_NOT_HERE, at, 1);
}

const coding__format coding__modifier = {
    .system = CODING_MODIFIER, .name = "modifier", .title = "Modifier", .parse = parse};

static bool parts(char c) { return c == '-' || c == ' '; }

size_t coding__head_of(const char *text, size_t length, size_t most)
{
    size_t head = 0;
    while (head < length && head < most && !parts(text[head])) head++;
    return head ? head : length;
}

/* One modifier after its dash or blanks: the text from `dash` on, the modifier from `at` to `past`. */
typedef struct piece {
    size_t dash;
    size_t at;
    size_t past;
} piece;

/* Between code and modifier stand blanks, a dash, or both. */
static piece next_piece(const char *text, size_t length, size_t at)
{
    piece next = {at, at, at};
    while (next.at < length && text[next.at] == ' ') next.at++;
    if (next.at < length && text[next.at] == '-') next.dash = next.at++;
    while (next.at < length && text[next.at] == ' ') next.at++;
    next.past = next.at;
    while (next.past < length && !parts(text[next.past])) next.past++;
    return next;
}

/* A dash with nothing behind it, or with the end of a range of codes: 99202-99215, 99202-15. */
static bool is_dash(const char *text, piece next)
{
    for (size_t i = next.at; i < next.past; i++) {
        if (!coding__is_digit(text[i])) return false;
    }
    return text[next.dash] == '-';
}

static bool damage_piece(const char *text, piece next, coding_parsed *parsed)
{
    if (is_dash(text, next)) return coding__damage(parsed, CODING_DAMAGE_DASH, next.dash, 1);
    parse(text + next.at, next.past - next.at, parsed);
    parsed->span.offset += next.at;
    return false;
}

/* What follows a code without blank or dash. */
static bool damage_tail(const char *text, size_t length, size_t at, coding_parsed *parsed)
{
    if (coding__is_digit(text[at]) || coding__is_letter(text[at]))
        return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, at, length - at);
    return coding__damage_stray(parsed, false, text, length, at);
}

bool coding__read_modifiers(const char *text, size_t length, size_t at, coding_parsed *parsed)
{
    for (size_t count = 0; at < length; count++) {
        if (!parts(text[at])) return damage_tail(text, length, at, parsed);
        piece         next = next_piece(text, length, at);
        coding_parsed one = {0};
        bool          good = parse(text + next.at, next.past - next.at, &one);
        if (!good) return damage_piece(text, next, parsed);
        if (count == MODIFIERS) return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, next.at, length - next.at);
        parsed->modifiers[count] = one.code;
        parsed->changed |= one.changed || text[at] != '-' || next.at != at + 1;
        at = next.past;
    }
    return true;
}
