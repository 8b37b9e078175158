/* Verdicts with findings, for those who read texts. */
#ifndef CODING_ENTRY_CHECK_H
#define CODING_ENTRY_CHECK_H

#include <coding/check.h>

/* The verdict of a code whose rule is known, with its finding on the desk. */
coding_verdict coding__verdict(coding_desk *desk, coding_code code, coding_rule rule, coding_date on);

/* A verdict that ran out of memory holds a denial that says so, whatever was made of it so far. */
coding_verdict coding__no_silent_failure(coding_verdict verdict);

#endif
