#include "rule/pairs.h"

static uint32_t field(const coding__view *view, uint32_t record, unsigned at)
{
    return coding__u32(view->book, CODING__CLAIM_PAIRS, record, at);
}

/* Is it a row of the rule that applies to the claim's day and kind? Most are another's. */
static bool applies(const coding__view *view, uint32_t record, coding_claim_rule rule)
{
    if (field(view, record, CODING__PAIR_RULE) != (uint32_t)rule) return false;
    uint32_t    kinds = field(view, record, CODING__PAIR_KINDS);
    coding_date until = field(view, record, CODING__PAIR_UNTIL);
    return (!kinds || kinds >> view->kind & 1) && field(view, record, CODING__PAIR_SINCE) <= view->last
           && (!until || view->last <= until);
}

static bool is_listed(const coding__listed *listed)
{
    return listed->row != CODING__NO_ROW && listed->role == CODING_ROLE_LISTED;
}

/* The first other diagnosis of `from` to the one before `past` that the record names. */
static const coding__listed *other_among(const coding__view *view, uint32_t record, const coding__listed *self,
                                         size_t from, size_t past)
{
    uint32_t first = field(view, record, CODING__PAIR_OTHER);
    uint32_t count = coding__u16(view->book, CODING__CLAIM_PAIRS, record, CODING__PAIR_OTHERS);
    for (size_t i = from; i < past; i++) {
        const coding__listed *other = &view->diagnoses[i];
        if (other == self || other->row == CODING__NO_ROW) continue;
        if (coding__in_row_ranges(view->book, first, count, other->row)) return other;
    }
    return NULL;
}

static bool is_first(const coding__view *view, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (view->diagnoses[i].role == CODING_ROLE_LISTED) return false;
    return true;
}

static coding_claim_cure cure_of(coding__pair_how how)
{
    switch (how) {
    case CODING__PAIR_NEEDS: return CODING_CLAIM_CURE_ADD;
    case CODING__PAIR_NOT_WITH: return CODING_CLAIM_CURE_CODE;
    case CODING__PAIR_NEEDS_BEFORE:
    case CODING__PAIR_NOT_FIRST:
    case CODING__PAIR_ONLY_FIRST:
    case CODING__PAIR_BEFORE: return CODING_CLAIM_CURE_ORDER;
    }
    return CODING_CLAIM_CURE_NONE;
}

/* The code to be added: the first that the record names. */
static coding_code named(const coding__view *view, uint32_t record)
{
    uint32_t range = field(view, record, CODING__PAIR_OTHER);
    bool     any = coding__u16(view->book, CODING__CLAIM_PAIRS, record, CODING__PAIR_OTHERS) != 0;
    return any ? coding__row_code(view->book, coding__u32(view->book, CODING__CLAIM_RANGES, range, 0)) : 0;
}

static void speak(coding__view *view, uint32_t record, const coding__listed *self, const coding__listed *other)
{
    coding__pair_how how = (coding__pair_how)coding__u8(view->book, CODING__CLAIM_PAIRS, record, CODING__PAIR_HOW);
    coding__speak(view, (coding_claim_finding){
        .rule = (coding_claim_rule)field(view, record, CODING__PAIR_RULE),
        .severity = (coding_severity)coding__u8(view->book, CODING__CLAIM_PAIRS, record, CODING__PAIR_SEVERITY),
        .cure = cure_of(how),
        .place = coding__at_diagnosis(self),
        .partner = other ? coding__at_diagnosis(other) : (coding_claim_place){0},
        .code = self->code,
        .other = other ? other->code : how == CODING__PAIR_NEEDS ? named(view, record) : 0,
        .on = view->last,
        .why = coding__text_of(view->book, CODING__CLAIM_PAIRS, record, CODING__PAIR_TEXT),
        .detail = CODING__PAIR_DETAIL | (uint32_t)how,
        .source = coding__source(view->book, field(view, record, CODING__PAIR_ORIGIN),
                                 field(view, record, CODING__PAIR_LINE)),
    });
}

static void judge_row(coding__view *view, uint32_t record, size_t index)
{
    const coding__listed *self = &view->diagnoses[index], *other = NULL;
    size_t                count = view->diagnosis_count;
    switch ((coding__pair_how)coding__u8(view->book, CODING__CLAIM_PAIRS, record, CODING__PAIR_HOW)) {
    case CODING__PAIR_NOT_WITH:
        if ((other = other_among(view, record, self, 0, count))) speak(view, record, self, other);
        break;
    case CODING__PAIR_NEEDS:
        if (!other_among(view, record, self, 0, count)) speak(view, record, self, NULL);
        break;
    case CODING__PAIR_NEEDS_BEFORE:
        if (!other_among(view, record, self, 0, index)) speak(view, record, self, NULL);
        break;
    case CODING__PAIR_NOT_FIRST:
        if (is_first(view, index)) speak(view, record, self, NULL);
        break;
    case CODING__PAIR_ONLY_FIRST:
        if (!is_first(view, index)) speak(view, record, self, NULL);
        break;
    case CODING__PAIR_BEFORE:
        if ((other = other_among(view, record, self, 0, index))) speak(view, record, self, other);
        break;
    }
}

void coding__judge_pairs(coding__view *view, coding_claim_rule rule)
{
    for (uint32_t record = 0; record < coding__count(view->book, CODING__CLAIM_PAIRS); record++) {
        if (!applies(view, record, rule)) continue;
        uint32_t first = field(view, record, CODING__PAIR_FIRST);
        uint32_t past = coding__u32(view->book, CODING__ROWS, field(view, record, CODING__PAIR_LAST), CODING__ROW_PAST);
        for (size_t i = 0; i < view->diagnosis_count; i++)
            if (first <= view->diagnoses[i].row && view->diagnoses[i].row < past && is_listed(&view->diagnoses[i]))
                judge_row(view, record, i);
    }
}

bool coding__has_diagnoses(const coding__view *view) { return view->diagnosis_count > 0; }

void coding__tell_pair(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    if (finding->partner.number)
        coding__say(phrase, "with %s, diagnosis %u: ", coding_code_format(finding->other, other),
                    (unsigned)finding->partner.number);
    coding__say(phrase, "%s", finding->why ? finding->why : "");
}
