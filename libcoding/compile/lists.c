/* Successors and present-on-admission lists. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct succession {
    uint32_t    row;
    uint32_t    to;
    coding_date first;
    uint32_t    origin;
    uint32_t    line;
} succession;

/* Where a succession leads, and its number in the book. */
typedef struct arrival {
    uint32_t to;
    uint32_t record;
} arrival;

static int by_row_day_and_heir(const void *a, const void *b)
{
    const succession *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

static void write_succession(coding__weave *weave, const succession *s)
{
    unsigned char *at = coding__writer_add(&weave->writer, CODING__SUCCESSORS);
    coding__store32(at + CODING__SUCCESSOR_ROW, s->row);
    coding__store32(at + CODING__SUCCESSOR_TO, s->to);
    coding__store32(at + CODING__SUCCESSOR_FIRST, s->first);
    coding__store32(at + CODING__SUCCESSOR_ORIGIN, s->origin);
    at = coding__writer_add(&weave->writer, CODING__SUCCESSORS_MORE);
    coding__store32(at + CODING__SUCCESSOR_LINE, s->line);
}

static int by_arrival(const void *a, const void *b)
{
    const arrival *x = a, *y = b;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    return x->record < y->record ? -1 : x->record > y->record;
}

/* The records once more, by the row that they lead to. */
static void write_arrivals(coding__weave *weave)
{
    uint32_t             count = coding__writer_count(&weave->writer, CODING__SUCCESSORS);
    const unsigned char *records = weave->writer.sections[CODING__SUCCESSORS].items;
    unsigned char       *more = weave->writer.sections[CODING__SUCCESSORS_MORE].items;
    size_t               width = coding__section_forms[CODING__SUCCESSORS].width;
    arrival             *all = weave->model->no_memory ? NULL : calloc(count + 1, sizeof *all);
    if (!all) {
        weave->model->no_memory = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        all[i] = (arrival){coding__load32(records + i * width + CODING__SUCCESSOR_TO), i};
    qsort(all, count, sizeof *all, by_arrival);
    width = coding__section_forms[CODING__SUCCESSORS_MORE].width;
    for (uint32_t i = 0; i < count; i++) coding__store32(more + i * width + CODING__SUCCESSOR_BY_TO, all[i].record);
    free(all);
}

static void write_successors(coding__weave *weave)
{
    coding__vector           all = {0};
    const coding__successor *from = weave->model->successors.items;
    for (size_t i = 0; i < weave->model->successors.count; i++) {
        uint32_t row = coding__woven_row(weave, from[i].code), to = coding__woven_row(weave, from[i].to);
        if (row == UINT32_MAX || to == UINT32_MAX) continue; /* of a system that is not in the book */
        *(succession *)coding__push(weave->model, &all, sizeof(succession)) = (succession){
            row, to, from[i].first, from[i].origin, from[i].line};
    }
    const succession *items = all.items;
    if (all.count && !weave->model->no_memory) qsort(all.items, all.count, sizeof *items, by_row_day_and_heir);
    for (size_t i = 0; i < all.count && !weave->model->no_memory; i++) {
        bool twice = i && !by_row_day_and_heir(items + i - 1, items + i);
        if (!twice) write_succession(weave, items + i);
    }
    write_arrivals(weave);
    free(all.items);
}

static int by_first_day(const void *a, const void *b)
{
    const coding__poa_list *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Rows of ICD-10-CM: [first, past). */
static void icd10cm_rows(const coding__weave *weave, uint32_t *first, uint32_t *past)
{
    uint32_t row = 0;
    while (row < weave->rows.count && coding_code_system(coding__woven_at(weave, row)->code) != CODING_ICD10CM) row++;
    *first = row;
    while (row < weave->rows.count && coding_code_system(coding__woven_at(weave, row)->code) == CODING_ICD10CM) row++;
    *past = row;
}

/* A list as a bit a row; answers where its bits begin. */
static uint32_t write_poa_bits(coding__weave *weave, const coding__poa_list *list)
{
    uint32_t first, past, begin = coding__writer_count(&weave->writer, CODING__POA_BITS);
    icd10cm_rows(weave, &first, &past);
    unsigned char *bits = calloc((past - first + 7) / 8 + 1, 1);
    if (!bits) weave->model->no_memory = true;
    for (size_t i = 0; bits && i < list->codes.count; i++) {
        uint32_t at = coding__woven_row(weave, ((coding_code *)list->codes.items)[i]) - first;
        if (at < past - first) bits[at / 8] |= (unsigned char)(1u << at % 8);
    }
    if (bits) coding__writer_put(&weave->writer, CODING__POA_BITS, bits, (past - first + 7) / 8);
    free(bits);
    return begin;
}

static void write_poa(coding__weave *weave)
{
    coding__poa_list *lists = weave->model->poa_lists.items;
    size_t            count = weave->model->poa_lists.count;
    if (count) qsort(lists, count, sizeof *lists, by_first_day);
    for (size_t i = 0; i < count && !weave->model->no_memory; i++) {
        uint32_t       bits = write_poa_bits(weave, lists + i);
        unsigned char *at = coding__writer_add(&weave->writer, CODING__POA_LISTS);
        coding__store32(at + CODING__POA_LIST_FIRST, lists[i].first);
        coding__store32(at + CODING__POA_LIST_UNTIL, lists[i].until);
        coding__store32(at + CODING__POA_LIST_ORIGIN, lists[i].origin);
        coding__store32(at + CODING__POA_LIST_BITS, bits);
    }
}

void coding__write_lists(coding__weave *weave)
{
    write_successors(weave);
    write_poa(weave);
}
