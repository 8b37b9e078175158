#include "code/shape.h"

#include "base/text.h"

#include <string.h>

/* What each byte is, in one load: its symbol in the low six bits, its kinds above. Bytes of no code are 0. */
enum { LOWER = 0x200 };

#define DIGIT(symbol) ((symbol) | CODING__DIGIT | CODING__CLEAR)
#define UPPER(symbol) ((symbol) | CODING__LETTER | CODING__CLEAR)
#define SMALL(symbol) (UPPER(symbol) | LOWER)

/* I and O, which ICD-10-PCS keeps out. */
#define UPPER_IO(symbol) ((symbol) | CODING__LETTER)
#define SMALL_IO(symbol) (UPPER_IO(symbol) | LOWER)

static const uint16_t bytes[256] = {
    ['0'] = DIGIT(1),     ['1'] = DIGIT(2),  ['2'] = DIGIT(3),  ['3'] = DIGIT(4),     ['4'] = DIGIT(5),
    ['5'] = DIGIT(6),     ['6'] = DIGIT(7),  ['7'] = DIGIT(8),  ['8'] = DIGIT(9),     ['9'] = DIGIT(10),
    ['A'] = UPPER(11),    ['B'] = UPPER(12), ['C'] = UPPER(13), ['D'] = UPPER(14),    ['E'] = UPPER(15),
    ['F'] = UPPER(16),    ['G'] = UPPER(17), ['H'] = UPPER(18), ['I'] = UPPER_IO(19), ['J'] = UPPER(20),
    ['K'] = UPPER(21),    ['L'] = UPPER(22), ['M'] = UPPER(23), ['N'] = UPPER(24),    ['O'] = UPPER_IO(25),
    ['P'] = UPPER(26),    ['Q'] = UPPER(27), ['R'] = UPPER(28), ['S'] = UPPER(29),    ['T'] = UPPER(30),
    ['U'] = UPPER(31),    ['V'] = UPPER(32), ['W'] = UPPER(33), ['X'] = UPPER(34),    ['Y'] = UPPER(35),
    ['Z'] = UPPER(36),    ['a'] = SMALL(11), ['b'] = SMALL(12), ['c'] = SMALL(13),    ['d'] = SMALL(14),
    ['e'] = SMALL(15),    ['f'] = SMALL(16), ['g'] = SMALL(17), ['h'] = SMALL(18),    ['i'] = SMALL_IO(19),
    ['j'] = SMALL(20),    ['k'] = SMALL(21), ['l'] = SMALL(22), ['m'] = SMALL(23),    ['n'] = SMALL(24),
    ['o'] = SMALL_IO(25), ['p'] = SMALL(26), ['q'] = SMALL(27), ['r'] = SMALL(28),    ['s'] = SMALL(29),
    ['t'] = SMALL(30),    ['u'] = SMALL(31), ['v'] = SMALL(32), ['w'] = SMALL(33),    ['x'] = SMALL(34),
    ['y'] = SMALL(35),    ['z'] = SMALL(36)};

/* What reading has met so far. */
typedef struct row {
    coding_code symbols;
    unsigned    met;
    unsigned    against; /* not 0: a character is not of the kind of its place */
} row;

/* The fast path of every format of this kind: a load a character, no branch on what it is. */
static inline void take(row *own, const uint16_t *kinds, const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        unsigned byte = bytes[(unsigned char)text[i]];
        own->against |= !(byte & kinds[i]);
        own->met |= byte;
        own->symbols = own->symbols << CODING__SYMBOL_BITS | (byte & 63u);
    }
}

coding_code coding__shape_read(const coding__shape *shape, coding_system system, const char *text, size_t length,
                               bool *changed)
{
    size_t dot = shape->dot;
    bool   dotted = dot && length > dot && text[dot] == '.';
    size_t count = length - dotted;
    if (count < shape->least || count > shape->most) return 0;

    row    own = {0, 0, 0};
    size_t before = dotted ? dot : count;
    take(&own, shape->kinds, text, before);
    take(&own, shape->kinds + before, text + before + dotted, count - before);
    if (own.against) return 0;
    *changed = (own.met & LOWER) || dotted != (dot && count > dot);
    return coding__code_start(system) | own.symbols << CODING__SYMBOL_BITS * (CODING__SYMBOLS - count);
}

static bool has(const coding__shape *shape, char c)
{
    unsigned byte = bytes[(unsigned char)c];
    for (size_t i = 0; i < shape->most; i++) {
        if (byte & shape->kinds[i]) return true;
    }
    return byte && shape->elsewhere && strchr(shape->elsewhere, coding__to_upper(c));
}

bool coding__shape_damage(const coding__shape *shape, const char *text, size_t length, coding_parsed *parsed)
{
    size_t count = 0;
    bool   dotted = false;
    for (size_t i = 0; i < length; i++) {
        unsigned byte = bytes[(unsigned char)text[i]];
        if (text[i] == '.' && shape->dot && count == shape->dot && !dotted) dotted = true;
        else if (!byte) return coding__damage_stray(parsed, shape->dot != 0, text, length, i);
        else if (count == shape->most) return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, i, length - i);
        else if (byte & shape->kinds[count]) count++;
        else
            return coding__damage(parsed, has(shape, text[i]) ? CODING_DAMAGE_NOT_HERE : CODING_DAMAGE_BAD_CHARACTER, i,
                                  1);
    }
    return count >= shape->least || coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
}

bool coding__shape_parse(const coding__shape *shape, coding_system system, const char *text, size_t length,
                         coding_parsed *parsed)
{
    parsed->code = coding__shape_read(shape, system, text, length, &parsed->changed);
    return parsed->code || coding__shape_damage(shape, text, length, parsed);
}
