/* What releases of CCSR said, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_CCSR_H
#define CODING_COMPILE_MODEL_CCSR_H

typedef struct coding__ccsr_set {
    coding__word version;
    uint32_t     origin;
} coding__ccsr_set;

typedef struct coding__ccsr_category {
    coding__word name;
    coding__word title;
    uint32_t     set;
} coding__ccsr_category;

/* A code with names of categories; 0 none. */
typedef struct coding__ccsr_code {
    coding_code  code;
    coding__word categories[6];
    coding__word inpatient, outpatient;
    uint32_t     set;
    uint32_t     line;
} coding__ccsr_code;

/* Vectors only. */
typedef struct coding__ccsr_facts {
    coding__vector sets;       /* coding__ccsr_set */
    coding__vector categories; /* coding__ccsr_category: the same may stand twice */
    coding__vector codes;      /* coding__ccsr_code */
} coding__ccsr_facts;

#endif
