/* The list of rules. A new one is a file beside this one, a line here, and rows in tests/vectors. */
#include "rule/rule.h"

/* X(number, name in C) */
#define CODING__RULE_LIST(X)                                                                                          \
    X(FORM, form)                                                                                                     \
    X(CODE, code)                                                                                                     \
    X(FIELD, field)                                                                                                   \
    X(EXCLUDES1, excludes1)                                                                                           \
    X(CODE_FIRST, code_first)                                                                                         \
    X(USE_ADDITIONAL, use_additional)                                                                                 \
    X(CODE_ALSO, code_also)                                                                                           \
    X(MANIFESTATION, manifestation)                                                                                   \
    X(EXTERNAL_CAUSE, external_cause)                                                                                 \
    X(FIRST_ONLY, first_only)                                                                                         \
    X(PRINCIPAL, principal)                                                                                           \
    X(DUPLICATE, duplicate)                                                                                           \
    X(LATERALITY, laterality)                                                                                         \
    X(PHASE, phase)                                                                                                   \
    X(CONFLICT, conflict)                                                                                             \
    X(COMPANION, companion)                                                                                           \
    X(SEQUENCE, sequence)                                                                                             \
    X(AGE, age)                                                                                                       \
    X(SEX, sex)                                                                                                       \
    X(OBSTETRIC, obstetric)                                                                                           \
    X(NEWBORN, newborn)                                                                                               \
    X(POA, poa)                                                                                                       \
    X(DISCHARGE, discharge)                                                                                           \
    X(ADMISSION, admission)                                                                                           \
    X(COVERAGE, coverage)                                                                                             \
    X(UNSPECIFIED, unspecified)                                                                                       \
    X(WRONG_SURGERY, wrong_surgery)                                                                                   \
    X(STAY, stay)                                                                                                     \
    X(PTP, ptp)                                                                                                       \
    X(MUE, mue)                                                                                                       \
    X(ADD_ON, add_on)                                                                                                 \
    X(STATUS, status)                                                                                                 \
    X(GLOBAL, global)                                                                                                 \
    X(BILATERAL, bilateral)                                                                                           \
    X(MULTIPLE, multiple)                                                                                             \
    X(ASSISTANT, assistant)                                                                                           \
    X(CO_SURGERY, co_surgery)                                                                                         \
    X(COMPONENT, component)                                                                                           \
    X(MODIFIER, modifier)                                                                                             \
    X(PLACE, place)                                                                                                   \
    X(POINTER, pointer)                                                                                               \
    X(NECESSITY, necessity)                                                                                           \
    X(VISIT, visit)

#define CODING__RULE_DECLARED(number, name) extern const coding__rule coding__##name##_rule;
CODING__RULE_LIST(CODING__RULE_DECLARED)
#undef CODING__RULE_DECLARED

const coding__rule *const coding__rules[CODING_CLAIM_RULE_TOTAL] = {
#define CODING__RULE_LISTED(number, name) [CODING_CLAIM_RULE_##number] = &coding__##name##_rule,
    CODING__RULE_LIST(CODING__RULE_LISTED)
#undef CODING__RULE_LISTED
};
