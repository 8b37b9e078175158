/**
 * @file
 * # Reviewing a claim
 *
 * A claim is what a provider sends to a payer: diagnoses in their order, lines with procedures, modifiers, units and
 * days. A review asks every rule of the book about it and answers with findings. Each names the rule, the part of the
 * claim it is about, its partner, the table row that says so, and what would cure it.
 *
 *     coding_claim *claim = coding_claim_new(desk, &(coding_claim_options){.size = sizeof(coding_claim_options),
 *                                                     .kind = CODING_CLAIM_PROFESSIONAL, .first = 20240715});
 *     coding_claim_add_diagnosis(claim, "K63.5", 5, NULL);
 *     coding_claim_add_line(claim, "45385", 5, NULL);
 *     coding_claim_add_line(claim, "45378", 5, NULL);
 *     coding_review review = coding_claim_review(desk, claim, NULL);
 *     for (size_t i = 0; i < review.count; i++) puts(coding_claim_explain(desk, &review.findings[i]));
 *
 * What needs a person's judgement is a warning that says what to look for. A table that the book lacks gives one
 * finding `not-checked` for its rule: a check that could not be made is not a pass. A claim never becomes a payment:
 * a review without a denial means that no rule of this book objects.
 */
#ifndef CODING_CLAIM_H
#define CODING_CLAIM_H

#include <coding/check.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Who sends it, and so whose tables are asked. */
typedef enum coding_claim_kind {
    CODING_CLAIM_PROFESSIONAL = 0, /**< A practitioner or ambulatory surgical center (837P, CMS-1500). */
    CODING_CLAIM_OUTPATIENT = 1,   /**< A hospital, outpatient (837I, type of bill 013x). */
    CODING_CLAIM_INPATIENT = 2,    /**< A hospital stay (837I, type of bill 011x). */
    CODING_CLAIM_DME = 3,          /**< A supplier of durable medical equipment. */
    CODING_CLAIM_DENTAL = 4        /**< A dentist (837D): codes and form alone are checked. */
} coding_claim_kind;

/** The patient's sex as the claim has it. */
typedef enum coding_sex {
    CODING_SEX_UNKNOWN = 0, /**< Not said. */
    CODING_SEX_MALE = 1,    /**< M, or 1 of a hospital's claim. */
    CODING_SEX_FEMALE = 2   /**< F, or 2. */
} coding_sex;

/** Present on admission, as reported; names as on the claim. */
typedef enum coding_poa {
    CODING_POA_BLANK = 0, /**< Nothing reported: right for exempt codes alone; 1 of old claims is read as blank. */
    CODING_POA_YES = 1,   /**< Y: present. */
    CODING_POA_NO = 2,    /**< N: not. */
    CODING_POA_UNKNOWN = 3,      /**< U: the record does not say. */
    CODING_POA_UNDETERMINED = 4  /**< W: clinically undetermined. */
} coding_poa;

/** A claim as a whole. Zeroed but for `size`, `kind` and `first`: nothing else is known. Texts are copied. */
typedef struct coding_claim_options {
    size_t            size;       /**< sizeof(coding_claim_options). */
    coding_claim_kind kind;       /**< Who sends it. */
    coding_date       first;      /**< First day of service, or of the stay. */
    coding_date       last;       /**< Last day, or that of discharge; 0: as `first`. */
    coding_date       born;       /**< The patient's day of birth; 0: `age` is used. */
    uint32_t          age;        /**< Whole years on the first day; read where `born` is 0 and `has_age` is set. */
    coding_sex        sex;        /**< The patient's. */
    const char       *id;         /**< The sender's number of the claim; NULL: none. */
    const char       *provider;   /**< The billing provider's NPI or name, for reports; NULL: none. */
    const char       *discharge;  /**< Patient discharge status, "01"; NULL: none. */
    const char       *bill;       /**< Type of bill, "0131" or "131"; NULL: none. */
    const char       *place;      /**< Place of service of lines that name none, "11"; NULL: none. */
    int64_t           charge;     /**< Cents in all; 0: the sum of the lines. */
    uint32_t          payment_year; /**< The payer's year; 0: that of the first day. */
    bool              has_age;    /**< `age` is said: 0 is a newborn's. */
    char              spare[35];  /**< 0. */
} coding_claim_options;

/** What a diagnosis is there for. */
typedef enum coding_claim_role {
    CODING_ROLE_LISTED = 0,     /**< In its order; the first is principal, or first-listed. */
    CODING_ROLE_ADMITTING = 1,  /**< The admitting diagnosis. */
    CODING_ROLE_REASON = 2,     /**< The patient's reason for an outpatient visit. */
    CODING_ROLE_CAUSE = 3       /**< An external cause, in fields of its own. */
} coding_claim_role;

