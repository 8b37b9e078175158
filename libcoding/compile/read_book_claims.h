/* How the tables of claims of a book that is extended are read back: what its two files share. */
#ifndef CODING_COMPILE_READ_BOOK_CLAIMS_H
#define CODING_COMPILE_READ_BOOK_CLAIMS_H

#include "compile/book_reading.h"

typedef struct coding__claims_reading {
    coding__book_reading of;
    uint32_t             states;   /* the model's number of the book's state 0 */
    uint32_t             policies; /* of its policy 0 */
    uint32_t             ranges;   /* of the book that are not read yet */
    uint32_t             services; /* how many it has */
} coding__claims_reading;

/* A service's number in a field, CODING__NO_SERVICE_NUMBER where it is none or is not for this book; the same plus 1 of
 * a field that holds it so, or 0. */
uint32_t coding__service_at(const coding__claims_reading *r, coding__section section, uint32_t record, unsigned field);
uint32_t coding__plus_at(const coding__claims_reading *r, coding__section section, uint32_t record, unsigned field);

/* Reads every record of a section. */
void coding__read_each(coding__claims_reading *r, coding__section section,
                       void (*read)(coding__claims_reading *r, uint32_t record));

/* The lists of the code editor, and the tables kept by hand. */
void coding__take_hand_tables(coding__claims_reading *r);

#endif
