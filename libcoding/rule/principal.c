/* No acceptable principal or first-listed diagnosis.
 *
 * Reads   the code editor's lists of unacceptable principal diagnoses, of those that need a second one, and of external
 *         causes; table claim.pairs, rows of this rule, for what is never first outside of hospitals either;
 *         titles of drugs (T36 to T50).
 * Asks    the principal diagnosis of a stay by the lists, on its last day; the first-listed one of every claim by the
 *         rows; that of other claims than stays by its title, where it is a drug's.
 * Speaks  denials by the lists and of underdosing, a warning of an adverse effect, for what it did to the patient comes
 *         before; else with the row's severity and words. */
#include <string.h>

#include "rule/editor.h"
#include "rule/pairs.h"
#include "rule/titles.h"

enum { UNACCEPTABLE, EXTERNAL, ALONE, UNDERDOSING, ADVERSE };

static bool is_inpatient(const coding__view *view) { return view->kind == CODING_CLAIM_INPATIENT; }

static bool has_second(const coding__view *view, const coding__listed *first)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (&view->diagnoses[i] != first && coding__is_ordered(&view->diagnoses[i])) return true;
    return false;
}

static void speak(coding__view *view, const coding__listed *first, uint32_t detail, coding_claim_cure cure)
{
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_PRINCIPAL,
                                                          CODING_CLAIM_PART_DIAGNOSIS, first);
    finding.severity = CODING_DENIAL;
    finding.cure = cure;
    finding.detail = detail;
    coding__speak(view, finding);
}

/* What needs a second diagnosis is on both lists, and acceptable once it has one. */
static void judge_by_lists(coding__view *view, const coding__listed *first)
{
    bool              second = has_second(view, first);
    coding_claim_cure cure = second ? CODING_CLAIM_CURE_ORDER : CODING_CLAIM_CURE_CODE;
    if (first->mce & CODING__MCE_EXTERNAL_CAUSE) speak(view, first, EXTERNAL, cure);
    else if (first->mce & CODING__MCE_NEEDS_SECONDARY) {
        if (!second) speak(view, first, ALONE, CODING_CLAIM_CURE_ADD);
    } else if (first->mce & CODING__MCE_UNACCEPTABLE) speak(view, first, UNACCEPTABLE, cure);
}

static bool is_of_drugs(coding_code code)
{
    coding_code category = coding_code_prefix(code, 3);
    return coding_parse(CODING_ICD10CM, "T36", 3).code <= category
           && category <= coding_parse(CODING_ICD10CM, "T50", 3).code;
}

/* Poisoning, which the same categories hold, is first by right. */
static void judge_drug(coding__view *view, const coding__listed *first)
{
    char words[CODING__TITLE_ROOM];
    bool drug = first->row != CODING__NO_ROW && is_of_drugs(first->code);
    if (!drug) return;
    coding__title_words(view->book, first->row, view->last, words);
    coding_claim_finding finding = {.rule = CODING_CLAIM_RULE_PRINCIPAL, .place = coding__at_diagnosis(first),
                                    .code = first->code, .on = view->last, .cure = CODING_CLAIM_CURE_ORDER};
    finding.severity = strstr(words, " underdosing ") ? CODING_DENIAL : CODING_WARNING;
    finding.detail = finding.severity == CODING_DENIAL ? UNDERDOSING : ADVERSE;
    finding.source = coding_entry_source(coding_book_entry(view->book, first->row), view->last);
    if (finding.detail == UNDERDOSING || strstr(words, " adverse effect ")) coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    const coding__listed *first = coding__first_listed(view);
    if (first && is_inpatient(view)) judge_by_lists(view, first);
    else if (first) judge_drug(view, first);
    coding__judge_pairs(view, CODING_CLAIM_RULE_PRINCIPAL);
}

static bool needs(const coding__view *view, coding__claim_table table)
{
    return table != CODING__TABLE_MCE || is_inpatient(view);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    if (finding->detail & CODING__PAIR_DETAIL) coding__tell_pair(desk, finding, phrase);
    else if (finding->detail == EXTERNAL)
        coding__say(phrase, "an external cause is no principal diagnosis: the condition that it led to is");
    else if (finding->detail == ALONE) coding__say(phrase, "no principal diagnosis alone: it needs a second one");
    else if (finding->detail == UNDERDOSING)
        coding__say(phrase, "underdosing is never first: the condition that it led to is");
    else if (finding->detail == ADVERSE)
        coding__say(phrase, "an adverse effect: what it did to the patient is coded before the drug");
    else coding__say(phrase, "no acceptable principal diagnosis: a circumstance, and not the reason for a stay");
}

const coding__rule coding__principal_rule = {
    .rule = CODING_CLAIM_RULE_PRINCIPAL,
    .tables = {CODING__TABLE_MCE, CODING__TABLE_PAIRS},
    .needs = needs,
    .concerns = coding__has_diagnoses,
    .judge = judge,
    .tell = tell,
};
