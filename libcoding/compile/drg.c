/* Versions, attributes and sets of the MS-DRG grouper, and the step that lays it out. */
#include "compile/drg.h"

#include <stdlib.h>
#include <string.h>

static int by_day(const void *a, const void *b)
{
    const coding__drg_version *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

bool coding__drg_span(const coding__drg_weave *drg, uint32_t from, uint32_t to, uint8_t *first, uint8_t *until)
{
    const coding__drg_version *versions = drg->versions.items;
    bool                       found = false;
    for (size_t i = 0; i < drg->versions.count; i++) {
        if (versions[i].number < from || versions[i].number > to) continue;
        if (!found) *first = (uint8_t)i;
        *until = (uint8_t)i;
        found = true;
    }
    return found;
}

uint32_t coding__drg_attribute(const coding__drg_weave *drg, coding__cell name, bool procedure)
{
    const coding__word *names = drg->names + procedure * CODING__DRG_ATTRIBUTE_MOST;
    for (uint32_t i = 0; i < drg->used[procedure]; i++)
        if (coding__cell_is(name, coding__word_text(drg->weave->model, names[i]))) return i;
    return UINT32_MAX;
}

static uint32_t attribute_made(coding__drg_weave *drg, coding__cell name, bool procedure)
{
    uint32_t found = coding__drg_attribute(drg, name, procedure);
    if (found != UINT32_MAX || drg->used[procedure] == CODING__DRG_ATTRIBUTE_MOST) return found;
    char copy[64];
    if (name.length >= sizeof copy) return UINT32_MAX;
    memcpy(copy, name.text, name.length); /* it lies among the words, which the next one may move */
    uint32_t number = drg->used[procedure]++;
    drg->names[procedure * CODING__DRG_ATTRIBUTE_MOST + number] =
        coding__intern(drg->weave->model, copy, name.length);
    return number;
}

/* Sets are few and looked up often: by the word of their names. */
static uint32_t *slot_of(coding__drg_weave *drg, uint32_t key)
{
    uint32_t *slots = drg->set_slots.items;
    uint32_t  room = (uint32_t)drg->set_slots.count, at = key * 2654435761u % room;
    while (slots[at] && ((const uint32_t *)drg->set_words.items)[slots[at] - 1] != key) at = (at + 1) % room;
    return slots + at;
}

static void make_set(coding__drg_weave *drg, coding__word names, bool procedure)
{
    unsigned char *bits = coding__writer_add(&drg->weave->writer, CODING__DRG_SETS);
    for (size_t at = 0;;) {
        const char  *text = coding__word_text(drg->weave->model, names);
        coding__cell rest = {text + at, strlen(text + at)}, name;
        if (!coding__drg_piece(&rest, ' ', &name)) return;
        at += name.length + (text[at + name.length] == ' ');
        uint32_t number = attribute_made(drg, name, procedure);
        if (number < CODING__DRG_ATTRIBUTE_MOST) bits[number / 8] |= (unsigned char)(1u << number % 8);
        else drg->weave->model->faults++;
    }
}

uint32_t coding__drg_set(coding__drg_weave *drg, coding__word names, bool procedure)
{
    uint32_t key = names * 2 + procedure;
    if (!names || drg->weave->model->no_memory) return 0;
    uint32_t *slot = slot_of(drg, key);
    if (*slot) return *slot - 1;
    if (drg->set_words.count * 2 >= drg->set_slots.count) return 0; /* more sets than a u16 can number */
    *(uint32_t *)coding__push(drg->weave->model, &drg->set_words, sizeof key) = key;
    *slot = (uint32_t)drg->set_words.count;
    make_set(drg, names, procedure);
    return (uint32_t)drg->set_words.count - 1;
}

static bool start_sets(coding__drg_weave *drg)
{
    for (size_t i = 0; i < 2 * 65536; i++)
        *(uint32_t *)coding__push(drg->weave->model, &drg->set_slots, sizeof(uint32_t)) = 0;
    *(uint32_t *)coding__push(drg->weave->model, &drg->set_words, sizeof(uint32_t)) = UINT32_MAX;
    coding__writer_add(&drg->weave->writer, CODING__DRG_SETS);
    return !drg->weave->model->no_memory;
}

static bool take_versions(coding__drg_weave *drg)
{
    const coding__vector *read = &drg->weave->model->drg.versions;
    for (size_t i = 0; i < read->count && drg->versions.count < 255; i++) {
        const coding__drg_version *version = (const coding__drg_version *)read->items + i;
        uint8_t                    first, until;
        if (coding__drg_span(drg, version->number, version->number, &first, &until)) continue; /* an earlier path */
        *(coding__drg_version *)coding__push(drg->weave->model, &drg->versions, sizeof *version) = *version;
    }
    if (drg->versions.count && !drg->weave->model->no_memory)
        qsort(drg->versions.items, drg->versions.count, sizeof(coding__drg_version), by_day);
    return drg->versions.count && !drg->weave->model->no_memory;
}

/* "hac06_sdx" and "HAC06" are of hospital-acquired condition 6. */
static uint8_t hac_of(const char *name)
{
    bool is_hac = (name[0] | 32) == 'h' && (name[1] | 32) == 'a' && (name[2] | 32) == 'c';
    bool has_number = is_hac && name[3] >= '0' && name[3] <= '9' && name[4] >= '0' && name[4] <= '9';
    return has_number ? (uint8_t)((name[3] - '0') * 10 + name[4] - '0') : 0;
}

static void write_attributes(coding__drg_weave *drg)
{
    for (size_t i = 0; i < 2 * CODING__DRG_ATTRIBUTE_MOST; i++) {
        unsigned char *at = coding__writer_add(&drg->weave->writer, CODING__DRG_ATTRIBUTES);
        coding__store32(at + CODING__DRG_ATTRIBUTE_NAME, coding__writer_text(&drg->weave->writer, drg->names[i]));
        bool procedure = i >= CODING__DRG_ATTRIBUTE_MOST;
        at[CODING__DRG_ATTRIBUTE_HAC] = procedure ? 0 : hac_of(coding__word_text(drg->weave->model, drg->names[i]));
    }
}

static void write_roles(coding__drg_weave *drg)
{
    static const char *const names[] = {
#define ROLE_NAME(name, text) text,
        CODING__DRG_ROLE_NAMES(ROLE_NAME)
#undef ROLE_NAME
    };
    for (uint32_t i = 0; i < CODING__DRG_ROLE_TOTAL; i++) {
        bool     procedure = i >= CODING__DRG_ROLE_PROCEDURES;
        uint32_t number = coding__drg_attribute(drg, coding__cell_of(names[i]), procedure);
        coding__store16(coding__writer_add(&drg->weave->writer, CODING__DRG_ROLES),
                        number == UINT32_MAX ? CODING__DRG_NOBODY : number);
    }
}

static void write_grouper(coding__drg_weave *drg)
{
    coding__write_drg_codes(drg);
    coding__write_drg_clusters(drg);
    coding__write_drg_rules(drg);
    write_attributes(drg);
    write_roles(drg);
}

static int by_drg_and_day(const void *a, const void *b)
{
    const coding__drg_weight *x = a, *y = b;
    if (x->drg != y->drg) return x->drg < y->drg ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return x->origin < y->origin ? -1 : x->origin > y->origin;
}

static void write_weights(coding__weave *weave)
{
    coding__vector *weights = &weave->model->drg.weights;
    if (weights->count) qsort(weights->items, weights->count, sizeof(coding__drg_weight), by_drg_and_day);
    for (size_t i = 0; i < weights->count; i++) {
        const coding__drg_weight *from = (const coding__drg_weight *)weights->items + i;
        if (i && from[-1].drg == from->drg && from[-1].first == from->first) continue; /* an earlier path wins */
        unsigned char *at = coding__writer_add(&weave->writer, CODING__DRG_WEIGHTS);
        coding__store16(at + CODING__DRG_WEIGHT_DRG, from->drg);
        at[CODING__DRG_WEIGHT_FLAGS] = from->flags;
        coding__store32(at + CODING__DRG_WEIGHT_FIRST, from->first);
        coding__store32(at + CODING__DRG_WEIGHT_UNTIL, from->until);
        coding__store32(at + CODING__DRG_WEIGHT_WEIGHT, from->weight);
        coding__store16(at + CODING__DRG_WEIGHT_GEOMETRIC, from->geometric);
        coding__store16(at + CODING__DRG_WEIGHT_ARITHMETIC, from->arithmetic);
        coding__store32(at + CODING__DRG_WEIGHT_ORIGIN, from->origin);
        coding__store32(at + CODING__DRG_WEIGHT_LINE, from->line);
    }
}

void coding__write_drg(coding__weave *weave)
{
    coding__drg_weave *drg = calloc(1, sizeof *drg);
    write_weights(weave);
    if (!drg) {
        weave->model->no_memory = true;
        return;
    }
    drg->weave = weave;
    if (take_versions(drg) && start_sets(drg)) write_grouper(drg);
    else coding__write_kept_drg(weave);
    free(drg->versions.items);
    free(drg->set_words.items);
    free(drg->set_slots.items);
    coding__map_end(&drg->codes);
    free(drg);
}
