/**
 * @file
 * # Sampling for an audit
 *
 * An auditor reads some claims and speaks of all. This chapter draws the sample, so that a second person with the same
 * seed draws the same one; says how many claims a wanted precision takes; and makes of the overpayments found in the
 * sample an estimate for all, with the lower limit that Medicare's contractors demand (one-sided, 90 %).
 *
 *     size_t drawn = coding_sample_simple(10000, 30, 20261124, indexes);      // a probe sample of 30 of 10,000
 *     ... read them, and note each overpayment in cents ...
 *     coding_estimate all = coding_estimate_overpayment(overpaid, drawn, 10000, 0.90);
 *
 * Pure numbers: no book, no memory. Amounts are cents in doubles, which hold every whole cent up to 90 trillion dollars.
 */
#ifndef CODING_AUDIT_H
#define CODING_AUDIT_H

#include <coding/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Draws `count` different numbers from 0 to `frame` - 1 into `indexes`, ascending, each set equally likely. Answers how
 * many were drawn: `count`, or `frame` where that is less. The same seed draws the same in every version.
 */
CODING_API size_t coding_sample_simple(uint64_t frame, size_t count, uint64_t seed, uint64_t *indexes);

/** A stratum: claims that resemble each other, for example by paid amount. */
typedef struct coding_stratum {
    uint64_t size;      /**< Claims in it. */
    double   deviation; /**< Expected standard deviation of the overpayment, in cents; 0 unknown. */
    uint64_t sample;    /**< How many to draw, or were drawn. */
    double   mean;      /**< Mean overpayment of those read, in cents. */
    double   variance;  /**< Their sample variance (of count - 1). */
} coding_stratum;

/**
 * Shares `total` among strata: by size and deviation (Neyman) where every deviation is known, else by size; at least two
 * of each stratum and at most all of it. Writes `sample` of each and answers their sum.
 */
CODING_API uint64_t coding_sample_allot(coding_stratum *strata, size_t count, uint64_t total);

/**
 * How many of `frame` claims must be read so that the two-sided interval of `confidence` (0.90) is no wider than
 * `precision` (in cents, half its width) where the deviation is `deviation`; with the correction for finite frames.
 */
CODING_API uint64_t coding_sample_size(uint64_t frame, double deviation, double precision, double confidence);

/** An estimate for the whole frame, in cents. */
typedef struct coding_estimate {
    double   point;    /**< The point estimate: mean times frame. */
    double   error;    /**< Standard error of the total. */
    double   lower;    /**< One-sided lower limit at the confidence asked; not below 0 unless a claim was underpaid. */
    double   upper;    /**< The mirror of it; infinite, as `error`, where one claim alone speaks for several. */
    double   precision;/**< Half width over point; 0 where the point is 0. */
    uint64_t sample;   /**< Claims that were read. */
    uint64_t frame;    /**< Claims in all. */
    uint64_t found;    /**< Claims with an overpayment. */
} coding_estimate;

/** From a simple sample: `overpaid` has the cents of each claim read, 0 for a right one; Student's t. */
CODING_API coding_estimate coding_estimate_overpayment(const double *overpaid, size_t count, uint64_t frame,
                                                       double confidence);
/** From a stratified one: `size`, `sample`, `mean` and `variance` of `strata` are read; normal limits; `found` is 0. */
CODING_API coding_estimate coding_estimate_strata(const coding_stratum *strata, size_t count, double confidence);

#ifdef __cplusplus
}
#endif

#endif
