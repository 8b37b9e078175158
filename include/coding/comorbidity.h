/**
 * @file
 * # Comorbidity
 *
 * What else a patient has, grouped and weighed as researchers and agencies do: the Elixhauser comorbidity software
 * refined of AHRQ, with present on admission and its two indices; Charlson, by the codes of Quan 2005 or of Deyo 1992,
 * with the weights of Charlson 1987 and of Quan 2011; and Elixhauser by Quan 2005 with the weights of van Walraven 2009.
 *
 *     coding_code          codes[] = {pneumonia, hypertensive_heart_and_kidney};   // J18.9, I13.2
 *     uint8_t              poa[]   = {CODING_POA_YES, CODING_POA_YES};
 *     coding_comorbidities all     = coding_comorbidity(desk, CODING_ELIXHAUSER_AHRQ, codes, poa, 2, NULL);
 *     for (size_t i = 0; i < all.count; i++)
 *         if (all.items[i].state == CODING_COMORBID_PRESENT) puts(all.items[i].name);
 *     printf("readmission %d, mortality %d\n", all.scores[0], all.scores[1]);
 *
 * prints HF, HTN_CX, RENLFL_SEV and "readmission 15, mortality 22". A code that belongs to two groups counts in both; a
 * missing code (0) counts in none. Groups and weights are the book's, each with the row that it comes from.
 */
#ifndef CODING_COMORBIDITY_H
#define CODING_COMORBIDITY_H

#include <coding/check.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Whose groups. Numbers never change. */
typedef enum coding_comorbidity_scheme {
    CODING_ELIXHAUSER_AHRQ = 1, /**< AHRQ, refined; ICD-10-CM. Scores: readmission, mortality. */
    CODING_CHARLSON_QUAN = 2,   /**< Quan 2005; ICD-10 and ICD-9-CM. Scores: Charlson 1987, Quan 2011. */
    CODING_CHARLSON_DEYO = 3,   /**< Deyo 1992; ICD-9-CM diagnoses. Scores: Charlson 1987, and 0. */
    CODING_ELIXHAUSER_QUAN = 4  /**< Quan 2005; ICD-10 and ICD-9-CM. Scores: van Walraven 2009, and 0. */
} coding_comorbidity_scheme;

/** What became of a group. */
typedef enum coding_comorbidity_state {
    CODING_COMORBID_ABSENT = 0,           /**< No code names it. */
    CODING_COMORBID_PRESENT = 1,          /**< It counts. */
    CODING_COMORBID_UNKNOWN = 2,          /**< It needs present on admission, which nobody reported; or codes name it, and
                                               the book has no list of that year that says whether they are exempt. */
    CODING_COMORBID_NOT_ON_ADMISSION = 3, /**< Codes name it; none of them counts as present on admission. */
    CODING_COMORBID_OUTRANKED = 4         /**< A graver group takes its place: `by`. */
} coding_comorbidity_state;

/** A diagnosis that names a group. */
typedef struct coding_comorbidity_code {
    size_t        index;   /**< Of the codes asked. */
    coding_code   code;    /**< The code itself. */
    bool          counted; /**< It counts: the group needs no present on admission, or it is exempt, Y or W. */
    bool          exempt;  /**< Exempt from reporting that day. */
    char          spare[6];/**< 0. */
    coding_source source;  /**< The row that puts the code into the group. */
} coding_comorbidity_code;

/** A group with what speaks for it. */
typedef struct coding_comorbidity_group {
    const char                    *name;       /**< `CANCER_METS`. */
    const char                    *title;      /**< "Metastatic cancer". */
    coding_comorbidity_state       state;      /**< What became of it. */
    const char                    *by;         /**< CODING_COMORBID_OUTRANKED: the graver group; else "". */
    int32_t                        weights[2]; /**< What it adds to each score where it is present. */
    const coding_comorbidity_code *codes;      /**< Diagnoses that name it, counted or not, as they were given. */
    size_t                         count;      /**< How many. */
    coding_source                  source;     /**< Where the weights are written. */
} coding_comorbidity_group;

