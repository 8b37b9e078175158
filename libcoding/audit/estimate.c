/* From what was found in a sample to what is owed in all. */
#include <coding/audit.h>

#include <math.h>

#include "audit/quantile.h"

static double mean_of(const double *overpaid, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) sum += overpaid[i];
    return count ? sum / (double)count : 0;
}

static double variance_of(const double *overpaid, size_t count, double mean)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) sum += (overpaid[i] - mean) * (overpaid[i] - mean);
    return count > 1 ? sum / (double)(count - 1) : 0;
}

/* The variance of a stratum's total, with the correction for a finite frame. Fewer than two of several claims
 * say nothing of how far these lie apart. */
static double variance_of_total(uint64_t frame, uint64_t sample, double variance)
{
    double size = (double)frame, read = (double)sample;
    if (sample >= frame) return 0;
    return sample < 2 ? INFINITY : size * size * (1 - read / size) * variance / read;
}

/* `owes_back`: a claim was underpaid, so that all may owe less than nothing. */
static void set_limits(coding_estimate *estimate, double quantile, bool owes_back)
{
    double half = estimate->error > 0 ? quantile * estimate->error : 0;
    estimate->lower = estimate->point - half;
    estimate->upper = estimate->point + half;
    estimate->precision = estimate->point > 0 ? half / estimate->point : 0;
    if (estimate->lower < 0 && !owes_back) estimate->lower = 0;
}

coding_estimate coding_estimate_overpayment(const double *overpaid, size_t count, uint64_t frame, double confidence)
{
    coding_estimate estimate = {.sample = count, .frame = frame};
    bool            owes_back = false;
    if (!count || count > frame) return estimate;
    double mean = mean_of(overpaid, count);
    for (size_t i = 0; i < count; i++) estimate.found += overpaid[i] > 0, owes_back |= overpaid[i] < 0;
    estimate.point = mean * (double)frame;
    estimate.error = sqrt(variance_of_total(frame, count, variance_of(overpaid, count, mean)));
    set_limits(&estimate, count > 1 ? coding__student_quantile(confidence, (double)(count - 1)) : 1, owes_back);
    return estimate;
}

coding_estimate coding_estimate_strata(const coding_stratum *strata, size_t count, double confidence)
{
    coding_estimate estimate = {0};
    double          variance = 0;
    bool            owes_back = false;
    for (size_t i = 0; i < count; i++) {
        estimate.sample += strata[i].sample;
        estimate.frame += strata[i].size;
        estimate.point += strata[i].mean * (double)strata[i].size;
        owes_back |= strata[i].mean < 0;
        variance += variance_of_total(strata[i].size, strata[i].sample, strata[i].variance);
    }
    estimate.error = sqrt(variance);
    set_limits(&estimate, coding__normal_quantile(confidence), owes_back);
    return estimate;
}
