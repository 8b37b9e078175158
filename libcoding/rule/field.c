/* Codes in their own fields: diagnoses among diagnoses, ICD-10-PCS on inpatient stays alone, one code set a claim.
 *
 * Reads   nothing but the forms of codes.
 * Asks    every diagnosis, procedure and line whose text reads as a code of another system.
 * Speaks  a denial with the field where it belongs. */
#include <string.h>

#include "rule/rule.h"

enum { PROCEDURE_AMONG_DIAGNOSES, DIAGNOSIS_ON_A_LINE, INPATIENT_PROCEDURE_ON_A_LINE, PROCEDURES_OF_NO_STAY, TWO_SETS };

static void speak(coding__view *view, coding_claim_place place, coding_code code, uint32_t detail)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_FIELD,
        .severity = CODING_DENIAL,
        .cure = CODING_CLAIM_CURE_FIELD,
        .place = place,
        .code = code,
        .detail = detail,
    });
}

static coding_code read_as(coding_system system, const char *text)
{
    return coding_parse(system, text, strlen(text)).code;
}

static bool stands(const coding__view *view, coding_code code)
{
    return code && coding_find(view->book, code).book != NULL;
}

/* CPT is known by its form alone: five digits are no diagnosis of any year. */
static void judge_diagnosis(coding__view *view, const coding__diagnosis *given)
{
    coding_claim_place place = {CODING_CLAIM_PART_DIAGNOSIS, given->number};
    if (given->code && stands(view, given->code)) return;
    coding_code pcs = read_as(CODING_ICD10PCS, given->text), cpt = read_as(CODING_CPT, given->text);
    if (stands(view, pcs)) speak(view, place, pcs, PROCEDURE_AMONG_DIAGNOSES);
    else if (!given->code && cpt) speak(view, place, cpt, PROCEDURE_AMONG_DIAGNOSES);
    else if (!given->code && stands(view, read_as(CODING_HCPCS, given->text)))
        speak(view, place, read_as(CODING_HCPCS, given->text), PROCEDURE_AMONG_DIAGNOSES);
}

static void judge_line(coding__view *view, const coding__line *line, uint32_t number)
{
    coding_claim_place place = {CODING_CLAIM_PART_LINE, number};
    if (line->code || !*line->text) return;
    coding_code pcs = read_as(CODING_ICD10PCS, line->text), cm = read_as(CODING_ICD10CM, line->text);
    if (stands(view, pcs)) speak(view, place, pcs, INPATIENT_PROCEDURE_ON_A_LINE);
    else if (stands(view, cm)) speak(view, place, cm, DIAGNOSIS_ON_A_LINE);
}

/* ICD-9 and ICD-10 never share a claim. */
static void judge_sets(coding__view *view)
{
    const coding__diagnosis *first = NULL;
    for (size_t i = 0; i < view->claim->diagnoses.count; i++) {
        const coding__diagnosis *given = coding__diagnosis_at(view->claim, i);
        if (!given->code) continue;
        if (!first) first = given;
        else if (coding_code_system(given->code) != coding_code_system(first->code))
            speak(view, (coding_claim_place){CODING_CLAIM_PART_DIAGNOSIS, given->number}, given->code, TWO_SETS);
    }
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->claim->diagnoses.count; i++)
        judge_diagnosis(view, coding__diagnosis_at(view->claim, i));
    for (size_t i = 0; i < view->claim->lines.count; i++)
        judge_line(view, coding__line_at(view->claim, i), (uint32_t)i + 1);
    for (size_t i = 0; i < view->procedure_count && view->kind != CODING_CLAIM_INPATIENT; i++)
        speak(view, coding__at_procedure(&view->procedures[i]), view->procedures[i].code, PROCEDURES_OF_NO_STAY);
    judge_sets(view);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const sentences[] = {
        [PROCEDURE_AMONG_DIAGNOSES] = "a procedure in a field of diagnoses: it belongs on a line",
        [DIAGNOSIS_ON_A_LINE] = "a diagnosis in the field of a service: it belongs among the diagnoses",
        [INPATIENT_PROCEDURE_ON_A_LINE] = "an inpatient procedure on a line: ICD-10-PCS has fields of its own",
        [PROCEDURES_OF_NO_STAY] = "ICD-10-PCS codes procedures of inpatient stays alone: use CPT or HCPCS on a line",
        [TWO_SETS] = "ICD-9-CM and ICD-10-CM never share a claim: the day of service decides",
    };
    (void)desk;
    if (finding->detail < sizeof sentences / sizeof *sentences) coding__say(phrase, "%s", sentences[finding->detail]);
}

const coding__rule coding__field_rule = {
    .rule = CODING_CLAIM_RULE_FIELD,
    .judge = judge,
    .tell = tell,
};
