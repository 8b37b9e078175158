/* The lists of the code editor and the tables kept by hand, read back from a book that is extended. */
#include "compile/read_book_claims.h"
#include "compile/services.h"

static void read_listed(coding__claims_reading *r, coding__section section, uint32_t i, coding__vector *rows)
{
    coding__mce_row row = {
        .code = coding__code_at(&r->of, section, i, CODING__MCE_ROW),
        .first = coding__u32(r->of.book, section, i, CODING__MCE_FIRST),
        .until = coding__u32(r->of.book, section, i, CODING__MCE_UNTIL),
        .flags = coding__u32(r->of.book, section, i, CODING__MCE_FLAGS),
        .origin = coding__origin_at(&r->of, section, i, CODING__MCE_ORIGIN),
        .line = coding__u32(r->of.book, section, i, CODING__MCE_LINE),
    };
    if (row.code) *(coding__mce_row *)coding__push(r->of.model, rows, sizeof row) = row;
}

static void read_diagnosis(coding__claims_reading *r, uint32_t i)
{
    read_listed(r, CODING__MCE_DIAGNOSES, i, &r->of.model->claims.mce_diagnoses);
}

static void read_procedure(coding__claims_reading *r, uint32_t i)
{
    read_listed(r, CODING__MCE_PROCEDURES, i, &r->of.model->claims.mce_procedures);
}

static void read_age(coding__claims_reading *r, uint32_t i)
{
    coding__mce_age age = {
        .flag = coding__u32(r->of.book, CODING__MCE_AGES, i, CODING__MCE_AGE_FLAG),
        .first = coding__u32(r->of.book, CODING__MCE_AGES, i, CODING__MCE_AGE_FIRST),
        .until = coding__u32(r->of.book, CODING__MCE_AGES, i, CODING__MCE_AGE_UNTIL),
        .low = (uint16_t)coding__u16(r->of.book, CODING__MCE_AGES, i, CODING__MCE_AGE_LOW),
        .high = (uint16_t)coding__u16(r->of.book, CODING__MCE_AGES, i, CODING__MCE_AGE_HIGH),
        .origin = coding__origin_at(&r->of, CODING__MCE_AGES, i, CODING__MCE_AGE_ORIGIN),
        .line = coding__u32(r->of.book, CODING__MCE_AGES, i, CODING__MCE_AGE_LINE),
    };
    *(coding__mce_age *)coding__push(r->of.model, &r->of.model->claims.mce_ages, sizeof age) = age;
}

static void read_discharge(coding__claims_reading *r, uint32_t i)
{
    coding__mce_discharge discharge = {
        .status = coding__u32(r->of.book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_STATUS),
        .first = coding__u32(r->of.book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_FIRST),
        .until = coding__u32(r->of.book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_ORIGIN),
        .line = coding__u32(r->of.book, CODING__MCE_DISCHARGES, i, CODING__MCE_DISCHARGE_LINE),
    };
    *(coding__mce_discharge *)coding__push(r->of.model, &r->of.model->claims.discharges, sizeof discharge) = discharge;
}

/* Reads `count` ranges to the end of the model's, as rows or as codes; answers how many. */
static uint32_t read_ranges(coding__claims_reading *r, uint32_t first, uint32_t count, bool rows)
{
    uint32_t total = coding__count(r->of.book, CODING__CLAIM_RANGES);
    if (first > total || count > total - first || count > r->ranges) return 0;
    r->ranges -= count;
    for (uint32_t i = first; i < first + count; i++) {
        coding__code_range range = {
            .first = rows ? coding__code_at(&r->of, CODING__CLAIM_RANGES, i, 0)
                          : coding__u64(r->of.book, CODING__CLAIM_RANGES, i, 0),
            .last = rows ? coding__code_at(&r->of, CODING__CLAIM_RANGES, i, 4)
                         : coding__u64(r->of.book, CODING__CLAIM_RANGES, i, 8),
        };
        *(coding__code_range *)coding__push(r->of.model, &r->of.model->claims.ranges, sizeof range) = range;
    }
    return count;
}

