/* X12 837 while it is read: separators, the envelope we are in, and whose loop it is. */
#ifndef CODING_EXCHANGE_X12_H
#define CODING_EXCHANGE_X12_H

#include <coding/exchange.h>

#include "exchange/input.h"

enum { CODING__ELEMENTS_MOST = 32, CODING__COMPONENTS_MOST = 10 };

/* Bytes of a segment. Never NULL; empty where nothing stands. */
typedef struct coding__value {
    const char *text;
    size_t      length;
} coding__value;

typedef struct coding__segment {
    char          id[4];
    size_t        count;                              /* elements, the id not among them */
    coding__value elements[CODING__ELEMENTS_MOST + 1]; /* from 1; past the last ones empty */
    uint32_t      number;                             /* in its transaction set, as SE01 counts; 0 outside of one */
    uint64_t      offset;
} coding__segment;

typedef struct coding__composite {
    coding__value parts[CODING__COMPONENTS_MOST + 1]; /* from 1 */
} coding__composite;

/* A patient of a HL loop. */
typedef struct coding__person {
    coding_date born;
    coding_sex  sex;
    bool        described; /* DMG came */
} coding__person;

/* A control number or the like, kept from the opening segment to the closing one. */
typedef struct coding__control {
    char text[24];
} coding__control;

typedef enum coding__guide { CODING__GUIDE_NONE, CODING__GUIDE_P, CODING__GUIDE_I, CODING__GUIDE_D } coding__guide;

/* Where in a claim: other payers' loops repeat segments that are not the patient's. */
typedef enum coding__loop { CODING__LOOP_CLAIM, CODING__LOOP_OTHER_PAYER, CODING__LOOP_LINE } coding__loop;

typedef struct coding__x12 {
    char            element, component, terminator;
    bool            skipping;  /* the rest of a segment that was too long */
    bool            astray;    /* bytes that are no segment were told */
    bool            in_interchange, in_group, in_set, in_claim;
    coding__control interchange, group, set;
    uint32_t        groups, sets, segments;
    coding__guide   guide;     /* NONE: the set is passed over */
    bool            old;       /* 4010 */
    coding__control group_version;
    char            version[24];

    int             level;     /* of HL: 20, 22, 23; 0 none yet */
    coding__control biller, holder; /* HL01 of 20 and 22 */
    coding__person  subscriber, dependent;
    coding__person *described; /* whose DMG may come: of the last NM1; NULL nobody's */
    char            provider[84];
    bool            supplier;  /* of durable medical equipment, by PRV */

    coding__loop    loop;
    uint32_t        line_segment; /* number of the last LX, */
    uint64_t        line_offset;  /* its place, */
    uint32_t        lines;        /* how many in this claim, */
    bool            served;       /* whether its SV1, SV2 or SV3 came, */
    bool            dated;        /* and its DTP 472 */
    bool            claim_dated;  /* DTP 434 of a hospital, 472 of a dentist */
    bool            ninth, tenth; /* HI speaks ICD-9, ICD-10 */
    bool            listed;       /* a diagnosis came that is listed */
} coding__x12;

struct coding_claims;

/* The place of a segment, and of one of its elements. */
#define coding__at(segment, which)                                                                                    \
    ((coding__claims_place){(segment)->id, (segment)->number, (which), (segment)->offset})

/* Parts of a composite element. */
coding__composite coding__x12_composite(const coding__x12 *x12, coding__value element);

/* A piece as text of ours. Trouble is told, and NULL answered, where the bytes are none. */
const char *coding__x12_text(struct coding_claims *claims, const coding__segment *segment, uint32_t element,
                             coding__value piece);
/* The same, of an element that must be there. */
const char *coding__x12_needed(struct coding_claims *claims, const coding__segment *segment, uint32_t element,
                               const char *what);
/* Cents of an element that may be missing. */
int64_t coding__x12_cents(struct coding_claims *claims, const coding__segment *segment, uint32_t element);
/* Days of a format (D8, RD8, DT) and a value in two pieces; false where there are none, which is told. */
bool coding__x12_days(struct coding_claims *claims, const coding__segment *segment, uint32_t element,
                      coding__value format, coding__value value, coding_date *first, coding_date *last);

bool coding__value_is(coding__value piece, const char *text);
void coding__control_set(coding__control *control, coding__value piece);
bool coding__control_is(const coding__control *control, coding__value piece);

/* What a segment does. */
void coding__x12_isa(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_gs(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_st(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_se(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_ge(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_iea(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_hl(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_prv(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_sbr(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_nm1(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_dmg(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_clm(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_cl1(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_dtp(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_hi(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_lx(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_sv1(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_sv2(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_sv3(struct coding_claims *claims, const coding__segment *segment);
void coding__x12_lin(struct coding_claims *claims, const coding__segment *segment);

/* A claim has come to its end: what it lacks is told. */
void coding__x12_claim_ends(struct coding_claims *claims);
/* A line has come to its end: what it lacks is told. */
void coding__x12_line_ends(struct coding_claims *claims);

/* Closes what a segment of that id finds open and should not have, each with its trouble, one thing a call; false where
 * nothing is left open. Ids are those of the envelope; "" the end of the text. */
bool coding__x12_close(struct coding_claims *claims, const coding__segment *segment);

/* The text ends too soon: that is told, and all that was open is given up. */
void coding__x12_cut(struct coding_claims *claims, const coding__segment *at, const char *where);

#endif
