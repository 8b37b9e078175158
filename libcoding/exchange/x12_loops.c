/* Whose claim it is. HL 20 is the billing provider, 22 the subscriber, 23 a patient who is not the subscriber. Inside
 * of a claim, SBR opens another payer's loop, whose names are nobody's of ours; LX opens a line. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"

enum { BILLER = 20, SUBSCRIBER = 22, DEPENDENT = 23 };

static void enter_level(coding__x12 *x12, int level, coding__value number)
{
    x12->level = level;
    x12->described = NULL;
    x12->dependent = (coding__person){0};
    if (level == DEPENDENT) return;
    x12->subscriber = (coding__person){0};
    coding__control_set(level == BILLER ? &x12->biller : &x12->holder, number);
    if (level != BILLER) return;
    memset(x12->provider, 0, sizeof x12->provider);
    x12->supplier = false;
}

/* A level hangs on the last one above it. */
static void check_parent(coding_claims *claims, const coding__segment *segment, int level)
{
    const coding__x12     *x12 = &claims->x12;
    const coding__control *above = level == SUBSCRIBER ? &x12->biller : &x12->holder;
    coding__value          parent = segment->elements[2];
    if (level == BILLER) return;
    if (!x12->level || (level == DEPENDENT && x12->level == BILLER))
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "level %d stands before any level %d that it could belong to", level,
                            level == SUBSCRIBER ? BILLER : SUBSCRIBER);
    else if (!coding__control_is(above, parent))
        coding__claims_tell(claims, coding__at(segment, 2), CODING_CLAIMS_ELEMENT,
                            "parent \"%s\" is not the level above, which is \"%s\"; levels follow their parents",
                            coding__claims_quoted(parent.text, parent.length).text,
                            coding__claims_quoted(above->text, strlen(above->text)).text);
}

void coding__x12_hl(coding_claims *claims, const coding__segment *segment)
{
    coding__value level = segment->elements[3];
    int           number = coding__value_is(level, "20")   ? BILLER
                           : coding__value_is(level, "22") ? SUBSCRIBER
                           : coding__value_is(level, "23") ? DEPENDENT
                                                           : 0;
    if (number) {
        check_parent(claims, segment, number);
        enter_level(&claims->x12, number, segment->elements[1]);
        return;
    }
    coding__claims_tell(claims, coding__at(segment, 3), CODING_CLAIMS_ELEMENT,
                        "\"%s\" is no level; 20 is a billing provider, 22 a subscriber, 23 a patient",
                        coding__claims_quoted(level.text, level.length).text);
}

/* Taxonomy codes of those who sell medical equipment, prostheses and orthoses. */
static bool is_supplier(coding__value taxonomy)
{
    return taxonomy.length == 10 && (!memcmp(taxonomy.text, "332B", 4) || !memcmp(taxonomy.text, "335E", 4));
}

void coding__x12_prv(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    if (x12->level == BILLER && coding__value_is(segment->elements[1], "BI"))
        x12->supplier = is_supplier(segment->elements[3]);
}

void coding__x12_sbr(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    if (x12->in_claim && x12->loop != CODING__LOOP_LINE) x12->loop = CODING__LOOP_OTHER_PAYER;
    else if (x12->in_claim || x12->level != SUBSCRIBER)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "no subscriber is here; it belongs behind HL of level 22, or in a claim before LX");
}

/* NPI where there is one, else the name. */
static coding__value name_of(const coding__segment *segment)
{
    bool has_npi = coding__value_is(segment->elements[8], "XX") && segment->elements[9].length;
    return segment->elements[has_npi ? 9 : 3];
}

static void read_provider(coding_claims *claims, const coding__segment *segment)
{
    coding__x12  *x12 = &claims->x12;
    coding__value name = name_of(segment);
    bool          fits = name.length < sizeof x12->provider;
    memset(x12->provider, 0, sizeof x12->provider);
    if (!fits)
        coding__claims_tell(claims, coding__at(segment, 3), CODING_CLAIMS_ELEMENT,
                            "a name of more than %zu bytes is passed over; 5010 allows 60", sizeof x12->provider - 1);
    else if (coding__claims_is_text(name.text, name.length)) memcpy(x12->provider, name.text, name.length);
}

static void read_rendering(coding_claims *claims, const coding__segment *segment)
{
    coding__draft *draft = &claims->draft;
    coding__value  name = name_of(segment);
    const char    *text = coding__claims_is_text(name.text, name.length)
                              ? coding__claims_text(claims, name.text, name.length)
                              : NULL;
    if (!text || !*text || claims->x12.loop == CODING__LOOP_OTHER_PAYER) return;
    if (claims->x12.loop == CODING__LOOP_CLAIM) draft->rendering = text;
    else if (claims->x12.served && draft->lines.count)
        ((coding__draft_line *)draft->lines.items)[draft->lines.count - 1].with.provider = text;
}

static void read_person(coding_claims *claims, const coding__segment *segment, bool patient)
{
    coding__x12 *x12 = &claims->x12;
    x12->described = patient ? &x12->dependent : &x12->subscriber;
    if (x12->level == (patient ? DEPENDENT : SUBSCRIBER)) return;
    coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                        "a %s stands where no HL of level %d is open", patient ? "patient (QC)" : "subscriber (IL)",
                        patient ? DEPENDENT : SUBSCRIBER);
    x12->described = NULL;
}

void coding__x12_nm1(coding_claims *claims, const coding__segment *segment)
{
    coding__x12  *x12 = &claims->x12;
    coding__value role = segment->elements[1];
    if (x12->in_claim && coding__value_is(role, "82")) read_rendering(claims, segment);
    if (x12->in_claim) return;
    x12->described = NULL;
    if (coding__value_is(role, "85") && x12->level == BILLER) read_provider(claims, segment);
    else if (coding__value_is(role, "IL")) read_person(claims, segment, false);
    else if (coding__value_is(role, "QC")) read_person(claims, segment, true);
}

static void read_sex(coding_claims *claims, const coding__segment *segment, coding__person *person)
{
    coding__value sex = segment->elements[3];
    person->sex = coding__value_is(sex, "M")   ? CODING_SEX_MALE
                  : coding__value_is(sex, "F") ? CODING_SEX_FEMALE
                                               : CODING_SEX_UNKNOWN;
    if (person->sex || !sex.length || coding__value_is(sex, "U")) return;
    coding__claims_tell(claims, coding__at(segment, 3), CODING_CLAIMS_ELEMENT,
                        "\"%s\" is no sex; M, F or U stands here", coding__claims_quoted(sex.text, sex.length).text);
}

/* Inside of a claim it describes another payer's subscriber: 4010 has that. */
void coding__x12_dmg(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    coding_date  last;
    if (x12->in_claim) return;
    if (!x12->described) {
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "it describes nobody; it belongs behind NM1 of a subscriber (IL) or patient (QC)");
        return;
    }
    x12->described->described = true;
    coding__x12_days(claims, segment, 2, segment->elements[1], segment->elements[2], &x12->described->born, &last);
    read_sex(claims, segment, x12->described);
}
