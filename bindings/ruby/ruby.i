/* Ruby's manners: strings with their encodings, frozen Structs, exceptions with the library's words. coding.rb gives
 * names, defaults and documentation.
 *
 * An exception leaves by a jump, and a desk must be given back before: what fails in a call that has borrowed is kept
 * as `failure`, and raised when the desk is home. */
%{
#include "asked.h"
#include "make.h"
#define coding__raise(error) do { _global_failure = coding__ruby_failure(&(error)); SWIG_fail; } while (0)
#define coding__home(room, desk) \
    do { \
        coding__room_give_back(room, desk); \
        if (!NIL_P(_global_failure)) rb_exc_raise(_global_failure); \
    } while (0)
%}
%init %{
    coding__ruby_start();
%}

%typemap(in, numinputs=0) coding_desk *desk (VALUE _global_failure = Qnil) "$1 = NULL;"
%typemap(freearg) coding_desk *desk "coding__home(arg1, $1);"
%typemap(in, numinputs=0) const coding_book *book (coding_desk *lender = NULL, VALUE _global_failure = Qnil) {
    $1 = NULL;
}
%typemap(freearg) const coding_book *book "coding__home(arg1, lender$argnum);"

%typemap(in) (const char *text, size_t length) (VALUE asked) {
    asked = coding__ruby_text($input);
    $1 = RSTRING_PTR(asked);
    $2 = (size_t)RSTRING_LEN(asked);
}
%typemap(freearg) (const char *text, size_t length) "RB_GC_GUARD(asked$argnum);"
%typemap(argout) coding_error *error "if ($1->status != CODING_OK) coding__raise(*$1);"

/* Opening borrows nothing. */
%typemap(in) (const char *path, coding_error *error) (VALUE asked, coding_error failed) {
    asked = NIL_P($input) ? Qnil : rb_get_path($input);
    $1 = NIL_P(asked) ? NULL : StringValueCStr(asked);
    failed.status = CODING_OK;
    $2 = &failed;
}
%typemap(argout) (const char *path, coding_error *error) {
    if ($2->status != CODING_OK) rb_exc_raise(coding__ruby_failure($2));
}
%typemap(freearg) (const char *path, coding_error *error) "RB_GC_GUARD(asked$argnum);"

%typemap(in) coding_system system "$1 = coding__ruby_system($input, Qnil, NULL);"
%typemap(in) coding_date on "$1 = coding__ruby_day($input);"

%typemap(out) const char * "$result = coding__ruby_string($1);"
%typemap(out) char "$result = rb_utf8_str_new(&$1, $1 != 0);"
%typemap(out) coding_date "$result = coding__ruby_date($1);"

%define coding__word(TYPE, NAMES)
%typemap(out) TYPE "$result = coding__ruby_name(coding__enumerations[CODING__NAMES_"#NAMES"], (unsigned)$1);"
%enddef
%define coding__member(TYPE, NAMES)
coding__word(TYPE, NAMES)
%typemap(in) TYPE "$1 = (TYPE)coding__ruby_member($input, coding__enumerations[CODING__NAMES_"#NAMES"]);"
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

/* The text is the first argument of a method. */
%define coding__answer(TYPE, NAME)
%typemap(out) TYPE {
    coding__ask ask = {coding__asked_##NAME, coding__ruby_unit(argc ? argv[0] : Qnil), 0};
    $result = coding__ruby_answer(&ask, &coding__shape_##NAME, &$1, &_global_failure);
    if (!NIL_P(_global_failure)) SWIG_fail;
}
%enddef
%include "answers.i"

/* parse borrows nothing, and its text comes second. */
%typemap(out) coding_parsed coding_parse {
    VALUE       failure = Qnil;
    coding__ask ask = {coding__asked_parse, coding__ruby_unit(argv[1]), 0};
    $result = coding__ruby_answer(&ask, &coding__shape_parsed, &$1, &failure);
    if (!NIL_P(failure)) rb_exc_raise(failure);
}
