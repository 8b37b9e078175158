/**
 * @file
 * # Risk adjustment
 *
 * A health plan is paid for how ill its members are expected to be. Diagnoses of a year fall into categories (HCCs);
 * categories, age, sex and circumstances have coefficients; their sum is the score of the next year, the payment year.
 * This chapter computes it as the agency's software does, and says what each part of the number rests on.
 *
 *     coding_risk_diagnosis ill[] = {{coding_parse(CODING_ICD10CM, "E11.22", 6).code, 20250301, 0},
 *                                    {coding_parse(CODING_ICD10CM, "I50.22", 6).code, 20250301, 0}};
 *     coding_member member = {.size = sizeof member, .age = 72, .sex = CODING_SEX_FEMALE,
 *                             .diagnoses = ill, .diagnosis_count = 2};
 *     coding_risk_score score = coding_risk_score_member(desk, &member, CODING_RISK_V28, 2026, NULL);
 *     puts(coding_risk_explain(desk, &score));
 *
 * The exchanges have models of their own (HHS-HCC): the year is the benefit year, whose own diagnoses count, drugs and
 * services have categories too, and the metal level of the plan says whose coefficients.
 *
 * Numbers are whole thousandths: 2099 is 2.099, as exact as the agency prints its coefficients. A model or payment
 * year that the book has no tables for is a status, never a score of 0.
 */
#ifndef CODING_RISK_H
#define CODING_RISK_H

#include <coding/claim.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Models of the agency. */
typedef enum coding_risk_model {
    CODING_RISK_NONE = 0,      /**< None. */
    CODING_RISK_V22 = 1,       /**< CMS-HCC V22: PACE, and Medicare Advantage before 2022. */
    CODING_RISK_V24 = 2,       /**< CMS-HCC V24. */
    CODING_RISK_V28 = 3,       /**< CMS-HCC V28. */
    CODING_RISK_ESRD_V21 = 4,  /**< ESRD V21: PACE. */
    CODING_RISK_ESRD_V24 = 5,  /**< ESRD V24. */
    CODING_RISK_RXHCC_V08 = 6, /**< Part D, RxHCC V08. */
    CODING_RISK_HHS_V07 = 7,   /**< The exchanges, HHS-HCC V07: benefit years 2023 and 2024. */
    CODING_RISK_HHS_V08 = 8    /**< HHS-HCC V08: benefit years 2025 and 2026. */
} coding_risk_model;

/** Whose coefficients and factors count, where they differ. */
typedef enum coding_risk_plan {
    CODING_RISK_MA = 0,  /**< Medicare Advantage; of Part D: MA-PD. */
    CODING_RISK_PDP = 1, /**< A prescription drug plan alone. */
    CODING_RISK_PACE = 2 /**< PACE. */
} coding_risk_plan;

