/* HCPCS Level II: a letter from A to V and four digits; modifiers may follow. W to Z were local codes, gone since
 * 2004: kept out by rule. The letter stands first; where it stands last the code is CPT (0001U). */
#include "code/shape.h"

#include "base/text.h"

enum { CHARACTERS = 5 };

#define D CODING__DIGIT
static const coding__shape shape = {.least = CHARACTERS, .most = CHARACTERS, .kinds = {CODING__LETTER, D, D, D, D}};
#undef D

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    size_t head = coding__head_of(text, length, CHARACTERS);
    if (!coding__shape_parse(&shape, CODING_HCPCS, text, head, parsed)) return false;
    if (coding__to_upper(text[0]) > 'V') return coding__damage(parsed, CODING_DAMAGE_RESERVED, 0, 1);
    return coding__read_modifiers(text, length, head, parsed);
}

const coding__format coding__hcpcs = {
    .system = CODING_HCPCS, .name = "hcpcs", .title = "HCPCS Level II", .parse = parse};
