/* Lua's manners: strings with their NUL bytes, tables that own all they hold, errors that are tables and read as the
 * library's words. coding.lua gives names, defaults and documentation. */
%{
#include "asked.h"
#include "make.h"
#define coding__raise(error) do { coding__lua_error(L, &(error)); SWIG_fail; } while (0)
%}

%typemap(in) (const char *text, size_t length) {
    const char *bytes;
    if (!coding__lua_text(L, $input, &bytes, &$2)) SWIG_fail;
    $1 = (char *)bytes;
}
%typemap(freearg) (const char *text, size_t length) ""
%typemap(argout) coding_error *error "if ($1->status != CODING_OK) coding__raise(*$1);"

%typemap(in) coding_system system { if (!coding__lua_system(L, $input, 0, NULL, &$1)) SWIG_fail; }
%typemap(in) coding_date on { if (!coding__lua_day(L, $input, &$1)) SWIG_fail; }
%typemap(in) coding_code, uint64_t "$1 = ($1_ltype)luaL_checkinteger(L, $input);"
%typemap(in) char character, char section "$1 = *luaL_checkstring(L, $input);"

%typemap(out) const char * "lua_pushstring(L, $1); SWIG_arg++;"
%typemap(out) char "lua_pushlstring(L, &$1, $1 != 0); SWIG_arg++;"
%typemap(out) coding_system {
    coding__lua_name(L, coding__enumerations[CODING__NAMES_SYSTEM], (unsigned)$1);
    SWIG_arg++;
}
%typemap(out) coding_date "coding__lua_date(L, $1); SWIG_arg++;"
%typemap(out) coding_code, uint64_t "lua_pushinteger(L, (lua_Integer)$1); SWIG_arg++;"

%define coding__member(TYPE, NAMES)
%typemap(in) TYPE {
    unsigned member;
    if (!coding__lua_member(L, $input, coding__enumerations[CODING__NAMES_##NAMES], &member)) SWIG_fail;
    $1 = (TYPE)member;
}
%typemap(out) TYPE {
    coding__lua_name(L, coding__enumerations[CODING__NAMES_##NAMES], (unsigned)$1);
    SWIG_arg++;
}
%enddef
coding__member(coding_status, STATUS)
coding__member(coding_rule, RULE)
coding__member(coding_repair, REPAIR)
coding__member(coding_damage, DAMAGE)
coding__member(coding_note_kind, NOTE_KIND)
coding__member(coding_part_kind, PART_KIND)
coding__member(coding_field, FIELD)
coding__member(coding_link, LINK)
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
    if (!coding__lua_answer(L, &ask, &coding__shape_##NAME, &$1)) SWIG_fail;
    SWIG_arg++;
}
%enddef
%include "answers.i"
