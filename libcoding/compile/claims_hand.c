/* Tables kept by hand: what modifiers stand with, and where services are given. */
#include <stdlib.h>

#include "compile/claims.h"

static int by_modifier(const void *a, const void *b)
{
    const coding__modifier_rule *x = a, *y = b;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

/* Ranges of codes, as two numbers each; answers where they begin. */
static uint32_t write_ranges(coding__writer *writer, uint32_t from, uint32_t count)
{
    uint32_t                  begin = coding__writer_count(writer, CODING__CLAIM_RANGES);
    const coding__code_range *ranges = writer->model->claims.ranges.items;
    for (uint32_t i = from; i < from + count; i++) {
        unsigned char *at = coding__writer_add(writer, CODING__CLAIM_RANGES);
        coding__store64(at, ranges[i].first);
        coding__store64(at + 8, ranges[i].last);
    }
    return begin;
}

static void write_modifier(coding__writer *writer, const coding__modifier_rule *rule)
{
    uint32_t       fits = write_ranges(writer, rule->fits, rule->fit_count);
    uint32_t       never = write_ranges(writer, rule->never, rule->never_count);
    uint32_t       places = coding__writer_text(writer, rule->places);
    uint32_t       not_with = coding__writer_text(writer, rule->not_with);
    uint32_t       needs = coding__writer_text(writer, rule->needs), text = coding__writer_text(writer, rule->text);
    unsigned char *at = coding__writer_add(writer, CODING__CLAIM_MODIFIERS);
    coding__store64(at + CODING__MODIFIER_CODE, rule->code);
    coding__store32(at + CODING__MODIFIER_RANGE, fits);
    coding__store16(at + CODING__MODIFIER_RANGES, rule->fit_count);
    coding__store32(at + CODING__MODIFIER_NOT_RANGE, never);
    coding__store16(at + CODING__MODIFIER_NOT_RANGES, rule->never_count);
    at[CODING__MODIFIER_GROUP] = rule->group;
    at[CODING__MODIFIER_SEVERITY] = rule->severity;
    at[CODING__MODIFIER_ORDER] = rule->order;
    coding__store32(at + CODING__MODIFIER_KINDS, rule->kinds);
    coding__store32(at + CODING__MODIFIER_PLACES, places);
    coding__store32(at + CODING__MODIFIER_NOT_WITH, not_with);
    coding__store32(at + CODING__MODIFIER_NEEDS, needs);
    coding__store32(at + CODING__MODIFIER_TEXT, text);
    coding__store32(at + CODING__MODIFIER_ORIGIN, rule->origin);
    coding__store32(at + CODING__MODIFIER_LINE, rule->line);
}

void coding__write_modifiers(coding__weave *weave)
{
    coding__vector *modifiers = &weave->model->claims.modifiers;
    if (modifiers->count) qsort(modifiers->items, modifiers->count, sizeof(coding__modifier_rule), by_modifier);
    for (size_t i = 0; i < modifiers->count && !weave->model->no_memory; i++)
        write_modifier(&weave->writer, (const coding__modifier_rule *)modifiers->items + i);
}

static int by_codes(const void *a, const void *b)
{
    const coding__place_rule *x = a, *y = b;
    if (x->codes.first != y->codes.first) return x->codes.first < y->codes.first ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void write_place(coding__writer *writer, const coding__place_rule *rule)
{
    uint32_t       fit = coding__writer_text(writer, rule->fit), not_fit = coding__writer_text(writer, rule->not_fit);
    uint32_t       why = coding__writer_text(writer, rule->why);
    unsigned char *at = coding__writer_add(writer, CODING__CLAIM_PLACES);
    coding__store64(at + CODING__CLAIM_PLACE_FIRST, rule->codes.first);
    coding__store64(at + CODING__CLAIM_PLACE_LAST, rule->codes.last);
    coding__store32(at + CODING__CLAIM_PLACE_TEXT, fit);
    coding__store32(at + CODING__CLAIM_PLACE_NOT, not_fit);
    coding__store32(at + CODING__CLAIM_PLACE_WHY, why);
    coding__store32(at + CODING__CLAIM_PLACE_ORIGIN, rule->origin);
    coding__store32(at + CODING__CLAIM_PLACE_LINE, rule->line);
    at[CODING__CLAIM_PLACE_SEVERITY] = rule->severity;
}

void coding__write_place_rules(coding__weave *weave)
{
    coding__vector *places = &weave->model->claims.places;
    if (places->count) qsort(places->items, places->count, sizeof(coding__place_rule), by_codes);
    for (size_t i = 0; i < places->count && !weave->model->no_memory; i++)
        write_place(&weave->writer, (const coding__place_rule *)places->items + i);
}
