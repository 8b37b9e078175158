/* Sampling for an audit: quantiles from printed tables, estimates worked by hand, a fair draw. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <coding/audit.h>

#include "audit/quantile.h"

static void assert_near(double is, double expected, double allowed)
{
    if (fabs(is - expected) > allowed) fail_msg("%.9g, not %.9g", is, expected);
}

/* As textbooks print them. */
static void quantiles_are_those_of_printed_tables(void **state)
{
    static const struct {
        double probability, freedom, value;
    } rows[] = {
        {0.90, 1, 3.077684},  {0.90, 2, 1.885618},   {0.90, 4, 1.533206},   {0.90, 10, 1.372184}, {0.90, 29, 1.311434},
        {0.90, 99, 1.290161}, {0.95, 5, 2.015048},   {0.975, 30, 2.042272}, {0.99, 3, 4.540703},  {0.75, 1, 1.0},
        {0.5, 7, 0.0},        {0.90, 1e6, 1.281552}, {0.90, 0, 3.077684},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_near(coding__student_quantile(rows[i].probability, rows[i].freedom), rows[i].value, 2e-6);
    assert_near(coding__normal_quantile(0.90), 1.2815515655, 1e-9);
    assert_near(coding__normal_quantile(0.95), 1.6448536270, 1e-9);
    assert_near(coding__normal_quantile(0.5), 0, 1e-9);
    assert_near(coding__normal_quantile(0.1), -1.2815515655, 1e-9);
}

/* Part of the interface: an auditor's sample must be drawn again in ten years. */
static void the_same_seed_draws_the_same_in_every_version(void **state)
{
    static const uint64_t seven[] = {33, 56, 74, 86, 87};
    uint64_t              drawn[8];
    (void)state;
    assert_int_equal(coding_sample_simple(100, 5, 7, drawn), 5);
    assert_memory_equal(drawn, seven, sizeof seven);
    assert_int_equal(coding_sample_simple(UINT64_MAX, 1, 20261124, drawn), 1);
    assert_true(drawn[0] == UINT64_C(9261485204564029141));
}

static void a_sample_is_ascending_different_and_inside(void **state)
{
    uint64_t drawn[300];
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        size_t count = coding_sample_simple(300, (size_t)seed, seed, drawn);
        assert_int_equal(count, seed);
        for (size_t i = 0; i < count; i++) {
            assert_true(drawn[i] < 300);
            assert_true(!i || drawn[i] > drawn[i - 1]);
        }
    }
}

static void nothing_one_and_all_are_samples_too(void **state)
{
    uint64_t drawn[5] = {9, 9, 9, 9, 9};
    (void)state;
    assert_int_equal(coding_sample_simple(5, 0, 1, drawn), 0);
    assert_int_equal(coding_sample_simple(0, 5, 1, drawn), 0);
    assert_int_equal(drawn[0], 9);
    assert_int_equal(coding_sample_simple(1, 1, 1, drawn), 1);
    assert_int_equal(drawn[0], 0);
    assert_int_equal(coding_sample_simple(5, 5, 1, drawn), 5);
    for (uint64_t i = 0; i < 5; i++) assert_int_equal(drawn[i], i);
    assert_int_equal(coding_sample_simple(5, SIZE_MAX, 2, drawn), 5);
}

/* Every number, and every pair of numbers, comes as often as any other. Chi-square of 190 pairs has 189 degrees of
 * freedom; above 270 it would be one chance in ten thousand, and the seeds are always the same. */
static void each_set_is_equally_likely(void **state)
{
    enum { FRAME = 20, COUNT = 5, TIMES = 40000, PAIRS = FRAME * (FRAME - 1) / 2 };
    static unsigned singles[FRAME], pairs[FRAME][FRAME];
    double   of_single = (double)TIMES * COUNT / FRAME, of_pair = (double)TIMES * COUNT * (COUNT - 1) / 2 / PAIRS;
    double   chi = 0, chi_of_pairs = 0;
    uint64_t drawn[COUNT];
    (void)state;
    for (uint64_t seed = 0; seed < TIMES; seed++) {
        coding_sample_simple(FRAME, COUNT, seed, drawn);
        for (size_t i = 0; i < COUNT; i++) {
            singles[drawn[i]]++;
            for (size_t j = 0; j < i; j++) pairs[drawn[j]][drawn[i]]++;
        }
    }
    for (size_t i = 0; i < FRAME; i++) {
        chi += pow(singles[i] - of_single, 2) / of_single;
        for (size_t j = 0; j < i; j++) chi_of_pairs += pow(pairs[j][i] - of_pair, 2) / of_pair;
    }
    if (chi > 46) fail_msg("numbers: chi-square %.1f", chi); /* 19 degrees of freedom, less than one in a thousand */
    if (chi_of_pairs > 270) fail_msg("pairs: chi-square %.1f", chi_of_pairs);
}

