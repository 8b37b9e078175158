/* Names of rules, cures, kinds and troubles of claims, as every language spells them. */
#include <coding/exchange.h>

static const struct {
    const char *name;
    const char *title;
} rules[CODING_CLAIM_RULE_TOTAL] = {
    [CODING_CLAIM_RULE_FORM] = {"form", "The claim itself"},
    [CODING_CLAIM_RULE_CODE] = {"code", "Codes that stand on their day"},
    [CODING_CLAIM_RULE_FIELD] = {"field", "Codes in their own fields"},
    [CODING_CLAIM_RULE_EXCLUDES1] = {"excludes1", "Excludes1 notes"},
    [CODING_CLAIM_RULE_CODE_FIRST] = {"code-first", "Code first notes"},
    [CODING_CLAIM_RULE_USE_ADDITIONAL] = {"use-additional", "Use additional code notes"},
    [CODING_CLAIM_RULE_CODE_ALSO] = {"code-also", "Code also notes"},
    [CODING_CLAIM_RULE_MANIFESTATION] = {"manifestation", "Manifestations are never first"},
    [CODING_CLAIM_RULE_EXTERNAL_CAUSE] = {"external-cause", "External causes are never first"},
    [CODING_CLAIM_RULE_FIRST_ONLY] = {"first-only", "Codes that are only ever first"},
    [CODING_CLAIM_RULE_PRINCIPAL] = {"principal", "Acceptable principal diagnosis"},
    [CODING_CLAIM_RULE_DUPLICATE] = {"duplicate", "The same twice"},
    [CODING_CLAIM_RULE_LATERALITY] = {"laterality", "Sides"},
    [CODING_CLAIM_RULE_PHASE] = {"phase", "Phases of care in the 7th character"},
    [CODING_CLAIM_RULE_CONFLICT] = {"conflict", "Diagnoses that contradict each other"},
    [CODING_CLAIM_RULE_COMPANION] = {"companion", "Codes that need another"},
    [CODING_CLAIM_RULE_SEQUENCE] = {"sequence", "Order by the guidelines"},
    [CODING_CLAIM_RULE_AGE] = {"age", "The patient's age"},
    [CODING_CLAIM_RULE_SEX] = {"sex", "The patient's sex"},
    [CODING_CLAIM_RULE_OBSTETRIC] = {"obstetric", "Obstetrics"},
    [CODING_CLAIM_RULE_NEWBORN] = {"newborn", "Newborns"},
    [CODING_CLAIM_RULE_POA] = {"poa", "Present on admission"},
    [CODING_CLAIM_RULE_DISCHARGE] = {"discharge", "Patient discharge status"},
    [CODING_CLAIM_RULE_ADMISSION] = {"admission", "Reasons that rarely need a stay"},
    [CODING_CLAIM_RULE_COVERAGE] = {"coverage", "Procedures that are not, or only sometimes, covered"},
    [CODING_CLAIM_RULE_UNSPECIFIED] = {"unspecified", "Codes without their side"},
    [CODING_CLAIM_RULE_WRONG_SURGERY] = {"wrong-surgery", "Wrong procedure, site or patient"},
    [CODING_CLAIM_RULE_STAY] = {"stay", "Procedures that need a longer stay"},
    [CODING_CLAIM_RULE_PTP] = {"ncci-ptp", "NCCI procedure-to-procedure edits"},
    [CODING_CLAIM_RULE_MUE] = {"mue", "NCCI medically unlikely edits"},
    [CODING_CLAIM_RULE_ADD_ON] = {"add-on", "NCCI add-on codes"},
    [CODING_CLAIM_RULE_STATUS] = {"status", "Status in the fee schedule"},
    [CODING_CLAIM_RULE_GLOBAL] = {"global", "Global days"},
    [CODING_CLAIM_RULE_BILATERAL] = {"bilateral", "Bilateral surgery"},
    [CODING_CLAIM_RULE_MULTIPLE] = {"multiple", "Multiple procedures"},
    [CODING_CLAIM_RULE_ASSISTANT] = {"assistant", "Assistant at surgery"},
    [CODING_CLAIM_RULE_CO_SURGERY] = {"co-surgery", "Co-surgeons and teams"},
    [CODING_CLAIM_RULE_COMPONENT] = {"component", "Professional and technical component"},
    [CODING_CLAIM_RULE_MODIFIER] = {"modifier", "Modifiers"},
    [CODING_CLAIM_RULE_PLACE] = {"place", "Place of service"},
    [CODING_CLAIM_RULE_POINTER] = {"pointer", "Diagnosis pointers"},
    [CODING_CLAIM_RULE_NECESSITY] = {"necessity", "Medical necessity"},
    [CODING_CLAIM_RULE_VISIT] = {"visit", "The level of a visit"},
};

static bool is_rule(coding_claim_rule rule) { return (unsigned)rule < CODING_CLAIM_RULE_TOTAL; }

const char *coding_claim_rule_name(coding_claim_rule rule) { return is_rule(rule) ? rules[rule].name : ""; }
const char *coding_claim_rule_title(coding_claim_rule rule) { return is_rule(rule) ? rules[rule].title : ""; }

const char *coding_claim_cure_name(coding_claim_cure cure)
{
    switch (cure) {
    case CODING_CLAIM_CURE_NONE: return "none";
    case CODING_CLAIM_CURE_CODE: return "code";
    case CODING_CLAIM_CURE_MODIFIER: return "modifier";
    case CODING_CLAIM_CURE_NO_MODIFIER: return "no-modifier";
    case CODING_CLAIM_CURE_UNITS: return "units";
    case CODING_CLAIM_CURE_ORDER: return "order";
    case CODING_CLAIM_CURE_ADD: return "add";
    case CODING_CLAIM_CURE_REMOVE: return "remove";
    case CODING_CLAIM_CURE_DAY: return "day";
    case CODING_CLAIM_CURE_RECORD: return "record";
    case CODING_CLAIM_CURE_BOOK: return "book";
    case CODING_CLAIM_CURE_FIELD: return "field";
    }
    return "";
}

const char *coding_claim_kind_name(coding_claim_kind kind)
{
    switch (kind) {
    case CODING_CLAIM_PROFESSIONAL: return "professional";
    case CODING_CLAIM_OUTPATIENT: return "outpatient";
    case CODING_CLAIM_INPATIENT: return "inpatient";
    case CODING_CLAIM_DME: return "dme";
    case CODING_CLAIM_DENTAL: return "dental";
    }
    return "";
}

const char *coding_severity_name(coding_severity severity)
{
    switch (severity) {
    case CODING_NOTE: return "note";
    case CODING_WARNING: return "warning";
    case CODING_DENIAL: return "denial";
    }
    return "";
}

const char *coding_claims_trouble_name(coding_claims_trouble trouble)
{
    switch (trouble) {
    case CODING_CLAIMS_FINE: return "fine";
    case CODING_CLAIMS_FORMAT: return "format";
    case CODING_CLAIMS_ENVELOPE: return "envelope";
    case CODING_CLAIMS_COUNT: return "count";
    case CODING_CLAIMS_VERSION: return "version";
    case CODING_CLAIMS_SEGMENT: return "segment";
    case CODING_CLAIMS_ELEMENT: return "element";
    case CODING_CLAIMS_COLUMN: return "column";
    case CODING_CLAIMS_CELL: return "cell";
    case CODING_CLAIMS_CUT: return "cut";
    case CODING_CLAIMS_MEMORY: return "memory";
    }
    return "";
}
