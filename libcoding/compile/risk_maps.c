/* From a diagnosis to its categories, by model and year, and the edits that come before. */
#include <stdlib.h>
#include <string.h>

#include "compile/risk.h"

static int by_map(const void *a, const void *b)
{
    const coding__risk_map_row *x = a, *y = b;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    if (x->model != y->model) return x->model < y->model ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->category != y->category) return x->category < y->category ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->last != y->last) return x->last < y->last ? -1 : 1;
    if (x->sex != y->sex) return x->sex < y->sex ? -1 : 1;
    return x->low != y->low ? (x->low < y->low ? -1 : 1) : (x->high > y->high) - (x->high < y->high);
}

static void write_map(coding__risk_weave *risk, const coding__risk_map_row *row)
{
    unsigned       place = coding__risk_place(risk, row->model, row->category);
    unsigned char *at = coding__writer_add(&risk->weave->writer, CODING__RISK_MAPS);
    at[CODING__RISK_MAP_MODEL] = row->model;
    at[CODING__RISK_MAP_KIND] = row->kind | (place == CODING__RISK_CATEGORIES_MOST ? CODING__RISK_MAP_NOWHERE : 0);
    at[CODING__RISK_MAP_CATEGORY] = (unsigned char)(place & 255);
    at[CODING__RISK_MAP_SEX] = row->sex;
    at[CODING__RISK_MAP_FIRST] = row->first;
    at[CODING__RISK_MAP_LAST] = row->last;
    at[CODING__RISK_MAP_LOW] = row->low;
    at[CODING__RISK_MAP_HIGH] = row->high;
    at = coding__writer_add(&risk->weave->writer, CODING__RISK_MAP_ROWS);
    coding__store32(at + CODING__RISK_MAP_ORIGIN, row->origin);
    coding__store32(at + CODING__RISK_MAP_LINE, row->line);
}

static void write_code(coding__risk_weave *risk, coding_code code)
{
    coding__writer *writer = &risk->weave->writer;
    unsigned char  *at = coding__writer_add(writer, CODING__RISK_CODES);
    coding__store64(at + CODING__RISK_CODE_CODE, code);
    coding__store32(at + CODING__RISK_CODE_MAP, coding__writer_count(writer, CODING__RISK_MAPS));
}

static void write_places(coding__risk_weave *risk, const coding_code *codes, uint32_t count)
{
    uint32_t size = 16;
    while (size < count * 2) size *= 2;
    uint32_t *places = calloc(size, sizeof *places);
    if (!places) risk->weave->model->no_memory = true;
    for (uint32_t i = 0; places && i < count; i++) {
        uint32_t at = coding__service_hash(codes[i]) & (size - 1);
        while (places[at]) at = (at + 1) & (size - 1);
        places[at] = i + 1;
    }
    for (uint32_t i = 0; places && i < size; i++)
        coding__store32(coding__writer_add(&risk->weave->writer, CODING__RISK_PLACES), places[i]);
    free(places);
}

void coding__write_risk_maps(coding__risk_weave *risk)
{
    coding__vector *maps = &risk->weave->model->risk.maps;
    coding_code    *codes = malloc((maps->count + 1) * sizeof *codes);
    uint32_t        count = 0;
    if (!codes) risk->weave->model->no_memory = true;
    if (maps->count) qsort(maps->items, maps->count, sizeof(coding__risk_map_row), by_map);
    for (size_t i = 0; codes && i < maps->count; i++) {
        const coding__risk_map_row *row = (const coding__risk_map_row *)maps->items + i;
        if (!i || row->code != row[-1].code) write_code(risk, codes[count++] = row->code);
        if (!i || by_map(row - 1, row)) write_map(risk, row);
    }
    if (count) write_code(risk, INT64_MAX);
    if (count) write_places(risk, codes, count);
    free(codes);
}
