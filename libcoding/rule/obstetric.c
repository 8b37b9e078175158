/* Obstetrics: the mother's record alone, with outcome and weeks.
 *
 * Reads   table claim.pairs, rows of this rule; the code editor's lists of deliveries and of their outcomes (of stays);
 *         titles: the trimester of a code, the weeks of Z3A.
 * Asks    diagnoses of pregnancy, childbirth and the puerperium (chapter O), and procedures of a stay.
 * Speaks  a denial of such a diagnosis of a man or of a newborn, and of a delivery without its outcome; a warning where
 *         the trimester is not that of the weeks, which a long stay may explain; else as the rows have it. */
#include <stdlib.h>
#include <string.h>

#include "rule/editor.h"
#include "rule/pairs.h"
#include "rule/titles.h"

enum { OF_A_MAN, OF_A_NEWBORN, NO_OUTCOME, TRIMESTER };

static bool is_of_mother(const coding__listed *listed)
{
    return coding_code_system(listed->code) == CODING_ICD10CM && coding_code_character(listed->code, 0) == 'O'
           && listed->row != CODING__NO_ROW;
}

static coding_claim_finding finding_of(const coding__listed *listed, uint32_t detail)
{
    return (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_OBSTETRIC,
        .severity = CODING_DENIAL,
        .cure = CODING_CLAIM_CURE_RECORD,
        .place = coding__at_diagnosis(listed),
        .code = listed->code,
        .detail = detail,
    };
}

static void judge_patient(coding__view *view, const coding__listed *listed)
{
    coding_claim_finding finding = finding_of(listed, OF_A_MAN);
    finding.on = view->last;
    if (view->claim->whole.sex == CODING_SEX_MALE) coding__speak(view, finding);
    else if (view->age == 0) {
        finding.detail = OF_A_NEWBORN;
        coding__speak(view, finding);
    }
}

/* The code editor's questionable obstetric admission. */
static void judge_delivery(coding__view *view)
{
    const coding__listed *delivery = coding__procedure_on_list(view, CODING__MCE_DELIVERY);
    if (!delivery || coding__diagnosis_on_list(view, CODING__MCE_DELIVERY_OUTCOME)) return;
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_OBSTETRIC,
                                                          CODING_CLAIM_PART_PROCEDURE, delivery);
    finding.severity = CODING_DENIAL;
    finding.cure = CODING_CLAIM_CURE_ADD;
    finding.other = coding_parse(CODING_ICD10CM, "Z37.0", 5).code;
    finding.detail = NO_OUTCOME;
    coding__speak(view, finding);
}

/* 1 to 3; 0 where the title names none. */
static unsigned trimester_of(const coding__view *view, const coding__listed *listed)
{
    static const char *const names[] = {" first trimester ", " second trimester ", " third trimester "};
    char                     words[CODING__TITLE_ROOM];
    coding__title_words(view->book, listed->row, view->last, words);
    for (unsigned i = 0; i < 3; i++)
        if (strstr(words, names[i])) return i + 1;
    return 0;
}

/* The weeks of Z3A: "20 weeks gestation of pregnancy"; 0 where the title does not say. */
static unsigned long weeks_of(const coding__view *view, const coding__listed *listed)
{
    char words[CODING__TITLE_ROOM];
    coding__title_words(view->book, listed->row, view->last, words);
    if (strstr(words, " less than ")) return 1;
    if (strstr(words, " greater than ")) return 43;
    return strtoul(words + 1, NULL, 10);
}

/* The second trimester begins at 14 weeks, the third at 28. */
static unsigned trimester_at(unsigned long weeks) { return !weeks ? 0 : weeks < 14 ? 1 : weeks < 28 ? 2 : 3; }

static const coding__listed *weeks_on(const coding__view *view)
{
    coding_code weeks = coding_parse(CODING_ICD10CM, "Z3A", 3).code;
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (view->diagnoses[i].row != CODING__NO_ROW && coding_code_prefix(view->diagnoses[i].code, 3) == weeks)
            return &view->diagnoses[i];
    return NULL;
}

static void judge_trimester(coding__view *view, const coding__listed *listed, const coding__listed *weeks)
{
    unsigned named = trimester_of(view, listed), meant = trimester_at(weeks_of(view, weeks));
    if (!named || !meant || named == meant) return;
    coding_claim_finding finding = finding_of(listed, TRIMESTER);
    finding.severity = CODING_WARNING;
    finding.cure = CODING_CLAIM_CURE_CODE;
    finding.partner = coding__at_diagnosis(weeks);
    finding.other = weeks->code;
    finding.found = named;
    finding.limit = meant;
    finding.on = view->last;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    const coding__listed *weeks = weeks_on(view);
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        if (!is_of_mother(&view->diagnoses[i])) continue;
        judge_patient(view, &view->diagnoses[i]);
        if (weeks) judge_trimester(view, &view->diagnoses[i], weeks);
    }
    judge_delivery(view);
    coding__judge_pairs(view, CODING_CLAIM_RULE_OBSTETRIC);
}

static bool needs(const coding__view *view, coding__claim_table table)
{
    return table != CODING__TABLE_MCE || (view->kind == CODING_CLAIM_INPATIENT && view->procedure_count > 0);
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (is_of_mother(&view->diagnoses[i])) return true;
    return view->procedure_count > 0;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const ordinals[] = {"", "first", "second", "third"};
    if (finding->detail & CODING__PAIR_DETAIL) coding__tell_pair(desk, finding, phrase);
    else if (finding->detail == TRIMESTER)
        coding__say(phrase, "the %s trimester, and diagnosis %u has weeks of the %s",
                    ordinals[(unsigned)finding->found & 3], (unsigned)finding->partner.number,
                    ordinals[(unsigned)finding->limit & 3]);
    else if (finding->detail == NO_OUTCOME)
        coding__say(phrase, "a delivery, and no diagnosis tells its outcome (Z37)");
    else
        coding__say(phrase, "stands on the mother's record alone, and the claim is of a %s",
                    finding->detail == OF_A_MAN ? "man" : "newborn");
}

const coding__rule coding__obstetric_rule = {
    .rule = CODING_CLAIM_RULE_OBSTETRIC,
    .tables = {CODING__TABLE_PAIRS, CODING__TABLE_MCE},
    .needs = needs,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
