/* Short codes whose form is a few digits or letters: a shape each, and what the system keeps out by its own rule. */
#include "code/shape.h"

#include "base/text.h"
#include "code/digits.h"

#include <string.h>

#define D CODING__DIGIT
#define L CODING__LETTER
#define E CODING__EITHER
static const coding__shape two_digits = {.least = 2, .most = 2, .kinds = {D, D}};
static const coding__shape three_digits = {.least = 3, .most = 3, .kinds = {D, D, D}};
static const coding__shape up_to_three_digits = {.least = 1, .most = 3, .kinds = {D, D, D}};
static const coding__shape four_digits = {.least = 4, .most = 4, .kinds = {D, D, D, D}};
static const coding__shape bill_type = {.least = 4, .most = 4, .kinds = {D, D, D, E}};
static const coding__shape one_character = {.least = 1, .most = 1, .kinds = {E}};
static const coding__shape manufacturer = {.least = 2, .most = 3, .kinds = {L, L, L}};
static const coding__shape nine_characters = {.least = 9, .most = 9, .kinds = {E, E, E, E, E, E, E, E, E}};
#undef D
#undef L
#undef E

/* Numbers outside their range are kept out. */
static bool keep(unsigned least, unsigned most, const char *text, size_t length, coding_parsed *parsed)
{
    uint64_t number = coding__number_in(text, length);
    return (number >= least && number <= most) || coding__damage(parsed, CODING_DAMAGE_RESERVED, 0, length);
}

static bool parse_pos(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&two_digits, CODING_POS, text, length, parsed) && keep(1, 99, text, length, parsed);
}

const coding__format coding__pos = {
    .system = CODING_POS, .name = "pos", .title = "Place of service", .parse = parse_pos};

/* An X in the last place is how manuals write a family (045X): no code to bill. */
static bool parse_revenue(const char *text, size_t length, coding_parsed *parsed)
{
    if (coding__shape_parse(&four_digits, CODING_REVENUE, text, length, parsed)) return true;
    bool family = length == 4 && parsed->span.offset == 3 && coding__to_upper(text[3]) == 'X';
    return family && coding__damage(parsed, CODING_DAMAGE_TRAILING_X, 3, 1);
}

const coding__format coding__revenue = {
    .system = CODING_REVENUE, .name = "revenue", .title = "Revenue code", .parse = parse_revenue};

/* A leading 0, facility, classification, frequency. Claims on paper print the 0, people leave it out. */
static bool parse_tob(const char *text, size_t length, coding_parsed *parsed)
{
    char full[4] = "0";
    bool shortened = length == 3 && text[0] != '0';
    for (size_t i = 0; shortened && i < length; i++) full[i + 1] = text[i];
    if (!coding__shape_parse(&bill_type, CODING_TOB, shortened ? full : text, shortened ? 4 : length, parsed)) {
        parsed->span.offset -= shortened;
        return false;
    }
    if (!shortened && text[0] != '0') return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, 0, 1);
    if (!shortened && text[1] == '0') return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, 1, 1);
    parsed->changed |= shortened;
    return true;
}

const coding__format coding__tob = {.system = CODING_TOB, .name = "tob", .title = "Type of bill", .parse = parse_tob};

static bool parse_msdrg(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&three_digits, CODING_MSDRG, text, length, parsed) && keep(1, 999, text, length, parsed);
}

const coding__format coding__msdrg = {.system = CODING_MSDRG, .name = "msdrg", .title = "MS-DRG", .parse = parse_msdrg};

/* 00 is what is grouped before any body system. */
static bool parse_mdc(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&two_digits, CODING_MDC, text, length, parsed) && keep(0, 25, text, length, parsed);
}

const coding__format coding__mdc = {
    .system = CODING_MDC, .name = "mdc", .title = "Major diagnostic category", .parse = parse_mdc};

static bool parse_discharge(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&two_digits, CODING_DISCHARGE, text, length, parsed);
}

const coding__format coding__discharge = {
    .system = CODING_DISCHARGE, .name = "discharge", .title = "Discharge status", .parse = parse_discharge};

/* Yes, no, unknown, cannot be told; 1 was "exempt" in the old form of the claim, where now a blank stands. */
static bool parse_poa(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__shape_parse(&one_character, CODING_POA, text, length, parsed)) return false;
    return strchr("YNUW1", coding__to_upper(text[0])) || coding__damage(parsed, CODING_DAMAGE_BAD_CHARACTER, 0, 1);
}

const coding__format coding__poa = {
    .system = CODING_POA, .name = "poa", .title = "Present on admission", .parse = parse_poa};

/* A number, written with at least two digits: 3, 03 and 003 are one vaccine. */
static bool parse_cvx(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__shape_parse(&up_to_three_digits, CODING_CVX, text, length, parsed)) return false;
    if (length == 2 || (length == 3 && text[0] != '0')) return true;
    const char two[] = {length == 1 ? '0' : text[1], text[length - 1]};
    parsed->code = coding__code_of(CODING_CVX, two, sizeof two);
    return parsed->changed = true;
}

const coding__format coding__cvx = {.system = CODING_CVX, .name = "cvx", .title = "CVX (vaccine)", .parse = parse_cvx};

static bool parse_mvx(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&manufacturer, CODING_MVX, text, length, parsed);
}

const coding__format coding__mvx = {
    .system = CODING_MVX, .name = "mvx", .title = "MVX (vaccine manufacturer)", .parse = parse_mvx};

/* Nine characters, of which a code holds all, and an X, which needs no holding. */
static bool parse_taxonomy(const char *text, size_t length, coding_parsed *parsed)
{
    enum { LAST = 9 };
    size_t held = length > LAST ? LAST : length;
    if (!coding__shape_parse(&nine_characters, CODING_TAXONOMY, text, held, parsed)) return false;
    if (length == LAST) return coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, LAST, 0);
    if (!coding__is_letter(text[LAST]) && !coding__is_digit(text[LAST]))
        return coding__damage_stray(parsed, false, text, length, LAST);
    if (coding__to_upper(text[LAST]) != 'X') return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, LAST, 1);
    if (length > LAST + 1) return coding__damage(parsed, CODING_DAMAGE_TOO_LONG, LAST + 1, length - LAST - 1);
    parsed->changed |= text[LAST] == 'x';
    return true;
}

const coding__format coding__taxonomy = {
    .system = CODING_TAXONOMY, .name = "taxonomy", .title = "Provider taxonomy", .parse = parse_taxonomy, .last = 'X'};
