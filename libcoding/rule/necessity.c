/* Medical necessity: a diagnosis that the line points to justifies its service under the policies loaded.
 *
 * Reads   policies and policies.rows, which a user brings: a policy's procedures, diagnoses that cover, never cover, or
 *         cover only beside another, and its days.
 * Asks    every line whose service some policy of the day names; the diagnoses it points to, or all where it points to
 *         none.
 * Speaks  a denial where none of them covers; it names the policy's row. A service that no policy names is not
 *         asked. */
#include "rule/rule.h"

enum { NONE_COVERS, NEVER_COVERS, ONLY_BESIDE };
enum { COVERS, NEVER, BESIDE };

static uint32_t field(const coding__view *view, uint32_t row, unsigned at)
{
    return coding__u32(view->book, CODING__POLICY_ROWS, row, at);
}

static bool is_in_force(const coding__view *view, uint32_t policy, coding_date on)
{
    coding_date until = coding__u32(view->book, CODING__POLICIES, policy, CODING__POLICY_UNTIL);
    return coding__u32(view->book, CODING__POLICIES, policy, CODING__POLICY_FIRST) <= on && (!until || on <= until);
}

static bool points_to(const coding__billed *line, const coding__listed *listed)
{
    if (!line->line->pointers[0]) return true;
    for (size_t i = 0; i < CODING__POINTERS_MOST && line->line->pointers[i]; i++)
        if (line->line->pointers[i] == listed->number) return true;
    return false;
}

/* Does the row name a diagnosis that the line points to? */
static const coding__listed *met(const coding__view *view, const coding__billed *line, uint32_t row)
{
    uint32_t last = field(view, row, CODING__POLICY_ROW_LAST);
    uint32_t past = coding__u32(view->book, CODING__ROWS, last, CODING__ROW_PAST);
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        bool in = field(view, row, CODING__POLICY_ROW_FIRST) <= listed->row && listed->row < past;
        if (in && listed->row != CODING__NO_ROW && points_to(line, listed)) return listed;
    }
    return NULL;
}

static void speak(coding__view *view, const coding__billed *line, uint32_t row, uint32_t detail,
                  const coding__listed *listed)
{
    uint32_t policy = field(view, row, CODING__POLICY_ROW_POLICY);
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_NECESSITY,
        .severity = CODING_DENIAL,
        .cure = CODING_CLAIM_CURE_RECORD,
        .place = coding__at_line(line),
        .partner = listed ? coding__at_diagnosis(listed) : (coding_claim_place){0},
        .code = line->code,
        .other = listed ? listed->code : coding__row_code(view->book, field(view, row, CODING__POLICY_ROW_FIRST)),
        .on = line->on,
        .why = coding__text_of(view->book, CODING__POLICIES, policy, CODING__POLICY_TITLE),
        .detail = detail,
        .source = coding__source(view->book, coding__u32(view->book, CODING__POLICIES, policy, CODING__POLICY_ORIGIN),
                                 field(view, row, CODING__POLICY_ROW_LINE)),
    });
}

/* Rows of one policy for the line's service: [first, past). */
static void judge_policy(coding__view *view, const coding__billed *line, uint32_t first, uint32_t past)
{
    const coding__listed *found[3] = {NULL};
    uint32_t              rows[3] = {first, first, first};
    for (uint32_t row = first; row < past; row++) {
        uint32_t              kind = coding__u8(view->book, CODING__POLICY_ROWS, row, CODING__POLICY_ROW_KIND) % 3;
        const coding__listed *listed = found[kind] ? NULL : met(view, line, row);
        if (listed) found[kind] = listed, rows[kind] = row;
    }
    if (found[COVERS]) return;
    if (found[NEVER]) speak(view, line, rows[NEVER], NEVER_COVERS, found[NEVER]);
    else if (found[BESIDE]) speak(view, line, rows[BESIDE], ONLY_BESIDE, found[BESIDE]);
    else speak(view, line, first, NONE_COVERS, NULL);
}

static void judge_line(coding__view *view, const coding__billed *line)
{
    uint32_t first, past;
    coding__service_range(view->book, line->service, CODING__SERVICE_POLICY, &first, &past);
    while (first < past) {
        uint32_t policy = field(view, first, CODING__POLICY_ROW_POLICY), end = first;
        while (end < past && field(view, end, CODING__POLICY_ROW_POLICY) == policy) end++;
        if (is_in_force(view, policy, line->on)) judge_policy(view, line, first, end);
        first = end;
    }
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (view->lines[i].service != CODING__NO_SERVICE && view->lines[i].counts) judge_line(view, &view->lines[i]);
}

static bool concerns(const coding__view *view) { return view->line_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->other, other);
    switch (finding->detail) {
    case NEVER_COVERS: coding__say(phrase, "%s never justifies it", other); break;
    case ONLY_BESIDE: coding__say(phrase, "%s justifies it only beside another diagnosis of the policy", other); break;
    default: coding__say(phrase, "no diagnosis that it points to justifies it; one that does is %s", other);
    }
    coding__say(phrase, " (%s)", finding->why);
}

const coding__rule coding__necessity_rule = {
    .rule = CODING_CLAIM_RULE_NECESSITY,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_OUTPATIENT | 1u << CODING_CLAIM_DME,
    .tables = {CODING__TABLE_POLICIES},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
