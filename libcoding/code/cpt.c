/* CPT: five digits, or four and a letter that names the category. The letter stands last: 0001U is a proprietary
 * laboratory analysis, U0001 is HCPCS. Modifiers may follow. Whether a number is in use is the AMA's to say. */
#include "code/shape.h"

#include "base/text.h"

#include <string.h>

enum { CHARACTERS = 5, LAST = CHARACTERS - 1 };

static const char categories[] = "AFMTU";

#define D CODING__DIGIT
#define L CODING__LETTER
static const coding__shape digits = {
    .least = CHARACTERS, .most = CHARACTERS, .kinds = {D, D, D, D, D}, .elsewhere = categories};
static const coding__shape lettered = {.least = CHARACTERS, .most = CHARACTERS, .kinds = {D, D, D, D, L}};
#undef D
#undef L

static bool is_lettered(const char *text, size_t length)
{
    return length > LAST && coding__is_letter(text[LAST]) && strchr(categories, coding__to_upper(text[LAST]));
}

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    size_t head = coding__head_of(text, length, CHARACTERS);
    return coding__shape_parse(is_lettered(text, head) ? &lettered : &digits, CODING_CPT, text, head, parsed)
           && coding__read_modifiers(text, length, head, parsed);
}

const coding__format coding__cpt = {.system = CODING_CPT, .name = "cpt", .title = "CPT", .parse = parse};

coding_cpt_category coding_cpt_category_of(coding_code code)
{
    if (coding_code_system(code) != CODING_CPT) return CODING_CPT_NONE;
    switch (coding_code_character(code, LAST)) {
    case '\0': return CODING_CPT_NONE;
    case 'A': return CODING_CPT_VACCINE;
    case 'F': return CODING_CPT_CATEGORY_2;
    case 'M': return CODING_CPT_MAAA;
    case 'T': return CODING_CPT_CATEGORY_3;
    case 'U': return CODING_CPT_PLA;
    default: return CODING_CPT_CATEGORY_1;
    }
}
