/**
 * @file
 * # Grouping a hospital stay
 *
 * Medicare pays for a stay by its diagnosis-related group (MS-DRG). This chapter groups a stay as the agency's grouper
 * does, versions 40.0 to 44.0 where the book has them, and says why: which formula decided, which procedure put the
 * stay in its class, which complication or comorbidity (CC, MCC) made the severity, which were excluded and by whom.
 *
 *     coding_stay_diagnosis diagnoses[] = {{.code = coding_parse(CODING_ICD10CM, "I21.4", 5).code},
 *                                          {.code = coding_parse(CODING_ICD10CM, "J96.01", 6).code}};
 *     coding_grouping grouping = coding_group(desk, &(coding_stay){
 *         .size = sizeof(coding_stay), .discharged = 20251015, .discharge = 1, .age = 70, .sex = CODING_SEX_FEMALE,
 *         .diagnoses = diagnoses, .diagnosis_count = 2});
 *     printf("%03u %s\n", grouping.last.drg, grouping.last.title);
 *
 * prints "280 Acute Myocardial Infarction, Discharged Alive with MCC".
 *
 * Grouping is done twice. The first DRG takes diagnoses as they are. For the last one, which is paid, conditions that
 * the hospital caused (HAC) are no CC or MCC. Codes that the version does not know are passed over, but for the
 * principal diagnosis; whether a code may stand is the business of coding_check and coding_claim_review.
 */
#ifndef CODING_GROUP_H
#define CODING_GROUP_H

#include <coding/claim.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A diagnosis of a stay. */
typedef struct coding_stay_diagnosis {
    coding_code code;     /**< ICD-10-CM. */
    coding_poa  poa;      /**< Present on admission. */
    uint32_t    spare;    /**< 0. */
} coding_stay_diagnosis;

/** Whether the hospital must report what was present on admission. */
typedef enum coding_hospital {
    CODING_HOSPITAL_REPORTS = 0, /**< It must: conditions it caused do not count. */
    CODING_HOSPITAL_EXEMPT = 1,  /**< It need not: everything counts. */
    CODING_HOSPITAL_UNKNOWN = 2  /**< Not known: where it would matter, the stay is not grouped. */
} coding_hospital;

/** A stay. Zeroed but for `size`: nothing is known. */
typedef struct coding_stay {
    size_t                       size;       /**< sizeof(coding_stay). */
    const coding_stay_diagnosis *diagnoses;  /**< The principal one first. */
    size_t                       diagnosis_count; /**< How many. */
    const coding_code           *procedures; /**< ICD-10-PCS, in any order. */
    size_t                       procedure_count; /**< How many. */
    coding_date                  discharged; /**< Day of discharge, which chooses version and weights. */
    uint32_t                     version;    /**< 431: v43.1, whatever the day; 0: that of the day. */
    uint32_t                     discharge;  /**< Patient discharge status, 1 or 20 and so on. */
    coding_sex                   sex;        /**< Asked for few principal diagnoses. */
    uint32_t                     age;        /**< Whole years; no version since v40 asks for it. */
    coding_hospital              hospital;   /**< Of whom. */
    char                         spare[28];  /**< 0. */
} coding_stay;

/** What a DRG is for. */
typedef enum coding_drg_type {
    CODING_DRG_NONE = 0,     /**< 998 and 999. */
    CODING_DRG_SURGICAL = 1, /**< A procedure made it. */
    CODING_DRG_MEDICAL = 2   /**< None did, or none that counts as surgery. */
} coding_drg_type;

/** Why a stay has the group 999, or that it has another. */
typedef enum coding_drg_return {
    CODING_DRG_GROUPED = 0,           /**< It is grouped; 998 is the group of a principal that asks for more. */
    CODING_DRG_BAD_PRINCIPAL = 1,     /**< The version does not know the principal diagnosis, or there is none. */
    CODING_DRG_NOT_PRINCIPAL = 2,     /**< The code is never principal: an external cause. */
    CODING_DRG_BAD_DISCHARGE = 3,     /**< The discharge status is none that there is, and it is asked for. */
    CODING_DRG_BAD_SEX = 4,           /**< The patient's sex is asked for, and not known. */
    CODING_DRG_NO_FORMULA = 5,        /**< No formula fits. */
    CODING_DRG_NO_POA = 6,            /**< A hospital-acquired condition without its present-on-admission. */
    CODING_DRG_HOSPITAL_N_OR_U = 7,   /**< Hospital unknown: one such condition, not present on admission. */
    CODING_DRG_HOSPITAL_NO_POA = 8,   /**< Hospital unknown: one such condition, present-on-admission lacking. */
    CODING_DRG_HOSPITAL_SEVERAL = 9   /**< Hospital unknown: several such conditions. */
} coding_drg_return;

/** How much a secondary diagnosis adds. */
typedef enum coding_cc {
    CODING_CC_NONE = 0, /**< Nothing. */
    CODING_CC_CC = 1,   /**< A complication or comorbidity. */
    CODING_CC_MCC = 2   /**< A major one. */
} coding_cc;

