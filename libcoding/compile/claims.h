/* Laying out the tables that claims are reviewed by. Services are met in any order and are numbered anew by code; every
 * table is sorted by service, so that `services` can say where each one's records begin. */
#ifndef CODING_COMPILE_CLAIMS_H
#define CODING_COMPILE_CLAIMS_H

#include "compile/weave.h"

typedef struct coding__claim_weave {
    coding__weave *weave;
    uint32_t      *numbers; /* from the model's number of a service to the book's */
    uint32_t       count;   /* of services */
    uint32_t      *begins[CODING__SERVICE_SPARE / 4]; /* by field of a service, four bytes each: NULL, or where records
                                                         begin, a number a service and one past the last */
} coding__claim_weave;

/* The book's number of a service of the model, plus 1; 0 stays 0. */
uint32_t coding__service_plus(const coding__claim_weave *claims, uint32_t plus);

/* Gives rows whose first field is a service the book's number of it, by which they are then sorted. */
void coding__renumber(const coding__claim_weave *claims, coding__vector *rows, size_t width);

/* Notes in `begins` where the records of each service begin: `service_of` names that of record `index`, ascending. */
void coding__note_begins(coding__claim_weave *claims, unsigned field, uint32_t count,
                         uint32_t (*service_of)(const coding__writer *writer, uint32_t index));

/* The tables, a file each. */
void coding__write_pairs(coding__claim_weave *claims);
void coding__write_units(coding__claim_weave *claims);
void coding__write_add_ons(coding__claim_weave *claims);
void coding__write_fees(coding__claim_weave *claims);
void coding__write_visits(coding__claim_weave *claims);
void coding__write_policies(coding__claim_weave *claims);

/* Those that no service leads to. */
void coding__write_modifiers(coding__weave *weave);
void coding__write_place_rules(coding__weave *weave);
void coding__write_pair_rules(coding__weave *weave);
void coding__write_editor(coding__weave *weave);

/* A step of the weaving. */
void coding__write_claims(coding__weave *weave);

#endif