/** What is known of a diagnosis beside its code. */
typedef struct coding_diagnosis_options {
    size_t            size;     /**< sizeof(coding_diagnosis_options). */
    coding_claim_role role;     /**< What it is there for. */
    coding_poa        poa;      /**< Present on admission. */
    coding_system     system;   /**< CODING_ANY: ICD-10-CM, or ICD-9-CM before 2015-10-01. */
    char              spare[12];/**< 0. */
} coding_diagnosis_options;

/** What is known of a service beside its code. Texts are copied; NULL: none. */
typedef struct coding_line_options {
    size_t      size;         /**< sizeof(coding_line_options). */
    const char *modifiers;    /**< Up to four, parted by blanks, commas or colons: "25 LT". */
    double      units;        /**< Units of service; 0: one. */
    int64_t     charge;       /**< Cents. */
    const char *place;        /**< Place of service, "11"; NULL: the claim's. */
    const char *revenue;      /**< Revenue code of a hospital's line, "0450". */
    coding_date first;        /**< Day of service; 0: the claim's first. */
    coding_date last;         /**< Last day of a line that spans several; 0: as `first`. */
    const char *pointers;     /**< Numbers of the diagnoses it points to, the first one primary: "1 3"; A to L are read. */
    const char *provider;     /**< The rendering provider's NPI, where it is not the claim's. */
    const char *ndc;          /**< The drug's NDC. */
    char        spare[32];    /**< 0. */
} coding_line_options;

/** A claim in the making. Opaque; it lies on its desk, until the desk is cleared. */
typedef struct coding_claim coding_claim;

/**
 * A claim on a desk. `options` NULL is an empty professional claim of no day, which the review objects to. NULL where
 * there is no memory; every function here takes that.
 */
CODING_API coding_claim *coding_claim_new(coding_desk *desk, const coding_claim_options *options);

/** Adds a diagnosis behind the others. What is wrong with its text is remembered, and told by the review. */
CODING_API void coding_claim_add_diagnosis(coding_claim *claim, const char *text, size_t length,
                                           const coding_diagnosis_options *options);

/** Adds a procedure of an inpatient stay (ICD-10-PCS), the principal one first; `on` 0: the claim's first day. */
CODING_API void coding_claim_add_procedure(coding_claim *claim, const char *text, size_t length, coding_date on);

/** Adds a line: a service by its CPT or HCPCS code ("45385-59" brings its modifiers), or "" for a revenue code alone. */
CODING_API void coding_claim_add_line(coding_claim *claim, const char *text, size_t length,
                                      const coding_line_options *options);

/** The claim as a whole, as it was given. Texts lie on the desk. */
CODING_API coding_claim_options coding_claim_whole(const coding_claim *claim);
/** How many diagnoses, procedures and lines it has. */
CODING_API size_t coding_claim_diagnosis_count(const coding_claim *claim);
CODING_API size_t coding_claim_procedure_count(const coding_claim *claim); /**< As above. */
CODING_API size_t coding_claim_line_count(const coding_claim *claim);      /**< As above. */

