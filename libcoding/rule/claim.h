/* A claim on its desk. Texts that could not be read stay beside their codes, for the rule that says so. */
#ifndef CODING_RULE_CLAIM_H
#define CODING_RULE_CLAIM_H

#include <coding/claim.h>

#include "entry/desk.h"

enum { CODING__MODIFIERS_MOST = 4, CODING__POINTERS_MOST = 12 };

typedef struct coding__diagnosis {
    coding_code       code; /* 0: the text is none */
    const char       *text; /* as given */
    coding_damage     damage;
    coding_claim_role role;
    coding_poa        poa;
    uint32_t          number; /* counted from 1, in the order of adding */
} coding__diagnosis;

typedef struct coding__procedure {
    coding_code   code;
    const char   *text;
    coding_damage damage;
    coding_date   on;
} coding__procedure;

typedef struct coding__line {
    coding_code   code; /* CPT or HCPCS; 0 with an empty text: a revenue code alone */
    const char   *text;
    coding_damage damage;
    coding_code   modifiers[CODING__MODIFIERS_MOST]; /* in their order; 0 past the last */
    const char   *modifier_text; /* what of the modifiers could not be read; NULL: all could */
    double        units;  /* above 0; 1 where none are given, or no sensible number */
    double        stated; /* as given */
    int64_t       charge;
    coding_code   place; /* place of service; 0 none */
    coding_code   revenue;
    coding_date   first;
    coding_date   last;
    uint8_t       pointers[CODING__POINTERS_MOST]; /* numbers of diagnoses; 0 past the last */
    const char   *pointer_text; /* what of the pointers could not be read; NULL: all could */
    const char   *provider;     /* "" the claim's */
    coding_code   ndc;
} coding__line;

struct coding_claim {
    coding_desk         *desk;
    coding_claim_options whole; /* texts on the desk, "" where none; last and charge filled in */
    coding_code          discharge, bill, place;
    coding__list         diagnoses;  /* coding__diagnosis */
    coding__list         procedures; /* coding__procedure */
    coding__list         lines;      /* coding__line */
    bool                 lacks;      /* there was no memory for a part of it */
};

static inline const coding__diagnosis *coding__diagnosis_at(const coding_claim *claim, size_t index)
{
    return (const coding__diagnosis *)claim->diagnoses.items + index;
}
static inline const coding__procedure *coding__procedure_at(const coding_claim *claim, size_t index)
{
    return (const coding__procedure *)claim->procedures.items + index;
}
static inline const coding__line *coding__line_at(const coding_claim *claim, size_t index)
{
    return (const coding__line *)claim->lines.items + index;
}

/* Cents together; what no number holds is the largest that one does. */
static inline int64_t coding__cents_sum(int64_t a, int64_t b)
{
    if (b > 0 && a > INT64_MAX - b) return INT64_MAX;
    if (b < 0 && a < INT64_MIN - b) return INT64_MIN;
    return a + b;
}

#endif
