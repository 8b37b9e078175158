/* NDC: labeler, product, package. The FDA prints ten digits with dashes (4-4-2, 5-3-2, 5-4-1), HIPAA bills eleven
 * (5-4-2), and from 2033-03-07 all will be twelve (6-4-2); a code holds the eleven. With dashes the form is known;
 * ten bare digits may be any of three, and none is chosen. Also read: the qualifier N4 of claims in front, and an
 * asterisk for the zero that was put in (12345-*678-90). A product is the same without its package.
 *
 * Letters stood in the products and packages of what is no drug: kept out, as is a labeler that needs six digits. */
#include "code/digits.h"

#include "base/text.h"

enum { LABELER, PRODUCT, PACKAGE, SEGMENTS };

typedef struct segment {
    size_t at;
    size_t length;
} segment;

/* A text cut at its dashes. */
typedef struct drug {
    segment segments[SEGMENTS];
    size_t  count;
    size_t  wanted;  /* 3, or 2 for a product */
    bool    spelled; /* as we would: no N4, no asterisk */
} drug;

static const unsigned char least[SEGMENTS] = {4, 3, 1};
static const unsigned char billed[SEGMENTS] = {5, 4, 2};
static const unsigned char most[SEGMENTS] = {6, 4, 2};

/* Ten digits, by coding_ndc_form; the first two are also what eight digits of a product may be. */
static const unsigned char forms[][SEGMENTS] = {{4, 4, 2}, {5, 3, 2}, {5, 4, 1}};

/* A character that is neither digit nor a dash between segments. */
static bool damage_character(const char *text, size_t length, size_t at, const drug *own, coding_parsed *parsed)
{
    bool past_labeler = own->count > 1 || at - own->segments[LABELER].at >= billed[LABELER];
    if (coding__is_letter(text[at]) && past_labeler) return coding__damage(parsed, CODING_DAMAGE_RESERVED, at, 1);
    return coding__damage_stray(parsed, false, text, length, at);
}

/* An asterisk begins a segment, beside a dash. */
static bool is_asterisk(const char *text, size_t length, size_t at, segment last)
{
    bool   dashed = last.at > 0 && text[last.at - 1] == '-';
    size_t past = at + 1;
    if (text[at] != '*' || last.length) return false;
    while (past < length && coding__is_digit(text[past])) past++;
    return dashed || (past < length && text[past] == '-');
}

static bool cut(const char *text, size_t length, drug *own, coding_parsed *parsed)
{
    size_t begin = length > 2 && coding__to_upper(text[0]) == 'N' && text[1] == '4' ? 2 : 0;
    own->segments[LABELER].at = begin;
    own->count = 1;
    own->spelled = !begin;
    for (size_t i = begin; i < length; i++) {
        segment *last = &own->segments[own->count - 1];
        bool     asterisk = is_asterisk(text, length, i, *last);
        if (text[i] == '-' && last->length && own->count < SEGMENTS) own->segments[own->count++].at = i + 1;
        else if (!coding__is_digit(text[i]) && !asterisk) return damage_character(text, length, i, own, parsed);
        else last->length++;
        own->spelled &= !asterisk;
    }
    return true;
}

static size_t past_of(segment part) { return part.at + part.length; }

/* At most one segment may be a digit short of what is billed, or have an asterisk for it; none where the labeler has
 * six. */
static bool is_form(const char *text, const drug *own, size_t *last_short)
{
    unsigned shorts = 0;
    for (size_t i = 0; i < own->count; i++) {
        if (own->segments[i].length >= billed[i] && text[own->segments[i].at] != '*') continue;
        shorts++;
        *last_short = past_of(own->segments[i]);
    }
    return shorts <= (own->segments[LABELER].length == most[LABELER] ? 0u : 1u);
}

static bool are_segments_good(const char *text, size_t length, const drug *own, coding_parsed *parsed)
{
    size_t missing = 0;
    for (size_t i = 0; i < own->count; i++) {
        segment part = own->segments[i];
        bool    full = part.length && text[part.at] == '*'; /* with the zero that was put in */
        size_t  few = full ? billed[i] : least[i], many = full ? billed[i] : most[i];
        if (i == own->wanted) coding__damage(parsed, CODING_DAMAGE_TOO_LONG, part.at - 1, length - part.at + 1);
        else if (part.length < few) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, past_of(part), 0);
        else if (part.length > many) coding__damage(parsed, CODING_DAMAGE_TOO_LONG, part.at + many, part.length - many);
        if (parsed->damage) return false;
    }
    bool six = own->segments[LABELER].length == most[LABELER] && text[own->segments[LABELER].at] != '0';
    if (own->count < own->wanted) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, length, 0);
    else if (!is_form(text, own, &missing)) coding__damage(parsed, CODING_DAMAGE_TOO_SHORT, missing, 0);
    else if (six) coding__damage(parsed, CODING_DAMAGE_RESERVED, own->segments[LABELER].at, 1);
    return !parsed->damage;
}

/* Zeros in front of a segment do not change its number, so every form fills the same places. */
static uint64_t number_of(const char *text, const drug *own)
{
    static const unsigned scale[SEGMENTS] = {0, 10000, 100};
    uint64_t              number = 0;
    for (size_t i = 0; i < own->wanted; i++) {
        segment part = own->segments[i];
        bool    asterisk = text[part.at] == '*';
        number = number * scale[i] + coding__number_in(text + part.at + asterisk, part.length - asterisk);
    }
    return number;
}

