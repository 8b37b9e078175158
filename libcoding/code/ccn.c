/* CCN, the number of a facility certified by CMS: six digits, the first two its state; the third may be a letter. */
#include "code/shape.h"

#define D CODING__DIGIT
static const coding__shape shape = {.least = 6, .most = 6, .kinds = {D, D, CODING__EITHER, D, D, D}};
#undef D

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&shape, CODING_CCN, text, length, parsed);
}

const coding__format coding__ccn = {
    .system = CODING_CCN, .name = "ccn", .title = "CMS certification number", .parse = parse};
