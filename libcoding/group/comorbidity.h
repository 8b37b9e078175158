/* Comorbidity from the inside: a scheme made ready, and what it makes of one patient. */
#ifndef CODING_GROUP_COMORBIDITY_H
#define CODING_GROUP_COMORBIDITY_H

#include <coding/claim.h>
#include <coding/comorbidity.h>

#include "entry/desk.h"

enum { CODING__CMR_GROUPS_MOST = 64 };

/* Which list says what is exempt from present-on-admission reporting. */
typedef enum coding__cmr_authority {
    CODING__CMR_NOBODY,   /* none in the book reaches the day */
    CODING__CMR_SOFTWARE, /* a list of AHRQ's own programs */
    CODING__CMR_OFFICIAL  /* the list of CMS, section poa.lists */
} coding__cmr_authority;

typedef struct coding__cmr_list {
    coding__cmr_authority who;
    uint32_t              record; /* of cmr.exempt */
    coding_date           on;     /* asked of the official one */
} coding__cmr_list;

/* One version of a scheme, read once for many patients. */
typedef struct coding__cmr_scheme {
    const coding_book *book;
    uint32_t           set;
    uint32_t           group; /* first record of cmr.groups */
    uint32_t           groups;
    uint32_t           code; /* first record of cmr.codes */
    uint32_t           codes_past;
    uint32_t           longest;   /* of beginnings; 0: whole codes */
    coding_date        first;     /* days that the version was made for */
    coding_date        until;     /* 0: nobody says */
    uint32_t           first_row; /* rows of ICD-10-CM, a bit each in cmr.bits */
    uint32_t           past_row;
    bool               passes_first; /* over the principal diagnosis */
    uint64_t           needs_poa;
    uint64_t           parts;
    uint64_t           stroke, acute, sequela; /* AHRQ's CBVD and what it is made of */
    uint64_t           clears[CODING__CMR_GROUPS_MOST];
    int32_t            weights[CODING__CMR_GROUPS_MOST][2];
} coding__cmr_scheme;

/* What became of a patient's groups, a bit each. */
typedef struct coding__cmr_sum {
    uint64_t named;   /* by any code */
    uint64_t counted; /* before graver groups take their places */
    uint64_t present;
    uint64_t unknown;
    bool     acute_later; /* a stroke that came during the stay */
} coding__cmr_sum;

/* One diagnosis. */
typedef struct coding__cmr_finding {
    uint64_t groups;
    uint32_t record; /* of cmr.codes: the last that named a group */
    bool     exempt;
    bool     on_admission;
} coding__cmr_finding;

/* False where the book has no such scheme or version. */
bool coding__cmr_ready(const coding_book *book, coding_comorbidity_scheme scheme,
                       const coding_comorbidity_options *options, coding__cmr_scheme *ready);

/* The groups of a code, and for beginnings the last record that named one. */
uint64_t coding__cmr_groups(const coding__cmr_scheme *scheme, coding_code code, uint32_t *record);

/* The exempt list of a day: AHRQ's, else the official one, else nobody's. A day that the version was not made for (and 0)
 * is taken for the last that it was made for, as AHRQ's programs do. */
coding__cmr_list coding__cmr_list_on(const coding__cmr_scheme *scheme, coding_date on);

/* The lookup of one code; `poa` as coding_poa. */
coding__cmr_finding coding__cmr_find(const coding__cmr_scheme *scheme, coding_code code, unsigned poa,
                                     const coding__cmr_list *list);

/* All of one patient. `poa` NULL: nobody reported. */
coding__cmr_sum coding__cmr_judge(const coding__cmr_scheme *scheme, const coding_code *codes, const uint8_t *poa,
                                  size_t count, coding_date on);

/* The sums of the weights of those present. */
void coding__cmr_score(const coding__cmr_scheme *scheme, uint64_t present, int32_t scores[2]);

#endif