/** All groups of a scheme. */
typedef struct coding_comorbidities {
    coding_status                   status;     /**< CODING_NOT_IN_BOOK: no such scheme or version is in the book. */
    const char                     *version;    /**< "2025.1". */
    const coding_comorbidity_group *items;      /**< In the scheme's order; absent ones too. */
    size_t                          count;      /**< How many. */
    size_t                          present;    /**< How many are present. */
    size_t                          unknown;    /**< How many are unknown: the scores leave them out. */
    int32_t                         age_points; /**< Charlson, where an age was given; in neither score. */
    int32_t                         scores[2];  /**< Sums of the weights of those present. */
} coding_comorbidities;

/** How it is asked. NULL or zeroed but for `size`: the newest version, on the newest day, without age. */
typedef struct coding_comorbidity_options {
    size_t      size;           /**< sizeof(coding_comorbidity_options). */
    const char *version;        /**< "2025.1"; NULL: the newest in the book (coding_comorbidity_version). */
    coding_date on;             /**< Day of discharge: it decides which codes are exempt. 0, or a day that the version
                                     was not made for: the version's last. */
    uint32_t    age;            /**< Years, for Charlson's age points; 0: none. */
    bool        secondary_only; /**< Pass over the first code, the principal diagnosis. AHRQ always does. */
    char        spare[11];      /**< 0. */
} coding_comorbidity_options;

/**
 * The groups of one patient. `codes`: diagnoses, the principal one first. `poa`: present on admission of each as numbers
 * of coding_poa; NULL: nobody reported any, and AHRQ's groups that need it are unknown. The lists lie on the desk.
 */
CODING_API coding_comorbidities coding_comorbidity(coding_desk *desk, coding_comorbidity_scheme scheme,
                                                   const coding_code *codes, const uint8_t *poa, size_t count,
                                                   const coding_comorbidity_options *options);

/**
 * Many patients, as columns. Codes of patient i are `codes[offsets[i]]` up to `codes[offsets[i + 1]]`, `poa` beside
 * them or NULL; `days` has a day of discharge each, or is NULL. Writes a bit a group, in the order of the scheme, into
 * `present` and `unknown` (NULL: not wanted), and two scores a patient into `scores` (NULL). Takes no memory.
 */
CODING_API coding_status coding_comorbidity_many(const coding_desk *desk, coding_comorbidity_scheme scheme,
                                                 const coding_code *codes, const uint8_t *poa, const uint64_t *offsets,
                                                 const coding_date *days, size_t count,
                                                 const coding_comorbidity_options *options, uint64_t *present,
                                                 uint64_t *unknown, int32_t *scores);

/**
 * Version number `index` of a scheme that the book has, oldest first: "2022.1"; "" behind the last. The text is the
 * book's. Versions of AHRQ's that no release in the book holds are told by the next one (docs/comorbidity.md).
 */
CODING_API const char *coding_comorbidity_version(const coding_book *book, coding_comorbidity_scheme scheme,
                                                  size_t index);

/** Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on. */
CODING_API int32_t coding_charlson_age_points(uint32_t age);

/** `elixhauser-ahrq`, `charlson-quan`, `charlson-deyo`, `elixhauser-quan`. Never NULL. */
CODING_API const char *coding_comorbidity_scheme_name(coding_comorbidity_scheme scheme);
/** What score 0 or 1 of a scheme is called: `readmission`, `mortality`, `charlson`, `quan`, `van-walraven`; "" for none. */
CODING_API const char *coding_comorbidity_score_name(coding_comorbidity_scheme scheme, size_t index);
/** The scheme of that name; 0 if there is none. */
CODING_API coding_comorbidity_scheme coding_comorbidity_scheme_parse(const char *text, size_t length);
/** `present`, `absent`, `unknown`, `not-on-admission`, `outranked`. Never NULL. */
CODING_API const char *coding_comorbidity_state_name(coding_comorbidity_state state);

#ifdef __cplusplus
}
#endif

#endif
