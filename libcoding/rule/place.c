/* Places of service: a service given where its kind is given.
 *
 * Reads   table claim.places: codes, places that fit or do not; fees: services that are not paid in a facility, or only
 *         there.
 * Asks    every line of a professional claim with a place of service.
 * Speaks  a warning: what a code's own words say of its place is licensed, and a payer may know exceptions. A technical
 *         part in a facility is told by the rule of components. */
#include "rule/fee.h"
#include "rule/words.h"

enum { MISPLACED, NOT_IN_FACILITY, NOT_IN_OFFICE };

#define PLACE(number) (UINT64_C(1) << (number))

/* Places that the fee schedule pays as facilities. */
static bool is_facility(const coding__billed *line)
{
    static const uint64_t facilities = PLACE(2) | PLACE(19) | PLACE(21) | PLACE(22) | PLACE(23) | PLACE(24) | PLACE(26)
                                       | PLACE(31) | PLACE(34) | PLACE(41) | PLACE(42) | PLACE(51) | PLACE(52)
                                       | PLACE(53) | PLACE(56) | PLACE(61);
    unsigned              place = coding__pos_of(line);
    return place < 64 && facilities >> place & 1;
}

static void speak(coding__view *view, const coding__billed *line, coding_claim_finding finding)
{
    finding.rule = CODING_CLAIM_RULE_PLACE;
    finding.cure = CODING_CLAIM_CURE_FIELD;
    finding.place = coding__at_line(line);
    finding.code = line->code;
    finding.other = line->line->place;
    coding__speak(view, finding);
}

static bool is_misplaced(const coding_book *book, uint32_t record, const char *place)
{
    const char *fit = coding__text_of(book, CODING__CLAIM_PLACES, record, CODING__CLAIM_PLACE_TEXT);
    const char *not = coding__text_of(book, CODING__CLAIM_PLACES, record, CODING__CLAIM_PLACE_NOT);
    return *fit ? !coding__has_word(fit, place) : coding__has_word(not, place);
}

static bool is_about(const coding_book *book, uint32_t record, coding_code code)
{
    return coding__u64(book, CODING__CLAIM_PLACES, record, CODING__CLAIM_PLACE_FIRST) <= code
           && code <= coding__u64(book, CODING__CLAIM_PLACES, record, CODING__CLAIM_PLACE_LAST);
}

/* Answers whether it spoke. */
static bool judge_place(coding__view *view, const coding__billed *line)
{
    const coding_book *book = view->book;
    bool               spoke = false;
    char               place[CODING_CODE_TEXT];
    for (uint32_t i = 0; i < coding__count(book, CODING__CLAIM_PLACES); i++) {
        if (!is_about(book, i, line->code)) continue; /* few are: the place is spelled for them alone */
        if (!is_misplaced(book, i, coding_code_format(line->line->place, place))) continue;
        uint32_t origin = coding__u32(book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_ORIGIN);
        uint32_t row = coding__u32(book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_LINE);
        speak(view, line, (coding_claim_finding){
            .severity = (coding_severity)coding__u8(book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_SEVERITY),
            .why = coding__text_of(book, CODING__CLAIM_PLACES, i, CODING__CLAIM_PLACE_WHY),
            .detail = MISPLACED,
            .source = coding__source(book, origin, row),
        });
        spoke = true;
    }
    return spoke;
}

static void judge_fee(coding__view *view, const coding__billed *line)
{
    const coding_book *book = view->book;
    unsigned           field = is_facility(line) ? CODING__FEE_NOT_FACILITY : CODING__FEE_NOT_OFFICE;
    if (line->fee == CODING__NONE || !coding__u8(book, CODING__FEES, line->fee, field)) return;
    if (coding__one_of_modifiers(line, "26 TC") || coding__fee_says(view, line, CODING__FEE_COMPONENT) == 3) return;
    speak(view, line, (coding_claim_finding){
        .severity = CODING_WARNING,
        .detail = field == CODING__FEE_NOT_FACILITY ? NOT_IN_FACILITY : NOT_IN_OFFICE,
        .source = coding__source(book, coding__u32(book, CODING__FEES, line->fee, CODING__FEE_ORIGIN),
                                 coding__u32(book, CODING__FEES, line->fee, CODING__FEE_LINE)),
    });
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (view->lines[i].line->place && !judge_place(view, &view->lines[i])) judge_fee(view, &view->lines[i]);
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (view->lines[i].line->place) return true;
    return false;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char place[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->other, place);
    switch (finding->detail) {
    case MISPLACED: coding__say(phrase, "%s, and the place of service is %s", finding->why, place); break;
    case NOT_IN_FACILITY: coding__say(phrase, "rarely or never given in a facility, such as place %s", place); break;
    default: coding__say(phrase, "rarely or never given outside of a facility, such as place %s", place);
    }
}

const coding__rule coding__place_rule = {
    .rule = CODING_CLAIM_RULE_PLACE,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL,
    .tables = {CODING__TABLE_PLACES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
