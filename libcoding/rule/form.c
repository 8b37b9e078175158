/* The claim itself: what every claim must have before anything else can be asked of it.
 *
 * Reads   nothing: the limits are those of the 5010 guides (professional 12 diagnoses and 50 lines, institutional 25
 *         diagnoses and 999 lines).
 * Asks    days, counts, units, ages, types of bill.
 * Speaks  denials for what makes a claim unprocessable, warnings for what is odd. */
#include "rule/rule.h"

enum {
    NO_DAY, DAYS_TURNED, NO_DIAGNOSIS, NO_LINE, TOO_MANY_DIAGNOSES, TOO_MANY_LINES, LINE_OUTSIDE, ODD_UNITS, ODD_AGE,
    BILL_OF_OTHER_KIND, STATUS_UNREAD, BORN_LATER, NO_SUCH_DAY,
    NOT_ALL_ASKED
};

static void speak(coding__view *view, coding_severity severity, coding_claim_place place, uint32_t detail, double found,
                  double limit)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_FORM,
        .severity = severity,
        .cure = CODING_CLAIM_CURE_FIELD,
        .place = place,
        .detail = detail,
        .found = found,
        .limit = limit,
    });
}

static const coding_claim_place whole = {CODING_CLAIM_PART_WHOLE, 0};

static size_t listed_count(const coding_claim *claim)
{
    size_t count = 0;
    for (size_t i = 0; i < claim->diagnoses.count; i++)
        count += coding__diagnosis_at(claim, i)->role == CODING_ROLE_LISTED;
    return count;
}

/* A day is given, and no calendar has it: 2024-02-30. */
static bool is_none(coding_date on) { return on && !coding_date_before(coding_date_after(on)); }

static void judge_days(coding__view *view)
{
    const coding_claim_options *options = &view->claim->whole;
    if (!coding_date_after(options->first)) speak(view, CODING_DENIAL, whole, NO_DAY, 0, 0);
    if (options->last < options->first) speak(view, CODING_DENIAL, whole, DAYS_TURNED, 0, 0);
    else if (is_none(options->last)) speak(view, CODING_DENIAL, whole, NO_SUCH_DAY, 0, 0);
    if (is_none(options->born)) speak(view, CODING_DENIAL, whole, NO_SUCH_DAY, 0, 0);
    if (options->born > options->first) speak(view, CODING_DENIAL, whole, BORN_LATER, 0, 0);
    if (view->age != CODING__AGE_UNKNOWN && view->age > 124) speak(view, CODING_DENIAL, whole, ODD_AGE, view->age, 124);
}

static bool is_hospital(const coding__view *view)
{
    return view->kind == CODING_CLAIM_OUTPATIENT || view->kind == CODING_CLAIM_INPATIENT;
}

static void judge_counts(coding__view *view)
{
    size_t diagnoses = listed_count(view->claim), lines = view->claim->lines.count;
    double most_diagnoses = is_hospital(view) ? 25 : 12, most_lines = is_hospital(view) ? 999 : 50;
    if (!diagnoses && view->kind != CODING_CLAIM_DENTAL) speak(view, CODING_DENIAL, whole, NO_DIAGNOSIS, 0, 0);
    if (!lines && view->kind != CODING_CLAIM_INPATIENT) speak(view, CODING_DENIAL, whole, NO_LINE, 0, 0);
    if ((double)diagnoses > most_diagnoses)
        speak(view, CODING_DENIAL, whole, TOO_MANY_DIAGNOSES, (double)diagnoses, most_diagnoses);
    if ((double)lines > most_lines) speak(view, CODING_DENIAL, whole, TOO_MANY_LINES, (double)lines, most_lines);
}

