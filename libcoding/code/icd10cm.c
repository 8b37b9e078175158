/* ICD-10-CM: a letter, two letters or digits, then up to four more behind a dot. Position 2 may be a letter since
 * FY2026 (QA0), and no letter is kept out of any place: I1A.0, Y93.I1, O9A, U07.1 are real.
 *
 * X holds a place open and never ends a code. Headers do end in X, at four characters (J09.X) and at five (T36.0X);
 * no row of any year ends in X at six or seven, so there it is damage. */
#include "code/shape.h"

#include "base/text.h"

enum { DOT = 3, PLACES_HELD = 6 };

static const coding__shape shape = {.least = 3,
                                    .most = 7,
                                    .dot = DOT,
                                    .kinds = {CODING__LETTER, CODING__EITHER, CODING__EITHER, CODING__EITHER,
                                              CODING__EITHER, CODING__EITHER, CODING__EITHER}};

static bool ends_in_x(const char *text, size_t length) { return length && coding__to_upper(text[length - 1]) == 'X'; }

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__shape_parse(&shape, CODING_ICD10CM, text, length, parsed)) return false;
    if (!ends_in_x(text, length) || !coding__symbol_at(parsed->code, PLACES_HELD - 1)) return true;
    size_t begin = length;
    while (ends_in_x(text, begin)) begin--;
    return coding__damage(parsed, CODING_DAMAGE_TRAILING_X, begin, length - begin);
}

static char *print(coding_code code, bool bare, char *text)
{
    return coding__print_characters(code, bare ? 0 : DOT, text);
}

const coding__format coding__icd10cm = {
    .system = CODING_ICD10CM, .name = "icd10cm", .title = "ICD-10-CM", .parse = parse, .print = print, .dotted = true};
