/* A hit of search, printed for people, as TSV or as JSON. */
#ifndef CODING_TOOL_HIT_H
#define CODING_TOOL_HIT_H

#include "tool/book.h"
#include "tool/json.h"

/* For people: code and title, and below it where the words were found, what they were read as, what was left open. */
void coding__hit_lines(session *asked, const coding_hit *hit, const char *question);
/* code, title, field, why, score */
void coding__hit_row(session *asked, const coding_hit *hit);
/* The same as a JSON value; and as a line of it. */
void coding__hit_value(session *asked, json *to, const coding_hit *hit, const char *question);
void coding__hit_object(session *asked, const coding_hit *hit, const char *question);

#endif
