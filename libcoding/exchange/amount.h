/* Numbers as claims have them: digits, a point, perhaps a sign; no exponent, no locale. */
#ifndef CODING_EXCHANGE_AMOUNT_H
#define CODING_EXCHANGE_AMOUNT_H

#include <coding/base.h>

/* Units, up to 12 digits before the point and 6 after. False where the text is no number. */
bool coding__units_parse(const char *text, size_t length, double *units);

/* Dollars and cents as cents; past the cents only zeros may stand. */
bool coding__cents_parse(const char *text, size_t length, int64_t *cents);

/* A whole number of up to 9 digits. */
bool coding__count_parse(const char *text, size_t length, uint32_t *count);

#endif