/** Why a CC or MCC adds nothing, in the last DRG. */
typedef enum coding_cc_reason {
    CODING_CC_COUNTS = 0,    /**< It counts, or is none. */
    CODING_CC_PRINCIPAL = 1, /**< It is the principal diagnosis. */
    CODING_CC_EXCLUDED = 2,  /**< The principal diagnosis excludes it. */
    CODING_CC_DIED = 3,      /**< It is an MCC of those who are discharged alive. */
    CODING_CC_ACQUIRED = 4,  /**< The hospital caused it. */
    CODING_CC_DEFINES = 5    /**< It is part of what this DRG is, and no severity in it. */
} coding_cc_reason;

/** A group, with what decided. Texts belong to the book. */
typedef struct coding_drg {
    uint32_t          drg;       /**< 280; 999 where the stay cannot be grouped. Printed with three digits. */
    uint32_t          base;      /**< The first of its family: 280 for 280 to 282. */
    uint32_t          mdc;       /**< Major diagnostic category; 0 with 999. */
    coding_drg_type   type;      /**< Surgical or medical. */
    coding_drg_return reason;    /**< Why not. */
    coding_cc         severity;  /**< The highest that counts in this DRG. */
    uint32_t          rank;      /**< Of the formula in its MDC: lower ones were tried before. */
    bool              unrelated; /**< An O.R. procedure that has nothing to do with the MDC: 981 to 989. */
    char              spare[3];  /**< 0. */
    const char       *title;     /**< As published; "" if unknown. */
    const char       *condition; /**< The formula's condition, as published; "" where none decided. */
    coding_source     source;    /**< Its row. */
} coding_drg;

/** A diagnosis of the stay, as it was seen. In the order of the stay. */
typedef struct coding_grouped_diagnosis {
    coding_code      code;        /**< As given. */
    coding_code      excluded_by; /**< The principal diagnosis, where it excludes this one; 0. */
    coding_cc        listed;      /**< What the tables say that it is. */
    coding_cc        counted;     /**< What it is in the last DRG. */
    coding_cc_reason why;         /**< The reason, where the two differ. */
    uint32_t         hac;         /**< Number of the hospital-acquired condition whose criteria it meets; 0. */
    bool             known;       /**< The version knows the code. */
    bool             makes_first; /**< The formula of the first DRG rests on it. */
    bool             makes_last;  /**< That of the last. */
    char             spare[1];    /**< 0. */
    uint32_t         line;        /**< Of its row in the table of diagnoses; 0. */
} coding_grouped_diagnosis;

/** A procedure of the stay, as it was seen. */
typedef struct coding_grouped_procedure {
    coding_code code;        /**< As given. */
    uint32_t    line;        /**< Of its row in the table of procedures; 0. */
    bool        known;       /**< The version knows it. */
    bool        is_or;       /**< An operating room procedure. */
    bool        muted;       /**< A cluster stands for it in the last MDC. */
    bool        makes_first; /**< The formula of the first DRG rests on it. */
    bool        makes_last;  /**< That of the last. */
    char        spare[7];    /**< 0. */
} coding_grouped_procedure;

/** A cluster: procedures that are one thing together. */
typedef struct coding_grouped_cluster {
    const char *name;       /**< As published: Z@0217. */
    uint32_t    line;       /**< Of its row. */
    bool        makes_last; /**< The formula of the last DRG rests on it. */
    char        spare[3];   /**< 0. */
} coding_grouped_cluster;

/** The answer. Lists lie on the desk. */
typedef struct coding_grouping {
    coding_status                   status;     /**< CODING_NOT_IN_BOOK: no such version in the book. */
    uint32_t                        version;    /**< 431: v43.1. */
    coding_drg                      first;      /**< Before hospital-acquired conditions. */
    coding_drg                      last;       /**< After them: the one that is paid. */
    const coding_grouped_diagnosis *diagnoses;  /**< One a diagnosis of the stay. */
    size_t                          diagnosis_count; /**< How many. */
    const coding_grouped_procedure *procedures; /**< One a procedure. */
    size_t                          procedure_count; /**< How many. */
    const coding_grouped_cluster   *clusters;   /**< Those that the procedures make up. */
    size_t                          cluster_count; /**< How many. */
} coding_grouping;

/** Groups a stay. */
CODING_API coding_grouping coding_group(coding_desk *desk, const coding_stay *stay);

/** What Table 5 of the payment rule says of a DRG. */
typedef struct coding_drg_weight {
    coding_status status;       /**< CODING_NOT_IN_BOOK: no weight of that DRG on that day. */
    double        weight;       /**< Relative weight, the cap on decreases applied. */
    double        geometric;    /**< Geometric mean length of stay, days. */
    double        arithmetic;   /**< Arithmetic mean. */
    bool          post_acute;   /**< A transfer to post-acute care is paid by the day. */
    bool          special_pay;  /**< By the special method. */
    char          spare[6];     /**< 0. */
    coding_source source;       /**< Its row. */
} coding_drg_weight;

/** The weight of a DRG on the day of discharge. */
CODING_API coding_drg_weight coding_drg_weight_of(const coding_book *book, uint32_t drg, coding_date discharged);

