/* Laying out clinical categories. Where two paths hold the same version, the earlier path wins. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

/* A set that is being written: its categories by name. */
typedef struct laying {
    coding__weave         *weave;
    uint32_t               set;
    coding__ccsr_category *categories;
    size_t                 count;
} laying;

static int by_name(const void *a, const void *b)
{
    const coding__ccsr_category *x = a, *y = b;
    if (x->name != y->name) return x->name < y->name ? -1 : 1;
    return (x->title > y->title) - (x->title < y->title);
}

static void write_categories(laying *lay)
{
    const coding__vector        *all = &lay->weave->model->ccsr.categories;
    const coding__ccsr_category *items = all->items;
    size_t                       count = 0;
    lay->categories = calloc(all->count + 1, sizeof *lay->categories);
    if (!lay->categories) lay->weave->model->no_memory = true;
    for (size_t i = 0; lay->categories && i < all->count; i++)
        if (items[i].set == lay->set) lay->categories[count++] = items[i];
    if (count) qsort(lay->categories, count, sizeof *lay->categories, by_name);
    for (size_t i = 0; i < count; i++) {
        coding__ccsr_category one = lay->categories[i];
        if (lay->count && lay->categories[lay->count - 1].name == one.name) continue;
        lay->categories[lay->count++] = one;
        unsigned char *at = coding__writer_add(&lay->weave->writer, CODING__CCSR_CATEGORIES);
        coding__store32(at + CODING__CCSR_CATEGORY_NAME, coding__writer_text(&lay->weave->writer, one.name));
        coding__store32(at + CODING__CCSR_CATEGORY_TITLE, coding__writer_text(&lay->weave->writer, one.title));
    }
}

/* Its number plus 1; 0 where the set has none of that name. */
static uint32_t number_of(const laying *lay, coding__word name)
{
    size_t low = 0, high = lay->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lay->categories[middle].name < name) low = middle + 1;
        else high = middle;
    }
    return name && low < lay->count && lay->categories[low].name == name && low < UINT16_MAX ? (uint32_t)low + 1 : 0;
}

static void write_code(const laying *lay, const coding__ccsr_code *code)
{
    unsigned char *at = coding__writer_add(&lay->weave->writer, CODING__CCSR_CODES);
    coding__store64(at + CODING__CCSR_CODE_CODE, code->code);
    coding__store32(at + CODING__CCSR_CODE_LINE, code->line);
    for (size_t i = 0; i < 6; i++)
        coding__store16(at + CODING__CCSR_CODE_CATEGORIES + 2 * i, number_of(lay, code->categories[i]));
    coding__store16(at + CODING__CCSR_CODE_INPATIENT, number_of(lay, code->inpatient));
    coding__store16(at + CODING__CCSR_CODE_OUTPATIENT, number_of(lay, code->outpatient));
}

static int by_code(const void *a, const void *b)
{
    const coding__ccsr_code *x = a, *y = b;
    if (x->set != y->set) return x->set < y->set ? -1 : 1;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void write_codes(const laying *lay)
{
    const coding__vector    *codes = &lay->weave->model->ccsr.codes;
    const coding__ccsr_code *all = codes->items;
    for (size_t i = 0; i < codes->count; i++) {
        bool again = i && all[i - 1].set == all[i].set && all[i - 1].code == all[i].code;
        if (all[i].set == lay->set && !again) write_code(lay, &all[i]);
    }
}

static void write_set(coding__weave *weave, uint32_t number)
{
    coding__ccsr_set set = ((const coding__ccsr_set *)weave->model->ccsr.sets.items)[number];
    laying           lay = {.weave = weave, .set = number};
    uint32_t         category = coding__writer_count(&weave->writer, CODING__CCSR_CATEGORIES);
    uint32_t         code = coding__writer_count(&weave->writer, CODING__CCSR_CODES);
    write_categories(&lay);
    if (lay.categories) write_codes(&lay);
    free(lay.categories);
    uint32_t       codes = coding__writer_count(&weave->writer, CODING__CCSR_CODES) - code;
    uint32_t       version = coding__writer_text(&weave->writer, set.version);
    unsigned char *at = coding__writer_add(&weave->writer, CODING__CCSR_SETS);
    coding__store32(at + CODING__CCSR_VERSION, version);
    coding__store32(at + CODING__CCSR_ORIGIN, set.origin);
    coding__store32(at + CODING__CCSR_CATEGORY, category);
    coding__store32(at + CODING__CCSR_CATEGORY_COUNT, (uint32_t)lay.count);
    coding__store32(at + CODING__CCSR_CODE, code);
    coding__store32(at + CODING__CCSR_CODE_COUNT, codes);
}

/* Order of sets: version as text ("2025.1"), then the earlier path. */
static int compare(const coding__model *model, const coding__ccsr_set *x, const coding__ccsr_set *y)
{
    char version[32];
    strncpy(version, coding__word_text(model, x->version), sizeof version - 1);
    version[sizeof version - 1] = '\0';
    return strncmp(version, coding__word_text(model, y->version), sizeof version - 1);
}

static uint32_t rank_of(const coding__model *model, const coding__ccsr_set *set)
{
    return ((const coding__origin *)model->origins.items)[set->origin].rank;
}

static uint32_t next_set(const coding__model *model, uint32_t last)
{
    const coding__ccsr_set *sets = model->ccsr.sets.items;
    uint32_t                best = UINT32_MAX;
    for (uint32_t i = 0; i < model->ccsr.sets.count; i++) {
        if (last != UINT32_MAX && compare(model, &sets[i], &sets[last]) <= 0) continue;
        int order = best == UINT32_MAX ? -1 : compare(model, &sets[i], &sets[best]);
        if (order < 0 || (!order && rank_of(model, &sets[i]) < rank_of(model, &sets[best]))) best = i;
    }
    return best;
}

void coding__write_ccsr(coding__weave *weave)
{
    coding__vector *codes = &weave->model->ccsr.codes;
    if (codes->count) qsort(codes->items, codes->count, sizeof(coding__ccsr_code), by_code);
    for (uint32_t set = next_set(weave->model, UINT32_MAX); set != UINT32_MAX && !weave->model->no_memory;
         set = next_set(weave->model, set))
        write_set(weave, set);
}
