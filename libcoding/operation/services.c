/* Candidates of HCPCS, and of CPT where a licence holder's descriptors are in the book. */
#include <string.h>

#include "operation/answer.h"

enum { SERVICES_EACH = 3, ASKED_MOST = 160 };

/* What was met stands in the report, of which a piece was asked that begins at `from`. */
static void place_evidence(coding_desk *desk, coding_hit *hit, size_t from)
{
    coding_evidence *items = coding__arena_take(&desk->arena, hit->evidence_count * sizeof *items);
    if (!items) hit->evidence_count = 0;
    for (size_t i = 0; i < hit->evidence_count; i++) {
        items[i] = hit->evidence[i];
        items[i].span.offset += from;
    }
    hit->evidence = items;
}

/* Hits that have most of what was asked. */
static void keep(coding_desk *desk, const coding_hits *hits, size_t from, coding__list *kept)
{
    for (size_t i = 0; i < hits->count; i++) {
        unsigned met = (unsigned)__builtin_popcountll(hits->items[i].matched);
        if (met * 3 < hits->words * 2) continue;
        coding_hit *hit = coding__list_add(&desk->arena, kept, sizeof *hit);
        if (!hit) continue;
        *hit = hits->items[i];
        place_evidence(desk, hit, from);
    }
}

void coding__find_services(const coding__report *report, const coding__procedure *procedure, coding_operation *made)
{
    static const coding_system systems[] = {CODING_HCPCS, CODING_CPT};
    coding__list               kept = {0};
    size_t length = procedure->region.length < ASKED_MOST ? procedure->region.length : procedure->span.length;
    size_t from = length == procedure->region.length ? procedure->region.offset : procedure->span.offset;
    if (length > ASKED_MOST) return;
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        coding_search_options wanted = {
            .size = sizeof wanted,
            .system = systems[i],
            .on = report->on,
            .count = SERVICES_EACH,
            .billable_only = true,
        };
        coding_hits hits = coding_search(report->desk, report->text + from, length, &wanted);
        if (hits.status == CODING_OK) keep(report->desk, &hits, from, &kept);
    }
    made->services = kept.items;
    made->service_count = kept.count;
}