static bool read_dashed(coding_system system, const char *text, size_t length, const drug *own, coding_parsed *parsed)
{
    if (!are_segments_good(text, length, own, parsed)) return false;
    parsed->code = coding__code_start(system) | number_of(text, own);
    parsed->changed = !own->spelled;
    for (size_t i = 0; i < own->wanted; i++) parsed->changed |= own->segments[i].length != billed[i];
    return true;
}

/* The digits, cut into segments of these lengths. */
static coding_code cut_by(const unsigned char *lengths, coding_system system, const char *digits, size_t wanted)
{
    drug own = {.wanted = wanted};
    for (size_t i = 0, at = 0; i < wanted; at += lengths[i++]) own.segments[i] = (segment){at, lengths[i]};
    return coding__code_start(system) | number_of(digits, &own);
}

/* One digit short of what is billed: a reading for each place where the zero may be missing. */
static bool read_ambiguous(coding_system system, const char *digits, segment whole, size_t wanted,
                           coding_parsed *parsed)
{
    size_t count = 0;
    coding__damage(parsed, CODING_DAMAGE_AMBIGUOUS_FORM, whole.at, whole.length);
    for (size_t i = 0; i < wanted; i++) {
        coding_code reading = cut_by(forms[i], system, digits, wanted);
        bool        known = false;
        for (size_t j = 0; j < count; j++) known |= parsed->alternatives[j] == reading;
        if (!known) parsed->alternatives[count++] = reading;
    }
    return false;
}

static bool read_bare(coding_system system, const char *text, const drug *own, coding_parsed *parsed)
{
    size_t      full = own->wanted == SEGMENTS ? 11 : 9;
    size_t      uniform = own->wanted == SEGMENTS ? full + 1 : full;
    segment     whole = own->segments[LABELER];
    const char *digits = text + whole.at;
    if (whole.length == full - 1) return read_ambiguous(system, digits, whole, own->wanted, parsed);
    if (!coding__are_so_many_digits(full, uniform, digits, whole.length, parsed)) {
        parsed->span.offset += whole.at;
        return false;
    }
    if (whole.length > full && digits[0] != '0') return coding__damage(parsed, CODING_DAMAGE_RESERVED, whole.at, 1);
    parsed->code = coding__code_start(system) | coding__number_in(digits, whole.length);
    parsed->changed = true; /* the dashes are missing */
    return true;
}

static bool parse_as(coding_system system, size_t wanted, const char *text, size_t length, coding_parsed *parsed)
{
    drug own = {.wanted = wanted};
    if (!cut(text, length, &own, parsed)) return false;
    if (own.count == 1) return read_bare(system, text, &own, parsed);
    return read_dashed(system, text, length, &own, parsed);
}

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    return parse_as(CODING_NDC, SEGMENTS, text, length, parsed);
}

static bool parse_product(const char *text, size_t length, coding_parsed *parsed)
{
    return parse_as(CODING_NDC_PRODUCT, PACKAGE, text, length, parsed);
}

/* The number in segments of these widths, the last one first; `dashed` or run together. */
static char *print_as(const unsigned char *widths, size_t wanted, uint64_t number, bool dashed, char *text)
{
    uint64_t parts[SEGMENTS] = {0};
    if (wanted == SEGMENTS) {
        parts[PACKAGE] = number % 100;
        number /= 100;
    }
    parts[PRODUCT] = number % 10000;
    parts[LABELER] = number / 10000;
    for (size_t i = 0; i < wanted; i++) {
        if (i && dashed) *text++ = '-';
        text = coding__print_number(parts[i], widths[i], text);
    }
    return text;
}

static char *print(coding_code code, bool bare, char *text)
{
    return print_as(billed, SEGMENTS, coding__number_of(code), !bare, text);
}

static char *print_product(coding_code code, bool bare, char *text)
{
    return print_as(billed, PACKAGE, coding__number_of(code), !bare, text);
}

/* Is there a zero in the place where the form has none? */
static bool may_be_printed(uint64_t number, coding_ndc_form form)
{
    switch (form) {
    case CODING_NDC_442: return number / 1000000 < 10000;
    case CODING_NDC_532: return number / 100 % 10000 < 1000;
    case CODING_NDC_541: return number % 100 < 10;
    case CODING_NDC_642: return true;
    }
    return false;
}

const char *coding_ndc_format(coding_code code, coding_ndc_form form, char text[CODING_CODE_TEXT])
{
    uint64_t number = coding__number_of(code);
    char    *end = text;
    if (coding_code_system(code) == CODING_NDC && may_be_printed(number, form))
        end = print_as(form == CODING_NDC_642 ? most : forms[form], SEGMENTS, number, true, text);
    *end = '\0';
    return text;
}

const coding__format coding__ndc = {.system = CODING_NDC,
                                    .name = "ndc",
                                    .title = "National drug code",
                                    .parse = parse,
                                    .print = print,
                                    .holds_number = true};

const coding__format coding__ndc_product = {.system = CODING_NDC_PRODUCT,
                                            .name = "ndc-product",
                                            .title = "National drug code, product",
                                            .parse = parse_product,
                                            .print = print_product,
                                            .holds_number = true};
