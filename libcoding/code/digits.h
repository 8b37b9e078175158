/* Codes that are a number of so many digits. */
#ifndef CODING_CODE_DIGITS_H
#define CODING_CODE_DIGITS_H

#include "code/format.h"

/* Are all bytes digits? */
bool coding__are_digits(const char *text, size_t length);

/* The number that digits write; `length` at most 19. */
uint64_t coding__number_in(const char *text, size_t length);

/* Notes the first thing from the left that keeps the text from being `least` to `most` digits; true if nothing does. */
bool coding__are_so_many_digits(size_t least, size_t most, const char *text, size_t length, coding_parsed *parsed);

#endif
