/* How long something took. */
#ifndef CODING_RULE_DAYS_H
#define CODING_RULE_DAYS_H

#include <coding/base.h>

/* Days from one to another, 0 of the same day; 0 too where the second is before the first. */
uint32_t coding__days_between(coding_date first, coding_date last);

#endif
