/**
 * @file
 * # Codes
 *
 * A code is a 64-bit number: the system in bits 56 to 62, up to nine characters of six bits below, left-justified,
 * so that numbers sort as codes do and 0 is no code at all. Bit 63 is always 0: Java, SQL and Arrow keep the sign.
 * Identifiers made of digits (NDC, NPI, RXCUI, LOINC, SCTID) hold their number instead.
 *
 * Parsing needs no book and no memory. It says whether a text is well formed and, if not, what is wrong and where;
 * whether the code exists is for coding_check to say (chapter check.h).
 *
 *     coding_parsed parsed = coding_parse(CODING_ICD10CM, "e119", 4);
 *     char          text[CODING_CODE_TEXT];
 *     puts(coding_code_format(parsed.code, text));                                        // E11.9
 *
 *     parsed = coding_parse(CODING_ICD10CM, "G35,A", 5);
 *     printf("%s at byte %zu\n", coding_damage_name(parsed.damage), parsed.span.offset);  // comma at byte 3
 */
#ifndef CODING_CODE_H
#define CODING_CODE_H

#include <coding/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A code of any system, or an identifier. Compare with ==; 0 is none. */
typedef uint64_t coding_code;

/** Code systems and identifiers. Numbers are part of the format of books and of codes: they never change. */
typedef enum coding_system {
    CODING_ANY = 0,        /**< No system said: where a function takes it, it finds out. */
    CODING_ICD10CM = 1,    /**< Diagnoses since 2015-10-01. */
    CODING_ICD10PCS = 2,   /**< Inpatient procedures since 2015-10-01. */
    CODING_ICD9CM = 3,     /**< Diagnoses until 2015-09-30. */
    CODING_ICD9PCS = 4,    /**< Procedures (volume 3) until 2015-09-30. */
    CODING_HCPCS = 5,      /**< HCPCS Level II. */
    CODING_CPT = 6,        /**< CPT (HCPCS Level I): structure only; descriptors are the AMA's. */
    CODING_MODIFIER = 7,   /**< Two characters of either level. */
    CODING_POS = 8,        /**< Place of service. */
    CODING_REVENUE = 9,    /**< Revenue code, four digits. */
    CODING_TOB = 10,       /**< Type of bill, four characters with the leading 0. */
    CODING_MSDRG = 11,     /**< MS-DRG, three digits. */
    CODING_MDC = 12,       /**< Major diagnostic category, two digits. */
    CODING_DISCHARGE = 13, /**< Patient discharge status, two digits. */
    CODING_POA = 14,       /**< Present-on-admission indicator. */
    CODING_CVX = 15,       /**< Vaccine administered. */
    CODING_MVX = 16,       /**< Vaccine manufacturer. */
    CODING_TAXONOMY = 17,  /**< Provider taxonomy. */
    CODING_CLIA = 18,      /**< Laboratory certificate. */
    CODING_CCN = 19,       /**< Facility number (CMS certification). */
    CODING_DEA = 20,       /**< Prescriber number of the DEA. */
    CODING_NDC = 21,       /**< Drug package, held as its 11 digits (5-4-2). */
    CODING_NPI = 22,       /**< National provider identifier. */
    CODING_RXCUI = 23,     /**< RxNorm concept. */
    CODING_LOINC = 24,     /**< LOINC number with its check digit. */
    CODING_LOINC_PART = 25,/**< LOINC part, answer, list or group: LP, LA, LL, LG. */
    CODING_NDC_PRODUCT = 26,/**< Drug product, the first nine digits (5-4) of an NDC. */
    CODING_MBI = 40,       /**< Medicare beneficiary identifier: recognised, never a code. */
    CODING_HICN = 41,      /**< Its predecessor, which holds a social security number: recognised, never a code. */
    CODING_SSN = 42,       /**< Social security number: recognised, never a code. */
    CODING_OWN_FIRST = 64, /**< Users' own systems from here ... */
    CODING_OWN_LAST = 111, /**< ... to here; their numbers are fixed by their table. */
    CODING_SCTID = 112     /**< SNOMED CT identifier: owns 112 to 127, for its 60 bits. */
} coding_system;