static void strata_share_by_size(void **state)
{
    coding_stratum strata[] = {{.size = 600}, {.size = 300}, {.size = 100}};
    (void)state;
    assert_int_equal(coding_sample_allot(strata, 3, 60), 60);
    assert_int_equal(strata[0].sample, 36);
    assert_int_equal(strata[1].sample, 18);
    assert_int_equal(strata[2].sample, 6);
}

/* 600 at $10, 300 at $40, 100 at $120: weights 6000, 12000, 12000. */
static void strata_share_by_size_and_deviation_where_it_is_known(void **state)
{
    coding_stratum strata[] = {
        {.size = 600, .deviation = 1000}, {.size = 300, .deviation = 4000}, {.size = 100, .deviation = 12000}};
    (void)state;
    assert_int_equal(coding_sample_allot(strata, 3, 50), 50);
    assert_int_equal(strata[0].sample, 10);
    assert_int_equal(strata[1].sample, 20);
    assert_int_equal(strata[2].sample, 20);
    strata[2].deviation = 0; /* one unknown: by size */
    assert_int_equal(coding_sample_allot(strata, 3, 50), 50);
    assert_int_equal(strata[0].sample, 30);
}

static void a_stratum_gives_two_at_least_and_all_at_most(void **state)
{
    coding_stratum strata[] = {{.size = 10000}, {.size = 3}, {.size = 1}, {.size = 0}};
    (void)state;
    assert_int_equal(coding_sample_allot(strata, 4, 10), 10);
    assert_int_equal(strata[0].sample, 7);
    assert_int_equal(strata[1].sample, 2);
    assert_int_equal(strata[2].sample, 1);
    assert_int_equal(strata[3].sample, 0);
    assert_int_equal(coding_sample_allot(strata, 4, 1), 5); /* two of each that has them, whatever was asked */
    assert_int_equal(coding_sample_allot(strata, 4, 1000000), 10004);
    assert_int_equal(coding_sample_allot(strata, 0, 10), 0);
}

/* (1.644854 * 120 / 20)^2 = 97.40; of 10,000 claims 97.40 / (1 + 0.00974) = 96.46. */
static void a_wanted_precision_takes_so_many_claims(void **state)
{
    (void)state;
    assert_int_equal(coding_sample_size(10000, 12000, 2000, 0.90), 97);
    assert_int_equal(coding_sample_size(1000000000, 12000, 2000, 0.90), 98);
    assert_int_equal(coding_sample_size(100, 12000, 2000, 0.90), 50);
    assert_int_equal(coding_sample_size(10000, 12000, 1, 0.90), 10000);
    assert_int_equal(coding_sample_size(10000, 12000, 0, 0.90), 10000);
    assert_int_equal(coding_sample_size(10000, 0, 2000, 0.90), 1);
    assert_int_equal(coding_sample_size(0, 12000, 2000, 0.90), 0);
}

/* Of 1000 claims five were read: 0, 0, $125.50, 0, $40. Mean $33.10, variance 2968.05 squared dollars, so a standard
 * error of 1000 * sqrt(0.995 * 2968.05 / 5) = $24,303.13; t of 4 degrees of freedom is 1.533206. */
static void an_estimate_from_a_simple_sample(void **state)
{
    static const double overpaid[] = {0, 0, 12550, 0, 4000};
    (void)state;
    coding_estimate all = coding_estimate_overpayment(overpaid, 5, 1000, 0.90);
    assert_near(all.point, 3310000, 1e-6);
    assert_near(all.error, 2430312.6, 0.1);
    assert_near(all.lower, 0, 1e-9); /* 3310000 - 3726171 is no debt */
    assert_near(all.upper, 7036171, 3);
    assert_near(all.precision, 1.12573, 1e-5);
    assert_int_equal(all.found, 2);
    assert_int_equal(all.sample, 5);
    assert_int_equal(all.frame, 1000);
}

/* $100 and $140 of 100: mean 120, variance 800, error 100 * sqrt(0.98 * 400) = 1979.90, t of 1 is 3.077684. */
static void the_lower_limit_is_what_is_asked_back(void **state)
{
    static const double overpaid[] = {10000, 14000};
    (void)state;
    coding_estimate all = coding_estimate_overpayment(overpaid, 2, 100, 0.90);
    assert_near(all.point, 1200000, 1e-6);
    assert_near(all.error, 197989.9, 0.1);
    assert_near(all.lower, 1200000 - 3.077684 * 197989.9, 2);
    assert_near(all.upper, 1200000 + 3.077684 * 197989.9, 2);
}

