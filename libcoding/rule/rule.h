/* Rules: data in, findings with evidence out. A rule is a file, a line in rules.c, and rows in tests/vectors; it has no
 * state, no clock and no memory of its own. What several rules need of a claim is worked out once, in a view. */
#ifndef CODING_RULE_RULE_H
#define CODING_RULE_RULE_H

#include "base/phrase.h"
#include "book/book.h"
#include "rule/claim.h"
#include "rule/tables.h"

#define CODING__NO_SERVICE UINT32_MAX
#define CODING__NO_ROW UINT32_MAX
#define CODING__AGE_UNKNOWN UINT32_MAX

/* So many parts of a claim are asked about, forty and ten times what a payer takes: rules compare parts with one
 * another, and a claim of a million lines must not hold its caller for hours. What is past them is told by the rule of
 * form. */
enum { CODING__DIAGNOSES_ASKED = 1000, CODING__LINES_ASKED = 10000 };

/* A listed diagnosis as rules see it: one that stands in the book. Others are spoken of by the rule of codes. */
typedef struct coding__listed {
    coding_code       code;
    uint32_t          row;      /* CODING__NO_ROW: not in the book */
    uint32_t          number;   /* its place on the claim, from 1 */
    coding_claim_role role;
    coding_poa        poa;
    uint32_t          mce;      /* flags of the code editor on the day; 0 */
    coding_rule       verdict;  /* on its day */
} coding__listed;

/* A line as rules see it. */
typedef struct coding__billed {
    const coding__line *line;
    coding_code         code;
    uint32_t            service;   /* CODING__NO_SERVICE: in no table */
    uint32_t            fee;       /* its record of fees on its day, the global row; UINT32_MAX: none */
    uint32_t            number;    /* from 1 */
    coding_date         on;        /* first day */
    const char         *provider;  /* "" the claim's; a hospital is one provider, whoever gave the service */
    uint32_t            groups;    /* mask of coding__modifier_group, bit n: it has a modifier of group n */
    bool                is_visit;  /* evaluation and management, by the table of modifiers' ranges for 25 */
    bool                again;     /* an earlier line has the same service, day, provider and groups */
    bool                counts;    /* it asks for payment: not reported with a penalty or information modifier alone */
} coding__billed;

typedef struct coding__view {
    coding_desk         *desk;
    const coding_book   *book;
    const coding_claim  *claim;
    coding_claim_kind    kind;
    coding_date          on;     /* first day */
    coding_date          last;   /* discharge, or last day */
    uint32_t             age;    /* whole years on the first day; CODING__AGE_UNKNOWN */
    uint32_t             setting;/* of pairs and units: 0 practitioner, 1 outpatient hospital, 2 DME */
    coding__listed      *diagnoses;  /* in their order */
    size_t               diagnosis_count;
    coding__listed      *procedures; /* inpatient */
    size_t               procedure_count;
    coding__billed      *lines;
    size_t               line_count;
    coding_review       *review;
    coding__list        *findings;   /* coding_claim_finding */
    const coding_review_options *options;
    struct coding__notes_view   *noted; /* of noted.h, once someone asked */
} coding__view;

typedef struct coding__rule {
    coding_claim_rule rule;   /* its name and title: names.c */
    uint32_t          kinds;  /* mask of claim kinds that it is asked of; 0 all */
    /* The tables that it cannot do without on the claim's day, CODING__TABLE_NONE past the last. Where one does not
     * reach the day, the review says so in its place, once, and it is not asked. */
    uint8_t           tables[3];
    /* Which of its tables a claim needs: NULL where all. `table` is one of those named. */
    bool (*needs)(const coding__view *view, coding__claim_table table);
    /* Are there parts of the claim that it could speak of? NULL: always. What it could not object to needs no table. */
    bool (*concerns)(const coding__view *view);
    void (*judge)(coding__view *view);
    /* The sentence of a finding, without its beginning and its source. */
    void (*tell)(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase);
} coding__rule;

/* By coding_claim_rule, one each. */
extern const coding__rule *const coding__rules[CODING_CLAIM_RULE_TOTAL];

/* Adds a finding: fills in `on` and the charge of its line where they are 0. Where there is no memory the review says
 * so. */
void coding__speak(coding__view *view, coding_claim_finding finding);

/* Places. */
static inline coding_claim_place coding__at_line(const coding__billed *line)
{
    return (coding_claim_place){CODING_CLAIM_PART_LINE, line->number};
}
static inline coding_claim_place coding__at_diagnosis(const coding__listed *listed)
{
    return (coding_claim_place){CODING_CLAIM_PART_DIAGNOSIS, listed->number};
}
static inline coding_claim_place coding__at_procedure(const coding__listed *listed)
{
    return (coding_claim_place){CODING_CLAIM_PART_PROCEDURE, listed->number};
}

/* Has the line that modifier ("59")? */
bool coding__has_modifier(const coding__billed *line, const char *modifier);

/* Are both lines of one provider? */
bool coding__same_provider(const coding__billed *a, const coding__billed *b);

/* The place of service of a line, as a number 1 to 99; 0 none. */
unsigned coding__pos_of(const coding__billed *line);

#endif
