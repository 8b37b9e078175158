/* How long a therapy was given: the words say hours or days, the tables have ranges of hours. */
#ifndef CODING_OPERATION_HOURS_H
#define CODING_OPERATION_HOURS_H

#include "operation/settle.h"

/* Takes the durations whose range holds the hours that are said of the operation, beside it or where the body tells of
 * it; false where none is said, or no table counts hours. */
bool coding__settle_hours(coding__settling *settling);

#endif
