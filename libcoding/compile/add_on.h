/* A row of NCCI add-on codes, whatever its table calls the columns. */
#ifndef CODING_COMPILE_ADD_ON_H
#define CODING_COMPILE_ADD_ON_H

#include "compile/table.h"

typedef struct coding__add_on_columns {
    const char *primary; /* CCCCC: the contractor decides which primaries count */
    const char *add_on;
    const char *type;
} coding__add_on_columns;

/* Reads type and line of the row. False where one of its cells cannot be read, which is told. */
bool coding__read_add_on(coding__tsv *table, const coding__add_on_columns *columns, coding__add_on *add_on);

/* Takes such a row into the model. False where the book takes none of its codes. */
bool coding__keep_add_on(coding__tsv *table, const coding__add_on_columns *columns, coding__add_on add_on);

#endif
