/* Numbers out of a text, for arrays that languages hand in. */
#ifndef CODING_BINDINGS_NUMBERS_H
#define CODING_BINDINGS_NUMBERS_H

#include <coding.h>

/* Numbers parted by blanks, as any language prints them ("0 1250.5 -3 1e+16"), on the desk. NULL with the reason. */
double *coding__numbers_read(coding_desk *desk, const char *text, size_t length, size_t *count, coding_error *error);

#endif
