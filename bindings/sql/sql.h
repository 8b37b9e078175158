/* What SQL asks, the same of every engine: functions that answer with a cell, tables that answer with rows of cells. An
 * engine reads its own values into a question and makes its own of the cells; what there is to ask, and in which words
 * it is answered, stands here once. */
#ifndef CODING_BINDINGS_SQL_H
#define CODING_BINDINGS_SQL_H

#include "room.h"

/* A piece of text that the engine lends for the call. */
typedef struct coding__words {
    const char *bytes;
    size_t      length;
} coding__words;

/* A question with its arguments read. The desk is the asker's: what a cell shows lies there until it is cleared. */
typedef struct coding__question {
    coding__room *room; /* NULL: no book, which only functions that need none will see */
    coding_desk  *desk;
    coding__words text;  /* t: the code, or the words of a search */
    coding__words other; /* u: the second code */
    coding__words last;  /* v: the third */
    coding_system system; /* s */
    coding_date   on;     /* d: CODING__TODAY where nobody said */
    uint32_t      count;  /* n: rows wanted */
} coding__question;

/* The system that was named last: columns name the same one a million times. Forgotten when a book opens or closes. */
typedef struct coding__named {
    char          name[24];
    size_t        length; /* 0: none yet */
    coding_system system;
} coding__named;

typedef enum coding__cell_kind {
    CODING__CELL_TEXT,  /* `text`; NULL is SQL's NULL */
    CODING__CELL_COUNT, /* `number` */
    CODING__CELL_CENTS, /* `number`, which may be larger, or as int64_t below 0 */
    CODING__CELL_FLAG,  /* `number`, 0 or 1 */
    CODING__CELL_DAY,   /* `number`; one that is no day is NULL */
    CODING__CELL_REAL,  /* `real` */
    CODING__CELL_LIST   /* `count` texts, printed one by one */
} coding__cell_kind;

typedef struct coding__cell {
    coding__cell_kind kind;
    bool              none; /* NULL */
    const char       *text; /* the book's, the desk's, or `printed` */
    uint64_t          number;
    double            real;
    const void       *items;
    size_t            count;
    const char *(*item)(const void *items, size_t index, char printed[2 * CODING_CODE_TEXT]);
    char              printed[2 * CODING_CODE_TEXT];
} coding__cell;

/* A function. `arguments` are letters of coding__question; those past `required` may be left out. */
typedef struct coding__function {
    const char *name;
    const char *arguments;
    unsigned    required;
    bool        bookless; /* it answers for built-in systems where no book is open */
    void (*answer)(const coding__question *question, coding__cell *cell);
} coding__function;

/* The rows of an answer. They lie on the desk of the question. */
typedef struct coding__rowset {
    const coding__question *question;
    const void             *items;
    size_t                  count;
    coding_date             on; /* the day that titles and verdicts are of */
    coding_status           status;
    coding_verdict          verdict; /* of coding_check, which has one row */
    coding_error            refusal; /* why a text is no claim; its status is that of the rows then */
} coding__rowset;

typedef struct coding__column {
    const char       *name;
    coding__cell_kind kind;
} coding__column;

typedef struct coding__table {
    const char           *name;
    const char           *arguments; /* the first is required, the others may be left out */
    const char           *subject;   /* what the first is called: `query`, `asked` */
    const coding__column *columns;   /* up to one without a name */
    void (*ask)(coding__rowset *rows);
    void (*cell)(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell);
} coding__table;

extern const coding__function coding__functions[];
extern const size_t           coding__function_count;
extern const coding__table    coding__tables[];
extern const size_t           coding__table_count;
extern const coding__column   coding__review_columns[]; /* of review.c */

void coding__review(coding__rowset *rows);
void coding__review_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell);

/* The function or table of that name; NULL if there is none. */
const coding__function *coding__function_named(const char *name);
const coding__table    *coding__table_named(const char *name);

/* The system of a name, users' own and `any` included. False with the reason where there is none. */
bool coding__question_system(coding__question *question, coding__named *named, coding__words name,
                             coding_error *error);
/* A day as text, ISO or 20251001, with or without a time of day behind it; `0` asks for the newest edition. */
bool coding__question_day(coding__question *question, coding__words day, coding_error *error);
/* The same of a number. */
bool coding__question_day_number(coding__question *question, int64_t day, coding_error *error);

/* Does a question of this function go beyond what the open book, or no book, can answer? */
bool coding__needs_book(const coding__question *question, const coding__function *function);
/* Why a table has no answer, by the status of its rows. */
void coding__rows_reason(const coding__rowset *rows, const coding__table *table, coding_error *error);

/* A place in a text as SQL counts, in characters: for substr(text, place + 1). */
size_t coding__place(coding__words text, size_t offset);

/* What a table's argument is called; NULL for a letter that is none. */
const char *coding__argument_name(const coding__table *table, char argument);

/* A day as ISO text. */
const char *coding__day_text(uint64_t day, char text[16]);

/* Cells. A text of nothing is NULL. */
void coding__cell_text(coding__cell *cell, const char *text);
void coding__cell_code(coding__cell *cell, coding_code code);
void coding__cell_number(coding__cell *cell, coding__cell_kind kind, uint64_t number);

#endif
