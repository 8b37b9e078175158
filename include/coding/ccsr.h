/**
 * @file
 * # Clinical categories of diagnoses
 *
 * The Clinical Classifications Software Refined (CCSR) of AHRQ puts each ICD-10-CM code into one to six categories of
 * some 540, by body system: what a study counts by. One of them is the default for a principal diagnosis of an
 * inpatient stay, one for the first-listed of an outpatient visit; a code that may not stand first has none.
 *
 *     coding_ccsr all = coding_ccsr_of(book, coding_parse(CODING_ICD10CM, "E11.22", 6).code, NULL);
 *     for (size_t i = 0; i < all.count; i++) printf("%s %s\n", all.categories[i].name, all.categories[i].title);
 *
 * The book has it where a release of AHRQ was given to `coding build` (DXCCSR_v2025-1.csv); no package carries one.
 */
#ifndef CODING_CCSR_H
#define CODING_CCSR_H

#include <coding/entry.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CODING_CCSR_MOST = 6 /**< Categories of a code, at most. */ };

/** A category. Texts belong to the book. */
typedef struct coding_ccsr_category {
    const char *name;  /**< "END003"; "" where there is none. */
    const char *title; /**< "Diabetes mellitus with complication". */
} coding_ccsr_category;

/** The categories of a code, by value. */
typedef struct coding_ccsr {
    coding_status        status;     /**< CODING_NOT_IN_BOOK: no CCSR, or no such version of it. */
    const char          *version;    /**< "2025.1"; "" if none. */
    coding_ccsr_category categories[CODING_CCSR_MOST]; /**< In AHRQ's order. */
    size_t               count;      /**< How many; 0: the version does not know the code. */
    coding_ccsr_category inpatient;  /**< Default of a principal diagnosis; named "" where it may not be one. */
    coding_ccsr_category outpatient; /**< Default of a first-listed diagnosis. */
    coding_source        source;     /**< The row. */
} coding_ccsr;

/** Of a code of ICD-10-CM. `version` NULL: the newest in the book, whose codes are those of all years before, too. */
CODING_API coding_ccsr coding_ccsr_of(const coding_book *book, coding_code code, const char *version);

#ifdef __cplusplus
}
#endif

#endif
