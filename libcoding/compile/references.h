/* Codes that a note speaks of, as it prints them: "(E08-E13 with .52, I70.2-)". Grammar: domain page icd10cm, 5. */
#ifndef CODING_COMPILE_REFERENCES_H
#define CODING_COMPILE_REFERENCES_H

#include "compile/model.h"

/* What "with ..." demands of the codes of a range. */
typedef enum coding__demand {
    CODING__DEMAND_NONE,
    CODING__DEMAND_POSITION, /* one character at `position` (or, with `either`, at the next) out of `characters` */
    CODING__DEMAND_SUFFIX,   /* the characters after the category lie between `from` and `to`: .51-.52 */
    CODING__DEMAND_FINAL     /* the code ends in `from`: final characters -23 */
} coding__demand;

typedef struct coding__printed_reference {
    coding_code    first;
    coding_code    last;
    coding__demand demand;
    uint64_t       characters;
    uint8_t        position;
    bool           either;
    bool           incomplete;
    char           from[8];
    char           to[8];
} coding__printed_reference;

/* Adds the references of a text. Brackets that name no code are words and are passed over. False where a bracket
 * begins as a reference and does not end as one: `odd` then points at it. */
bool coding__read_references(coding__model *model, const char *text, coding__vector *references, const char **odd);

#endif
