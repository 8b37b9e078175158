#include <coding/group.h>

const char *coding_drg_type_name(coding_drg_type type)
{
    switch (type) {
    case CODING_DRG_NONE: return "none";
    case CODING_DRG_SURGICAL: return "surgical";
    case CODING_DRG_MEDICAL: return "medical";
    }
    return "unknown";
}

const char *coding_drg_return_name(coding_drg_return reason)
{
    switch (reason) {
    case CODING_DRG_GROUPED: return "grouped";
    case CODING_DRG_BAD_PRINCIPAL: return "principal-unknown";
    case CODING_DRG_NOT_PRINCIPAL: return "never-principal";
    case CODING_DRG_BAD_DISCHARGE: return "discharge-status";
    case CODING_DRG_BAD_SEX: return "sex-unknown";
    case CODING_DRG_NO_FORMULA: return "no-formula";
    case CODING_DRG_NO_POA: return "poa-missing";
    case CODING_DRG_HOSPITAL_N_OR_U: return "hospital-unknown-poa-n-or-u";
    case CODING_DRG_HOSPITAL_NO_POA: return "hospital-unknown-poa-missing";
    case CODING_DRG_HOSPITAL_SEVERAL: return "hospital-unknown-several";
    }
    return "unknown";
}

const char *coding_cc_name(coding_cc severity)
{
    switch (severity) {
    case CODING_CC_NONE: return "none";
    case CODING_CC_CC: return "CC";
    case CODING_CC_MCC: return "MCC";
    }
    return "unknown";
}

const char *coding_cc_reason_name(coding_cc_reason why)
{
    switch (why) {
    case CODING_CC_COUNTS: return "counts";
    case CODING_CC_PRINCIPAL: return "principal";
    case CODING_CC_EXCLUDED: return "excluded";
    case CODING_CC_DIED: return "died";
    case CODING_CC_ACQUIRED: return "hospital-acquired";
    case CODING_CC_DEFINES: return "defines-drg";
    }
    return "unknown";
}