static void read_pair_rule(coding__claims_reading *r, uint32_t i)
{
    coding__pair_rule rule = {
        .rule = coding__u32(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_RULE),
        .one = {coding__code_at(&r->of, CODING__CLAIM_PAIRS, i, CODING__PAIR_FIRST),
                coding__code_at(&r->of, CODING__CLAIM_PAIRS, i, CODING__PAIR_LAST)},
        .others = (uint32_t)r->of.model->claims.ranges.count,
        .how = (uint8_t)coding__u8(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_HOW),
        .severity = (uint8_t)coding__u8(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_SEVERITY),
        .kinds = coding__u32(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_KINDS),
        .since = coding__u32(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_SINCE),
        .until = coding__u32(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_UNTIL),
        .text = coding__word_at(&r->of, CODING__CLAIM_PAIRS, i, CODING__PAIR_TEXT),
        .because = coding__word_at(&r->of, CODING__CLAIM_PAIRS, i, CODING__PAIR_BECAUSE),
        .origin = coding__origin_at(&r->of, CODING__CLAIM_PAIRS, i, CODING__PAIR_ORIGIN),
        .line = coding__u32(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_LINE),
    };
    rule.other_count = read_ranges(r, coding__u32(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_OTHER),
                                   coding__u16(r->of.book, CODING__CLAIM_PAIRS, i, CODING__PAIR_OTHERS), true);
    *(coding__pair_rule *)coding__push(r->of.model, &r->of.model->claims.pairs, sizeof rule) = rule;
}

static void read_modifier_ranges(coding__claims_reading *r, uint32_t i, coding__modifier_rule *rule)
{
    rule->fits = (uint32_t)r->of.model->claims.ranges.count;
    rule->fit_count = read_ranges(r, coding__u32(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_RANGE),
                                  coding__u16(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_RANGES), false);
    rule->never = (uint32_t)r->of.model->claims.ranges.count;
    rule->never_count = read_ranges(r, coding__u32(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_NOT_RANGE),
                                    coding__u16(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_NOT_RANGES),
                                    false);
}

static void read_modifier(coding__claims_reading *r, uint32_t i)
{
    coding__modifier_rule rule = {
        .code = coding__u64(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_CODE),
        .group = (uint8_t)coding__u8(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_GROUP),
        .severity = (uint8_t)coding__u8(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_SEVERITY),
        .order = (uint8_t)coding__u8(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_ORDER),
        .kinds = coding__u32(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_KINDS),
        .places = coding__word_at(&r->of, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_PLACES),
        .not_with = coding__word_at(&r->of, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_NOT_WITH),
        .needs = coding__word_at(&r->of, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_NEEDS),
        .text = coding__word_at(&r->of, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_TEXT),
        .origin = coding__origin_at(&r->of, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_ORIGIN),
        .line = coding__u32(r->of.book, CODING__CLAIM_MODIFIERS, i, CODING__MODIFIER_LINE),
    };
    if (r->of.model->public_only) return; /* its ranges are of CPT numbers */
    read_modifier_ranges(r, i, &rule);
    *(coding__modifier_rule *)coding__push(r->of.model, &r->of.model->claims.modifiers, sizeof rule) = rule;
}

static void read_place(coding__claims_reading *r, uint32_t i)
{
    coding__place_rule rule = {
        .codes = {coding__u64(r->of.book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_FIRST),
                  coding__u64(r->of.book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_LAST)},
        .fit = coding__word_at(&r->of, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_TEXT),
        .not_fit = coding__word_at(&r->of, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_NOT),
        .why = coding__word_at(&r->of, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_WHY),
        .severity = (uint8_t)coding__u8(r->of.book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_SEVERITY),
        .origin = coding__origin_at(&r->of, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_ORIGIN),
        .line = coding__u32(r->of.book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_LINE),
    };
    if (r->of.model->public_only) return; /* its ranges are of CPT numbers */
    *(coding__place_rule *)coding__push(r->of.model, &r->of.model->claims.places, sizeof rule) = rule;
}

static void read_more_time(const coding__claims_reading *r, uint32_t i, coding__visit_row *row)
{
    row->prolonged = coding__plus_at(r, CODING__VISITS, i, CODING__VISIT_PROLONGED);
    row->prolonged_from = (uint16_t)coding__u16(r->of.book, CODING__VISITS, i, CODING__VISIT_PROLONGED_FROM);
    row->prolonged_each = (uint16_t)coding__u16(r->of.book, CODING__VISITS, i, CODING__VISIT_PROLONGED_EACH);
    row->medicare = coding__plus_at(r, CODING__VISITS, i, CODING__VISIT_MEDICARE);
    row->medicare_from = (uint16_t)coding__u16(r->of.book, CODING__VISITS, i, CODING__VISIT_MEDICARE_FROM);
    row->medicare_each = (uint16_t)coding__u16(r->of.book, CODING__VISITS, i, CODING__VISIT_MEDICARE_EACH);
}

