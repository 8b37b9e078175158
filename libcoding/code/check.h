/* Check digits. */
#ifndef CODING_CODE_CHECK_H
#define CODING_CODE_CHECK_H

#include <stddef.h>

/* The digit that Luhn's rule puts behind `body`: digits, or upper-case letters, which count as their ASCII less that
 * of '0' (LOINC parts). `sum` is what stands before the body: 24 for the 80840 before an NPI, else 0. */
char coding__luhn(const char *body, size_t length, unsigned sum);

/* The digit that Verhoeff's rule puts behind `body`: digits. */
char coding__verhoeff(const char *body, size_t length);

#endif
