/* From text to segments. Separators are those that each ISA declares; newlines between segments are noise. A segment
 * that ends a claim is looked at twice: the first time the claim goes out, the second time the segment is read. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"

enum { ISA_ELEMENTS = 16, ISA_LENGTH = 106, ISA_MOST = 512 };

typedef struct dispatch {
    char id[4];
    char stands; /* 'e' in the envelope, 's' in a transaction set, 'c' in a claim */
    bool ends;   /* a claim */
    void (*read)(coding_claims *claims, const coding__segment *segment);
} dispatch;

/* By id. Whatever is not here is passed over: REF, PWK, NTE, N3, N4, PER, AMT, CTP, CAS, SVD and so on say nothing that
 * a review asks for. */
static const dispatch known[] = {
    {"CL1", 'c', false, coding__x12_cl1}, {"CLM", 's', true, coding__x12_clm},  {"DMG", 's', false, coding__x12_dmg},
    {"DTP", 's', false, coding__x12_dtp}, {"GE", 'e', true, coding__x12_ge},    {"GS", 'e', true, coding__x12_gs},
    {"HI", 'c', false, coding__x12_hi},   {"HL", 's', true, coding__x12_hl},    {"IEA", 'e', true, coding__x12_iea},
    {"LIN", 'c', false, coding__x12_lin}, {"LX", 'c', false, coding__x12_lx},   {"NM1", 's', false, coding__x12_nm1},
    {"PRV", 's', false, coding__x12_prv}, {"SBR", 's', false, coding__x12_sbr}, {"SE", 'e', true, coding__x12_se},
    {"ST", 'e', true, coding__x12_st},    {"SV1", 'c', false, coding__x12_sv1}, {"SV2", 'c', false, coding__x12_sv2},
    {"SV3", 'c', false, coding__x12_sv3},
};

static const dispatch *entry_of(const char *id)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!memcmp(known[i].id, id, sizeof known[i].id)) return &known[i];
    return NULL;
}

static bool is_part_of_id(char c) { return coding__is_upper(c) || coding__is_digit(c); }

/* Two or three capitals and digits, then a separator or the end. */
static bool read_id(const coding__x12 *x12, const coding__stretch *from, char id[4])
{
    size_t length = 0;
    memset(id, 0, 4);
    while (length < 3 && length < from->length && is_part_of_id(from->text[length])) {
        id[length] = from->text[length];
        length++;
    }
    return length >= 2 && (length == from->length || from->text[length] == x12->element);
}

static void split(const coding__x12 *x12, const coding__stretch *from, coding__segment *segment)
{
    const char *at = from->text + strlen(segment->id), *past = from->text + from->length;
    for (size_t i = 0; i <= CODING__ELEMENTS_MOST; i++) segment->elements[i] = (coding__value){"", 0};
    segment->count = 0;
    while (at < past && segment->count < CODING__ELEMENTS_MOST) {
        const char *begin = ++at; /* behind a separator */
        at = begin < past ? memchr(begin, x12->element, (size_t)(past - begin)) : NULL;
        if (!at) at = past;
        segment->elements[++segment->count] = (coding__value){begin, (size_t)(at - begin)};
    }
}

static void drop_noise(coding__input *input)
{
    for (coding__stretch next; (next = coding__input_peek(input, 1)).length;) {
        if (next.text[0] != '\r' && next.text[0] != '\n' && next.text[0] != ' ' && next.text[0] != '\t') return;
        coding__input_take(input, 1);
    }
}

static void tell_astray(coding_claims *claims, const coding__stretch *from, const char *mend)
{
    coding__claims_place place = {"", claims->x12.in_set ? claims->x12.segments + 1 : 0, 0, from->offset};
    if (claims->x12.astray) return;
    claims->x12.astray = true;
    coding__claims_tell(claims, place, claims->x12.in_interchange ? CODING_CLAIMS_SEGMENT : CODING_CLAIMS_FORMAT,
                        "\"%s\" is no segment; %s", coding__claims_quoted(from->text, from->length).text, mend);
}

