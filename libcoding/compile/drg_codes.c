/* Codes of the MS-DRG grouper, the hash that finds them, and the collections that a principal diagnosis excludes. */
#include <stdlib.h>

#include "compile/drg.h"

static int by_code_and_version(const void *a, const void *b)
{
    const coding__drg_code *x = a, *y = b;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void write_code(coding__drg_weave *drg, const coding__drg_code *from)
{
    uint8_t first, until;
    bool    procedure = coding_code_system(from->code) == CODING_ICD10PCS;
    if (!coding__drg_span(drg, from->from, from->to, &first, &until)) return;
    uint32_t       set = coding__drg_set(drg, from->attributes, procedure);
    uint32_t       number = coding__writer_count(&drg->weave->writer, CODING__DRG_CODES);
    unsigned char *at = coding__writer_add(&drg->weave->writer, CODING__DRG_CODES);
    coding__store64(at + CODING__DRG_CODE_CODE, from->code);
    at[CODING__DRG_CODE_FIRST] = first;
    at[CODING__DRG_CODE_UNTIL] = until;
    coding__store16(at + CODING__DRG_CODE_SET, set);
    if (!procedure) {
        coding__store16(at + CODING__DRG_CODE_EXCLUDES, from->excludes);
        at[CODING__DRG_CODE_MDC] = from->mdc;
        at[CODING__DRG_CODE_FEMALE] = from->female;
    }
    at[CODING__DRG_CODE_SEVERITY] = from->severity;
    coding__store32(at + CODING__DRG_CODE_LINE, from->line);
    if (coding__map_get(&drg->codes, from->code) == UINT32_MAX)
        coding__map_put(drg->weave->model, &drg->codes, from->code, number);
}

static void write_places(coding__drg_weave *drg)
{
    coding__writer *writer = &drg->weave->writer;
    uint32_t        count = coding__writer_count(writer, CODING__DRG_CODES), room = 16;
    while (room < count + count / 2) room *= 2;
    uint32_t *places = calloc(room, sizeof *places);
    if (!places) drg->weave->model->no_memory = true;
    for (uint32_t i = 0; places && i < count; i++) {
        const unsigned char *record = (const unsigned char *)writer->sections[CODING__DRG_CODES].items
                                      + (size_t)i * coding__section_forms[CODING__DRG_CODES].width;
        uint64_t code = coding__load64(record + CODING__DRG_CODE_CODE);
        uint32_t at = coding__drg_hash(code) & (room - 1);
        if (coding__map_get(&drg->codes, code) != i) continue; /* not its first */
        while (places[at]) at = (at + 1) & (room - 1);
        places[at] = i + 1;
    }
    for (uint32_t i = 0; places && i < room; i++)
        coding__store32(coding__writer_add(writer, CODING__DRG_PLACES), places[i]);
    free(places);
}

static int by_number(const void *a, const void *b)
{
    const coding__drg_collection *x = a, *y = b;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* Codes as their numbers, ascending, since codes are written in their order; those that no version knows are left. */
static void write_collection(coding__drg_weave *drg, const coding__drg_collection *from, unsigned char *at)
{
    coding__writer    *writer = &drg->weave->writer;
    const coding_code *codes = drg->weave->model->drg.excluded.items;
    uint32_t          *numbers = malloc((from->count + 1) * sizeof *numbers), count = 0;
    if (!numbers) drg->weave->model->no_memory = true;
    for (uint32_t i = 0; numbers && i < from->count; i++) {
        uint32_t number = coding__map_get(&drg->codes, codes[from->first + i]);
        if (number != UINT32_MAX) numbers[count++] = number;
    }
    if (count) qsort(numbers, count, sizeof *numbers, coding__by_u32);
    coding__store32(at + CODING__DRG_LIST_FIRST, coding__writer_count(writer, CODING__DRG_EXCLUDED));
    coding__store32(at + CODING__DRG_LIST_COUNT, count);
    for (uint32_t i = 0; i < count; i++)
        coding__store32(coding__writer_add(writer, CODING__DRG_EXCLUDED), numbers[i]);
    free(numbers);
}

static void write_collections(coding__drg_weave *drg)
{
    coding__vector *read = &drg->weave->model->drg.collections;
    if (read->count) qsort(read->items, read->count, sizeof(coding__drg_collection), by_number);
    for (size_t i = 0; i < read->count && !drg->weave->model->no_memory; i++) {
        const coding__drg_collection *from = (const coding__drg_collection *)read->items + i;
        unsigned char                *at = NULL;
        while (coding__writer_count(&drg->weave->writer, CODING__DRG_COLLECTIONS) <= from->number)
            at = coding__writer_add(&drg->weave->writer, CODING__DRG_COLLECTIONS);
        if (!at) continue; /* an earlier path has it */
        write_collection(drg, from, at);
    }
}

void coding__write_drg_codes(coding__drg_weave *drg)
{
    coding__vector *codes = &drg->weave->model->drg.codes;
    if (codes->count) qsort(codes->items, codes->count, sizeof(coding__drg_code), by_code_and_version);
    for (size_t i = 0; i < codes->count && !drg->weave->model->no_memory; i++)
        write_code(drg, (const coding__drg_code *)codes->items + i);
    write_places(drg);
    write_collections(drg);
}
