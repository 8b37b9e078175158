/* What schemes of comorbidity said, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_COMORBIDITY_H
#define CODING_COMPILE_MODEL_COMORBIDITY_H

/* A version of a scheme; `number` is its place in the vector. */
typedef struct coding__cmr_set {
    uint32_t     scheme; /* coding_comorbidity_scheme */
    coding__word version;
    coding_date  first;
    coding_date  until;
    uint32_t     origin;
    bool         by_beginning; /* its codes are beginnings of codes */
    uint32_t     parts;        /* a bit each of the files that it is read from; 0: from one */
    bool         told;         /* made out of the next version: a release of its own wins */
} coding__cmr_set;

typedef struct coding__cmr_group {
    uint32_t     set;
    coding__word name;
    coding__word title;
    coding__word instead_of; /* names of groups, with blanks between */
    int32_t      weights[2];
    uint32_t     flags; /* CODING__CMR_NEEDS_POA ... */
    uint32_t     origin;
    uint32_t     line;
} coding__cmr_group;

typedef struct coding__cmr_code {
    coding_code  code;
    uint32_t     set;
    coding__word group;
    uint32_t     origin;
    uint32_t     line;
} coding__cmr_code;

/* A code that is exempt from present-on-admission reporting in a fiscal year, by AHRQ's software. */
typedef struct coding__cmr_exempt {
    coding_code code;
    uint32_t    year;
    uint32_t    origin;
} coding__cmr_exempt;

/* A version that no path holds, told by the next one: what that one holds but the codes that came later. */
typedef struct coding__cmr_told {
    coding__cmr_set set;
    coding__word    next;
    coding_date     codes_by; /* by this day a code stood, or it came later */
} coding__cmr_told;

/* What a told version had otherwise than the next one: a code, or where `code` is 0 the weights of a group. */
typedef struct coding__cmr_change {
    uint32_t     scheme;
    coding__word version;
    coding__word group;
    coding_code  code;
    int32_t      weights[2];
    uint32_t     origin;
    uint32_t     line;
} coding__cmr_change;

/* Vectors only. */
typedef struct coding__cmr_facts {
    coding__vector sets;   /* coding__cmr_set */
    coding__vector groups; /* coding__cmr_group */
    coding__vector codes;  /* coding__cmr_code */
    coding__vector exempt; /* coding__cmr_exempt */
    coding__vector told;   /* coding__cmr_told */
    coding__vector changes;/* coding__cmr_change */
} coding__cmr_facts;

#endif
