/* Numbers of persons: MBI, HICN, SSN. They are recognised and never become a code: a text that is one answers
 * CODING_DAMAGE_NO_CODE, one that is not says why. A HICN holds a social security number. */
#include "code/reading.h"

#include "code/digits.h"

#include "base/text.h"

#include <string.h>

/* A text without the blanks and dashes inside it, and where each character was. */
typedef struct number {
    char   text[16];
    size_t at[16];
    size_t count;
    bool   parted;
} number;

static bool parts(char c) { return c == '-' || c == ' '; }

/* `places` has bit n set where a dash or blank may stand before character n. */
static bool squeeze(const char *text, size_t length, unsigned places, number *own, coding_parsed *parsed)
{
    for (size_t i = 0; i < length; i++) {
        if (own->count == sizeof own->text) return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, i, length - i);
        bool first = i && !parts(text[i - 1]);
        if (parts(text[i]) && first && places >> own->count & 1) own->parted = true;
        else if (!coding__is_digit(text[i]) && !coding__is_letter(text[i]))
            return coding__damage_stray(parsed, false, text, length, i);
        else {
            own->at[own->count] = i;
            own->text[own->count++] = coding__to_upper(text[i]);
        }
    }
    return true;
}

static bool is_length(size_t least, size_t most, size_t length, const number *own, coding_parsed *parsed)
{
    if (own->count < least) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
    if (own->count > most) coding__damage(parsed, CODING_DAMAGE_TOO_LONG, own->at[most], length - own->at[most]);
    return !parsed->damage;
}

static bool recognised(size_t length, coding_parsed *parsed)
{
    return coding__damage(parsed, CODING_DAMAGE_NO_CODE, 0, length);
}

/* --- MBI: 1EG4-TE5-MK73. No check digit; S, L, O, I, B and Z are left out lest they be read as digits. */

static bool is_mbi_letter(char c) { return coding__is_letter(c) && !strchr("SLOIBZ", c); }

static bool fits_mbi(char c, char kind)
{
    switch (kind) {
    case '1': return c >= '1' && c <= '9';
    case '9': return coding__is_digit(c);
    case 'A': return is_mbi_letter(c);
    default: return coding__is_digit(c) || is_mbi_letter(c);
    }
}

static bool parse_mbi(const char *text, size_t length, coding_parsed *parsed)
{
    static const char kinds[] = "1AE9AE9AA99"; /* E: either */
    enum { CHARACTERS = sizeof kinds - 1, DASHES = 1 << 4 | 1 << 7 };
    number own = {0};
    if (!squeeze(text, length, DASHES, &own, parsed)) return false;
    for (size_t i = 0; i < own.count && i < CHARACTERS; i++) {
        if (fits_mbi(own.text[i], kinds[i])) continue;
        bool has = fits_mbi(own.text[i], 'E');
        return coding__damage(parsed, has ? CODING_DAMAGE_NOT_HERE : CODING_DAMAGE_BAD_CHARACTER, own.at[i], 1);
    }
    return is_length(CHARACTERS, CHARACTERS, length, &own, parsed) && recognised(length, parsed);
}

const coding__format coding__mbi = {
    .system = CODING_MBI, .name = "mbi", .title = "Medicare beneficiary identifier", .parse = parse_mbi};

/* --- SSN: 219-09-9999. Areas 000, 666 and 900 to 999, group 00 and serial 0000 are never given. */

enum { SSN_DIGITS = 9 };

static bool is_given(const number *own, coding_parsed *parsed)
{
    uint64_t area = coding__number_in(own->text, 3);
    if (area == 0 || area == 666 || area >= 900) coding__damage(parsed, CODING_DAMAGE_RESERVED, own->at[0], 3);
    else if (!coding__number_in(own->text + 3, 2)) coding__damage(parsed, CODING_DAMAGE_RESERVED, own->at[3], 2);
    else if (!coding__number_in(own->text + 5, 4)) coding__damage(parsed, CODING_DAMAGE_RESERVED, own->at[5], 4);
    return !parsed->damage;
}

