/**
 * @file
 * # The level of a visit
 *
 * Evaluation and management codes have levels. A level is chosen by medical decision making, of which two of three
 * elements must be reached (problems, data, risk), or by the physician's total time on the day. This chapter counts
 * what the record has, fills in the table, and says which code that supports and whether the billed one is too high.
 *
 *     coding_visit visit = {.size = sizeof visit, .family = CODING_VISIT_OFFICE_ESTABLISHED,
 *                           .stable_chronic = 2, .tests_ordered = 2, .risk = CODING_MDM_MODERATE};
 *     coding_visit_level level = coding_visit_judge(desk, &visit, 20240715);
 *     char text[CODING_CODE_TEXT];
 *     puts(coding_code_format(level.code, text));                                     // 99214
 *
 * Numbers alone: what each element means is the American Medical Association's to say.
 */
#ifndef CODING_VISIT_H
#define CODING_VISIT_H

#include <coding/check.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Families of visits that have levels. */
typedef enum coding_visit_family {
    CODING_VISIT_NONE = 0,                /**< The code is no visit with levels. */
    CODING_VISIT_OFFICE_NEW = 1,          /**< 99202-99205. */
    CODING_VISIT_OFFICE_ESTABLISHED = 2,  /**< 99211-99215. */
    CODING_VISIT_HOSPITAL_INITIAL = 3,    /**< 99221-99223, observation too. */
    CODING_VISIT_HOSPITAL_SUBSEQUENT = 4, /**< 99231-99233. */
    CODING_VISIT_HOSPITAL_SAME_DAY = 5,   /**< 99234-99236. */
    CODING_VISIT_HOSPITAL_DISCHARGE = 6,  /**< 99238, 99239: by time alone. */
    CODING_VISIT_CONSULT_OUTPATIENT = 7,  /**< 99242-99245. */
    CODING_VISIT_CONSULT_INPATIENT = 8,   /**< 99252-99255. */
    CODING_VISIT_EMERGENCY = 9,           /**< 99281-99285: by decision making alone. */
    CODING_VISIT_NURSING_INITIAL = 10,    /**< 99304-99306. */
    CODING_VISIT_NURSING_SUBSEQUENT = 11, /**< 99307-99310. */
    CODING_VISIT_HOME_NEW = 12,           /**< 99341-99345. */
    CODING_VISIT_HOME_ESTABLISHED = 13    /**< 99347-99350. */
} coding_visit_family;

/** A level of decision making, or of one of its elements. */
typedef enum coding_mdm {
    CODING_MDM_NONE = 0,            /**< Nothing that counts. */
    CODING_MDM_STRAIGHTFORWARD = 1, /**< Minimal. */
    CODING_MDM_LOW = 2,             /**< Low; of data: limited. */
    CODING_MDM_MODERATE = 3,        /**< Moderate. */
    CODING_MDM_HIGH = 4             /**< High; of data: extensive. */
} coding_mdm;

/** What the record has. Zeroed but for `size`: nothing. */
typedef struct coding_visit {
    size_t              size;    /**< sizeof(coding_visit). */
    coding_visit_family family;  /**< Which visit; CODING_VISIT_NONE: that of `billed`. */
    coding_code         billed;  /**< The code that was billed; 0: none. */
    uint32_t minutes;            /**< Total time of the billing practitioner on the day; 0: not recorded. */
    uint32_t minor;              /**< Problems: self-limited or minor. */
    uint32_t stable_chronic;     /**< Stable chronic illnesses. */
    uint32_t acute_uncomplicated;/**< Acute uncomplicated illnesses or injuries, stable acute ones too. */
    uint32_t chronic_worse;      /**< Chronic illnesses that get worse, or whose treatment has side effects. */
    uint32_t undiagnosed;        /**< New problems of uncertain prognosis. */
    uint32_t acute_systemic;     /**< Acute illnesses with systemic symptoms. */
    uint32_t acute_complicated;  /**< Acute complicated injuries. */
    uint32_t chronic_severe;     /**< Chronic illnesses with severe exacerbation. */
    uint32_t threat;             /**< Threats to life or bodily function. */
    uint32_t notes_reviewed;     /**< Data: external notes, one a source. */
    uint32_t tests_reviewed;     /**< Unique tests whose result was reviewed, unless ordered at this visit. */
    uint32_t tests_ordered;      /**< Unique tests ordered; a panel is one; one billed for its reading counts nothing. */
    bool     historian;          /**< An independent historian was needed. */
    bool     interpretation;     /**< A test was interpreted independently, and not billed. */
    bool     discussion;         /**< Management was discussed with an external professional. */
    bool     medicare;           /**< The payer counts prolonged services as Medicare does. */
    coding_mdm risk;             /**< Risk of what was decided. */
    char     spare[24];          /**< 0. */
} coding_visit;

