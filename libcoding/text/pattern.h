/* Patterns of users' own code systems. A pattern comes with a book and is a stranger's input: it is compiled on the
 * desk's memory when it is first asked, and matched with limits. The only file that meets PCRE2 is pattern.c. */
#ifndef CODING_TEXT_PATTERN_H
#define CODING_TEXT_PATTERN_H

#include <coding/desk.h>

/* Does the whole text match? False, with a status, where the pattern is bad or too dear to ask (CODING_NOT_IN_BOOK)
 * or there is no memory. `pattern` is a text of the desk's book. */
bool coding__pattern_matches(coding_desk *desk, const char *pattern, const char *text, size_t length,
                             coding_status *status);

#endif