/** Segments: each has coefficients of its own. The agency's names: coding_risk_segment_title. */
typedef enum coding_risk_segment {
    CODING_SEGMENT_NONE = 0,       /**< None: the member has no score in this model. */
    CODING_SEGMENT_CNA = 1,        /**< Community, not dual, aged. */
    CODING_SEGMENT_CND = 2,        /**< Community, not dual, disabled. */
    CODING_SEGMENT_CFA = 3,        /**< Community, full benefit dual, aged. */
    CODING_SEGMENT_CFD = 4,        /**< Community, full benefit dual, disabled. */
    CODING_SEGMENT_CPA = 5,        /**< Community, partial benefit dual, aged. */
    CODING_SEGMENT_CPD = 6,        /**< Community, partial benefit dual, disabled. */
    CODING_SEGMENT_INS = 7,        /**< Long-term institutional. */
    CODING_SEGMENT_NE = 8,         /**< New enrollee. */
    CODING_SEGMENT_SNPNE = 9,      /**< New enrollee in a special needs plan for chronic conditions. */
    CODING_SEGMENT_DI = 10,        /**< Dialysis. */
    CODING_SEGMENT_DNE = 11,       /**< Dialysis, new enrollee. */
    CODING_SEGMENT_GC = 12,        /**< Functioning graft, community (V21). */
    CODING_SEGMENT_GI = 13,        /**< Functioning graft, institutional. */
    CODING_SEGMENT_GNE = 14,       /**< Functioning graft, new enrollee. */
    CODING_SEGMENT_GFA = 15,       /**< Functioning graft, community, full benefit dual, aged (V24). */
    CODING_SEGMENT_GFN = 16,       /**< The same, not aged. */
    CODING_SEGMENT_GNPA = 17,      /**< Functioning graft, community, not or partial benefit dual, aged (V24). */
    CODING_SEGMENT_GNPN = 18,      /**< The same, not aged. */
    CODING_SEGMENT_TRANSPLANT = 19, /**< The three months from a kidney transplant on: a whole score each. */
    CODING_SEGMENT_CE_NOLOW_AGED = 20,   /**< Part D: community, no low income subsidy, aged. */
    CODING_SEGMENT_CE_NOLOW_NOAGED = 21, /**< The same, not aged. */
    CODING_SEGMENT_CE_LOW_AGED = 22,     /**< Community, low income, aged. */
    CODING_SEGMENT_CE_LOW_NOAGED = 23,   /**< The same, not aged. */
    CODING_SEGMENT_CE_LTI = 24,          /**< Institutional. */
    CODING_SEGMENT_NE_NOLO = 25,         /**< New enrollee, no low income subsidy. */
    CODING_SEGMENT_NE_LO = 26,           /**< New enrollee, low income. */
    CODING_SEGMENT_NE_LTI = 27,          /**< New enrollee, institutional. */
    CODING_SEGMENT_ADULT_PLATINUM = 28,  /**< The exchanges, from 21 years on, by metal level. */
    CODING_SEGMENT_ADULT_GOLD = 29,          /**< The same. */
    CODING_SEGMENT_ADULT_SILVER = 30,        /**< The same. */
    CODING_SEGMENT_ADULT_BRONZE = 31,        /**< The same. */
    CODING_SEGMENT_ADULT_CATASTROPHIC = 32,  /**< The same. */
    CODING_SEGMENT_CHILD_PLATINUM = 33,      /**< From 2 to 20 years. */
    CODING_SEGMENT_CHILD_GOLD = 34,          /**< The same. */
    CODING_SEGMENT_CHILD_SILVER = 35,        /**< The same. */
    CODING_SEGMENT_CHILD_BRONZE = 36,        /**< The same. */
    CODING_SEGMENT_CHILD_CATASTROPHIC = 37,  /**< The same. */
    CODING_SEGMENT_INFANT_PLATINUM = 38,     /**< Before 2 years: maturity at birth by severity. */
    CODING_SEGMENT_INFANT_GOLD = 39,         /**< The same. */
    CODING_SEGMENT_INFANT_SILVER = 40,       /**< The same. */
    CODING_SEGMENT_INFANT_BRONZE = 41,       /**< The same. */
    CODING_SEGMENT_INFANT_CATASTROPHIC = 42  /**< The same. */
} coding_risk_segment;

/** End-stage renal disease in the payment month. */
typedef enum coding_esrd {
    CODING_ESRD_NONE = 0,     /**< None. */
    CODING_ESRD_DIALYSIS = 1, /**< Dialysis. */
    CODING_ESRD_GRAFT = 2     /**< A transplanted kidney: `graft_months` since. */
} coding_esrd;

/** Metal level of a plan of the exchanges. */
typedef enum coding_metal {
    CODING_METAL_NONE = 0,        /**< Not said: no score of HHS-HCC. */
    CODING_METAL_PLATINUM = 1,    /**< Platinum. */
    CODING_METAL_GOLD = 2,        /**< Gold. */
    CODING_METAL_SILVER = 3,      /**< Silver. */
    CODING_METAL_BRONZE = 4,      /**< Bronze. */
    CODING_METAL_CATASTROPHIC = 5 /**< Catastrophic. */
} coding_metal;

/** A diagnosis of the year before the payment year; of HHS-HCC, of the benefit year itself. */
typedef struct coding_risk_diagnosis {
    coding_code code;      /**< ICD-10-CM. */
    coding_date on;        /**< Day of service; 0: it is known to lie in the year. */
    uint32_t    encounter; /**< Of the member's encounters, from 1: it counts if that one does; 0: it counts. */
} coding_risk_diagnosis;

/** A record of service, for the filter of eligible services. */
typedef struct coding_encounter {
    const coding_code *services;      /**< CPT and HCPCS codes of its lines that were not denied. */
    size_t             service_count; /**< How many. */
    const char        *bill;          /**< Type of bill of an institution, "0131" or "131"; NULL: professional. */
    bool               unlinked;      /**< A chart review that names no encounter. */
    bool               audio_only;    /**< Telehealth without sight. */
    char               spare[6];      /**< 0. */
} coding_encounter;

