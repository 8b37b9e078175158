#include "code/format.h"

const coding__format *coding__format_of(coding_system system)
{
#define FORMAT_HERE(number, name) [CODING_##number] = &coding__##name,
    static const coding__format *const formats[CODING_SCTID + 1] = {CODING__FORMATS(FORMAT_HERE)};
#undef FORMAT_HERE
    return (unsigned)system <= CODING_SCTID ? formats[system] : NULL;
}

bool coding__fits(const coding__format *format, const char *text, size_t length)
{
    coding_parsed parsed = {0};
    return format->parse(text, length, &parsed);
}

bool coding__damage(coding_parsed *parsed, coding_damage damage, size_t offset, size_t length)
{
    *parsed = (coding_parsed){.damage = damage, .span = {offset, length}};
    return false;
}

static coding_damage stray(bool dotted, char c)
{
    if (c == ' ') return CODING_DAMAGE_BLANK;
    if (c == '-' || c == '~') return CODING_DAMAGE_DASH;
    if (c == ',' && dotted) return CODING_DAMAGE_COMMA;
    if (c == '.' && dotted) return CODING_DAMAGE_DOT_PLACE;
    return CODING_DAMAGE_BAD_CHARACTER;
}

bool coding__damage_stray(coding_parsed *parsed, bool dotted, const char *text, size_t length, size_t at)
{
    coding_damage damage = stray(dotted, text[at]);
    bool          runs = damage == CODING_DAMAGE_BLANK || damage == CODING_DAMAGE_DASH;
    size_t        past = at + 1;
    while (runs && past < length && stray(dotted, text[past]) == damage) past++;
    return coding__damage(parsed, damage, at, past - at);
}

bool coding__damage_check_digit(coding_parsed *parsed, size_t length, char expected)
{
    coding__damage(parsed, CODING_DAMAGE_CHECK_DIGIT, length - 1, 1);
    parsed->expected = expected;
    return false;
}

char *coding__print_number(uint64_t number, unsigned width, char *text)
{
    char     digits[20];
    unsigned count = 0;
    for (; count < sizeof digits && (number || count < width); number /= 10)
        digits[count++] = (char)('0' + number % 10);
    while (count) *text++ = digits[--count];
    return text;
}
