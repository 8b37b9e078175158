/* Procedure-to-procedure edits: one payment covers both services.
 *
 * Reads   table ptp of the claim's setting: column 1, column 2, days, modifier indicator.
 * Asks    every ordered pair of lines of one day and one provider.
 * Speaks  on the column-2 line: a denial, with its cure where the indicator is 1, until a modifier of table claim.mods
 *         that parts pairs stands on either line (24, 25 and 57 on the visit alone). Indicator 9 was never in force.
 *         Where the table does not say when a pair began, a day before its quarter is a warning. A note at 59 or X on
 *         a service that no edit joins with another of the day. */
#include "rule/fee.h"

enum { DENIED, MAYBE_NOT_YET, PARTS_NOTHING };

static bool has_group(const coding__billed *line, unsigned group) { return line->groups >> group & 1; }

static bool is_asked(const coding__billed *line) { return line->service != CODING__NO_SERVICE && line->counts; }

static bool are_one_payment(const coding__billed *first, const coding__billed *second)
{
    return is_asked(second) && first->on == second->on && first->service != second->service
           && coding__same_provider(first, second);
}

static bool parts(const coding__billed *line)
{
    if (has_group(line, CODING__MODIFIER_VISIT) && line->is_visit) return true;
    return has_group(line, CODING__MODIFIER_ANATOMIC) || has_group(line, CODING__MODIFIER_DISTINCT)
           || has_group(line, CODING__MODIFIER_STAGED) || has_group(line, CODING__MODIFIER_REPEAT);
}

static bool is_laboratory(const coding__view *view, const coding__billed *line, coding_code repeat)
{
    uint32_t record = coding__modifier_find(view->book, repeat);
    uint32_t first = coding__u32(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_RANGE);
    uint32_t count = coding__u16(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_RANGES);
    return coding__in_code_ranges(view->book, first, count, line->code);
}

/* What would part them: 57 or 25 on a visit, by the other's global days; 91 on a laboratory test; else 59. */
static coding_code parting_modifier(const coding__view *view, const coding__billed *first,
                                    const coding__billed *second)
{
    coding_code           repeat = coding_parse(CODING_MODIFIER, "91", 2).code;
    const coding__billed *other = first->is_visit ? second : first;
    bool                  major = coding__fee_says(view, other, CODING__FEE_GLOBAL) == CODING__GLOBAL_90;
    if (first->is_visit || second->is_visit) return coding_parse(CODING_MODIFIER, major ? "57" : "25", 2).code;
    return is_laboratory(view, second, repeat) ? repeat : coding_parse(CODING_MODIFIER, "59", 2).code;
}

static void speak(coding__view *view, const coding__billed *first, const coding__billed *second, uint32_t item,
                  bool unsure)
{
    uint32_t state = coding__u16(view->book, CODING__PTP, item, CODING__PTP_STATE);
    uint32_t indicator = coding__u8(view->book, CODING__PTP_STATES, state, CODING__PTP_STATE_INDICATOR) - '0';
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_PTP,
        .severity = unsure ? CODING_WARNING : CODING_DENIAL,
        .cure = indicator == 1 ? CODING_CLAIM_CURE_MODIFIER : CODING_CLAIM_CURE_NONE,
        .place = coding__at_line(second),
        .partner = coding__at_line(first),
        .code = second->code,
        .other = first->code,
        .modifier = indicator == 1 ? parting_modifier(view, first, second) : 0,
        .on = second->on,
        .day = coding__u32(view->book, CODING__PTP_STATES, state, CODING__PTP_STATE_UNTIL),
        .why = coding__text_of(view->book, CODING__PTP_STATES, state, CODING__PTP_STATE_WHY),
        .detail = unsure ? MAYBE_NOT_YET : DENIED,
        .indicator = indicator,
        .source = coding__ptp_source(view->book, item),
    });
}

/* The edit that joins the two; CODING__NONE. */
static uint32_t edit_of(const coding__view *view, const coding__items *of, const coding__billed *first,
                        const coding__billed *second, bool *unsure)
{
    bool may_be = coding__may_be_pair(view->book, of, second->service) && are_one_payment(first, second);
    return may_be ? coding__ptp_find(view->book, of, second->service, second->on, unsure) : CODING__NONE;
}

