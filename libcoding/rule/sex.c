/* The patient's sex.
 *
 * Reads   the code editor's lists of diagnoses and procedures of women and of men; they are empty since 2024-10-01,
 *         when the edit was taken out of force.
 * Asks    every diagnosis in its order and every procedure of a stay; not where nobody says what the patient's sex is.
 * Speaks  a denial on a stay, a warning on other claims. */
#include "rule/editor.h"

static uint32_t list_of_other(coding_sex sex)
{
    return sex == CODING_SEX_MALE ? CODING__MCE_FEMALE : CODING__MCE_MALE;
}

static void judge_part(coding__view *view, coding_claim_part part, const coding__listed *listed)
{
    coding_sex sex = view->claim->whole.sex;
    if (!(listed->mce & list_of_other(sex))) return;
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_SEX, part, listed);
    finding.severity = coding__editor_severity(view);
    finding.cure = CODING_CLAIM_CURE_RECORD;
    finding.detail = (uint32_t)sex;
    coding__speak(view, finding);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (coding__is_ordered(&view->diagnoses[i]))
            judge_part(view, CODING_CLAIM_PART_DIAGNOSIS, &view->diagnoses[i]);
    for (size_t i = 0; i < view->procedure_count; i++)
        judge_part(view, CODING_CLAIM_PART_PROCEDURE, &view->procedures[i]);
}

static bool concerns(const coding__view *view)
{
    return view->claim->whole.sex != CODING_SEX_UNKNOWN && view->diagnosis_count + view->procedure_count > 0;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    bool man = finding->detail == CODING_SEX_MALE;
    (void)desk;
    coding__say(phrase, "of %s alone, and the claim is of a %s", man ? "women" : "men", man ? "man" : "woman");
}

const coding__rule coding__sex_rule = {
    .rule = CODING_CLAIM_RULE_SEX,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
