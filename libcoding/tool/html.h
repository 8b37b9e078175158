/* A page of HTML: one file that fetches nothing and runs nothing, in the reader's light or dark, on a desk, a phone and
 * paper. What strangers wrote is text on it and never markup. */
#ifndef CODING_TOOL_HTML_H
#define CODING_TOOL_HTML_H

#include "tool/options.h"

/* Up to and with its heading. `look` are pieces of CSS, ended by NULL, behind what all pages have. */
void coding__html_begin(FILE *file, const char *title, const char *const *look);
/* False where something could not be written. */
bool coding__html_end(FILE *file);

/* Bytes of strangers: what is no UTF-8, controls but for tab and newline, and what turns the direction of writing leave
 * as U+FFFD. */
void coding__html_bytes(FILE *file, const char *text, size_t length);
void coding__html_text(FILE *file, const char *text);

/* False, with a complaint, where a page is asked for beside rows or objects. */
bool coding__html_is_alone(const options *given);

extern const char *const coding__html_style[];

#endif
