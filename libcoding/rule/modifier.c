/* Modifiers: each fits its code, its fellows and its claim.
 *
 * Reads   table claim.mods: codes that a modifier fits or never fits, kinds of claims, places, fellows it excludes,
 *         conditions on the fee schedule, and whether it is of payment (1) or informs (2).
 * Asks    every modifier of every line. Conditions that rules of their own judge (bilateral, component, assistant,
 *         surgeons) are theirs.
 * Speaks  with the row's severity; a note where an informing one stands before one of payment. */
#include "rule/fee.h"
#include "rule/words.h"

enum { MISFIT, OTHER_CLAIM, TWICE, NOT_TOGETHER, OTHER_PLACE, CONDITION, ORDER };

static void speak(coding__view *view, const coding__billed *line, uint32_t record, uint32_t detail,
                  coding_severity severity, coding_code fellow)
{
    const coding_book *book = view->book;
    uint32_t           origin = coding__u32(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_ORIGIN);
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_MODIFIER,
        .severity = severity,
        .cure = detail == ORDER ? CODING_CLAIM_CURE_ORDER : CODING_CLAIM_CURE_NO_MODIFIER,
        .place = coding__at_line(line),
        .code = line->code,
        .other = fellow,
        .modifier = coding__u64(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_CODE),
        .why = coding__text_of(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_TEXT),
        .detail = detail,
        .source = coding__source(book, origin,
                                 coding__u32(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_LINE)),
    });
}

static coding_severity severity_of(const coding__view *view, uint32_t record)
{
    return (coding_severity)coding__u8(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_SEVERITY);
}

static bool fits(const coding_book *book, uint32_t record, coding_code code)
{
    uint32_t first = coding__u32(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_RANGE);
    uint32_t count = coding__u16(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_RANGES);
    uint32_t never = coding__u32(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_NOT_RANGE);
    uint32_t nevers = coding__u16(book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_NOT_RANGES);
    return (!count || coding__in_code_ranges(book, first, count, code))
           && !coding__in_code_ranges(book, never, nevers, code);
}

/* Only global days are asked here; other indicators have rules of their own. */
static bool meets_condition(const coding__view *view, const coding__billed *line, uint32_t record)
{
    const char *needs = coding__text_of(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_NEEDS);
    const char *values = coding__values_of(needs, "global");
    unsigned    global = coding__fee_says(view, line, CODING__FEE_GLOBAL);
    return !values || global == CODING__FEE_NOBODY_SAYS || coding__has_value(values, global);
}

static bool is_at_place(const coding__view *view, const coding__billed *line, uint32_t record)
{
    char        place[CODING_CODE_TEXT];
    const char *places = coding__text_of(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_PLACES);
    return !*places || !line->line->place || coding__has_word(places, coding_code_format(line->line->place, place));
}

static void judge_fellows(coding__view *view, const coding__billed *line, size_t index, uint32_t record)
{
    const coding_code *modifiers = line->line->modifiers;
    const char        *not = coding__text_of(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_NOT_WITH);
    char               text[CODING_CODE_TEXT];
    for (size_t i = 0; i < index; i++) {
        if (modifiers[i] == modifiers[index]) speak(view, line, record, TWICE, CODING_DENIAL, modifiers[i]);
        else if (coding__has_word(not, coding_code_format(modifiers[i], text)))
            speak(view, line, record, NOT_TOGETHER, CODING_DENIAL, modifiers[i]);
    }
}

static void judge_order(coding__view *view, const coding__billed *line, size_t index, uint32_t record)
{
    if (!index || coding__u8(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_ORDER) != 1) return;
    uint32_t before = coding__modifier_find(view->book, line->line->modifiers[index - 1]);
    if (coding__u8(view->book, CODING__CLAIM_MODIFIERS, before, CODING__MODIFIER_ORDER) == 2)
        speak(view, line, record, ORDER, CODING_NOTE, line->line->modifiers[index - 1]);
}

static void judge_modifier(coding__view *view, const coding__billed *line, size_t index)
{
    uint32_t record = coding__modifier_find(view->book, line->line->modifiers[index]);
    uint32_t kinds = coding__u32(view->book, CODING__CLAIM_MODIFIERS, record, CODING__MODIFIER_KINDS);
    if (record == CODING__NONE) return;
    if (kinds && !(kinds >> view->kind & 1)) speak(view, line, record, OTHER_CLAIM, CODING_DENIAL, 0);
    else if (!fits(view->book, record, line->code)) speak(view, line, record, MISFIT, severity_of(view, record), 0);
    else if (!meets_condition(view, line, record)) speak(view, line, record, CONDITION, severity_of(view, record), 0);
    else if (!is_at_place(view, line, record)) speak(view, line, record, OTHER_PLACE, severity_of(view, record), 0);
    judge_fellows(view, line, index, record);
    judge_order(view, line, index, record);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        for (size_t m = 0; m < CODING__MODIFIERS_MOST && view->lines[i].line->modifiers[m]; m++)
            judge_modifier(view, &view->lines[i], m);
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (view->lines[i].line->modifiers[0]) return true;
    return false;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char modifier[CODING_CODE_TEXT], other[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->modifier, modifier);
    coding_code_format(finding->other, other);
    coding__say(phrase, "modifier %s", modifier);
    switch (finding->detail) {
    case OTHER_CLAIM: coding__say(phrase, " is not of this kind of claim: %s", finding->why); break;
    case TWICE: coding__say(phrase, " stands twice"); break;
    case NOT_TOGETHER: coding__say(phrase, " contradicts %s", other); break;
    case OTHER_PLACE: coding__say(phrase, " asks for another place of service: %s", finding->why); break;
    case ORDER: coding__say(phrase, " is of payment and stands before %s, which informs", other); break;
    default: coding__say(phrase, " does not fit: %s", finding->why);
    }
}

const coding__rule coding__modifier_rule = {
    .rule = CODING_CLAIM_RULE_MODIFIER,
    .tables = {CODING__TABLE_MODIFIERS},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
