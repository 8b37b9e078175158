/* Names of rules and repairs, as every language spells them. */
#include <coding/check.h>

const char *coding_rule_name(coding_rule rule)
{
    switch (rule) {
    case CODING_RULE_STANDS: return "stands";
    case CODING_RULE_MALFORMED: return "malformed";
    case CODING_RULE_UNKNOWN: return "unknown";
    case CODING_RULE_HEADER: return "header";
    case CODING_RULE_NO_7TH: return "no-7th";
    case CODING_RULE_BAD_7TH: return "bad-7th";
    case CODING_RULE_NO_PLACEHOLDER: return "no-placeholder";
    case CODING_RULE_AMBIGUOUS: return "ambiguous";
    case CODING_RULE_NOT_YET: return "not-yet";
    case CODING_RULE_NO_LONGER: return "no-longer";
    case CODING_RULE_NO_EDITION: return "no-edition";
    case CODING_RULE_OTHER_SYSTEM: return "other-system";
    case CODING_RULE_NOT_CHECKED: return "not-checked";
    }
    return "";
}

const char *coding_repair_name(coding_repair repair)
{
    switch (repair) {
    case CODING_REPAIR_NONE: return "none";
    case CODING_REPAIR_DOT: return "dot";
    case CODING_REPAIR_TRAILING: return "trailing";
    case CODING_REPAIR_PLACEHOLDER: return "placeholder";
    case CODING_REPAIR_LOOKALIKE: return "lookalike";
    case CODING_REPAIR_LEADING_ZERO: return "leading-zero";
    case CODING_REPAIR_NUMBER: return "number";
    case CODING_REPAIR_TITLE: return "title";
    case CODING_REPAIR_SPLIT: return "split";
    case CODING_REPAIR_DROPPED: return "dropped";
    case CODING_REPAIR_SEVENTH: return "7th";
    case CODING_REPAIR_CHILD: return "child";
    case CODING_REPAIR_SUCCESSOR: return "successor";
    case CODING_REPAIR_CHECK_DIGIT: return "check-digit";
    case CODING_REPAIR_TYPED: return "typed";
    }
    return "";
}