/** What is wrong with the form of a text. Names, as in `comma@3`, by coding_damage_name. */
typedef enum coding_damage {
    CODING_DAMAGE_NONE = 0,           /**< Well formed. */
    CODING_DAMAGE_EMPTY = 1,          /**< Nothing but blanks. */
    CODING_DAMAGE_TOO_SHORT = 2,      /**< More characters are needed; the span is empty at the place they belong. */
    CODING_DAMAGE_TOO_LONG = 3,       /**< From the span on there is too much. */
    CODING_DAMAGE_BAD_CHARACTER = 4,  /**< A character that this system has nowhere. */
    CODING_DAMAGE_NOT_HERE = 5,       /**< A character of the system, in a place where it cannot stand. */
    CODING_DAMAGE_DOT_PLACE = 6,      /**< The dot stands in the wrong place, or twice. */
    CODING_DAMAGE_COMMA = 7,          /**< A comma where the dot belongs. */
    CODING_DAMAGE_BLANK = 8,          /**< A blank inside the code. */
    CODING_DAMAGE_DASH = 9,           /**< A dash: the index mark for "incomplete", or a range. */
    CODING_DAMAGE_TRAILING_X = 10,    /**< A placeholder X with no character after it to hold in place. */
    CODING_DAMAGE_SPREADSHEET = 11,   /**< A number as a spreadsheet prints it: 99213.0, 2.70E+09. */
    CODING_DAMAGE_CALENDAR = 12,      /**< A spreadsheet made a date of it: 3-Mar. */
    CODING_DAMAGE_CHECK_DIGIT = 13,   /**< The check digit does not agree; `expected` has the right one. */
    CODING_DAMAGE_SEVERAL = 14,       /**< More than one code in the field; the span is the second. */
    CODING_DAMAGE_TITLE = 15,         /**< Words after the code; the span is the words. */
    CODING_DAMAGE_AMBIGUOUS_FORM = 16,/**< Several readings; `alternatives` has them (ten bare digits of an NDC). */
    CODING_DAMAGE_NO_CODE = 17,       /**< Personal identifiers have no code: ask coding_identify. */
    CODING_DAMAGE_NOT_UTF8 = 18,      /**< Bytes that are no text. */
    CODING_DAMAGE_RESERVED = 19       /**< Well formed, but kept out by its system (SSN area 666, NDC letters). */
} coding_damage;

/** Longest formatted code with its NUL, of any system. */
#define CODING_CODE_TEXT 24

/** What coding_parse made of a text. Plain data. */
typedef struct coding_parsed {
    coding_code   code;            /**< The code; 0 if the text is damaged. */
    coding_code   modifiers[4];    /**< CPT and HCPCS: modifiers that followed it; 0 past the last. */
    coding_code   alternatives[3]; /**< CODING_DAMAGE_AMBIGUOUS_FORM: the readings; 0 past the last. */
    coding_damage damage;          /**< What is wrong; CODING_DAMAGE_NONE where nothing is. */
    coding_span   span;            /**< Where the damage is, in bytes of the text. */
    char          expected;        /**< CODING_DAMAGE_CHECK_DIGIT: the digit that would agree; else 0. */
    bool          changed;         /**< The text differs from the code's own spelling: case, blanks, a missing dot. */
    char          spare[6];        /**< 0. */
} coding_parsed;

