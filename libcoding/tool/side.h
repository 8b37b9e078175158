/* One side of a comparison: a book, or releases compiled into memory for the purpose. */
#ifndef CODING_TOOL_SIDE_H
#define CODING_TOOL_SIDE_H

#include "tool/output.h"

#include <coding.h>

typedef struct side {
    const char  *path;
    coding_book *book;
    coding_desk *desk;
    void        *bytes; /* of a compiled book; else NULL */
} side;

/* A code in force on a day. */
typedef struct standing {
    coding_code  code;
    coding_entry entry;
    bool         billable;
} standing;

/* What stands, sorted by code; free the items. */
typedef struct standings {
    standing *items;
    size_t    count;
    bool      failed; /* no memory */
} standings;

/* False where the path is neither a book nor a release: the complaint is printed. */
bool coding__side_open(side *of, const char *path);
void coding__side_close(side *of);

/* The codes of a system in force on a day; 0: on the first day of its newest edition. */
standings coding__side_standings(const side *of, coding_system system, coding_date on);

#endif