/* Known segments have their place: in a claim, in a transaction set, or around one. */
static bool is_in_place(coding_claims *claims, const dispatch *entry, const coding__segment *segment)
{
    const coding__x12 *x12 = &claims->x12;
    if (entry->stands == 'e' || (x12->in_set && (entry->stands == 's' || x12->in_claim))) return true;
    coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT, "%s stands outside of a %s; move it %s",
                        segment->id, x12->in_set ? "claim" : "transaction set",
                        x12->in_set ? "behind its CLM" : "between ST and SE");
    return false;
}

/* Whether the segment was read, and not put off for a claim to go out. Most segments are passed over, so that elements
 * are looked for in the others alone. */
static bool read_known(coding_claims *claims, const dispatch *entry, const coding__stretch *from)
{
    coding__x12    *x12 = &claims->x12;
    coding__segment segment;
    memcpy(segment.id, entry->id, sizeof segment.id);
    segment.number = x12->in_set ? x12->segments + 1 : 0;
    segment.offset = from->offset;
    if (entry->stands == 'e' && coding__x12_close(claims, &segment)) return false;
    if (entry->ends && x12->in_claim) {
        coding__x12_claim_ends(claims);
        return false;
    }
    split(x12, from, &segment);
    bool passed_over = x12->in_set && !x12->guide && entry->stands != 'e'; /* a set that is not read */
    bool lost = x12->in_claim && !claims->open;                            /* a claim that there was no memory for */
    if (!passed_over && !lost && is_in_place(claims, entry, &segment)) entry->read(claims, &segment);
    return true;
}

static void read_segment(coding_claims *claims, const coding__stretch *from)
{
    coding__x12 *x12 = &claims->x12;
    char         id[4];
    if (!x12->in_interchange) {
        tell_astray(claims, from, "all is passed over until the next ISA");
    } else if (!read_id(x12, from, id)) {
        tell_astray(claims, from, "it is passed over");
    } else {
        const dispatch *entry = entry_of(id);
        bool            counts = x12->in_set;
        if (entry && !read_known(claims, entry, from)) return;
        x12->astray = false;
        if (counts && x12->in_set) x12->segments++;
    }
    coding__input_take(&claims->input, from->length + 1);
}

/* Between interchanges a line may be anybody's: the next one may be an ISA. */
static void read_stretch(coding_claims *claims, coding__stretch *from)
{
    const char *line = from->length && !claims->x12.in_interchange ? memchr(from->text, '\n', from->length) : NULL;
    if (line) from->length = (size_t)(line - from->text);
    read_segment(claims, from);
}

/* ISA has 106 bytes: its own places tell the separators. Where it was filled badly, its 16 elements are counted. */
static bool measure_isa(const coding__stretch *from, size_t *length)
{
    size_t count = 0, at = 3;
    for (; at < from->length && count < ISA_ELEMENTS; at++) count += from->text[at] == from->text[3];
    *length = at + 2;
    return count == ISA_ELEMENTS && *length <= from->length;
}

static void take_separators(coding_claims *claims, const coding__stretch *from, size_t length)
{
    coding__x12 *x12 = &claims->x12;
    x12->element = from->text[3];
    x12->component = from->text[length - 2];
    x12->terminator = from->text[length - 1];
}

static void check_separators(coding_claims *claims, const coding__segment *isa, size_t length)
{
    const coding__x12 *x12 = &claims->x12;
    char separators[] = {x12->element, x12->component, x12->terminator};
    if (length != ISA_LENGTH)
        coding__claims_tell(claims, coding__at(isa, 0), CODING_CLAIMS_ENVELOPE,
                            "it has %zu bytes and not 106; fill each element up to its fixed length", length);
    for (size_t i = 0; i < sizeof separators; i++) {
        bool twice = separators[i] == separators[(i + 1) % sizeof separators];
        if (!twice && !coding__is_letter(separators[i]) && !coding__is_digit(separators[i])) continue;
        coding__claims_tell(claims, coding__at(isa, 0), CODING_CLAIMS_ENVELOPE,
                            "its separators \"%s\" are not three different signs; declare others",
                            coding__claims_quoted(separators, sizeof separators).text);
        return;
    }
}

