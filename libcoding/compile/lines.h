/* The lines of a text file. CRLF and LF end a line, and so does the end of the file. */
#ifndef CODING_COMPILE_LINES_H
#define CODING_COMPILE_LINES_H

#include "compile/model.h"

typedef struct coding__lines {
    const char *next;
    const char *past;
    uint32_t    number; /* of the line given out last, counted from 1 */
} coding__lines;

/* A piece of a line. */
typedef struct coding__cell {
    const char *text;
    size_t      length;
} coding__cell;

/* A byte order mark at the beginning is passed over. */
coding__lines coding__lines_of(const coding__file *file);

/* The next line without its end; false behind the last. */
bool coding__next_line(coding__lines *lines, coding__cell *line);

/* The next line that is neither empty nor a comment (`#`). */
bool coding__next_row(coding__lines *lines, coding__cell *line);

/* Without blanks, tabs and NULs around it. */
coding__cell coding__trimmed(coding__cell cell);

/* Columns `first` to `last`, counted from 1 as record layouts do, trimmed; a short line has what it has. */
coding__cell coding__columns(coding__cell line, size_t first, size_t last);

bool coding__cell_is(coding__cell cell, const char *text);
bool coding__cell_begins(coding__cell cell, const char *text);

/* Does the text stand in the cell, ASCII case aside? */
bool coding__cell_has(coding__cell cell, const char *text);

/* A whole number; UINT64_MAX where the cell is none. */
uint64_t coding__cell_number(coding__cell cell);

/* Parts a line at the first blank or tab: a code and its title. */
void coding__split_first(coding__cell line, coding__cell *first, coding__cell *rest);

/* A text with its NUL as a cell. */
coding__cell coding__cell_of(const char *text);

coding__word coding__intern_cell(coding__model *model, coding__cell cell);

#endif
