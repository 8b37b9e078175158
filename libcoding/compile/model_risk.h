/* What the tables of risk adjustment said, part of the model. Categories stand by number, variables by name. */
#ifndef CODING_COMPILE_MODEL_RISK_H
#define CODING_COMPILE_MODEL_RISK_H

typedef struct coding__risk_map_row { /* a mapping, or an edit of it */
    coding_code code;
    uint32_t    origin, line;
    uint16_t    category; /* of an edit: 0 none */
    uint8_t     model, kind, sex, low, high;
    uint8_t     first, last; /* payment year less 2000 */
} coding__risk_map_row;

typedef struct coding__risk_drop {
    uint32_t origin, line;
    uint16_t parent, child;
    uint8_t  model;
} coding__risk_drop;

typedef struct coding__risk_label {
    coding__word label;
    uint32_t     origin, line;
    uint16_t     category;
    uint8_t      model;
    bool         chronic;
} coding__risk_label;

typedef struct coding__risk_value {
    coding__word variable;
    uint32_t     origin, line;
    int32_t      value; /* thousandths */
    uint16_t     first, last;
    uint8_t      model, plan, slot;
} coding__risk_value;

typedef struct coding__risk_rule {
    coding__word variable; /* what it adds; 0 for a rule that drops */
    coding__word when;
    uint32_t     origin, line;
    uint8_t      model, does;
} coding__risk_rule;

typedef struct coding__risk_factor {
    uint32_t origin, line, normalization, intensity, share, multiplier;
    uint16_t first, last;
    uint8_t  model, plan, status;
} coding__risk_factor;

typedef struct coding__risk_service {
    coding_code code;
    uint32_t    origin, line;
    uint16_t    first, last;
} coding__risk_service;

typedef struct coding__risk_facts {
    coding__vector maps;     /* coding__risk_map_row */
    coding__vector drops;    /* coding__risk_drop */
    coding__vector labels;   /* coding__risk_label */
    coding__vector values;   /* coding__risk_value */
    coding__vector rules;    /* coding__risk_rule */
    coding__vector factors;  /* coding__risk_factor */
    coding__vector services; /* coding__risk_service */
} coding__risk_facts;

#endif
