/* Procedures that are not, or only sometimes, covered.
 *
 * Reads   the code editor's lists: never covered; covered in limits; sterilisation, not covered where Z30.2 is
 *         reported; pancreas transplants, covered beside a kidney's or with type 1 diabetes; transplants of stem cells,
 *         not covered with some leukemias (and, until 2018, with myeloma); artificial lumbar discs, not covered past
 *         the age of 60.
 * Asks    every procedure of a stay.
 * Speaks  a denial of what is not covered; a warning of what is in limits; a note where nobody says the age that
 *         decides. */
#include "rule/editor.h"

enum { NEVER, LIMITED, STERILISATION, PANCREAS, LEUKEMIA, MYELOMA, DISC, DISC_OF_UNKNOWN_AGE };

enum { DISC_AGE_MOST = 60 };

static void speak(coding__view *view, const coding__listed *procedure, uint32_t detail, coding_severity severity,
                  uint32_t partners)
{
    const coding__listed *partner = partners ? coding__diagnosis_on_list(view, partners) : NULL;
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_COVERAGE, CODING_CLAIM_PART_PROCEDURE,
                                                          procedure);
    finding.severity = severity;
    finding.cure = severity == CODING_DENIAL ? CODING_CLAIM_CURE_NONE : CODING_CLAIM_CURE_RECORD;
    finding.detail = detail;
    if (partner) finding.partner = coding__at_diagnosis(partner), finding.other = partner->code;
    coding__speak(view, finding);
}

static bool has_diagnosis(const coding__view *view, uint32_t flags)
{
    return coding__diagnosis_on_list(view, flags) != NULL;
}

static bool pancreas_is_covered(const coding__view *view)
{
    return has_diagnosis(view, CODING__MCE_TYPE_1_DIABETES)
           || coding__procedure_on_list(view, CODING__MCE_PANCREAS_PARTNER);
}

static void judge_disc(coding__view *view, const coding__listed *procedure)
{
    if (view->age == CODING__AGE_UNKNOWN) speak(view, procedure, DISC_OF_UNKNOWN_AGE, CODING_NOTE, 0);
    else if (view->age > DISC_AGE_MOST) speak(view, procedure, DISC, CODING_DENIAL, 0);
}

static void judge_procedure(coding__view *view, const coding__listed *procedure)
{
    uint32_t lists = procedure->mce;
    if (lists & CODING__MCE_NOT_COVERED) speak(view, procedure, NEVER, CODING_DENIAL, 0);
    if (lists & CODING__MCE_LIMITED) speak(view, procedure, LIMITED, CODING_WARNING, 0);
    if (lists & CODING__MCE_STERILISATION && has_diagnosis(view, CODING__MCE_STERILITY))
        speak(view, procedure, STERILISATION, CODING_DENIAL, CODING__MCE_STERILITY);
    if (lists & CODING__MCE_PANCREAS && !pancreas_is_covered(view))
        speak(view, procedure, PANCREAS, CODING_DENIAL, 0);
    if (lists & CODING__MCE_MARROW && has_diagnosis(view, CODING__MCE_LEUKEMIA))
        speak(view, procedure, LEUKEMIA, CODING_DENIAL, CODING__MCE_LEUKEMIA);
    if (lists & CODING__MCE_OTHER_GROUP && has_diagnosis(view, CODING__MCE_MYELOMA))
        speak(view, procedure, MYELOMA, CODING_DENIAL, CODING__MCE_MYELOMA);
    if (lists & CODING__MCE_DISC) judge_disc(view, procedure);
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->procedure_count; i++) judge_procedure(view, &view->procedures[i]);
}

static bool concerns(const coding__view *view) { return view->procedure_count > 0; }

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    static const char *const sentences[] = {
        [NEVER] = "never covered",
        [LIMITED] = "covered in limits alone: the payer reviews the record",
        [STERILISATION] = "not covered: the sterilisation is the purpose",
        [PANCREAS] = "not covered without a kidney transplant or type 1 diabetes",
        [LEUKEMIA] = "not covered with this leukemia",
        [MYELOMA] = "not covered with multiple myeloma",
        [DISC] = "not covered past the age of 60",
        [DISC_OF_UNKNOWN_AGE] = "not covered past the age of 60, and the claim does not say the age",
    };
    char other[CODING_CODE_TEXT];
    (void)desk;
    if (finding->detail < sizeof sentences / sizeof *sentences) coding__say(phrase, "%s", sentences[finding->detail]);
    if (finding->partner.number)
        coding__say(phrase, " (%s, diagnosis %u)", coding_code_format(finding->other, other),
                    (unsigned)finding->partner.number);
}

const coding__rule coding__coverage_rule = {
    .rule = CODING_CLAIM_RULE_COVERAGE,
    .kinds = 1u << CODING_CLAIM_INPATIENT,
    .tables = {CODING__TABLE_MCE},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
