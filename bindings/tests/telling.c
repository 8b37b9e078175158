#include "telling.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { DEEP = 16 };

/* --- What is told of each value. */

static void say(told *into, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int length = vsnprintf(into->text + into->length, TOLD_ROOM - into->length, format, values);
    va_end(values);
    assert_true(length >= 0 && (size_t)length < TOLD_ROOM - into->length);
    into->length += (size_t)length;
}

static void say_text(told *into, const char *bytes, size_t length) { say(into, "\"%.*s\";", (int)length, bytes); }

static void say_name(told *into, const coding__enumeration *names, unsigned member)
{
    assert_true(member < names->count);
    say(into, "%s;", names->members[member]);
}

/* --- A walk over the answer. */

typedef struct teller {
    told    *into;
    char     closing[DEEP]; /* what ends each record and list that is open */
    unsigned depth;
} teller;

static teller *teller_of(const coding__maker *maker) { return maker->context; }

static bool open_with(const coding__maker *maker, char closing)
{
    teller *own = teller_of(maker);
    assert_true(own->depth < DEEP);
    own->closing[own->depth++] = closing;
    return true;
}

static bool tell_record(const coding__maker *maker, const coding__shape *shape)
{
    say(teller_of(maker)->into, "%s{", shape->name);
    return open_with(maker, '}');
}

static bool tell_list(const coding__maker *maker, size_t count)
{
    say(teller_of(maker)->into, "%zu[", count);
    return open_with(maker, ']');
}

static bool tell_end(const coding__maker *maker)
{
    teller *own = teller_of(maker);
    assert_true(own->depth > 0);
    say(own->into, "%c;", own->closing[--own->depth]);
    return true;
}

static bool tell_field(const coding__maker *maker, const coding__field *field)
{
    say(teller_of(maker)->into, "%s=", field->name);
    return true;
}

static bool tell_none(const coding__maker *maker)
{
    say(teller_of(maker)->into, "-;");
    return true;
}

static bool tell_text(const coding__maker *maker, const char *bytes, size_t length)
{
    say_text(teller_of(maker)->into, bytes, length);
    return true;
}

static bool tell_count(const coding__maker *maker, uint64_t count)
{
    say(teller_of(maker)->into, "%" PRId64 ";", (int64_t)count);
    return true;
}

static bool tell_number(const coding__maker *maker, uint64_t number)
{
    say(teller_of(maker)->into, "#%" PRIx64 ";", number);
    return true;
}

static bool tell_real(const coding__maker *maker, double real)
{
    say(teller_of(maker)->into, "%.9g;", real);
    return true;
}

static bool tell_flag(const coding__maker *maker, bool flag)
{
    say(teller_of(maker)->into, "%s;", flag ? "yes" : "no");
    return true;
}

static bool tell_name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    say_name(teller_of(maker)->into, names, member);
    return true;
}

static bool tell_day(const coding__maker *maker, coding_date day)
{
    say(teller_of(maker)->into, "%" PRIu32 ";", day);
    return true;
}

static bool tell_span(const coding__maker *maker, size_t offset, size_t length)
{
    say(teller_of(maker)->into, "%zu+%zu;", offset, length);
    return true;
}

bool tell_answer(told *into, const coding__ask *ask, const coding__shape *shape, const void *answer,
                 coding_error *error)
{
    teller              own = {.into = into};
    const coding__maker maker = {
        .context = &own, .record = tell_record, .list = tell_list, .end = tell_end, .field = tell_field,
        .none = tell_none, .text = tell_text, .count = tell_count, .number = tell_number, .real = tell_real,
        .flag = tell_flag, .name = tell_name, .day = tell_day, .span = tell_span,
    };
    into->length = 0;
    bool is_told = coding__hand_over(ask, shape, answer, &maker, error);
    if (is_told) assert_int_equal(own.depth, 0);
    return is_told;
}

/* --- A parcel, read as languages read it. */

typedef struct reader {
    const uint8_t *bytes;
    size_t         length;
    size_t         at;
    told          *into;
} reader;

static void read_record(reader *from, const coding__shape *shape);

static uint64_t number_of(reader *from, size_t width)
{
    uint64_t number = 0;
    assert_true(width <= from->length - from->at);
    for (size_t i = 0; i < width; i++) number |= (uint64_t)from->bytes[from->at++] << 8 * i;
    return number;
}

