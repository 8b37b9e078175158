/* Saying no with a reason. */
#ifndef CODING_BASE_REFUSE_H
#define CODING_BASE_REFUSE_H

#include <coding/base.h>

/* Fills an error (which may be NULL) and answers false: `return coding__refuse(error, CODING_NO_FILE, path, "...");` */
bool coding__refuse(coding_error *error, coding_status status, const char *at, const char *reason, ...)
    __attribute__((format(printf, 4, 5)));

#endif
