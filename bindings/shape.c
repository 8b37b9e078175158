#include "shape.h"

#include <stdio.h>
#include <string.h>

static bool one_record(const coding__ask *ask, const coding__shape *shape, const char *record,
                       const coding__maker *maker);

/* Units of a text: of code points one, of UTF-16 two for each from U+10000 on. */
static size_t units_of(const char *text, size_t length, coding__unit unit)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        count += (byte & 0xC0) != 0x80;
        count += unit == CODING__UTF16 && byte >= 0xF0;
    }
    return count;
}

static size_t units_before(const coding__ask *ask, size_t offset)
{
    coding__counted *from = ask->counted;
    if (offset < from->bytes) *from = (coding__counted){0, 0};
    from->units += units_of(ask->text + from->bytes, offset - from->bytes, ask->unit);
    from->bytes = offset;
    return from->units;
}

static bool span(const coding__ask *ask, const coding_span *piece, const coding__maker *maker)
{
    coding_span told = *piece;
    bool        within = told.offset <= ask->length && told.length <= ask->length - told.offset;
    if (ask->unit != CODING__BYTES && within && told.offset + told.length) {
        told.length = units_of(ask->text + told.offset, told.length, ask->unit);
        told.offset = units_before(ask, told.offset);
    }
    return maker->span(maker, told.offset, told.length);
}

static bool text(const char *bytes, const coding__maker *maker)
{
    return bytes ? maker->text(maker, bytes, strlen(bytes)) : maker->none(maker);
}

static bool code(coding_code number, const coding__maker *maker)
{
    char spelling[CODING_CODE_TEXT];
    return number ? text(coding_code_format(number, spelling), maker) : maker->none(maker);
}

/* Days up to the 28th are in every month: most need no calendar. */
static bool is_day(coding_date on)
{
    coding_date month = on / 100 % 100, number = on % 100;
    bool        plain = on < 99990000 && on > 10000 && month - 1 < 12 && number - 1 < 28;
    return plain || coding_date_after(on);
}

static bool day(coding_date on, const coding__maker *maker)
{
    return is_day(on) ? maker->day(maker, on) : maker->none(maker);
}

static uint64_t count_at(const char *at, uint16_t width)
{
    switch (width) {
    case 1: return *(const uint8_t *)at;
    case 2: return *(const uint16_t *)(const void *)at;
    case 4: return *(const uint32_t *)(const void *)at;
    default: return *(const uint64_t *)(const void *)at;
    }
}

static double real_at(const char *at, uint16_t width)
{
    if (width == sizeof(float)) return (double)*(const float *)(const void *)at;
    return *(const double *)(const void *)at;
}

/* Members of an enumeration have the width that the compiler gives to int. */
static bool name(const coding__field *field, const char *at, const coding__maker *maker)
{
    return maker->name(maker, coding__enumerations[field->names], *(const unsigned *)(const void *)at);
}

static bool codes(const coding_code *items, size_t count, const coding__maker *maker)
{
    if (!maker->list(maker, count)) return false;
    for (size_t i = 0; i < count; i++)
        if (!code(items[i], maker)) return false;
    return maker->end(maker);
}

/* Members of a mask, the first one first. */
static bool names(const coding__field *field, uint64_t mask, const coding__maker *maker)
{
    const coding__enumeration *of = coding__enumerations[field->names];
    unsigned                   past = of->count < 64 ? of->count : 64;
    size_t                     count = 0;
    for (unsigned member = 0; member < past; member++) count += mask >> member & 1;
    if (!maker->list(maker, count)) return false;
    for (unsigned member = 0; member < past; member++)
        if (mask >> member & 1 && !maker->name(maker, of, member)) return false;
    return maker->end(maker);
}

static bool counts(const coding__field *field, const char *record, const coding__maker *maker)
{
    const char *items = *(const char *const *)(const void *)(record + field->offset);
    size_t      count = *(const size_t *)(const void *)(record + field->count_offset);
    if (!maker->list(maker, count)) return false;
    for (size_t i = 0; i < count; i++)
        if (!maker->count(maker, count_at(items + i * field->width, field->width))) return false;
    return maker->end(maker);
}