static void judge_pair(coding__view *view, const coding__items *of, const coding__billed *first,
                       const coding__billed *second)
{
    bool     unsure = false;
    uint32_t item = edit_of(view, of, first, second, &unsure);
    if (item == CODING__NONE) return;
    uint32_t state = coding__u16(view->book, CODING__PTP, item, CODING__PTP_STATE);
    bool     may_part = coding__u8(view->book, CODING__PTP_STATES, state, CODING__PTP_STATE_INDICATOR) == '1';
    if (may_part && (parts(first) || parts(second))) return;
    speak(view, first, second, item, unsure);
}

/* Few pairs are edits: the filter is asked first. */
static void judge_first(coding__view *view, const coding__billed *first)
{
    coding__items of = coding__ptp_items(view->book, view->setting, first->service);
    for (size_t j = 0; j < view->line_count && of.first < of.past; j++)
        judge_pair(view, &of, first, &view->lines[j]);
}

/* Does an edit join the line with another, or does another have the same service, which 59 tells it from? */
static bool is_joined(const coding__view *view, const coding__billed *line)
{
    coding__items own = coding__ptp_items(view->book, view->setting, line->service);
    bool          unsure = false;
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *other = &view->lines[i];
        if (other == line || !is_asked(other)) continue;
        if (other->service == line->service) return true;
        coding__items of = coding__ptp_items(view->book, view->setting, other->service);
        if (edit_of(view, &of, other, line, &unsure) != CODING__NONE) return true;
        if (edit_of(view, &own, line, other, &unsure) != CODING__NONE) return true;
    }
    return false;
}

static void judge_parting(coding__view *view, const coding__billed *line)
{
    if (!has_group(line, CODING__MODIFIER_DISTINCT) || line->is_visit || is_joined(view, line)) return;
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_PTP,
        .severity = CODING_NOTE,
        .cure = CODING_CLAIM_CURE_NO_MODIFIER,
        .place = coding__at_line(line),
        .code = line->code,
        .modifier = coding__one_of_modifiers(line, "59 XE XP XS XU"),
        .detail = PARTS_NOTHING,
    });
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) {
        if (!is_asked(&view->lines[i])) continue;
        if (!view->lines[i].again) judge_first(view, &view->lines[i]);
        judge_parting(view, &view->lines[i]);
    }
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (has_group(&view->lines[i], CODING__MODIFIER_DISTINCT)) return true;
    return view->line_count > 1;
}

static bool needs(const coding__view *view, coding__claim_table table)
{
    return view->setting == (table == CODING__TABLE_PTP_OUTPATIENT);
}

static void tell_parting(const coding_claim_finding *finding, coding__phrase *phrase)
{
    char modifier[CODING_CODE_TEXT];
    coding__say(phrase, "modifier %s has nothing to part it from on this claim: no pair edit of the day names it",
                coding_code_format(finding->modifier, modifier));
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT], modifier[CODING_CODE_TEXT];
    (void)desk;
    if (finding->detail == PARTS_NOTHING) {
        tell_parting(finding, phrase);
        return;
    }
    coding__say(phrase, "not paid beside %s of line %u", coding_code_format(finding->other, other),
                (unsigned)finding->partner.number);
    if (finding->why && *finding->why) coding__say(phrase, " (%s)", finding->why);
    if (finding->detail == MAYBE_NOT_YET) coding__say(phrase, ", unless the edit began later: its table does not say");
    if (finding->indicator == 1)
        coding__say(phrase, "; modifier %s parts them where the record shows separate services",
                    coding_code_format(finding->modifier, modifier));
    else coding__say(phrase, "; no modifier parts them");
}

const coding__rule coding__ptp_rule = {
    .rule = CODING_CLAIM_RULE_PTP,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_OUTPATIENT,
    .tables = {CODING__TABLE_PTP_PRACTITIONER, CODING__TABLE_PTP_OUTPATIENT},
    .needs = needs,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