static double real_of(reader *from)
{
    uint64_t bits = number_of(from, 8);
    double   real;
    memcpy(&real, &bits, sizeof real);
    return real;
}

static void read_text(reader *from)
{
    size_t length = (size_t)number_of(from, 4);
    if (!length--) {
        say(from->into, "-;");
        return;
    }
    assert_true(length <= from->length - from->at);
    say_text(from->into, (const char *)from->bytes + from->at, length);
    from->at += length;
}

static void read_letter(reader *from)
{
    char letter = (char)number_of(from, 4);
    if (letter) say_text(from->into, &letter, 1);
    else say(from->into, "-;");
}

static void read_day(reader *from)
{
    uint64_t day = number_of(from, 4);
    if (day) say(from->into, "%" PRIu64 ";", day);
    else say(from->into, "-;");
}

static void read_span(reader *from)
{
    uint64_t offset = number_of(from, 4);
    say(from->into, "%" PRIu64 "+%" PRIu64 ";", offset, number_of(from, 4));
}

static void read_list(reader *from, const coding__shape *shape)
{
    uint64_t count = number_of(from, 4);
    say(from->into, "%" PRIu64 "[", count);
    for (uint64_t i = 0; i < count; i++) {
        if (shape) read_record(from, shape);
        else read_text(from);
    }
    say(from->into, "];");
}

static void read_counts(reader *from)
{
    uint64_t count = number_of(from, 4);
    say(from->into, "%" PRIu64 "[", count);
    while (count--) say(from->into, "%.0f;", real_of(from));
    say(from->into, "];");
}

static void read_names(reader *from, const coding__enumeration *names)
{
    uint64_t count = number_of(from, 4);
    say(from->into, "%" PRIu64 "[", count);
    while (count--) say_name(from->into, names, (unsigned)number_of(from, 4));
    say(from->into, "];");
}

static void read_value(reader *from, const coding__field *field, coding__kind kind)
{
    switch (kind) {
    case CODING__TEXT:
    case CODING__CODE: read_text(from); return;
    case CODING__LETTER: read_letter(from); return;
    case CODING__FLAG: say(from->into, "%s;", number_of(from, 1) ? "yes" : "no"); return;
    case CODING__COUNT:
    case CODING__SIGNED: say(from->into, "%.0f;", real_of(from)); return;
    case CODING__NUMBER: say(from->into, "#%" PRIx64 ";", number_of(from, 8)); return;
    case CODING__REAL: say(from->into, "%.9g;", real_of(from)); return;
    case CODING__NAME: say_name(from->into, coding__enumerations[field->names], (unsigned)number_of(from, 4)); return;
    case CODING__DAY: read_day(from); return;
    case CODING__SPAN: read_span(from); return;
    case CODING__RECORD: read_record(from, field->shape); return;
    case CODING__MAYBE:
        if (number_of(from, 1)) read_record(from, field->shape);
        else say(from->into, "-;");
        return;
    case CODING__LIST: read_list(from, field->shape); return;
    case CODING__CODES: read_list(from, NULL); return;
    case CODING__COUNTS: read_counts(from); return;
    case CODING__NAMES: read_names(from, coding__enumerations[field->names]); return;
    case CODING__MADE: read_value(from, field, (coding__kind)field->width); return;
    }
}

static void read_record(reader *from, const coding__shape *shape)
{
    say(from->into, "%s{", shape->name);
    for (size_t i = 0; i < shape->count; i++) {
        say(from->into, "%s=", shape->fields[i].name);
        read_value(from, &shape->fields[i], shape->fields[i].kind);
    }
    say(from->into, "};");
}

size_t tell_parcel(told *into, const coding__shape *shape, const uint8_t *bytes, size_t length)
{
    reader from = {bytes, length, 0, into};
    into->length = 0;
    into->text[0] = '\0';
    bool follows = number_of(&from, 1) == 1;
    if (!follows) say(into, "-;");
    else if (shape->name) read_record(&from, shape);
    else if (shape->fields->kind == CODING__MAYBE) read_record(&from, shape->fields->shape);
    else read_value(&from, shape->fields, shape->fields->kind);
    return from.at;
}
