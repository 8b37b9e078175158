/* Visits: codes of evaluation and management that fit their day and each other. Their level is the record's to show:
 * coding_visit_judge.
 *
 * Reads   table claim.visits: families, days.
 * Asks    every line whose service has levels.
 * Speaks  a denial of a code that has ended, with the family's first code of the day; a warning of two visits of one
 *         family on one day by one provider, which are one visit, and of a new patient seen twice on one claim. */
#include <coding/visit.h>

#include "rule/rule.h"

enum { ENDED, TWO_VISITS, NEW_TWICE };

static coding_visit_family family_of(const coding__view *view, const coding__billed *line)
{
    return coding_visit_family_of(view->desk, line->code, line->on);
}

/* A record of the service, whatever its day; CODING__NONE where it has no levels. */
static uint32_t any_record(const coding__view *view, const coding__billed *line)
{
    uint32_t first, past;
    coding__service_range(view->book, line->service, CODING__SERVICE_VISIT, &first, &past);
    return line->service != CODING__NO_SERVICE && first < past ? past - 1 : CODING__NONE;
}

static coding_code first_of_family(const coding__view *view, uint32_t family, coding_date on)
{
    for (uint32_t i = 0; i < coding__count(view->book, CODING__VISITS); i++) {
        coding_date until = coding__u32(view->book, CODING__VISITS, i, CODING__VISIT_UNTIL);
        coding_date begun = coding__u32(view->book, CODING__VISITS, i, CODING__VISIT_FIRST);
        if (on < begun || (until && on > until)) continue;
        if (coding__u8(view->book, CODING__VISITS, i, CODING__VISIT_FAMILY) != family) continue;
        uint32_t service = coding__u32(view->book, CODING__VISITS, i, CODING__VISIT_SERVICE);
        return coding__u64(view->book, CODING__SERVICES, service, CODING__SERVICE_CODE);
    }
    return 0;
}

static coding_claim_finding finding_of(const coding__view *view, const coding__billed *line, uint32_t record)
{
    return (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_VISIT,
        .severity = CODING_WARNING,
        .cure = CODING_CLAIM_CURE_RECORD,
        .place = coding__at_line(line),
        .code = line->code,
        .on = line->on,
        .source = coding__source(view->book, coding__u32(view->book, CODING__VISITS, record, CODING__VISIT_ORIGIN),
                                 coding__u32(view->book, CODING__VISITS, record, CODING__VISIT_LINE)),
    };
}

static void judge_day(coding__view *view, const coding__billed *line, uint32_t record)
{
    coding_date until = coding__u32(view->book, CODING__VISITS, record, CODING__VISIT_UNTIL);
    if (!until || line->on <= until) return;
    coding_claim_finding finding = finding_of(view, line, record);
    finding.severity = CODING_DENIAL;
    finding.cure = CODING_CLAIM_CURE_CODE;
    finding.detail = ENDED;
    finding.day = until;
    uint32_t family = coding__u8(view->book, CODING__VISITS, record, CODING__VISIT_FAMILY);
    finding.other = first_of_family(view, family, line->on);
    coding__speak(view, finding);
}

static bool is_new_patient(coding_visit_family family)
{
    return family == CODING_VISIT_OFFICE_NEW || family == CODING_VISIT_HOME_NEW;
}

/* Answers whether it spoke. */
static bool judge_pair(coding__view *view, const coding__billed *first, const coding__billed *second, uint32_t record)
{
    bool                one_day = first->on == second->on;
    coding_visit_family family = family_of(view, second);
    if (!one_day && !is_new_patient(family)) return false;
    if (family == CODING_VISIT_NONE || family != family_of(view, first)) return false;
    if (!coding__same_provider(first, second) || coding__has_modifier(second, "27")) return false;
    coding_claim_finding finding = finding_of(view, second, record);
    finding.detail = one_day ? TWO_VISITS : NEW_TWICE;
    finding.partner = coding__at_line(first);
    finding.other = first->code;
    coding__speak(view, finding);
    return true;
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) {
        uint32_t record = any_record(view, &view->lines[i]);
        if (record == CODING__NONE) continue;
        judge_day(view, &view->lines[i], record);
        for (size_t j = i; j-- > 0;)
            if (judge_pair(view, &view->lines[j], &view->lines[i], record)) break; /* once a visit */
    }
}

static bool concerns(const coding__view *view) { return view->line_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT], day[16];
    (void)desk;
    coding_code_format(finding->other, other);
    switch (finding->detail) {
    case ENDED:
        coding__say(phrase, "ended on %s; its family begins with %s now", coding__date_text(finding->day, day), other);
        break;
    case TWO_VISITS:
        coding__say(phrase, "a second visit of the day beside %s of line %u: one visit, of the level that both reach",
                    other, (unsigned)finding->partner.number);
        break;
    default:
        coding__say(phrase, "a new patient again, after %s of line %u: within three years the patient is established",
                    other, (unsigned)finding->partner.number);
    }
}

const coding__rule coding__visit_rule = {
    .rule = CODING_CLAIM_RULE_VISIT,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_OUTPATIENT,
    .tables = {CODING__TABLE_VISITS},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
