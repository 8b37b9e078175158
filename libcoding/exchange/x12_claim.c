/* The claim as a whole: CLM begins it; CL1 and DTP say more of it. */
#include "exchange/claims.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* A hospital's facility code is the type of bill without its leading 0 and its frequency: 11 and 12 are stays. */
static void read_bill(coding_claims *claims, const coding__segment *segment, coding__composite where)
{
    coding_claim_options *whole = &claims->draft.whole;
    coding__value         facility = where.parts[1], frequency = where.parts[3];
    bool                  inpatient = coding__value_is(facility, "11") || coding__value_is(facility, "12");
    char                  bill[8];
    whole->kind = inpatient ? CODING_CLAIM_INPATIENT : CODING_CLAIM_OUTPATIENT;
    if (facility.length != 2 || frequency.length != 1) {
        coding__value given = segment->elements[5];
        coding__claims_tell(claims, coding__at(segment, 5), CODING_CLAIMS_ELEMENT,
                            "\"%s\" is no type of bill; facility code, A and frequency stand here, such as 13:A:1",
                            coding__claims_quoted(given.text, given.length).text);
        return;
    }
    snprintf(bill, sizeof bill, "0%.2s%.1s", facility.text, frequency.text);
    whole->bill = coding__x12_text(claims, segment, 5, (coding__value){bill, strlen(bill)});
}

static void read_place(coding_claims *claims, const coding__segment *segment, coding__composite where)
{
    coding__x12 *x12 = &claims->x12;
    claims->draft.whole.kind = x12->guide == CODING__GUIDE_D ? CODING_CLAIM_DENTAL
                               : x12->supplier               ? CODING_CLAIM_DME
                                                             : CODING_CLAIM_PROFESSIONAL;
    if (where.parts[1].length) claims->draft.whole.place = coding__x12_text(claims, segment, 5, where.parts[1]);
    else
        coding__claims_tell(claims, coding__at(segment, 5), CODING_CLAIMS_ELEMENT,
                            "no place of service; place, B and frequency stand here, such as 11:B:1");
}

static void check_qualifier(coding_claims *claims, const coding__segment *segment, coding__composite where)
{
    const char *wanted = claims->x12.guide == CODING__GUIDE_I ? "A" : "B";
    if (!where.parts[2].length || coding__value_is(where.parts[2], wanted)) return;
    coding__claims_tell(claims, coding__at(segment, 5), CODING_CLAIMS_ELEMENT,
                        "qualifier \"%s\" is not %s, which this kind of claim has",
                        coding__claims_quoted(where.parts[2].text, where.parts[2].length).text, wanted);
}

static void read_patient(coding_claims *claims, const coding__segment *segment)
{
    const coding__x12    *x12 = &claims->x12;
    const coding__person *patient = x12->level == 23 ? &x12->dependent : &x12->subscriber;
    claims->draft.whole.born = patient->born;
    claims->draft.whole.sex = patient->sex;
    if (x12->level < 22)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "the claim belongs to nobody; HL of level 22 or 23 must stand before it");
    else if (!patient->described)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "the patient has no DMG before the claim; send birth and sex");
}

static void start_claim(coding_claims *claims, const coding__segment *segment)
{
    coding__x12         *x12 = &claims->x12;
    coding__claims_place place = coding__at(segment, 0);
    place.name = "CLM";
    coding__claims_begin(claims, place);
    x12->in_claim = true;
    x12->loop = CODING__LOOP_CLAIM;
    x12->lines = 0;
    x12->served = x12->dated = x12->claim_dated = x12->ninth = x12->tenth = x12->listed = false;
}

void coding__x12_clm(coding_claims *claims, const coding__segment *segment)
{
    start_claim(claims, segment);
    coding_claim_options *whole = &claims->draft.whole;
    coding__composite     where = coding__x12_composite(&claims->x12, segment->elements[5]);
    whole->id = coding__x12_needed(claims, segment, 1, "the sender's number of the claim");
    if (coding__x12_needed(claims, segment, 2, "the charge")) whole->charge = coding__x12_cents(claims, segment, 2);
    if (claims->x12.guide == CODING__GUIDE_I) read_bill(claims, segment, where);
    else read_place(claims, segment, where);
    check_qualifier(claims, segment, where);
    whole->provider = coding__claims_text(claims, claims->x12.provider, strlen(claims->x12.provider));
    read_patient(claims, segment);
}

void coding__x12_cl1(coding_claims *claims, const coding__segment *segment)
{
    if (claims->x12.guide != CODING__GUIDE_I)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "only a hospital's claim (837I) has it; take it away");
    else claims->draft.whole.discharge = coding__x12_text(claims, segment, 3, segment->elements[3]);
}

static void date_line(coding_claims *claims, const coding__segment *segment, coding_date first, coding_date last)
{
    coding__draft      *draft = &claims->draft;
    coding__draft_line *lines = draft->lines.items;
    if (!claims->x12.served || !draft->lines.count) {
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "the day stands before the service; move it behind SV1, SV2 or SV3");
        return;
    }
    lines[draft->lines.count - 1].with.first = first;
    lines[draft->lines.count - 1].with.last = last;
}

/* 434 is a hospital's statement period; 472 a day of service, of a line or of a dentist's whole claim. The others are
 * passed over: onset, accident, admission and so on are no days of service. */
void coding__x12_dtp(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    bool         statement = coding__value_is(segment->elements[1], "434");
    bool         service = coding__value_is(segment->elements[1], "472");
    bool         of_line = x12->loop == CODING__LOOP_LINE;
    coding_date  first, last;
    if (!x12->in_claim || x12->loop == CODING__LOOP_OTHER_PAYER || (!statement && !service)) return;
    if (of_line && service) x12->dated = true;
    if (!of_line) x12->claim_dated = true;
    if (!coding__x12_days(claims, segment, 3, segment->elements[2], segment->elements[3], &first, &last)) return;
    if (of_line && service) date_line(claims, segment, first, last);
    if (of_line) return;
    claims->draft.whole.first = first;
    claims->draft.whole.last = last;
}

void coding__x12_claim_ends(coding_claims *claims)
{
    coding__x12 *x12 = &claims->x12;
    x12->in_claim = false;
    if (!claims->open) return; /* it was lost */
    if (x12->loop == CODING__LOOP_LINE) coding__x12_line_ends(claims);
    if (x12->guide == CODING__GUIDE_I && !x12->claim_dated)
        coding__claims_tell(claims, claims->begun, CODING_CLAIMS_SEGMENT,
                            "the claim has no DTP 434; send its statement period");
    coding__claims_finish(claims);
}
