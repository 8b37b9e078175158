/* Lines: LX numbers one, SV1, SV2 or SV3 is its service, LIN its drug. Minutes (MJ) of anesthesia are time and no
 * units: such a line counts one. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"
#include "exchange/amount.h"

static coding__segment lx_of(const coding__x12 *x12)
{
    return (coding__segment){.id = "LX", .number = x12->line_segment, .offset = x12->line_offset};
}

void coding__x12_line_ends(coding_claims *claims)
{
    coding__x12    *x12 = &claims->x12;
    coding__segment lx = lx_of(x12);
    bool            hospital = x12->guide == CODING__GUIDE_I;
    if (!x12->served)
        coding__claims_tell(claims, coding__at(&lx, 0), CODING_CLAIMS_SEGMENT, "line %u has no service; send its %s",
                            (unsigned)x12->lines,
                            hospital                        ? "SV2"
                            : x12->guide == CODING__GUIDE_D ? "SV3"
                                                            : "SV1");
    else if (!x12->dated && !hospital && !x12->claim_dated)
        coding__claims_tell(claims, coding__at(&lx, 0), CODING_CLAIMS_SEGMENT,
                            "line %u has no DTP 472; send its day of service", (unsigned)x12->lines);
}

void coding__x12_lx(coding_claims *claims, const coding__segment *segment)
{
    coding__x12  *x12 = &claims->x12;
    coding__value given = segment->elements[1];
    uint32_t      number = 0;
    if (x12->loop == CODING__LOOP_LINE) coding__x12_line_ends(claims);
    x12->loop = CODING__LOOP_LINE;
    x12->served = x12->dated = false;
    x12->line_segment = segment->number;
    x12->line_offset = segment->offset;
    x12->lines++;
    if (coding__count_parse(given.text, given.length, &number) && number == x12->lines) return;
    coding__claims_tell(claims, coding__at(segment, 1), CODING_CLAIMS_ELEMENT,
                        "\"%s\" is not %u; the lines of a claim are counted from 1",
                        coding__claims_quoted(given.text, given.length).text, (unsigned)x12->lines);
}

/* A line for a service. One without LX is told, and read all the same. */
static coding__draft_line *add_line(coding_claims *claims, const coding__segment *segment, coding__guide guide)
{
    coding__x12 *x12 = &claims->x12;
    if (x12->loop != CODING__LOOP_LINE || x12->served)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "a service without an LX of its own; send LX before it");
    else if (x12->guide != guide)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT, "it is no service of %s",
                            x12->version);
    x12->loop = CODING__LOOP_LINE;
    x12->served = true;
    return coding__draft_add_line(&claims->draft);
}

/* Components as words parted by blanks, at most `count` of them from `first` on; NULL where there are none. */
static const char *words_of(coding_claims *claims, const coding__segment *segment, uint32_t element,
                            const coding__composite *composite, size_t first, size_t count)
{
    size_t length = 0;
    char  *words = coding__arena_take(&claims->own, segment->elements[element].length + 1);
    for (size_t i = first; words && i < first + count; i++) {
        coding__value part = composite->parts[i];
        if (!part.length) continue;
        if (length) words[length++] = ' '; /* in place of the separator */
        memcpy(words + length, part.text, part.length);
        length += part.length;
    }
    return length ? coding__x12_text(claims, segment, element, (coding__value){words, length}) : NULL;
}

/* HC is CPT and HCPCS, AD dental HCPCS; HP is a rate (HIPPS), which is no service and leaves the revenue code alone. */
static void read_service(coding_claims *claims, const coding__segment *segment, uint32_t element,
                         coding__draft_line *line)
{
    coding__composite service = coding__x12_composite(&claims->x12, segment->elements[element]);
    coding__value     kind = service.parts[1];
    bool              known = coding__value_is(kind, "HC") || coding__value_is(kind, "AD");
    if (coding__value_is(kind, "HP")) return;
    if (!known)
        coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                            "qualifier \"%s\" names no code that is read; HC is CPT and HCPCS, AD dental",
                            coding__claims_quoted(kind.text, kind.length).text);
    else if (!service.parts[2].length)
        coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                            "the code of the service is empty; it belongs behind the qualifier");
    const char *code = known ? coding__x12_text(claims, segment, element, service.parts[2]) : NULL;
    if (!code) return;
    line->code = code;
    line->with.modifiers = words_of(claims, segment, element, &service, 3, 4);
}