/* An array within a record: 0 is past the last. */
static bool codes_until_none(const coding_code *items, size_t room, const coding__maker *maker)
{
    size_t count = 0;
    while (count < room && items[count]) count++;
    return codes(items, count, maker);
}

static bool list(const coding__ask *ask, const coding__field *field, const char *record, const coding__maker *maker)
{
    const char *items = *(const char *const *)(const void *)(record + field->offset);
    size_t      count = *(const size_t *)(const void *)(record + field->count_offset);
    if (!field->shape) return codes((const coding_code *)(const void *)items, count, maker);
    if (!maker->list(maker, count)) return false;
    for (size_t i = 0; i < count; i++)
        if (!one_record(ask, field->shape, items + i * field->shape->size, maker)) return false;
    return maker->end(maker);
}

static bool maybe(const coding__ask *ask, const coding__field *field, const char *record, const coding__maker *maker)
{
    if (field->shape->is_none(record)) return maker->none(maker);
    return one_record(ask, field->shape, record, maker);
}

static bool value(const coding__ask *ask, const coding__field *field, const char *record, const coding__maker *maker)
{
    const char *at = record + field->offset;
    const void *any = at;
    switch (field->kind) {
    case CODING__TEXT: return text(*(const char *const *)any, maker);
    case CODING__LETTER: return *at ? maker->text(maker, at, 1) : maker->none(maker);
    case CODING__FLAG: return maker->flag(maker, *(const bool *)any);
    case CODING__COUNT: return maker->count(maker, count_at(at, field->width));
    case CODING__SIGNED: return maker->count(maker, (uint64_t)(int64_t)*(const int32_t *)any);
    case CODING__NUMBER: return maker->number(maker, *(const uint64_t *)any);
    case CODING__REAL: return maker->real(maker, real_at(at, field->width));
    case CODING__NAME: return name(field, at, maker);
    case CODING__CODE: return code(*(const coding_code *)any, maker);
    case CODING__DAY: return day(*(const coding_date *)any, maker);
    case CODING__SPAN: return span(ask, any, maker);
    case CODING__RECORD: return one_record(ask, field->shape, at, maker);
    case CODING__MAYBE: return maybe(ask, field, at, maker);
    case CODING__LIST: return list(ask, field, record, maker);
    case CODING__CODES: return codes_until_none(any, field->width, maker);
    case CODING__COUNTS: return counts(field, record, maker);
    case CODING__NAMES: return names(field, *(const uint64_t *)any, maker);
    case CODING__MADE: return field->make(ask, record, maker);
    }
    return false;
}

static bool one_record(const coding__ask *ask, const coding__shape *shape, const char *record,
                       const coding__maker *maker)
{
    if (!maker->record(maker, shape)) return false;
    for (const coding__field *field = shape->fields, *past = field + shape->count; field < past; field++) {
        if (maker->field && !maker->field(maker, field)) return false;
        if (!value(ask, field, record, maker)) return false;
    }
    return maker->end(maker);
}

static bool is_told(coding_status status, coding_error *error)
{
    error->status = status;
    error->at[0] = error->reason[0] = '\0'; /* not all of it: this is on every answer's way */
    if (status != CODING_OK) snprintf(error->reason, sizeof error->reason, "%s", coding_status_text(status));
    return status == CODING_OK;
}

bool coding__hand_over(const coding__ask *ask, const coding__shape *shape, const void *answer,
                       const coding__maker *maker, coding_error *error)
{
    coding__counted counted = {0, 0};
    coding__ask     dated = *ask;
    dated.counted = &counted;
    if (!is_told(shape->status ? shape->status(answer) : CODING_OK, error)) return false;
    if (shape->on) dated.on = *(const coding_date *)(const void *)((const char *)answer + shape->on);
    if (!shape->name) return value(&dated, shape->fields, answer, maker);
    if (shape->is_none && shape->is_none(answer)) return maker->none(maker);
    return one_record(&dated, shape, answer, maker);
}
