/* A hit of search, printed for people, as TSV or as JSON. */
#ifndef CODING_TOOL_HIT_H
#define CODING_TOOL_HIT_H

#include "tool/book.h"

/* For people: code and title, and below it where the words were found, what they were read as, what was left open. */
void coding__hit_lines(session *asked, const coding_hit *hit, const char *question);
/* code, title, field, why, score */
void coding__hit_row(session *asked, const coding_hit *hit);
void coding__hit_object(session *asked, const coding_hit *hit, const char *question);

#endif
