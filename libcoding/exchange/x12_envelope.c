/* Interchanges, groups and transaction sets: each opens with a control number and closes with it and a count. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"
#include "exchange/amount.h"

static void tell_number(coding_claims *claims, const coding__segment *closing, uint32_t element,
                        const coding__control *opened, const char *opener)
{
    coding__value given = closing->elements[element];
    if (coding__control_is(opened, given)) return;
    coding__claims_tell(claims, coding__at(closing, element), CODING_CLAIMS_ENVELOPE,
                        "control number \"%s\" is not \"%s\" of %s; both must be the same",
                        coding__claims_quoted(given.text, given.length).text, opened->text, opener);
}

static void tell_count(coding_claims *claims, const coding__segment *closing, uint32_t counted, const char *things)
{
    coding__value given = closing->elements[1];
    uint32_t      count;
    if (coding__count_parse(given.text, given.length, &count) && count == counted) return;
    coding__claims_tell(claims, coding__at(closing, 1), CODING_CLAIMS_COUNT,
                        "it says \"%s\", and the count of %s read is %u; something is lost, or the count is wrong",
                        coding__claims_quoted(given.text, given.length).text, things, (unsigned)counted);
}

static bool tell_unopened(coding_claims *claims, const coding__segment *closing, bool open, const char *opener)
{
    if (open) return false;
    coding__claims_tell(claims, coding__at(closing, 0), CODING_CLAIMS_ENVELOPE, "no %s is open that it could close",
                        opener);
    return true;
}

void coding__x12_isa(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    coding__control_set(&x12->interchange, segment->elements[13]);
    memset(x12->version, 0, sizeof x12->version);
    x12->in_interchange = true;
    x12->astray = false;
    x12->groups = 0;
}

void coding__x12_gs(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    coding__control_set(&x12->group, segment->elements[6]);
    coding__control_set(&x12->group_version, segment->elements[8]);
    x12->in_group = true;
    x12->groups++;
    x12->sets = 0;
}

/* Implementation guides by the front of their names, addenda after it. */
static const struct guide {
    const char   *front;
    coding__guide guide;
    bool          old;
} guides[] = {
    {"005010X222", CODING__GUIDE_P, false}, {"005010X223", CODING__GUIDE_I, false},
    {"005010X224", CODING__GUIDE_D, false}, {"004010X098", CODING__GUIDE_P, true},
    {"004010X096", CODING__GUIDE_I, true},  {"004010X097", CODING__GUIDE_D, true},
};

static void choose_guide(coding__x12 *x12)
{
    x12->guide = CODING__GUIDE_NONE;
    for (size_t i = 0; i < sizeof guides / sizeof *guides; i++) {
        if (strncmp(x12->version, guides[i].front, strlen(guides[i].front))) continue;
        x12->guide = guides[i].guide;
        x12->old = guides[i].old;
    }
}

/* ST03 names the guide; 4010 has it in GS08 alone. */
static void name_version(coding__x12 *x12, const coding__segment *st)
{
    coding__control version = x12->group_version;
    if (st->elements[3].length) coding__control_set(&version, st->elements[3]);
    memcpy(x12->version, coding__claims_quoted(version.text, strlen(version.text)).text, sizeof x12->version - 1);
    choose_guide(x12);
    if (!coding__value_is(st->elements[1], "837")) x12->guide = CODING__GUIDE_NONE;
}

static void tell_transaction(coding_claims *claims, const coding__segment *st)
{
    coding__value kind = st->elements[1];
    coding__claims_tell(claims, coding__at(st, 1), CODING_CLAIMS_VERSION,
                        "transaction set \"%s\" is passed over; claims are those of 837",
                        coding__claims_quoted(kind.text, kind.length).text);
}

static void tell_version(coding_claims *claims, const coding__segment *st)
{
    coding__x12         *x12 = &claims->x12;
    coding__value        named = st->elements[3];
    coding__claims_place place = coding__at(st, named.length ? 3 : 0);
    if (!x12->guide)
        coding__claims_tell(claims, place, CODING_CLAIMS_VERSION,
                            "version \"%s\" is passed over; 005010X222A1, X223A2 and X224A2 are read", x12->version);
    else if (x12->old)
        coding__claims_tell(claims, place, CODING_CLAIMS_VERSION,
                            "version %s is read as far as it agrees with 5010; send 5010", x12->version);
    else if (named.length && *x12->group_version.text && !coding__control_is(&x12->group_version, named))
        coding__claims_tell(claims, place, CODING_CLAIMS_ENVELOPE,
                            "version %s is not \"%s\" of GS08; both must be the same", x12->version,
                            coding__claims_quoted(x12->group_version.text, strlen(x12->group_version.text)).text);
}

