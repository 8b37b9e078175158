/* What a review leaves behind: counts, money, a few examples of each rule. It stays small, however many claims come:
 * a report of a million claims takes the memory of one of a thousand. */
#ifndef CODING_TOOL_REVIEW_TALLY_H
#define CODING_TOOL_REVIEW_TALLY_H

#include <coding.h>

enum { SEVERITIES = CODING_DENIAL + 1, PROVIDERS = 4096, TROUBLE_EXAMPLES = 100 };

/* How a claim stands by its loudest finding. Notes count as none; not wholly checked is no pass. */
typedef enum standing { STANDS_FINE, STANDS_UNCHECKED, STANDS_WARNED, STANDS_DENIED, STANDINGS } standing;

/* A claim as it came, or trouble without one. */
typedef struct reviewed {
    coding_desk              *desk;
    const char               *file;   /* NULL: none */
    uint64_t                  number; /* from 1 */
    const coding_claims_item *item;
    coding_claim_options      whole;  /* zeroed without a claim */
    coding_review             review; /* the same */
} reviewed;

/* A finding in words of its own, so that it outlives its claim. */
typedef struct tally_example {
    coding_severity severity;
    int64_t         stake;
    uint64_t        order;
    char           *claim;
    char           *file;
    char           *provider;
    char           *place;
    char           *sentence; /* without place and source */
    char           *source;   /* "release, table line 7"; empty where the format of claims says so */
} tally_example;

typedef struct tally_rule {
    uint64_t       findings[SEVERITIES];
    int64_t        stake;     /* cents of lines that it denies */
    uint64_t       unchecked; /* claims that it could not be asked about */
    char          *lacking;   /* why not the first of them */
    tally_example *examples;  /* those with the most money */
    size_t         example_count;
} tally_rule;

typedef struct tally_provider {
    char    *name;
    uint64_t claims;
    uint64_t stand[STANDINGS]; /* claims */
    int64_t  charge;
    int64_t  stake;
} tally_provider;

typedef struct tally {
    uint64_t       claims;
    uint64_t       lines;
    uint64_t       stand[STANDINGS]; /* claims */
    uint64_t       findings[SEVERITIES];
    uint64_t       troubles;
    int64_t        charge;
    int64_t        stake;
    size_t         most; /* examples a rule */
    tally_rule     rules[CODING_CLAIM_RULE_TOTAL];
    tally_provider providers[PROVIDERS + 1]; /* by hash; the last one holds those for which there was no room */
    size_t         provider_count;
    tally_example *troubled;
    size_t         troubled_count;
    bool           no_memory;
} tally;

/* Adds one claim or trouble. */
void coding__tally_add(tally *to, const reviewed *one);
void coding__tally_end(tally *of);

standing coding__tally_standing(const coding_review *review);

/* Is it a finding that says that a rule could not be asked? */
bool coding__tally_is_unchecked(const coding_claim_finding *finding);

/* Of a line that a denial is about, cents; else 0. */
int64_t coding__tally_stake(const coding_claim_finding *finding);

#endif