/** A member. Zeroed but for `size`: a continuing enrollee of the community, 0 years old, entitled by age, not dual. */
typedef struct coding_member {
    size_t      size;          /**< sizeof(coding_member). */
    coding_date born;          /**< Day of birth: age is that of 1 February of the payment year; 0: `age` is it. */
    uint32_t    age;           /**< Whole years on that day. */
    coding_sex  sex;           /**< Male or female; else there is no score. */
    uint8_t     entitlement;   /**< Original reason: 0 age, 1 disability, 2 ESRD, 3 both. */
    uint8_t     dual;          /**< Dual status code, 0 to 10: 2, 4, 8 are full benefit, 1, 3, 5, 6 partial. */
    bool        medicaid;      /**< Medicaid, where the dual status does not say so already. */
    bool        institutional; /**< More than 90 days in an institution. */
    bool        new_enrollee;  /**< Less than 12 months of Part B in the data year. */
    bool        special_needs; /**< A new enrollee's plan is one for chronic conditions. */
    bool        low_income;    /**< Low income subsidy, of Part D. */
    uint8_t     esrd;          /**< A coding_esrd. */
    uint32_t    graft_months;  /**< Months from the transplant on, the first is 1; 0: not known. */
    const coding_risk_diagnosis *diagnoses; /**< Of the data year, in any order; the same twice counts once. */
    size_t                       diagnosis_count; /**< How many. */
    const coding_encounter      *encounters;      /**< Where the filter is wanted. */
    size_t                       encounter_count; /**< How many. */
    const coding_code           *earlier;         /**< Diagnoses of the year before that, for recapture. */
    size_t                       earlier_count;   /**< How many. */
    const coding_code           *treatments;      /**< HHS-HCC: NDC and HCPCS codes of the benefit year. */
    size_t                       treatment_count; /**< How many. */
    coding_date                  enrolled_until;  /**< HHS-HCC: last day of enrolment in the benefit year: age is that
                                                       of this day where `born` is said; 0: 31 December. */
    uint16_t                     enrolled_days;   /**< HHS-HCC: days of enrolment in it; 0: all of them. */
    uint8_t                      metal;           /**< HHS-HCC: a coding_metal. */
    uint8_t                      cost_sharing;    /**< HHS-HCC: indicator of cost sharing reductions; 0: none, as 1. */
    char                         spare[8];        /**< 0. */
} coding_member;

/** What may be otherwise, but for the exchanges, which have no such factors. Zeroed but for `size`: as the agency does
 * it. */
typedef struct coding_risk_options {
    size_t           size;          /**< sizeof(coding_risk_options). */
    coding_risk_plan plan;          /**< Whose coefficients and factors. */
    uint32_t         normalization; /**< Thousandths; 0: the book's. */
    uint32_t         intensity;     /**< Thousandths of coding intensity, if `has_intensity`; else the book's. */
    int32_t          frailty;       /**< Thousandths, added last. */
    bool             has_intensity; /**< `intensity` is said. */
    bool             without_mce;   /**< The code editor's ages are not asked. */
    char             spare[34];     /**< 0. */
} coding_risk_options;

/** What became of a diagnosis. */
typedef enum coding_risk_use {
    CODING_USE_COUNTS = 0,     /**< It supports a category. */
    CODING_USE_NO_CATEGORY = 1,/**< The model has no category for it in this year. */
    CODING_USE_EDITED = 2,     /**< Age or sex took its category away. */
    CODING_USE_OTHER_YEAR = 3, /**< Its day is not in the data year. */
    CODING_USE_ENCOUNTER = 4   /**< Its encounter does not count. */
} coding_risk_use;

/** What a term is of. */
typedef enum coding_risk_kind {
    CODING_TERM_MEMBER = 0,      /**< Age, sex and circumstances. */
    CODING_TERM_CATEGORY = 1,    /**< A category. */
    CODING_TERM_INTERACTION = 2, /**< Categories together, or with disability. */
    CODING_TERM_COUNT = 3,       /**< How many categories there are. */
    CODING_TERM_GROUP = 4        /**< A group of categories, which counts once whichever of them there are. */
} coding_risk_kind;

/** A term of the sum. */
typedef struct coding_risk_term {
    coding_risk_kind kind;        /**< What it is of. */
    int32_t          coefficient; /**< Thousandths. */
    const char      *variable;    /**< As the agency names it, without its segment: "DIABETES_HF_V28". */
    coding_source    source;      /**< The row of the coefficient. */
} coding_risk_term;

