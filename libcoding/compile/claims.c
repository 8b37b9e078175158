#include "compile/claims.h"

#include <stdlib.h>
#include <string.h>

static const coding_code *codes_of(const coding__weave *weave) { return weave->model->claims.services.items; }

static int by_code(const void *a, const void *b)
{
    coding_code x = *(const coding_code *)a, y = *(const coding_code *)b;
    return (x > y) - (x < y);
}

/* Numbers services by code. False where there is none, or no memory. */
static bool number_services(coding__claim_weave *claims, coding_code *sorted)
{
    coding__code_map map = {0};
    coding__model   *model = claims->weave->model;
    memcpy(sorted, codes_of(claims->weave), claims->count * sizeof *sorted);
    qsort(sorted, claims->count, sizeof *sorted, by_code);
    for (uint32_t i = 0; i < claims->count; i++) coding__map_put(model, &map, sorted[i], i);
    for (uint32_t i = 0; i < claims->count && !model->no_memory; i++)
        claims->numbers[i] = coding__map_get(&map, codes_of(claims->weave)[i]);
    coding__map_end(&map);
    return !model->no_memory;
}

uint32_t coding__service_plus(const coding__claim_weave *claims, uint32_t plus)
{
    return plus ? claims->numbers[plus - 1] + 1 : 0;
}

void coding__renumber(const coding__claim_weave *claims, coding__vector *rows, size_t width)
{
    for (size_t i = 0; i < rows->count; i++) {
        uint32_t *service = (uint32_t *)((char *)rows->items + i * width);
        *service = claims->numbers[*service];
    }
}

void coding__note_begins(coding__claim_weave *claims, unsigned field, uint32_t count,
                         uint32_t (*service_of)(const coding__writer *writer, uint32_t index))
{
    uint32_t *begins = calloc(claims->count + 1, sizeof *begins), at = 0;
    if (!begins) {
        claims->weave->model->no_memory = true;
        return;
    }
    for (uint32_t service = 0; service <= claims->count; service++) {
        while (at < count && service_of(&claims->weave->writer, at) < service) at++;
        begins[service] = at;
    }
    claims->begins[field / 4] = begins;
}

static void write_service(coding__claim_weave *claims, uint32_t service, coding_code code)
{
    unsigned char *at = coding__writer_add(&claims->weave->writer, CODING__SERVICES);
    coding__store64(at + CODING__SERVICE_CODE, code);
    for (unsigned field = CODING__SERVICE_PTP; field < CODING__SERVICE_FLAGS; field += 4)
        if (claims->begins[field / 4]) coding__store32(at + field, claims->begins[field / 4][service]);
}

static void mark_primaries(coding__claim_weave *claims)
{
    const coding__add_on *add_ons = claims->weave->model->claims.add_ons.items;
    unsigned char        *services = claims->weave->writer.sections[CODING__SERVICES].items;
    size_t                width = coding__section_forms[CODING__SERVICES].width;
    for (size_t i = 0; i < claims->weave->model->claims.add_ons.count && !claims->weave->model->no_memory; i++) {
        uint32_t plus = coding__service_plus(claims, add_ons[i].primary);
        if (plus) coding__store32(services + (plus - 1) * width + CODING__SERVICE_FLAGS, CODING__SERVICE_IS_PRIMARY);
    }
}

static void write_services(coding__claim_weave *claims, const coding_code *sorted)
{
    for (uint32_t i = 0; i < claims->count; i++) write_service(claims, i, sorted[i]);
    write_service(claims, claims->count, INT64_MAX);
    mark_primaries(claims);
}

static uint32_t power_above(uint32_t least)
{
    uint32_t power = 16;
    while (power < least) power *= 2;
    return power;
}

static void write_places(coding__claim_weave *claims, const coding_code *sorted)
{
    uint32_t  room = power_above(claims->count * 2);
    uint16_t *places = calloc(room, sizeof *places);
    if (!places) claims->weave->model->no_memory = true;
    for (uint32_t i = 0; places && i < claims->count; i++) {
        uint32_t at = coding__service_hash(sorted[i]) & (room - 1);
        while (places[at]) at = (at + 1) & (room - 1);
        places[at] = (uint16_t)(i + 1);
    }
    for (uint32_t i = 0; places && i < room; i++)
        coding__store16(coding__writer_add(&claims->weave->writer, CODING__SERVICE_PLACES), places[i]);
    free(places);
}

static int by_kind_and_day(const void *a, const void *b)
{
    const coding__claim_file *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->origin > y->origin) - (x->origin < y->origin);
}

static void write_files(coding__weave *weave)
{
    coding__vector *files = &weave->model->claims.files;
    if (files->count) qsort(files->items, files->count, sizeof(coding__claim_file), by_kind_and_day);
    for (size_t i = 0; i < files->count; i++) {
        const coding__claim_file *file = (const coding__claim_file *)files->items + i;
        unsigned char            *at = coding__writer_add(&weave->writer, CODING__CLAIM_TABLES);
        coding__store32(at + CODING__CLAIM_TABLE_KIND, (uint32_t)file->kind);
        coding__store32(at + CODING__CLAIM_TABLE_FIRST, file->first);
        coding__store32(at + CODING__CLAIM_TABLE_UNTIL, file->until);
        coding__store32(at + CODING__CLAIM_TABLE_ORIGIN, file->origin);
        coding__store32(at + CODING__CLAIM_TABLE_BACK, file->back);
    }
}

static void write_tables(coding__claim_weave *claims, const coding_code *sorted)
{
    coding__write_pairs(claims);
    coding__write_units(claims);
    coding__write_add_ons(claims);
    coding__write_fees(claims);
    coding__write_visits(claims);
    coding__write_policies(claims);
    if (claims->weave->model->no_memory) return;
    write_services(claims, sorted);
    write_places(claims, sorted);
}

void coding__write_claims(coding__weave *weave)
{
    coding__claim_weave claims = {.weave = weave, .count = (uint32_t)weave->model->claims.services.count};
    coding_code        *sorted = calloc(claims.count + 1, sizeof *sorted);
    claims.numbers = calloc(claims.count + 1, sizeof *claims.numbers);
    bool room = sorted && claims.numbers;
    if (!room) weave->model->no_memory = true;
    coding__write_modifiers(weave);
    coding__write_place_rules(weave);
    coding__write_pair_rules(weave);
    coding__write_editor(weave);
    if (room && claims.count && number_services(&claims, sorted)) write_tables(&claims, sorted);
    if (room) write_files(weave); /* what a table lost, its file does not speak for */
    for (size_t i = 0; i < sizeof claims.begins / sizeof *claims.begins; i++) free(claims.begins[i]);
    free(claims.numbers);
    free(sorted);
}