/** The rules, a file of libcoding/rule/ each; names by coding_claim_rule_name. */
typedef enum coding_claim_rule {
    CODING_CLAIM_RULE_FORM = 0,           /**< The claim itself: a day, a line, too many diagnoses, a text unread. */
    CODING_CLAIM_RULE_CODE = 1,           /**< A code does not stand on its day: `verdict` says why. */
    CODING_CLAIM_RULE_FIELD = 2,          /**< A code in the wrong field: a procedure among diagnoses. */
    CODING_CLAIM_RULE_EXCLUDES1 = 3,      /**< Two diagnoses that are not coded together. */
    CODING_CLAIM_RULE_CODE_FIRST = 4,     /**< The underlying condition comes before. */
    CODING_CLAIM_RULE_USE_ADDITIONAL = 5, /**< A second code should follow. */
    CODING_CLAIM_RULE_CODE_ALSO = 6,      /**< A second code may be needed. */
    CODING_CLAIM_RULE_MANIFESTATION = 7,  /**< A manifestation is never first. */
    CODING_CLAIM_RULE_EXTERNAL_CAUSE = 8, /**< An external cause is never first. */
    CODING_CLAIM_RULE_FIRST_ONLY = 9,     /**< A code that is only ever first. */
    CODING_CLAIM_RULE_PRINCIPAL = 10,     /**< No acceptable principal or first-listed diagnosis. */
    CODING_CLAIM_RULE_DUPLICATE = 11,     /**< The same twice. */
    CODING_CLAIM_RULE_LATERALITY = 12,    /**< Sides that contradict each other, or a modifier. */
    CODING_CLAIM_RULE_PHASE = 13,         /**< 7th characters of different phases of care. */
    CODING_CLAIM_RULE_CONFLICT = 14,      /**< Diagnoses that contradict each other by the guidelines. */
    CODING_CLAIM_RULE_COMPANION = 15,     /**< A code that needs another, which is missing. */
    CODING_CLAIM_RULE_SEQUENCE = 16,      /**< An order that the guidelines ask for. */
    CODING_CLAIM_RULE_AGE = 17,           /**< The patient's age. */
    CODING_CLAIM_RULE_SEX = 18,           /**< The patient's sex. */
    CODING_CLAIM_RULE_OBSTETRIC = 19,     /**< Obstetrics: trimester, delivery, outcome. */
    CODING_CLAIM_RULE_NEWBORN = 20,       /**< The birth record, and codes of newborns. */
    CODING_CLAIM_RULE_POA = 21,           /**< Present on admission. */
    CODING_CLAIM_RULE_DISCHARGE = 22,     /**< Patient discharge status. */
    CODING_CLAIM_RULE_ADMISSION = 23,     /**< A reason that rarely needs a stay. */
    CODING_CLAIM_RULE_COVERAGE = 24,      /**< A procedure that is not, or only sometimes, covered. */
    CODING_CLAIM_RULE_UNSPECIFIED = 25,   /**< A code without its side where the stay must know it. */
    CODING_CLAIM_RULE_WRONG_SURGERY = 26, /**< Wrong procedure, site or patient was reported. */
    CODING_CLAIM_RULE_STAY = 27,          /**< A procedure that needs a longer stay. */
    CODING_CLAIM_RULE_PTP = 28,           /**< NCCI procedure-to-procedure edits: unbundling. */
    CODING_CLAIM_RULE_MUE = 29,           /**< Medically unlikely units. */
    CODING_CLAIM_RULE_ADD_ON = 30,        /**< An add-on code without its primary. */
    CODING_CLAIM_RULE_STATUS = 31,        /**< Not payable under the fee schedule. */
    CODING_CLAIM_RULE_GLOBAL = 32,        /**< Global days against modifiers 24, 25, 57, 58, 78, 79. */
    CODING_CLAIM_RULE_BILATERAL = 33,     /**< Modifier 50, RT, LT against the bilateral indicator. */
    CODING_CLAIM_RULE_MULTIPLE = 34,      /**< Several procedures: how they will be reduced. */
    CODING_CLAIM_RULE_ASSISTANT = 35,     /**< Assistant at surgery. */
    CODING_CLAIM_RULE_CO_SURGERY = 36,    /**< Two surgeons, or a team. */
    CODING_CLAIM_RULE_COMPONENT = 37,     /**< Professional and technical component. */
    CODING_CLAIM_RULE_MODIFIER = 38,      /**< A modifier that does not fit its code, its fellow or its claim. */
    CODING_CLAIM_RULE_PLACE = 39,         /**< Place of service. */
    CODING_CLAIM_RULE_POINTER = 40,       /**< Diagnosis pointers. */
    CODING_CLAIM_RULE_NECESSITY = 41,     /**< No diagnosis justifies the service under a policy. */
    CODING_CLAIM_RULE_VISIT = 42,         /**< The level of a visit. */
    CODING_CLAIM_RULE_TOTAL = 43          /**< How many rules there are. */
} coding_claim_rule;

/** What would cure a finding. */
typedef enum coding_claim_cure {
    CODING_CLAIM_CURE_NONE = 0,      /**< Nothing on the claim. */
    CODING_CLAIM_CURE_CODE = 1,      /**< Another code: `other`, or what coding_check offers. */
    CODING_CLAIM_CURE_MODIFIER = 2,  /**< A modifier, if the record supports it: `modifier`. */
    CODING_CLAIM_CURE_NO_MODIFIER = 3, /**< Take `modifier` away. */
    CODING_CLAIM_CURE_UNITS = 4,     /**< Units: at most `limit`. */
    CODING_CLAIM_CURE_ORDER = 5,     /**< Another order. */
    CODING_CLAIM_CURE_ADD = 6,       /**< Add a code: `other` is one of those. */
    CODING_CLAIM_CURE_REMOVE = 7,    /**< Take the code or line away. */
    CODING_CLAIM_CURE_DAY = 8,       /**< Another day. */
    CODING_CLAIM_CURE_RECORD = 9,    /**< The record decides: look there, and say so. */
    CODING_CLAIM_CURE_BOOK = 10,     /**< A book that holds the table. */
    CODING_CLAIM_CURE_FIELD = 11     /**< Another field of the claim. */
} coding_claim_cure;

/** Which part of a claim. */
typedef enum coding_claim_part {
    CODING_CLAIM_PART_WHOLE = 0,     /**< The whole. */
    CODING_CLAIM_PART_DIAGNOSIS = 1, /**< A listed diagnosis. */
    CODING_CLAIM_PART_PROCEDURE = 2, /**< An inpatient procedure. */
    CODING_CLAIM_PART_LINE = 3       /**< A line. */
} coding_claim_part;