/** A category that the member's diagnoses reach. */
typedef struct coding_risk_category {
    uint32_t        number;      /**< Of the HCC. HHS-HCC: 1000 times its part more where it is divided (1035 is 35_1),
                                      9000 and its number where it is a drug's (9006 is RXC_06). */
    uint32_t        lost_to;     /**< The category that outranks it; 0: it counts, unless `dropped`. */
    int32_t         coefficient; /**< Thousandths; 0 where it does not count. */
    bool            chronic;     /**< The condition is chronic. */
    bool            dropped;     /**< A rule of the model takes it away: see the source. */
    bool            once;        /**< It rests on one diagnosis on one day or encounter: the first to be audited. */
    bool            earlier;     /**< The year before had it too. */
    const char     *name;        /**< As the agency names it: "HCC37", "HHS_HCC035_1", "RXC_06". */
    const char     *label;       /**< In words. */
    const char     *group;       /**< The group that counts in its place: "G01"; NULL. */
    const char     *winner;      /**< Name of `lost_to`; NULL. */
    const uint32_t *supports;    /**< Diagnoses that reach it, counted from 0 in the member's order; a number from
                                      `diagnosis_count` on is one of its treatments, counted from there. */
    size_t          support_count; /**< How many. */
    coding_source   source;      /**< The row that names it, or that of the hierarchy or rule that takes it. */
} coding_risk_category;

/** A category of the year before that no diagnosis of this year reaches. */
typedef struct coding_risk_gap {
    uint32_t    number;  /**< Of the HCC. */
    bool        chronic; /**< The condition is chronic: it should be there still. */
    char        spare[3];/**< 0. */
    const char *name;    /**< As in coding_risk_category. */
    const char *label;   /**< In words. */
    int32_t     coefficient; /**< What it would be worth alone, thousandths. */
} coding_risk_gap;

/** A score, and what it rests on. Lists lie on the desk; texts are the book's. */
typedef struct coding_risk_score {
    coding_status       status;  /**< CODING_NOT_IN_BOOK: no tables of that model, plan and year. CODING_MISUSE: sex or
                                      circumstances have no segment in this model. */
    coding_risk_model   model;   /**< As asked. */
    uint32_t            year;    /**< The payment year. */
    coding_risk_plan    plan;    /**< As asked. */
    coding_risk_segment segment; /**< Whose coefficients. */
    uint32_t            age;     /**< On 1 February of the payment year; HHS-HCC: on the last day of enrolment. */
    int32_t             raw;     /**< The sum, thousandths. */
    int32_t             normalized; /**< Divided by the normalization factor. */
    int32_t             payment; /**< After coding intensity and frailty, or times the factor of cost sharing; equal to
                                      raw where the book has no factors. */
    uint32_t            normalization; /**< Thousandths; 0: neither book nor caller has one, nothing was divided. */
    uint32_t            intensity;     /**< Thousandths. */
    int32_t             frailty; /**< Thousandths. */
    uint32_t            multiplier; /**< Thousandths: HHS-HCC's factor of cost sharing; 0: the book has none. */
    uint32_t            divisor; /**< Thousandths: of new enrollees with a graft the sum was divided by it; else 0. */
    uint32_t            count;   /**< Categories that count; of a group one, of HHS-HCC no drugs. */
    const coding_risk_term     *terms;      /**< What was added. */
    size_t                      term_count; /**< How many. */
    const coding_risk_category *categories; /**< By number, those that count and those that lost. */
    size_t                      category_count; /**< How many. */
    const uint8_t              *uses;       /**< A coding_risk_use for each diagnosis. */
    size_t                      use_count;  /**< How many. */
    const coding_risk_gap      *gaps;       /**< By number. */
    size_t                      gap_count;  /**< How many. */
} coding_risk_score;

/** The score of a member in a payment year. `options` NULL: the defaults. */
CODING_API coding_risk_score coding_risk_score_member(coding_desk *desk, const coding_member *member,
                                                      coding_risk_model model, uint32_t year,
                                                      const coding_risk_options *options);

/** The sum and what was done with it, term by term, so that a reader can add it up again. On the desk. */
CODING_API const char *coding_risk_explain(coding_desk *desk, const coding_risk_score *score);

