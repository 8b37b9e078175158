/* How clinical categories of diagnoses (CCSR) lie in a book. Included by layout.h, whose words hold here too. */
#ifndef CODING_BOOK_LAYOUT_CCSR_H
#define CODING_BOOK_LAYOUT_CCSR_H

/* X(name in C, name in the file, width) */
#define CODING__CCSR_SECTIONS(X)                                                                                      \
    X(CCSR_SETS, "ccsr.sets", 24)                                                                                     \
    X(CCSR_CATEGORIES, "ccsr.categories", 8)                                                                          \
    X(CCSR_CODES, "ccsr.codes", 32)

enum { /* ccsr.sets, by version */
    CODING__CCSR_VERSION = 0,        /* text */
    CODING__CCSR_ORIGIN = 4,
    CODING__CCSR_CATEGORY = 8,       /* u32: first record of ccsr.categories */
    CODING__CCSR_CATEGORY_COUNT = 12,
    CODING__CCSR_CODE = 16,          /* u32: first record of ccsr.codes */
    CODING__CCSR_CODE_COUNT = 20
};

enum { /* ccsr.categories, of a set together */
    CODING__CCSR_CATEGORY_NAME = 0,  /* text */
    CODING__CCSR_CATEGORY_TITLE = 4  /* text */
};

enum { /* ccsr.codes, of a set together, by code. Categories are numbers among the set's, plus 1; 0 none */
    CODING__CCSR_CODE_CODE = 0,      /* u64 */
    CODING__CCSR_CODE_LINE = 8,      /* u32 */
    CODING__CCSR_CODE_CATEGORIES = 12, /* six u16 */
    CODING__CCSR_CODE_INPATIENT = 24,  /* u16 */
    CODING__CCSR_CODE_OUTPATIENT = 26, /* u16 */
    CODING__CCSR_CODE_SPARE = 28
};

#endif
