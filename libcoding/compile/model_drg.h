/* What the tables of MS-DRG said, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_DRG_H
#define CODING_COMPILE_MODEL_DRG_H

typedef struct coding__drg_version {
    uint32_t    number;
    coding_date first;
    coding_date until;
} coding__drg_version;

/* A diagnosis or a procedure. */
typedef struct coding__drg_code {
    coding_code  code;
    coding__word attributes; /* names, parted by blanks */
    uint32_t     line;
    uint16_t     from, to; /* versions as published: 431 */
    uint16_t     excludes;
    uint8_t      mdc, female, severity;
} coding__drg_code;

typedef struct coding__drg_cluster {
    coding__word name;
    coding__word attributes;
    coding__word members; /* lists, parted by blanks, of codes, parted by bars */
    uint32_t     mute;    /* a bit an MDC */
    uint32_t     line;
    uint16_t     from, to;
} coding__drg_cluster;

typedef struct coding__drg_collection {
    uint32_t number;
    uint32_t first; /* of drg.excluded */
    uint32_t count;
} coding__drg_collection;

typedef struct coding__drg_formula {
    coding__word condition;
    coding__word ignored; /* names, parted by blanks */
    uint32_t     line;
    uint32_t     origin;
    uint16_t     version, rank, base, drg;
    uint8_t      mdc, kind, on;
} coding__drg_formula;

typedef struct coding__drg_hac {
    coding__word condition;
    uint32_t     line;
    uint16_t     from, to;
    uint8_t      number;
} coding__drg_hac;

typedef struct coding__drg_title {
    coding__word title;
    uint32_t     number;
    uint16_t     from, to;
    uint8_t      kind;
} coding__drg_title;

typedef struct coding__drg_weight {
    coding_date first;
    coding_date until;
    uint32_t    weight; /* ten-thousandths */
    uint32_t    origin;
    uint32_t    line;
    uint16_t    drg, geometric, arithmetic; /* tenths of a day */
    uint8_t     flags;
} coding__drg_weight;

/* Sections of a book that is extended, but for its weights. */
enum { CODING__DRG_KEPT = 17 };

/* Vectors only. */
typedef struct coding__drg_facts {
    coding__vector versions;    /* coding__drg_version */
    coding__vector codes;       /* coding__drg_code */
    coding__vector clusters;    /* coding__drg_cluster */
    coding__vector collections; /* coding__drg_collection */
    coding__vector excluded;    /* coding_code */
    coding__vector formulas;    /* coding__drg_formula */
    coding__vector hacs;        /* coding__drg_hac */
    coding__vector titles;      /* coding__drg_title */
    coding__vector weights;     /* coding__drg_weight */
    coding__vector kept[CODING__DRG_KEPT]; /* records of a book, texts as words, origins as ours */
} coding__drg_facts;

#endif
