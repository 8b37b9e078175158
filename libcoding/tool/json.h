/* JSON as it is written, value by value: nothing is held, however long a list grows. */
#ifndef CODING_TOOL_JSON_H
#define CODING_TOOL_JSON_H

#include "tool/output.h"

#include <coding/code.h>
#include <coding/entry.h>

typedef struct json {
    output *out;
    bool    comma; /* the next value follows another one */
} json;

/* `name` is the member's; NULL inside a list and for the outermost value. */
void coding__json_object(json *to, const char *name);
void coding__json_object_end(json *to);
void coding__json_list(json *to, const char *name);
void coding__json_list_end(json *to);
/* Ends the outermost value: a newline, ready for the next one. */
void coding__json_line(json *to);

void coding__json_bytes(json *to, const char *name, const char *text, size_t length);
/* NULL becomes null. */
void coding__json_text(json *to, const char *name, const char *text);
void coding__json_number(json *to, const char *name, uint64_t number);
void coding__json_real(json *to, const char *name, double number);
void coding__json_truth(json *to, const char *name, bool truth);
/* "2025-10-01"; null for 0. */
void coding__json_day(json *to, const char *name, coding_date day);
/* In its own spelling; null for 0. */
void coding__json_code(json *to, const char *name, coding_code code);
/* {"release", "table", "line"}; null where nobody says so. */
void coding__json_source(json *to, const char *name, coding_source source);

#endif