/** A blend of models, as payment years 2024 and 2025 have it. */
typedef struct coding_risk_blend {
    coding_status     status;    /**< CODING_NOT_IN_BOOK: the book does not know how the year was paid. */
    int32_t           payment;   /**< Thousandths, with the frailty of the options. */
    size_t            count;     /**< Scores in it, at most 2. */
    coding_risk_score scores[2]; /**< Each with its own trace. */
    uint32_t          shares[2]; /**< Thousandths. */
} coding_risk_blend;

/** What Medicare Advantage (Part C, no ESRD) was paid for the member in that year. */
CODING_API coding_risk_blend coding_risk_blend_member(coding_desk *desk, const coding_member *member, uint32_t year,
                                                      const coding_risk_options *options);

/** Circumstances of members in columns. */
typedef enum coding_member_flag {
    CODING_MEMBER_MEDICAID = 1,       /**< As in coding_member. */
    CODING_MEMBER_INSTITUTIONAL = 2,  /**< As in coding_member. */
    CODING_MEMBER_NEW_ENROLLEE = 4,   /**< As in coding_member. */
    CODING_MEMBER_SPECIAL_NEEDS = 8,  /**< As in coding_member. */
    CODING_MEMBER_LOW_INCOME = 16,    /**< As in coding_member. */
    CODING_MEMBER_DIALYSIS = 32,      /**< CODING_ESRD_DIALYSIS. */
    CODING_MEMBER_GRAFT = 64          /**< CODING_ESRD_GRAFT. */
} coding_member_flag;

/** Many members in columns, `count` long each but for `codes`. Columns that are NULL are 0. */
typedef struct coding_members {
    size_t             size;         /**< sizeof(coding_members). */
    size_t             count;        /**< Members. */
    const uint8_t     *age;          /**< Years. */
    const uint8_t     *sex;          /**< A coding_sex. */
    const uint8_t     *entitlement;  /**< As in coding_member. */
    const uint8_t     *dual;         /**< As in coding_member. */
    const uint8_t     *flags;        /**< coding_member_flag, added up. */
    const uint16_t    *graft_months; /**< As in coding_member. */
    const uint64_t    *ends;         /**< Where the codes of each member end; they begin where those before end. */
    const coding_code *codes;        /**< All diagnoses of all members; of HHS-HCC with their treatments. */
    const uint16_t    *enrolled_days; /**< As in coding_member. */
    const uint8_t     *metal;         /**< As in coding_member. */
    const uint8_t     *cost_sharing;  /**< As in coding_member. */
} coding_members;

/** Room for their answers; what is NULL is not wanted. A member without a score has segment 0 and numbers 0. */
typedef struct coding_risk_scores {
    size_t   size;      /**< sizeof(coding_risk_scores). */
    int32_t *raw;       /**< Thousandths. */
    int32_t *payment;   /**< Thousandths. */
    uint8_t *segment;   /**< A coding_risk_segment. */
    uint8_t *count;     /**< Categories that count. */
} coding_risk_scores;

/** Scores of many members at once; nothing is left on the desk. */
CODING_API coding_status coding_risk_score_many(coding_desk *desk, const coding_members *members,
                                                coding_risk_model model, uint32_t year,
                                                const coding_risk_options *options, const coding_risk_scores *scores);

/** "v28", "esrd-v24", "rxhcc-v08", "hhs-v08". Never NULL. */
CODING_API const char *coding_risk_model_name(coding_risk_model model);
/** "V28", "ESRD-V24", "RxHCC-V08", "HHS-V08". Never NULL. */
CODING_API const char *coding_risk_model_title(coding_risk_model model);
/** The model of a name, in letters of any size; CODING_RISK_NONE where it is none. */
CODING_API coding_risk_model coding_risk_model_named(const char *name, size_t length);
/** "cna", "ce-low-aged", "adult-silver". Never NULL. */
CODING_API const char *coding_risk_segment_name(coding_risk_segment segment);
/** As the agency's tables have it: "CNA", "Rx_CE_LowAged", "Adult_Silver". Never NULL. */
CODING_API const char *coding_risk_segment_title(coding_risk_segment segment);
/** "counts", "no-category". Never NULL. */
CODING_API const char *coding_risk_use_name(coding_risk_use use);

/** Has the book all tables of that model, plan and payment year? */
CODING_API bool coding_risk_has(const coding_book *book, coding_risk_model model, coding_risk_plan plan, uint32_t year);

#ifdef __cplusplus
}
#endif

#endif
