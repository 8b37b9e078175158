/* Perl's manners: characters in and out, hashes that own all they hold, errors that are objects and read as the
 * library's words. Coding.pm gives names, defaults and documentation.
 *
 * Text is the second argument of whatever takes one: book, text of a method; system, text of parse. */
%{
#include "asked.h"
#include "make.h"
#define coding__raise(error) do { coding__perl_error(aTHX_ &(error)); SWIG_fail; } while (0)
#define coding__second (items > 1 ? ST(1) : NULL)
%}

%typemap(in) (const char *text, size_t length) {
    coding__asked asked = coding__perl_text(aTHX_ $input);
    $1 = (char *)asked.text;
    $2 = asked.length;
}
%typemap(freearg) (const char *text, size_t length) ""
%typemap(argout) coding_error *error "if ($1->status != CODING_OK) coding__raise(*$1);"
%typemap(in) const char *path "$1 = SvOK($input) ? SvPV_nolen($input) : NULL;"
%typemap(freearg) const char *path ""

%typemap(in) coding_system system "$1 = coding__perl_system(aTHX_ $input, NULL, NULL);"
%typemap(in) coding_date on "$1 = coding__perl_day(aTHX_ $input);"

%typemap(out) const char * "$result = sv_2mortal(coding__perl_string(aTHX_ $1)); argvi++;"
%typemap(out) char "$result = sv_2mortal(newSVpvn(&$1, $1 != 0)); argvi++;"
%typemap(out) coding_date "$result = sv_2mortal(coding__perl_date(aTHX_ $1)); argvi++;"

%define coding__word(TYPE, NAMES)
%typemap(out) TYPE {
    $result = sv_2mortal(coding__perl_name(aTHX_ coding__enumerations[CODING__NAMES_##NAMES], (unsigned)$1));
    argvi++;
}
%enddef
%define coding__member(TYPE, NAMES)
coding__word(TYPE, NAMES)
%typemap(in) TYPE "$1 = (TYPE)coding__perl_member(aTHX_ $input, coding__enumerations[CODING__NAMES_"#NAMES"]);"
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
    coding__ask ask = {coding__asked_##NAME, coding__perl_unit(coding__second), 0};
    SV         *answer = coding__perl_answer(aTHX_ &ask, &coding__shape_##NAME, &$1);
    if (!answer) SWIG_fail;
    $result = sv_2mortal(answer);
    argvi++;
}
%enddef
%include "answers.i"
