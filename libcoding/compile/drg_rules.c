/* Versions, formulas, hospital-acquired conditions and titles of the MS-DRG grouper. */
#include <stdlib.h>

#include "compile/drg.h"

static int by_version_mdc_and_rank(const void *a, const void *b)
{
    const coding__drg_formula *x = a, *y = b;
    if (x->version != y->version) return x->version < y->version ? -1 : 1;
    if (x->mdc != y->mdc) return x->mdc < y->mdc ? -1 : 1;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void write_formula(coding__drg_weave *drg, const coding__drg_formula *from)
{
    coding__writer *writer = &drg->weave->writer;
    uint16_t        length;
    uint32_t        program = coding__drg_compile(drg, from->condition, &length);
    uint32_t        ignored = coding__drg_set(drg, from->ignored, false);
    if (!length) drg->weave->model->faults++;
    unsigned char *at = coding__writer_add(writer, CODING__DRG_FORMULAS);
    at[CODING__DRG_FORMULA_KIND] = from->kind;
    at[CODING__DRG_FORMULA_ON] = from->on;
    coding__store16(at + CODING__DRG_FORMULA_RANK, from->rank);
    coding__store16(at + CODING__DRG_FORMULA_BASE, from->base);
    coding__store16(at + CODING__DRG_FORMULA_DRG, from->drg);
    coding__store16(at + CODING__DRG_FORMULA_IGNORED, ignored);
    coding__store16(at + CODING__DRG_FORMULA_LENGTH, length);
    coding__store32(at + CODING__DRG_FORMULA_PROGRAM, program);
    coding__store32(at + CODING__DRG_FORMULA_TEXT, coding__writer_text(writer, from->condition));
    coding__store32(at + CODING__DRG_FORMULA_LINE, from->line);
}

/* The formulas of one MDC of a version, from `first` on: writes them, and answers the one past the last. */
static size_t write_mdc(coding__drg_weave *drg, uint32_t version, uint32_t mdc, size_t first)
{
    const coding__vector *formulas = &drg->weave->model->drg.formulas;
    uint32_t              begin = coding__writer_count(&drg->weave->writer, CODING__DRG_FORMULAS);
    for (; first < formulas->count && !drg->weave->model->no_memory; first++) {
        const coding__drg_formula *from = (const coding__drg_formula *)formulas->items + first;
        if (from->version != version || from->mdc != mdc) break;
        write_formula(drg, from);
    }
    unsigned char *at = coding__writer_add(&drg->weave->writer, CODING__DRG_MDCS);
    coding__store32(at + CODING__DRG_MDC_FIRST, begin);
    coding__store32(at + CODING__DRG_MDC_COUNT,
                    coding__writer_count(&drg->weave->writer, CODING__DRG_FORMULAS) - begin);
    return first;
}

static void write_version(coding__drg_weave *drg, const coding__drg_version *version)
{
    const coding__vector      *formulas = &drg->weave->model->drg.formulas;
    const coding__drg_formula *all = formulas->items;
    size_t                     next = 0;
    while (next < formulas->count && all[next].version != version->number) next++;
    unsigned char *at = coding__writer_add(&drg->weave->writer, CODING__DRG_VERSIONS);
    coding__store32(at + CODING__DRG_VERSION_NUMBER, version->number);
    coding__store32(at + CODING__DRG_VERSION_FIRST, version->first);
    coding__store32(at + CODING__DRG_VERSION_UNTIL, version->until);
    coding__store32(at + CODING__DRG_VERSION_ORIGIN, next < formulas->count ? all[next].origin : 0);
    for (uint32_t mdc = 0; mdc < CODING__DRG_MDC_MOST; mdc++) next = write_mdc(drg, version->number, mdc, next);
}

static void write_hac(coding__drg_weave *drg, const coding__drg_hac *from)
{
    coding__writer *writer = &drg->weave->writer;
    uint8_t         first, until;
    uint16_t        length;
    if (!coding__drg_span(drg, from->from, from->to, &first, &until)) return;
    uint32_t       program = coding__drg_compile(drg, from->condition, &length);
    unsigned char *at = coding__writer_add(writer, CODING__DRG_HACS);
    at[CODING__DRG_HAC_NUMBER] = from->number;
    at[CODING__DRG_HAC_FIRST] = first;
    at[CODING__DRG_HAC_UNTIL] = until;
    coding__store16(at + CODING__DRG_HAC_LENGTH, length);
    coding__store32(at + CODING__DRG_HAC_PROGRAM, program);
    coding__store32(at + CODING__DRG_HAC_TEXT, coding__writer_text(writer, from->condition));
    coding__store32(at + CODING__DRG_HAC_LINE, from->line);
}

static int by_kind_number_and_version(const void *a, const void *b)
{
    const coding__drg_title *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

static void write_title(coding__drg_weave *drg, const coding__drg_title *from)
{
    uint8_t first, until;
    if (!coding__drg_span(drg, from->from, from->to, &first, &until)) return;
    unsigned char *at = coding__writer_add(&drg->weave->writer, CODING__DRG_TITLES);
    at[CODING__DRG_TITLE_KIND] = from->kind;
    at[CODING__DRG_TITLE_FIRST] = first;
    at[CODING__DRG_TITLE_UNTIL] = until;
    coding__store32(at + CODING__DRG_TITLE_NUMBER, from->number);
    coding__store32(at + CODING__DRG_TITLE_TEXT, coding__writer_text(&drg->weave->writer, from->title));
}

void coding__write_drg_rules(coding__drg_weave *drg)
{
    coding__drg_facts *read = &drg->weave->model->drg;
    if (read->formulas.count)
        qsort(read->formulas.items, read->formulas.count, sizeof(coding__drg_formula), by_version_mdc_and_rank);
    if (read->titles.count)
        qsort(read->titles.items, read->titles.count, sizeof(coding__drg_title), by_kind_number_and_version);
    for (size_t i = 0; i < drg->versions.count; i++)
        write_version(drg, (const coding__drg_version *)drg->versions.items + i);
    for (size_t i = 0; i < read->hacs.count; i++) write_hac(drg, (const coding__drg_hac *)read->hacs.items + i);
    for (size_t i = 0; i < read->titles.count; i++)
        write_title(drg, (const coding__drg_title *)read->titles.items + i);
}
