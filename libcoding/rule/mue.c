/* Medically unlikely edits: more units than one patient can have of a service.
 *
 * Reads   table mue of the claim's setting: units, adjudication indicator, days.
 * Asks    indicator 1: each line by itself. Indicators 2 and 3: all lines of one service, day and provider together; a
 *         line over several days counts its units a day, one with modifier 50 counts as it is billed. Lines of
 *         postoperative care alone (55) are left out of the sum.
 * Speaks  a denial of the line (1), or of each line of the day (2: never overridden; 3: the record may win an
 *         appeal). A value of 0 is never payable in the setting. */
#include "rule/days.h"
#include "rule/rule.h"

enum { LINE, DAY, DAY_BY_RECORD, NEVER };

static double units_a_day(const coding__billed *line)
{
    return line->line->units / (1.0 + coding__days_between(line->line->first, line->line->last));
}

/* A line over several days counts on each of them. */
static bool is_of_day(const coding__billed *line, coding_date on)
{
    return line->on == on || (line->on < on && on <= line->line->last);
}

static double units_of_day(const coding__view *view, const coding__billed *line)
{
    double units = 0;
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *other = &view->lines[i];
        bool same = other->service == line->service && coding__same_provider(other, line);
        if (same && is_of_day(other, line->on) && !coding__has_modifier(other, "55")) units += units_a_day(other);
    }
    return units;
}

static uint32_t sentence_of(uint32_t value, uint32_t indicator)
{
    if (!value) return NEVER;
    return indicator == 1 ? LINE : indicator == 2 ? DAY : DAY_BY_RECORD;
}

static coding_claim_cure cure_of(uint32_t detail)
{
    if (detail == NEVER) return CODING_CLAIM_CURE_REMOVE;
    return detail == DAY_BY_RECORD ? CODING_CLAIM_CURE_RECORD : CODING_CLAIM_CURE_UNITS;
}

static void speak(coding__view *view, const coding__billed *line, uint32_t record, double units)
{
    const coding_book *book = view->book;
    uint32_t           value = coding__u32(book, CODING__MUE, record, CODING__MUE_VALUE);
    uint32_t           indicator = coding__u8(book, CODING__MUE, record, CODING__MUE_INDICATOR);
    uint32_t           detail = sentence_of(value, indicator);
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_MUE,
        .severity = CODING_DENIAL,
        .cure = cure_of(detail),
        .place = coding__at_line(line),
        .code = line->code,
        .on = line->on,
        .day = coding__u32(book, CODING__MUE, record, CODING__MUE_UNTIL),
        .found = units,
        .limit = value,
        .why = coding__text_of(book, CODING__MUE, record, CODING__MUE_WHY),
        .detail = detail,
        .indicator = indicator,
        .source = coding__source(book, coding__u32(book, CODING__MUE, record, CODING__MUE_ORIGIN),
                                 coding__u32(book, CODING__MUE, record, CODING__MUE_LINE)),
    });
}

static void judge_line(coding__view *view, const coding__billed *line)
{
    uint32_t record = coding__mue_find(view->book, view->setting, line->service, line->on);
    if (record == CODING__NONE || coding__has_modifier(line, "55")) return;
    bool   by_line = coding__u8(view->book, CODING__MUE, record, CODING__MUE_INDICATOR) == 1;
    double units = by_line ? units_a_day(line) : units_of_day(view, line);
    if (units > coding__u32(view->book, CODING__MUE, record, CODING__MUE_VALUE)) speak(view, line, record, units);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *line = &view->lines[i];
        if (line->service != CODING__NO_SERVICE && line->counts) judge_line(view, line);
    }
}

static bool concerns(const coding__view *view) { return view->line_count > 0; }

static bool needs(const coding__view *view, coding__claim_table table)
{
    return (uint32_t)table == CODING__TABLE_MUE_PRACTITIONER + view->setting;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const ends[] = {
        [LINE] = "on one line; services beyond it may go on lines of their own, with the modifier that is true",
        [DAY] = "a day; no modifier and no record overrides it",
        [DAY_BY_RECORD] = "a day; the record may win an appeal",
        [NEVER] = "",
    };
    (void)desk;
    if (finding->detail == NEVER) coding__say(phrase, "no unit of it is ever paid in this setting");
    else if (finding->detail < NEVER)
        coding__say(phrase, "%g units; at most %g are paid %s", finding->found, finding->limit, ends[finding->detail]);
    if (finding->why && *finding->why) coding__say(phrase, " (%s)", finding->why);
}

const coding__rule coding__mue_rule = {
    .rule = CODING_CLAIM_RULE_MUE,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_OUTPATIENT | 1u << CODING_CLAIM_DME,
    .tables = {CODING__TABLE_MUE_PRACTITIONER, CODING__TABLE_MUE_OUTPATIENT, CODING__TABLE_MUE_DME},
    .needs = needs,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