static bool are_digits(size_t from, size_t past, const number *own, coding_parsed *parsed)
{
    for (size_t i = from; i < past && i < own->count; i++) {
        if (coding__is_digit(own->text[i])) continue;
        return coding__damage(parsed, CODING_DAMAGE_BAD_CHARACTER, own->at[i], 1);
    }
    return true;
}

static bool parse_ssn(const char *text, size_t length, coding_parsed *parsed)
{
    number own = {0};
    return squeeze(text, length, 1 << 3 | 1 << 5, &own, parsed) && are_digits(0, SSN_DIGITS, &own, parsed)
           && is_length(SSN_DIGITS, SSN_DIGITS, length, &own, parsed) && is_given(&own, parsed)
           && recognised(length, parsed);
}

const coding__format coding__ssn = {
    .system = CODING_SSN, .name = "ssn", .title = "Social security number", .parse = parse_ssn};

/* --- HICN: a social security number and how its holder is entitled (123456789A, C1), or a railroad's prefix and six
 * or nine digits (WCA123456). */

static bool parse_entitled(size_t length, const number *own, coding_parsed *parsed)
{
    if (!are_digits(0, SSN_DIGITS, own, parsed)) return false;
    if (!is_length(SSN_DIGITS + 1, SSN_DIGITS + 2, length, own, parsed)) return false;
    if (!strchr("ABCDEFHJKLMTW", own->text[SSN_DIGITS]))
        return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, own->at[SSN_DIGITS], 1);
    return is_given(own, parsed) && recognised(length, parsed);
}

/* The length of the railroad's prefix; 0 where it is none. */
static size_t prefix_of(const number *own)
{
    static const char *const prefixes[] = {"A",  "CA", "H",  "JA", "MA",  "MH",  "PA", "PD",
                                           "PH", "WA", "WD", "WH", "WCA", "WCD", "WCH"};
    size_t                   letters = 0;
    while (letters < own->count && coding__is_letter(own->text[letters])) letters++;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (strlen(prefixes[i]) == letters && !memcmp(prefixes[i], own->text, letters)) return letters;
    }
    return 0;
}

static bool parse_railroad(size_t length, const number *own, coding_parsed *parsed)
{
    size_t prefix = prefix_of(own);
    if (!prefix) return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, 0, 1);
    if (!are_digits(prefix, own->count, own, parsed)) return false;
    size_t digits = own->count > prefix + 6 ? 9 : 6;
    return is_length(prefix + digits, prefix + digits, length, own, parsed) && recognised(length, parsed);
}

static bool parse_hicn(const char *text, size_t length, coding_parsed *parsed)
{
    bool     railroad = length && coding__is_letter(text[0]);
    unsigned dashes = railroad ? 1 << 1 | 1 << 2 | 1 << 3 : 1 << 3 | 1 << 5 | 1 << 9;
    number   own = {0};
    if (!squeeze(text, length, dashes, &own, parsed)) return false;
    return railroad ? parse_railroad(length, &own, parsed) : parse_entitled(length, &own, parsed);
}

const coding__format coding__hicn = {
    .system = CODING_HICN, .name = "hicn", .title = "Health insurance claim number", .parse = parse_hicn};

/* --- Which of them is it? */

static bool is_one(const coding__format *format, const coding__reading *reading)
{
    coding_parsed parsed = {0};
    format->parse(reading->text, reading->count, &parsed);
    return parsed.damage == CODING_DAMAGE_NO_CODE;
}

/* Nine digits in a row are too often something else. */
static bool is_parted(const coding__reading *reading) { return reading->count > 3 && parts(reading->text[3]); }

coding_system coding__recognise_person(const char *text, size_t length, coding_span *span)
{
    coding__reading reading;
    *span = (coding_span){0, 0};
    coding__read(&reading, text, length);
    if (reading.cut || reading.damage) return CODING_ANY;
    *span = (coding_span){reading.begin, reading.past - reading.begin};
    if (is_one(&coding__mbi, &reading)) return CODING_MBI;
    if (is_one(&coding__ssn, &reading) && is_parted(&reading)) return CODING_SSN;
    if (is_one(&coding__hicn, &reading)) return CODING_HICN;
    *span = (coding_span){0, 0};
    return CODING_ANY;
}
