/* Reading a code. Formats read what is spelled as they would; most texts are, and cost no more than that. Only where a
 * format says no is the text read again without what may be passed over in silence, and its damage looked into. */
#include "code/field.h"
#include "code/format.h"
#include "code/reading.h"

/* Damages that a format is sure of. Others may be the look of something larger: a title begins with a blank. */
static bool is_sure(coding_damage damage)
{
    return damage == CODING_DAMAGE_NO_CODE || damage == CODING_DAMAGE_AMBIGUOUS_FORM ||
           damage == CODING_DAMAGE_CHECK_DIGIT || damage == CODING_DAMAGE_RESERVED;
}

static coding_parsed damaged(coding_damage damage, size_t offset, size_t length)
{
    coding_parsed parsed = {.damage = damage, .span = {offset, length}};
    return parsed;
}

static coding_parsed read_again(const coding__format *format, const char *text, size_t length)
{
    coding__reading reading;
    coding_parsed   parsed = {0};
    coding__read(&reading, text, length);
    if (reading.damage) return damaged(reading.damage, reading.begin, reading.damage == CODING_DAMAGE_NOT_UTF8);

    bool good = format->parse(reading.text, reading.count, &parsed);
    if (good && reading.cut) coding__damage(&parsed, CODING_DAMAGE_TOO_LONG, reading.count, 0);
    else if (good) parsed.changed = true;
    if (!parsed.damage) return parsed;
    if (!is_sure(parsed.damage)) coding__field_damage(format, reading.text, reading.count, &parsed);
    parsed.span = coding__reading_span(&reading, parsed.span.offset, parsed.span.length);
    return parsed;
}

coding_parsed coding_parse(coding_system system, const char *text, size_t length)
{
    coding_parsed         parsed = {0};
    const coding__format *format = coding__format_of(system);
    if (!format) return damaged(CODING_DAMAGE_NO_CODE, 0, length);
    if (!text) length = 0;
    return format->parse(text, length, &parsed) ? parsed : read_again(format, text, length);
}