static bool read_isa(coding_claims *claims, const coding__stretch *start)
{
    coding__segment isa = {.id = "ISA", .offset = start->offset};
    size_t          length = 0;
    if (coding__x12_close(claims, &isa)) return true;
    coding__stretch from = coding__input_peek(&claims->input, ISA_LENGTH);
    bool            whole = measure_isa(&from, &length);
    if (!whole && from.length == ISA_LENGTH) from = coding__input_peek(&claims->input, ISA_MOST);
    whole = whole || measure_isa(&from, &length);
    if (!whole && from.length < ISA_MOST && !claims->input.closed) return false;
    if (!whole && from.length < ISA_MOST) { /* the text ends in it */
        coding__claims_tell(claims, coding__at(&isa, 0), CODING_CLAIMS_CUT, "the text ends inside it; send it whole");
        coding__input_take_all(&claims->input);
        return true;
    }
    if (!whole) {
        coding__claims_tell(claims, coding__at(&isa, 0), CODING_CLAIMS_FORMAT,
                            "it has not 16 elements; nothing of this text is read any more");
        claims->form = CODING__FORM_NEITHER;
        return true;
    }
    take_separators(claims, &from, length);
    from.length = length - 1;
    split(&claims->x12, &from, &isa);
    check_separators(claims, &isa, length);
    coding__x12_isa(claims, &isa);
    coding__input_take(&claims->input, length);
    return true;
}

static void tell_long(coding_claims *claims, const coding__stretch *from)
{
    coding__x12    *x12 = &claims->x12;
    coding__segment segment = {.offset = from->offset};
    coding__stretch begin = {from->text, from->length < 4 ? from->length : 4, from->offset};
    if (!read_id(x12, &begin, segment.id)) segment.id[0] = '\0';
    if (x12->in_set) segment.number = ++x12->segments;
    coding__claims_tell(claims, coding__at(&segment, 0), CODING_CLAIMS_SEGMENT,
                        "it has more than %d bytes and is passed over; a segment terminator is missing",
                        CODING__STRETCH_MOST);
    x12->skipping = true;
}

/* No more comes. What is open is closed one by one; a segment without its end is told first. */
static bool read_end(coding_claims *claims, const coding__stretch *rest)
{
    coding__x12    *x12 = &claims->x12;
    coding__segment none = {.offset = claims->input.offset};
    if (rest->length) {
        read_id(x12, rest, none.id);
        if (x12->in_set) none.number = x12->segments + 1;
        coding__x12_cut(claims, &none, "inside a segment");
        coding__input_take_all(&claims->input);
        return true;
    }
    return coding__x12_close(claims, &none);
}

static bool begins_isa(const coding__x12 *x12, const coding__stretch *next)
{
    if (next->length < 4 || memcmp(next->text, "ISA", 3)) return false;
    return next->text[3] == x12->element || !is_part_of_id(next->text[3]);
}

bool coding__x12_step(coding_claims *claims)
{
    coding__x12   *x12 = &claims->x12;
    coding__input *input = &claims->input;
    if (x12->skipping && coding__input_drop(input, x12->terminator)) x12->skipping = false;
    if (!x12->skipping) drop_noise(input);
    coding__stretch next = coding__input_peek(input, 4), segment = next;
    if (next.length < 4 && !input->closed) return false;
    if (!x12->skipping && begins_isa(x12, &next)) return read_isa(claims, &next);
    coding__until until = x12->skipping ? CODING__UNTIL_MORE
                                        : coding__input_until(input, x12->terminator, CODING__STRETCH_MOST, &segment);
    if (until == CODING__UNTIL_FOUND) read_stretch(claims, &segment);
    if (until == CODING__UNTIL_LONG) tell_long(claims, &next);
    if (until != CODING__UNTIL_MORE) return true;
    return input->closed && read_end(claims, &next);
}
