/* Successors and present-on-admission lists. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct succession {
    uint32_t    row;
    uint32_t    to;
    coding_date first;
    uint32_t    origin;
} succession;

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
}

static void write_successors(coding__weave *weave)
{
    coding__vector           all = {0};
    const coding__successor *from = weave->model->successors.items;
    for (size_t i = 0; i < weave->model->successors.count; i++) {
        uint32_t row = coding__woven_row(weave, from[i].code), to = coding__woven_row(weave, from[i].to);
        if (row == UINT32_MAX || to == UINT32_MAX) continue; /* of a system that is not in the book */
        *(succession *)coding__push(weave->model, &all, sizeof(succession)) =
            (succession){row, to, from[i].first, from[i].origin};
    }
    const succession *items = all.items;
    if (all.count && !weave->model->no_memory) qsort(all.items, all.count, sizeof *items, by_row_day_and_heir);
    for (size_t i = 0; i < all.count && !weave->model->no_memory; i++) {
        bool twice = i && !by_row_day_and_heir(items + i - 1, items + i);
        if (!twice) write_succession(weave, items + i);
    }
    free(all.items);
}

static int by_first_day(const void *a, const void *b)
{
    const coding__poa_list *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

static void write_poa_rows(coding__weave *weave, const uint32_t *masks)
{
    for (uint32_t row = 0; row < weave->rows.count; row++) {
        if (!masks[row]) continue;
        unsigned char *at = coding__writer_add(&weave->writer, CODING__POA_ROWS);
        coding__store32(at, row);
        coding__store32(at + 4, masks[row]);
    }
}

/* A list answers to its last day; at most 32 lists, the newest, for the masks. */
static void write_poa(coding__weave *weave)
{
    coding__poa_list *lists = weave->model->poa_lists.items;
    size_t            count = weave->model->poa_lists.count, from = count > 32 ? count - 32 : 0;
    uint32_t         *masks = calloc(weave->rows.count + 1, sizeof *masks);
    if (!masks) weave->model->no_memory = true;
    if (count) qsort(lists, count, sizeof *lists, by_first_day);
    for (size_t i = from; masks && i < count; i++) {
        unsigned char *at = coding__writer_add(&weave->writer, CODING__POA_LISTS);
        coding__store32(at + CODING__POA_LIST_FIRST, lists[i].first);
        coding__store32(at + CODING__POA_LIST_UNTIL, lists[i].until);
        coding__store32(at + CODING__POA_LIST_ORIGIN, lists[i].origin);
        for (size_t k = 0; k < lists[i].codes.count; k++) {
            uint32_t row = coding__woven_row(weave, ((coding_code *)lists[i].codes.items)[k]);
            if (row != UINT32_MAX) masks[row] |= (uint32_t)1 << (i - from);
        }
    }
    if (masks) write_poa_rows(weave, masks);
    free(masks);
}

void coding__write_lists(coding__weave *weave)
{
    write_successors(weave);
    write_poa(weave);
}
