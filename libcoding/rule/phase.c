/* Phases of care in the 7th character: A, B, C while it is treated, S its late effect, the other letters in between.
 *
 * Reads   nothing: the phases are those of the code's format. Some codes have digits there (fetuses, stages of
 *         glaucoma), which are no phases.
 * Asks    diagnoses with such a letter.
 * Speaks  a warning of two phases of one injury, and of a late effect before which no diagnosis says what it is now. */
#include "rule/editor.h"

enum { TWO_PHASES, NO_NATURE };

typedef enum phase { NO_PHASE, ACTIVE, LATER, SEQUELA } phase;

static phase phase_of(coding_code code)
{
    char seventh = coding_code_system(code) == CODING_ICD10CM && coding_code_length(code) == 7
                       ? coding_code_character(code, 6) : 0;
    if (seventh >= 'A' && seventh <= 'C') return ACTIVE;
    if (seventh == 'S') return SEQUELA;
    return seventh >= 'D' && seventh <= 'R' ? LATER : NO_PHASE;
}

/* V to Y: never first, so what the late effect is stands elsewhere. */
static bool is_cause(coding_code code)
{
    char first = coding_code_character(code, 0);
    return first >= 'V' && first <= 'Y';
}

static void speak(coding__view *view, const coding__listed *listed, const coding__listed *other, uint32_t detail,
                  coding_claim_cure cure)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_PHASE,
        .severity = CODING_WARNING,
        .cure = cure,
        .place = coding__at_diagnosis(listed),
        .partner = other ? coding__at_diagnosis(other) : (coding_claim_place){0},
        .code = listed->code,
        .other = other ? other->code : 0,
        .on = view->last,
        .detail = detail,
    });
}

static void judge_others(coding__view *view, size_t index, phase of)
{
    const coding__listed *listed = &view->diagnoses[index];
    for (size_t i = 0; i < index; i++) {
        const coding__listed *other = &view->diagnoses[i];
        phase                 its = phase_of(other->code);
        if (its && its != of && coding_code_prefix(other->code, 6) == coding_code_prefix(listed->code, 6))
            speak(view, listed, other, TWO_PHASES, CODING_CLAIM_CURE_CODE);
    }
}

static bool is_nature(const coding__listed *listed)
{
    return coding__is_ordered(listed) && phase_of(listed->code) != SEQUELA && !is_cause(listed->code);
}

static void judge_nature(coding__view *view, size_t index)
{
    size_t at = 0;
    while (at < view->diagnosis_count && !is_nature(&view->diagnoses[at])) at++;
    if (at < index) return;
    const coding__listed *behind = at < view->diagnosis_count ? &view->diagnoses[at] : NULL;
    speak(view, &view->diagnoses[index], behind, NO_NATURE, behind ? CODING_CLAIM_CURE_ORDER : CODING_CLAIM_CURE_ADD);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++) {
        phase of = coding__is_ordered(&view->diagnoses[i]) ? phase_of(view->diagnoses[i].code) : NO_PHASE;
        if (of) judge_others(view, i, of);
        if (of == SEQUELA && !is_cause(view->diagnoses[i].code)) judge_nature(view, i);
    }
}

static bool concerns(const coding__view *view) { return view->diagnosis_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char other[CODING_CODE_TEXT];
    (void)desk;
    if (finding->detail == TWO_PHASES)
        coding__say(phrase, "another phase of care of the same as %s, diagnosis %u",
                    coding_code_format(finding->other, other), (unsigned)finding->partner.number);
    else coding__say(phrase, "a late effect: the condition that it left is coded before it");
}

const coding__rule coding__phase_rule = {
    .rule = CODING_CLAIM_RULE_PHASE,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