/** A place on a claim. */
typedef struct coding_claim_place {
    uint32_t part;   /**< A coding_claim_part. */
    uint32_t number; /**< Counted from 1, in the order of adding; 0: the whole claim. */
} coding_claim_place;

/** One thing a rule has to say of a claim. Plain data; its texts belong to the book or lie on the desk. */
typedef struct coding_claim_finding {
    coding_claim_rule  rule;     /**< Who speaks. */
    coding_severity    severity; /**< A denial will not be paid as it stands; a warning asks a person to look. */
    coding_claim_cure  cure;     /**< What would mend it. */
    coding_rule        verdict;  /**< CODING_CLAIM_RULE_CODE: the code's own verdict; CODING_RULE_NOT_CHECKED: the book
                                      lacks the table or the day; else CODING_RULE_STANDS. */
    coding_claim_place place;    /**< What it is about; of a pair edit the column-2 line. */
    coding_claim_place partner;  /**< The other part; number 0 where there is none. */
    coding_code        code;     /**< The code it is about; 0: none. */
    coding_code        other;    /**< The partner's code, the code to use instead, or to add; 0: none. */
    coding_code        modifier; /**< The modifier at fault, or one that would cure it; 0: none. */
    coding_date        on;       /**< The day it was judged for. */
    coding_date        day;      /**< The last day on which the rule's row is in force; 0: open, or none. */
    double             found;    /**< What the claim has: units, age, days; 0 where nothing is counted. */
    double             limit;    /**< What the row allows; 0 where nothing is counted. */
    int64_t            charge;   /**< Cents that depend on it. */
    const char        *why;      /**< The row's own words, a note's text, a policy's name; NULL where it has none. */
    uint32_t           detail;   /**< Which of the rule's sentences: its file says; 0 the first. */
    uint32_t           indicator;/**< The row's indicator as printed: the 0 or 1 of a pair, the 1 to 3 of units; else 0. */
    coding_source      source;   /**< Release, table and row that say so; empty where the format of claims does. */
} coding_claim_finding;

/** What every rule said. Lists lie on the desk. */
typedef struct coding_review {
    coding_status               status;   /**< CODING_NO_MEMORY: the findings are not all. */
    coding_severity             worst;    /**< The loudest; CODING_NOTE where nobody speaks. */
    const coding_claim_finding *findings; /**< By severity, then place, then rule. */
    size_t                      count;    /**< How many. */
    uint64_t                    asked;    /**< Bit n: rule n was asked, with all its tables. */
    uint64_t                    unasked;  /**< Bit n: rule n could not be asked; a finding says why. */
    int64_t                     at_stake; /**< Cents of lines that a denial is about. */
    const coding_claim         *claim;    /**< The claim that was asked. */
} coding_review;

/** How to review. Zeroed but for `size`: the defaults. */
typedef struct coding_review_options {
    size_t   size;     /**< sizeof(coding_review_options). */
    uint64_t rules;    /**< Bit n: ask rule n; 0: all. */
    bool     no_notes; /**< Leave out findings that are no more than notes. */
    bool     no_money; /**< Leave out how payment will be reduced (CODING_CLAIM_RULE_MULTIPLE). */
    char     spare[6]; /**< 0. */
} coding_review_options;

/**
 * Asks every rule about a claim. The findings lie on the desk; the claim stays as it is. Rules compare parts with one
 * another, so they are asked about 1,000 diagnoses, 1,000 procedures and 10,000 lines at most: a finding of
 * CODING_CLAIM_RULE_FORM tells where a claim has more.
 */
CODING_API coding_review coding_claim_review(coding_desk *desk, const coding_claim *claim,
                                             const coding_review_options *options);

/** A finding as a sentence with its source in brackets, on the desk. Never NULL; empty where there is no memory. */
CODING_API const char *coding_claim_explain(coding_desk *desk, const coding_claim_finding *finding);

/** `ncci-ptp`, `mue`, `excludes1` and so on. Never NULL. */
CODING_API const char *coding_claim_rule_name(coding_claim_rule rule);
/** The rule in words: "NCCI procedure-to-procedure edits". Never NULL. */
CODING_API const char *coding_claim_rule_title(coding_claim_rule rule);
/** `modifier`, `order` and so on. Never NULL. */
CODING_API const char *coding_claim_cure_name(coding_claim_cure cure);
/** `professional` and so on. Never NULL. */
CODING_API const char *coding_claim_kind_name(coding_claim_kind kind);
/** `note`, `warning`, `denial`. Never NULL. */
CODING_API const char *coding_severity_name(coding_severity severity);

#ifdef __cplusplus
}
#endif

#endif