/** What kind of CPT code a number is, by its form alone. */
typedef enum coding_cpt_category {
    CODING_CPT_NONE = 0,        /**< None: a code of another system. */
    CODING_CPT_CATEGORY_1 = 1,  /**< nnnnn: procedures and services. */
    CODING_CPT_CATEGORY_2 = 2,  /**< nnnnF: performance measurement, no payment. */
    CODING_CPT_CATEGORY_3 = 3,  /**< nnnnT: emerging technology. */
    CODING_CPT_PLA = 4,         /**< nnnnU: proprietary laboratory analyses. */
    CODING_CPT_MAAA = 5,        /**< nnnnM: multianalyte assays, administrative. */
    CODING_CPT_VACCINE = 6      /**< nnnnA: COVID-19 vaccine administration, until 2023. */
} coding_cpt_category;

/**
 * Reads a code of one built-in system. Upper and lower case, blanks and quotes around, full-width characters and a
 * missing dot are understood and reported as `changed`; anything else is damage. Pure: no book, no memory, any thread.
 * `text` need not end in NUL. A `system` that has no format (CODING_ANY, a user's own) answers CODING_DAMAGE_NO_CODE.
 * Rules: shared vectors in tests/vectors/parse.tsv, each with its `because`.
 */
CODING_API coding_parsed coding_parse(coding_system system, const char *text, size_t length);

/** The code in its own spelling (E11.9, 0DTJ4ZZ, 00002-7597-01) in `text`, which it answers. Empty for 0. */
CODING_API const char *coding_code_format(coding_code code, char text[CODING_CODE_TEXT]);

/** The same without dots and dashes, as files and claims hold it (a LOINC number keeps its dash there too). */
CODING_API const char *coding_code_format_bare(coding_code code, char text[CODING_CODE_TEXT]);

/** The system a code belongs to; CODING_ANY for 0. */
CODING_API coding_system coding_code_system(coding_code code);

/** Number of characters of a code without dots; 0 for identifiers that hold a number. */
CODING_API size_t coding_code_length(coding_code code);

/** The first `length` characters of a code. The code itself where it is not longer, or holds a number. */
CODING_API coding_code coding_code_prefix(coding_code code, size_t length);

/** The code with one more character (`0`-`9`, `A`-`Z`); 0 where it has no room. */
CODING_API coding_code coding_code_append(coding_code code, char character);

/** The character at `index`, counted from 0; NUL past the last. */
CODING_API char coding_code_character(coding_code code, size_t index);

/** `icd10cm` and so on; `own-64` for a user's own system, whose name its book knows. Never NULL. */
CODING_API const char *coding_system_name(coding_system system);

/** The name in words: "ICD-10-CM". Never NULL. */
CODING_API const char *coding_system_title(coding_system system);

/** The built-in system of that name, any case; CODING_ANY if there is none. */
CODING_API coding_system coding_system_parse(const char *text, size_t length);

/** `comma`, `too-short` and so on. Never NULL. */
CODING_API const char *coding_damage_name(coding_damage damage);

/** The damage as a sentence without its place: "a comma where the dot belongs". Never NULL. */
CODING_API const char *coding_damage_text(coding_damage damage);

/** The category of a CPT code, by its form. CODING_CPT_NONE for codes of other systems. */
CODING_API coding_cpt_category coding_cpt_category_of(coding_code code);

/** The section of the CPT book that the number falls in, in our words ("Surgery: nervous system"); NULL if none. */
CODING_API const char *coding_cpt_section(coding_code code);

/** How an NDC of 11 digits was or may be printed in the 10 digits of the FDA. */
typedef enum coding_ndc_form {
    CODING_NDC_442 = 0,  /**< 4-4-2: labeler, product, package. */
    CODING_NDC_532 = 1,  /**< 5-3-2. */
    CODING_NDC_541 = 2,  /**< 5-4-1. */
    CODING_NDC_642 = 3   /**< The uniform twelve digits, in force from 2033-03-07. */
} coding_ndc_form;

/** The NDC in that form, with dashes, in `text`; empty where no zero can be dropped there. Answers `text`. */
CODING_API const char *coding_ndc_format(coding_code code, coding_ndc_form form, char text[CODING_CODE_TEXT]);

#ifdef __cplusplus
}
#endif

#endif
