/* How schemes of comorbidity lie in a book. Included by layout.h, whose words hold here too. A set is one version of a
 * scheme; its groups are bits of a u64, in their order. */
#ifndef CODING_BOOK_LAYOUT_COMORBIDITY_H
#define CODING_BOOK_LAYOUT_COMORBIDITY_H

/* X(name in C, name in the file, width) */
#define CODING__COMORBIDITY_SECTIONS(X)                                                                               \
    X(CMR_SETS, "cmr.sets", 48)                                                                                       \
    X(CMR_GROUPS, "cmr.groups", 48)                                                                                   \
    X(CMR_CODES, "cmr.codes", 24)                                                                                     \
    X(CMR_EXEMPT, "cmr.exempt", 16)                                                                                   \
    X(CMR_BITS, "cmr.bits", 1)

enum { /* cmr.sets, by scheme and version */
    CODING__CMR_SCHEME = 0,         /* u32: coding_comorbidity_scheme */
    CODING__CMR_VERSION = 4,        /* text */
    CODING__CMR_FIRST = 8,          /* day: of the codes that it knows */
    CODING__CMR_UNTIL = 12,         /* day */
    CODING__CMR_ORIGIN = 16,
    CODING__CMR_GROUP = 20,         /* u32: first record of cmr.groups */
    CODING__CMR_GROUP_COUNT = 24,   /* u32: at most 64 */
    CODING__CMR_CODE = 28,          /* u32: first record of cmr.codes */
    CODING__CMR_CODE_COUNT = 32,    /* u32 */
    CODING__CMR_LONGEST = 36,       /* u32: characters of the longest beginning in cmr.codes; 0: they are whole codes */
    CODING__CMR_TOLD = 40,          /* u32: 1 where the next version tells it, and no release of its own */
    CODING__CMR_SPARE = 44
};

enum { /* cmr.groups */
    CODING__CMR_GROUP_NAME = 0,     /* text */
    CODING__CMR_GROUP_TITLE = 4,    /* text */
    CODING__CMR_GROUP_CLEARS = 8,   /* u64: groups whose place it takes */
    CODING__CMR_GROUP_WEIGHT = 16,  /* i32, two of them */
    CODING__CMR_GROUP_FLAGS = 24,   /* u32: CODING__CMR_NEEDS_POA ... */
    CODING__CMR_GROUP_ORIGIN = 28,
    CODING__CMR_GROUP_LINE = 32,    /* u32 */
    CODING__CMR_GROUP_SPARE = 36
};
enum {
    CODING__CMR_NEEDS_POA = 1,
    CODING__CMR_IS_PART = 2,        /* no group of its own: what another one is made of */
    CODING__CMR_IS_STROKE = 4,      /* AHRQ's CBVD, made of the two parts below */
    CODING__CMR_IS_ACUTE = 8,       /* CBVD_POA */
    CODING__CMR_IS_SEQUELA = 16     /* CBVD_SQLA */
};

enum { /* cmr.codes, of a set together, by code */
    CODING__CMR_CODE_CODE = 0,      /* u64: a code, or a beginning of codes */
    CODING__CMR_CODE_GROUPS = 8,    /* u64 */
    CODING__CMR_CODE_ORIGIN = 16,
    CODING__CMR_CODE_LINE = 20      /* u32 */
};

enum { /* cmr.exempt, by day: AHRQ's lists of codes that are exempt from present-on-admission reporting */
    CODING__CMR_EXEMPT_FIRST = 0,   /* day */
    CODING__CMR_EXEMPT_UNTIL = 4,   /* day */
    CODING__CMR_EXEMPT_ORIGIN = 8,
    CODING__CMR_EXEMPT_BITS = 12    /* u32: where its bits begin in cmr.bits, one a row of ICD-10-CM, lowest first */
};

#endif
