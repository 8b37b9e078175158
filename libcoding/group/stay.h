/* A hospital stay from the inside, as the grouper sees it. */
#ifndef CODING_GROUP_STAY_H
#define CODING_GROUP_STAY_H

#include <coding/group.h>

#include "entry/desk.h"

/* 256 attributes. */
typedef struct coding__bits {
    uint64_t words[4];
} coding__bits;

/* A diagnosis or procedure that the version knows; a cluster. Sets are those of the book. */
typedef struct coding__stay_code {
    const unsigned char *record; /* of drg.codes; NULL: not known */
    coding__bits         has;
    uint32_t             number;    /* of the code: its first record */
    uint8_t              listed;    /* severity in the table */
    uint8_t              severity;  /* less what is excluded; less what the hospital caused, once that is known */
    bool                 excluded;  /* by the principal diagnosis */
    bool                 died;      /* an MCC of the living */
    bool                 acquired;  /* it meets the criteria of a hospital-acquired condition, and counts as such */
    uint8_t              hac;       /* of which */
} coding__stay_code;

typedef struct coding__stay_cluster {
    uint32_t     record; /* of drg.clusters */
    uint32_t     mute;   /* MDCs, a bit each */
    coding__bits has;
} coding__stay_cluster;

typedef struct coding__grouper {
    coding_desk         *desk;
    const coding_book   *book;
    const coding_stay   *stay;
    uint32_t             version; /* its record */
    coding__stay_code   *diagnoses;  /* as in the stay; the first is principal */
    coding__stay_code   *procedures; /* as in the stay */
    coding__list         clusters;   /* coding__stay_cluster */
    size_t               diagnosis_count;
    size_t               procedure_count;
    size_t               leave_diagnosis, leave_procedure; /* numbers from 1 of one to be passed over; 0 */
    size_t               replace_diagnosis; /* number from 1 of one that is another; 0 */
    coding_code          replacement; /* that one */
    uint8_t              add;       /* severity of a secondary diagnosis that is added; 0 none */
    coding__bits         secondary; /* what any of them has */
    coding__bits         every;     /* what each of them has */
    uint32_t             mdc;       /* of the formulas that are asked at the moment */
    coding__bits         operated;  /* what procedures and clusters have in that MDC */
    uint8_t              severity;  /* the highest of the secondary diagnoses */
    uint8_t              severity_here; /* less those that the formula ignores */
} coding__grouper;

static inline bool coding__has(const coding__bits *bits, uint32_t attribute)
{
    return attribute < 256 && (bits->words[attribute / 64] >> attribute % 64 & 1);
}

/* A set of the book. */
coding__bits coding__set(const coding_book *book, uint32_t set);

/* The attribute that a role counts; CODING__DRG_NOBODY where none does. */
static inline uint32_t coding__role(const coding_book *book, uint32_t role)
{
    return role < coding__count(book, CODING__DRG_ROLES) ? coding__u16(book, CODING__DRG_ROLES, role, 0)
                                                         : (uint32_t)CODING__DRG_NOBODY;
}

/* The record of a code in a version, or NULL; `number` becomes that of its first. */
const unsigned char *coding__drg_code(const coding_book *book, coding_code code, uint32_t version, uint32_t *number);

/* The version of a stay as a record, or UINT32_MAX. */
uint32_t coding__stay_version(const coding_book *book, const coding_stay *stay);

/* Finds the codes and reckons what does not hang on an MDC. False where there is no memory or no such version. */
bool coding__grouper_start(coding__grouper *of, coding_desk *desk, const coding_stay *stay);

/* The same stay with another code left out or added. */
void coding__grouper_reckon(coding__grouper *of);

/* Before formulas of an MDC are asked: mutes the members of clusters. */
void coding__grouper_enter(coding__grouper *of, uint32_t mdc);

/* Is a procedure muted in the MDC? */
bool coding__is_muted(const coding__grouper *of, uint32_t mdc, size_t procedure);

/* Does the diagnosis take part? The principal one always does. */
static inline bool coding__takes_part(const coding__grouper *of, size_t diagnosis)
{
    return of->diagnoses[diagnosis].record && diagnosis + 1 != of->leave_diagnosis;
}
static inline bool coding__is_done(const coding__grouper *of, size_t procedure)
{
    return of->procedures[procedure].record && procedure + 1 != of->leave_procedure;
}

/* Evaluates a program. */
bool coding__holds(const coding__grouper *of, uint32_t program, uint32_t length);

/* Of a formula: reckons the severity that it sees, and evaluates. */
bool coding__formula_holds(coding__grouper *of, uint32_t formula);

/* What decided: a formula (UINT32_MAX: none), where, and why not. */
typedef struct coding__decision {
    uint32_t          formula;
    uint32_t          mdc;     /* that is reported */
    uint32_t          asked;   /* whose formulas decided: 29 for the unrelated */
    coding_drg_return reason;
    uint8_t           severity;
} coding__decision;

coding__decision coding__decide(coding__grouper *of);

/* Marks conditions that the hospital caused, which then are no CC or MCC. Answers why the stay cannot be grouped then,
 * or CODING_DRG_GROUPED. */
coding_drg_return coding__acquired(coding__grouper *of);

/* First and last decision; the severities that the last one saw stay. */
void coding__decide_both(coding__grouper *of, coding__decision *first, coding__decision *last);

/* The last decision of the stay as it now is, and its DRG: 999 where it is not grouped. */
coding__decision       coding__group_again(coding__grouper *of);
static inline uint32_t coding__drg_of(const coding_book *book, const coding__decision *decision)
{
    if (decision->reason) return 999;
    return coding__u16(book, CODING__DRG_FORMULAS, decision->formula, CODING__DRG_FORMULA_DRG);
}

/* Is a diagnosis part of what the group of the decision is, and so no CC or MCC in it? */
bool coding__is_ignored(const coding__grouper *of, const coding__decision *decision, size_t diagnosis);

/* What a decision rests on: marks of diagnoses, procedures and clusters, as bytes of their numbers. */
void coding__mark(coding__grouper *of, const coding__decision *decision, unsigned char *diagnoses,
                  unsigned char *procedures, unsigned char *clusters);

/* A title of kind 0 MDC, 1 DRG, 2 hospital-acquired condition; "" if unknown. */
const char *coding__drg_title(const coding_book *book, uint32_t kind, uint32_t number, uint32_t version);

#endif
