/* What asks.h has of claims and of samples. */
#include "asks.h"

#include "base/refuse.h"
#include "entry/desk.h"
#include "numbers.h"

coding_review coding__room_review(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  uint64_t rules, bool notes, bool money, coding_error *error)
{
    coding_review_options options = {.size = sizeof options, .rules = rules, .no_notes = !notes, .no_money = !money};
    coding_claim         *claim = coding_claim_parse(desk, text, length, error);
    (void)room;
    return claim ? coding_claim_review(desk, claim, &options) : (coding_review){0};
}

/* One after the other: the reader says where one claim ends, and nothing on the desk is moved by the next. */
static bool add_item(coding_desk *desk, coding__list *list, const coding_claims_item *item,
                     const coding_review_options *options)
{
    coding__claim_item *added = coding__list_add(&desk->arena, list, sizeof *added);
    if (!added) return false;
    added->item = *item;
    if (!item->claim) return true;
    added->id = coding_claim_whole(item->claim).id;
    added->review = coding_claim_review(desk, item->claim, options);
    return added->review.status == CODING_OK;
}

static bool read_items(coding_desk *desk, coding_claims *claims, coding__list *list,
                       const coding_review_options *options)
{
    for (coding_claims_item item; coding_claims_next(claims, &item);)
        if (!add_item(desk, list, &item, options)) return false;
    return true;
}

coding__claim_items coding__room_review_file(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                             uint64_t rules, bool notes, bool money)
{
    coding_review_options options = {.size = sizeof options, .rules = rules, .no_notes = !notes, .no_money = !money};
    coding_claims        *claims = coding_claims_new(desk);
    coding__list          list = {0};
    (void)room;
    if (!claims) return (coding__claim_items){.status = CODING_NO_MEMORY};
    coding_claims_feed(claims, text, length);
    bool whole = read_items(desk, claims, &list, &options);
    coding_claims_finish(claims);
    whole = whole && read_items(desk, claims, &list, &options);
    coding_claims_free(claims);
    if (!whole) return (coding__claim_items){.status = CODING_NO_MEMORY};
    return (coding__claim_items){.items = list.items, .count = list.count};
}

/* A day that nobody named is today: tables of visits have no editions that a newest one could be of. */
static coding_date visit_day(coding_date on) { return on == CODING__TODAY ? coding_date_today() : on; }

coding_visit_level coding__room_visit(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                      coding_date on, coding_error *error)
{
    coding_visit visit = {.size = sizeof visit};
    (void)room;
    if (!coding_visit_parse(text, length, &visit, error)) return (coding_visit_level){0};
    return coding_visit_judge(desk, &visit, visit_day(on));
}

coding_visit_family coding__room_visit_family(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_date on)
{
    coding_code code = coding_read(desk, CODING_CPT, text, length).code;
    (void)room;
    return coding_visit_family_of(desk, code ? code : coding_read(desk, CODING_HCPCS, text, length).code,
                                  visit_day(on));
}

coding__numbers coding__room_sample(coding__room *room, coding_desk *desk, uint64_t frame, size_t count,
                                    uint64_t seed)
{
    size_t    wanted = count < frame ? count : (size_t)frame;
    bool      fits = wanted < SIZE_MAX / sizeof(uint64_t);
    uint64_t *drawn = fits ? coding__arena_take(&desk->arena, (wanted + 1) * sizeof *drawn) : NULL;
    (void)room;
    if (!drawn) return (coding__numbers){.status = CODING_NO_MEMORY};
    return (coding__numbers){.items = drawn, .count = coding_sample_simple(frame, wanted, seed, drawn)};
}

static uint64_t whole(double number) { return number >= 1 && number < 9e15 ? (uint64_t)number : 0; }

/* Strata of `width` numbers each. */
static coding_stratum *strata_of(coding_desk *desk, const char *text, size_t length, size_t width, size_t *count,
                                 coding_error *error)
{
    double         *numbers = coding__numbers_read(desk, text, length, count, error);
    coding_stratum *strata = numbers ? coding__arena_take(&desk->arena, (*count / width + 1) * sizeof *strata) : NULL;
    bool            fits = *count % width == 0;
    *count /= width;
    if (!numbers) return NULL;
    if (!strata) return coding__refuse(error, CODING_NO_MEMORY, "", "no memory"), NULL;
    if (!fits) return coding__refuse(error, CODING_MISUSE, "", "each stratum has %zu numbers", width), NULL;
    for (size_t i = 0; i < *count; i++, numbers += width) {
        strata[i].size = whole(numbers[0]);
        if (width == 2) strata[i].deviation = numbers[1];
        if (width == 2) continue;
        strata[i].sample = whole(numbers[1]);
        strata[i].mean = numbers[2];
        strata[i].variance = numbers[3];
    }
    return strata;
}

coding__numbers coding__room_sample_strata(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           uint64_t total, coding_error *error)
{
    size_t          count = 0;
    coding_stratum *strata = strata_of(desk, text, length, 2, &count, error);
    uint64_t       *shares = strata ? coding__arena_take(&desk->arena, (count + 1) * sizeof *shares) : NULL;
    (void)room;
    if (!strata) return (coding__numbers){0};
    if (!shares) return (coding__numbers){.status = CODING_NO_MEMORY};
    coding_sample_allot(strata, count, total);
    for (size_t i = 0; i < count; i++) shares[i] = strata[i].sample;
    return (coding__numbers){.items = shares, .count = count};
}

coding_estimate coding__room_estimate(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                      uint64_t frame, double confidence, coding_error *error)
{
    size_t  count = 0;
    double *overpaid = coding__numbers_read(desk, text, length, &count, error);
    (void)room;
    return overpaid ? coding_estimate_overpayment(overpaid, count, frame, confidence) : (coding_estimate){0};
}

coding_estimate coding__room_estimate_strata(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                             double confidence, coding_error *error)
{
    size_t          count = 0;
    coding_stratum *strata = strata_of(desk, text, length, 4, &count, error);
    (void)room;
    return strata ? coding_estimate_strata(strata, count, confidence) : (coding_estimate){0};
}
