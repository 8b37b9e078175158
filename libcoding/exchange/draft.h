/* A claim while it is read. It lies apart from the desk, which the caller may clear between two pieces. */
#ifndef CODING_EXCHANGE_DRAFT_H
#define CODING_EXCHANGE_DRAFT_H

#include <coding/claim.h>

#include "base/arena.h"

/* A claim holds at most so many of each: 5010 allows 25 diagnoses and 999 lines. */
enum { CODING__DRAFT_MOST = 9999 };

typedef struct coding__draft_diagnosis {
    const char              *text;
    coding_diagnosis_options with;
    bool                     principal;
} coding__draft_diagnosis;

typedef struct coding__draft_procedure {
    const char *text;
    coding_date on;
    bool        principal;
} coding__draft_procedure;

typedef struct coding__draft_line {
    const char         *code; /* "" a revenue code alone */
    coding_line_options with;
} coding__draft_line;

/* Texts lie on `arena`. Adding answers NULL where there is no memory, or `overfull` is set. */
typedef struct coding__draft {
    coding__arena       *arena;
    coding_claim_options whole;
    const char          *rendering; /* of lines that name nobody else; NULL: the billing provider */
    coding__list         diagnoses, procedures, lines;
    bool                 overfull;
} coding__draft;

void coding__draft_start(coding__draft *draft, coding__arena *arena);

coding__draft_diagnosis *coding__draft_add_diagnosis(coding__draft *draft, const char *text, coding_claim_role role);
coding__draft_procedure *coding__draft_add_procedure(coding__draft *draft, const char *text);
coding__draft_line      *coding__draft_add_line(coding__draft *draft);

/* The claim on a desk; NULL where there is no memory. A claim without days of its own takes those of its lines. */
coding_claim *coding__draft_claim(coding__draft *draft, coding_desk *desk);

#endif