static void read_visit(coding__claims_reading *r, uint32_t i)
{
    coding__visit_row row = {
        .service = coding__service_at(r, CODING__VISITS, i, CODING__VISIT_SERVICE),
        .first = coding__u32(r->of.book, CODING__VISITS, i, CODING__VISIT_FIRST),
        .until = coding__u32(r->of.book, CODING__VISITS, i, CODING__VISIT_UNTIL),
        .family = (uint8_t)coding__u8(r->of.book, CODING__VISITS, i, CODING__VISIT_FAMILY),
        .level = (uint8_t)coding__u8(r->of.book, CODING__VISITS, i, CODING__VISIT_LEVEL),
        .rank = (uint8_t)coding__u8(r->of.book, CODING__VISITS, i, CODING__VISIT_RANK),
        .minutes = (uint16_t)coding__u16(r->of.book, CODING__VISITS, i, CODING__VISIT_MINUTES),
        .minutes_most = (uint16_t)coding__u16(r->of.book, CODING__VISITS, i, CODING__VISIT_MINUTES_MOST),
        .origin = coding__origin_at(&r->of, CODING__VISITS, i, CODING__VISIT_ORIGIN),
        .line = coding__u32(r->of.book, CODING__VISITS, i, CODING__VISIT_LINE),
    };
    if (row.service == CODING__NO_SERVICE_NUMBER) return;
    read_more_time(r, i, &row);
    *(coding__visit_row *)coding__push(r->of.model, &r->of.model->claims.visits, sizeof row) = row;
}

static void read_policy(coding__claims_reading *r, uint32_t i)
{
    coding__policy policy = {
        .id = coding__word_at(&r->of, CODING__POLICIES, i, CODING__POLICY_ID),
        .title = coding__word_at(&r->of, CODING__POLICIES, i, CODING__POLICY_TITLE),
        .first = coding__u32(r->of.book, CODING__POLICIES, i, CODING__POLICY_FIRST),
        .until = coding__u32(r->of.book, CODING__POLICIES, i, CODING__POLICY_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__POLICIES, i, CODING__POLICY_ORIGIN),
        .line = coding__u32(r->of.book, CODING__POLICIES, i, CODING__POLICY_LINE),
    };
    *(coding__policy *)coding__push(r->of.model, &r->of.model->claims.policies, sizeof policy) = policy;
}

static void read_policy_row(coding__claims_reading *r, uint32_t i)
{
    uint32_t           policy = coding__u32(r->of.book, CODING__POLICY_ROWS, i, CODING__POLICY_ROW_POLICY);
    coding__policy_row row = {
        .service = coding__service_at(r, CODING__POLICY_ROWS, i, CODING__POLICY_ROW_SERVICE),
        .policy = r->policies + policy,
        .diagnoses = {coding__code_at(&r->of, CODING__POLICY_ROWS, i, CODING__POLICY_ROW_FIRST),
                      coding__code_at(&r->of, CODING__POLICY_ROWS, i, CODING__POLICY_ROW_LAST)},
        .kind = (uint8_t)coding__u8(r->of.book, CODING__POLICY_ROWS, i, CODING__POLICY_ROW_KIND),
        .line = coding__u32(r->of.book, CODING__POLICY_ROWS, i, CODING__POLICY_ROW_LINE),
    };
    if (row.service == CODING__NO_SERVICE_NUMBER || policy >= coding__count(r->of.book, CODING__POLICIES)) return;
    *(coding__policy_row *)coding__push(r->of.model, &r->of.model->claims.policy_rows, sizeof row) = row;
}

void coding__take_hand_tables(coding__claims_reading *r)
{
    coding__read_each(r, CODING__MCE_DIAGNOSES, read_diagnosis);
    coding__read_each(r, CODING__MCE_PROCEDURES, read_procedure);
    coding__read_each(r, CODING__MCE_AGES, read_age);
    coding__read_each(r, CODING__MCE_DISCHARGES, read_discharge);
    coding__read_each(r, CODING__CLAIM_PAIRS, read_pair_rule);
    coding__read_each(r, CODING__CLAIM_MODIFIERS, read_modifier);
    coding__read_each(r, CODING__CLAIM_PLACES, read_place);
    coding__read_each(r, CODING__VISITS, read_visit);
    coding__read_each(r, CODING__POLICIES, read_policy);
    coding__read_each(r, CODING__POLICY_ROWS, read_policy_row);
}
