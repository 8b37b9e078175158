/* Words of a question, marked in a text where they stand. */
#ifndef CODING_TOOL_MARKING_H
#define CODING_TOOL_MARKING_H

#include "tool/output.h"

/* Writes `text` with those of its words in colour that a word of `question` equals or begins alike; `sprained` marks
 * "Sprain". It is for the eye only: search itself knows more (synonyms, typing errors). */
void coding__marking_write(output *out, const char *text, const char *question);

/* Are two words equal, or alike but for an ending of up to three letters? */
bool coding__marking_is_same(const char *a, size_t a_length, const char *b, size_t b_length);

#endif
