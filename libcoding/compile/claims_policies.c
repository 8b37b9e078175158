/* Coverage policies: their rows by service and policy. */
#include <stdlib.h>

#include "compile/claims.h"

static int by_service_and_policy(const void *a, const void *b)
{
    const coding__policy_row *x = a, *y = b;
    if (x->service != y->service) return x->service < y->service ? -1 : 1;
    if (x->policy != y->policy) return x->policy < y->policy ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void write_policy(coding__writer *writer, const coding__policy *policy)
{
    uint32_t       id = coding__writer_text(writer, policy->id), title = coding__writer_text(writer, policy->title);
    unsigned char *at = coding__writer_add(writer, CODING__POLICIES);
    coding__store32(at + CODING__POLICY_ID, id);
    coding__store32(at + CODING__POLICY_TITLE, title);
    coding__store32(at + CODING__POLICY_FIRST, policy->first);
    coding__store32(at + CODING__POLICY_UNTIL, policy->until);
    coding__store32(at + CODING__POLICY_ORIGIN, policy->origin);
    coding__store32(at + CODING__POLICY_LINE, policy->line);
}

/* A range whose ends are not in the book holds nobody's diagnosis. */
static void write_row(coding__claim_weave *claims, const coding__policy_row *row)
{
    uint32_t first = coding__woven_row(claims->weave, row->diagnoses.first);
    uint32_t last = coding__woven_row(claims->weave, row->diagnoses.last);
    if (first == UINT32_MAX || last == UINT32_MAX) return;
    unsigned char *at = coding__writer_add(&claims->weave->writer, CODING__POLICY_ROWS);
    coding__store32(at + CODING__POLICY_ROW_SERVICE, row->service);
    coding__store32(at + CODING__POLICY_ROW_POLICY, row->policy);
    coding__store32(at + CODING__POLICY_ROW_FIRST, first);
    coding__store32(at + CODING__POLICY_ROW_LAST, last);
    coding__store32(at + CODING__POLICY_ROW_LINE, row->line);
    at[CODING__POLICY_ROW_KIND] = row->kind;
}

static uint32_t service_of(const coding__writer *writer, uint32_t index)
{
    const unsigned char *rows = writer->sections[CODING__POLICY_ROWS].items;
    return coding__load32(rows + index * coding__section_forms[CODING__POLICY_ROWS].width);
}

void coding__write_policies(coding__claim_weave *claims)
{
    coding__vector *policies = &claims->weave->model->claims.policies;
    coding__vector *rows = &claims->weave->model->claims.policy_rows;
    for (size_t i = 0; i < policies->count; i++)
        write_policy(&claims->weave->writer, (const coding__policy *)policies->items + i);
    coding__renumber(claims, rows, sizeof(coding__policy_row));
    if (rows->count) qsort(rows->items, rows->count, sizeof(coding__policy_row), by_service_and_policy);
    for (size_t i = 0; i < rows->count && !claims->weave->model->no_memory; i++)
        write_row(claims, (const coding__policy_row *)rows->items + i);
    uint32_t written = coding__writer_count(&claims->weave->writer, CODING__POLICY_ROWS);
    coding__note_begins(claims, CODING__SERVICE_POLICY, written, service_of);
}
