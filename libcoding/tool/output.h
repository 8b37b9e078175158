/* What the tool prints: for people in columns and colours, for programs as TSV or JSON Lines. All of it is UTF-8: bytes
 * that are none leave as U+FFFD, and control characters as escapes, so that no input can play with a terminal. */
#ifndef CODING_TOOL_OUTPUT_H
#define CODING_TOOL_OUTPUT_H

#include <coding/base.h>
#include <stdio.h>

typedef enum format { FOR_PEOPLE, AS_TSV, AS_JSON } format;

typedef enum colouring { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER } colouring;

typedef enum style { PLAIN, STRONG, GOOD, BAD, DOUBTFUL, DIM, MATCH, UNDERLINED } style;

typedef struct output {
    FILE  *file;
    format format;
    bool   coloured;
    bool   terminal;
    size_t width; /* columns of the terminal; 0: lines are as long as they like */
} output;

/* Exit codes of every command. */
enum { ALL_WELL = 0, FOUND = 1, FAILED = 2 };

void coding__output_start(output *out, format as, colouring colour);

/* Writes what waits. False where something could not be written (a full disk). */
bool coding__output_end(output *out);

/* A sentence on standard error: "coding: ...". Always answers FAILED, so that a command can return it. */
int coding__complain(const char *words, ...) __attribute__((format(printf, 1, 2)));

/* Bytes of strangers, cleaned; tab, newline, return and backslash are written as \t \n \r \\. */
void coding__output_bytes(output *out, const char *text, size_t length);
void coding__output_text(output *out, const char *text);
void coding__output_printf(output *out, const char *words, ...) __attribute__((format(printf, 2, 3)));
void coding__output_line(output *out);

void coding__output_styled(output *out, style how, const char *text);
/* The same, with blanks up to `width` columns and at least one. */
void coding__output_padded(output *out, style how, const char *text, size_t width);
/* Words from `column` on, broken where the terminal ends; lines that follow begin at `indent`. Answers the column. */
size_t coding__output_words(output *out, style how, size_t indent, size_t column, const char *text);
/* The same from column `indent` on, and a newline. */
void coding__output_wrapped(output *out, style how, size_t indent, const char *text);
/* Switches a style on, and off again with PLAIN; nothing where there are no colours. */
void coding__output_style(output *out, style how);

/* A row of TSV. */
void coding__output_fields(output *out, const char *const *fields, size_t count);
#define OUTPUT_ROW(out, ...)                                                                                           \
    coding__output_fields(out, (const char *const[]){__VA_ARGS__},                                                     \
                          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* Columns that a text takes. */
size_t coding__output_width(const char *text);

/* Bytes of the character of UTF-8 that begins at `text`; 0 where none does. */
size_t coding__output_sequence(const char *text, size_t length);

/* `2025-10-01`; empty for 0. Answers `text`. */
enum { DAY_TEXT = 16 };
const char *coding__output_day(coding_date day, char text[DAY_TEXT]);

/* A number in digits, `98,186` for people and plain for programs. Answers `text`. */
enum { NUMBER_TEXT = 32 };
const char *coding__output_number(const output *out, uint64_t number, char text[NUMBER_TEXT]);

#endif
