/* The places of codes (book/places.h): a seed for each group of codes, such that no two come to one place.
 *
 * Groups are seated the fullest first, while there is most room; each takes the first seed that finds free places for
 * all of its codes. Where a group finds none, all begin again with more places. */
#include <stdlib.h>
#include <string.h>

#include "book/places.h"
#include "compile/weave.h"

enum { CODES_A_GROUP = 4, ROUNDS = 8 };

typedef struct group {
    uint32_t number;
    uint32_t first; /* in `rows` */
    uint32_t count;
} group;

typedef struct seating {
    uint64_t *hashes; /* by row */
    uint32_t *rows;   /* group by group */
    group    *groups;
    uint32_t  group_count;
    uint16_t *seeds;  /* by group number */
    uint32_t *places; /* row plus 1 */
    uint32_t  place_count;
} seating;

static bool start(seating *s, uint32_t rows)
{
    s->group_count = rows / CODES_A_GROUP + 1;
    s->hashes = calloc(rows + 1u, sizeof *s->hashes);
    s->rows = calloc(rows + 1u, sizeof *s->rows);
    s->groups = calloc(s->group_count, sizeof *s->groups);
    s->seeds = calloc(s->group_count, sizeof *s->seeds);
    return s->hashes && s->rows && s->groups && s->seeds;
}

static void end(seating *s)
{
    free(s->hashes);
    free(s->rows);
    free(s->groups);
    free(s->seeds);
    free(s->places);
}

static int fullest_first(const void *a, const void *b)
{
    const group *x = a, *y = b;
    if (x->count != y->count) return x->count < y->count ? 1 : -1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void gather(seating *s, const coding__weave *weave, uint32_t rows)
{
    for (uint32_t row = 0; row < rows; row++) {
        s->hashes[row] = coding__code_hash(coding__woven_at(weave, row)->code);
        s->groups[coding__group_of(s->hashes[row], s->group_count)].count++;
    }
    for (uint32_t i = 0, first = 0; i < s->group_count; i++) {
        s->groups[i].number = i;
        s->groups[i].first = first;
        first += s->groups[i].count;
        s->groups[i].count = 0;
    }
    for (uint32_t row = 0; row < rows; row++) {
        group *g = &s->groups[coding__group_of(s->hashes[row], s->group_count)];
        s->rows[g->first + g->count++] = row;
    }
    qsort(s->groups, s->group_count, sizeof *s->groups, fullest_first);
}

static uint32_t *place_of(const seating *s, const group *g, uint32_t index, uint32_t seed)
{
    return &s->places[coding__place_of(s->hashes[s->rows[g->first + index]], seed, s->place_count)];
}

static bool seat_by(seating *s, const group *g, uint32_t seed)
{
    uint32_t seated = 0;
    for (; seated < g->count && !*place_of(s, g, seated, seed); seated++)
        *place_of(s, g, seated, seed) = s->rows[g->first + seated] + 1;
    if (seated == g->count) return true;
    while (seated > 0) *place_of(s, g, --seated, seed) = 0;
    return false;
}

static bool seat(seating *s, const group *g)
{
    for (uint32_t seed = 0; seed <= UINT16_MAX; seed++) {
        s->seeds[g->number] = (uint16_t)seed;
        if (seat_by(s, g, seed)) return true;
    }
    return false;
}

/* False where a group found no places, or there is no memory (then `places` is NULL). */
static bool seat_all(seating *s, uint32_t places)
{
    free(s->places);
    s->places = calloc(places, sizeof *s->places);
    s->place_count = places;
    for (uint32_t i = 0; s->places && i < s->group_count; i++)
        if (!seat(s, s->groups + i)) return false;
    return s->places != NULL;
}

static void write_places(coding__weave *weave, const seating *s)
{
    for (uint32_t i = 0; i < s->group_count && !weave->model->no_memory; i++)
        coding__store16(coding__writer_add(&weave->writer, CODING__SEEDS), s->seeds[i]);
    for (uint32_t i = 0; i < s->place_count && !weave->model->no_memory; i++)
        coding__store32(coding__writer_add(&weave->writer, CODING__PLACES), s->places[i]);
}

void coding__write_places(coding__weave *weave)
{
    seating  s = {0};
    uint32_t rows = (uint32_t)weave->rows.count, places = rows + rows / 16 + 1;
    bool     seated = false;
    if (start(&s, rows)) {
        gather(&s, weave, rows);
        for (int round = 0; round < ROUNDS && !seated && (s.places || !round); round++, places += places / 8 + 1)
            seated = seat_all(&s, places);
    }
    if (seated) write_places(weave, &s);
    else if (!s.places) weave->model->no_memory = true;
    end(&s);
}