/** The attributes by which formulas know a code, parted by blanks; "" if it has none. The text lies on the desk. */
CODING_API const char *coding_group_attributes(coding_desk *desk, coding_code code, uint32_t version);

/** A single change to a stay that gives another last DRG. */
typedef struct coding_group_change {
    coding_claim_place place;   /**< The diagnosis or procedure that is taken away; number 0: something is added. */
    coding_code        code;    /**< That one; 0 where something is added. */
    coding_cc          added;   /**< A secondary diagnosis of this severity that nothing excludes is added; NONE. */
    uint32_t           drg;     /**< The last DRG then. */
    const char        *title;   /**< Its title. */
} coding_group_change;

/** All of them. */
typedef struct coding_group_changes {
    coding_status              status; /**< As of coding_group. */
    uint32_t                   drg;    /**< The last DRG as it is. */
    const coding_group_change *items;  /**< On the desk: secondary diagnoses, procedures, then what may be added. */
    size_t                     count;  /**< How many. */
} coding_group_changes;

/**
 * Which single code makes the DRG: each secondary diagnosis and each procedure is left out in turn, and a CC and an MCC
 * without other attributes are added in turn. What an auditor asks first; whether a code may be added, only the record
 * says.
 */
CODING_API coding_group_changes coding_group_what_if(coding_desk *desk, const coding_stay *stay);

/** Many stays in columns, `count` long each but for codes and `poa`. Columns that are NULL are 0. */
typedef struct coding_stays {
    size_t             size;           /**< sizeof(coding_stays). */
    size_t             count;          /**< Stays. */
    const coding_date *discharged;     /**< As in coding_stay. */
    const uint8_t     *discharge;      /**< As in coding_stay. */
    const uint8_t     *sex;            /**< A coding_sex. */
    const uint8_t     *hospital;       /**< A coding_hospital. */
    const uint64_t    *diagnosis_ends; /**< Where the diagnoses of each stay end; they begin where those before end. */
    const coding_code *diagnoses;      /**< All diagnoses of all stays, the principal one of each first. */
    const uint8_t     *poa;            /**< A coding_poa beside each diagnosis. */
    const uint64_t    *procedure_ends; /**< The same of procedures. */
    const coding_code *procedures;     /**< All procedures of all stays. */
    uint32_t           version;        /**< Of all: 431 is v43.1; 0: that of each day. */
    char               spare[28];      /**< 0. */
} coding_stays;

/** Room for their groups; what is NULL is not wanted. A stay whose version is not in the book has 0 in all of them. */
typedef struct coding_drgs {
    size_t    size;     /**< sizeof(coding_drgs). */
    uint16_t *first;    /**< Before hospital-acquired conditions; 999 where the stay cannot be grouped. */
    uint16_t *last;     /**< After them: the one that is paid. */
    uint8_t  *mdc;      /**< These are of the last DRG, as in coding_drg. */
    uint8_t  *type;     /**< A coding_drg_type. */
    uint8_t  *reason;   /**< A coding_drg_return. */
    uint8_t  *severity; /**< A coding_cc. */
} coding_drgs;

/** Groups many stays, without their traces. Clears the desk as it goes. The worst status of all is answered. */
CODING_API coding_status coding_group_many(coding_desk *desk, const coding_stays *stays, const coding_drgs *drgs);

/** A code that the record may be asked for. */
typedef struct coding_group_query {
    coding_claim_place place;    /**< The secondary diagnosis that was reported. */
    coding_code        reported; /**< Its code. */
    coding_code        code;     /**< One of its category that would count for more in its place. */
    coding_cc          severity; /**< What that one would count as. */
    uint32_t           line;     /**< Of its row in the table of diagnoses. */
    uint32_t           drg;      /**< The last DRG then. */
    const char        *title;    /**< Its title. */
} coding_group_query;

/** All of them. */
typedef struct coding_group_queries {
    coding_status             status; /**< As of coding_group. */
    uint32_t                  drg;    /**< The last DRG as it is. */
    const coding_group_query *items;  /**< On the desk: by diagnosis, then by code. */
    size_t                    count;  /**< How many. */
} coding_group_queries;

/**
 * Where a step of severity hangs on how exactly a condition is told: for each secondary diagnosis, the codes of its
 * category (the same first three characters, and the same seventh) that would count as CC or MCC where it does not, or
 * as MCC where it is a CC, and would give another last DRG of the same base. What the principal diagnosis excludes, or a group ignores,
 * is not among them. These are questions for the record, never advice to code: a code may be reported only if the
 * documentation says it, whatever it pays.
 */
CODING_API coding_group_queries coding_group_queries_of(coding_desk *desk, const coding_stay *stay);

/** Names, for output: "surgical", "grouped", "MCC", "excluded". Never NULL. */
CODING_API const char *coding_drg_type_name(coding_drg_type type);
CODING_API const char *coding_drg_return_name(coding_drg_return reason); /**< As above. */
CODING_API const char *coding_cc_name(coding_cc severity);               /**< As above. */
CODING_API const char *coding_cc_reason_name(coding_cc_reason why);      /**< As above. */

#ifdef __cplusplus
}
#endif

#endif
