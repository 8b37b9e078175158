/* Quantiles of the two distributions that an estimate needs. */
#ifndef CODING_AUDIT_QUANTILE_H
#define CODING_AUDIT_QUANTILE_H

/* x such that a standard normal variable is below it with the probability (0 to 1, both excluded). */
double coding__normal_quantile(double probability);

/* The same for Student's t with so many degrees of freedom (at least 1). */
double coding__student_quantile(double probability, double freedom);

#endif
