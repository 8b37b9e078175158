/* HI: up to 12 composites, each with a qualifier that says what its code is there for and by which edition it is. */
#include "exchange/claims.h"

#include <string.h>

enum { HI_MOST = 12 };

typedef enum what { PASSED_OVER, DIAGNOSIS, PROCEDURE } what;

typedef struct qualifier {
    char              name[4];
    what              is;
    coding_claim_role role;
    bool              principal;
    coding_system     system;
} qualifier;

static const qualifier qualifiers[] = {
    {"ABK", DIAGNOSIS, CODING_ROLE_LISTED, true, CODING_ICD10CM},
    {"ABF", DIAGNOSIS, CODING_ROLE_LISTED, false, CODING_ICD10CM},
    {"ABJ", DIAGNOSIS, CODING_ROLE_ADMITTING, false, CODING_ICD10CM},
    {"APR", DIAGNOSIS, CODING_ROLE_REASON, false, CODING_ICD10CM},
    {"ABN", DIAGNOSIS, CODING_ROLE_CAUSE, false, CODING_ICD10CM},
    {"BBR", PROCEDURE, CODING_ROLE_LISTED, true, CODING_ICD10PCS},
    {"BBQ", PROCEDURE, CODING_ROLE_LISTED, false, CODING_ICD10PCS},
    {"BK", DIAGNOSIS, CODING_ROLE_LISTED, true, CODING_ICD9CM},
    {"BF", DIAGNOSIS, CODING_ROLE_LISTED, false, CODING_ICD9CM},
    {"BJ", DIAGNOSIS, CODING_ROLE_ADMITTING, false, CODING_ICD9CM},
    {"PR", DIAGNOSIS, CODING_ROLE_REASON, false, CODING_ICD9CM},
    {"ZZ", DIAGNOSIS, CODING_ROLE_REASON, false, CODING_ICD9CM}, /* of 4010 */
    {"BN", DIAGNOSIS, CODING_ROLE_CAUSE, false, CODING_ICD9CM},
    {"BR", PROCEDURE, CODING_ROLE_LISTED, true, CODING_ICD9PCS},
    {"BQ", PROCEDURE, CODING_ROLE_LISTED, false, CODING_ICD9PCS},
    {"DR", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* DRG */
    {"BI", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* occurrence span */
    {"BH", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* occurrence */
    {"BE", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* value */
    {"BG", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* condition */
    {"TC", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* treatment */
    {"BP", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* anesthesia: surgery it was for */
    {"BO", PASSED_OVER, CODING_ROLE_LISTED, false, CODING_ANY}, /* the same, further ones */
};

static const qualifier *qualifier_of(coding__value piece)
{
    for (size_t i = 0; i < sizeof qualifiers / sizeof *qualifiers; i++)
        if (coding__value_is(piece, qualifiers[i].name)) return &qualifiers[i];
    return NULL;
}

/* Y, N, U, W; 1 of old claims and nothing are blank. */
static coding_poa read_poa(coding_claims *claims, const coding__segment *segment, uint32_t element, coding__value poa)
{
    static const char *const names[] = {
        [CODING_POA_YES] = "Y", [CODING_POA_NO] = "N", [CODING_POA_UNKNOWN] = "U", [CODING_POA_UNDETERMINED] = "W"};
    for (unsigned i = CODING_POA_YES; i <= CODING_POA_UNDETERMINED; i++)
        if (coding__value_is(poa, names[i])) return (coding_poa)i;
    if (poa.length && !coding__value_is(poa, "1"))
        coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                            "present on admission is \"%s\"; Y, N, U, W or nothing stands there",
                            coding__claims_quoted(poa.text, poa.length).text);
    return CODING_POA_BLANK;
}

/* ICD-9 and ICD-10 never share a claim; told once. */
static void check_editions(coding_claims *claims, const coding__segment *segment, uint32_t element,
                           coding_system system)
{
    coding__x12 *x12 = &claims->x12;
    bool         ninth = system == CODING_ICD9CM || system == CODING_ICD9PCS;
    bool         mixed = x12->ninth && x12->tenth;
    if (ninth) x12->ninth = true;
    else x12->tenth = true;
    if (mixed || !x12->ninth || !x12->tenth) return;
    coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                        "qualifiers of ICD-9 and of ICD-10 on one claim; the last day of service decides for one");
}

/* The principal diagnosis is the first that is listed. */
static void check_order(coding_claims *claims, const coding__segment *segment, uint32_t element, const qualifier *kind)
{
    coding__x12 *x12 = &claims->x12;
    if (kind->role != CODING_ROLE_LISTED) return;
    if (kind->principal == x12->listed)
        coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                            kind->principal ? "%s is not the first diagnosis; one alone is principal, and it is first"
                                            : "%s comes before a principal diagnosis; the first one has ABK or BK",
                            kind->name);
    x12->listed = true;
}

static void add_diagnosis(coding_claims *claims, const coding__segment *segment, uint32_t element,
                          const qualifier *kind, const coding__composite *c022)
{
    const char *code = coding__x12_text(claims, segment, element, c022->parts[2]);
    check_order(claims, segment, element, kind);
    coding__draft_diagnosis *diagnosis = coding__draft_add_diagnosis(&claims->draft, code ? code : "", kind->role);
    if (!diagnosis) return;
    diagnosis->principal = kind->principal;
    diagnosis->with.system = kind->system;
    diagnosis->with.poa = read_poa(claims, segment, element, c022->parts[9]);
}

static void add_procedure(coding_claims *claims, const coding__segment *segment, uint32_t element,
                          const qualifier *kind, const coding__composite *c022)
{
    coding_date              last;
    const char              *code = coding__x12_text(claims, segment, element, c022->parts[2]);
    coding__draft_procedure *procedure = coding__draft_add_procedure(&claims->draft, code ? code : "");
    if (!procedure) return;
    procedure->principal = kind->principal;
    if (c022->parts[4].length)
        coding__x12_days(claims, segment, element, c022->parts[3], c022->parts[4], &procedure->on, &last);
}

static void read_composite(coding_claims *claims, const coding__segment *segment, uint32_t element)
{
    coding__composite c022 = coding__x12_composite(&claims->x12, segment->elements[element]);
    const qualifier  *kind = qualifier_of(c022.parts[1]);
    if (!kind)
        coding__claims_tell(claims, coding__at(segment, element), CODING_CLAIMS_ELEMENT,
                            "\"%s\" is no qualifier of a code that is known here; ABK, ABF and the like are",
                            coding__claims_quoted(c022.parts[1].text, c022.parts[1].length).text);
    if (!kind || kind->is == PASSED_OVER) return;
    check_editions(claims, segment, element, kind->system);
    if (kind->is == DIAGNOSIS) add_diagnosis(claims, segment, element, kind, &c022);
    else add_procedure(claims, segment, element, kind, &c022);
}

void coding__x12_hi(coding_claims *claims, const coding__segment *segment)
{
    if (claims->x12.loop != CODING__LOOP_CLAIM)
        coding__claims_tell(claims, coding__at(segment, 0), CODING_CLAIMS_SEGMENT,
                            "codes of the claim stand behind its lines or another payer; move it behind CLM");
    if (segment->count > HI_MOST)
        coding__claims_tell(claims, coding__at(segment, HI_MOST + 1), CODING_CLAIMS_ELEMENT,
                            "a segment has at most %d codes; send the others in one of their own", HI_MOST);
    for (uint32_t i = 1; i <= segment->count; i++)
        if (segment->elements[i].length) read_composite(claims, segment, i);
}
