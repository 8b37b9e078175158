/* Headed tables: cells parted by tabs; the names of the columns stand in the first row, so that their order is free.
 * `#` begins a comment line. */
#ifndef CODING_COMPILE_TABLE_H
#define CODING_COMPILE_TABLE_H

#include "compile/lines.h"

enum { CODING__COLUMNS_MOST = 64 };

typedef struct coding__tsv {
    coding__model      *model;
    const coding__file *file;
    coding__lines       lines;
    coding__cell        names[CODING__COLUMNS_MOST];
    coding__cell        cells[CODING__COLUMNS_MOST];
    size_t              columns;    /* in the head */
    size_t              count;      /* of the row */
} coding__tsv;

/* Reads the head. `model` may be NULL: then nothing is reported. False where there is none. */
bool coding__table_start(coding__tsv *table, coding__model *model, const coding__file *file);

/* Does the head have all these columns ("system code kind")? */
bool coding__table_has(const coding__tsv *table, const char *names);

/* Reports once the columns that are not among these. */
void coding__table_knows(const coding__tsv *table, const char *names);

/* The next row. A row with more or fewer cells than the head is reported, and what it lacks is empty. */
bool coding__table_next(coding__tsv *table);

/* Takes a row into the model; `origin` is that of the file. False where it is left out, which is told. */
typedef bool coding__row_reader(coding__tsv *table, uint32_t origin);

/* Takes all rows of a table that was started. Columns that are not in `knows` are reported. */
void coding__table_rows(coding__tsv *table, const char *knows, uint32_t origin, coding__row_reader *read_row);

/* Takes a whole table that says nothing of a release, a licence or a day. */
void coding__read_table(coding__model *model, const coding__file *file, const char *knows, coding__row_reader *read_row);

/* The cell of the row under that name, trimmed; empty where there is no such column. */
coding__cell coding__table_cell(const coding__tsv *table, const char *name);

/* The same as a day; 0 where it is empty or '-'. Anything else is a fault, and 0. */
coding_date coding__table_day(const coding__tsv *table, const char *name);

/* The same, interned; 0 for '-'. A cell that a spreadsheet put in quotes, its own ones doubled, loses them. */
coding__word coding__table_word(const coding__tsv *table, const char *name);

/* A fault of the row. Answers false, for rows that are left out. */
bool coding__table_fault(const coding__tsv *table, const char *name, const char *what, ...)
    __attribute__((format(printf, 3, 4)));

/* Is the head of the file one with all these columns? */
bool coding__is_table(const coding__file *file, const char *names);

#endif