/** Over- or under-coded. */
typedef enum coding_visit_answer {
    CODING_VISIT_UNJUDGED = 0,   /**< No code was billed, or it has no levels. */
    CODING_VISIT_SUPPORTED = 1,  /**< The record supports the billed code. */
    CODING_VISIT_OVERCODED = 2,  /**< It supports a lower one. */
    CODING_VISIT_UNDERCODED = 3, /**< It supports a higher one. */
    CODING_VISIT_OTHER_FAMILY = 4/**< The billed code is of another family. */
} coding_visit_answer;

/** The level, with the table filled in. */
typedef struct coding_visit_level {
    coding_status       status;    /**< CODING_NOT_IN_BOOK: the book has no levels of that family for that day;
                                        CODING_MISUSE: neither a family nor a billed code was named. */
    coding_visit_family family;    /**< As asked, or of the billed code. */
    coding_mdm          problems;  /**< Element 1. */
    coding_mdm          data;      /**< Element 2. */
    coding_mdm          risk;      /**< Element 3. */
    coding_mdm          mdm;       /**< The highest level that two of the three reach. */
    coding_code         by_mdm;    /**< The code that decision making supports; 0: none. */
    coding_code         by_time;   /**< The code that the time supports; 0: none. */
    coding_code         code;      /**< The higher of the two. */
    coding_code         prolonged; /**< The add-on for prolonged time; 0: none. */
    uint32_t            prolonged_units; /**< How many of it. */
    uint32_t            minutes_needed;  /**< Minutes that the billed code asks for; 0: not by time. */
    coding_visit_answer answer;    /**< The billed code against the record. */
    coding_mdm          needed;    /**< The level of decision making that the billed code asks for. */
    uint32_t            lacking;   /**< Bit 0 problems, 1 data, 2 risk, 3 time: elements below what is needed. */
    coding_source       source;    /**< The row of the billed, or else of the supported, code. */
} coding_visit_level;

/** Fills in the table and names the code. The American Medical Association's rules of 2021 and 2023, as numbers. */
CODING_API coding_visit_level coding_visit_judge(const coding_desk *desk, const coding_visit *visit, coding_date on);

/**
 * A visit from one line, as people write it at a prompt: its family and what the record has, in any order.
 *
 *     office-established billed=99215 minutes=38 stable_chronic=2 tests_ordered=2 risk=moderate medicare
 *
 * Names are those of the fields of coding_visit; a count without `=` is one (`historian`, `threat`). False with the
 * word and what would mend it in `error`; a word that comes twice is an error too.
 */
CODING_API bool coding_visit_parse(const char *text, size_t length, coding_visit *visit, coding_error *error);

/** The family of a code on a day; CODING_VISIT_NONE if it has no levels. */
CODING_API coding_visit_family coding_visit_family_of(const coding_desk *desk, coding_code code, coding_date on);

/** `office-new` and so on. Never NULL. */
CODING_API const char *coding_visit_family_name(coding_visit_family family);
/** `straightforward`, `low`, `moderate`, `high`; `none`. Never NULL. */
CODING_API const char *coding_mdm_name(coding_mdm level);
/** `supported`, `overcoded` and so on. Never NULL. */
CODING_API const char *coding_visit_answer_name(coding_visit_answer answer);

#ifdef __cplusplus
}
#endif

#endif
