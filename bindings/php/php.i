/* PHP's manners: strings with their NUL bytes, objects that own all they hold, exceptions with the library's words.
 * coding.php gives names, defaults and documentation. */
%feature("php:type", "0");
%rename("coding_%(strip:[coding_])s", %$isfunction, %$not %$ismember, regextarget=1, fullname=1)
    "^coding_((date|status|version|parse|code|system|damage|cpt|ndc|rule|repair|severity|part|pcs)(_|$)"
    "|(claim_(rule|cure|kind)|claims_trouble|visit_(family|answer)|mdm)_(name|title)$|sample_size$"
    "|(map_kind|comorbidity_(scheme|state|score)|drg_(type|return)|cc(_reason)?|passage|reason|outcome|ground"
    "|phrase_kind|risk_(model|segment|use))_(name|title|named)$|comorbidity_scheme_parse$|charlson_age_points$)";

%{
#include "asked.h"
#include "make.h"
#define coding__raise(error) do { coding__php_error(&(error)); SWIG_fail; } while (0)
%}
%minit %{
    coding__php_start();
%}

%typemap(in) (const char *text, size_t length) {
    const char *bytes;
    if (!coding__php_text(&$input, &bytes, &$2)) SWIG_fail;
    $1 = (char *)bytes;
}
%typemap(freearg) (const char *text, size_t length) ""
%typemap(in) const char *path { if (!coding__php_path(&$input, (const char **)&$1)) SWIG_fail; }
%typemap(argout) coding_error *error "if ($1->status != CODING_OK) coding__raise(*$1);"

%typemap(in) coding_system system { if (!coding__php_system(&$input, NULL, NULL, &$1)) SWIG_fail; }
%typemap(in) coding_date on { if (!coding__php_day(&$input, &$1)) SWIG_fail; }
%typemap(in) coding_code, uint64_t "$1 = ($1_ltype)zval_get_long(&$input);"
%typemap(out) coding_code, uint64_t "RETVAL_LONG((zend_long)$1);"

%typemap(out) const char * "coding__php_string(return_value, $1);"
%typemap(out) char "RETVAL_STRINGL(&$1, $1 != 0);"
%typemap(out) coding_date "coding__php_date(return_value, $1);"

%define coding__word(TYPE, NAMES)
%typemap(out) TYPE "coding__php_name(return_value, coding__enumerations[CODING__NAMES_"#NAMES"], (unsigned)$1);"
%enddef
%define coding__member(TYPE, NAMES)
coding__word(TYPE, NAMES)
%typemap(in) TYPE {
    unsigned member;
    if (!coding__php_member(&$input, coding__enumerations[CODING__NAMES_##NAMES], &member)) SWIG_fail;
    $1 = (TYPE)member;
}
%enddef
coding__word(coding_system, SYSTEM)
coding__member(coding_status, STATUS)
coding__member(coding_rule, RULE)
coding__member(coding_repair, REPAIR)
coding__member(coding_damage, DAMAGE)
coding__member(coding_part_kind, PART_KIND)
coding__member(coding_cpt_category, CPT_CATEGORY)
coding__member(coding_ndc_form, NDC_FORM)
coding__member(coding_severity, SEVERITY)
coding__member(coding_claim_kind, CLAIM_KIND)
coding__member(coding_claim_rule, CLAIM_RULE)
coding__member(coding_claim_cure, CLAIM_CURE)
coding__member(coding_claims_trouble, CLAIMS_TROUBLE)
coding__member(coding_visit_family, VISIT_FAMILY)
coding__member(coding_visit_answer, VISIT_ANSWER)
coding__member(coding_mdm, MDM)
coding__member(coding_setting, SETTING)
coding__member(coding_passage, PASSAGE)
coding__member(coding_reason, REASON)
coding__member(coding_outcome, OUTCOME)
coding__member(coding_ground, GROUND)
coding__member(coding_phrase_kind, PHRASE_KIND)
coding__member(coding_map_style, MAP_STYLE)
coding__member(coding_map_kind, MAP_KIND)
coding__member(coding_comorbidity_scheme, COMORBIDITY_SCHEME)
coding__member(coding_comorbidity_state, COMORBIDITY_STATE)
coding__member(coding_risk_model, RISK_MODEL)
coding__member(coding_risk_plan, RISK_PLAN)
coding__member(coding_risk_segment, RISK_SEGMENT)
coding__member(coding_risk_use, RISK_USE)
coding__member(coding_drg_type, DRG_TYPE)
coding__member(coding_drg_return, DRG_RETURN)
coding__member(coding_cc, CC)
coding__member(coding_cc_reason, CC_REASON)

%define coding__answer(TYPE, NAME)
%typemap(out) TYPE {
    coding__ask ask = {coding__asked_##NAME, CODING__BYTES, 0};
    if (!coding__php_answer(return_value, &ask, &coding__shape_##NAME, &$1)) SWIG_fail;
}
%enddef
%include "answers.i"