static void a_whole_frame_is_no_estimate(void **state)
{
    static const double overpaid[] = {100, 200, 0, 5000};
    (void)state;
    coding_estimate all = coding_estimate_overpayment(overpaid, 4, 4, 0.90);
    assert_near(all.point, 5300, 1e-9);
    assert_near(all.lower, 5300, 1e-9);
    assert_near(all.upper, 5300, 1e-9);
    assert_near(all.error, 0, 1e-9);
    all = coding_estimate_overpayment(overpaid, 1, 1, 0.90);
    assert_near(all.lower, 100, 1e-9);
    assert_near(all.upper, 100, 1e-9);
}

static void one_claim_says_nothing_of_the_others(void **state)
{
    static const double overpaid[] = {10000};
    (void)state;
    coding_estimate all = coding_estimate_overpayment(overpaid, 1, 100, 0.90);
    assert_near(all.point, 1000000, 1e-6);
    assert_near(all.lower, 0, 1e-9);
    assert_true(isinf(all.upper) && isinf(all.error));
    all = coding_estimate_overpayment(NULL, 0, 100, 0.90);
    assert_near(all.point, 0, 1e-9);
    assert_near(all.upper, 0, 1e-9);
    all = coding_estimate_overpayment((const double[]){1, 2, 3}, 3, 2, 0.90); /* more than there are */
    assert_near(all.point, 0, 1e-9);
}

static void underpaid_claims_count_against(void **state)
{
    static const double overpaid[] = {-10000, 0, 2000};
    (void)state;
    coding_estimate all = coding_estimate_overpayment(overpaid, 3, 30, 0.90);
    assert_near(all.point, -80000, 1e-6);
    assert_true(all.lower < all.point && all.upper > all.point);
    assert_int_equal(all.found, 1);
    assert_near(all.precision, 0, 1e-9);
}

static void claims_without_error_estimate_nothing(void **state)
{
    static const double overpaid[30] = {0};
    (void)state;
    coding_estimate all = coding_estimate_overpayment(overpaid, 30, 10000, 0.90);
    assert_near(all.point, 0, 1e-9);
    assert_near(all.lower, 0, 1e-9);
    assert_near(all.upper, 0, 1e-9);
}

/* 600 claims, 30 read, mean $10, variance 400; 100 claims, 20 read, mean $50, variance 2500. Totals 6000 and 5000;
 * variances 600^2 * 0.95 * 400 / 30 = 4,560,000 and 100^2 * 0.8 * 2500 / 20 = 1,000,000. */
static void an_estimate_from_strata(void **state)
{
    coding_stratum strata[] = {{.size = 600, .sample = 30, .mean = 1000, .variance = 4e6},
                               {.size = 100, .sample = 20, .mean = 5000, .variance = 25e6}};
    (void)state;
    coding_estimate all = coding_estimate_strata(strata, 2, 0.90);
    assert_near(all.point, 1100000, 1e-6);
    assert_near(all.error, sqrt(5560000.0) * 100, 1e-3);
    assert_near(all.lower, 1100000 - 1.2815515655 * sqrt(5560000.0) * 100, 1e-2);
    assert_int_equal(all.sample, 50);
    assert_int_equal(all.frame, 700);
    strata[1].sample = 1;
    assert_true(isinf(coding_estimate_strata(strata, 2, 0.90).upper));
    strata[1].sample = 100;
    assert_near(coding_estimate_strata(strata, 2, 0.90).error, sqrt(4560000.0) * 100, 1e-3);
    assert_near(coding_estimate_strata(strata, 0, 0.90).point, 0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_are_those_of_printed_tables),
        cmocka_unit_test(the_same_seed_draws_the_same_in_every_version),
        cmocka_unit_test(a_sample_is_ascending_different_and_inside),
        cmocka_unit_test(nothing_one_and_all_are_samples_too),
        cmocka_unit_test(each_set_is_equally_likely),
        cmocka_unit_test(strata_share_by_size),
        cmocka_unit_test(strata_share_by_size_and_deviation_where_it_is_known),
        cmocka_unit_test(a_stratum_gives_two_at_least_and_all_at_most),
        cmocka_unit_test(a_wanted_precision_takes_so_many_claims),
        cmocka_unit_test(an_estimate_from_a_simple_sample),
        cmocka_unit_test(the_lower_limit_is_what_is_asked_back),
        cmocka_unit_test(a_whole_frame_is_no_estimate),
        cmocka_unit_test(one_claim_says_nothing_of_the_others),
        cmocka_unit_test(underpaid_claims_count_against),
        cmocka_unit_test(claims_without_error_estimate_nothing),
        cmocka_unit_test(an_estimate_from_strata),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
