/* What releases and tables said that claims are reviewed by, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_CLAIMS_H
#define CODING_COMPILE_MODEL_CLAIMS_H

/* A file that brought a table, and the days that it speaks for. */
typedef struct coding__claim_file {
    coding__claim_table kind;
    coding_date         first;
    coding_date         until;
    coding_date         back; /* rows that have ended are in it back to this day; `first` where they are not */
    uint32_t            origin;
} coding__claim_file;

/* What pairs have in common; interned, for there are a thousand of them and millions of pairs. */
typedef struct coding__pair_state {
    coding_date  first; /* 0: the file does not say */
    coding_date  until; /* 0: open */
    uint32_t     origin;
    coding__word why;
    char         indicator;
    uint8_t      setting; /* 0 practitioner, 1 outpatient */
} coding__pair_state;

/* A pair edit; services are numbers of claims.services. */
typedef struct coding__pair_edit {
    uint16_t column1;
    uint16_t column2;
    uint32_t state; /* of claims.states */
    uint32_t line;
} coding__pair_edit;

typedef struct coding__unit_edit {
    uint32_t     service;
    uint32_t     value;
    coding_date  first;
    coding_date  until;
    uint32_t     origin;
    uint32_t     line;
    coding__word why;
    uint8_t      setting; /* 0 practitioner, 1 outpatient, 2 DME */
    uint8_t      indicator;
} coding__unit_edit;

typedef struct coding__add_on {
    uint32_t    service;
    uint32_t    primary; /* service plus 1; 0: the contractor decides */
    coding_date first;
    coding_date until;
    uint32_t    origin;
    uint32_t    line;
    uint8_t     type;
} coding__add_on;

typedef struct coding__fee {
    uint32_t    service;
    uint32_t    base; /* service plus 1 */
    coding_date first;
    coding_date until;
    uint32_t    origin;
    uint32_t    line;
    char        modifier; /* 0, '2', 'T', '5' */
    char        status;
    uint8_t     global; /* coding__global_days */
    uint8_t     component, multiple, bilateral, assistant, co_surgery, team, family;
    bool        not_facility, not_office;
} coding__fee;

/* Of the code editor: flags of a diagnosis or procedure. */
typedef struct coding__mce_row {
    coding_code code;
    coding_date first;
    coding_date until;
    uint32_t    flags;
    uint32_t    origin;
    uint32_t    line;
} coding__mce_row;

typedef struct coding__mce_age {
    uint32_t    flag;
    coding_date first;
    coding_date until;
    uint16_t    low, high;
    uint32_t    origin;
    uint32_t    line;
} coding__mce_age;

typedef struct coding__mce_discharge {
    uint32_t    status;
    coding_date first;
    coding_date until;
    uint32_t    origin;
    uint32_t    line;
} coding__mce_discharge;

typedef struct coding__code_range {
    coding_code first;
    coding_code last;
} coding__code_range;

typedef struct coding__pair_rule {
    uint32_t         rule;
    coding__code_range one;
    uint32_t         others; /* first of claims.ranges */
    uint32_t         other_count;
    uint8_t          how;
    uint8_t          severity;
    uint32_t         kinds;
    coding_date      since;
    coding_date      until;
    coding__word     text;
    coding__word     because;
    uint32_t         origin;
    uint32_t         line;
} coding__pair_rule;

typedef struct coding__modifier_rule {
    coding_code  code;
    uint32_t     fits, fit_count;   /* of claims.ranges */
    uint32_t     never, never_count;
    uint8_t      group, severity, order;
    uint32_t     kinds;
    coding__word places, not_with, needs, text;
    uint32_t     origin;
    uint32_t     line;
} coding__modifier_rule;

typedef struct coding__place_rule {
    coding__code_range codes;
    coding__word       fit, not_fit, why;
    uint8_t            severity;
    uint32_t           origin;
    uint32_t           line;
} coding__place_rule;

typedef struct coding__visit_row {
    uint32_t    service;
    coding_date first;
    coding_date until;
    uint8_t     family, level, rank;
    uint16_t    minutes, minutes_most;
    uint32_t    prolonged; /* service plus 1 */
    uint16_t    prolonged_from, prolonged_each;
    uint32_t    medicare; /* service plus 1 */
    uint16_t    medicare_from, medicare_each;
    uint32_t    origin;
    uint32_t    line;
} coding__visit_row;

typedef struct coding__policy {
    coding__word id;
    coding__word title;
    coding_date  first;
    coding_date  until;
    uint32_t     origin;
    uint32_t     line;
} coding__policy;

typedef struct coding__policy_row {
    uint32_t           service;
    uint32_t           policy;
    coding__code_range diagnoses;
    uint8_t            kind;
    uint32_t           line;
} coding__policy_row;

typedef struct coding__claim_facts {
    coding__vector files;      /* coding__claim_file */
    coding__vector services;   /* coding_code, in the order in which they were met */
    coding__vector slots;      /* uint32_t: open hash of services */
    coding__vector states;     /* coding__pair_state */
    coding__vector edits;      /* coding__pair_edit */
    coding__vector units;      /* coding__unit_edit */
    coding__vector add_ons;    /* coding__add_on */
    coding__vector fees;       /* coding__fee */
    coding__vector mce_diagnoses;  /* coding__mce_row */
    coding__vector mce_procedures; /* coding__mce_row */
    coding__vector mce_ages;   /* coding__mce_age */
    coding__vector discharges; /* coding__mce_discharge */
    coding__vector pairs;      /* coding__pair_rule */
    coding__vector ranges;     /* coding__code_range */
    coding__vector modifiers;  /* coding__modifier_rule */
    coding__vector places;     /* coding__place_rule */
    coding__vector visits;     /* coding__visit_row */
    coding__vector policies;   /* coding__policy */
    coding__vector policy_rows;/* coding__policy_row */
} coding__claim_facts;

#endif
