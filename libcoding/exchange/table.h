/* The tidy table while it is read: a head, then a line a service. */
#ifndef CODING_EXCHANGE_TABLE_H
#define CODING_EXCHANGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of docs/claims.md. Those before CODE are the claim's, on its first line; the others the line's. */
typedef enum coding__column {
    CODING__COLUMN_NONE,
    CODING__COLUMN_CLAIM,
    CODING__COLUMN_KIND,
    CODING__COLUMN_FIRST,
    CODING__COLUMN_LAST,
    CODING__COLUMN_BORN,
    CODING__COLUMN_AGE,
    CODING__COLUMN_SEX,
    CODING__COLUMN_STATUS,
    CODING__COLUMN_BILL,
    CODING__COLUMN_PROVIDER,
    CODING__COLUMN_PLACE,
    CODING__COLUMN_TOTAL,
    CODING__COLUMN_DIAGNOSES,
    CODING__COLUMN_POA,
    CODING__COLUMN_ADMITTING,
    CODING__COLUMN_REASON,
    CODING__COLUMN_CAUSE,
    CODING__COLUMN_PROCEDURES,
    CODING__COLUMN_CODE,
    CODING__COLUMN_MODIFIERS,
    CODING__COLUMN_UNITS,
    CODING__COLUMN_CHARGE,
    CODING__COLUMN_POS,
    CODING__COLUMN_REVENUE,
    CODING__COLUMN_DAY,
    CODING__COLUMN_POINTERS,
    CODING__COLUMN_RENDERING,
    CODING__COLUMN_NDC,
    CODING__COLUMNS
} coding__column;

enum { CODING__CELLS_MOST = 256, CODING__CLAIM_ID_MOST = 100 };

typedef struct coding__claims_table {
    bool        headed;
    bool        skipping;                    /* the rest of a line that was too long */
    char        comma;                       /* what parts cells: a tab, a comma or a semicolon */
    uint32_t    line;                        /* the number of the next one, from 1 */
    size_t      width;                       /* cells of the head */
    uint8_t     columns[CODING__CELLS_MOST]; /* a coding__column each */
    bool        torn;                        /* a line was lost for want of memory */
    bool        in_claim;                    /* lines of `id` go on: the draft is theirs, or was lost */
    char        id[CODING__CLAIM_ID_MOST + 1];
    const char *said[CODING__COLUMNS];       /* what the claim's first line says in its columns: texts of ours */
} coding__claims_table;

/* A cell of a line. Texts are ours, unquoted; "" where nothing stands. */
typedef struct coding__row {
    const char    *cells[CODING__COLUMNS];
    size_t         count;   /* how many the line has */
    bool           broken;  /* a quote is not closed, or something stands behind it */
    coding__column unclean; /* the last column whose bytes are no text; its cell is empty */
    uint32_t       line;
    uint64_t       offset;
} coding__row;

const char *coding__column_name(coding__column column);

struct coding_claims;

/* Reads the columns of the claim, and those of the line, into the draft. */
void coding__table_read_claim(struct coding_claims *claims, const coding__row *row);
void coding__table_read_line(struct coding_claims *claims, const coding__row *row);

#endif