/* A claim that no payer would take apart is not taken apart here. */
static void judge_size(coding__view *view)
{
    double diagnoses = (double)view->claim->diagnoses.count, procedures = (double)view->claim->procedures.count;
    double lines = (double)view->claim->lines.count;
    if (diagnoses > CODING__DIAGNOSES_ASKED)
        speak(view, CODING_DENIAL, whole, NOT_ALL_ASKED, diagnoses, CODING__DIAGNOSES_ASKED);
    if (procedures > CODING__DIAGNOSES_ASKED)
        speak(view, CODING_DENIAL, whole, NOT_ALL_ASKED, procedures, CODING__DIAGNOSES_ASKED);
    if (lines > CODING__LINES_ASKED) speak(view, CODING_DENIAL, whole, NOT_ALL_ASKED, lines, CODING__LINES_ASKED);
}

static void judge_line(coding__view *view, const coding__line *line, uint32_t number)
{
    coding_claim_place          place = {CODING_CLAIM_PART_LINE, number};
    const coding_claim_options *options = &view->claim->whole;
    if (is_none(line->first) || is_none(line->last)) speak(view, CODING_DENIAL, place, NO_SUCH_DAY, 0, 0);
    else if (line->last < line->first) speak(view, CODING_DENIAL, place, DAYS_TURNED, 0, 0);
    else if (is_hospital(view) && options->first && (line->first < options->first || line->last > options->last))
        speak(view, CODING_WARNING, place, LINE_OUTSIDE, 0, 0);
    if (!(line->stated >= 0 && line->stated < 1e6))
        speak(view, CODING_WARNING, place, ODD_UNITS, line->stated, 999999);
}

/* The second digit of 011x is 1 for inpatients; the first two of a clinic's are 07. */
static void judge_bill(coding__view *view)
{
    char text[CODING_CODE_TEXT];
    coding_code_format(view->claim->bill, text);
    if (!*text || !is_hospital(view)) return;
    bool inpatient = text[1] == '1' && (text[2] == '1' || text[2] == '2');
    if (text[1] == '1' && inpatient != (view->kind == CODING_CLAIM_INPATIENT))
        speak(view, CODING_WARNING, whole, BILL_OF_OTHER_KIND, 0, 0);
}

static void judge(coding__view *view)
{
    judge_days(view);
    judge_counts(view);
    judge_size(view);
    judge_bill(view);
    bool unread = *view->claim->whole.discharge && !view->claim->discharge;
    if (unread) speak(view, CODING_DENIAL, whole, STATUS_UNREAD, 0, 0);
    for (size_t i = 0; i < view->claim->lines.count; i++)
        judge_line(view, coding__line_at(view->claim, i), (uint32_t)i + 1);
}

static void say_count(const coding_claim_finding *finding, const char *things, coding__phrase *phrase)
{
    coding__say(phrase, "%.0f %s; a claim of this kind holds %.0f", finding->found, things, finding->limit);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const sentences[] = {
        [NO_DAY] = "no day of service: nothing can be judged without one",
        [DAYS_TURNED] = "the last day is before the first",
        [NO_DIAGNOSIS] = "no diagnosis",
        [NO_LINE] = "no line with a service",
        [LINE_OUTSIDE] = "the line's day lies outside of the claim's",
        [ODD_AGE] = "no patient is that old: 0 to 124 years are possible",
        [BILL_OF_OTHER_KIND] = "the type of bill is of another kind of claim",
        [STATUS_UNREAD] = "the patient discharge status is no code of two digits",
        [NO_SUCH_DAY] = "a day that no calendar has",
        [BORN_LATER] = "the day of service is before the patient's birth",
    };
    (void)desk;
    if (finding->detail == TOO_MANY_DIAGNOSES) say_count(finding, "diagnoses", phrase);
    else if (finding->detail == TOO_MANY_LINES) say_count(finding, "lines", phrase);
    else if (finding->detail == NOT_ALL_ASKED)
        coding__say(phrase, "%.0f parts of one kind, of which rules were asked about the first %.0f", finding->found,
                    finding->limit);
    else if (finding->detail == ODD_UNITS) coding__say(phrase, "%g units cannot be meant", finding->found);
    else if (finding->detail < sizeof sentences / sizeof *sentences && sentences[finding->detail])
        coding__say(phrase, "%s", sentences[finding->detail]);
}

const coding__rule coding__form_rule = {
    .rule = CODING_CLAIM_RULE_FORM,
    .judge = judge,
    .tell = tell,
};
