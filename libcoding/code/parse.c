/* Reading a code. Formats read what is spelled as they would; most texts are, and cost no more than that. Only where a
 * format says no is the text read again without what may be passed over in silence, and its damage looked into. */
#include "code/field.h"
#include "code/format.h"
#include "code/reading.h"

/* Damages that a format is sure of. Others may be the look of something larger: a title begins with a blank. */
static bool is_sure(coding_damage damage)
{
    return damage == CODING_DAMAGE_NO_CODE || damage == CODING_DAMAGE_AMBIGUOUS_FORM
           || damage == CODING_DAMAGE_CHECK_DIGIT || damage == CODING_DAMAGE_RESERVED;
}

static bool read_again(const coding__format *format, const char *text, size_t length, coding_parsed *parsed)
{
    coding__reading reading;
    coding__read(&reading, text, length);
    if (reading.damage)
        return coding__damage(parsed, reading.damage, reading.begin, reading.damage == CODING_DAMAGE_NOT_UTF8);

    *parsed = (coding_parsed){0};
    bool good = format->parse(reading.text, reading.count, parsed);
    if (good && !reading.cut) return parsed->changed = true;
    if (good) coding__damage(parsed, CODING_DAMAGE_TOO_LONG, reading.count, 0);
    else if (!is_sure(parsed->damage)) coding__field_damage(format, reading.text, reading.count, parsed);
    parsed->span = coding__reading_span(&reading, parsed->span.offset, parsed->span.length);
    return false;
}

/* Member by member: for the whole at once gcc takes a string instruction, which costs more than reading a code. */
static inline void clear(coding_parsed *parsed)
{
    parsed->code = 0;
    for (size_t i = 0; i < 4; i++) parsed->modifiers[i] = 0;
    for (size_t i = 0; i < 3; i++) parsed->alternatives[i] = 0;
    parsed->damage = CODING_DAMAGE_NONE;
    parsed->span = (coding_span){0, 0};
    parsed->expected = '\0';
    parsed->changed = false;
    for (size_t i = 0; i < sizeof parsed->spare; i++) parsed->spare[i] = 0;
}

coding_parsed coding_parse(coding_system system, const char *text, size_t length)
{
    coding_parsed         parsed;
    const coding__format *format = coding__format_of(system);
    clear(&parsed);
    if (!text) length = 0;
    if (!format) coding__damage(&parsed, CODING_DAMAGE_NO_CODE, 0, length);
    else if (!format->parse(text, length, &parsed)) read_again(format, text, length, &parsed);
    return parsed;
}