static bool has_units(coding_claims *claims, const coding__segment *segment, uint32_t measure)
{
    coding__value given = segment->elements[measure];
    if (coding__value_is(given, "UN") || coding__value_is(given, "DA") || coding__value_is(given, "F2")) return true;
    if (coding__value_is(given, "MJ")) return false;
    coding__claims_tell(claims, coding__at(segment, measure), CODING_CLAIMS_ELEMENT,
                        "\"%s\" measures no service; UN are units, MJ minutes, DA days",
                        coding__claims_quoted(given.text, given.length).text);
    return true;
}

static void read_units(coding_claims *claims, const coding__segment *segment, uint32_t element,
                       coding__draft_line *line)
{
    coding__value given = segment->elements[element];
    double        units = 0;
    if (coding__units_parse(given.text, given.length, &units) && units > 0) line->with.units = units;
    else
        coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                            "\"%s\" are no units; a number above 0 stands here",
                            coding__claims_quoted(given.text, given.length).text);
}

static void read_pointers(coding_claims *claims, const coding__segment *segment, uint32_t element,
                          coding__draft_line *line)
{
    coding__composite pointers = coding__x12_composite(&claims->x12, segment->elements[element]);
    line->with.pointers = words_of(claims, segment, element, &pointers, 1, CODING__COMPONENTS_MOST);
}

void coding__x12_sv1(coding_claims *claims, const coding__segment *segment)
{
    coding__draft_line *line = add_line(claims, segment, CODING__GUIDE_P);
    if (!line) return;
    read_service(claims, segment, 1, line);
    line->with.charge = coding__x12_cents(claims, segment, 2);
    if (has_units(claims, segment, 3)) read_units(claims, segment, 4, line);
    line->with.place = coding__x12_text(claims, segment, 5, segment->elements[5]);
    read_pointers(claims, segment, 7, line);
}

void coding__x12_sv2(coding_claims *claims, const coding__segment *segment)
{
    coding__draft_line *line = add_line(claims, segment, CODING__GUIDE_I);
    if (!line) return;
    line->with.revenue = coding__x12_needed(claims, segment, 1, "the revenue code");
    if (segment->elements[2].length) read_service(claims, segment, 2, line);
    line->with.charge = coding__x12_cents(claims, segment, 3);
    if (has_units(claims, segment, 4)) read_units(claims, segment, 5, line);
}

void coding__x12_sv3(coding_claims *claims, const coding__segment *segment)
{
    coding__draft_line *line = add_line(claims, segment, CODING__GUIDE_D);
    if (!line) return;
    read_service(claims, segment, 1, line);
    line->with.charge = coding__x12_cents(claims, segment, 2);
    line->with.place = coding__x12_text(claims, segment, 3, segment->elements[3]);
    if (segment->elements[6].length) read_units(claims, segment, 6, line);
    read_pointers(claims, segment, 11, line);
}

/* N4 is an NDC of 11 digits. */
void coding__x12_lin(coding_claims *claims, const coding__segment *segment)
{
    coding__draft *draft = &claims->draft;
    if (claims->x12.loop != CODING__LOOP_LINE || !claims->x12.served || !draft->lines.count)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "a drug that belongs to no service; move it behind SV1 or SV2");
    else if (coding__value_is(segment->elements[2], "N4"))
        ((coding__draft_line *)draft->lines.items)[draft->lines.count - 1].with.ndc = coding__x12_needed(
            claims, segment, 3, "the NDC");
}
