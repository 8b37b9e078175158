/* Present on admission.
 *
 * Reads   the list of exempt codes in force on the day of discharge.
 * Asks    every diagnosis of a stay, and every external cause; not the admitting one, which is present by its nature.
 * Speaks  a denial where nothing is reported of a code that is not exempt; a warning where something is of one that is,
 *         and where the principal diagnosis came later, which it cannot but for births and the conditions that begin
 *         in them. Without a list for the day the review says so, once. */
#include "rule/editor.h"

enum { MISSING, EXEMPT, PRINCIPAL_LATER };

/* The list that answered: the newest that does not begin after the day. */
static coding_source source_on(const coding_book *book, coding_date on)
{
    uint32_t list = coding__count(book, CODING__POA_LISTS);
    while (list && on < coding__u32(book, CODING__POA_LISTS, list - 1, CODING__POA_LIST_FIRST)) list--;
    if (!list) return (coding_source){0};
    return coding__source(book, coding__u32(book, CODING__POA_LISTS, list - 1, CODING__POA_LIST_ORIGIN), 0);
}

static void speak(coding__view *view, const coding__listed *listed, coding_severity severity, uint32_t detail)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_POA,
        .severity = severity,
        .cure = detail == PRINCIPAL_LATER ? CODING_CLAIM_CURE_RECORD : CODING_CLAIM_CURE_FIELD,
        .place = coding__at_diagnosis(listed),
        .code = listed->code,
        .on = view->last,
        .detail = detail,
        .source = detail == PRINCIPAL_LATER ? (coding_source){0} : source_on(view->book, view->last),
    });
}

static bool may_come_later(coding_code code)
{
    return coding_code_character(code, 0) == 'O' || coding_code_character(code, 0) == 'P';
}

static void judge_listed(coding__view *view, const coding__listed *listed, bool exempt)
{
    bool said = listed->poa != CODING_POA_BLANK;
    if (exempt && said) speak(view, listed, CODING_WARNING, EXEMPT);
    else if (!exempt && !said) speak(view, listed, CODING_DENIAL, MISSING);
    else if (listed->poa == CODING_POA_NO && listed == coding__first_listed(view) && !may_come_later(listed->code))
        speak(view, listed, CODING_WARNING, PRINCIPAL_LATER);
}

static void say_unasked(coding__view *view)
{
    view->review->unasked |= UINT64_C(1) << CODING_CLAIM_RULE_POA;
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_POA,
        .severity = CODING_WARNING,
        .cure = CODING_CLAIM_CURE_BOOK,
        .verdict = CODING_RULE_NOT_CHECKED,
        .on = view->last,
    });
}

static bool is_asked(const coding__listed *listed)
{
    return (listed->role == CODING_ROLE_LISTED || listed->role == CODING_ROLE_CAUSE) && listed->row != CODING__NO_ROW
           && coding_code_system(listed->code) == CODING_ICD10CM;
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        const coding__listed *listed = &view->diagnoses[i];
        bool                  exempt;
        if (!is_asked(listed)) continue;
        coding_status status = coding_entry_poa_exempt(coding_book_entry(view->book, listed->row), view->last, &exempt);
        if (status != CODING_OK) {
            say_unasked(view);
            return;
        }
        judge_listed(view, listed, exempt);
    }
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (is_asked(&view->diagnoses[i])) return true;
    return false;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk;
    switch (finding->detail) {
    case MISSING: coding__say(phrase, "says not whether it was present on admission, and is not exempt"); break;
    case EXEMPT: coding__say(phrase, "exempt: nothing is reported of its presence on admission"); break;
    default: coding__say(phrase, "the reason for the admission was present on it, and the claim says no");
    }
}

const coding__rule coding__poa_rule = {
    .rule = CODING_CLAIM_RULE_POA,
    .kinds = 1u << CODING_CLAIM_INPATIENT,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