void coding__x12_st(coding_claims *claims, const coding__segment *segment)
{
    coding__x12    *x12 = &claims->x12;
    coding__segment st = *segment;
    st.number = 1;
    if (!x12->in_group)
        coding__claims_tell(claims, coding__at(&st, 0), CODING_CLAIMS_ENVELOPE, "no GS stands before it");
    coding__control_set(&x12->set, segment->elements[2]);
    x12->in_set = true;
    x12->sets++;
    x12->segments = 1;
    x12->level = 0;
    x12->described = NULL;
    x12->supplier = false;
    memset(x12->provider, 0, sizeof x12->provider);
    name_version(x12, &st);
    if (coding__value_is(st.elements[1], "837")) tell_version(claims, &st);
    else tell_transaction(claims, &st);
}

void coding__x12_se(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    if (tell_unopened(claims, segment, x12->in_set, "ST")) return;
    tell_count(claims, segment, x12->segments + 1, "segments");
    tell_number(claims, segment, 2, &x12->set, "ST02");
    x12->in_set = false;
}

void coding__x12_ge(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    if (tell_unopened(claims, segment, x12->in_group, "GS")) return;
    tell_count(claims, segment, x12->sets, "transaction sets");
    tell_number(claims, segment, 2, &x12->group, "GS06");
    x12->in_group = false;
}

void coding__x12_iea(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    tell_count(claims, segment, x12->groups, "groups");
    tell_number(claims, segment, 2, &x12->interchange, "ISA13");
    x12->in_interchange = false;
}

static bool is_one_of(const char *id, const char *ids) { return strstr(ids, id) != NULL; }

void coding__x12_cut(coding_claims *claims, const coding__segment *at, const char *where)
{
    coding__x12   *x12 = &claims->x12;
    bool           in_claim = x12->in_claim;
    coding__quoted id = coding__claims_drop(claims);
    coding__claims_tell(claims, coding__at(at, 0), CODING_CLAIMS_CUT, "the text ends %s%s%s%s; send it whole", where,
                        in_claim ? ", so claim \"" : "", id.text, in_claim ? "\" is left out" : "");
    x12->in_claim = x12->in_set = x12->in_group = x12->in_interchange = false;
}

/* The text ends: one sentence for all that is open. */
static bool close_at_end(coding_claims *claims, const coding__segment *none)
{
    coding__x12 *x12 = &claims->x12;
    const char  *lacking = x12->in_set ? "before SE, GE and IEA" : x12->in_group ? "before GE and IEA" : "before IEA";
    if (!x12->in_interchange) return false;
    coding__x12_cut(claims, none, lacking);
    return true;
}

static void tell_unclosed(coding_claims *claims, const coding__segment *at, const char *opener,
                          const coding__control *number, const char *closer)
{
    coding__claims_tell(claims, coding__at(at, 0), CODING_CLAIMS_ENVELOPE,
                        "%s \"%s\" is still open; %s belongs before this %s", opener,
                        coding__claims_quoted(number->text, strlen(number->text)).text, closer, at->id);
}

bool coding__x12_close(coding_claims *claims, const coding__segment *segment)
{
    coding__x12 *x12 = &claims->x12;
    if (!*segment->id) return close_at_end(claims, segment);
    if (x12->in_set && is_one_of(segment->id, "ISA GS ST GE IEA")) {
        tell_unclosed(claims, segment, "transaction set", &x12->set, "SE");
        if (x12->in_claim) coding__x12_claim_ends(claims);
        return !(x12->in_set = false);
    }
    if (x12->in_group && is_one_of(segment->id, "ISA GS IEA")) {
        tell_unclosed(claims, segment, "group", &x12->group, "GE");
        return !(x12->in_group = false);
    }
    if (!x12->in_interchange || !is_one_of(segment->id, "ISA")) return false;
    tell_unclosed(claims, segment, "interchange", &x12->interchange, "IEA");
    return !(x12->in_interchange = false);
}
