/* Both by halving an interval on the distribution itself: some dozens of steps, and no table of magic numbers. */
#include "audit/quantile.h"

#include <math.h>

static double normal_below(double x, double unused)
{
    (void)unused;
    return 0.5 * erfc(-x / sqrt(2.0));
}

/* The continued fraction of the incomplete beta function, by Lentz's method. */
static double beta_fraction(double a, double b, double x)
{
    const double tiny = 1e-300;
    double       c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (fabs(d) < tiny ? tiny : d);
    double fraction = d;
    for (int m = 1; m < 500; m++) {
        for (int odd = 0; odd < 2; odd++) {
            double term = odd ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
                              : m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 + term * d;
            d = 1 / (fabs(d) < tiny ? tiny : d);
            c = 1 + term / c;
            if (fabs(c) < tiny) c = tiny;
            fraction *= c * d;
        }
        if (fabs(c * d - 1) < 1e-16) break;
    }
    return fraction;
}

/* The regularised incomplete beta function. */
static double beta_below(double a, double b, double x)
{
    if (x <= 0 || x >= 1) return x >= 1;
    double front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x));
    return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

static double student_below(double x, double freedom)
{
    double tail = 0.5 * beta_below(freedom / 2, 0.5, freedom / (freedom + x * x));
    return x > 0 ? 1 - tail : tail;
}

static double halve(double (*below)(double x, double freedom), double probability, double freedom)
{
    double low = -1, high = 1;
    while (below(low, freedom) > probability && low > -1e300) low *= 2;
    while (below(high, freedom) < probability && high < 1e300) high *= 2;
    for (int i = 0; i < 200 && low < high; i++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        if (below(middle, freedom) < probability) low = middle;
        else high = middle;
    }
    return low + (high - low) / 2;
}

double coding__normal_quantile(double probability) { return halve(normal_below, probability, 0); }

double coding__student_quantile(double probability, double freedom)
{
    return halve(student_below, probability, freedom < 1 ? 1 : freedom);
}
