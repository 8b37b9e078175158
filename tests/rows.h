/* Rows of tests/vectors: cells between tabs, comments, a heading, and \xNN for a byte that cannot be seen. */
#ifndef CODING_TESTS_ROWS_H
#define CODING_TESTS_ROWS_H

#include <stdbool.h>
#include <stddef.h>

enum { ROW_CELLS = 7 };

/* The next row of a file; cells that it lacks are empty. Lines that begin with # are passed over, and the heading. */
typedef struct rows {
    void *file;
    bool  headed;
    char  line[1024];
    char *cells[ROW_CELLS];
} rows;

/* Asserts that the file is there. */
rows rows_open(const char *path);
bool rows_next(rows *from);
void rows_close(rows *from);

/* Undoes \xNN in place; answers the bytes that are left. */
size_t rows_undo(char *text);

/* A place in a text, counted as languages count. */
typedef struct place {
    size_t bytes;
    size_t points;
    size_t utf16;
} place;

place place_of(const char *text, size_t bytes);

#endif
