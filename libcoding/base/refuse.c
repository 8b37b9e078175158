#include "base/refuse.h"

#include <stdarg.h>
#include <stdio.h>

bool coding__refuse(coding_error *error, coding_status status, const char *at, const char *reason, ...)
{
    if (!error) return false;
    va_list values;
    va_start(values, reason);
    error->status = status;
    vsnprintf(error->reason, sizeof error->reason, reason, values);
    snprintf(error->at, sizeof error->at, "%s", at);
    va_end(values);
    return false;
}
