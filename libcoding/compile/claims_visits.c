/* Levels of visits, sorted by service and first day. */
#include <stdlib.h>

#include "compile/claims.h"

static int by_service_and_day(const void *a, const void *b)
{
    const coding__visit_row *x = a, *y = b;
    if (x->service != y->service) return x->service < y->service ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static uint32_t service_of(const coding__writer *writer, uint32_t index)
{
    return ((const coding__visit_row *)writer->model->claims.visits.items)[index].service;
}

static void write_more_time(coding__claim_weave *claims, unsigned char *at, const coding__visit_row *row)
{
    coding__store32(at + CODING__VISIT_PROLONGED, coding__service_plus(claims, row->prolonged));
    coding__store16(at + CODING__VISIT_PROLONGED_FROM, row->prolonged_from);
    coding__store16(at + CODING__VISIT_PROLONGED_EACH, row->prolonged_each);
    coding__store32(at + CODING__VISIT_MEDICARE, coding__service_plus(claims, row->medicare));
    coding__store16(at + CODING__VISIT_MEDICARE_FROM, row->medicare_from);
    coding__store16(at + CODING__VISIT_MEDICARE_EACH, row->medicare_each);
}

void coding__write_visits(coding__claim_weave *claims)
{
    coding__vector *visits = &claims->weave->model->claims.visits;
    coding__renumber(claims, visits, sizeof(coding__visit_row));
    if (visits->count) qsort(visits->items, visits->count, sizeof(coding__visit_row), by_service_and_day);
    for (size_t i = 0; i < visits->count; i++) {
        const coding__visit_row *row = (const coding__visit_row *)visits->items + i;
        unsigned char           *at = coding__writer_add(&claims->weave->writer, CODING__VISITS);
        coding__store32(at + CODING__VISIT_SERVICE, row->service);
        coding__store32(at + CODING__VISIT_FIRST, row->first);
        coding__store32(at + CODING__VISIT_UNTIL, row->until);
        at[CODING__VISIT_FAMILY] = row->family;
        at[CODING__VISIT_LEVEL] = row->level;
        at[CODING__VISIT_RANK] = row->rank;
        coding__store16(at + CODING__VISIT_MINUTES, row->minutes);
        coding__store16(at + CODING__VISIT_MINUTES_MOST, row->minutes_most);
        write_more_time(claims, at, row);
        coding__store32(at + CODING__VISIT_ORIGIN, row->origin);
        coding__store32(at + CODING__VISIT_LINE, row->line);
    }
    coding__note_begins(claims, CODING__SERVICE_VISIT, (uint32_t)visits->count, service_of);
}
