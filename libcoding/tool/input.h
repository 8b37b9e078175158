/* Standard input, line by line. */
#ifndef CODING_TOOL_INPUT_H
#define CODING_TOOL_INPUT_H

#include "tool/book.h"

/* Takes a line without its end; there is a NUL behind it. False: no more of them. */
typedef bool input_taker(void *to, char *line, size_t length);

/* Gives each line to `take`, the first one without the mark of UTF-8 that Windows writes, until there is none, `take`
 * wants none, or the answers cannot be written. ALL_WELL, or FAILED, which is told, where the input cannot be read. */
int coding__input_lines(const session *asked, input_taker *take, void *to);

#endif
