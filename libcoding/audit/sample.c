/* Drawing samples. The numbers come from SplitMix64, which is a dozen operations and the same everywhere; the set from
 * Floyd's method, which needs no list of the frame. */
#include <coding/audit.h>

#include <math.h>
#include <string.h>

#include "audit/quantile.h"

static uint64_t next_number(uint64_t *state)
{
    uint64_t mixed = *state += 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

/* 0 to `most`, each equally likely: what lies past the last whole multiple is drawn again. */
static uint64_t number_to(uint64_t most, uint64_t *state)
{
    uint64_t range = most + 1, number = next_number(state);
    if (!range) return number;
    for (uint64_t rest = UINT64_MAX % range + 1, limit = UINT64_MAX - (rest == range ? 0 : rest); number > limit;)
        number = next_number(state);
    return number % range;
}

/* The place of a number among ascending ones. */
static size_t place_of(const uint64_t *indexes, size_t count, uint64_t number)
{
    size_t first = 0;
    while (count) {
        size_t half = count / 2;
        if (indexes[first + half] < number) first += half + 1, count -= half + 1;
        else count = half;
    }
    return first;
}

size_t coding_sample_simple(uint64_t frame, size_t count, uint64_t seed, uint64_t *indexes)
{
    size_t drawn = 0;
    if (count > frame) count = (size_t)frame;
    for (uint64_t last = frame - count; drawn < count; last++) {
        uint64_t number = number_to(last, &seed);
        size_t   at = place_of(indexes, drawn, number);
        if (at < drawn && indexes[at] == number) number = last, at = drawn; /* drawn before: the newest is not */
        memmove(indexes + at + 1, indexes + at, (drawn - at) * sizeof *indexes);
        indexes[at] = number;
        drawn++;
    }
    return drawn;
}

static double weight_of(const coding_stratum *stratum, bool by_deviation)
{
    return (double)stratum->size * (by_deviation ? stratum->deviation : 1);
}

static uint64_t at_most(uint64_t number, uint64_t most) { return number < most ? number : most; }

/* One more of the stratum that is furthest from its share, as long as any has room. */
static bool allot_one(coding_stratum *strata, size_t count, bool by_deviation)
{
    size_t best = count;
    double most = -1;
    for (size_t i = 0; i < count; i++) {
        if (strata[i].sample >= strata[i].size) continue;
        double wanted = weight_of(&strata[i], by_deviation) / (double)(strata[i].sample + 1);
        if (wanted > most) best = i, most = wanted;
    }
    if (best < count) strata[best].sample++;
    return best < count;
}

uint64_t coding_sample_allot(coding_stratum *strata, size_t count, uint64_t total)
{
    bool     by_deviation = true;
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) by_deviation &= strata[i].deviation > 0;
    for (size_t i = 0; i < count; i++) sum += strata[i].sample = at_most(strata[i].size, 2);
    while (sum < total && allot_one(strata, count, by_deviation)) sum++;
    return sum;
}

uint64_t coding_sample_size(uint64_t frame, double deviation, double precision, double confidence)
{
    double z = coding__normal_quantile(0.5 + confidence / 2);
    if (!(precision > 0) || !(deviation > 0)) return precision > 0 && frame ? 1 : frame;
    double infinite = z * deviation / precision;
    infinite *= infinite;
    double needed = ceil(infinite / (1 + infinite / (double)frame) - 1e-9);
    return needed < (double)frame ? (uint64_t)needed : frame;
}
