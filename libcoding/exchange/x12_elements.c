/* Elements of a segment, each read with its trouble. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"
#include "exchange/amount.h"

enum { DAY = 8, TWO_DAYS = 17 };

bool coding__value_is(coding__value piece, const char *text)
{
    return piece.length == strlen(text) && !memcmp(piece.text, text, piece.length);
}

static coding__value trimmed(coding__value piece)
{
    while (piece.length && piece.text[0] == ' ') piece.text++, piece.length--;
    while (piece.length && piece.text[piece.length - 1] == ' ') piece.length--;
    return piece;
}

void coding__control_set(coding__control *control, coding__value piece)
{
    piece = trimmed(piece);
    size_t length = piece.length < sizeof control->text ? piece.length : sizeof control->text - 1;
    memset(control, 0, sizeof *control);
    memcpy(control->text, piece.text, length);
}

bool coding__control_is(const coding__control *control, coding__value piece)
{
    coding__control other;
    coding__control_set(&other, piece);
    return !memcmp(control, &other, sizeof other);
}

coding__composite coding__x12_composite(const coding__x12 *x12, coding__value element)
{
    coding__composite composite;
    const char       *at = element.text, *past = element.text + element.length;
    for (size_t i = 0; i <= CODING__COMPONENTS_MOST; i++) composite.parts[i] = (coding__value){"", 0};
    for (size_t i = 1; i <= CODING__COMPONENTS_MOST && at <= past; i++) {
        const char *end = at < past ? memchr(at, x12->component, (size_t)(past - at)) : NULL;
        if (!end) end = past;
        composite.parts[i] = (coding__value){at, (size_t)(end - at)};
        at = end + 1;
    }
    return composite;
}

const char *coding__x12_text(coding_claims *claims, const coding__segment *segment, uint32_t element,
                             coding__value piece)
{
    if (coding__claims_is_text(piece.text, piece.length)) return coding__claims_text(claims, piece.text, piece.length);
    coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                        "\"%s\" is no text of UTF-8 and is passed over; send it in UTF-8, without control characters",
                        coding__claims_quoted(piece.text, piece.length).text);
    return NULL;
}

const char *coding__x12_needed(coding_claims *claims, const coding__segment *segment, uint32_t element,
                               const char *what)
{
    coding__value piece = trimmed(segment->elements[element]);
    if (piece.length) return coding__x12_text(claims, segment, element, piece);
    coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT, "it is empty; %s belongs here",
                        what);
    return NULL;
}

int64_t coding__x12_cents(coding_claims *claims, const coding__segment *segment, uint32_t element)
{
    coding__value piece = trimmed(segment->elements[element]);
    int64_t       cents = 0;
    if (!piece.length || coding__cents_parse(piece.text, piece.length, &cents)) return cents;
    coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                        "\"%s\" is no amount; dollars are written like 125 or 125.5",
                        coding__claims_quoted(piece.text, piece.length).text);
    return 0;
}

bool coding__x12_days(coding_claims *claims, const coding__segment *segment, uint32_t element, coding__value format,
                      coding__value value, coding_date *first, coding_date *last)
{
    bool two = coding__value_is(format, "RD8"), with_time = coding__value_is(format, "DT");
    bool known = two || with_time || coding__value_is(format, "D8");
    bool fits = value.length == (two ? TWO_DAYS : DAY) && (!two || value.text[DAY] == '-');
    if (with_time) fits = value.length >= DAY;
    *first = known && fits ? coding_date_parse(value.text, DAY) : 0;
    *last = two && *first ? coding_date_parse(value.text + DAY + 1, DAY) : *first;
    if (*first && *last) return true;
    coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                        "\"%s\" is no %s of format \"%s\"; D8 is written 20260105, RD8 20260105-20260107",
                        coding__claims_quoted(value.text, value.length).text, two ? "range of days" : "day",
                        coding__claims_quoted(format.text, format.length).text);
    *first = *last = 0;
    return false;
}
