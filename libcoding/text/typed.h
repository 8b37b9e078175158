/* Codes typed as queries: "k922", "K92.2". */
#ifndef CODING_TEXT_TYPED_H
#define CODING_TEXT_TYPED_H

#include "text/finder.h"

/* The document of a hit that was found by its code. */
#define CODING__TYPED UINT32_MAX

/* Where the whole query is a code of the book, it, or what stands below it, comes first. */
void coding__find_typed(coding__finder *finder, const char *text, size_t length);

#endif
