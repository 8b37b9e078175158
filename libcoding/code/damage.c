#include <coding/code.h>

const char *coding_damage_name(coding_damage damage)
{
    switch (damage) {
    case CODING_DAMAGE_NONE: return "none";
    case CODING_DAMAGE_EMPTY: return "empty";
    case CODING_DAMAGE_TOO_SHORT: return "too-short";
    case CODING_DAMAGE_TOO_LONG: return "too-long";
    case CODING_DAMAGE_BAD_CHARACTER: return "bad-character";
    case CODING_DAMAGE_NOT_HERE: return "not-here";
    case CODING_DAMAGE_DOT_PLACE: return "dot-place";
    case CODING_DAMAGE_COMMA: return "comma";
    case CODING_DAMAGE_BLANK: return "blank";
    case CODING_DAMAGE_DASH: return "dash";
    case CODING_DAMAGE_TRAILING_X: return "trailing-x";
    case CODING_DAMAGE_SPREADSHEET: return "spreadsheet";
    case CODING_DAMAGE_CALENDAR: return "calendar";
    case CODING_DAMAGE_CHECK_DIGIT: return "check-digit";
    case CODING_DAMAGE_SEVERAL: return "several";
    case CODING_DAMAGE_TITLE: return "title";
    case CODING_DAMAGE_AMBIGUOUS_FORM: return "ambiguous-form";
    case CODING_DAMAGE_NO_CODE: return "no-code";
    case CODING_DAMAGE_NOT_UTF8: return "not-utf8";
    case CODING_DAMAGE_RESERVED: return "reserved";
    }
    return "unknown";
}

const char *coding_damage_text(coding_damage damage)
{
    switch (damage) {
    case CODING_DAMAGE_NONE: return "no damage";
    case CODING_DAMAGE_EMPTY: return "nothing but blanks";
    case CODING_DAMAGE_TOO_SHORT: return "more characters are needed";
    case CODING_DAMAGE_TOO_LONG: return "too many characters";
    case CODING_DAMAGE_BAD_CHARACTER: return "a character that this system has nowhere";
    case CODING_DAMAGE_NOT_HERE: return "a character that cannot stand in this place";
    case CODING_DAMAGE_DOT_PLACE: return "the dot stands in the wrong place";
    case CODING_DAMAGE_COMMA: return "a comma where the dot belongs";
    case CODING_DAMAGE_BLANK: return "a blank inside the code";
    case CODING_DAMAGE_DASH: return "a dash inside or after the code";
    case CODING_DAMAGE_TRAILING_X: return "a placeholder X with no character after it to hold in place";
    case CODING_DAMAGE_SPREADSHEET: return "a number as a spreadsheet prints it";
    case CODING_DAMAGE_CALENDAR: return "a date, as a spreadsheet makes of a code";
    case CODING_DAMAGE_CHECK_DIGIT: return "the check digit does not agree";
    case CODING_DAMAGE_SEVERAL: return "more than one code";
    case CODING_DAMAGE_TITLE: return "words after the code";
    case CODING_DAMAGE_AMBIGUOUS_FORM: return "several readings, none of them certain";
    case CODING_DAMAGE_NO_CODE: return "there is no code for this";
    case CODING_DAMAGE_NOT_UTF8: return "bytes that are not UTF-8";
    case CODING_DAMAGE_RESERVED: return "well formed, but kept out by the system's own rule";
    }
    return "unknown damage";
}
